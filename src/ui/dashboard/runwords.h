#pragma once

#include "core/services/dashboard.h"
#include "ui/components/marks.h"

namespace syncline::ui {

/// "298 written in 2 systems, 2 failed, took 3 min 44 s".
QString runSentence(const core::RunSummary &run);
/// "Mautic ⇄ SuiteCRM, contacts"; "Undo, …".
QString runScope(const core::RunSummary &run);
State runMark(const core::RunSummary &run);
QString runWord(const core::RunSummary &run);
/// "Updated", "Created", …: what became of an operation.
QString operationWord(const core::RecentOperation &operation);

} // namespace syncline::ui
