#include "sandbox/outbox.h"

#include <QUrl>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace syncline::sandbox {

namespace {

constexpr auto patience = std::chrono::seconds(15);
constexpr int usualPort = 80;

/// The asynchronous calls are the ones that keep the time limit.
void run(asio::io_context &context)
{
    context.restart();
    context.run();
}

void send(const Outbox::Letter &letter)
{
    const QUrl url = QUrl::fromEncoded(letter.url);
    const std::string host = url.host().toStdString();
    asio::io_context context;
    boost::system::error_code error;
    const asio::ip::address address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
    if (error)
        return;
    http::request<http::string_body> request(http::verb::post, url.path(QUrl::FullyEncoded).toStdString(), 11,
                                             std::string(letter.body.constData(), std::size_t(letter.body.size())));
    request.set(http::field::host, host + ':' + std::to_string(url.port(usualPort)));
    for (const auto &[name, value] : letter.headers)
        request.set(name.toStdString(), value.toStdString());
    request.prepare_payload();
    beast::tcp_stream stream(context);
    stream.expires_after(patience);
    const auto take = [&error](const boost::system::error_code &code, auto &&...) { error = code; };
    stream.async_connect(asio::ip::tcp::endpoint(address, std::uint16_t(url.port(usualPort))), take);
    run(context);
    if (error)
        return;
    http::async_write(stream, request, take);
    run(context);
    if (error)
        return;
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::async_read(stream, buffer, response, take);
    run(context);
}

} // namespace

Outbox::~Outbox() = default;

void Outbox::add(Letter letter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    m_changed.notify_all();
}

void Outbox::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_letters.empty(); }) && !stop.stop_requested()) {
        const Letter letter = std::move(m_letters.front());
        m_letters.pop_front();
        lock.unlock();
        send(letter);
        lock.lock();
    }
}

} // namespace syncline::sandbox
