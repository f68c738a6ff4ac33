#pragma once

#include "core/services/session.h"

namespace syncline::core {

enum class HealthState { Healthy, Unknown, Paused, NeedsSignIn, Throttled, Down };

/// One connected system as its tile shows it.
struct SystemHealth
{
    QString id, name, provider;
    HealthState state = HealthState::Unknown;
    std::optional<int> responseMs;
    std::optional<Millis> lastSync;           ///< when a run last asked it
    QString message, remedy, providerMessage; ///< of what is wrong; "" where nothing is
};

struct Share ///< one row of a list: what, and how many
{
    QString entity;      ///< hub entity; "" for a reason
    QString integration; ///< id; "" where it is no system's
    QString text;
    int count = 0;
};

/// All records of the workspace, each counted once: hub records, and remote records that have none. The worst counts:
/// all = in sync + waiting + left out + failing, always.
struct Totals
{
    int inSync = 0, waiting = 0, leftOut = 0, failing = 0;
    int kinds = 0;                                 ///< hub entities that have records
    QList<Share> inSyncBy, leftOutWhy, failingWhy; ///< each sums to its number; most first

    int all() const { return inSync + waiting + leftOut + failing; }
};

/// What waits for a person; one record may wait for several decisions.
struct Waiting
{
    int conflicts = 0, duplicates = 0, deletes = 0, held = 0;
    int all() const { return conflicts + duplicates + deletes + held; }
    bool operator==(const Waiting &) const = default;
};

struct RunSummary
{
    QString id, kind, status; ///< kind: sync, undo; status as in runs.status
    bool preview = false;     ///< a plan that was not carried out
    Millis startedAt = 0;     ///< of a preview that was carried out: when the writing began
    std::optional<Millis> finishedAt;
    int written = 0, failed = 0, seen = 0;
    QStringList systems;  ///< names of those with writes; of those that were read where there are none
    QStringList entities; ///< hub entities, likewise
    QString actor;
    QString problem; ///< the first thing that went wrong; "" for none
    QStringList guards;
    bool cancelled = false; ///< by a person; what was written until then stays
    bool canUndo = false;

    qint64 durationMs() const { return finishedAt ? *finishedAt - startedAt : 0; }
    bool isGood() const { return status == QLatin1String("done"); }
};

struct RecentOperation
{
    QString run;
    int seq = 0;
    QString kind, entity, system, hubId, record, outcome, reason; ///< system: name; "hub" for the workspace's own
};

/// What asks for an act, beside the names of the views.
struct Badges
{
    int brokenSystems = 0;
    int waiting = 0; ///< for a decision
    int failed = 0;  ///< operations and errors
    bool operator==(const Badges &) const = default;
};

/// Fields that are mapped and that the CRM no longer names; runs leave them alone.
struct Drift
{
    QString system, entity; ///< name of the integration; remote entity
    QStringList fields;     ///< remote names
};

/// Everything the dashboard shows, read at one moment.
struct DashboardSnapshot
{
    QList<SystemHealth> systems;
    Totals totals;
    Waiting waiting;
    QList<RunSummary> runs; ///< newest first, previews left out
    QList<RecentOperation> recent;
    QList<Drift> drift;
    bool mapped = false;    ///< something is mapped
    bool previewed = false; ///< a preview was made, and nothing was written since
    QString openPreview;    ///< its run; "" for none
};

/// Those that need a person: down, or signed out.
int brokenSystems(const QList<SystemHealth> &systems);

class Dashboard
{
public:
    explicit Dashboard(Session &session) : m_session(session) {}
    Result<DashboardSnapshot> snapshot();
    Result<Totals> totals();
    Result<Waiting> waiting();
    /// Failures of runs that began at `failedSince` or later.
    Result<Badges> badges(Millis failedSince);
    /// Newest first, previews left out; those of the last `most`.
    Result<QList<RunSummary>> runs(int most);

    /// How each integration is, by its last test and the runs that asked it since.
    Result<QList<SystemHealth>> systems();

private:
    Result<QList<SystemHealth>> systems(const QList<RunRow> &runs);
    Result<QList<Drift>> drift(const QList<SystemHealth> &systems);
    Result<void> fill(DashboardSnapshot &snapshot);
    Result<void> readRecent(DashboardSnapshot &snapshot);

    Session &m_session;
};

/// A stored run in one line.
RunSummary summaryOf(const RunRow &row);

/// The name people know a record by: a person's, a company's; its id where it has none.
QString recordName(const QString &entity, const QMap<QString, Value> &values, const QString &fallback);

} // namespace syncline::core
