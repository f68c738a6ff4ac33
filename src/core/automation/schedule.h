#pragma once

#include "core/automation/cron.h"
#include "core/automation/walltime.h"

#include <QStringList>

#include <chrono>
#include <optional>

/// A schedule as a value, and when it runs (Y2). Pure: the time is handed in.
namespace syncline::core {

/// When a run begins.
struct Timing
{
    enum class Kind {
        Interval, ///< by elapsed time, counted from midnight UTC of 1970-01-01: put-back clocks do not matter
        Hourly,   ///< so many minutes past each hour on the wall
        Daily,    ///< once a day at a time on the wall
        Cron,
    };
    Kind kind = Kind::Interval;
    std::chrono::minutes interval{15};
    int minute = 0; ///< hourly: past the hour; daily: of the day
    CronExpression cron;
    bool operator==(const Timing &) const = default;
};

/// "every 15 minutes", "hourly at :05", "daily at 02:00", "cron 30 3 * * sun"; also with less words: "every 2h",
/// "daily 02:00". An error names what is not understood.
Result<Timing> timingFromText(const QString &text);
/// The form above, in full.
QString timingText(const Timing &timing);

/// Times on the wall between which no run begins; over midnight where `from` is later than `to`.
struct QuietHours
{
    int from = 0, to = 0; ///< minutes of the day
    bool operator==(const QuietHours &) const = default;
};
/// "22:00-06:00".
Result<QuietHours> quietFromText(const QString &text);
QString quietText(const QuietHours &quiet);

struct Schedule
{
    QString id;
    QString integration;  ///< id; "": all
    QStringList entities; ///< hub entities; empty: all
    Timing timing;
    QByteArray zone; ///< IANA name
    std::optional<QuietHours> quiet;
    bool full = false;               ///< reads everything, not only what changed
    bool shadow = false;             ///< plans and reports, writes nothing
    std::chrono::seconds jitter{20}; ///< each run begins up to so much later, so that not everybody asks at once
    bool enabled = true;

    QTimeZone timeZone() const { return QTimeZone(zone); }
    bool operator==(const Schedule &) const = default;
};

/// What is wrong with it: an unknown zone, or quiet hours that leave no run.
Result<void> checkSchedule(const Schedule &schedule, Millis now);

/// The first moment after `after` at which it is due, without jitter; nothing where it never is. A time on the wall that
/// is left out when clocks are put forward is due when they go on; one that comes twice is due the first time. What runs
/// every hour runs in both.
std::optional<Millis> nextAfter(const Schedule &schedule, Millis after);
/// The moments in (after, until], at most `most`.
QList<Millis> dueBetween(const Schedule &schedule, Millis after, Millis until, int most);
/// The moment with its jitter: the same for the same schedule and moment.
Millis withJitter(const Schedule &schedule, Millis due);

bool isQuiet(const Schedule &schedule, Millis at);
/// When the quiet hours around `at` end.
Millis quietEnd(const Schedule &schedule, Millis at);

/// When it is tried again after so many failed runs in a row: 5 minutes, doubling to an hour. A run that comes more often
/// waits for that; one that comes less often is tried three times in between.
std::optional<Millis> nextAfterFailure(const Schedule &schedule, int failures, Millis now);

} // namespace syncline::core
