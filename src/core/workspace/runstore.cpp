#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"
#include "core/workspace/store.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

RunRow runFrom(const Statement &row)
{
    return {row.text(0),    row.text(1),
            row.text(2),    row.integer(3) != 0,
            row.integer(4), row.optionalInteger(5),
            row.text(6),    parseObject(row.bytes(7)),
            row.text(8),    row.text(9),
            row.text(10),   row.integer(11)};
}

OperationRow operationFrom(const Statement &row)
{
    return {row.text(0),   int(row.integer(1)), Phase(row.integer(2)), row.text(3), row.text(4),
            row.text(5),   row.text(6),         row.text(7),           row.text(8), int(row.integer(9)),
            row.bytes(10), row.text(11),        row.text(12),          row.text(13)};
}

IntentRow intentFrom(const Statement &row)
{
    return {row.integer(0),      row.text(1),
            int(row.integer(2)), row.text(3),
            row.text(4),         row.text(5),
            row.text(6),         row.text(7),
            row.text(8),         parseObject(row.bytes(9)),
            row.integer(10),     row.optionalInteger(11),
            row.text(12)};
}

Result<QJsonArray> documents(Statement query)
{
    const auto rows = readAll<QJsonObject>(std::move(query),
                                           [](const Statement &row) { return parseObject(row.bytes(0)); });
    if (!rows)
        return failure(rows.error());
    QJsonArray documents;
    for (const QJsonObject &row : *rows)
        documents.append(row);
    return documents;
}

} // namespace

Result<void> RunStore::insert(const RunRow &row)
{
    const std::optional<QString> undoes = row.undoes.isEmpty() ? std::nullopt : std::optional(row.undoes);
    return m_db.query(u"run_insert"_s)
        .bind(row.id, row.kind, row.status, row.dryRun, row.startedAt, row.finishedAt, row.planHash,
              compact(row.report), row.actor, undoes, row.claimedBy, row.leaseUntil)
        .run();
}

Result<void> RunStore::update(const RunRow &row)
{
    return m_db.query(u"run_update"_s)
        .bind(row.status, row.finishedAt, row.planHash, compact(row.report), row.claimedBy, row.leaseUntil, row.id)
        .run();
}

Result<std::optional<RunRow>> RunStore::get(const QString &id)
{
    return readFirst<RunRow>(m_db.query(u"run_get"_s).bind(id), runFrom);
}

Result<QList<RunRow>> RunStore::latest(int limit)
{
    return readAll<RunRow>(m_db.query(u"run_list"_s).bind(limit), runFrom);
}

Result<QList<RunRow>> RunStore::open()
{
    return readAll<RunRow>(m_db.query(u"run_open"_s), runFrom);
}

Result<int> RunStore::countFinished()
{
    const auto count = readNumber(m_db.query(u"run_count_finished"_s));
    if (!count)
        return failure(count.error());
    return int(*count);
}

Result<void> RunStore::addOperation(const OperationRow &row)
{
    return m_db.query(u"operation_insert"_s)
        .bind(row.run, row.seq, int(row.phase), row.integration, row.entity, row.remoteEntity, row.kind, row.hubId,
              row.remoteId, row.revision, row.document, row.reason, row.outcome, row.detail)
        .run();
}

Result<void> RunStore::saveOutcome(const OperationRow &row)
{
    return m_db.query(u"operation_outcome"_s)
        .bind(row.outcome, row.detail, row.remoteId, row.document, row.run, row.seq)
        .run();
}

Result<void> RunStore::markOutcome(const QString &run, int seq, const QString &outcome, const QString &detail)
{
    return m_db.query(u"operation_mark"_s).bind(outcome, detail, run, seq).run();
}

Result<std::optional<OperationRow>> RunStore::operation(const QString &run, int seq)
{
    return readFirst<OperationRow>(m_db.query(u"operation_get"_s).bind(run, seq), operationFrom);
}

Result<QList<OperationRow>> RunStore::operations(const QString &run, int afterSeq, int limit)
{
    return readAll<OperationRow>(m_db.query(u"operation_page"_s).bind(run, afterSeq, limit), operationFrom);
}

Result<QList<OperationRow>> RunStore::ofHub(const QString &hubId)
{
    return readAll<OperationRow>(m_db.query(u"operation_of_hub"_s).bind(hubId), operationFrom);
}

Result<QList<OperationRow>> RunStore::planned(const QString &run, Phase phase, int afterSeq, int limit)
{
    return readAll<OperationRow>(m_db.query(u"operation_phase_page"_s).bind(run, int(phase), afterSeq, limit),
                                 operationFrom);
}

Result<QList<OperationRow>> RunStore::planned(const QString &run, Phase phase, const QString &integration,
                                              const QString &remoteEntity, int afterSeq, int limit)
{
    return readAll<OperationRow>(
        m_db.query(u"operation_remote_page"_s).bind(run, int(phase), integration, remoteEntity, afterSeq, limit),
        operationFrom);
}

Result<QList<RunStore::Target>> RunStore::targets(const QString &run)
{
    return readAll<Target>(m_db.query(u"operation_targets"_s).bind(run), [](const Statement &row) {
        return Target{Phase(row.integer(0)), row.text(1), row.text(2), row.text(3)};
    });
}

Result<int> RunStore::lastSeq(const QString &run)
{
    return readNumber(m_db.query(u"operation_max"_s).bind(run)).map([](qint64 n) { return int(n); });
}

Result<std::optional<QString>> RunStore::plannedRemote(const QString &run, const QString &integration,
                                                       const QString &remoteEntity, const QString &hubId)
{
    return readFirst<QString>(m_db.query(u"operation_planned_remote"_s).bind(hubId, run, integration, remoteEntity),
                              firstText);
}

