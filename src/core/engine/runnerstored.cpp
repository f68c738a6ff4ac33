#include "core/engine/runpass.h"

#include "core/engine/reports.h"
#include "core/engine/undofates.h"
#include "core/engine/undoing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/// Runs whose plan exists already: a stored preview, and the inverse of a run.
namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Runner", text);
}

} // namespace

Result<SyncOutcome> Runner::carryOutStored(Pass &pass)
{
    const auto stored = m_stores.runs.get(pass.options.planOf);
    if (!stored)
        return failure(stored.error());
    if (!*stored) {
        return failure(ErrorKind::Usage, tr("There is no run %1.").arg(pass.options.planOf),
                       tr("See the runs with: syncline-cli runs list"));
    }
    pass.run = **stored;
    if (pass.run.status != "planned"_L1 && pass.run.status != "stopped"_L1) {
        return failure(ErrorKind::Usage, tr("The plan of run %1 was carried out already.").arg(pass.run.id),
                       tr("Make a new plan with: syncline-cli sync --dry-run"));
    }
    if (auto done = refuseSecondRun(pass); !done)
        return failure(done.error());
    if (auto done = Reports(m_stores).restore(pass.run, pass.equal); !done)
        return failure(done.error());
    pass.guards = Reports::guardsOf(pass.run);
    pass.run.dryRun = false;
    pass.run.claimedBy = ownClaim();
    pass.live.emplace(pass.run.id);
    if (pass.isGuarded() && pass.run.status == "planned"_L1) {
        if (auto done = applyConsent(pass); !done)
            return failure(done.error());
        return finish(pass, u"stopped"_s);
    }
    pass.carriedOutAt = m_clock.now().count();
    return applyAndFinish(pass);
}

Result<SyncOutcome> Runner::undo(const QString &run, const SyncOptions &options, std::stop_token stop)
{
    auto catalog = loadCatalog(options, stop);
    if (!catalog)
        return failure(catalog.error());
    Pass pass(m_stores, options, stop, std::move(*catalog), m_clock, m_gate, m_startThread, m_progress);
    const auto undone = m_stores.runs.get(run);
    if (!undone)
        return failure(undone.error());
    if (!*undone)
        return failure(ErrorKind::Usage, tr("There is no run %1.").arg(run),
                       tr("See the runs with: syncline-cli runs list"));
    if ((*undone)->status == "planned"_L1) {
        return failure(ErrorKind::Usage, tr("Run %1 was a preview; there is nothing to undo.").arg(run),
                       tr("See the runs with: syncline-cli runs list"));
    }
    pass.run.undoes = run;
    if (auto done = begin(pass, u"undo"_s); !done)
        return failure(done.error());
    auto outcome = carryOutUndo(pass);
    if (!outcome) {
        pass.worst = outcome.error();
        if (auto closed = finish(pass, u"failed"_s); !closed)
            return failure(outcome.error());
    }
    return outcome;
}

Result<SyncOutcome> Runner::carryOutUndo(Pass &pass)
{
    if (auto done = settleUnknown(pass); !done)
        return failure(done.error());
    // What stands in the CRMs now decides what can be put back.
    if (auto done = readAll(pass); !done)
        return failure(done.error());
    for (auto context = pass.contexts.begin(); context != pass.contexts.end(); ++context) {
        Undoing undoing(m_stores, *context, pass.catalog, pass.run, m_clock.nowSeconds(), pass.walks[context.key()],
                        pass.equal[context.key()]);
        if (auto done = undoing.planAll(); !done)
            return failure(done.error());
    }
    if (pass.options.dryRun)
        return finish(pass, u"planned"_s);
    return applyAndFinish(pass);
}

/// A plan that stands, an undo's as well, to its end.
Result<SyncOutcome> Runner::applyAndFinish(Pass &pass)
{
    if (auto done = apply(pass); !done)
        return failure(done.error());
    if (!pass.run.undoes.isEmpty()) {
        if (auto done = settleUndoFates(m_stores, pass.catalog, pass.run, m_clock.now().count()); !done)
            return failure(done.error());
    }
    return finish(pass, u"done"_s);
}

} // namespace syncline::core
