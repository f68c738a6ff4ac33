#include "core/services/dashboard.h"

#include "core/engine/context.h"
#include "core/engine/reports.h"
#include "core/services/activity.h"
#include "core/services/totals.h"
#include "core/workspace/overviewstore.h"
#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int runsShown = 24;
constexpr int runsRead = 60; ///< previews are among them
constexpr int operationsShown = 5;

/// What a run says about a system.
struct Word
{
    bool asked = false;
    QJsonObject problem;
};

Word wordOf(const RunRow &run, const QString &name)
{
    Word word;
    for (const QJsonValue &problem : run.report.value("problems"_L1).toArray()) {
        if (problem["integration"_L1].toString() == name)
            word.problem = problem.toObject();
    }
    for (const QJsonValue &line : run.report.value("ledger"_L1).toArray())
        word.asked = word.asked || (line["integration"_L1].toString() == name && line["requests"_L1].toInt() > 0);
    return word;
}

HealthState stateOf(const QString &status)
{
    return status == "healthy"_L1 || status == "ok"_L1 ? HealthState::Healthy
        : status == "down"_L1                          ? HealthState::Down
                                                       : HealthState::Unknown;
}

void takeProblem(SystemHealth &health, const QJsonObject &problem)
{
    const QString kind = problem.value("kind"_L1).toString();
    health.state = kind == "authentication"_L1 ? HealthState::NeedsSignIn
        : kind == "rate_limit"_L1              ? HealthState::Throttled
                                               : HealthState::Down;
    health.message = problem.value("message"_L1).toString();
    health.remedy = problem.value("remedy"_L1).toString();
    health.providerMessage = problem.value("provider_message"_L1).toString();
}

/// What the newest of its last test and the last run that asked it says.
SystemHealth healthOf(const IntegrationRow &row, const QList<RunRow> &runs)
{
    SystemHealth health;
    health.id = row.id;
    health.name = row.name;
    health.provider = row.provider;
    const QString tested = row.health.value("status"_L1).toString();
    health.state = stateOf(tested);
    if (health.state == HealthState::Down)
        takeProblem(health, row.health);
    if (row.health.contains("response_ms"_L1))
        health.responseMs = row.health.value("response_ms"_L1).toInt();
    const qint64 testedAt = row.health.value("at"_L1).toInteger();
    bool said = false;
    for (const RunRow &run : runs) { // newest first
        const Word word = wordOf(run, row.name);
        if (!run.finishedAt || (!word.asked && word.problem.isEmpty()))
            continue;
        if (word.asked && word.problem.isEmpty() && !health.lastSync)
            health.lastSync = run.finishedAt;
        if (!said && *run.finishedAt >= testedAt) {
            said = true;
            if (word.problem.isEmpty())
                health.state = HealthState::Healthy;
            else
                takeProblem(health, word.problem);
        }
    }
    if (row.state == "paused"_L1)
        health.state = HealthState::Paused;
    return health;
}

} // namespace

int brokenSystems(const QList<SystemHealth> &systems)
{
    return int(std::ranges::count_if(systems, [](const SystemHealth &system) {
        return system.state == HealthState::Down || system.state == HealthState::NeedsSignIn;
    }));
}

RunSummary summaryOf(const RunRow &row)
{
    RunSummary run;
    run.id = row.id;
    run.kind = row.kind;
    run.status = row.status;
    run.preview = row.status == "planned"_L1;
    run.startedAt = row.report.value("carried_out_at"_L1).toInteger(row.startedAt);
    run.finishedAt = row.finishedAt;
    run.actor = row.actor;
    run.guards = Reports::guardsOf(row);
    run.cancelled = row.report.value("cancelled"_L1).toBool();
    QStringList readSystems, readEntities;
    for (const QJsonValue &line : row.report.value("ledger"_L1).toArray()) {
        const QString system = line["integration"_L1].toString(), entity = line["entity"_L1].toString();
        const int written = line["created"_L1].toInt() + line["updated"_L1].toInt() + line["deleted"_L1].toInt();
        run.written += written;
        run.failed += line["failed"_L1].toInt();
        run.seen += line["seen"_L1].toInt();
        (written > 0 ? run.systems : readSystems) << system;
        (written > 0 ? run.entities : readEntities) << entity;
    }
    if (run.systems.isEmpty())
        run.systems = readSystems;
    if (run.entities.isEmpty())
        run.entities = readEntities;
    run.systems.removeDuplicates();
    run.entities.removeDuplicates();
    for (const QJsonValue &problem : row.report.value("problems"_L1).toArray()) {
        run.problem = problem["message"_L1].toString();
        break;
    }
    const bool ended = row.status == "done"_L1 || row.status == "partial"_L1 || row.status == "interrupted"_L1
        || row.status == "failed"_L1;
    run.canUndo = ended && row.kind != "replay"_L1;
    return run;
}

QString recordName(const QString &entity, const QMap<QString, Value> &values, const QString &fallback)
{
    const auto opened = openGroups(values);
    const auto text = [&](const QString &key) { return opened.value(key).display().trimmed(); };
    if (entity == "contact"_L1 || entity == "user"_L1) {
        const QString name = QString(text(u"first_name"_s) + u' ' + text(u"last_name"_s)).trimmed();
        if (!name.isEmpty())
            return name;
    }
    for (const QString &key : {u"name"_s, u"title"_s, u"subject"_s, u"email"_s}) {
        if (const QString name = text(key); !name.isEmpty())
            return name;
    }
    return fallback;
}

