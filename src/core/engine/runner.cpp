#include "core/engine/runpass.h"

#include "core/engine/reports.h"
#include "core/mapping/livescripts.h"
#include "foundation/ids.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Runner", text);
}

constexpr std::chrono::milliseconds longestWait{90'000}; ///< for writes whose outcome is unknown

} // namespace

Runner::Runner(Stores &stores, const HubSchema &schema, const ConnectorFactory &factory, const Clock &clock,
               EffectGate &gate, StartThread startThread)
    : m_stores(stores)
    , m_schema(schema)
    , m_factory(factory)
    , m_clock(clock)
    , m_gate(gate)
    , m_startThread(std::move(startThread))
{
}

Result<Catalog> Runner::loadCatalog(const SyncOptions &options, std::stop_token stop)
{
    m_startedAt = m_clock.now();
    Catalog::Choice choice;
    choice.integrations = options.integrations;
    choice.entities = options.entities;
    if (!options.records.isEmpty() || !options.places.isEmpty()) {
        choice.adoptsFieldLists = true;
        choice.describedFor = std::chrono::hours(1);
    }
    choice.scripts = std::make_shared<LiveScripts>(ScriptRunner::defaultProgram(), m_gate, m_startedAt);
    return Catalog::load(m_stores, m_schema, m_factory, m_clock, choice, stop);
}

Result<SyncOutcome> Runner::sync(const SyncOptions &options, std::stop_token stop)
{
    auto catalog = loadCatalog(options, stop);
    if (!catalog)
        return failure(catalog.error());
    if (catalog->accounts().empty()) {
        return failure(ErrorKind::Usage, tr("This workspace has no integration yet."),
                       tr("Connect a system with: syncline-cli integration add"));
    }
    if (catalog->entities().isEmpty()) {
        const auto &accounts = catalog->accounts();
        const auto down = std::ranges::find_if(accounts, [](const auto &a) { return a->down && a->connector; });
        if (down != accounts.end())
            return failure(*(*down)->down);
        if (!options.entities.isEmpty())
            return failure(ErrorKind::Usage,
                           tr("No integration of this run is mapped to %1.").arg(options.entities.join(u", "_s)),
                           tr("See what is mapped with: syncline-cli map export NAME"));
        return failure(ErrorKind::Usage, tr("Nothing is mapped yet."),
                       tr("Let Syncline suggest a mapping with: syncline-cli map suggest NAME --apply"));
    }
    Pass pass(m_stores, options, stop, std::move(*catalog), m_clock, m_gate, m_startThread, m_progress);
    if (!options.planOf.isEmpty())
        return carryOutStored(pass);
    const auto wanted = chosenOf(m_stores, pass.catalog, options.entities, options.records, options.places);
    if (!wanted)
        return failure(wanted.error());
    pass.wanted = *wanted;
    if (auto done = begin(pass, u"sync"_s); !done)
        return failure(done.error());
    auto outcome = planAndApply(pass);
    if (!outcome) {
        // The disk may be full: the run's row then stays as it is, and the next run finds it interrupted.
        pass.worst = outcome.error();
        if (auto closed = finish(pass, u"failed"_s); !closed)
            return failure(outcome.error());
    }
    return outcome;
}

Result<SyncOutcome> Runner::planAndApply(Pass &pass)
{
    if (auto done = tellDrift(pass); !done)
        return failure(done.error());
    if (auto done = settleUnknown(pass); !done)
        return failure(done.error());
    if (auto done = pass.isChosen() ? readChosen(pass) : readAll(pass); !done)
        return failure(done.error());
    if (auto done = planAll(pass); !done)
        return failure(done.error());
    if (pass.options.dryRun)
        return finish(pass, u"planned"_s);
    const auto done = pass.isGuarded() ? applyConsent(pass) : apply(pass).and_then([&] { return goAgain(pass); });
    if (!done)
        return failure(done.error());
    return finish(pass, pass.isGuarded() ? u"stopped"_s : u"done"_s);
}

