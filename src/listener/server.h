#pragma once

#include "listener/http.h"

#include <tl/expected.hpp>

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace syncline::listener {

class Pending;

/// The way back to one request's sender. It may be copied, kept for later and used from any thread, also after the server
/// has stopped. The first answer counts; where the last copy goes without one, the sender gets a 500.
class Reply
{
public:
    explicit Reply(std::shared_ptr<Pending> pending);
    void send(Exchange exchange) const;
    void send(Response response) const { send(Exchange{std::move(response), Ending::Answer, {}}); }

private:
    std::shared_ptr<Pending> m_pending;
};

/// What strangers may use up. The time limits end a connection that does not keep them.
struct Limits
{
    std::uint64_t body = 64 * 1024 * 1024; ///< bytes; more is refused with 413, unread where its length is told
    /// Bytes of all bodies that are on their way, the first 64 KiB of each not counted: beyond it a long body is refused
    /// with 503, and short ones still get through. 0: no limit.
    std::uint64_t allBodies = 0;
    std::uint32_t header = 256 * 1024; ///< bytes; more is refused with 431
    /// Connections; with more of them, the one that has waited longest for its request is closed. 0: no limit.
    std::size_t connections = 0;
    std::chrono::milliseconds headerTime{10'000}; ///< from the first byte of a request to the end of its header
    std::chrono::milliseconds bodyTime{120'000};  ///< for the whole body, and for taking the whole answer
    std::chrono::milliseconds idleTime{300'000};  ///< between two requests of a connection
    std::chrono::milliseconds answerTime{0};      ///< for the handler; then 503. 0: no limit
};

/// Looks at a request whose body has not been read; a response refuses it and closes the connection.
using Gate = std::function<std::optional<Response>(const Request &head)>;
/// Takes a whole request. Gate and handler are called on the server's thread, for one request after the other: what takes
/// time is done elsewhere and replied to from there.
using Handler = std::function<void(const Request &request, const Reply &reply)>;
/// For a handler that has its answer at once.
Handler answering(std::function<Exchange(const Request &)> answer);

struct Service
{
    Handler handler;
    Gate gate = {};
    Limits limits = {};
    QString address = QStringLiteral("127.0.0.1"); ///< a numeric address of this computer; 0.0.0.0 and :: are all
};

/// A small HTTP/1.1 server on Boost.Beast with one std::thread of its own: keep-alive, limits against clients that send
/// too much, too slowly or never finish. Large answers are sent from the response's own memory.
class HttpServer
{
public:
    HttpServer();
    ~HttpServer(); ///< stops
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Opens a port (0: any free one) and returns its number; requests are answered after start(). To be called before.
    tl::expected<std::uint16_t, QString> listen(std::uint16_t port, Service service);
    void start();
    void stop(); ///< closes all connections and ends the thread; there is no start after it
    /// Runs the function on the server's thread, between two requests, and waits for it. Before start() and after
    /// stop() it runs on the caller's thread.
    void call(const std::function<void()> &function);

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace syncline::listener
