#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace syncline::test {

/// A request as it came over the wire.
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// What the server does about a request: bytes as they go out, then what becomes of the connection.
struct WireAnswer
{
    enum class Then { KeepOpen, Close, Reset };
    QByteArray bytes; ///< none: silence
    Then then = Then::KeepOpen;
};

/// Status line, headers, Content-Length and body.
WireAnswer httpAnswer(int status, const QByteArray &body = {}, const QList<QByteArray> &headers = {});

/// A certificate with its key, made by openssl for this run of the test.
struct Certificate
{
    QByteArray pem, key;
};
enum class Validity { Valid, Expired };
Certificate selfSigned(const QByteArray &host, Validity validity = Validity::Valid);

/// A server on 127.0.0.1 that misbehaves as told. Its sockets live on a thread of its own; `answer` runs there.
class FaultyServer
{
public:
    using Answer = std::function<WireAnswer(const SeenRequest &request, int number)>; ///< number: 1, 2, …

    explicit FaultyServer(Answer answer, const Certificate *certificate = nullptr);
    ~FaultyServer();

    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    quint16 port() const;
    QList<SeenRequest> seen() const;
    /// Blocks until so many requests came; false after ten seconds.
    bool waitForRequests(int count) const;
    int connections() const;
    qint64 bytesReceived() const; ///< of all connections, whatever they held

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A port of this computer on which nobody listens.
quint16 closedPort();

} // namespace syncline::test
