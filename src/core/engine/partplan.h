#pragma once

#include "core/engine/operationdocument.h"
#include "core/engine/relations.h"

namespace syncline::core {

/// A pair's fate for the run's ledger.
struct FateRow
{
    LedgerEntry entry;
    bool wasListed = false; ///< its link was counted as equal when this run read it
};

/// An operation as planned.
struct DraftedOperation
{
    OperationRow row;
    /// What the plan's hash covers of its document, where that holds words that follow the language of whoever runs it.
    std::optional<QByteArray> hashed = {};
};

/// What the plan of one part comes to, as rows to store in this order. They lack the run and its numbers.
struct PartPlan
{
    QList<QJsonObject> errors;
    QList<FateRow> fates; ///< equal ones too
    QList<DraftedOperation> operations;
    QList<LedgerEntry> leftOut; ///< found while a write was drafted: they replace a pair's fate ...
    QList<LedgerEntry> worse;   ///< ... and these make it worse
    QList<ReviewItem> review;
    QList<WaitingRelation> waiting;
    QMap<QString, int> pending; ///< hub id -> whether the next run has to look; only what changes
    int removed = 0, cleared = 0, touched = 0;
};

/// Plans a part and drafts its rows: the planner's decisions in the CRMs' terms, with every value encoded. Touches
/// neither the workspace nor the network, so that any thread may do it while `part` is left alone and `context` carries
/// its references.
/// `walks`: planner's name -> number of this run's walk.
PartPlan planOf(Part &part, const QList<Intent> &intents, const EntityContext &context, const Catalog &catalog,
                const QMap<QString, int> &walks);

} // namespace syncline::core
