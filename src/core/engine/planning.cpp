#include "core/engine/planning.h"

#include "core/sync/planner.h"
#include "core/workspace/writeturn.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Planning", text);
}

constexpr int partSize = 200; ///< records planned at once: bounds memory
constexpr int partsPerCommit = 20;
constexpr int planners = 2;    ///< threads; loading and storing keep a third one busy
constexpr int partsInHand = 3; ///< two being planned, one that waits for it or to be stored
constexpr int changeFloor = 100;

size_t mark(const StrangerRow &row)
{
    return qHash(row.integration + u'/' + row.remoteEntity + u'/' + row.remoteId);
}

} // namespace

/// A part on its way: loaded here, planned there, stored here.
struct Planning::Job
{
    std::unique_ptr<Part> part;
    EntityContext context; ///< with the part's references
    QList<Intent> intents;
    PartPlan plan;
    bool isPlanned = false;
    bool isAgain = false; ///< it has a record that was planned already, and that somebody changed meanwhile
};

Planning::Planning(Stores &stores, const EntityContext &context, const Catalog &catalog, Workers &workers,
                   const QString &run, Seconds now, const QMap<QString, int> &walks, EqualCounts &equal,
                   QCryptographicHash &hash, const ProgressSink &progress)
    : m_stores(stores)
    , m_context(context)
    , m_catalog(catalog)
    , m_workers(workers)
    , m_run(run)
    , m_now(now)
    , m_walks(walks)
    , m_equal(equal)
    , m_hash(hash)
    , m_progress(progress)
    , m_mostInHand(context.refersToItself() ? 1 : partsInHand)
    , m_isReferredTo(catalog.isReferredTo(context.entity))
{
}

Result<void> Planning::begin()
{
    const auto last = m_stores.runs.lastSeq(m_run);
    const auto hasFates = m_stores.runs.hasLedger(m_run, m_context.entity);
    const auto waiting = m_stores.review.counts();
    auto intents = openIntents(m_stores, m_context);
    if (!last || !hasFates)
        return failure(last ? hasFates.error() : last.error());
    if (!waiting || !intents)
        return failure(waiting ? intents.error() : waiting.error());
    m_seq = *last;
    m_isFirstPlan = !*hasFates;
    m_hasReview = !waiting->isEmpty();
    m_intents = *std::move(intents);
    return {};
}

Result<PlanTotals> Planning::planAll(std::stop_token stop)
{
    auto done = begin().and_then([&] { return planHubSeeds(stop); }).and_then([&] { return finish(); }).and_then([&] {
        return planStrangerSeeds(stop);
    });
    const auto finished = finish();
    if (!done || !finished)
        return failure(done ? finished.error() : done.error());
    if (done = addGuards(); !done)
        return failure(done.error());
    return m_totals;
}

Result<void> Planning::addGuards()
{
    const auto live = m_stores.records.liveLinks(m_context.entity);
    if (!live)
        return failure(live.error());
    m_totals.liveLinks = *live;
    m_totals.guards = guardSentences(m_context.policies, *live, m_totals.removed, m_totals.cleared, m_totals.touched);
    const double limit = m_catalog.changeShare(m_context.entity) * *live;
    if (m_totals.touched <= changeFloor || m_totals.touched <= limit || *live <= changeFloor)
        return {};
    // A first run that was cut off goes on as a first run: it may have linked everybody and written nothing.
    const auto before = m_stores.runs.countFinished();
    if (!before)
        return failure(before.error());
    if (*before > 0)
        m_totals.guards << tr("This run would change %1 of %2 linked records.").arg(m_totals.touched).arg(*live);
    return {};
}

/// So few changes are too few for any guard, and counting all links takes its time.
bool Planning::mayNeedGuards() const
{
    const int floor = m_context.policies.guardFloor;
    return m_totals.removed + m_totals.cleared > floor || m_totals.touched >= floor;
}

Result<PlanTotals> Planning::planThese(const QStringList &hubs, const QList<StrangerRow> &strangers, Guarded guarded)
{
    if (hubs.isEmpty() && strangers.isEmpty())
        return m_totals;
    auto part = std::make_unique<Part>(m_stores, m_context, m_now);
    auto done = begin();
    for (const QString &id : hubs)
        done = done.and_then([&] { return part->addHub(id); });
    for (const StrangerRow &row : strangers)
        done = done.and_then([&] { return part->addStranger(row); });
    auto totals = done.and_then([&] { return planOnly(std::move(part)); });
    if (!totals || guarded == Guarded::No || !mayNeedGuards())
        return totals;
    done = addGuards();
    return done ? Result<PlanTotals>(m_totals) : failure(done.error());
}

