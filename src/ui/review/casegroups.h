#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/casemodel.h"

namespace syncline::ui {

/// Cases by cause, the largest group first.
QList<CaseGroup> conflictGroups(const QList<core::Titled<core::ConflictCase>> &cases);
QList<CaseGroup> duplicateGroups(const QList<core::Titled<core::HeldRecord>> &cases);
QList<CaseGroup> heldGroups(const QList<core::Titled<core::HeldRecord>> &cases);

/// Why a record is held, for a heading.
QString heldTitle(const core::HeldRecord &held);

} // namespace syncline::ui
