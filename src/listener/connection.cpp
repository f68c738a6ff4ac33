#include "listener/connection.h"

#include "listener/pending.h"

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>

#include <array>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace syncline::listener {

namespace {

constexpr std::uint64_t shortBody = 64 * 1024;
constexpr std::size_t readAtOnce = 64 * 1024;
constexpr auto lingerTime = std::chrono::seconds(2);
constexpr std::uint64_t lingerBytes = 4 * 1024 * 1024;

QByteArray bytes(boost::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

Response plain(int status)
{
    return {status, {{"Content-Type", "text/plain"}}, {}, true};
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

} // namespace

Connection::Connection(tcp::socket socket, Port &port)
    : m_port(port)
    , m_stream(std::move(socket))
    , m_timer(m_stream.get_executor())
{
    boost::system::error_code ignored;
    m_stream.socket().set_option(tcp::no_delay(true), ignored);
    const auto peer = m_stream.socket().remote_endpoint(ignored);
    m_peer = QByteArray::fromStdString(peer.address().to_string());
}

void Connection::run()
{
    awaitRequest(limits().headerTime);
}

/// An idle connection may stay for a while; from the first byte on the header must come quickly.
void Connection::awaitRequest(std::chrono::milliseconds patience)
{
    m_parser.emplace();
    m_parser->body_limit(limits().body);
    m_parser->header_limit(limits().header);
    m_port.setWaiting(this, true);
    if (m_buffer.size() > 0)
        return readHeader();
    m_stream.expires_after(patience);
    m_stream.async_read_some(m_buffer.prepare(readAtOnce),
                             then([](Connection &self, const ErrorCode &error, std::size_t size) {
                                 if (error)
                                     return self.close();
                                 self.m_buffer.commit(size);
                                 self.readHeader();
                             }));
}

void Connection::readHeader()
{
    m_stream.expires_after(limits().headerTime);
    http::async_read_header(m_stream, m_buffer, *m_parser,
                            then([](Connection &self, const ErrorCode &error, std::size_t) {
                                if (error)
                                    return self.refuseBroken(error);
                                self.takeHeader();
                            }));
}

void Connection::takeHeader()
{
    if (const Gate &gate = m_port.service().gate) {
        if (auto refusal = gate(toRequest()))
            return refuse(std::move(*refusal));
    }
    m_stream.expires_after(limits().bodyTime);
    if (beast::iequals(m_parser->get()[http::field::expect], "100-continue"))
        return sendContinue();
    readBody();
}

void Connection::sendContinue()
{
    static constexpr char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
    m_parser->get().erase(http::field::expect);
    asio::async_write(m_stream, asio::buffer(text, sizeof(text) - 1),
                      then([](Connection &self, const ErrorCode &error, std::size_t) {
                          if (error)
                              return self.close();
                          self.readBody();
                      }));
}

void Connection::readBody()
{
    if (m_parser->is_done())
        return hand();
    http::async_read_some(m_stream, m_buffer, *m_parser,
                          then([](Connection &self, const ErrorCode &error, std::size_t) {
                              if (error)
                                  return self.refuseBroken(error);
                              self.countBody();
                          }));
}

void Connection::countBody()
{
    const std::uint64_t size = m_parser->get().body().size();
    if (size > shortBody + m_taken) {
        const std::uint64_t more = size - shortBody - m_taken;
        if (!m_port.takeRoom(more)) {
            Response busy = plain(503);
            busy.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("5")));
            return refuse(std::move(busy));
        }
        m_taken += more;
    }
    readBody();
}

void Connection::giveRoom()
{
    m_port.giveRoom(std::exchange(m_taken, 0));
}

void Connection::refuseBroken(const ErrorCode &error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return refuse(plain(431));
    if (error == http::error::body_limit)
        return refuse(plain(413));
    const bool isGarbage = error.category() == http::make_error_code(http::error::bad_method).category()
        && error != http::error::end_of_stream && error != http::error::partial_message;
    if (isGarbage)
        return refuse(plain(400));
    close();
}

