#include "core/services/preview.h"

#include "core/engine/planning.h"
#include "core/engine/reports.h"
#include "core/workspace/overviewstore.h"
#include "foundation/ids.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Preview", text);
}

/// Collects rows into leaves and records.
class Collector
{
public:
    Collector(PreviewPlan &plan, const Catalog &catalog) : m_plan(plan), m_catalog(catalog) {}

    PreviewEntry &add(int id, const Account *account, const QString &entity, const QString &kind, const QString &hubId)
    {
        const QString integration = account ? account->row.id : QString();
        int &leaf = m_leaves[{integration, entity, kind}];
        if (leaf == 0) {
            m_plan.leaves.append({integration, account ? account->row.name : QString(),
                                  account ? account->row.provider : QString(), entity, kind, 0});
            leaf = int(m_plan.leaves.size());
        }
        ++m_plan.leaves[leaf - 1].count;
        int &record = m_records[hubId];
        if (record == 0)
            record = int(m_records.size());
        m_plan.entries.append({id, leaf - 1, record, true, false, true});
        return m_plan.entries.last();
    }
    /// Systems in workspace order, companies before contacts, then by kind.
    void sort()
    {
        static const QStringList kinds{u"create"_s,   u"update"_s, u"archive"_s,      u"delete"_s, u"link"_s,
                                       u"reversed"_s, u"kept"_s,   u"not_possible"_s, u"unlink"_s};
        QList<int> order(m_plan.leaves.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, {}, [&](int i) {
            const PreviewLeaf &leaf = m_plan.leaves[i];
            const Account *account = m_catalog.account(leaf.integration);
            return std::tuple(account ? account->row.position : 0, m_catalog.entities().indexOf(leaf.entity),
                              kinds.indexOf(leaf.kind));
        });
        QList<PreviewLeaf> leaves;
        QList<int> places(order.size());
        for (int i = 0; i < order.size(); ++i) {
            places[order[i]] = i;
            leaves.append(m_plan.leaves[order[i]]);
        }
        for (PreviewEntry &entry : m_plan.entries)
            entry.leaf = places[entry.leaf];
        m_plan.leaves = leaves;
    }

private:
    PreviewPlan &m_plan;
    const Catalog &m_catalog;
    std::map<std::tuple<QString, QString, QString>, int> m_leaves; ///< place + 1
    QHash<QString, int> m_records;
};

/// As the last runs that wrote something went, from their begin to their end.
std::optional<double> writesPerSecond(const QList<RunRow> &runs)
{
    double writes = 0, seconds = 0;
    for (const RunRow &row : runs) {
        const RunSummary run = summaryOf(row);
        if (run.preview || run.written < 10 || run.durationMs() <= 0)
            continue;
        writes += run.written;
        seconds += double(run.durationMs()) / 1000;
    }
    return seconds > 0 ? std::optional(writes / seconds) : std::nullopt;
}

} // namespace

int PreviewPlan::changed() const
{
    return int(std::ranges::count_if(entries, &PreviewEntry::changed));
}

Result<PreviewPlan> Preview::plan(const QString &run)
{
    const auto found = m_session.stores().runs.get(run);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::Usage, tr("This preview is no more."), tr("Compute it again."));
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    auto plan = (*found)->kind == "undo"_L1 ? plannedUndo(**found, *catalog) : plannedWrites(**found, *catalog);
    if (!plan)
        return plan;
    plan->run = run;
    plan->computedAt = (*found)->finishedAt.value_or((*found)->startedAt);
    plan->open = (*found)->status == "planned"_L1 || (*found)->status == "stopped"_L1;
    plan->guards = Reports::guardsOf(**found);
    for (const QJsonValue &problem : (*found)->report.value("problems"_L1).toArray())
        plan->problems << problem["message"_L1].toString();
    const auto latest = m_session.stores().runs.latest(30);
    if (!latest)
        return failure(latest.error());
    plan->writesPerSecond = writesPerSecond(*latest);
    if (auto done = addCounts(*plan, **found); !done)
        return failure(done.error());
    return plan;
}

Result<PreviewPlan> Preview::plannedWrites(const RunRow &run, const Catalog &catalog)
{
    const auto rows = OverviewStore(m_session.stores().db).plan(run.id);
    if (!rows)
        return failure(rows.error());
    PreviewPlan plan;
    Collector collector(plan, catalog);
    for (const auto &row : *rows) {
        if (row.integration == hubSystem) {
            ++plan.hubChanges;
            continue;
        }
        const QString kind = row.kind == "relink"_L1 ? u"link"_s : row.kind;
        PreviewEntry &entry = collector.add(row.seq, catalog.account(row.integration), row.entity, kind, row.hubId);
        entry.canTakeOut = row.phase != Phase::Local && row.outcome == "planned"_L1;
        // A hub record that this run makes is not there yet.
        entry.changed = row.moved && row.phase != Phase::Local;
        entry.canUndo = kind != "delete"_L1 && kind != "archive"_L1 && row.phase != Phase::Consent;
    }
    collector.sort();
    return plan;
}