Result<void> RunStore::carryRevision(const QString &run, const QString &hubId, int revision)
{
    return m_db.query(u"operation_revision"_s).bind(revision, run, hubId, revision - 1).run();
}

Result<void> RunStore::markLocal(const QString &run, const QString &entity, int first, int last)
{
    return m_db.query(u"operation_local_done"_s).bind(run, first, last, entity).run();
}

Result<void> RunStore::voidRecord(const QString &run, const QString &hubId, const QString &detail)
{
    return m_db.query(u"operation_void"_s).bind(detail, run, hubId).run();
}

Result<void> RunStore::skipIntegration(const QString &run, const QString &integration, const QString &detail)
{
    return m_db.query(u"operation_skip"_s).bind(detail, run, integration).run();
}

Result<int> RunStore::countMoved(const QString &run)
{
    return readNumber(m_db.query(u"operation_count_moved"_s).bind(run)).map([](qint64 n) { return int(n); });
}

Result<QList<RunStore::Count>> RunStore::operationCounts(const QString &run)
{
    return readAll<Count>(m_db.query(u"operation_counts"_s).bind(run), [](const Statement &row) {
        return Count{row.text(0), row.text(1), row.text(2), row.text(3), int(row.integer(4))};
    });
}

Result<void> RunStore::addIntent(const IntentRow &row)
{
    return m_db.query(u"intent_insert"_s)
        .bind(row.run, row.seq, row.kind, row.integration, row.entity, row.remoteEntity, row.hubId, row.remoteId,
              compact(row.document), row.at, row.claimedBy, 0)
        .run();
}

Result<QList<IntentRow>> RunStore::intents()
{
    return readAll<IntentRow>(m_db.query(u"intent_list"_s), intentFrom);
}

Result<int> RunStore::intentsOfHub(const QString &hubId)
{
    return readNumber(m_db.query(u"intent_count_of_hub"_s).bind(hubId)).map([](qint64 n) { return int(n); });
}

Result<void> RunStore::removeIntent(const QString &run, int seq)
{
    return m_db.query(u"intent_delete"_s).bind(run, seq).run();
}

Result<void> RunStore::setUnknown(const QString &run, int seq, Millis since)
{
    return m_db.query(u"intent_unknown"_s).bind(since, run, seq).run();
}

Result<void> RunStore::putLedger(const QString &run, const LedgerEntry &entry)
{
    return m_db.query(u"ledger_put"_s)
        .bind(run, entry.integration, entry.entity, entry.record, int(entry.status), entry.reason)
        .run();
}

Result<void> RunStore::worsenLedger(const QString &run, const LedgerEntry &entry)
{
    return m_db.query(u"ledger_worse"_s)
        .bind(run, entry.integration, entry.entity, entry.record, int(entry.status), entry.reason)
        .run();
}

Result<std::optional<Status>> RunStore::ledger(const QString &run, const QString &integration, const QString &entity,
                                               const QString &record)
{
    return readFirst<Status>(m_db.query(u"ledger_get"_s).bind(run, integration, entity, record),
                             [](const Statement &row) { return Status(row.integer(0)); });
}

Result<bool> RunStore::hasLedger(const QString &run, const QString &entity)
{
    return readNumber(m_db.query(u"ledger_any"_s).bind(run, entity)).map([](qint64 n) { return n != 0; });
}

Result<void> RunStore::removeLedger(const QString &run, const QString &integration, const QString &entity,
                                    const QString &record)
{
    return m_db.query(u"ledger_delete"_s).bind(run, integration, entity, record).run();
}

Result<QList<QPair<LedgerEntry, int>>> RunStore::ledgerCounts(const QString &run)
{
    return readAll<QPair<LedgerEntry, int>>(m_db.query(u"ledger_counts"_s).bind(run), [](const Statement &row) {
        LedgerEntry entry{row.text(0), row.text(1), {}, Status(row.integer(2)), {}};
        return QPair<LedgerEntry, int>(entry, int(row.integer(3)));
    });
}

Result<QList<LedgerEntry>> RunStore::ledgerRows(const QString &run, Status atLeast, int limit)
{
    return readAll<LedgerEntry>(m_db.query(u"ledger_list"_s).bind(run, int(atLeast), limit), [](const Statement &row) {
        return LedgerEntry{row.text(0), row.text(1), row.text(2), Status(row.integer(3)), row.text(4)};
    });
}

Result<void> RunStore::addError(const QString &run, const QJsonObject &document)
{
    const auto last = readNumber(m_db.query(u"error_max"_s).bind(run));
    if (!last)
        return failure(last.error());
    return m_db.query(u"error_insert"_s).bind(run, *last + 1, compact(document)).run();
}

Result<QJsonArray> RunStore::errors(const QString &run)
{
    return documents(m_db.query(u"error_list"_s).bind(run));
}

Result<void> RunStore::addUndone(const QString &run, const QJsonObject &document)
{
    return m_db.query(u"undone_insert"_s).bind(run, run, compact(document)).run();
}

Result<QList<QPair<int, QJsonObject>>> RunStore::undoneRows(const QString &run)
{
    return readAll<QPair<int, QJsonObject>>(m_db.query(u"undone_rows"_s).bind(run), [](const Statement &row) {
        return QPair<int, QJsonObject>(int(row.integer(0)), parseObject(row.bytes(1)));
    });
}

Result<void> RunStore::saveUndone(const QString &run, int seq, const QJsonObject &document)
{
    return m_db.query(u"undone_save"_s).bind(compact(document), run, seq).run();
}

Result<QJsonArray> RunStore::undone(const QString &run)
{
    return documents(m_db.query(u"undone_list"_s).bind(run));
}

} // namespace syncline::core
