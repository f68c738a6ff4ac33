#include "core/automation/walltime.h"

#include <QDateTime>

namespace syncline::core {

namespace {

constexpr Millis minuteMs = 60'000, dayMs = 24 * 60 * minuteMs;
/// No clock is farther from UTC, and no two changes of one zone are so near to each other.
constexpr Millis farthest = 15 * 60 * minuteMs;

Millis offsetAt(Millis utc, const QTimeZone &zone)
{
    return Millis(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC))) * 1000;
}

/// The wall's time as if it were UTC.
Millis asUtc(const WallTime &wall)
{
    return QDateTime(wall.date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + wall.minute * minuteMs;
}

/// The instant between the two at which the offset changes.
Millis changeBetween(Millis before, Millis after, const QTimeZone &zone)
{
    const Millis first = offsetAt(before, zone);
    while (after - before > 1) {
        const Millis middle = before + (after - before) / 2;
        (offsetAt(middle, zone) == first ? before : after) = middle;
    }
    return after;
}

} // namespace

WallTime wallTimeAt(Millis instant, const QTimeZone &zone)
{
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(instant + offsetAt(instant, zone), Qt::UTC);
    return {shown.date(), shown.time().hour() * 60 + shown.time().minute()};
}

QList<Millis> instantsOf(const WallTime &wall, const QTimeZone &zone)
{
    const Millis shown = asUtc(wall);
    QList<Millis> instants;
    for (const Millis near : {shown - farthest, shown + farthest}) {
        const Millis offset = offsetAt(near, zone), instant = shown - offset;
        if (offsetAt(instant, zone) == offset && !instants.contains(instant))
            instants.append(instant);
    }
    std::sort(instants.begin(), instants.end());
    return instants;
}

Millis firstInstantFrom(const WallTime &wall, const QTimeZone &zone)
{
    const QList<Millis> instants = instantsOf(wall, zone);
    if (!instants.isEmpty())
        return instants.first();
    const Millis shown = asUtc(wall);
    return changeBetween(shown - farthest, shown + farthest, zone);
}

bool isOrdinary(const QDate &date, const QTimeZone &zone)
{
    const Millis begin = asUtc({date, 0});
    return offsetAt(begin - farthest, zone) == offsetAt(begin + dayMs + farthest, zone);
}

} // namespace syncline::core
