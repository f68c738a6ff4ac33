#pragma once

#include "core/engine/applier.h"
#include "core/engine/planning.h"

#include <memory>

namespace syncline::core {

struct SyncOptions
{
    QStringList integrations; ///< by name; empty: all
    QStringList entities;     ///< hub entities; empty: all
    QStringList records;      ///< ids of hub records: only these are read, planned and written; empty: all
    QList<LinkKey> places;    ///< records of CRMs: only these are read, and they are matched and planned by themselves
    bool full = false;        ///< read everything, not only what changed
    bool dryRun = false;      ///< end with the plan; nothing is written to a CRM
    QString planOf;           ///< carry out the stored plan of this run
    bool overrideGuards = false;
    QString actor = QStringLiteral("person");
    QString id; ///< of the new run; "": one is made
};

/// How a run ended. The report itself is in the workspace (Reports).
struct SyncOutcome
{
    QString run;
    QString status; ///< planned, done, partial, failed, stopped
    QStringList guards;
    std::optional<Error> worst; ///< why integrations took no part or the run failed
};

/// One run from its first look to its report. Blocks the calling thread; connectors run on threads of their own.
class Runner
{
public:
    Runner(Stores &stores, const HubSchema &schema, const ConnectorFactory &factory, const Clock &clock,
           EffectGate &gate, StartThread startThread = startPlainThread);

    void setProgress(ProgressSink sink) { m_progress = std::move(sink); }
    Result<SyncOutcome> sync(const SyncOptions &options, std::stop_token stop);
    /// The inverse of a run as a plan of its own, carried out unless dryRun (S-27).
    Result<SyncOutcome> undo(const QString &run, const SyncOptions &options, std::stop_token stop);

private:
    struct Pass;
    Result<void> begin(Pass &pass, const QString &kind);
    Result<void> readAll(Pass &pass);
    Result<void> readEntity(Pass &pass, const EntityContext &context);
    Result<void> readChosen(Pass &pass);
    Result<void> closeEntity(Pass &pass, Binding &binding, const Error &error);
    Result<void> planAll(Pass &pass);
    Result<PlanTotals> planChosen(Pass &pass, Planning &planning, const QString &entity);
    Result<void> apply(Pass &pass);
    Result<void> tellDrift(const Pass &pass);
    Result<void> skipGone(const Pass &pass);
    Result<void> skipEntity(const Pass &pass, const Binding &binding);
    Result<void> applyConsent(Pass &pass);
    Result<void> settleUnknown(Pass &pass);
    Result<void> goAgain(Pass &pass);
    Result<int> countAdded(const Pass &pass);
    Result<void> waitForUnknown(Pass &pass);
    Result<SyncOutcome> finish(Pass &pass, const QString &status);
    Result<SyncOutcome> planAndApply(Pass &pass);
    Result<SyncOutcome> carryOutStored(Pass &pass);
    Result<SyncOutcome> carryOutUndo(Pass &pass);
    Result<SyncOutcome> applyAndFinish(Pass &pass);
    Result<void> refuseSecondRun(Pass &pass);
    Result<Catalog> loadCatalog(const SyncOptions &options, std::stop_token stop);

    Stores &m_stores;
    const HubSchema &m_schema;
    ConnectorFactory m_factory;
    const Clock &m_clock;
    EffectGate &m_gate;
    StartThread m_startThread;
    ProgressSink m_progress;
    std::chrono::milliseconds m_startedAt{0}; ///< of the run; scripts see no other time
};

/// Who holds a lease: host, process and its start, so that a killed process is told from a living one.
QString ownClaim();
bool isClaimAlive(const QString &claim);
/// It was this computer's, since it was started, and its process is gone.
bool hasClaimDied(const QString &claim);

/// While it lives, the run is going on in this process.
class LiveRun
{
public:
    explicit LiveRun(const QString &run);
    ~LiveRun();
    LiveRun(const LiveRun &) = delete;
    LiveRun &operator=(const LiveRun &) = delete;

private:
    QString m_run;
};

/// A process that lives is at it.
bool isGoingOn(const RunRow &run);
/// Why a run is not begun while another one of the workspace is going on.
Error anotherRunGoesOn();

} // namespace syncline::core
