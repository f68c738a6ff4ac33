#include "core/engine/reports.h"

#include "core/engine/planning.h"
#include "core/engine/relations.h"
#include "core/workspace/documents.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int operationPage = 500;

struct Row
{
    QMap<Status, int> byStatus;
    int created = 0, updated = 0, deleted = 0, linked = 0;
};

void countOperation(Row &row, const RunStore::Count &count)
{
    if (count.kind == "link"_L1 || count.kind == "relink"_L1)
        row.linked += count.outcome == "done"_L1 ? count.count : 0;
    const bool written = count.outcome == "done"_L1 || count.outcome == "changed"_L1 || count.outcome == "refused"_L1;
    if (!written)
        return;
    if (count.kind == "create"_L1 && count.outcome != "refused"_L1)
        row.created += count.count;
    else if (count.kind == "update"_L1 && count.outcome != "refused"_L1)
        row.updated += count.count;
    else if (count.kind == "delete"_L1)
        row.deleted += count.count;
}

} // namespace

QString isoTime(Millis time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
}

Result<QJsonObject> Reports::make(const RunRow &run, const Catalog &catalog, const Equal &equal, const Traffic &traffic,
                                  const QStringList &guards, const std::optional<Error> &worst)
{
    QMap<QPair<QString, QString>, Row> rows; // (integration id, entity)
    for (const auto &account : catalog.accounts()) {
        for (const Binding &binding : account->bindings)
            rows[{account->row.id, binding.mapping.hubEntity()}];
    }
    for (auto entity = equal.begin(); entity != equal.end(); ++entity) {
        for (auto it = entity->begin(); it != entity->end(); ++it)
            rows[{it.key(), entity.key()}].byStatus[Status::Equal] += *it;
    }
    const auto counts = m_stores.runs.ledgerCounts(run.id);
    if (!counts)
        return failure(counts.error());
    for (const auto &[entry, count] : *counts)
        rows[{entry.integration, entry.entity}].byStatus[entry.status] += count;
    const auto operations = m_stores.runs.operationCounts(run.id);
    if (!operations)
        return failure(operations.error());
    for (const RunStore::Count &count : *operations) {
        if (count.integration != hubSystem)
            countOperation(rows[{count.integration, count.entity}], count);
    }
    QJsonArray ledger;
    QStringList entities = catalog.entities();
    for (const auto &[integration, entity] : rows.keys()) { // relations have rows of their own (S-34)
        if (isRelation(entity) && !entities.contains(entity))
            entities << entity;
    }
    for (const QString &entity : std::as_const(entities)) {
        for (const auto &account : catalog.accounts()) {
            const auto found = rows.constFind({account->row.id, entity});
            if (found == rows.cend())
                continue;
            int seen = 0;
            for (const int count : found->byStatus)
                seen += count;
            const auto sent = traffic.value({account->row.id, entity});
            ledger.append(QJsonObject{{u"integration"_s, account->row.name},
                                      {u"entity"_s, entity},
                                      {u"seen"_s, seen},
                                      {u"written"_s, found->byStatus.value(Status::Written)},
                                      {u"equal"_s, found->byStatus.value(Status::Equal)},
                                      {u"left_out"_s, found->byStatus.value(Status::LeftOut)},
                                      {u"conflict"_s, found->byStatus.value(Status::Conflict)},
                                      {u"held"_s, found->byStatus.value(Status::Held)},
                                      {u"failed"_s, found->byStatus.value(Status::Failed)},
                                      {u"created"_s, found->created},
                                      {u"updated"_s, found->updated},
                                      {u"deleted"_s, found->deleted},
                                      {u"linked"_s, found->linked},
                                      {u"requests"_s, sent.requests},
                                      {u"throttled_ms"_s, qint64(sent.throttled.count())}});
        }
    }
    QJsonObject report{{u"ledger"_s, ledger}};
    if (!guards.isEmpty())
        report.insert(u"guards"_s, QJsonArray::fromStringList(guards));
    QJsonObject equalJson;
    for (auto entity = equal.begin(); entity != equal.end(); ++entity) {
        QJsonObject perIntegration;
        for (auto it = entity->begin(); it != entity->end(); ++it)
            perIntegration.insert(it.key(), *it);
        equalJson.insert(entity.key(), perIntegration);
    }
    report.insert(u"equal"_s, equalJson);
    QJsonArray problems;
    for (const auto &account : catalog.accounts()) {
        if (account->down && account->down->kind != ErrorKind::Cancelled)
            problems.append(errorDocument(account->row.name, {}, {}, {}, {}, *account->down));
    }
    if (problems.isEmpty() && worst)
        problems.append(errorDocument({}, {}, {}, {}, {}, *worst));
    report.insert(u"problems"_s, problems);
    return report;
}

