#include "core/workspace/deliverystore.h"

#include "core/workspace/rowreading.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

DeliveryRow headFrom(const Statement &row)
{
    return {row.integer(0),      row.text(1),         row.integer(2), row.text(3),
            int(row.integer(4)), int(row.integer(5)), row.text(6),    row.integer(7)};
}

QByteArray toJson(const QList<QPair<QString, QString>> &headers)
{
    QJsonArray all;
    for (const auto &[name, value] : headers)
        all.append(QJsonArray{name, value});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<QPair<QString, QString>> headersFrom(const QByteArray &json)
{
    QList<QPair<QString, QString>> headers;
    for (const QJsonValue &pair : QJsonDocument::fromJson(json).array())
        headers.append({pair[0].toString(), pair[1].toString()});
    return headers;
}

} // namespace

Result<void> DeliveryStore::add(const DeliveryRow &row)
{
    return m_db.query(u"delivery_add"_s)
        .bind(row.webhook, row.at, row.outcome, row.requests, row.events, row.peer, row.bytes, toJson(row.headers),
              row.body)
        .run();
}

Result<QList<DeliveryRow>> DeliveryStore::latest(const QString &webhook, int limit)
{
    return readAll<DeliveryRow>(m_db.query(u"delivery_list"_s).bind(webhook, limit), headFrom);
}

Result<std::optional<DeliveryRow>> DeliveryStore::get(qint64 id)
{
    return readFirst<DeliveryRow>(m_db.query(u"delivery_get"_s).bind(id), [](const Statement &row) {
        DeliveryRow delivery = headFrom(row);
        delivery.headers = headersFrom(row.bytes(8));
        delivery.body = row.bytes(9);
        return delivery;
    });
}

Result<void> DeliveryStore::keepLatest(const QString &webhook, int count)
{
    return m_db.query(u"delivery_trim"_s).bind(webhook, count).run();
}

Result<void> DeliveryStore::forget(Millis before)
{
    return m_db.query(u"delivery_forget"_s).bind(before).run();
}

Result<void> DeliveryStore::removeOf(const QString &webhook)
{
    return m_db.query(u"delivery_remove"_s).bind(webhook).run();
}

} // namespace syncline::core
