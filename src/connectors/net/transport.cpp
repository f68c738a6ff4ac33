#include "connectors/net/transport.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QThread>
#include <QTimer>

#include <cstring>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::Transport", text);
}

/// A body that can be read once. QNetworkAccessManager silently sends a request a second time when the server closes the
/// connection without an answer; a sequential device stops it, and the reply ends in ContentReSendError.
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(QByteArray data, QObject *parent)
        : QIODevice(parent)
        , m_data(std::move(data))
    {
        open(ReadOnly);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override { return m_data.size() - m_at + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *to, qint64 wanted) override
    {
        const qint64 count = qMin<qint64>(wanted, m_data.size() - m_at);
        if (count <= 0)
            return -1;
        std::memcpy(to, m_data.constData() + m_at, size_t(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qint64 m_at = 0;
};

struct Failure
{
    WireResult::Fate fate;
    QString problem, remedy;
};

QString sslProblem(const QList<QSslError> &errors, const QString &host)
{
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain: return tr("The certificate of %1 is self-signed.").arg(host);
        case QSslError::CertificateExpired: return tr("The certificate of %1 has expired.").arg(host);
        case QSslError::HostNameMismatch: return tr("The certificate belongs to another host than %1.").arg(host);
        default: break;
        }
    }
    return tr("The certificate of %1 cannot be trusted: %2.")
        .arg(host, errors.isEmpty() ? tr("the handshake failed") : errors.first().errorString());
}

Failure classify(const QNetworkReply &reply, const QList<QSslError> &sslErrors, bool timedOut)
{
    using Fate = WireResult::Fate;
    const QString host = reply.url().host();
    if (timedOut) {
        return {Fate::Broken, tr("%1 did not answer in time.").arg(host),
                tr("Try again; if it stays so, raise timeout_ms or look at the server's load.")};
    }
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return {Fate::NotSent, tr("%1 refuses connections on port %2.").arg(host).arg(reply.url().port(443)),
                tr("Check the address, and that the server is running.")};
    case QNetworkReply::HostNotFoundError:
        return {Fate::NotSent, tr("There is no host named %1.").arg(host), tr("Check the address for a typing error.")};
    case QNetworkReply::SslHandshakeFailedError:
        return {Fate::NotSent, sslProblem(sslErrors, host),
                tr("Have the server's administrator install a valid certificate.")};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Fate::NotSent, tr("The proxy did not let the request through: %1.").arg(reply.errorString()),
                tr("Check the proxy settings of your system.")};
    default:
        return {Fate::Broken, tr("The connection to %1 broke: %2.").arg(host, reply.errorString()),
                tr("Try again; if it stays so, check the network and the server.")};
    }
}

bool isRead(const QByteArray &method)
{
    return method == "GET" || method == "HEAD";
}

} // namespace

/// Lives on the network thread.
class Transport::Wire final : public QObject
{
public:
    Wire()
    {
        moveToThread(&m_thread);
        m_thread.setObjectName(u"network"_s);
        m_thread.start();
    }
    ~Wire() override
    {
        QMetaObject::invokeMethod(this, [this] { delete m_manager; m_manager = nullptr; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    void send(WireRequest request, std::function<void(WireResult)> done)
    {
        QMetaObject::invokeMethod(this, [this, request = std::move(request), done = std::move(done)] { start(request, done); },
                                  Qt::QueuedConnection);
    }

private:
    QNetworkRequest prepared(const WireRequest &request) const
    {
        QNetworkRequest prepared(request.url);
        prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        prepared.setTransferTimeout(int(request.timeout.count()));
        for (const auto &[name, value] : request.headers)
            prepared.setRawHeader(name, value);
        if (!request.contentType.isEmpty())
            prepared.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(request.contentType));
        return prepared;
    }

    /// The only place from which a request leaves the program.
    QNetworkReply *dispatch(const WireRequest &request)
    {
        QNetworkRequest wire = prepared(request);
        if (isRead(request.method))
            return request.method == "HEAD" ? m_manager->head(wire) : m_manager->get(wire);
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        auto *body = new OneShotBody(request.body, nullptr);
        QNetworkReply *reply = m_manager->sendCustomRequest(wire, request.method, body);
        body->setParent(reply);
        return reply;
    }

    void start(const WireRequest &request, const std::function<void(WireResult)> &done)
    {
        if (!m_manager) {
            m_manager = new QNetworkAccessManager;
            m_manager->setAutoDeleteReplies(false);
        }
        QNetworkReply *reply = dispatch(request);
        struct State
        {
            bool timedOut = false, tooLarge = false;
            QList<QSslError> sslErrors;
            std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
        };
        auto state = std::make_shared<State>();
        auto *deadline = new QTimer(reply);
        deadline->setSingleShot(true);
        QObject::connect(deadline, &QTimer::timeout, reply, [reply, state] {
            state->timedOut = true;
            reply->abort();
        });
        deadline->start(request.deadline);
        QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                         [state](const QList<QSslError> &errors) { state->sslErrors = errors; });
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply, state, limit = request.maxBodyBytes](qint64 got) {
            if (limit > 0 && got > limit && !state->tooLarge) {
                state->tooLarge = true;
                reply->abort();
            }
        });
        QObject::connect(reply, &QNetworkReply::finished, reply, [reply, state, done] {
            const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - state->began);
            done(resultOf(*reply, state->sslErrors, state->timedOut, state->tooLarge, elapsed));
            reply->deleteLater();
        });
    }

    static WireResult resultOf(QNetworkReply &reply, const QList<QSslError> &sslErrors, bool timedOut, bool tooLarge,
                               std::chrono::milliseconds elapsed)
    {
        WireResult result;
        result.response.elapsed = elapsed;
        if (tooLarge) {
            result.fate = WireResult::Fate::TooLarge;
            result.problem = tr("The answer of %1 is larger than allowed.").arg(reply.url().host());
            result.remedy = tr("Use a smaller page_size.");
            return result;
        }
        const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
        const bool cut = reply.error() == QNetworkReply::RemoteHostClosedError || reply.error() == QNetworkReply::OperationCanceledError
            || reply.error() == QNetworkReply::ContentReSendError || reply.error() == QNetworkReply::TimeoutError;
        const bool brokenBody = reply.error() == QNetworkReply::UnknownContentError && status.toInt() < 400;
        const bool notHttp = !status.isValid() || status.toInt() == 0;
        if (notHttp || cut || brokenBody) {
            const bool silent = reply.error() == QNetworkReply::OperationCanceledError;
            const Failure failure = classify(reply, sslErrors, timedOut || silent);
            result.fate = failure.fate;
            result.problem = failure.problem;
            result.remedy = failure.remedy;
            return result;
        }
        result.fate = WireResult::Fate::Answered;
        result.response.status = status.toInt();
        const auto headers = reply.rawHeaderPairs();
        for (const auto &header : headers)
            result.response.headers.append({header.first, header.second});
        result.response.body = reply.readAll();
        return result;
    }

    QThread m_thread;
    QNetworkAccessManager *m_manager = nullptr;
};

Transport::Transport()
    : m_wire(std::make_unique<Wire>())
{
}

Transport::~Transport() = default;

void Transport::send(WireRequest request, std::function<void(WireResult)> done)
{
    m_wire->send(std::move(request), std::move(done));
}

} // namespace syncline::connectors
