#pragma once

#include "core/engine/operationdocument.h"
#include "core/engine/parts.h"
#include "core/engine/planning.h"
#include "core/sync/undo.h"

namespace syncline::core {

/// S-27: plans the inverse of a run, from what the run wrote down and what stands now.
class Undoing
{
public:
    /// `walks` and `equal` as Planning has them.
    Undoing(Stores &stores, const EntityContext &context, const Catalog &catalog, const RunRow &run, Seconds now,
            const QMap<QString, int> &walks, EqualCounts &equal);

    /// Stores the inverse's operations under the undoing run, and what becomes of each undone operation.
    Result<void> planAll();

private:
    Result<void> undoRecord(const QString &hubId, const QList<OperationRow> &operations);
    JournalRow journalRow(const OperationRow &operation) const;
    Result<void> store(const Part &part, const UndoPlan &inverse, const QList<OperationRow> &operations);
    Result<void> storeFate(const OperationRow &operation, const UndoRow &fate);
    Result<void> addFate(const OperationRow &operation, UndoOutcome outcome, const QString &reason,
                         const QJsonObject &fields);
    Result<void> storeLedger(const Part &part, const OperationRow &operation, const UndoRow &fate);
    Result<void> storeOp(const Part &part, const Op &op);
    RemoteWrite writeOf(const Binding &binding, const Op &op, const QMap<QString, Value> &shadow,
                        const QMap<QString, Value> &record) const;

    Stores &m_stores;
    const EntityContext &m_context;
    const Catalog &m_catalog;
    const RunRow &m_run;
    Seconds m_now;
    const QMap<QString, int> &m_walks;
    EqualCounts &m_equal;
    int m_seq = 0;
};

} // namespace syncline::core
