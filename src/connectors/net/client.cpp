#include "connectors/net/client.h"

#include "connectors/net/retry.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::connectors {

namespace {

using Time = std::chrono::milliseconds;

constexpr int rateLimitTries = 6;
constexpr int redirectsToFollow = 5;
constexpr Time longestPause{120'000}; ///< a server that asks for more is better reported than waited for
constexpr Time longTime{3'600'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::HttpClient", text);
}

bool isRead(const HttpRequest &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

QByteArray pathBelow(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

} // namespace

Client::Client(HttpSettings settings, std::shared_ptr<SharedAccount> account, Transport &transport, const Clock &clock,
               EffectGate &gate, HttpLog log)
    : m_settings(std::move(settings))
    , m_transport(transport)
    , m_clock(clock)
    , m_gate(gate)
    , m_log(std::move(log))
    , m_account(std::move(account))
{
}

void Client::setAuthenticator(std::shared_ptr<Authenticator> authenticator)
{
    m_authenticator = std::move(authenticator);
}

Result<HttpResponse> Client::send(HttpRequest request, std::stop_token stop)
{
    std::optional<HttpRequest> next = std::move(request);
    Result<HttpResponse> outcome = failure(ErrorKind::Cancelled, tr("Cancelled before it was sent."));
    const auto keep = [&outcome](Result<HttpResponse> answer) {
        outcome = std::move(answer);
        return true;
    };
    sendAll([&next] { return std::exchange(next, std::nullopt); }, keep, std::move(stop));
    return outcome;
}

void Client::sendAll(const std::function<std::optional<HttpRequest>()> &next,
                     const std::function<bool(Result<HttpResponse>)> &done, std::stop_token stop)
{
    Round round;
    round.stop = std::move(stop);
    const auto width = std::size_t(std::max(1, m_settings.parallel));
    bool more = true;
    while (more || !round.items.empty()) {
        if (round.stop.stop_requested()) {
            more = false;
            cancel(round);
        }
        while (more && round.items.size() < width) {
            auto request = next();
            more = request.has_value();
            if (request)
                round.items.emplace_back().request = std::move(*request);
        }
        startDue(round);
        while (!round.items.empty() && round.items.front().outcome) {
            auto outcome = std::move(*round.items.front().outcome);
            round.items.pop_front();
            more = done(std::move(outcome)) && more;
        }
        if (!round.items.empty() && (!more || round.items.size() == width))
            awaitSomething(round);
    }
}

/// A write on its way may take effect: only its answer tells, so it is awaited.
void Client::cancel(Round &round)
{
    for (Item &item : round.items) {
        if (item.outcome || (item.onItsWay && !isRead(item.request)))
            continue;
        if (item.onItsWay)
            abandon(item);
        item.onItsWay = false;
        Error error{ErrorKind::Cancelled, tr("Cancelled before it was sent."), {}, {}, {}, item.maybeDone};
        if (item.attempt > 0)
            error.message = tr("Cancelled before an answer came.");
        item.outcome = failure(std::move(error));
    }
}

void Client::abandon(const Item &item)
{
    m_transport.abandon(item.id);
    m_account->answered(item.request, item.sentAt, steadyNow());
}

void Client::startDue(Round &round)
{
    for (Item &item : round.items) {
        if (round.stop.stop_requested())
            return;
        if (!item.waits() || steadyNow() < item.notBefore)
            continue;
        if (m_account->waitFor(item.request, steadyNow()) > 0ms)
            return;
        start(item, round);
    }
}

void Client::start(Item &item, Round &round)
{
    if (!addCredentials(item, round))
        return;
    if (m_account->waitFor(item.request, steadyNow()) > 0ms || !mayPass(item)) // the sign-in may have taken the turn
        return;
    const Time now = steadyNow();
    if (!m_account->take(item.request, now)) // another client may have, just now
        return;
    m_gate.before(EffectKind::Send, "http");
    item.onItsWay = true;
    ++item.attempt;
    ++m_traffic.requests;
    item.sentAt = now;
    item.id = m_transport.send(wireRequest(item), [inbox = round.inbox](quint64 id, WireResult result) {
        {
            const std::lock_guard lock(inbox->mutex);
            inbox->arrived.emplace_back(id, std::move(result));
        }
        inbox->changed.notify_one();
    });
}

bool Client::mayPass(Item &item)
{
    if (m_account->pass(steadyNow(), !std::exchange(m_hasTried, true)))
        return true;
    const QString message = tr("%1 failed several times in a row and is left alone for a while. The last time: %2");
    item.outcome = failure(Error{ErrorKind::Server,
                                 message.arg(host(), m_account->breaker(steadyNow()).problem),
                                 tr("Wait half a minute, or check the server."),
                                 {},
                                 {},
                                 item.maybeDone});
    return false;
}

bool Client::addCredentials(Item &item, const Round &round)
{
    item.credentials.clear();
    item.site.clear();
    if (!item.request.signIn || !m_authenticator)
        return true;
    auto headers = m_authenticator->headers(round.stop);
    if (!headers) {
        item.outcome = failure(headers.error());
        return false;
    }
    item.credentials = std::move(*headers);
    item.site = m_authenticator->site();
    return true;
}

/// Until an answer comes, the next request is due or the person cancels.
void Client::awaitSomething(Round &round)
{
    const bool throttled = std::ranges::any_of(round.items, [this](const Item &item) {
        return item.waits() && m_account->waitFor(item.request, steadyNow()) > 0ms;
    });
    const Time began = steadyNow();
    auto arrived = takeArrived(round, nextDue(round));
    if (throttled)
        m_traffic.throttled += steadyNow() - began;
    for (auto &[id, result] : arrived) {
        const auto item = std::ranges::find_if(
            round.items, [id = id](const Item &other) { return other.onItsWay && other.id == id; });
        if (item != round.items.end())
            receive(*item, std::move(result), round);
    }
}

Client::Time Client::nextDue(const Round &round) const
{
    Time due = longTime;
    for (const Item &item : round.items) {
        if (item.waits())
            due = std::min(
                due, std::max({m_account->waitFor(item.request, steadyNow()), item.notBefore - steadyNow(), 1ms}));
    }
    return due;
}

std::deque<std::pair<quint64, WireResult>> Client::takeArrived(Round &round, Time due) const
{
    std::unique_lock lock(round.inbox->mutex);
    const auto somethingCame = [&round] { return !round.inbox->arrived.empty(); };
    if (round.stop.stop_requested()) // a stop that was heard already must not wake us again and again
        round.inbox->changed.wait_for(lock, due, somethingCame);
    else
        round.inbox->changed.wait_for(lock, round.stop, due, somethingCame);
    return std::exchange(round.inbox->arrived, {});
}

void Client::receive(Item &item, WireResult wire, const Round &round)
{
    m_gate.after(EffectKind::Receive, "http");
    item.onItsWay = false;
    m_account->answered(item.request, item.sentAt, steadyNow());
    log(item, wire);
    if (wire.fate == WireResult::Fate::Answered)
        receiveAnswer(item, std::move(wire.response), round);
    else
        receiveFailure(item, wire);
}

void Client::receiveFailure(Item &item, const WireResult &wire)
{
    using Fate = WireResult::Fate;
    const bool sent = wire.fate != Fate::NotSent;
    item.maybeDone = item.maybeDone || (sent && !isRead(item.request));
    if (wire.fate != Fate::TooLarge) {
        m_account->failed(redact(wire.problem), steadyNow()); // shown in the status document
        const bool repeatable = item.request.repeat == Repeat::Safe || !sent;
        if (repeatable && tryAgain(item, pauseAfter(item.attempt - 1)))
            return;
    }
    item.outcome = failure(Error{ErrorKind::Network, wire.problem, wire.remedy, {}, {}, item.maybeDone});
}

void Client::receiveAnswer(Item &item, HttpResponse response, const Round &round)
{
    m_account->learn(response, m_clock.now(), steadyNow());
    const int status = response.status;
    if (status >= 500) {
        receiveServerError(item, std::move(response));
        return;
    }
    m_account->succeeded();
    if (item.request.isMishap && item.request.isMishap(response) && tryAgain(item, pauseAfter(item.attempt - 1)))
        return;
    if (status == 401)
        receiveUnauthorized(item, std::move(response), round);
    else if (status == 429)
        receiveRateLimit(item, response);
    else if (status >= 300 && status < 400)
        receiveRedirect(item, response);
    else
        item.outcome = std::move(response);
}

void Client::receiveUnauthorized(Item &item, HttpResponse response, const Round &round)
{
    if (!item.request.signIn || !m_authenticator || item.renewed) {
        item.outcome = std::move(response);
        return;
    }
    item.renewed = true;
    const auto again = m_authenticator->rejected(item.credentials, round.stop);
    if (!again)
        item.outcome = failure(again.error());
    else if (!*again)
        item.outcome = std::move(response);
}

/// A refusal by limit was not carried out and is no failed try, whatever the request.
void Client::receiveRateLimit(Item &item, const HttpResponse &response)
{
    const Time pause = askedPause(response, m_clock.now()).value_or(pauseAfter(item.rateLimited));
    if (isDailyQuotaSpent(response)) {
        item.outcome = failure(ErrorKind::RateLimit, tr("%1 takes no more requests of this account today.").arg(host()),
                               tr("Wait until midnight of the account's time zone, or sync less often."));
        return;
    }
    if (++item.rateLimited > rateLimitTries || pause > longestPause) {
        item.outcome = failure(ErrorKind::RateLimit, tr("%1 is over its rate limit.").arg(host()),
                               tr("Try again later, or lower rate_per_second of this integration."));
        return;
    }
    m_account->refused(item.request, response, pause, m_clock.now(), steadyNow());
    --item.attempt;
}

/// Reads follow a redirect below the same address; everything else would carry credentials to somebody else.
void Client::receiveRedirect(Item &item, const HttpResponse &response)
{
    const QUrl from = urlOf(item);
    const QUrl to = from.resolved(QUrl::fromEncoded(response.header("Location")));
    const QByteArray base = pathBelow(baseOf(item));
    const QByteArray target = to.path(QUrl::FullyEncoded).toLatin1();
    if (isRead(item.request) && isSameOrigin(from, to) && target.startsWith(QByteArray(base + '/')) && to != from
        && item.redirects++ < redirectsToFollow) {
        --item.attempt;
        item.request.path = target.mid(base.size());
        item.request.query = to.query(QUrl::FullyEncoded).toLatin1();
        return;
    }
    const QString shown = to.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    item.outcome = failure(ErrorKind::Network, tr("%1 redirects to %2.").arg(host(), shown),
                           tr("Enter the address that the CRM really has."));
}

void Client::receiveServerError(Item &item, HttpResponse response)
{
    const bool gateway = response.status >= 502 && response.status <= 504;
    if (!gateway && !item.request.retryServerErrors) { // such a server says 500 to what it does not like
        m_account->succeeded();
        item.outcome = std::move(response);
        return;
    }
    m_account->failed(tr("%1 answered with status %2.").arg(host()).arg(response.status), steadyNow());
    const Time asked = askedPause(response, m_clock.now()).value_or(0ms);
    const bool repeatable = item.request.repeat == Repeat::Safe && asked <= longestPause;
    if (!repeatable || !tryAgain(item, std::max(asked, pauseAfter(item.attempt - 1))))
        item.outcome = std::move(response);
}

bool Client::tryAgain(Item &item, Time pause)
{
    if (item.attempt >= m_settings.tries)
        return false;
    item.notBefore = steadyNow() + pause;
    return true;
}

Client::Time Client::pauseAfter(int repeat) const
{
    return backOff(m_settings.backOff, repeat, QRandomGenerator::global()->generateDouble());
}

const QUrl &Client::baseOf(const Item &item) const
{
    return item.site.isEmpty() ? m_settings.baseUrl : item.site;
}

QUrl Client::urlOf(const Item &item) const
{
    QUrl url = baseOf(item);
    url.setPath(QString::fromLatin1(pathBelow(url) + item.request.path), QUrl::TolerantMode);
    if (!item.request.query.isEmpty())
        url.setQuery(QString::fromLatin1(item.request.query), QUrl::TolerantMode);
    return url;
}

WireRequest Client::wireRequest(const Item &item) const
{
    WireRequest wire;
    wire.method = item.request.method;
    wire.url = urlOf(item);
    wire.body = item.request.body;
    wire.contentType = item.request.contentType;
    wire.headers = item.request.headers + item.credentials;
    wire.headers.append(QPair<QByteArray, QByteArray>("User-Agent", "Syncline"));
    wire.timeout = item.request.timeout > 0ms ? item.request.timeout : m_settings.timeout;
    wire.deadline = m_settings.deadline;
    wire.maxBodyBytes = m_settings.maxBodyBytes;
    return wire;
}

void Client::log(const Item &item, const WireResult &wire) const
{
    if (m_log)
        m_log({item.request.method, baseOf(item).authority(), redact(QString::fromLatin1(item.request.path)),
               wire.response.status, wire.response.elapsed, redact(wire.problem)});
}

} // namespace syncline::connectors
