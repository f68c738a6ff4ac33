#pragma once

#include "core/engine/operationdocument.h"
#include "core/engine/planjournal.h"
#include "core/engine/progress.h"

#include <QCryptographicHash>
#include <QSet>

#include <unordered_set>

namespace syncline::core {

/// What planning one entity came to.
struct PlanTotals
{
    int operations = 0;
    int liveLinks = 0, removed = 0, cleared = 0, touched = 0;
    QStringList guards;
};

/// Pairs that were simply equal, by integration id; all other fates are rows of the workspace.
using EqualCounts = QMap<QString, int>;

/// Step 3 to 5 of a run: takes what waits for a look, part by part, through the pure planner and stores the outcome:
/// operations, ledger, what waits for a person.
class Planning
{
public:
    Planning(Stores &stores, const EntityContext &context, const Catalog &catalog, const QString &run, Seconds now,
             const QMap<QString, int> &walks, EqualCounts &equal, QCryptographicHash &hash,
             const ProgressSink &progress);

    Result<PlanTotals> planAll(std::stop_token stop);
    /// Only these hub records and what is connected to them.
    Result<PlanTotals> planHubs(const QStringList &ids);
    /// Only this part, as it is.
    Result<PlanTotals> planPart(Part part);
    /// What every part is made from is kept there; without one, nothing is kept.
    void keepInputsIn(PlanJournal &journal) { m_journal = &journal; }

private:
    struct Writing;
    Result<void> flush(Part &part);
    Result<void> write(Part &part, const Snapshot &snapshot, Plan &plan);
    Result<void> planHubSeeds(std::stop_token stop);
    Result<void> planStrangerSeeds(std::stop_token stop);

    void translateIds(const Part &part, Plan &plan) const;
    static void fillCreates(Plan &plan);
    Result<void> clearReview(const Part &part);
    Result<void> writeProblems(Writing &writing);
    Result<void> writeOps(Writing &writing);
    Result<void> writeLocal(Writing &writing, const Op &op);
    Result<void> writeRemote(Writing &writing, const Op &op);
    Result<void> writeLedger(Writing &writing);
    Result<void> writeReview(Writing &writing);
    Result<void> writePending(Writing &writing);
    Result<void> addOperation(OperationRow row, const QByteArray &hashed);
    Result<void> addOperation(const OperationRow &row) { return addOperation(row, row.document); }
    Result<void> hold(Writing &writing, const Op &op, const Binding &binding, const connectors::RemoteField *field,
                      const Value &value, const Error &error, bool failed = false);
    QMap<QString, Value> afterValues(const Writing &writing, const QString &hub) const;

    Stores &m_stores;
    const EntityContext &m_context;
    const Catalog &m_catalog;
    QString m_run;
    Seconds m_now;
    const QMap<QString, int> &m_walks; ///< integration id -> number of this run's walk
    EqualCounts &m_equal;
    QCryptographicHash &m_hash;
    const ProgressSink &m_progress;
    PlanJournal *m_journal = nullptr;
    PlanTotals m_totals;
    int m_seq = 0;
    std::unordered_set<size_t> m_done; ///< hashes of records that were planned before their turn
};

/// Ids of what waits for a person, stable from run to run.
QString conflictId(const QString &hub, const QString &field);
QString heldId(const QString &integration, const QString &hub, const QString &remote, const QString &code);
QString deleteId(const QString &hub, const QString &from);

QString conflictCauseName(ConflictCause cause);
QString statusName(Status status);

/// The record of a ledger row.
QString ledgerRecord(const QString &remoteId, const QString &hubId);

QJsonObject errorDocument(const QString &integration, const QString &entity, const QString &record,
                          const QString &field, const QString &value, const Error &error);

} // namespace syncline::core