Result<PlanTotals> Planning::planPart(std::unique_ptr<Part> part, const QList<Intent> &intents)
{
    if (auto done = begin(); !done)
        return failure(done.error());
    m_intents = intents;
    return planOnly(std::move(part));
}

Result<PlanTotals> Planning::planOnly(std::unique_ptr<Part> part)
{
    const auto done = hand(std::move(part));
    const auto finished = finish();
    if (!done || !finished)
        return failure(done ? finished.error() : done.error());
    return m_totals;
}

Result<void> Planning::planHubSeeds(std::stop_token stop)
{
    QString after;
    const auto loadNext = [this, &after](Part &part) -> Result<bool> {
        const auto ids = m_stores.records.pendingHubs(m_context.entity, after, partSize);
        if (!ids)
            return failure(ids.error());
        Result<void> done;
        for (auto id = ids->begin(); done && id != ids->end(); ++id) {
            after = *id;
            if (!m_planned.contains(qHash(*id)))
                done = part.addHub(*id);
        }
        return done.map([&] { return !ids->isEmpty(); });
    };
    return planSeeds(loadNext, stop);
}

Result<void> Planning::planStrangerSeeds(std::stop_token stop)
{
    LinkKey after;
    const auto loadNext = [this, &after](Part &part) -> Result<bool> {
        const auto rows = m_stores.records.strangerPage(m_context.entity, after, partSize);
        if (!rows)
            return failure(rows.error());
        Result<void> done;
        for (auto row = rows->begin(); done && row != rows->end(); ++row) {
            after = {row->integration, row->remoteEntity, row->remoteId};
            if (!m_planned.contains(mark(*row)))
                done = part.addStranger(*row);
        }
        return done.map([&] { return !rows->isEmpty(); });
    };
    return planSeeds(loadNext, stop);
}

/// Commits are the dearest part of planning: each writes every page that it touched.
Result<void> Planning::planSeeds(const std::function<Result<bool>(Part &)> &loadNext, std::stop_token stop)
{
    bool more = true;
    const auto planSome = [&]() -> Result<void> {
        bool isAwaited = false;
        for (int i = 0; i < partsPerCommit && more && !isAwaited && !stop.stop_requested(); ++i) {
            auto part = std::make_unique<Part>(m_stores, m_context, m_now);
            const auto loaded = loadNext(*part);
            if (!loaded)
                return failure(loaded.error());
            more = *loaded;
            if (auto done = hand(std::move(part)); !done)
                return done;
            isAwaited = WriteTurn::isAwaited(m_stores.db.file());
        }
        return {};
    };
    while (more && !stop.stop_requested()) {
        if (auto done = m_stores.db.transaction("plan", planSome, Durability::WithNext); !done)
            return done;
    }
    return more ? Result<void>(failure(ErrorKind::Cancelled, tr("The run was cancelled."))) : Result<void>();
}

/// Parts have no record in common, so that one can be loaded while another is planned.
Result<void> Planning::hand(std::unique_ptr<Part> part)
{
    if (part->isEmpty())
        return {};
    const qsizetype before = m_planned.size();
    for (auto it = part->hubs().begin(); it != part->hubs().end(); ++it)
        m_planned.insert(qHash(it.key()));
    for (const StrangerRow &row : part->strangers())
        m_planned.insert(mark(row));
    const bool isAgain = m_planned.size() < before + part->hubs().size() + part->strangers().size();
    if (m_context.hasReferences && !part->knowsReferences())
        part->setReferences(referencesOf(*part, m_context));
    EntityContext context = m_context.hasReferences ? m_context.with(part->references()) : m_context;
    const auto job = std::make_shared<Job>(Job{std::move(part), std::move(context), m_intents, {}, false, isAgain});
    m_jobs.push_back(job);
    m_workers.hand(
        "planner " + std::to_string(m_handed++ % planners),
        [job, &catalog = m_catalog, &walks = m_walks] {
            job->plan = planOf(*job->part, job->intents, job->context, catalog, walks);
        },
        [this, job] {
            job->isPlanned = true;
            storeFinished();
        });
    while (m_jobs.size() >= size_t(m_mostInHand))
        m_workers.finishOne();
    return m_stored;
}

/// The plan is the same whichever thread was the faster one.
void Planning::storeFinished()
{
    for (; !m_jobs.empty() && m_jobs.front()->isPlanned; m_jobs.pop_front()) {
        if (!m_stored)
            continue;
        const Job &job = *m_jobs.front();
        const auto keepAndStore = [&] {
            auto kept = m_journal ? m_journal->keep(*job.part, m_context, m_now) : Result<void>();
            return kept ? store(job) : kept;
        };
        m_stored = m_stores.db.transaction("plan", keepAndStore, Durability::WithNext);
        if (m_progress)
            m_progress({u"planning"_s, {}, m_context.entity, m_totals.operations, 0});
    }
}