Result<void> Reports::restore(const RunRow &run, Equal &equal)
{
    const QJsonObject stored = run.report.value("equal"_L1).toObject();
    for (auto entity = stored.begin(); entity != stored.end(); ++entity) {
        const QJsonObject counts = entity->toObject();
        for (auto it = counts.begin(); it != counts.end(); ++it)
            equal[entity.key()].insert(it.key(), it->toInt());
    }
    return {};
}

QStringList Reports::guardsOf(const RunRow &run)
{
    QStringList guards;
    for (const QJsonValue &guard : run.report.value("guards"_L1).toArray())
        guards << guard.toString();
    return guards;
}

int Reports::failed(const QJsonObject &report)
{
    int failed = 0;
    for (const QJsonValue &row : report.value("ledger"_L1).toArray())
        failed += row["failed"_L1].toInt();
    return failed;
}

Result<QJsonArray> Reports::operations(const QString &run, const Catalog &catalog)
{
    QJsonArray list;
    int after = 0;
    for (;;) {
        const auto page = m_stores.runs.operations(run, after, operationPage);
        if (!page)
            return failure(page.error());
        for (const OperationRow &row : *page) {
            after = row.seq;
            if (row.kind == "agree"_L1)
                continue; // a base moves; nobody's value does
            QJsonObject json{{u"system"_s, catalog.nameOf(row.integration)},
                             {u"entity"_s, row.entity},
                             {u"kind"_s, contractKind(row.kind)},
                             {u"record"_s, row.hubId},
                             {u"remote_id"_s, row.remoteId.isEmpty() ? QJsonValue() : QJsonValue(row.remoteId)},
                             {u"fields"_s, displayFields(row)},
                             {u"reason"_s, row.reason},
                             {u"outcome"_s, row.outcome}};
            if (!row.detail.isEmpty())
                json.insert(u"detail"_s, row.detail);
            list.append(json);
        }
        if (page->size() < operationPage)
            return list;
    }
}

/// A value that is refused again when a run looks a second time is one error, and a record that got its id on the way is
/// called by it.
Result<QJsonArray> Reports::errors(const RunRow &run, const Catalog &catalog)
{
    const auto stored = m_stores.runs.errors(run.id);
    if (!stored)
        return failure(stored.error());
    QJsonArray all = run.report.value("problems"_L1).toArray();
    QSet<QString> known;
    for (const QJsonValue &entry : *stored) {
        QJsonObject error = entry.toObject();
        const auto name = nameOfRecord(error, catalog);
        if (!name)
            return failure(name.error());
        error.insert(u"record"_s, *name);
        const QString key = QString::fromUtf8(compact(error));
        if (known.contains(key))
            continue;
        known.insert(key);
        all.append(error);
    }
    return all;
}

Result<QString> Reports::nameOfRecord(const QJsonObject &error, const Catalog &catalog)
{
    const QString record = error.value("record"_L1).toString();
    const Account *account = catalog.accountNamed(error.value("integration"_L1).toString());
    if (!record.startsWith(ledgerRecord({}, {})) || !account)
        return record;
    const auto links = m_stores.records.linksOf(record.mid(ledgerRecord({}, {}).size()));
    if (!links)
        return failure(links.error());
    for (const LinkRow &link : *links) {
        if (link.integration == account->row.id && link.state == LinkState::Live)
            return link.remoteId;
    }
    return record;
}

Result<QJsonObject> Reports::document(const RunRow &run, const Catalog &catalog, bool withOperations)
{
    const auto errors = this->errors(run, catalog);
    if (!errors)
        return failure(errors.error());
    QJsonObject json{{u"run"_s, run.id},
                     {u"kind"_s, run.kind},
                     {u"status"_s, run.status == "planned"_L1 ? u"done"_s : run.status},
                     {u"dry_run"_s, run.dryRun},
                     {u"started_at"_s, isoTime(run.startedAt)},
                     {u"finished_at"_s, run.finishedAt ? QJsonValue(isoTime(*run.finishedAt)) : QJsonValue()},
                     {u"plan_hash"_s, run.planHash},
                     {u"ledger"_s, run.report.value("ledger"_L1).toArray()},
                     {u"guards"_s, run.report.value("guards"_L1).toArray()},
                     {u"errors"_s, *errors}};
    if (!run.undoes.isEmpty()) {
        const auto undone = m_stores.runs.undone(run.id);
        if (!undone)
            return failure(undone.error());
        json.insert(u"undoes"_s, run.undoes);
        json.insert(u"undone"_s, *undone);
    }
    if (!withOperations)
        return json;
    auto operations = this->operations(run.id, catalog);
    if (!operations)
        return failure(operations.error());
    json.insert(u"operations"_s, *operations);
    return json;
}

} // namespace syncline::core
