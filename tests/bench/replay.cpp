#include "bench/replay.h"

#include <QJsonDocument>

#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace syncline::bench {

Wire::Wire(std::uint16_t port) : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close(m_socket);
        m_socket = -1;
    }
}

Wire::~Wire()
{
    if (m_socket >= 0)
        close(m_socket);
}

bool Wire::fill()
{
    std::array<char, 65536> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): recv fills it
    const ssize_t got = recv(m_socket, buffer.data(), buffer.size(), 0);
    if (got <= 0)
        return false;
    m_read.append(buffer.data(), got);
    return true;
}

Answer Wire::exchange(const Request &request, const QByteArray &credentials)
{
    const bool isForm = request.body.startsWith("grant_type=") || request.body.contains("&grant_type=");
    QByteArray text = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!credentials.isEmpty())
        text += "Authorization: Bearer " + credentials + "\r\n";
    if (!request.body.isEmpty()) {
        text += isForm ? "Content-Type: application/x-www-form-urlencoded\r\n" : "Content-Type: application/json\r\n";
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    }
    text += "\r\n" + request.body;
    for (qsizetype sent = 0; sent < text.size();) {
        const ssize_t step = send(m_socket, text.constData() + sent, size_t(text.size() - sent), MSG_NOSIGNAL);
        if (step <= 0)
            return {};
        sent += step;
    }
    qsizetype head = -1;
    while ((head = m_read.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QByteArray header = m_read.left(head).toLower();
    const qsizetype place = header.indexOf("content-length:");
    const qsizetype end = header.indexOf('\r', place);
    const qsizetype size = place < 0 ? 0
                                     : header.mid(place + 15, end < 0 ? -1 : end - place - 15).trimmed().toLongLong();
    m_read.reserve(head + 4 + size);
    while (m_read.size() < head + 4 + size) {
        if (!fill())
            return {};
    }
    Answer answer{m_read.mid(9, 3).toInt(), m_read.mid(head + 4, size)};
    m_read.remove(0, head + 4 + size);
    return answer;
}

Replayed replay(std::uint16_t port, const QList<Request> &requests)
{
    Replayed replayed;
    Wire wire(port);
    QByteArray credentials;
    for (const Request &request : requests) {
        const Answer answer = wire.exchange(request, credentials);
        const auto token = answer.body.contains("access_token")
            ? QJsonDocument::fromJson(answer.body)[QStringLiteral("access_token")].toString()
            : QString();
        if (!token.isEmpty())
            credentials = token.toLatin1();
        ++replayed.requests;
        replayed.bytes += answer.body.size();
        replayed.different += answer.status != request.status ? 1 : 0;
    }
    return replayed;
}

} // namespace syncline::bench
