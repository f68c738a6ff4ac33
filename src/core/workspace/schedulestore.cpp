#include "core/workspace/schedulestore.h"

#include "core/workspace/rowreading.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QStringList textsOf(const QByteArray &json)
{
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(json).array())
        texts << text.toString();
    return texts;
}

ScheduleRow scheduleFrom(const Statement &row)
{
    return {row.text(0),           row.text(1),
            textsOf(row.bytes(2)), row.text(3),
            row.text(4),           row.text(5),
            row.integer(6) != 0,   row.integer(7) != 0,
            int(row.integer(8)),   row.integer(9) != 0,
            row.integer(10),       row.optionalInteger(11),
            int(row.integer(12)),  row.optionalInteger(13),
            row.integer(14),       row.text(15),
            row.text(16),          row.text(17)};
}

} // namespace

Result<QList<ScheduleRow>> ScheduleStore::all()
{
    return readAll<ScheduleRow>(m_db.query(u"schedule_list"_s), scheduleFrom);
}

Result<std::optional<ScheduleRow>> ScheduleStore::get(const QString &id)
{
    return readFirst<ScheduleRow>(m_db.query(u"schedule_get"_s).bind(id), scheduleFrom);
}

Result<void> ScheduleStore::save(const ScheduleRow &row)
{
    const QByteArray entities = QJsonDocument(QJsonArray::fromStringList(row.entities)).toJson(QJsonDocument::Compact);
    return m_db.query(u"schedule_upsert"_s)
        .bind(row.id, row.integration, entities, row.timing, row.zone, row.quiet, row.full, row.shadow,
              row.jitterSeconds, row.enabled, row.createdAt, row.nextAt, row.failures, row.lastAt, row.lastMs,
              row.lastRun, row.lastStatus, row.lastDetail)
        .run();
}

Result<void> ScheduleStore::remove(const QString &id)
{
    return m_db.query(u"schedule_delete"_s).bind(id).run();
}

Result<std::optional<ScheduleStore::Lease>> ScheduleStore::lease(const QString &name)
{
    return readFirst<Lease>(m_db.query(u"lease_get"_s).bind(name), [](const Statement &row) {
        return Lease{row.text(0), row.integer(1)};
    });
}

Result<void> ScheduleStore::setLease(const QString &name, const Lease &lease)
{
    return m_db.query(u"lease_put"_s).bind(name, lease.claimedBy, lease.until).run();
}

Result<void> ScheduleStore::releaseLease(const QString &name, const QString &claim)
{
    return m_db.query(u"lease_delete"_s).bind(name, claim).run();
}

} // namespace syncline::core
