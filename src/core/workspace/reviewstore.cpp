#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"
#include "core/workspace/store.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

ReviewItem reviewFrom(const Statement &row)
{
    return {row.text(0), row.text(1),   row.text(2), row.text(3), row.text(4), row.text(5), parseObject(row.bytes(6)),
            row.text(7), row.integer(8)};
}

AuditEntry auditFrom(const Statement &row)
{
    return {row.integer(0), row.text(1), row.text(2), int(row.integer(3)),      row.text(4),
            row.text(5),    row.text(6), row.text(7), parseObject(row.bytes(8))};
}

DecisionRow decisionFrom(const Statement &row)
{
    return {row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4),          row.text(5),
            row.text(6),    row.text(7),    row.text(8), row.text(9), row.integer(10) != 0, parseObject(row.bytes(11))};
}

} // namespace

Result<void> ReviewStore::put(const ReviewItem &item)
{
    return m_db.query(u"review_put"_s)
        .bind(item.id, item.kind, item.entity, item.hubId, item.integration, item.remoteId, compact(item.document),
              item.run, item.at)
        .run();
}

Result<QList<ReviewItem>> ReviewStore::ofKind(const QString &kind)
{
    return readAll<ReviewItem>(m_db.query(u"review_of_kind"_s).bind(kind), reviewFrom);
}

Result<std::optional<ReviewItem>> ReviewStore::get(const QString &id)
{
    return readFirst<ReviewItem>(m_db.query(u"review_get"_s).bind(id), reviewFrom);
}

Result<void> ReviewStore::clearHub(const QString &hubId)
{
    return m_db.query(u"review_clear_hub"_s).bind(hubId).run();
}

Result<int> ReviewStore::countOfHub(const QString &hubId)
{
    return readNumber(m_db.query(u"review_count_of_hub"_s).bind(hubId)).map([](qint64 n) { return int(n); });
}

Result<void> ReviewStore::clearRemote(const QString &integration, const QString &remoteId, const QString &entity)
{
    return m_db.query(u"review_clear_remote"_s).bind(integration, remoteId, entity).run();
}

Result<void> ReviewStore::remove(const QString &id)
{
    return m_db.query(u"review_delete"_s).bind(id).run();
}

Result<QMap<QString, int>> ReviewStore::counts()
{
    const auto rows = readAll<QPair<QString, int>>(m_db.query(u"review_counts"_s), [](const Statement &row) {
        return QPair<QString, int>(row.text(0), int(row.integer(1)));
    });
    if (!rows)
        return failure(rows.error());
    QMap<QString, int> counts;
    for (const auto &[kind, count] : *rows)
        counts.insert(kind, count);
    return counts;
}

Result<QList<ReviewItem>> ReviewStore::ofHub(const QString &hubId)
{
    return readAll<ReviewItem>(m_db.query(u"review_of_hub"_s).bind(hubId), reviewFrom);
}

Result<void> ReviewStore::addDecision(const DecisionRow &row)
{
    return m_db.query(u"decision_insert"_s)
        .bind(row.at, row.actor, row.batch, row.action, row.item, row.entity, row.hubId, row.field, row.answer,
              compact(row.document))
        .run();
}

Result<QList<DecisionRow>> ReviewStore::decisions(qint64 before, int limit)
{
    return readAll<DecisionRow>(m_db.query(u"decision_page"_s).bind(before, limit), decisionFrom);
}

Result<std::optional<DecisionRow>> ReviewStore::decision(qint64 id)
{
    return readFirst<DecisionRow>(m_db.query(u"decision_get"_s).bind(id), decisionFrom);
}

Result<QList<DecisionRow>> ReviewStore::decisionsOfBatch(const QString &batch)
{
    return readAll<DecisionRow>(m_db.query(u"decision_of_batch"_s).bind(batch), decisionFrom);
}

Result<void> ReviewStore::setTakenBack(qint64 id)
{
    return m_db.query(u"decision_take_back"_s).bind(id).run();
}

Result<int> ReviewStore::decisionsSince(Millis at)
{
    return readNumber(m_db.query(u"decision_count"_s).bind(at)).map([](qint64 n) { return int(n); });
}

Result<void> ReviewStore::audit(const AuditEntry &entry)
{
    return m_db.query(u"audit_insert"_s)
        .bind(entry.at, entry.actor, entry.run, entry.seq, entry.action, entry.entity, entry.hubId, entry.field,
              compact(entry.document))
        .run();
}

Result<QList<AuditEntry>> ReviewStore::auditOf(const QString &hubId)
{
    return readAll<AuditEntry>(m_db.query(u"audit_of_hub"_s).bind(hubId), auditFrom);
}

Result<void> ReviewStore::log(const LogEntry &entry)
{
    return m_db.query(u"log_insert"_s).bind(entry.at, entry.run, entry.integration, entry.level, entry.message).run();
}

Result<QList<LogEntry>> ReviewStore::logAfter(qint64 id, int limit)
{
    return readAll<LogEntry>(m_db.query(u"log_after"_s).bind(id, limit), [](const Statement &row) {
        return LogEntry{row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5)};
    });
}

Result<qint64> ReviewStore::lastLog()
{
    return readNumber(m_db.query(u"log_last"_s));
}

} // namespace syncline::core
