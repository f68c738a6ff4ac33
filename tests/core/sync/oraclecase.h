#pragma once

#include "core/sync/undo.h"

#include <QJsonObject>

/// Cases of tests/model/cases.py as snapshots, and plans in the form of the model's oracle (tests/model/README.md).
namespace syncline::test {

core::Snapshot snapshotFromCase(const QJsonObject &document);
/// What a run did, for its undo.
QList<core::JournalRow> rowsFromCase(const QJsonArray &rows);
/// ops, conflicts, queue, held and ledger, sorted, without reasons.
QJsonObject planToOracle(const core::Plan &plan);
/// The oracle's plan brought into the same form.
QJsonObject expectedPlan(const QJsonObject &plan);

} // namespace syncline::test
