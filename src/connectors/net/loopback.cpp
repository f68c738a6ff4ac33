#include "connectors/net/loopback.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

constexpr int longestRequest = 16 * 1024;
constexpr int mostCallers = 16;
constexpr std::chrono::seconds slowestCaller{10};

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SignIn", text);
}

/// A request's head: what a browser's redirect consists of.
struct Knock
{
    QByteArray method;
    QUrl target;
    QByteArray host;
};

Knock parseHead(const QByteArray &head)
{
    Knock knock;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
    knock.method = first.value(0);
    knock.target = QUrl(QString::fromLatin1(first.value(1)), QUrl::StrictMode);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == "host")
            knock.host = line.mid(colon + 1).trimmed();
    }
    return knock;
}

LoopbackReceiver::Parameters parametersOf(const QUrl &target)
{
    LoopbackReceiver::Parameters parameters;
    const auto items =
        QUrlQuery(target.query(QUrl::FullyEncoded).replace(u'+', u"%20"_s)).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items)
        parameters.insert(key, value);
    return parameters;
}

void answer(QTcpSocket &socket, const QByteArray &status, const QString &text)
{
    const QByteArray body = "<!doctype html><meta charset=\"utf-8\"><title>Syncline</title><p>"
        + text.toHtmlEscaped().toUtf8() + "</p>\n";
    socket.write(
        "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
          "\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.disconnectFromHost();
}

class Receiver final : public LoopbackReceiver
{
public:
    explicit Receiver(const QByteArray &path) : m_path(QString::fromLatin1(path)) {}

    Result<void> open(quint16 port)
    {
        // A machine may have only one of the two families; "localhost" goes to whichever the browser tries first.
        const bool four = m_four.listen(QHostAddress::LocalHost, port);
        const bool six = m_six.listen(QHostAddress::LocalHostIPv6, four ? m_four.serverPort() : port);
        if ((four || six) && !isTaken(m_four) && !isTaken(m_six))
            return {};
        return failure(
            ErrorKind::Usage, tr("Port %1 of this computer, where the browser is to come back, is in use.").arg(port),
            tr("End the other program or sign-in that uses it, or set another redirect_port and register the "
               "new address in the CRM."));
    }

    quint16 port() const override { return m_four.isListening() ? m_four.serverPort() : m_six.serverPort(); }

    Result<Parameters> receive(const QString &state, std::chrono::milliseconds within, std::stop_token stop) override
    {
        QEventLoop loop;
        m_state = state;
        m_loop = &loop;
        for (QTcpServer *server : {&m_four, &m_six}) {
            QObject::connect(server, &QTcpServer::newConnection, &loop, [this, server] { admit(*server); });
            admit(*server);
        }
        QTimer::singleShot(within, &loop, [&loop] { loop.exit(Late); });
        const std::stop_callback cancel(stop, [&loop] {
            QMetaObject::invokeMethod(
                &loop, [&loop] { loop.exit(Stopped); }, Qt::QueuedConnection);
        });
        const int end = m_found ? Found : loop.exec();
        m_loop = nullptr;
        if (end == Found)
            return *m_found;
        if (end == Stopped)
            return failure(ErrorKind::Cancelled, tr("Stopped waiting for the browser."));
        return failure(ErrorKind::Authentication,
                       tr("Nobody signed in within %1 minutes.").arg(within / std::chrono::minutes(1)),
                       tr("Start the sign-in again and finish it in the browser."));
    }

private:
    static bool isTaken(const QTcpServer &server)
    {
        return !server.isListening() && server.serverError() == QAbstractSocket::AddressInUseError;
    }

    enum End { Found, Late, Stopped };

    void admit(QTcpServer &server)
    {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            if (++m_callers > mostCallers) {
                socket->abort();
                socket->deleteLater();
                --m_callers;
                continue;
            }
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { listenTo(*socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                --m_callers;
                socket->deleteLater();
            });
            QTimer::singleShot(slowestCaller, socket, &QTcpSocket::abort);
            listenTo(*socket);
        }
    }

    void listenTo(QTcpSocket &socket)
    {
        const QByteArray head = socket.peek(longestRequest);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end >= 0)
            meet(socket, parseHead(head.left(end)));
        else if (head.size() >= longestRequest)
            answer(socket, "431 Request Header Fields Too Large", tr("That was not a sign-in."));
    }

    /// A page of another site may ask too (DNS rebinding, a guessed address): host and state tell it apart.
    void meet(QTcpSocket &socket, const Knock &knock)
    {
        socket.readAll();
        const Parameters parameters = parametersOf(knock.target);
        const QString host = QUrl(u"http://"_s + QString::fromLatin1(knock.host)).host();
        const bool isOurs = host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1;
        if (knock.method != "GET" || !isOurs || knock.target.path() != m_path) {
            answer(socket, "404 Not Found", tr("There is nothing here."));
        } else if (parameters.value(u"state"_s) != m_state) {
            answer(socket, "400 Bad Request",
                   tr("This is not the sign-in that Syncline waits for. Start it again in Syncline."));
        } else {
            const bool granted = !parameters.value(u"code"_s).isEmpty();
            answer(socket, "200 OK",
                   granted ? tr("Syncline goes on by itself. You can close this page.")
                           : tr("The CRM did not allow the sign-in. You can close this page; Syncline says more."));
            finish(socket, parameters);
        }
    }

    /// Goes on once the browser has its page, so that it does not show a broken connection.
    void finish(QTcpSocket &socket, const Parameters &parameters)
    {
        m_found = parameters;
        if (!m_loop)
            return;
        QObject::connect(&socket, &QTcpSocket::disconnected, m_loop, [this] {
            if (m_loop)
                m_loop->exit(Found);
        });
    }

    const QString m_path;
    QTcpServer m_four, m_six;
    QString m_state;
    QEventLoop *m_loop = nullptr;
    std::optional<Parameters> m_found;
    int m_callers = 0;
};

} // namespace

Result<std::unique_ptr<LoopbackReceiver>> LoopbackReceiver::listen(quint16 port, const QByteArray &path)
{
    auto receiver = std::make_unique<Receiver>(path);
    if (auto open = receiver->open(port); !open)
        return failure(open.error());
    return receiver;
}

} // namespace syncline::connectors
