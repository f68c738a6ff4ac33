#include "listener/server.h"

#include "listener/connection.h"
#include "listener/pending.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <thread>
#include <vector>

namespace asio = boost::asio;

namespace syncline::listener {

QByteArray Request::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Pending::Pending(std::shared_ptr<asio::io_context> context, std::weak_ptr<Connection> connection, std::uint64_t number)
    : m_context(std::move(context))
    , m_connection(std::move(connection))
    , m_number(number)
{
}

Pending::~Pending()
{
    send({{500, {{"Content-Type", "text/plain"}}, {}, true}, Ending::Answer, {}});
}

void Pending::send(Exchange exchange)
{
    if (m_isAnswered.exchange(true))
        return;
    asio::dispatch(*m_context,
                   [connection = m_connection, number = m_number, exchange = std::move(exchange)]() mutable {
                       if (const auto open = connection.lock())
                           open->deliver(number, std::move(exchange));
                   });
}

Reply::Reply(std::shared_ptr<Pending> pending) : m_pending(std::move(pending)) {}

void Reply::send(Exchange exchange) const
{
    m_pending->send(std::move(exchange));
}

Handler answering(std::function<Exchange(const Request &)> answer)
{
    return [answer = std::move(answer)](const Request &request, const Reply &reply) { reply.send(answer(request)); };
}

class HttpServer::Core
{
public:
    // Connections end before the context that their sockets belong to.
    std::shared_ptr<asio::io_context> context = std::make_shared<asio::io_context>(1);
    std::vector<std::unique_ptr<Port>> ports;
    std::thread thread;
    bool hasStopped = false;
};

HttpServer::HttpServer() : m_core(std::make_unique<Core>()) {}

HttpServer::~HttpServer()
{
    stop();
}

tl::expected<std::uint16_t, QString> HttpServer::listen(std::uint16_t port, Service service)
{
    auto opened = std::make_unique<Port>(m_core->context, std::move(service));
    try {
        opened->open(port);
    } catch (const boost::system::system_error &error) {
        return tl::unexpected(QString::fromStdString(error.code().message()));
    }
    m_core->ports.push_back(std::move(opened));
    return m_core->ports.back()->number();
}

void HttpServer::start()
{
    if (!m_core->thread.joinable() && !m_core->hasStopped)
        m_core->thread = std::thread([context = m_core->context.get()] { context->run(); });
}

void HttpServer::stop()
{
    if (!m_core->thread.joinable())
        return;
    // With its ports closed and nobody connected the context runs out of work.
    asio::post(*m_core->context, [core = m_core.get()] {
        for (const auto &port : core->ports)
            port->close();
    });
    m_core->thread.join();
    m_core->hasStopped = true;
}

void HttpServer::call(const std::function<void()> &function)
{
    if (!m_core->thread.joinable())
        return function();
    std::packaged_task<void()> task(function);
    std::future<void> done = task.get_future();
    asio::post(*m_core->context, [&task] { task(); });
    done.wait();
}

} // namespace syncline::listener