Result<void> Planning::finish()
{
    const auto storeRest = [this] {
        while (!m_jobs.empty())
            m_workers.finishOne();
        return m_stored;
    };
    return m_jobs.empty() ? m_stored : m_stores.db.transaction("plan", storeRest, Durability::WithNext);
}

Result<void> Planning::store(const Job &job)
{
    const Part &part = *job.part;
    const PartPlan &plan = job.plan;
    m_totals.removed += plan.removed;
    m_totals.cleared += plan.cleared;
    m_totals.touched += plan.touched;
    auto done = clearReview(part);
    if (done && job.isAgain)
        done = voidFirstPlans(part);
    for (auto it = plan.errors.begin(); done && it != plan.errors.end(); ++it)
        done = m_stores.runs.addError(m_run, *it);
    for (auto it = plan.fates.begin(); done && it != plan.fates.end(); ++it)
        done = storeFate(*it, m_isFirstPlan && !job.isAgain);
    for (auto it = plan.operations.begin(); done && it != plan.operations.end(); ++it)
        done = storeOperation(*it);
    for (auto it = plan.leftOut.begin(); done && it != plan.leftOut.end(); ++it)
        done = m_stores.runs.putLedger(m_run, *it);
    for (auto it = plan.worse.begin(); done && it != plan.worse.end(); ++it)
        done = m_stores.runs.worsenLedger(m_run, *it);
    for (ReviewItem item : plan.review) {
        item.run = m_run;
        item.at = m_now * 1000;
        done = done.and_then([&] { return m_stores.review.put(item); });
    }
    for (auto it = plan.pending.begin(); done && it != plan.pending.end(); ++it)
        done = m_stores.records.setPending(it.key(), *it);
    if (done && m_context.hasReferences)
        done = storeWaiting(m_stores, m_run, part, m_context, plan.waiting);
    return done;
}

/// A key that somebody changed beside the run makes a record part of another group: the later plan counts.
Result<void> Planning::voidFirstPlans(const Part &part)
{
    Result<void> done;
    for (auto it = part.hubs().begin(); done && it != part.hubs().end(); ++it)
        done = m_stores.runs.voidRecord(m_run, it.key(), tr("The record was changed while it was planned."));
    return done;
}

/// What a system that takes no part in this run has a say in waits on: this plan does not know what became of it.
Result<void> Planning::clearReview(const Part &part)
{
    if (!m_hasReview)
        return {};
    for (auto it = part.hubs().begin(); it != part.hubs().end(); ++it) {
        const auto items = m_stores.review.ofHub(it.key());
        if (!items)
            return failure(items.error());
        for (const ReviewItem &item : *items) {
            if (concernsAbsent(item, m_context))
                continue;
            if (auto done = m_stores.review.remove(item.id); !done)
                return done;
        }
    }
    for (const StrangerRow &row : part.strangers()) {
        const Binding *binding = m_context.binding(row.integration, row.remoteEntity);
        if (binding && m_context.systems.value(binding->system.name).paused)
            continue;
        if (auto done = m_stores.review.clearRemote(row.integration, row.remoteId, row.entity); !done)
            return done;
    }
    return {};
}

Result<void> Planning::storeFate(const FateRow &fate, bool isFirst)
{
    const LedgerEntry &entry = fate.entry;
    std::optional<Status> before;
    if (!isFirst) {
        const auto stored = m_stores.runs.ledger(m_run, entry.integration, entry.entity, entry.record);
        if (!stored)
            return failure(stored.error());
        before = *stored;
    }
    if (!before && fate.wasListed)
        --m_equal[entry.integration];
    if (entry.status == Status::Equal) {
        m_equal[entry.integration] += before ? 0 : 1;
        return {};
    }
    if (before == Status::Written && entry.status < Status::Written)
        return {}; // what an earlier pass of this run wrote stays written
    return m_stores.runs.putLedger(m_run, entry);
}

Result<void> Planning::storeOperation(DraftedOperation drafted)
{
    OperationRow &row = drafted.row;
    row.run = m_run;
    row.seq = ++m_seq;
    ++m_totals.operations;
    m_hash.addData((row.integration + u'|' + row.kind + u'|' + row.hubId + u'|' + row.remoteId + u'|').toUtf8());
    m_hash.addData(drafted.hashed.value_or(row.document));
    if (m_isReferredTo)
        m_catalog.plannedLinks().add(row);
    return m_stores.runs.addOperation(row);
}

} // namespace syncline::core
