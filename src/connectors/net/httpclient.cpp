#include "connectors/net/httpclient.h"

#include "connectors/net/breaker.h"
#include "connectors/net/ratelimiter.h"
#include "connectors/net/transport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::HttpClient", text);
}

using Time = std::chrono::milliseconds;

Time steadyNow()
{
    return std::chrono::duration_cast<Time>(std::chrono::steady_clock::now().time_since_epoch());
}

/// 1 s doubling to 10 s, with jitter (R1).
Time backOff(int attempt)
{
    const double seconds = std::min(10.0, double(1 << std::min(attempt, 4)));
    return Time(qint64(seconds * 1000 * (0.75 + QRandomGenerator::global()->generateDouble() / 2)));
}

constexpr int rateLimitTries = 6;
constexpr Time longestRetryAfter{120'000};

/// Answers of requests on their way, handed over from the network thread. Shared with it, so that a late answer finds a home.
struct Inbox
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<std::pair<quint64, WireResult>> arrived;
};

struct Item
{
    HttpRequest request;
    quint64 ticket = 0;
    int attempt = 0;
    int rateLimited = 0;
    bool renewed = false;
    int redirects = 0;
    bool onItsWay = false;
    Time notBefore{0};
    QList<QPair<QByteArray, QByteArray>> credentials;
    std::optional<Result<HttpResponse>> outcome;
};

Error networkError(const WireResult &wire, bool unknown)
{
    return Error{ErrorKind::Network, wire.problem, wire.remedy, {}, {}, unknown};
}

} // namespace