Result<void> Runner::refuseSecondRun(Pass &pass)
{
    const auto open = m_stores.runs.open();
    if (!open)
        return failure(open.error());
    for (RunRow row : *open) {
        if (row.id == pass.run.id)
            continue;
        if (isGoingOn(row))
            return failure(anotherRunGoesOn());
        row.status = u"interrupted"_s;
        row.finishedAt = m_clock.now().count();
        auto done = m_stores.db.transaction("interrupted run", [&] { return m_stores.runs.update(row); });
        if (!done)
            return done;
    }
    return {};
}

Result<void> Runner::begin(Pass &pass, const QString &kind)
{
    pass.run.id = pass.options.id.isEmpty() ? newUuid7(m_clock.now(), randomBytes(10)) : pass.options.id;
    pass.run.kind = kind;
    pass.run.status = u"reading"_s;
    pass.run.dryRun = pass.options.dryRun;
    pass.run.startedAt = m_startedAt.count();
    pass.run.actor = pass.options.actor;
    pass.run.claimedBy = ownClaim();
    pass.live.emplace(pass.run.id);
    return m_stores.db.transaction("run", [&] { // as one, so that of two that begin at once one is refused
        if (auto done = refuseSecondRun(pass); !done)
            return done;
        return m_stores.replay.forgetOld(PlanJournal::mostRecords, m_clock.nowSeconds() - PlanJournal::keptFor)
            .and_then([&] { return m_stores.runs.insert(pass.run); });
    });
}

Result<void> Runner::settleUnknown(Pass &pass)
{
    auto unknown = pass.settler.settleUnknown(pass.contexts, pass.stop);
    if (!unknown)
        return failure(unknown.error());
    pass.unknown = *unknown;
    return {};
}

Result<void> Runner::readAll(Pass &pass)
{
    for (auto context = pass.contexts.begin(); context != pass.contexts.end(); ++context) {
        if (auto done = readEntity(pass, *context); !done)
            return done;
        pass.takeTraffic(context.key());
    }
    for (const auto &account : pass.catalog.accounts()) {
        if (account->down && account->down->kind != ErrorKind::Cancelled && !pass.worst)
            pass.worst = account->down;
    }
    // A complete listing may have been staged just now (S-12).
    for (const auto &account : pass.catalog.accounts()) {
        for (Binding &binding : account->bindings) {
            const auto cursor = m_stores.records.cursor(binding.integration, binding.remote.name);
            if (!cursor)
                return failure(cursor.error());
            binding.system.listed = cursor->listedAt.has_value();
        }
    }
    pass.refreshContexts();
    if (pass.stop.stop_requested())
        return failure(ErrorKind::Cancelled, tr("The run was cancelled."),
                       tr("Nothing was written. Run it again at any time."));
    return {};
}

Result<void> Runner::readEntity(Pass &pass, const EntityContext &context)
{
    std::vector<std::pair<Account *, Binding *>> places;
    std::vector<std::shared_ptr<Reader::Walk>> walks;
    for (const auto &account : pass.catalog.accounts()) {
        for (Binding &binding : account->bindings) {
            if (binding.mapping.hubEntity() != context.entity || account->down || binding.isGone)
                continue;
            const auto walk = pass.reader.begin(*account, binding, context, pass.options.full, pass.stop);
            if (!walk)
                return failure(walk.error());
            places.emplace_back(account.get(), &binding);
            walks.push_back(*walk);
        }
    }
    pass.reader.readPages(walks, pass.workers);
    for (std::size_t i = 0; i < walks.size(); ++i) {
        auto &[account, binding] = places[i];
        const auto result = pass.reader.finish(*walks[i]);
        if (!result)
            return failure(result.error());
        if (result->error && result->error->kind == ErrorKind::Permission && account->bindings.size() > 1) {
            if (auto done = closeEntity(pass, *binding, *result->error); !done)
                return done;
            continue;
        }
        if (result->error) {
            account->down = result->error;
            continue;
        }
        pass.walks[context.entity].insert(binding->system.name, result->walk);
        pass.equal[context.entity][account->row.id] += result->linked;
    }
    return {};
}

