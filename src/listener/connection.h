#pragma once

#include "listener/server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <list>
#include <map>

namespace syncline::listener {

class Connection;

/// The connections of one port. Used on the server's thread alone.
class Port
{
public:
    Port(std::shared_ptr<boost::asio::io_context> context, Service service);

    void open(std::uint16_t number); ///< throws boost::system::system_error
    void close();                    ///< also all connections
    std::uint16_t number() const { return m_acceptor.local_endpoint().port(); }
    const Service &service() const { return m_service; }
    const std::shared_ptr<boost::asio::io_context> &context() const { return m_context; }

    void forget(Connection *connection);
    /// The connection waits for a request, or for the rest of one, from now on; or no longer.
    void setWaiting(Connection *connection, bool waits);
    /// Room for that much more of long bodies; false: there is none.
    bool takeRoom(std::uint64_t bytes);
    void giveRoom(std::uint64_t bytes) { m_room -= bytes; }

private:
    void accept();
    void admit(boost::asio::ip::tcp::socket socket);

    std::shared_ptr<boost::asio::io_context> m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause; ///< before the next accept, where the system is out of descriptors
    Service m_service;
    std::map<Connection *, std::shared_ptr<Connection>> m_connections;
    std::list<Connection *> m_waiting; ///< who has waited longest comes first
    std::uint64_t m_room = 0;          ///< bytes of long bodies that are on their way
    bool m_isOpen = false;
};

/// One connection. Its port holds it until it is closed.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    Connection(boost::asio::ip::tcp::socket socket, Port &port);

    void run();
    void close();
    /// The answer to the request of that number, if it still waits for one.
    void deliver(std::uint64_t number, Exchange exchange);

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using ErrorCode = boost::beast::error_code;

    void awaitRequest(std::chrono::milliseconds patience);
    void readHeader();
    void takeHeader();
    void readBody();
    void countBody();
    void sendContinue();
    void refuseBroken(const ErrorCode &error);
    void refuse(Response response);
    void hand();
    void finish();
    void send();
    void linger();
    void swallow();
    void hang();
    void giveRoom();
    Request toRequest();

    const Limits &limits() const { return m_port.service().limits; }
    /// The member as a completion handler that keeps the connection.
    template<typename Function>
    auto then(Function function)
    {
        return [self = shared_from_this(), function](ErrorCode error, std::size_t size) {
            if (self->m_isOpen)
                function(*self, error, size);
        };
    }

    Port &m_port;
    boost::beast::tcp_stream m_stream;
    boost::asio::steady_timer m_timer; ///< of a delay, and of the handler's time
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    QByteArray m_peer;
    Exchange m_exchange;
    QByteArray m_header;
    std::uint64_t m_number = 0;    ///< of the request
    std::uint64_t m_taken = 0;     ///< room for its body
    std::uint64_t m_swallowed = 0; ///< bytes that came after a refusal
    bool m_awaitsAnswer = false;
    bool m_keepAlive = true;
    bool m_lingers = false;
    bool m_isOpen = true;
};

} // namespace syncline::listener
