#pragma once

#include "core/automation/schedules.h"
#include "ui/components/marks.h"

namespace syncline::ui {

/// "Every 15 minutes", "Every hour, at 5 past", "Every day at 02:00", "Sundays at 03:30".
QString whenWords(const core::Timing &timing);
/// "Contacts, deals"; "Everything"; "Complete comparison".
QString whatWords(const core::Schedule &schedule);
/// The system's name, or all of them.
QString systemWords(const core::ScheduleInfo &info);
/// When its last run ended and how long it took.
QString lastWords(const core::ScheduleInfo &info);
State scheduleMark(const core::ScheduleInfo &info);
QString scheduleWord(const core::ScheduleInfo &info);
QString clockWords(int minuteOfDay);

} // namespace syncline::ui
