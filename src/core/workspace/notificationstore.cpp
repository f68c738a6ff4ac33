#include "core/workspace/notificationstore.h"

#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

NotificationStore::Told toldFrom(const Statement &row)
{
    return {row.text(0),         row.integer(1),      row.text(2),
            int(row.integer(3)), row.integer(4) != 0, parseObject(row.bytes(5))};
}

NotificationStore::Delivery deliveryFrom(const Statement &row)
{
    return {row.text(0), row.text(1), int(row.integer(2)), row.integer(3), row.text(4), row.text(5)};
}

} // namespace

Result<QList<NotificationStore::Channel>> NotificationStore::channels()
{
    return readAll<Channel>(m_db.query(u"notification_channel_list"_s), [](const Statement &row) {
        return Channel{row.text(0), row.text(1), row.text(2), row.integer(3) != 0, parseObject(row.bytes(4))};
    });
}

Result<void> NotificationStore::saveChannel(const Channel &channel)
{
    return m_db.query(u"notification_channel_put"_s)
        .bind(channel.id, channel.kind, channel.name, channel.enabled, compact(channel.document))
        .run();
}

Result<void> NotificationStore::removeChannel(const QString &id)
{
    return m_db.query(u"notification_delivery_forget"_s).bind(id).run().and_then([&] {
        return m_db.query(u"notification_channel_delete"_s).bind(id).run();
    });
}

Result<QList<NotificationStore::State>> NotificationStore::states()
{
    return readAll<State>(m_db.query(u"notification_state_list"_s), [](const Statement &row) {
        return State{row.text(0), row.text(1), row.integer(2), row.optionalInteger(3)};
    });
}

Result<void> NotificationStore::saveState(const State &state)
{
    return m_db.query(u"notification_state_put"_s).bind(state.topic, state.state, state.since, state.toldAt).run();
}

Result<void> NotificationStore::add(const Told &told)
{
    return m_db.query(u"notification_insert"_s)
        .bind(told.id, told.at, told.event, told.severity, told.seen, compact(told.document))
        .run();
}

Result<std::optional<NotificationStore::Told>> NotificationStore::get(const QString &id)
{
    return readFirst<Told>(m_db.query(u"notification_get"_s).bind(id), toldFrom);
}

Result<QList<NotificationStore::Told>> NotificationStore::latest(int limit)
{
    return readAll<Told>(m_db.query(u"notification_latest"_s).bind(limit), toldFrom);
}

Result<int> NotificationStore::countUnseen()
{
    return readNumber(m_db.query(u"notification_unseen"_s).bind()).map([](qint64 count) { return int(count); });
}

Result<void> NotificationStore::setAllSeen()
{
    return m_db.query(u"notification_seen"_s).bind().run();
}

Result<void> NotificationStore::forgetBefore(Millis at)
{
    return m_db.query(u"notification_forget"_s).bind(at).run();
}

Result<QList<NotificationStore::Delivery>> NotificationStore::due(Millis now, int limit)
{
    return readAll<Delivery>(m_db.query(u"notification_delivery_due"_s).bind(now, limit), deliveryFrom);
}

Result<void> NotificationStore::saveDelivery(const Delivery &delivery)
{
    return m_db.query(u"notification_delivery_put"_s)
        .bind(delivery.notification, delivery.channel, delivery.attempts, delivery.dueAt, delivery.state,
              delivery.problem)
        .run();
}

Result<std::optional<NotificationStore::Delivery>> NotificationStore::lastProblem(const QString &channel)
{
    return readFirst<Delivery>(m_db.query(u"notification_delivery_last"_s).bind(channel), deliveryFrom)
        .map([](std::optional<Delivery> last) {
            return last && !last->problem.isEmpty() && last->state != "sent"_L1 ? last : std::nullopt;
        });
}

} // namespace syncline::core
