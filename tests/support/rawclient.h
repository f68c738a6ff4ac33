#pragma once

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

namespace syncline::test {

constexpr int patienceMs = 5000;

struct Answer
{
    int status = 0; ///< 0: the connection ended without a status line
    QByteArray header, body;
    qint64 promised = -1; ///< Content-Length
    bool isClosed = false;

    QJsonDocument json() const { return QJsonDocument::fromJson(body); }
};

/// A client on plain sockets: what the server does to a connection is seen as it is.
class RawClient
{
public:
    explicit RawClient(const QString &address) : m_port(quint16(QUrl(address).port())) { connectAgain(); }

    void connectAgain()
    {
        m_socket.abort();
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        QVERIFY(m_socket.waitForConnected(patienceMs));
    }

    void write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    Answer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}, int wait = patienceMs)
    {
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            connectAgain();
        write(method + ' ' + target
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer demo\r\nContent-Type: "
                "application/json\r\nContent-Length: "
              + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return receive(wait);
    }

    Answer receive(int wait = patienceMs)
    {
        Answer answer;
        QByteArray all;
        QElapsedTimer timer;
        timer.start();
        while (!isComplete(all, answer) && timer.elapsed() < wait) {
            if (m_socket.waitForReadyRead(50))
                all += m_socket.readAll();
            else if (m_socket.state() == QAbstractSocket::UnconnectedState)
                break;
        }
        answer.isClosed = m_socket.state() == QAbstractSocket::UnconnectedState;
        return answer;
    }

    /// Reads until the server has closed.
    QByteArray everything()
    {
        QByteArray all;
        while (m_socket.state() != QAbstractSocket::UnconnectedState && m_socket.waitForReadyRead(patienceMs))
            all += m_socket.readAll();
        return all + m_socket.readAll();
    }

    bool waitFor(const QByteArray &text)
    {
        QByteArray all;
        while (!all.contains(text) && m_socket.waitForReadyRead(patienceMs))
            all += m_socket.readAll();
        return all.contains(text);
    }

    bool isClosed(int waitMs)
    {
        if (m_socket.state() != QAbstractSocket::UnconnectedState)
            m_socket.waitForDisconnected(waitMs);
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }

private:
    static bool isComplete(const QByteArray &all, Answer &answer)
    {
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        answer.header = all.left(end + 2);
        answer.body = all.mid(end + 4);
        answer.status = all.mid(9, 3).toInt();
        const qsizetype at = answer.header.indexOf("Content-Length: ") + 16;
        answer.promised = answer.header.mid(at, answer.header.indexOf("\r\n", at) - at).toLongLong();
        return answer.body.size() >= answer.promised;
    }

    quint16 m_port;
    QTcpSocket m_socket;
};

} // namespace syncline::test
