#include "listener/connection.h"

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

namespace syncline::listener {

namespace {

constexpr auto pauseWhenFull = std::chrono::milliseconds(100);

} // namespace

Port::Port(std::shared_ptr<asio::io_context> context, Service service)
    : m_context(std::move(context))
    , m_acceptor(*m_context)
    , m_pause(*m_context)
    , m_service(std::move(service))
{
}

void Port::open(std::uint16_t number)
{
    const tcp::endpoint endpoint(asio::ip::make_address(m_service.address.toStdString()), number);
    m_acceptor.open(endpoint.protocol());
    m_acceptor.set_option(asio::socket_base::reuse_address(true));
    m_acceptor.bind(endpoint);
    m_acceptor.listen();
    m_isOpen = true;
    accept();
}

void Port::close()
{
    m_isOpen = false;
    boost::system::error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
    const auto connections = m_connections; // closing takes them out
    for (const auto &[key, connection] : connections)
        connection->close();
}

void Port::accept()
{
    m_acceptor.async_accept([this](const boost::system::error_code &error, tcp::socket socket) {
        if (!m_isOpen)
            return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        // Out of descriptors: at once again would only burn time.
        m_pause.expires_after(pauseWhenFull);
        m_pause.async_wait([this](const boost::system::error_code &) {
            if (m_isOpen)
                accept();
        });
    });
}

void Port::admit(tcp::socket socket)
{
    const std::size_t most = m_service.limits.connections;
    if (most > 0 && m_connections.size() >= most) {
        if (m_waiting.empty())
            return; // all are being answered; this one is closed
        m_waiting.front()->close();
    }
    const auto connection = std::make_shared<Connection>(std::move(socket), *this);
    m_connections.emplace(connection.get(), connection);
    connection->run();
}

void Port::forget(Connection *connection)
{
    m_waiting.remove(connection);
    m_connections.erase(connection);
}

void Port::setWaiting(Connection *connection, bool waits)
{
    m_waiting.remove(connection);
    if (waits)
        m_waiting.push_back(connection);
}

bool Port::takeRoom(std::uint64_t bytes)
{
    const std::uint64_t most = m_service.limits.allBodies;
    if (most > 0 && m_room + bytes > most)
        return false;
    m_room += bytes;
    return true;
}

} // namespace syncline::listener
