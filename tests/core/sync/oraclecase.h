#pragma once

#include "core/sync/types.h"

#include <QJsonObject>

/// Cases of tests/model/cases.py as snapshots, and plans in the form of the model's oracle (tests/model/README.md).
namespace syncline::test {

core::Snapshot snapshotFromCase(const QJsonObject &document);
/// ops, conflicts, queue, held and ledger, sorted, without reasons.
QJsonObject planToOracle(const core::Plan &plan);
/// The oracle's plan brought into the same form.
QJsonObject expectedPlan(const QJsonObject &plan);

} // namespace syncline::test
