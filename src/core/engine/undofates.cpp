#include "core/engine/undofates.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int pageSize = 500;

/// Why a reversal did not happen; "outcome" as in the report of an undo.
struct Hindrance
{
    QString outcome;
    QString reason;
};
using Place = QPair<QString, QString>; ///< (hub id, system)

Result<QMap<Place, Hindrance>> hindrances(Stores &stores, const Catalog &catalog, const QString &run)
{
    QMap<Place, Hindrance> found;
    for (int after = 0;;) {
        const auto page = stores.runs.operations(run, after, pageSize);
        if (!page)
            return failure(page.error());
        if (page->isEmpty())
            return found;
        for (const OperationRow &operation : *page) {
            after = operation.seq;
            if (operation.outcome == "done"_L1 || operation.outcome == "changed"_L1)
                continue;
            const bool moved = operation.outcome == "moved"_L1;
            found.insert({operation.hubId, catalog.nameOf(operation.integration)},
                         {moved ? u"kept"_s : u"not_possible"_s, operation.detail});
        }
    }
}

} // namespace

Result<void> settleUndoFates(Stores &stores, const Catalog &catalog, const RunRow &run, Millis now)
{
    const auto hindered = hindrances(stores, catalog, run.id);
    const auto fates = stores.runs.undoneRows(run.id);
    if (!hindered || !fates)
        return failure(hindered ? fates.error() : hindered.error());
    return stores.db.transaction("undo fates", [&]() -> Result<void> {
        for (auto [seq, fate] : *fates) {
            const QString hub = fate.value("record"_L1).toString();
            const auto hindrance = hindered->constFind({hub, fate.value("system"_L1).toString()});
            if (fate.value("outcome"_L1).toString() == "reversed"_L1 && hindrance != hindered->cend()) {
                fate.insert(u"outcome"_s, hindrance->outcome);
                fate.insert(u"reason"_s, hindrance->reason);
                if (auto done = stores.runs.saveUndone(run.id, seq, fate); !done)
                    return done;
            }
            auto done = stores.review.audit({now,
                                             u"syncline"_s,
                                             run.id,
                                             seq,
                                             u"undo_"_s + fate.value("outcome"_L1).toString(),
                                             fate.value("entity"_L1).toString(),
                                             hub,
                                             {},
                                             fate});
            if (!done)
                return done;
        }
        return {};
    });
}

} // namespace syncline::core
