#include "core/recipes/recipesync.h"

#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

Result<QStringList> mappedRecords(Session &session, const QStringList &records)
{
    auto catalog = session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const QStringList entities = catalog->entities();
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

Result<CarriedToCrms> carryToCrms(Session &session, const QStringList &records, const QString &actor,
                                  std::stop_token stop)
{
    CarriedToCrms done;
    const auto mapped = mappedRecords(session, records);
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
