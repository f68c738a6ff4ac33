#include "core/automation/webhookreceiver.h"

#include "core/automation/hints.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

using Reason = WebhookRefusal::Reason;

constexpr std::chrono::milliseconds tick{500};
constexpr std::size_t mostWaiting = 4096; ///< requests
constexpr std::size_t mostWaitingBytes = 32 * 1024 * 1024;
constexpr Millis learnEvery = 1'000, askAgainAfter = 30'000;
constexpr Millis forgetEvery = 3'600'000;
constexpr Millis logEvery = 60'000; ///< a row for each kind of refusal and webhook

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("syncline::core::WebhookReceiver", text, nullptr, n);
}

WebAnswer answerOf(int status)
{
    WebAnswer answer{status, "text/plain", status < 300 ? "ok\n" : QByteArray(), {}};
    if (status == 503)
        answer.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("5")));
    if (status == 405)
        answer.headers.append(qMakePair(QByteArray("Allow"), QByteArray("POST")));
    return answer;
}

QString sentenceOf(const WebhookRefusal &refusal)
{
    switch (refusal.reason) {
    case Reason::Unknown:
        return tr("A webhook for an address that does not exist was refused (404).");
    case Reason::Method:
        return tr("A request to the webhook of %1 was refused: it was no POST (405).").arg(refusal.name);
    case Reason::Forged:
        return tr("A webhook of %1 was refused: its signature is missing or wrong (401).").arg(refusal.name);
    case Reason::Stale:
        return tr("A webhook of %1 was refused: it is too old (401).").arg(refusal.name);
    case Reason::Garbage:
        return tr("A webhook of %1 was refused: it is not in its system's form (400).").arg(refusal.name);
    case Reason::Replayed:
        return tr("A webhook of %1 was refused: it had come before (409).").arg(refusal.name);
    }
    return {};
}

QString eventHash(const connectors::WebhookEvent &event)
{
    return QString::fromLatin1(QCryptographicHash::hash(event.key, QCryptographicHash::Sha256).toHex());
}

HintRow hintOf(const connectors::WebhookEvent &event, const WebhookAddress &address)
{
    const QString kind = event.id.isEmpty() ? Hints::entityKind() : Hints::recordKind();
    return {0, kind, address.integration, event.entity, event.id, u"webhook"_s};
}

} // namespace

WebhookReceiver::WebhookReceiver(QString file, const Session::Outside &outside, const WebhookProviders &providers,
                                 std::function<void()> onHints)
    : m_file(std::move(file))
    , m_outside(outside)
    , m_providers(providers)
    , m_onHints(std::move(onHints))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
    std::unique_lock lock(m_mutex); // what is sent from the first moment on finds its address
    m_changed.wait(lock, [this] { return m_isReady; });
}

WebhookReceiver::~WebhookReceiver() = default;

std::optional<WebAnswer> WebhookReceiver::refuse(const WebRequest &head)
{
    const auto refusal = m_door.lookAt(head);
    return refusal ? std::optional(noteRefusal(*refusal)) : std::nullopt;
}

void WebhookReceiver::take(const WebRequest &request, const WebReply &reply)
{
    const auto now = m_outside.clock.now();
    auto opened = m_door.open(request, now);
    if (const auto *refusal = std::get_if<WebhookRefusal>(&opened))
        return reply(noteRefusal(*refusal));
    auto &arrival = std::get<WebhookArrival>(opened);
    DeliveryRow delivery = deliveries::accepted(request, arrival.address->webhook, now.count());
    const auto bytes = std::size_t(delivery.body.size());
    bool isFull = false;
    {
        const std::lock_guard lock(m_mutex);
        isFull = m_waiting.size() >= mostWaiting || m_waitingBytes + bytes > mostWaitingBytes;
        if (!isFull) {
            m_waiting.push_back({std::move(arrival), std::move(delivery), reply});
            m_waitingBytes += bytes;
        }
    }
    if (isFull)
        return reply(answerOf(503));
    m_changed.notify_all();
}