/// Answers without having read everything: the rest is swallowed for a while, because a connection that is closed with
/// unread bytes takes the answer away from a client that is still sending.
void Connection::refuse(Response response)
{
    giveRoom();
    m_parser.emplace(); // what came of a body
    m_exchange = {std::move(response), Ending::Answer, {}};
    m_keepAlive = false;
    m_lingers = true;
    send();
}

Request Connection::toRequest()
{
    auto &message = m_parser->get();
    Request request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto &field : message)
        request.headers.append({bytes(field.name_string()), bytes(field.value())});
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    request.peer = m_peer;
    return request;
}

void Connection::hand()
{
    m_port.setWaiting(this, false);
    m_keepAlive = m_parser->keep_alive();
    const Request request = toRequest();
    m_parser.emplace();
    giveRoom();
    m_stream.expires_never();
    m_awaitsAnswer = true;
    ++m_number;
    if (limits().answerTime.count() > 0) {
        m_timer.expires_after(limits().answerTime);
        m_timer.async_wait([self = shared_from_this(), number = m_number](ErrorCode error) {
            if (!error)
                self->deliver(number, {plain(503), Ending::Answer, {}});
        });
    }
    m_port.service().handler(request, Reply(std::make_shared<Pending>(m_port.context(), weak_from_this(), m_number)));
}

void Connection::deliver(std::uint64_t number, Exchange exchange)
{
    if (!m_isOpen || !m_awaitsAnswer || number != m_number)
        return;
    m_awaitsAnswer = false;
    m_timer.cancel();
    m_exchange = std::move(exchange);
    m_keepAlive = m_keepAlive && !m_exchange.response.closeConnection && m_exchange.ending == Ending::Answer;
    if (m_exchange.delay.count() <= 0)
        return finish();
    m_timer.expires_after(m_exchange.delay);
    m_timer.async_wait([self = shared_from_this()](ErrorCode error) {
        if (!error && self->m_isOpen)
            self->finish();
    });
}

void Connection::finish()
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

void Connection::send()
{
    const QByteArray &body = m_exchange.response.body;
    const bool isCut = m_exchange.ending == Ending::CutBody;
    m_header = headerText(m_exchange.response, m_keepAlive);
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(m_header.constData(), std::size_t(m_header.size())),
        asio::buffer(body.constData(), std::size_t(isCut ? body.size() / 2 : body.size()))};
    m_stream.expires_after(limits().bodyTime);
    asio::async_write(m_stream, parts, then([](Connection &self, const ErrorCode &error, std::size_t) {
                          self.m_exchange = {};
                          if (!error && self.m_lingers)
                              return self.linger();
                          if (error || !self.m_keepAlive)
                              return self.close();
                          self.awaitRequest(self.limits().idleTime);
                      }));
}

void Connection::linger()
{
    m_port.setWaiting(this, true);
    boost::system::error_code ignored;
    m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    m_stream.expires_after(lingerTime);
    m_buffer.clear();
    swallow();
}

void Connection::swallow()
{
    m_stream.async_read_some(m_buffer.prepare(readAtOnce),
                             then([](Connection &self, const ErrorCode &error, std::size_t size) {
                                 self.m_swallowed += size;
                                 if (error || self.m_swallowed > lingerBytes)
                                     return self.close();
                                 self.swallow();
                             }));
}

void Connection::close()
{
    if (!std::exchange(m_isOpen, false))
        return;
    const auto self = shared_from_this();
    giveRoom();
    m_timer.cancel();
    boost::system::error_code ignored;
    m_stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
    m_stream.close();
    m_port.forget(this);
}

/// Waits until the client gives up.
void Connection::hang()
{
    m_stream.expires_never();
    m_stream.async_read_some(m_buffer.prepare(1024),
                             then([](Connection &self, const ErrorCode &, std::size_t) { self.close(); }));
}

} // namespace syncline::listener
