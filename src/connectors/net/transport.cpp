#include "connectors/net/transport.h"

#include "connectors/net/wirefailure.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <vector>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

/// A body that can be read once. QNetworkAccessManager silently sends a request a second time when the server closes the
/// connection without an answer; a sequential device stops it, and the reply ends in ContentReSendError.
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(QByteArray data, QObject *parent) : QIODevice(parent), m_data(std::move(data)) { open(ReadOnly); }
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

/// Reads the header of a plain HTTP answer at once. Without a proxy, Qt opens such a socket unbuffered and takes the
/// header byte by byte, each by a system call. The default proxy, which every socket asks for by itself, is *no proxy*
/// here as well; it only differs in that the socket is opened with a buffer. Answers over TLS have one anyway.
class BufferedRoutes final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        auto routes = proxyForQuery(query);
        if (query.protocolTag() == "http"_L1 && !routes.isEmpty() && routes.first().type() == QNetworkProxy::NoProxy) {
            QNetworkProxy direct(QNetworkProxy::DefaultProxy);
            direct.setCapabilities(QNetworkProxy::TunnelingCapability);
            routes.first() = direct;
        }
        return routes;
    }
};

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
        QMetaObject::invokeMethod(
            this, [this] { closeDown(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    void send(quint64 id, WireRequest request, Transport::Done done)
    {
        QMetaObject::invokeMethod(
            this, [this, id, request = std::move(request), done = std::move(done)] { start(id, request, done); },
            Qt::QueuedConnection);
    }

    void abandon(quint64 id)
    {
        QMetaObject::invokeMethod(
            this, [this, id] { end(id, Ended::Abandoned); }, Qt::QueuedConnection);
    }

private:
    /// What is known of a request on its way.
    struct Underway
    {
        QNetworkReply *reply = nullptr;
        Ended ended = Ended::No;
        QList<QSslError> sslErrors;
        std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
        std::chrono::steady_clock::time_point deadline;
        qint64 maxBodyBytes = 0;
        Transport::Done done;
    };

    static QNetworkRequest prepared(const WireRequest &request)
    {
        QNetworkRequest prepared(request.url);
        prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        // That a write goes out once was measured on HTTP/1.1 only.
        prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        prepared.setDecompressedSafetyCheckThreshold(-1); // readBody() has a limit of its own
        prepared.setTransferTimeout(int(request.timeout.count()));
        for (const auto &[name, value] : request.headers)
            prepared.setRawHeader(name, value);
        if (!request.contentType.isEmpty())
            prepared.setRawHeader("Content-Type", request.contentType);
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

    /// On the network thread, so that manager and timer live there.
    void open()
    {
        m_manager = new QNetworkAccessManager(this);
        m_manager->setProxyFactory(new BufferedRoutes);
        m_deadlines = new QTimer(this);
        m_deadlines->setInterval(deadlineStep);
        QObject::connect(m_deadlines, &QTimer::timeout, this, [this] { endOverdue(); });
    }

    void start(quint64 id, const WireRequest &request, const Transport::Done &done)
    {
        if (!m_manager)
            open();
        QNetworkReply *reply = dispatch(request);
        const auto now = std::chrono::steady_clock::now();
        m_underway.emplace(id, Underway{reply, Ended::No, {}, now, now + request.deadline, request.maxBodyBytes, done});
        if (!m_deadlines->isActive())
            m_deadlines->start();
        QObject::connect(reply, &QNetworkReply::sslErrors, this, [this, id](const QList<QSslError> &errors) {
            if (const auto it = m_underway.find(id); it != m_underway.end())
                it->second.sslErrors = errors;
        });
        QObject::connect(reply, &QNetworkReply::downloadProgress, this,
                         [this, id, limit = request.maxBodyBytes](qint64 got, qint64 total) {
                             if (limit > 0 && std::max(got, total) > limit)
                                 end(id, Ended::TooLarge);
                         });
        QObject::connect(reply, &QNetworkReply::finished, this, [this, id] { finish(id); });
    }

    void end(quint64 id, Ended why)
    {
        const auto it = m_underway.find(id);
        if (it == m_underway.end() || it->second.ended != Ended::No)
            return;
        it->second.ended = why;
        it->second.reply->abort(); // finishes it, from within
    }

    void finish(quint64 id)
    {
        auto node = m_underway.extract(id);
        if (node.empty())
            return;
        Underway &underway = node.mapped();
        WireResult result = wireResult(*underway.reply, underway.ended, underway.sslErrors, underway.maxBodyBytes);
        result.response.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now()
                                                                                        - underway.began);
        underway.reply->deleteLater();
        underway.done(id, std::move(result));
    }

    /// One timer for all: thousands of requests a second would each start and stop their own.
    void endOverdue()
    {
        const auto now = std::chrono::steady_clock::now();
        std::vector<quint64> overdue;
        for (const auto &[id, underway] : m_underway) {
            if (now >= underway.deadline)
                overdue.push_back(id);
        }
        for (const quint64 id : overdue)
            end(id, Ended::Deadline);
        if (m_underway.empty())
            m_deadlines->stop();
    }

    void closeDown()
    {
        while (!m_underway.empty()) {
            const quint64 id = m_underway.begin()->first;
            end(id, Ended::Abandoned);
            finish(id); // a reply that had failed already does not say so again
        }
        delete m_deadlines;
        delete m_manager;
    }

    static constexpr std::chrono::milliseconds deadlineStep{50};

    QThread m_thread;
    QNetworkAccessManager *m_manager = nullptr;
    QTimer *m_deadlines = nullptr;
    std::unordered_map<quint64, Underway> m_underway;
};

Transport::Transport() : m_wire(std::make_unique<Wire>()) {}

Transport::~Transport() = default;

quint64 Transport::send(WireRequest request, Done done)
{
    const quint64 id = ++m_lastId;
    m_wire->send(id, std::move(request), std::move(done));
    return id;
}

void Transport::abandon(quint64 id)
{
    m_wire->abandon(id);
}

} // namespace syncline::connectors