Result<Totals> Dashboard::totals()
{
    OverviewStore overview(m_session.stores().db);
    const auto hubs = overview.hubs();
    const auto strangers = overview.strangers();
    const auto failing = overview.failing();
    const auto rows = m_session.stores().integrations.all();
    if (!hubs || !strangers || !failing || !rows)
        return failure(!hubs            ? hubs.error()
                           : !strangers ? strangers.error()
                           : !failing   ? failing.error()
                                        : rows.error());
    QMap<QString, QString> names;
    for (const IntegrationRow &row : *rows)
        names.insert(row.id, row.name);
    return totalsOf(*hubs, *strangers, *failing, names);
}

Result<Waiting> Dashboard::waiting()
{
    const auto counts = OverviewStore(m_session.stores().db).waiting();
    if (!counts)
        return failure(counts.error());
    return waitingOf(*counts);
}

Result<QList<SystemHealth>> Dashboard::systems()
{
    const auto runs = m_session.stores().runs.latest(runsRead);
    return runs ? systems(*runs) : failure(runs.error());
}

Result<QList<SystemHealth>> Dashboard::systems(const QList<RunRow> &runs)
{
    const auto rows = m_session.stores().integrations.all();
    if (!rows)
        return failure(rows.error());
    QList<SystemHealth> systems;
    for (const IntegrationRow &row : *rows)
        systems.append(healthOf(row, runs));
    return systems;
}

Result<Badges> Dashboard::badges(Millis failedSince)
{
    const auto runs = m_session.stores().runs.latest(runsRead);
    if (!runs)
        return failure(runs.error());
    ActivityQuery query;
    query.failedOnly = true;
    query.since = failedSince;
    const auto health = systems(*runs);
    const auto open = waiting();
    const auto failed = Activity(m_session).open(query);
    if (!health || !open || !failed)
        return failure(!health ? health.error() : !open ? open.error() : failed.error());
    return Badges{brokenSystems(*health), open->all(), failed->count};
}

Result<QList<RunSummary>> Dashboard::runs(int most)
{
    const auto rows = m_session.stores().runs.latest(most);
    if (!rows)
        return failure(rows.error());
    QList<RunSummary> runs;
    for (const RunRow &row : *rows) {
        if (row.status == "running"_L1)
            continue; // it has no report yet
        const RunSummary run = summaryOf(row);
        if (!run.preview)
            runs.append(run);
    }
    std::ranges::stable_sort(runs, std::greater(), &RunSummary::startedAt);
    return runs;
}

/// All of it is of one moment, also while a run writes.
Result<DashboardSnapshot> Dashboard::snapshot()
{
    DashboardSnapshot snapshot;
    const auto read = m_session.stores().db.snapshot([&] { return fill(snapshot); });
    return read ? Result<DashboardSnapshot>(std::move(snapshot)) : failure(read.error());
}

Result<void> Dashboard::fill(DashboardSnapshot &snapshot)
{
    const auto runs = m_session.stores().runs.latest(runsRead);
    if (!runs)
        return failure(runs.error());
    auto health = systems(*runs);
    auto counted = totals();
    const auto open = waiting();
    if (!health || !counted || !open)
        return failure(!health ? health.error() : !counted ? counted.error() : open.error());
    snapshot.systems = std::move(*health);
    snapshot.totals = std::move(*counted);
    snapshot.waiting = *open;
    auto gone = drift(snapshot.systems);
    if (!gone)
        return failure(gone.error());
    snapshot.drift = std::move(*gone);
    for (const SystemHealth &system : std::as_const(snapshot.systems)) {
        const auto mappings = m_session.stores().integrations.mappings(system.id);
        if (!mappings)
            return failure(mappings.error());
        snapshot.mapped = snapshot.mapped || !mappings->isEmpty();
    }
    for (const RunRow &row : *runs) {
        if (row.status == "running"_L1)
            continue; // it has no report yet
        const RunSummary run = summaryOf(row);
        if (run.preview && run.kind == "sync"_L1 && snapshot.runs.isEmpty() && snapshot.openPreview.isEmpty())
            snapshot.openPreview = run.id;
        if (!run.preview && snapshot.runs.size() < runsShown)
            snapshot.runs.append(run);
    }
    std::ranges::stable_sort(snapshot.runs, std::greater(), &RunSummary::startedAt);
    snapshot.previewed = !snapshot.openPreview.isEmpty();
    return readRecent(snapshot);
}

Result<void> Dashboard::readRecent(DashboardSnapshot &snapshot)
{
    OverviewStore overview(m_session.stores().db);
    QMap<QString, QString> names;
    for (const SystemHealth &system : std::as_const(snapshot.systems))
        names.insert(system.id, system.name);
    for (const RunSummary &run : std::as_const(snapshot.runs)) {
        const int wanted = operationsShown - int(snapshot.recent.size());
        if (wanted <= 0)
            break;
        const auto operations = overview.latestOperations(run.id, wanted);
        if (!operations)
            return failure(operations.error());
        for (const OperationRow &row : *operations) {
            const auto hub = m_session.stores().records.hub(row.hubId);
            if (!hub)
                return failure(hub.error());
            const QString name = *hub ? recordName(row.entity, valuesOf((*hub)->fields), row.remoteId) : row.remoteId;
            snapshot.recent.append({row.run, row.seq, row.kind, row.entity,
                                    names.value(row.integration, row.integration), row.hubId, name, row.outcome,
                                    row.detail.isEmpty() ? row.reason : row.detail});
        }
    }
    return {};
}

} // namespace syncline::core
