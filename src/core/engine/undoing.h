#pragma once

#include "core/engine/operationdocument.h"
#include "core/engine/parts.h"
#include "core/sync/undo.h"

namespace syncline::core {

/// S-27: plans the inverse of a run, from what the run wrote down and what stands now.
class Undoing
{
public:
    Undoing(Stores &stores, const EntityContext &context, const Catalog &catalog, const QString &run,
            const QString &undone, Seconds now);

    /// Stores the inverse's operations under the undoing run, and what becomes of each undone operation.
    Result<void> planAll();

private:
    Result<void> undoRecord(const QString &hubId, const QList<OperationRow> &operations);
    JournalRow journalRow(const OperationRow &operation) const;
    Result<void> store(const QString &hubId, const Part &part, const UndoPlan &inverse,
                       const QList<OperationRow> &operations);
    Result<void> storeOp(const Part &part, const Op &op);

    Stores &m_stores;
    const EntityContext &m_context;
    const Catalog &m_catalog;
    QString m_run;
    QString m_undone;
    Seconds m_now;
    int m_seq = 0;
};

} // namespace syncline::core
