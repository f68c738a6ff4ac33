#pragma once

#include "core/automation/notification.h"
#include "core/services/dashboard.h"

/// What is worth a message: one when a state changes and one when it is over, never the same again and again. Pure.
namespace syncline::core {

/// What was told last of one thing.
struct Topic
{
    QString state;
    Millis since = 0;
    std::optional<Millis> toldAt;
    bool operator==(const Topic &) const = default;
};
using Topics = QMap<QString, Topic>;

/// A run that ended, as far as it is told.
struct RunNews
{
    QString run, status; ///< status as in runs.status; "failed" where it came to no run
    bool byPerson = false, isFirst = false;
    bool ofSingleRecords = false; ///< as after each webhook: that it went well is no news
    bool isSystemsFault = false;  ///< an integration did not answer or let us in: told of that
    int written = 0, failed = 0, left = 0;
    QString guard, problem;
};

/// A change is not told again sooner, however often a system comes and goes: told is what it is then.
constexpr Millis shortestGap = 10 * 60'000;
constexpr Millis conflictGap = 60 * 60'000;
constexpr Millis signInReminder = 24 * 60 * 60'000;

/// Both take down in `topics` what was told. The notifications have no id yet.
QList<Notification> noticeSystems(Topics &topics, const QList<SystemHealth> &systems, Millis now);
QList<Notification> noticeWaiting(Topics &topics, const Waiting &waiting, Millis now);
QList<Notification> noticeRun(Topics &topics, const RunNews &news, Millis now);

} // namespace syncline::core
