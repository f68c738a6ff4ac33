#include "core/automation/courier.h"

#include "core/automation/messages.h"
#include "foundation/ids.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int atOnce = 20; ///< deliveries of one look

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Courier", text);
}

bool makesNoSenseAgain(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Authentication:
    case ErrorKind::Permission:
    case ErrorKind::NotFound:
    case ErrorKind::Validation:
    case ErrorKind::Usage:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<std::chrono::milliseconds> waitAfterTries(int tries)
{
    using namespace std::chrono_literals;
    static constexpr std::chrono::milliseconds waits[]{30s, 2min, 10min, 1h, 3h, 8h, 24h};
    constexpr int most = int(std::size(waits));
    return tries >= 1 && tries <= most ? std::optional(waits[tries - 1]) : std::nullopt;
}

Result<void> Courier::send(const Channel &channel, const Notification &notification, std::stop_token stop)
{
    const auto secrets = Channels(m_session).secretsOf(channel);
    if (!secrets)
        return failure(secrets.error());
    if (channel.kind == Channel::Kind::Email)
        return m_postman.mail(mailOf(notification, channel, secrets->value(u"password"_s)), stop);
    const auto url = checkedMessageUrl(secrets->value(u"url"_s));
    if (!url)
        return failure(url.error());
    if (channel.kind == Channel::Kind::Webhook)
        return m_postman.post(
            webhookPost(notification, *url, secrets->value(u"signing_key"_s), m_session.clock().nowSeconds()), stop);
    const QByteArray body = channel.kind == Channel::Kind::Slack ? slackBody(notification) : discordBody(notification);
    return m_postman.post({*url, {}, "application/json", body}, stop);
}

Result<void> Courier::test(const Channel &channel, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    Notification made;
    made.id = newUuid7(m_session.clock().now(), randomBytes(10));
    made.at = m_session.clock().now().count();
    made.event = u"test"_s;
    made.title = tr("This is a test");
    made.text = tr("Messages of Syncline arrive here.");
    return send(channel, made, stop);
}

Result<int> Courier::deliver(std::stop_token stop)
{
    NotificationStore store(m_session.stores().db);
    const auto due = store.due(m_session.clock().now().count(), atOnce);
    const auto rows = store.channels();
    if (!due || !rows)
        return failure(due ? rows.error() : due.error());
    int arrived = 0;
    for (NotificationStore::Delivery delivery : *due) {
        if (stop.stop_requested())
            break;
        const auto told = store.get(delivery.notification);
        if (!told)
            return failure(told.error());
        const auto row = std::ranges::find(*rows, delivery.channel, &NotificationStore::Channel::id);
        if (!*told || row == rows->end() || !row->enabled) { // switched off since
            delivery.state = u"failed"_s;
            auto left = m_session.stores().db.transaction("delivery", [&] { return store.saveDelivery(delivery); });
            if (!left)
                return failure(left.error());
            continue;
        }
        const auto sent = send(channelOf(*row), notificationFromDocument((*told)->document), stop);
        if (stop.stop_requested() && !sent)
            break;
        ++delivery.attempts;
        const auto wait = waitAfterTries(delivery.attempts);
        const bool givesUp = !sent && (makesNoSenseAgain(sent.error()) || !wait);
        delivery.state = sent ? u"sent"_s : givesUp ? u"failed"_s : u"waiting"_s;
        delivery.problem = sent ? QString() : sent.error().message;
        delivery.dueAt = m_session.clock().now().count() + (wait ? wait->count() : 0);
        arrived += sent ? 1 : 0;
        auto saved = m_session.stores().db.transaction("delivery", [&]() -> Result<void> {
            if (auto done = store.saveDelivery(delivery); !done || !givesUp)
                return done;
            return m_session.stores().review.log(
                {0,
                 m_session.clock().now().count(),
                 {},
                 {},
                 u"error"_s,
                 tr("A message did not reach %1: %2").arg(row->name, delivery.problem)});
        });
        if (!saved)
            return failure(saved.error());
    }
    return arrived;
}

} // namespace syncline::core