QByteArray HttpResponse::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<std::chrono::seconds> HttpResponse::date() const
{
    const QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(header("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid())
        return std::nullopt;
    return std::chrono::seconds(QDateTime(time.date(), time.time(), Qt::UTC).toSecsSinceEpoch());
}

namespace {

class Client final : public HttpClient
{
public:
    Client(HttpSettings settings, Transport &transport, const Clock &clock, EffectGate &gate,
           const std::function<void(const HttpLogEntry &)> &log)
        : m_settings(std::move(settings))
        , m_transport(transport)
        , m_clock(clock)
        , m_gate(gate)
        , m_log(log)
        , m_limiter({m_settings.ratePerSecond, m_settings.ratePerMinute, m_settings.ratePerHour, m_settings.ratePerDay,
                     m_settings.sharePercent})
    {
    }

    Result<HttpResponse> send(HttpRequest request, std::stop_token stop) override
    {
        std::optional<HttpRequest> next = std::move(request);
        Result<HttpResponse> outcome = failure(ErrorKind::Cancelled, tr("Cancelled."));
        sendAll([&] { return std::exchange(next, std::nullopt); },
                [&](Result<HttpResponse> answer) {
                    outcome = std::move(answer);
                    return true;
                },
                stop);
        return outcome;
    }

    void sendAll(const std::function<std::optional<HttpRequest>()> &next, const std::function<bool(Result<HttpResponse>)> &done,
                 std::stop_token stop) override
    {
        std::deque<Item> window;
        bool more = true;
        const auto width = std::size_t(std::max(1, m_settings.parallel));
        while (more || !window.empty()) {
            while (more && window.size() < width && !stop.stop_requested()) {
                auto request = next();
                if (!request)
                    more = false;
                else
                    window.push_back(newItem(std::move(*request)));
            }
            if (stop.stop_requested()) {
                more = false;
                for (Item &item : window) {
                    if (!item.onItsWay && !item.outcome)
                        item.outcome = failure(ErrorKind::Cancelled, tr("Cancelled before it was sent."));
                }
            }
            startDue(window, stop);
            while (!window.empty() && window.front().outcome) {
                auto outcome = std::move(*window.front().outcome);
                window.pop_front();
                if (!done(std::move(outcome)))
                    more = false;
            }
            if (!window.empty() && !window.front().outcome)
                awaitSomething(window, stop);
        }
    }

    void setAuthenticator(std::shared_ptr<Authenticator> authenticator) override { m_authenticator = std::move(authenticator); }
    const HttpSettings &settings() const override { return m_settings; }
    HttpTraffic takeTraffic() override { return std::exchange(m_traffic, {}); }

private:
    Item newItem(HttpRequest request)
    {
        Item item;
        item.request = std::move(request);
        item.ticket = ++m_tickets;
        return item;
    }

    void startDue(std::deque<Item> &window, std::stop_token stop)
    {
        for (Item &item : window) {
            if (item.onItsWay || item.outcome || steadyNow() < item.notBefore || stop.stop_requested())
                continue;
            if (m_limiter.waitFor(steadyNow()) > 0ms)
                return;
            start(item, stop);
        }
    }

    void start(Item &item, std::stop_token stop)
    {
        if (!m_breaker.allows(steadyNow())) {
            item.outcome = failure(ErrorKind::Server, tr("%1 failed several times in a row and is left alone for a while.").arg(host()),
                                   tr("Wait half a minute, or check the server."));
            return;
        }
        item.credentials.clear();
        if (item.request.signIn && m_authenticator) {
            auto headers = m_authenticator->headers(stop);
            if (!headers) {
                item.outcome = failure(headers.error());
                return;
            }
            item.credentials = std::move(*headers);
        }
        m_gate.before(EffectKind::Send, "http");
        item.onItsWay = true;
        ++item.attempt;
        ++m_traffic.requests;
        m_limiter.sent(steadyNow());
        m_transport.send(wireRequest(item), [inbox = m_inbox, ticket = item.ticket](WireResult result) {
            {
                const std::lock_guard lock(inbox->mutex);
                inbox->arrived.emplace_back(ticket, std::move(result));
            }
            inbox->changed.notify_all();
        });
    }

    WireRequest wireRequest(const Item &item) const
    {
        WireRequest wire;
        wire.method = item.request.method;
        QUrl url = m_settings.baseUrl;
        QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
        while (path.endsWith('/'))
            path.chop(1);
        url.setPath(QString::fromLatin1(path + item.request.path), QUrl::TolerantMode);
        if (!item.request.query.isEmpty())
            url.setQuery(QString::fromLatin1(item.request.query), QUrl::TolerantMode);
        wire.url = url;
        wire.body = item.request.body;
        wire.contentType = item.request.contentType;
        wire.headers = item.request.headers + item.credentials;
        wire.headers.append(QPair<QByteArray, QByteArray>("User-Agent", "Syncline"));
        wire.timeout = item.request.timeout > 0ms ? item.request.timeout : m_settings.timeout;
        wire.deadline = m_settings.deadline;
        wire.maxBodyBytes = m_settings.maxBodyBytes;
        return wire;
    }

    /// Until an answer comes, the next request is due or the person cancels.
    void awaitSomething(std::deque<Item> &window, std::stop_token stop)
    {
        Time due{200};
        bool waiting = false;
        for (const Item &item : window) {
            if (!item.onItsWay && !item.outcome) {
                const Time limited = m_limiter.waitFor(steadyNow());
                due = std::min(due, std::max({limited, item.notBefore - steadyNow(), 1ms}));
                waiting = waiting || limited > 0ms;
            }
        }
        const Time began = steadyNow();
        // A sign-in may go on inside another request's turn: each takes only the answers that are its own.
        const auto isOurs = [&](const auto &entry) {
            return std::ranges::any_of(window, [&](const Item &item) { return item.ticket == entry.first; });
        };
        std::deque<std::pair<quint64, WireResult>> arrived;
        {
            std::unique_lock lock(m_inbox->mutex);
            m_inbox->changed.wait_for(lock, stop, due, [&] { return std::ranges::any_of(m_inbox->arrived, isOurs); });
            for (auto it = m_inbox->arrived.begin(); it != m_inbox->arrived.end();) {
                if (isOurs(*it)) {
                    arrived.push_back(std::move(*it));
                    it = m_inbox->arrived.erase(it);
                } else {
                    ++it;
                }
            }
        }
        if (waiting)
            m_traffic.throttled += steadyNow() - began;
        for (auto &[ticket, result] : arrived) {
            for (Item &item : window) {
                if (item.ticket == ticket)
                    receive(item, std::move(result), stop);
            }
        }
    }

    void receive(Item &item, WireResult wire, std::stop_token stop)
    {
        m_gate.after(EffectKind::Receive, "http");
        item.onItsWay = false;
        log(item, wire);
        if (wire.fate == WireResult::Fate::Answered)
            receiveAnswer(item, std::move(wire.response), stop);
        else
            receiveFailure(item, wire);
    }

    void receiveFailure(Item &item, const WireResult &wire)
    {
        m_breaker.failed(steadyNow());
        const bool sent = wire.fate != WireResult::Fate::NotSent;
        const bool repeatable = item.request.repeat == Repeat::Safe || !sent;
        if (wire.fate != WireResult::Fate::TooLarge && repeatable && retry(item))
            return;
        item.outcome = failure(networkError(wire, sent && item.request.repeat == Repeat::Once));
    }

    bool retry(Item &item)
    {
        if (item.attempt >= m_settings.tries)
            return false;
        item.notBefore = steadyNow() + backOff(item.attempt - 1);
        return true;
    }

    void receiveAnswer(Item &item, HttpResponse response, std::stop_token stop)
    {
        learnLimits(response);
        if (response.status == 401 && item.request.signIn && m_authenticator && !item.renewed) {
            item.renewed = true;
            const auto again = m_authenticator->rejected(item.credentials, stop);
            if (!again) {
                item.outcome = failure(again.error());
                return;
            }
            if (*again)
                return;
        }
        if (response.status == 429) {
            receiveRateLimit(item, response);
            return;
        }
        if (response.status >= 300 && response.status < 400) {
            receiveRedirect(item, response);
            return;
        }
        const bool gateway = response.status == 502 || response.status == 503 || response.status == 504;
        const bool passing = gateway || (response.status >= 500 && item.request.retryServerErrors);
        if (response.status >= 500 && gateway)
            m_breaker.failed(steadyNow());
        else
            m_breaker.succeeded();
        if (passing && item.request.repeat == Repeat::Safe && retry(item))
            return;
        item.outcome = std::move(response);
    }

    void receiveRateLimit(Item &item, const HttpResponse &response)
    {
        Time wait = backOff(item.rateLimited);
        bool ok = false;
        if (const int seconds = response.header("Retry-After").toInt(&ok); ok)
            wait = std::chrono::seconds(std::max(0, seconds));
        else if (const qint64 reset = response.header("X-RateLimit-Reset").toLongLong(&ok); ok && reset > 0)
            wait = std::max(Time(0), std::chrono::seconds(reset) - m_clock.now());
        if (++item.rateLimited > rateLimitTries || wait > longestRetryAfter) {
            item.outcome = failure(ErrorKind::RateLimit, tr("%1 is over its rate limit.").arg(host()),
                                   tr("Try again later, or lower rate_per_second of this integration."));
            return;
        }
        m_limiter.blockUntil(steadyNow() + wait);
        --item.attempt; // a refusal by limit is no failed try
    }

    void learnLimits(const HttpResponse &response)
    {
        bool ok = false, okReset = false;
        const int remaining = response.header("X-RateLimit-Remaining").toInt(&ok);
        const qint64 reset = response.header("X-RateLimit-Reset").toLongLong(&okReset);
        if (ok && okReset && reset > 1'000'000'000)
            m_limiter.learn(remaining, steadyNow() + (std::chrono::seconds(reset) - m_clock.now()), steadyNow());
    }

    /// Reads follow a redirect within the same origin; everything else would carry credentials to somebody else.
    void receiveRedirect(Item &item, const HttpResponse &response)
    {
        const QUrl from = wireRequest(item).url;
        const QUrl to = from.resolved(QUrl::fromEncoded(response.header("Location")));
        const bool sameOrigin = to.scheme() == from.scheme() && to.host() == from.host() && to.port() == from.port();
        const QByteArray base = m_settings.baseUrl.path(QUrl::FullyEncoded).toLatin1();
        const QByteArray target = to.path(QUrl::FullyEncoded).toLatin1();
        if (sameOrigin && item.request.method == "GET" && item.redirects < 5 && target.startsWith(base) && target != from.path(QUrl::FullyEncoded).toLatin1()) {
            ++item.redirects;
            --item.attempt;
            item.request.path = target.mid(base.endsWith('/') ? base.size() - 1 : base.size());
            item.request.query = to.query(QUrl::FullyEncoded).toLatin1();
            return;
        }
        item.outcome = failure(ErrorKind::Network,
                               tr("%1 redirects to %2.").arg(host(), to.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo)),
                               tr("Enter the address that the CRM really has."));
    }

    void log(const Item &item, const WireResult &wire) const
    {
        if (!m_log)
            return;
        m_log({item.request.method, QString::fromLatin1(item.request.path), wire.response.status, wire.response.elapsed, wire.problem});
    }

    QString host() const { return m_settings.baseUrl.host(); }

    HttpSettings m_settings;
    Transport &m_transport;
    const Clock &m_clock;
    EffectGate &m_gate;
    const std::function<void(const HttpLogEntry &)> &m_log;
    RateLimiter m_limiter;
    Breaker m_breaker;
    std::shared_ptr<Authenticator> m_authenticator;
    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
    HttpTraffic m_traffic;
    quint64 m_tickets = 0;
};

class NetworkThread final : public Network
{
public:
    NetworkThread(const Clock &clock, EffectGate &gate)
        : m_clock(clock)
        , m_gate(gate)
    {
    }
    std::unique_ptr<HttpClient> makeClient(HttpSettings settings) override
    {
        return std::make_unique<Client>(std::move(settings), m_transport, m_clock, m_gate, m_log);
    }
    void setLog(std::function<void(const HttpLogEntry &)> log) override { m_log = std::move(log); }

private:
    const Clock &m_clock;
    EffectGate &m_gate;
    std::function<void(const HttpLogEntry &)> m_log;
    Transport m_transport;
};

} // namespace

std::unique_ptr<Network> makeNetwork(const Clock &clock, EffectGate &gate)
{
    return std::make_unique<NetworkThread>(clock, gate);
}

QByteArray encodeComponent(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray formEncoded(const QList<QPair<QString, QString>> &fields)
{
    QByteArray form;
    for (const auto &[key, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += encodeComponent(key) + '=' + encodeComponent(value);
    }
    return form;
}

Result<QUrl> checkedBaseUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString remedy = tr("Enter the address as in the browser, for example https://crm.example.com.");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return failure(ErrorKind::Usage, tr("%1 is no web address.").arg(text), remedy);
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::Usage, tr("The address must not hold a user name or password."), remedy);
    const QHostAddress address(url.host());
    const bool loopback = url.host() == "localhost"_L1 || address.isLoopback();
    if (url.scheme() == "http"_L1 && !loopback) {
        return failure(ErrorKind::Usage, tr("%1 is not encrypted: passwords and customer data would be readable on the way.").arg(text),
                       tr("Use https://; plain http:// is allowed to this computer only."));
    }
    QUrl plain = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    return plain;
}

} // namespace syncline::connectors