WebAnswer WebhookReceiver::noteRefusal(const WebhookRefusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    Refused &refused = m_refused[{refusal.webhook, refusal.reason}];
    if (refused.count++ == 0)
        refused.first = refusal;
    return answerOf(statusOf(refusal.reason));
}

void WebhookReceiver::work(const std::stop_token &stop)
{
    std::unique_ptr<Session> session;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        lock.unlock();
        if (!session) { // the disk may be full now and not later
            if (auto opened = Session::open(m_file, false, m_outside))
                session = std::move(*opened);
        }
        if (session)
            tend(*session);
        lock.lock();
        if (!std::exchange(m_isReady, true))
            m_changed.notify_all();
        m_changed.wait_for(lock, stop, tick, [this] { return !m_waiting.empty(); });
    }
    lock.unlock();
    if (session)
        tend(*session);
}

void WebhookReceiver::tend(Session &session)
{
    learnAddresses(session);
    std::deque<Waiting> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(m_waiting);
        m_waitingBytes = 0;
    }
    if (!waiting.empty())
        store(session, std::move(waiting));
    logRefusals(session);
    forgetOld(session);
}

void WebhookReceiver::forgetOld(Session &session)
{
    const Millis now = session.clock().now().count();
    if (now - m_forgotAt < forgetEvery)
        return;
    m_forgotAt = now;
    const Millis before = now - std::chrono::milliseconds(WebhookDoor::remembers).count();
    const auto forget = [&] {
        return WebhookStore(session.stores().db).forgetEvents(before).and_then([&] {
            return DeliveryStore(session.stores().db).forget(before);
        });
    };
    std::ignore = session.stores().db.transaction("webhooks", forget, Durability::WithNext);
}

/// Asks the keychain only where a webhook is new.
void WebhookReceiver::learnAddresses(Session &session)
{
    const Millis now = session.clock().now().count();
    if (now < m_learnAt && m_learnAt - now <= askAgainAfter)
        return;
    m_learnAt = now + learnEvery;
    const auto rows = WebhookStore(session.stores().db).all();
    const auto integrations = session.stores().integrations.all();
    if (!rows || !integrations)
        return;
    QStringList known;
    for (const WebhookRow &row : *rows) {
        const auto owner = std::ranges::find(*integrations, row.integration, &IntegrationRow::id);
        if (owner != integrations->end())
            known << row.id + u' ' + owner->name;
    }
    if (known == m_knownAddresses)
        return;
    QList<std::pair<QString, WebhookAddress>> addresses;
    Webhooks webhooks(session, m_providers);
    for (const WebhookRow &row : *rows) {
        const auto owner = std::ranges::find(*integrations, row.integration, &IntegrationRow::id);
        const auto *reader = owner == integrations->end() ? nullptr : m_providers.reader(owner->provider);
        if (!reader)
            continue;
        const auto secrets = webhooks.secretsOf(row, owner->name);
        if (!secrets) { // a keychain that is locked, or silent, which takes it long to say
            known.removeOne(row.id + u' ' + owner->name);
            m_learnAt = now + askAgainAfter;
            continue;
        }
        keepSecret(QString::fromLatin1(secrets->token));
        keepSecret(QString::fromUtf8(secrets->key));
        const QByteArray url = row.url.toLatin1() + Webhooks::path.data() + secrets->token;
        addresses.append(
            {row.token,
             {row.id, row.integration, owner->name, reader, url, secrets->key, {row.debounce, row.longest}}});
    }
    m_door.setAddresses(addresses);
    m_knownAddresses = known;
}

