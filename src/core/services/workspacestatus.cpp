#include "core/services/records.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// What the newest of its last test and the last run that asked it says.
QString healthOf(const IntegrationRow &row, const QList<RunRow> &runs)
{
    const qint64 testedAt = row.health.value("at"_L1).toInteger();
    for (const RunRow &run : runs) { // newest first
        if (!run.finishedAt || *run.finishedAt < testedAt)
            continue;
        for (const QJsonValue &problem : run.report.value("problems"_L1).toArray()) {
            if (problem["integration"_L1].toString() == row.name)
                return u"down"_s;
        }
        for (const QJsonValue &line : run.report.value("ledger"_L1).toArray()) {
            if (line["integration"_L1].toString() == row.name && line["requests"_L1].toInt() > 0)
                return u"healthy"_s;
        }
    }
    return row.health.value("status"_L1).toString(u"unknown"_s);
}

} // namespace

Result<WorkspaceStatus> Records::status()
{
    const auto integrations = m_session.stores().integrations.all();
    const auto runs = m_session.stores().runs.latest(10);
    const auto waiting = m_session.stores().review.counts();
    if (!integrations || !runs || !waiting)
        return failure(!integrations ? integrations.error() : !runs ? runs.error() : waiting.error());
    WorkspaceStatus status;
    status.waiting = *waiting;
    for (const IntegrationRow &row : *integrations) {
        WorkspaceStatus::Integration integration{row.name, row.provider, row.state, healthOf(row, *runs), {}, {}};
        if (row.health.contains("response_ms"_L1))
            integration.responseMs = row.health.value("response_ms"_L1).toDouble();
        const auto mappings = m_session.stores().integrations.mappings(row.id);
        if (!mappings)
            return failure(mappings.error());
        for (const auto &mapping : *mappings) {
            const auto live = m_session.stores().records.liveLinks(row.id, mapping.remoteEntity);
            if (!live)
                return failure(live.error());
            integration.linked[mapping.hubEntity] += *live; // contacts and leads are people
        }
        status.healthy = status.healthy && integration.health != "down"_L1;
        status.integrations.append(integration);
    }
    for (const RunRow &run : *runs) {
        if (!run.finishedAt || run.dryRun)
            continue;
        if (!status.lastSync)
            status.lastSync = {run.id, run.status, *run.finishedAt};
        ++status.runs;
        status.successes += run.status == "done"_L1 ? 1 : 0;
        status.duration += *run.finishedAt - run.startedAt;
    }
    return status;
}

} // namespace syncline::core
