#include "core/workspace/webhookstore.h"

#include "core/workspace/rowreading.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

Result<QList<WebhookRow>> WebhookStore::all()
{
    return readAll<WebhookRow>(m_db.query(u"webhook_list"_s), [](const Statement &row) {
        return WebhookRow{row.text(0),
                          row.text(1),
                          row.text(2),
                          row.text(3),
                          row.text(4),
                          row.integer(5),
                          row.integer(6),
                          row.integer(7),
                          row.integer(8),
                          row.integer(9),
                          row.optionalInteger(10),
                          row.optionalInteger(11),
                          row.text(12)};
    });
}

Result<void> WebhookStore::insert(const WebhookRow &row)
{
    return m_db.query(u"webhook_put"_s)
        .bind(row.id, row.integration, row.token, row.url, row.remoteId, row.debounce, row.longest, row.createdAt)
        .run();
}

Result<void> WebhookStore::setRemoteId(const WebhookRow &row)
{
    return insert(row); // which changes nothing else of a row that is there
}

Result<void> WebhookStore::remove(const QString &id)
{
    return m_db.query(u"webhook_delete"_s).bind(id).run();
}

Result<void> WebhookStore::countReceived(const QString &id, int requests, Millis at)
{
    return m_db.query(u"webhook_received"_s).bind(requests, at, id).run();
}

Result<void> WebhookStore::countRefused(const QString &id, int requests, Millis at, const QString &why)
{
    return m_db.query(u"webhook_refused"_s).bind(requests, at, why, id).run();
}

Result<bool> WebhookStore::isKnown(const QString &webhook, const QString &event)
{
    auto query = m_db.query(u"webhook_event_get"_s).bind(webhook, event);
    const auto found = query.first();
    query.finish();
    return found;
}

Result<void> WebhookStore::remember(const QString &webhook, const QString &event, Millis at)
{
    return m_db.query(u"webhook_event_add"_s).bind(webhook, event, at).run();
}

Result<void> WebhookStore::forgetEvents(Millis before)
{
    return m_db.query(u"webhook_event_forget"_s).bind(before).run();
}

} // namespace syncline::core
