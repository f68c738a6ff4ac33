#pragma once

#include "sandbox/crm.h"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace syncline::sandbox {

/// How the server ends one exchange. Everything but Answer is a fault that a client must survive.
enum class Ending {
    Answer,
    CutBody, ///< the header promises the whole body, half of it follows, then the connection is closed
    Drop,    ///< the connection is closed without a byte of answer
    Hang,    ///< no answer, the connection stays open
};

struct Exchange
{
    Response response;
    Ending ending = Ending::Answer;
    std::chrono::milliseconds delay{0}; ///< waits this long before the answer, without holding up other clients
};

/// Called on the server's thread, for one request after the other.
using Handler = std::function<Exchange(const Request &)>;

/// A small HTTP/1.1 server on 127.0.0.1 with one thread of its own, on Boost.Beast: keep-alive, a limit for bodies
/// and a time limit for headers, so that clients that never finish a request do not stay for ever. Large answers are
/// sent from the response's own memory.
class HttpServer
{
public:
    HttpServer();
    ~HttpServer(); ///< stops

    /// Opens a port (0: any free one) and returns its number; requests are answered after start().
    tl::expected<std::uint16_t, QString> listen(std::uint16_t port, Handler handler);
    void start();
    void stop(); ///< closes all connections and ends the thread
    /// Runs the function on the server's thread, between two requests, and waits for it. Before start() and after
    /// stop() it runs on the caller's thread.
    void call(const std::function<void()> &function);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace syncline::sandbox
