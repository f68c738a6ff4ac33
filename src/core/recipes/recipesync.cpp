#include "core/recipes/recipesync.h"

#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Those of the records whose entity some integration has mapped: a run refuses what nothing carries.
Result<QStringList> carried(Session &session, const QStringList &records)
{
    const auto integrations = session.stores().integrations.all();
    if (!integrations)
        return failure(integrations.error());
    QSet<QString> entities;
    for (const IntegrationRow &row : *integrations) {
        const auto mappings = session.stores().integrations.mappings(row.id);
        if (!mappings)
            return failure(mappings.error());
        for (const auto &mapping : *mappings) {
            if (mapping.document.value("enabled"_L1).toBool(true))
                entities.insert(mapping.hubEntity);
        }
    }
    QStringList kept;
    for (const QString &id : records) {
        const auto row = session.stores().records.hub(id);
        if (!row)
            return failure(row.error());
        if (*row && entities.contains((*row)->entity))
            kept << id;
    }
    return kept;
}

} // namespace

Result<CarriedToCrms> carryToCrms(Session &session, const QStringList &records, const QString &actor,
                                  std::stop_token stop)
{
    CarriedToCrms done;
    const auto mapped = carried(session, records);
    if (!mapped)
        return failure(mapped.error());
    if (mapped->isEmpty())
        return done;
    SyncOptions options;
    options.records = *mapped;
    options.actor = actor;
    auto runner = session.runner();
    const auto outcome = runner.sync(options, std::move(stop));
    if (!outcome)
        return failure(outcome.error());
    const auto run = session.stores().runs.get(outcome->run);
    auto catalog = session.catalog(false);
    if (!run || !catalog)
        return failure(run ? catalog.error() : run.error());
    const auto report = Reports(session.stores()).document(**run, *catalog, true);
    if (!report)
        return failure(report.error());
    done.run = outcome->run;
    done.status = outcome->status;
    done.worst = outcome->worst;
    done.report = *report;
    for (const QJsonValue &operation : report->value("operations"_L1).toArray()) {
        const QString system = operation["system"_L1].toString();
        if (system == hubSystem || operation["kind"_L1].toString() == "link"_L1)
            continue;
        done.places.append({system, operation["entity"_L1].toString(), operation["record"_L1].toString(),
                            operation["kind"_L1].toString(), operation["outcome"_L1].toString()});
    }
    return done;
}

} // namespace syncline::core