/// An entity that the account may not read takes no part in this run; the others do.
Result<void> Runner::closeEntity(Pass &pass, Binding &binding, const Error &error)
{
    binding.system.paused = true;
    if (!pass.worst)
        pass.worst = error;
    return m_stores.db.transaction("closed entity", [&] {
        return m_stores.runs.addError(pass.run.id,
                                      errorDocument(binding.name, binding.mapping.hubEntity(), {}, {}, {}, error));
    });
}

/// Sync now for some records.
Result<void> Runner::readChosen(Pass &pass)
{
    auto done = lookAtChosen(m_stores, pass.reader, pass.catalog, pass.contexts, pass.wanted, pass.workers, pass.stop);
    if (!done)
        return done;
    for (const auto &account : pass.catalog.accounts()) {
        if (account->down && account->down->kind != ErrorKind::Cancelled && !pass.worst)
            pass.worst = account->down;
    }
    for (const QString &entity : pass.wanted.entities())
        pass.takeTraffic(entity);
    pass.refreshContexts();
    return {};
}

Result<void> Runner::planAll(Pass &pass)
{
    pass.run.status = u"planning"_s;
    if (auto done = m_stores.db.transaction("run", [&] { return m_stores.runs.update(pass.run); }); !done)
        return done;
    PlanJournal journal(m_stores, pass.catalog, pass.run.id);
    pass.catalog.plannedLinks().begin(pass.run.id);
    for (const QString &entity : pass.catalog.entities()) { // what is referred to comes first (S-34)
        const auto context = pass.contexts.constFind(entity);
        Planning planning(m_stores, *context, pass.catalog, pass.workers, pass.run.id, m_clock.nowSeconds(),
                          pass.walks[context.key()], pass.equal[context.key()], pass.hash, m_progress);
        planning.keepInputsIn(journal);
        const auto totals = pass.isChosen() ? planChosen(pass, planning, entity) : planning.planAll(pass.stop);
        if (!totals)
            return failure(totals.error());
        pass.guards << totals->guards;
    }
    pass.run.planHash = QString::fromLatin1(pass.hash.result().toHex());
    return {};
}

/// What was a stranger in the first round may be linked in the second one.
Result<PlanTotals> Runner::planChosen(Pass &pass, Planning &planning, const QString &entity)
{
    const auto chosen = chosenNow(m_stores, pass.wanted, entity);
    if (!chosen)
        return failure(chosen.error());
    const auto guarded = pass.options.places.isEmpty() ? Planning::Guarded::No : Planning::Guarded::Yes;
    return planning.planThese(chosen->records, chosen->strangers, guarded);
}

Result<void> Runner::applyConsent(Pass &pass)
{
    Applier applier(m_stores, pass.catalog, m_clock, pass.settler, pass.reader, pass.workers, pass.contexts,
                    pass.run.id, pass.run.claimedBy, m_progress);
    for (auto context = pass.contexts.begin(); context != pass.contexts.end(); ++context) {
        if (auto done = applier.applyRemote(Phase::Consent, context.key(), pass.stop); !done)
            return done;
        pass.takeTraffic(context.key());
    }
    return {};
}

Result<void> Runner::apply(Pass &pass)
{
    pass.run.status = u"applying"_s;
    if (auto done = m_stores.db.transaction("run", [&] { return m_stores.runs.update(pass.run); }); !done)
        return done;
    Applier applier(m_stores, pass.catalog, m_clock, pass.settler, pass.reader, pass.workers, pass.contexts,
                    pass.run.id, pass.run.claimedBy, m_progress);
    const QStringList entities = pass.catalog.entities();
    for (const QString &entity : entities) {
        if (auto done = applier.applyLocal(entity, pass.stop); !done)
            return done;
    }
    if (auto done = applyConsent(pass); !done)
        return done;
    for (const QString &entity : entities) {
        if (auto done = applier.applyRemote(Phase::Remote, entity, pass.stop); !done)
            return done;
        pass.takeTraffic(entity);
    }
    for (auto entity = entities.crbegin(); entity != entities.crend(); ++entity) { // what refers to others goes first
        if (auto done = applier.applyDeletes(*entity, pass.stop); !done)
            return done;
        pass.takeTraffic(*entity);
    }
    if (auto done = skipGone(pass); !done)
        return done;
    for (const auto &account : pass.catalog.accounts()) {
        if (!account->down && account->mayWrite)
            continue;
        const QString why = account->down ? account->down->message
                                          : tr("Nothing is written to %1, by its settings.").arg(account->row.name);
        if (auto done = m_stores.runs.skipIntegration(pass.run.id, account->row.id, why); !done)
            return done;
    }
    for (const QString &entity : entities) {
        if (auto done = m_stores.records.settlePending(entity, pass.run.id); !done)
            return done;
    }
    return {};
}

