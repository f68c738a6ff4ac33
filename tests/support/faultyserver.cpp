#include "support/faultyserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace syncline::test {

namespace {

/// Takes the first whole request out of what came so far.
std::optional<SeenRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> lines = buffer.left(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    SeenRequest request{words.value(0), words.value(1), {}, {}};
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

void reset(QTcpSocket &socket)
{
    const linger now{1, 0}; // a close with this sends RST
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

struct FaultyServer::State
{
    /// Hands each connection over before anything is read from it.
    class Listener final : public QTcpServer
    {
    public:
        explicit Listener(State &state) : m_state(state) {}

    protected:
        void incomingConnection(qintptr descriptor) override { m_state.accept(descriptor); }

    private:
        State &m_state;
    };

    void accept(qintptr descriptor)
    {
        auto *socket = new QSslSocket(listener.get());
        socket->setSocketDescriptor(descriptor);
        {
            const std::lock_guard lock(mutex);
            ++connections;
        }
        auto buffer = std::make_shared<QByteArray>();
        QObject::connect(socket, &QSslSocket::readyRead, socket, [this, socket, buffer] { read(*socket, *buffer); });
        QObject::connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (tls) {
            socket->setSslConfiguration(*tls);
            socket->startServerEncryption();
        }
    }

    void read(QSslSocket &socket, QByteArray &buffer)
    {
        const QByteArray came = socket.readAll();
        buffer += came;
        {
            const std::lock_guard lock(mutex);
            bytesReceived += came.size();
        }
        while (auto request = takeRequest(buffer)) {
            int number = 0;
            {
                const std::lock_guard lock(mutex);
                seen.append(*request);
                number = int(seen.size());
            }
            const WireAnswer told = answer(*request, number);
            changed.notify_all();
            give(socket, told);
        }
    }

    static void give(QSslSocket &socket, const WireAnswer &told)
    {
        if (!told.bytes.isEmpty()) {
            socket.write(told.bytes);
            socket.flush();
        }
        if (told.then == WireAnswer::Then::Close)
            socket.disconnectFromHost();
        else if (told.then == WireAnswer::Then::Reset)
            reset(socket);
    }

    Answer answer;
    std::optional<QSslConfiguration> tls;
    QThread thread;
    std::unique_ptr<Listener> listener; ///< lives on the thread
    quint16 port = 0;

    std::mutex mutex;
    std::condition_variable changed;
    QList<SeenRequest> seen;
    int connections = 0;
    qint64 bytesReceived = 0;
};

FaultyServer::FaultyServer(Answer answer, const Certificate *certificate) : m_state(std::make_unique<State>())
{
    m_state->answer = std::move(answer);
    if (certificate) {
        m_state->tls = QSslConfiguration::defaultConfiguration();
        m_state->tls->setLocalCertificate(QSslCertificate(certificate->pem));
        m_state->tls->setPrivateKey(QSslKey(certificate->key, QSsl::Rsa));
        m_state->tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    m_state->listener = std::make_unique<State::Listener>(*m_state);
    m_state->listener->listen(QHostAddress::LocalHost);
    m_state->port = m_state->listener->serverPort();
    m_state->listener->moveToThread(&m_state->thread);
    m_state->thread.start();
}

FaultyServer::~FaultyServer()
{
    QMetaObject::invokeMethod(
        m_state->listener.get(), [state = m_state.get()] { state->listener.reset(); }, Qt::BlockingQueuedConnection);
    m_state->thread.quit();
    m_state->thread.wait();
}

QUrl FaultyServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(m_state->tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(m_state->port);
    return url;
}

quint16 FaultyServer::port() const
{
    return m_state->port;
}

QList<SeenRequest> FaultyServer::seen() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->seen;
}

bool FaultyServer::waitForRequests(int count) const
{
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_state->seen.size() >= count; });
}

int FaultyServer::connections() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->connections;
}

qint64 FaultyServer::bytesReceived() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->bytesReceived;
}

WireAnswer httpAnswer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return {bytes, WireAnswer::Then::KeepOpen};
}

Certificate selfSigned(const QByteArray &host, Validity validity)
{
    const QTemporaryDir folder;
    QFile config(folder.filePath(u"ca.cnf"_s));
    if (!config.open(QIODevice::WriteOnly) || !QFile(folder.filePath(u"index.txt"_s)).open(QIODevice::WriteOnly))
        return {};
    config.write("[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                 "default_md=sha256\npolicy=any\nx509_extensions=extra\n[any]\ncommonName=supplied\n"
                 "[extra]\nbasicConstraints=CA:TRUE\nsubjectAltName="
                 + QByteArray(host.at(0) >= '0' && host.at(0) <= '9' ? "IP:" : "DNS:") + host + '\n');
    config.close();
    const auto openssl = [&folder](const QString &arguments) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(u"openssl"_s, arguments.split(u' '));
        process.waitForFinished();
    };
    openssl(u"req -newkey rsa:2048 -nodes -keyout key -out request -subj /CN="_s + QString::fromLatin1(host));
    const QString until = validity == Validity::Valid ? u"20990101000000Z"_s : u"20200201000000Z"_s;
    openssl(u"ca -batch -notext -config ca.cnf -selfsign -keyfile key -in request -out certificate "
            "-startdate 20200101000000Z -enddate "_s
            + until);
    return {contents(folder.filePath(u"certificate"_s)), contents(folder.filePath(u"key"_s))};
}

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace syncline::test