Result<PreviewPlan> Preview::plannedUndo(const RunRow &run, const Catalog &catalog)
{
    const auto fates = OverviewStore(m_session.stores().db).fates(run.id);
    const auto undone = m_session.stores().runs.get(run.undoes);
    if (!fates || !undone)
        return failure(!fates ? fates.error() : undone.error());
    PreviewPlan plan;
    plan.undo = true;
    plan.undoes = run.undoes;
    plan.undoesAt = *undone ? (*undone)->startedAt : 0;
    Collector collector(plan, catalog);
    for (const auto &fate : *fates) {
        if (fate.system == hubSystem || fate.kind == "link"_L1 || fate.kind == "relink"_L1) {
            ++plan.hubChanges;
            continue;
        }
        PreviewEntry &entry = collector.add(fate.id, catalog.accountNamed(fate.system), fate.entity, fate.outcome,
                                            fate.hubId);
        entry.canTakeOut = fate.outcome == "reversed"_L1;
    }
    collector.sort();
    return plan;
}

Result<void> Preview::addCounts(PreviewPlan &plan, const RunRow &run)
{
    for (const QJsonValue &line : run.report.value("ledger"_L1).toArray()) {
        plan.equal += line["equal"_L1].toInt();
        plan.leftOut += line["left_out"_L1].toInt();
        plan.conflicts += line["conflict"_L1].toInt();
        plan.held += line["held"_L1].toInt();
        plan.failed += line["failed"_L1].toInt();
    }
    return {};
}

Result<QList<int>> Preview::search(const PreviewPlan &plan, const QString &text)
{
    OverviewStore overview(m_session.stores().db);
    return plan.undo ? overview.searchFates(plan.run, text) : overview.search(plan.run, text);
}

Result<void> Preview::takeOutOne(const OperationRow &operation)
{
    const QString why = tr("Taken out by you.");
    auto done = m_session.stores().runs.markOutcome(operation.run, operation.seq, u"skipped"_s, why);
    if (!done || operation.integration == hubSystem || operation.phase == Phase::Local)
        return done;
    const QString remote = operation.kind == "create"_L1 ? QString() : operation.remoteId;
    return m_session.stores().runs.putLedger(
        operation.run,
        {operation.integration, operation.entity, ledgerRecord(remote, operation.hubId), Status::LeftOut, why});
}

Result<void> Preview::takeOut(const PreviewPlan &plan, const QList<int> &ids)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    OverviewStore overview(m_session.stores().db);
    return m_session.stores().db.transaction("take out", [&]() -> Result<void> {
        for (const int id : ids) {
            QList<OperationRow> rows;
            if (plan.undo) {
                const auto entry = overview.fate(plan.run, id);
                const auto all = entry && *entry
                    ? m_session.stores().runs.ofHub((*entry)->value("record"_L1).toString())
                    : Result<QList<OperationRow>>(QList<OperationRow>());
                if (!entry || !all)
                    return failure(!entry ? entry.error() : all.error());
                rows = *all;
            } else {
                const auto row = m_session.stores().runs.operation(plan.run, id);
                if (!row)
                    return failure(row.error());
                if (*row)
                    rows << **row;
            }
            for (const OperationRow &row : std::as_const(rows)) {
                if (row.run != plan.run || row.outcome != "planned"_L1)
                    continue;
                if (auto done = takeOutOne(row); !done)
                    return done;
            }
        }
        return {};
    });
}

Result<QString> Preview::cutOff(const PreviewPlan &plan, const QList<int> &ids)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    const auto whole = m_session.stores().runs.get(plan.run);
    if (!whole)
        return failure(whole.error());
    if (!*whole || !plan.open)
        return failure(ErrorKind::Usage, tr("This preview was carried out already."), tr("Compute it again."));
    RunRow part = **whole;
    part.id = newUuid7(m_session.clock().now(), randomBytes(10));
    part.status = u"planned"_s;
    part.report.remove(u"equal"_s); // those pairs were counted by the whole plan
    part.report.remove(u"guards"_s);
    part.startedAt = m_session.clock().now().count();
    part.actor = m_session.actor.name;
    OverviewStore overview(m_session.stores().db);
    auto done = m_session.stores().db.transaction("cut off", [&]() -> Result<void> {
        if (auto step = m_session.stores().runs.insert(part); !step)
            return step;
        QStringList hubs;
        for (const int id : ids) {
            const auto row = m_session.stores().runs.operation(plan.run, id);
            if (!row)
                return failure(row.error());
            if (*row && !hubs.contains((*row)->hubId))
                hubs << (*row)->hubId;
        }
        for (const QString &hub : std::as_const(hubs)) {
            if (auto step = overview.moveRecord(plan.run, hub, part.id); !step)
                return step;
        }
        return {};
    });
    if (!done)
        return failure(done.error());
    return part.id;
}

} // namespace syncline::core
