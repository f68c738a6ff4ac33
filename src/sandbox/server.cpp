#include "sandbox/server.h"

#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <future>
#include <optional>
#include <thread>
#include <vector>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace syncline::sandbox {

namespace {

constexpr std::uint64_t bodyLimit = 64 * 1024 * 1024;
constexpr std::uint32_t headerLimit = 256 * 1024; // a keyset over 200 ids in the query is long
constexpr auto headerTime = std::chrono::seconds(10);
constexpr auto idleTime = std::chrono::minutes(5);
constexpr auto transferTime = std::chrono::minutes(2);

using Parser = http::request_parser<http::string_body>;

QByteArray bytes(boost::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

Request toRequest(const Parser::value_type &message)
{
    Request request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto &field : message)
        request.headers.append({bytes(field.name_string()), bytes(field.value())});
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return request;
}

QByteArray headerText(const Response &response, bool keepAlive)
{
    const boost::string_view reason = http::obsolete_reason(http::status(unsigned(response.status)));
    QByteArray text;
    text.reserve(512);
    text += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + bytes(reason) + "\r\n";
    for (const auto &[name, value] : response.headers)
        text += name + ": " + value + "\r\n";
    text += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

/// One connection. Lives as long as an asynchronous operation holds it.
class Session final : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, const Handler &handler)
        : m_stream(std::move(socket))
        , m_timer(m_stream.get_executor())
        , m_handler(handler)
    {
        boost::system::error_code ignored;
        m_stream.socket().set_option(tcp::no_delay(true), ignored);
    }

    void run() { awaitRequest(headerTime); }

private:
    /// An idle connection may stay for minutes; from the first byte on the header must come quickly.
    void awaitRequest(std::chrono::steady_clock::duration patience)
    {
        m_parser.emplace();
        m_parser->body_limit(bodyLimit);
        m_parser->header_limit(headerLimit);
        if (m_buffer.size() > 0)
            return readHeader();
        m_stream.expires_after(patience);
        m_stream.async_read_some(m_buffer.prepare(64 * 1024),
                                 [self = shared_from_this()](beast::error_code error, std::size_t size) {
                                     if (error)
                                         return;
                                     self->m_buffer.commit(size);
                                     self->readHeader();
                                 });
    }

    void readHeader()
    {
        m_stream.expires_after(headerTime);
        http::async_read_header(m_stream, m_buffer, *m_parser,
                                [self = shared_from_this()](beast::error_code error, std::size_t) {
                                    if (error == http::error::header_limit)
                                        self->refuse(431);
                                    else if (error == http::error::body_limit) // told by Content-Length
                                        self->refuse(413);
                                    else if (!error)
                                        self->readBody();
                                });
    }

    void readBody()
    {
        m_stream.expires_after(transferTime);
        if (beast::iequals(m_parser->get()[http::field::expect], "100-continue"))
            return sendContinue();
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (error == http::error::body_limit)
                                 self->refuse(413);
                             else if (!error)
                                 self->answer();
                         });
    }

    void sendContinue()
    {
        static constexpr char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
        m_parser->get().erase(http::field::expect);
        asio::async_write(m_stream, asio::buffer(text, sizeof(text) - 1),
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              if (!error)
                                  self->readBody();
                          });
    }

    void refuse(int status)
    {
        m_exchange = {{status, {{"Content-Type", "text/plain"}}, {}, true}, Ending::Answer, {}};
        m_keepAlive = false;
        send();
    }

    void answer()
    {
        m_keepAlive = m_parser->get().keep_alive();
        m_exchange = m_handler(toRequest(m_parser->get()));
        m_keepAlive = m_keepAlive && !m_exchange.response.closeConnection && m_exchange.ending == Ending::Answer;
        if (m_exchange.delay.count() <= 0)
            return finish();
        m_stream.expires_never();
        m_timer.expires_after(m_exchange.delay);
        m_timer.async_wait([self = shared_from_this()](beast::error_code error) {
            if (!error)
                self->finish();
        });
    }

    void finish()
    {
        switch (m_exchange.ending) {
        case Ending::Answer:
        case Ending::CutBody:
            return send();
        case Ending::Drop:
            return close();
        case Ending::Hang:
            return hang();
        }
    }

    void send()
    {
        const QByteArray &body = m_exchange.response.body;
        const bool cut = m_exchange.ending == Ending::CutBody;
        m_header = headerText(m_exchange.response, m_keepAlive);
        const std::array<asio::const_buffer, 2> parts{
            asio::buffer(m_header.constData(), std::size_t(m_header.size())),
            asio::buffer(body.constData(), std::size_t(cut ? body.size() / 2 : body.size()))};
        m_stream.expires_after(transferTime);
        asio::async_write(m_stream, parts, [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error || !self->m_keepAlive)
                return self->close();
            self->awaitRequest(idleTime);
        });
    }

    void close()
    {
        boost::system::error_code ignored;
        m_stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
        m_stream.close();
    }

    /// Waits until the client gives up.
    void hang()
    {
        m_stream.expires_never();
        m_stream.async_read_some(m_buffer.prepare(1024),
                                 [self = shared_from_this()](beast::error_code, std::size_t) { self->close(); });
    }

    beast::tcp_stream m_stream;
    asio::steady_timer m_timer;
    const Handler &m_handler; // owned by the port, which outlives the io_context's run
    beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    Exchange m_exchange;
    QByteArray m_header;
    bool m_keepAlive = true;
};

class Port
{
public:
    Port(asio::io_context &context, Handler handler) : m_acceptor(context), m_handler(std::move(handler)) {}

    void open(std::uint16_t number)
    {
        const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), number);
        m_acceptor.open(endpoint.protocol());
        m_acceptor.set_option(asio::socket_base::reuse_address(true));
        m_acceptor.bind(endpoint);
        m_acceptor.listen();
        accept();
    }

    std::uint16_t number() const { return m_acceptor.local_endpoint().port(); }

private:
    void accept()
    {
        m_acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted)
                return;
            if (!error)
                std::make_shared<Session>(std::move(socket), m_handler)->run();
            accept();
        });
    }

    tcp::acceptor m_acceptor;
    Handler m_handler;
};

} // namespace

class HttpServer::Private
{
public:
    // Ports before the context: sessions that are still in its queue refer to a port's handler.
    std::vector<std::unique_ptr<Port>> ports;
    std::unique_ptr<asio::io_context> context = std::make_unique<asio::io_context>(1);
    std::thread thread;
};

HttpServer::HttpServer() : m_d(std::make_unique<Private>()) {}

HttpServer::~HttpServer()
{
    stop();
    m_d->ports.clear();
}

tl::expected<std::uint16_t, QString> HttpServer::listen(std::uint16_t port, Handler handler)
{
    auto opened = std::make_unique<Port>(*m_d->context, std::move(handler));
    try {
        opened->open(port);
    } catch (const boost::system::system_error &error) {
        return tl::unexpected(QString::fromStdString(error.code().message()));
    }
    m_d->ports.push_back(std::move(opened));
    return m_d->ports.back()->number();
}

void HttpServer::start()
{
    if (!m_d->thread.joinable())
        m_d->thread = std::thread([context = m_d->context.get()] { context->run(); });
}

void HttpServer::stop()
{
    if (!m_d->thread.joinable())
        return;
    m_d->context->stop();
    m_d->thread.join();
}

void HttpServer::call(const std::function<void()> &function)
{
    if (!m_d->thread.joinable())
        return function();
    std::packaged_task<void()> task(function);
    std::future<void> done = task.get_future();
    asio::post(*m_d->context, [&task] { task(); });
    done.wait();
}

} // namespace syncline::sandbox
