#pragma once

#include "core/sync/types.h"

namespace syncline::core {

/// One row of a run's journal: what it did, as undo needs it.
struct JournalRow
{
    QString system;               ///< "hub" or an integration
    OpKind kind = OpKind::Update; ///< Create, Update, Delete, Link, Archive
    QString hub;
    QString remote;
    /// Hub rows by hub field, remote rows by FieldMap::id: before and after, in hub terms.
    QMap<QString, QPair<Value, Value>> fields;
    bool existedBefore = false; ///< a create that turned out to be an edit: undo is not possible (S-39)
};

enum class UndoOutcome { Reversed, Kept, NotPossible };
struct UndoRow
{
    UndoOutcome outcome = UndoOutcome::Kept;
    QString reason; ///< sentence for people
    /// Fields of the row that stay as they are, by its own keys, and why; the others are reversed.
    QMap<QString, QString> kept;
};

struct UndoPlan
{
    Plan plan;
    QList<UndoRow> rows; ///< one per journal row, in order
};

/// S-27: the inverse of a run, itself a plan.
UndoPlan undo(const QList<JournalRow> &rows, const Snapshot &snapshot);

} // namespace syncline::core
