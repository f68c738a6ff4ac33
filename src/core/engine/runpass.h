#pragma once

#include "core/engine/chosen.h"
#include "core/engine/runner.h"

namespace syncline::core {

/// What a run carries with it.
struct Runner::Pass
{
    const SyncOptions &options;
    std::stop_token stop;
    Catalog catalog;
    RunRow run;
    std::optional<LiveRun> live; ///< from its first row in the workspace
    QMap<QString, EntityContext> contexts;
    Reader reader;
    Settler settler;
    QMap<QString, QMap<QString, int>> walks; ///< entity -> planner's name -> number of its walk
    QMap<QString, EqualCounts> equal;        ///< entity -> integration id -> pairs that are simply equal
    Workers workers;                         ///< ends before what its threads use
    QMap<QPair<QString, QString>, connectors::Connector::Traffic> traffic; ///< (integration id, entity)
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QStringList guards;
    std::optional<Error> worst;
    Settler::Unknowns unknown;
    Chosen wanted;           ///< where only some records were asked for
    Millis carriedOutAt = 0; ///< when the writing of a stored plan began

    Pass(Stores &stores, const SyncOptions &chosen, std::stop_token token, Catalog loaded, const Clock &clock,
         EffectGate &gate, const StartThread &start, const ProgressSink &progress)
        : options(chosen)
        , stop(std::move(token))
        , catalog(std::move(loaded))
        , reader(stores, clock, progress)
        , settler(stores, catalog, clock, reader)
        , workers(gate, start)
    {
        for (const QString &entity : catalog.entities())
            contexts.insert(entity, EntityContext(catalog, entity));
    }
    /// Only some records were asked for.
    bool isChosen() const { return !options.records.isEmpty() || !options.places.isEmpty(); }
    /// By what was planned so far, and nobody said that it is meant.
    bool isGuarded() const { return !guards.isEmpty() && !options.overrideGuards; }
    void refreshContexts()
    {
        for (const QString &entity : catalog.entities())
            contexts.insert(entity, EntityContext(catalog, entity));
    }
    void takeTraffic(const QString &entity)
    {
        for (const auto &account : catalog.accounts()) {
            if (!account->connector)
                continue;
            const auto taken = account->connector->takeTraffic();
            auto &sum = traffic[{account->row.id, entity}];
            sum.requests += taken.requests;
            sum.throttled += taken.throttled;
        }
    }
};

} // namespace syncline::core
