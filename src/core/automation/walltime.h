#pragma once

#include <QDate>
#include <QList>
#include <QTimeZone>

/// What clocks on the wall show, and when (IANA zones, through QTimeZone). Pure; times are milliseconds UTC.
namespace syncline::core {

using Millis = qint64;

struct WallTime
{
    QDate date;
    int minute = 0; ///< of the day, 0 to 1439
};

WallTime wallTimeAt(Millis instant, const QTimeZone &zone);

/// The instants at which the wall shows this: one; two where clocks are put back over it; none where it is left out
/// when clocks are put forward.
QList<Millis> instantsOf(const WallTime &wall, const QTimeZone &zone);

/// The first instant at which the wall shows this or something later.
Millis firstInstantFrom(const WallTime &wall, const QTimeZone &zone);

/// A day on which every minute comes once.
bool isOrdinary(const QDate &date, const QTimeZone &zone);

} // namespace syncline::core