void WebhookReceiver::store(Session &session, std::deque<Waiting> waiting)
{
    const auto stored = session.stores().db.transaction("webhooks", [&] { return storeAll(session, waiting); });
    bool isAnyNew = false;
    for (const Waiting &one : waiting) {
        const WebhookAddress &address = *one.arrival.address;
        const bool isReplay = stored && one.isReplay();
        if (isReplay)
            noteRefusal(
                {Reason::Replayed, address.webhook, address.integration, address.name, one.delivery.peer.toLatin1()});
        one.reply(answerOf(!stored ? 503 : isReplay ? statusOf(Reason::Replayed) : 200));
        isAnyNew = isAnyNew || (stored && one.isNew());
    }
    if (isAnyNew && m_onHints)
        m_onHints();
}

Result<void> WebhookReceiver::storeAll(Session &session, std::deque<Waiting> &waiting)
{
    QStringList webhooks;
    for (Waiting &one : waiting) {
        if (auto done = storeOne(session, one); !done)
            return done;
        if (!webhooks.contains(one.delivery.webhook))
            webhooks << one.delivery.webhook;
    }
    for (const QString &webhook : std::as_const(webhooks)) {
        auto done = DeliveryStore(session.stores().db).keepLatest(webhook, deliveries::mostKept);
        if (!done)
            return done;
    }
    return {};
}

Result<void> WebhookReceiver::storeOne(Session &session, Waiting &one)
{
    const WebhookAddress &address = *one.arrival.address;
    const Millis now = session.clock().now().count();
    WebhookStore webhooks(session.stores().db);
    HintStore hints(session.stores().db);
    for (const connectors::WebhookEvent &event : one.arrival.events) {
        const QString hash = eventHash(event);
        const auto isKnown = webhooks.isKnown(address.webhook, hash);
        if (!isKnown)
            return failure(isKnown.error());
        if (*isKnown)
            continue;
        auto done = webhooks.remember(address.webhook, hash, now).and_then([&] {
            return hints.announce(hintOf(event, address), now, address.patience);
        });
        if (!done)
            return done;
        ++one.delivery.events;
    }
    if (one.isReplay())
        return {};
    return webhooks.countReceived(address.webhook, 1, now).and_then([&] {
        return DeliveryStore(session.stores().db).add(one.delivery);
    });
}

/// The first of a kind at once, the others summed up once a minute: who sends thousands fills no disk.
void WebhookReceiver::logRefusals(Session &session)
{
    const Millis now = session.clock().now().count();
    QList<Refused> due;
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_refused.begin(); it != m_refused.end();) {
            const auto logged = m_loggedAt.find(it->first);
            if (logged != m_loggedAt.end() && now - logged->second < logEvery && now >= logged->second) {
                ++it;
                continue;
            }
            m_loggedAt[it->first] = now;
            due << it->second;
            it = m_refused.erase(it);
        }
    }
    if (due.isEmpty())
        return;
    std::ignore = session.stores().db.transaction(
        "webhooks",
        [&]() -> Result<void> {
            for (const Refused &refused : due) {
                if (auto done = logRefusal(session, refused); !done)
                    return done;
            }
            return {};
        },
        Durability::WithNext);
}

Result<void> WebhookReceiver::logRefusal(Session &session, const Refused &refused)
{
    const WebhookRefusal &first = refused.first;
    QString sentence = sentenceOf(first);
    if (!first.peer.isEmpty())
        sentence += u' ' + tr("It came from %1.").arg(QString::fromLatin1(first.peer));
    if (const int more = refused.count - 1; more > 0)
        sentence += u' ' + tr("So were %n more.", more);
    const auto logged = session.log(u"warning"_s, first.integration, sentence);
    if (!logged)
        return logged;
    DeliveryRow row;
    row.webhook = first.webhook;
    row.at = session.clock().now().count();
    row.outcome = nameOf(first.reason);
    row.requests = refused.count;
    row.peer = QString::fromLatin1(first.peer);
    DeliveryStore kept(session.stores().db);
    return WebhookStore(session.stores().db)
        .countRefused(first.webhook, refused.count, row.at, row.outcome)
        .and_then([&] { return kept.add(row); })
        .and_then([&] { return kept.keepLatest(row.webhook, deliveries::mostKept); });
}

} // namespace syncline::core
