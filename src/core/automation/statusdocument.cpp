#include "core/automation/statusdocument.h"

#include "core/automation/scheduler.h"
#include "core/engine/reports.h"
#include "core/services/dashboard.h"
#include "core/services/records.h"
#include "core/workspace/overviewstore.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QJsonValue timeOrNull(const std::optional<Millis> &time)
{
    return time ? QJsonValue(isoTime(*time)) : QJsonValue();
}

QString nameOf(HealthState state)
{
    switch (state) {
    case HealthState::Healthy:
        return u"healthy"_s;
    case HealthState::Unknown:
        return u"unknown"_s;
    case HealthState::Paused:
        return u"paused"_s;
    case HealthState::NeedsSignIn:
        return u"needs_sign_in"_s;
    case HealthState::Throttled:
        return u"throttled"_s;
    case HealthState::Down:
        return u"down"_s;
    }
    return {};
}

QJsonObject countsOf(const QMap<QString, int> &numbers)
{
    QJsonObject json;
    for (auto it = numbers.begin(); it != numbers.end(); ++it)
        json.insert(it.key(), *it);
    return json;
}

/// Null where this process has not asked the system: the breaker is one process's.
QJsonValue breakerOf(const QString &integration, const Breakers &breakers, Millis now)
{
    using State = Breaker::State;
    const auto breaker = breakers ? breakers(integration) : std::nullopt;
    if (!breaker)
        return {};
    const bool isOpen = breaker->state == State::Open;
    return QJsonObject{{u"state"_s,
                        isOpen                                  ? u"open"_s
                            : breaker->state == State::HalfOpen ? u"half_open"_s
                                                                : u"closed"_s},
                       {u"failures"_s, breaker->failures},
                       {u"problem"_s, breaker->problem},
                       {u"retry_at"_s, isOpen ? QJsonValue(isoTime(now + breaker->retryIn.count())) : QJsonValue()}};
}

QJsonArray integrationsOf(const WorkspaceStatus &status, const QList<SystemHealth> &systems, const Breakers &breakers,
                          Millis now)
{
    QJsonArray all;
    for (const auto &row : status.integrations) {
        QJsonObject json{{u"name"_s, row.name},
                         {u"provider"_s, row.provider},
                         {u"state"_s, row.state},
                         {u"health"_s, row.health},
                         {u"response_ms"_s, row.responseMs ? QJsonValue(*row.responseMs) : QJsonValue()},
                         {u"linked"_s, countsOf(row.linked)}};
        const auto system = std::ranges::find(systems, row.name, &SystemHealth::name);
        if (system != systems.end()) {
            json.insert(u"condition"_s, nameOf(system->state));
            json.insert(u"last_sync"_s, timeOrNull(system->lastSync));
            json.insert(u"message"_s, system->message);
            json.insert(u"remedy"_s, system->remedy);
            json.insert(u"breaker"_s, breakerOf(system->id, breakers, now));
        }
        all.append(json);
    }
    return all;
}

/// The names that the ActiveCampaign mirror's status had before there was Syncline.
QJsonObject statisticsOf(const OverviewStore::RunTotals &totals, const WorkspaceStatus &status)
{
    const double share = totals.runs > 0 ? 100.0 * totals.successes / totals.runs : 100.0;
    const double seconds = totals.runs > 0 ? double(totals.duration) / totals.runs / 1000 : 0;
    return {{u"totalSyncs"_s, totals.runs},
            {u"successfulSyncs"_s, totals.successes},
            {u"successRate"_s, QString(QString::number(share, 'f', 2) + u'%')},
            {u"avgDurationSeconds"_s, QString::number(seconds, 'f', 2)},
            {u"averageDuration"_s, seconds},
            {u"lastSyncTime"_s, status.lastSync ? QJsonValue(isoTime(status.lastSync->finishedAt)) : QJsonValue()},
            {u"lastSync"_s, status.lastSync ? QJsonValue(isoTime(status.lastSync->finishedAt)) : QJsonValue()}};
}

QJsonValue currentStatusOf(const WorkspaceStatus &status)
{
    if (!status.lastSync)
        return {};
    int contacts = 0, deals = 0;
    for (const auto &row : status.integrations) {
        contacts = std::max(contacts, row.linked.value(u"contact"_s));
        deals = std::max(deals, row.linked.value(u"deal"_s));
    }
    return QJsonObject{{u"sync_id"_s, status.lastSync->run},
                       {u"timestamp"_s, isoTime(status.lastSync->finishedAt)},
                       {u"overall_success"_s, status.lastSync->status == "done"_L1},
                       {u"contacts_count"_s, contacts},
                       {u"deals_count"_s, deals}};
}

Result<QJsonObject> schedulesOf(Session &session)
{
    Schedules schedules(session);
    const auto infos = schedules.list();
    const auto pause = schedules.pause();
    const auto lease = ScheduleStore(session.stores().db).lease(u"scheduler"_s);
    if (!infos || !pause || !lease)
        return failure(!infos ? infos.error() : !pause ? pause.error() : lease.error());
    int on = 0, failing = 0;
    std::optional<Millis> next;
    for (const ScheduleInfo &info : *infos) {
        on += info.schedule.enabled ? 1 : 0;
        failing += info.schedule.enabled && info.failures > 0 ? 1 : 0;
        if (info.nextAt && (!next || *info.nextAt < *next))
            next = info.nextAt;
    }
    const bool runs = *lease && (*lease)->until > session.clock().now().count() && !hasClaimDied((*lease)->claimedBy);
    return QJsonObject{
        {u"on"_s, on},        {u"failing"_s, failing},        {u"next_at"_s, timeOrNull(next)},
        {u"running"_s, runs}, {u"paused"_s, pause->isPaused}, {u"paused_until"_s, timeOrNull(pause->until)}};
}

} // namespace

Result<QJsonObject> statusDocument(Session &session)
{
    const auto status = Records(session).status();
    const auto systems = Dashboard(session).systems();
    const auto totals = OverviewStore(session.stores().db).runTotals();
    const auto schedules = schedulesOf(session);
    if (!status || !systems || !totals || !schedules)
        return failure(!status        ? status.error()
                           : !systems ? systems.error()
                           : !totals  ? totals.error()
                                      : schedules.error());
    QJsonValue last;
    if (status->lastSync) {
        last = QJsonObject{{u"run"_s, status->lastSync->run},
                           {u"status"_s, status->lastSync->status},
                           {u"finished_at"_s, isoTime(status->lastSync->finishedAt)}};
    }
    return QJsonObject{{u"health"_s, status->healthy ? u"healthy"_s : u"degraded"_s},
                       {u"last_sync"_s, last},
                       {u"integrations"_s,
                        integrationsOf(*status, *systems, session.outside().breakers, session.clock().now().count())},
                       {u"waiting"_s, countsOf(status->waiting)},
                       {u"runs"_s,
                        QJsonObject{{u"counted"_s, status->runs},
                                    {u"success_rate"_s, status->runs ? double(status->successes) / status->runs : 1.0},
                                    {u"average_ms"_s, status->runs ? status->duration / status->runs : 0}}},
                       {u"currentStatus"_s, currentStatusOf(*status)},
                       {u"statistics"_s, statisticsOf(*totals, *status)},
                       {u"schedules"_s, *schedules}};
}

} // namespace syncline::core
