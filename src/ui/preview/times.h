#pragma once

#include <QString>

#include <optional>

namespace syncline::ui {

/// "14:02" today, "yesterday", "21 Nov", "2 Mar 2025". Milliseconds since 1970 UTC.
QString shortTime(qint64 at);
/// The same for `now`, which a test gives.
QString shortTime(qint64 at, qint64 now);
/// Exact, with zone, for tooltips.
QString exactTime(qint64 at);
/// "2 min ago", "3 h ago", "yesterday".
QString agoText(qint64 at, qint64 now);
/// "6 min 12 s", "44 s", "2 h 5 min".
QString durationText(qint64 ms);
/// With the locale's separators.
QString numberText(qint64 number);
/// One of two texts, both translated; %1 in `many` is the number.
QString counted(qint64 number, const QString &one, const QString &many);

} // namespace syncline::ui