/// What moved between plan and write, and what a lost answer left open, is planned once more in the same run; so is what
/// a CRM added to the records that this run wrote, until it adds nothing more.
Result<void> Runner::goAgain(Pass &pass)
{
    constexpr int mostRounds = 3;
    const auto moved = m_stores.runs.countMoved(pass.run.id);
    const auto intents = m_stores.runs.intents();
    if (!moved || !intents)
        return failure(moved ? intents.error() : moved.error());
    bool again = *moved > 0 || !intents->isEmpty();
    for (int round = 0; round < mostRounds && !pass.stop.stop_requested(); ++round) {
        const auto added = countAdded(pass);
        if (!added)
            return failure(added.error());
        if (!again && *added == 0)
            return {};
        again = false;
        if (round == 0 && !intents->isEmpty()) {
            if (auto done = waitForUnknown(pass); !done)
                return done;
        }
        if (auto done = planAll(pass); !done)
            return done;
        if (pass.isGuarded())
            return applyConsent(pass);
        if (auto done = apply(pass); !done)
            return done;
    }
    return {};
}

/// Records that a CRM changed while this run wrote them.
Result<int> Runner::countAdded(const Pass &pass)
{
    int sum = 0;
    for (const QString &entity : pass.catalog.entities()) {
        const auto written = m_stores.records.countPending(entity, 3);
        if (!written)
            return failure(written.error());
        sum += *written;
    }
    return sum;
}

Result<void> Runner::waitForUnknown(Pass &pass)
{
    if (auto done = settleUnknown(pass); !done)
        return done;
    if (pass.unknown.wait.count() <= 0 || pass.unknown.wait > longestWait)
        return {};
    if (m_progress)
        m_progress({u"waiting"_s, {}, {}, 0, int(pass.unknown.wait.count() / 1000)});
    const auto until = m_clock.now() + pass.unknown.wait;
    std::mutex mutex;
    std::condition_variable_any changed;
    m_gate.waitUntil([&] { return m_clock.now() >= until || pass.stop.stop_requested(); },
                     [&] {
                         std::unique_lock lock(mutex);
                         changed.wait_for(lock, pass.stop, std::chrono::milliseconds(200), [] { return false; });
                     });
    return settleUnknown(pass);
}

Result<SyncOutcome> Runner::finish(Pass &pass, const QString &status)
{
    pass.run.finishedAt = m_clock.now().count();
    pass.run.leaseUntil = 0;
    pass.run.status = status;
    Reports reports(m_stores);
    auto done = m_stores.db.transaction("report", [&]() -> Result<void> {
        const auto report = reports.make(pass.run, pass.catalog, pass.equal, pass.traffic, pass.guards, pass.worst);
        if (!report)
            return failure(report.error());
        pass.run.report = *report;
        if (pass.stop.stop_requested())
            pass.run.report.insert(u"cancelled"_s, true);
        if (pass.carriedOutAt > 0)
            pass.run.report.insert(u"carried_out_at"_s, pass.carriedOutAt);
        if (status == "done"_L1 && (pass.worst || Reports::failed(*report) > 0 || pass.stop.stop_requested()))
            pass.run.status = u"partial"_s;
        return m_stores.runs.update(pass.run);
    });
    if (!done)
        return failure(done.error());
    return SyncOutcome{pass.run.id, pass.run.status, pass.guards, pass.worst};
}

} // namespace syncline::core
