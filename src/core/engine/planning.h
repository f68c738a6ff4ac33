#pragma once

#include "core/engine/partplan.h"
#include "core/engine/planjournal.h"
#include "core/engine/progress.h"
#include "core/engine/reviewrows.h"
#include "core/engine/workers.h"

#include <QCryptographicHash>
#include <QSet>

#include <deque>

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

/// Step 3 to 5 of a run: takes what waits for a look, part by part, through the planner and stores the outcome:
/// operations, ledger, what waits for a person. The run's thread loads and stores, threads of the workers plan what is in
/// between.
class Planning
{
public:
    Planning(Stores &stores, const EntityContext &context, const Catalog &catalog, Workers &workers, const QString &run,
             Seconds now, const QMap<QString, int> &walks, EqualCounts &equal, QCryptographicHash &hash,
             const ProgressSink &progress);

    Result<PlanTotals> planAll(std::stop_token stop);
    enum class Guarded { No, Yes };
    /// Only these hub records and records that nobody is linked to, with what is connected to them. Unguarded where a person
    /// named them.
    Result<PlanTotals> planThese(const QStringList &hubs, const QList<StrangerRow> &strangers, Guarded guarded);
    /// Only this part, as it is.
    Result<PlanTotals> planPart(std::unique_ptr<Part> part, const QList<Intent> &intents);
    /// What every part is made from is kept there; without one, nothing is kept.
    void keepInputsIn(PlanJournal &journal) { m_journal = &journal; }

private:
    struct Job;
    Result<void> begin();
    Result<void> planHubSeeds(std::stop_token stop);
    Result<void> planStrangerSeeds(std::stop_token stop);
    Result<PlanTotals> planOnly(std::unique_ptr<Part> part);
    Result<void> planSeeds(const std::function<Result<bool>(Part &)> &loadNext, std::stop_token stop);
    Result<void> hand(std::unique_ptr<Part> part);
    void storeFinished();
    Result<void> finish();
    Result<void> addGuards();
    bool mayNeedGuards() const;

    Result<void> store(const Job &job);
    Result<void> voidFirstPlans(const Part &part);
    Result<void> clearReview(const Part &part);
    Result<void> storeFate(const FateRow &fate, bool isFirst);
    Result<void> storeOperation(DraftedOperation drafted);

    Stores &m_stores;
    const EntityContext &m_context;
    const Catalog &m_catalog;
    Workers &m_workers;
    QString m_run;
    Seconds m_now;
    const QMap<QString, int> &m_walks; ///< planner's name -> number of this run's walk
    EqualCounts &m_equal;
    QCryptographicHash &m_hash;
    const ProgressSink &m_progress;
    int m_mostInHand;    ///< one where what a part links may be referred to by the next
    bool m_isReferredTo; ///< records of other entities, or of this one, may refer to what is planned
    PlanJournal *m_journal = nullptr;
    PlanTotals m_totals;
    int m_seq = 0;
    bool m_isFirstPlan = true;               ///< of this entity in this run: its ledger holds no rows of it yet
    bool m_hasReview = true;                 ///< something may wait for a person
    QList<Intent> m_intents;                 ///< of the whole workspace; planning makes none
    std::deque<std::shared_ptr<Job>> m_jobs; ///< in the order of their parts, which is the order of storing
    int m_handed = 0;
    Result<void> m_stored;  ///< the first failure
    QSet<size_t> m_planned; ///< hashes of the records that were planned
};

} // namespace syncline::core
