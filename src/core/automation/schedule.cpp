#include "core/automation/schedule.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Schedule", text);
}

constexpr Millis minuteMs = 60'000;
constexpr int minutesOfDay = 24 * 60;
/// 29 February may be eight years away.
constexpr int farthestDay = 9 * 366;

bool matchesDay(const Timing &timing, const QDate &date)
{
    return timing.kind != Timing::Kind::Cron || timing.cron.matchesDay(date);
}

bool matchesMinute(const Timing &timing, int minute)
{
    switch (timing.kind) {
    case Timing::Kind::Hourly:
        return minute % 60 == timing.minute;
    case Timing::Kind::Daily:
        return minute == timing.minute;
    case Timing::Kind::Cron:
        return timing.cron.matchesMinute(minute);
    case Timing::Kind::Interval:
        break;
    }
    return false;
}

/// It runs whenever the wall shows the time, however often that is.
bool isEveryHour(const Timing &timing)
{
    return timing.kind == Timing::Kind::Hourly || (timing.kind == Timing::Kind::Cron && timing.cron.isEveryHour());
}

/// The first moment after `after` on a day on which clocks are changed.
std::optional<Millis> firstOfOddDay(const Timing &timing, const QDate &date, const QTimeZone &zone, Millis after)
{
    std::optional<Millis> first;
    const auto take = [&](Millis moment) {
        if (moment > after && (!first || moment < *first))
            first = moment;
    };
    for (int minute = 0; minute < minutesOfDay; ++minute) {
        if (!matchesMinute(timing, minute))
            continue;
        const QList<Millis> instants = instantsOf({date, minute}, zone);
        if (isEveryHour(timing))
            std::ranges::for_each(instants, take);
        else
            take(instants.isEmpty() ? firstInstantFrom({date, minute}, zone) : instants.first());
    }
    return first;
}

std::optional<Millis> firstOfDay(const Timing &timing, const QDate &date, const QTimeZone &zone, Millis after)
{
    if (!matchesDay(timing, date))
        return {};
    if (!isOrdinary(date, zone))
        return firstOfOddDay(timing, date, zone, after);
    const Millis midnight = firstInstantFrom({date, 0}, zone);
    for (int minute = 0; minute < minutesOfDay; ++minute) {
        if (matchesMinute(timing, minute) && midnight + minute * minuteMs > after)
            return midnight + minute * minuteMs;
    }
    return {};
}

std::optional<Millis> nextOnTheWall(const Timing &timing, const QTimeZone &zone, Millis after)
{
    const QDate today = wallTimeAt(after, zone).date;
    for (int day = -1; day <= farthestDay; ++day) { // put-back clocks can show yesterday again
        const QDate date = today.addDays(day);
        auto first = firstOfDay(timing, date, zone, after);
        if (!first)
            continue;
        if (const auto other = firstOfDay(timing, date.addDays(1), zone, after); other && *other < *first)
            first = other;
        return first;
    }
    return {};
}

std::optional<Millis> nextUnquieted(const Schedule &schedule, Millis after)
{
    if (schedule.timing.kind != Timing::Kind::Interval)
        return nextOnTheWall(schedule.timing, schedule.timeZone(), after);
    const Millis step = Millis(schedule.timing.interval.count()) * minuteMs;
    return (after / step + 1) * step;
}

QString clockText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

Result<int> clockFromText(const QString &text)
{
    const QStringList parts = text.split(u':');
    bool hours = false, minutes = false;
    const int hour = parts.value(0).toInt(&hours), minute = parts.value(1).toInt(&minutes);
    const bool isWritten = parts.size() == 2 && parts[0].size() <= 2 && parts[1].size() == 2;
    if (!isWritten || !hours || !minutes || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
        return failure(ErrorKind::Validation, tr("\"%1\" is not a time of day.").arg(text),
                       tr("Write hours and minutes from 00:00 to 23:59, such as 02:00."));
    }
    return hour * 60 + minute;
}

tl::unexpected<Error> notUnderstood(const QString &text)
{
    return failure(ErrorKind::Validation, tr("\"%1\" does not say when.").arg(text),
                   tr("Write one of: every 15 minutes, hourly at :05, daily at 02:00, cron 30 3 * * sun"));
}

/// "15 minutes", "15m", "hour".
Result<Timing> intervalFromText(const QString &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    const int number = digits == 0 ? 1 : text.first(std::min<qsizetype>(digits, 6)).toInt();
    const QString unit = text.sliced(digits).trimmed();
    int minutes = 0;
    if (QStringList{u"m"_s, u"min"_s, u"minute"_s, u"minutes"_s}.contains(unit))
        minutes = 1;
    else if (QStringList{u"h"_s, u"hour"_s, u"hours"_s}.contains(unit))
        minutes = 60;
    else if (QStringList{u"d"_s, u"day"_s, u"days"_s}.contains(unit))
        minutes = minutesOfDay;
    else
        return notUnderstood(u"every "_s + text);
    constexpr qint64 longest = 31 * minutesOfDay;
    if (number < 1 || qint64(number) * minutes > longest) {
        return failure(ErrorKind::Validation, tr("\"every %1\" is no interval that can be kept.").arg(text),
                       tr("It goes from 1 minute to 31 days."));
    }
    Timing timing;
    timing.interval = std::chrono::minutes(number * minutes);
    return timing;
}

Result<Timing> hourlyFromText(const QString &text)
{
    Timing timing;
    timing.kind = Timing::Kind::Hourly;
    if (text.isEmpty())
        return timing;
    const auto minute = text.startsWith(u':') ? clockFromText(u"00"_s + text) : Result<int>(notUnderstood(text));
    if (!minute) {
        return failure(ErrorKind::Validation, tr("\"%1\" is no minute of the hour.").arg(text),
                       tr("Write it from :00 to :59, such as: hourly at :05"));
    }
    timing.minute = *minute;
    return timing;
}

QString intervalText(std::chrono::minutes interval)
{
    const auto count = interval.count();
    if (count % minutesOfDay == 0)
        return count == minutesOfDay ? u"every day"_s : u"every %1 days"_s.arg(count / minutesOfDay);
    if (count % 60 == 0)
        return count == 60 ? u"every hour"_s : u"every %1 hours"_s.arg(count / 60);
    return count == 1 ? u"every minute"_s : u"every %1 minutes"_s.arg(count);
}

} // namespace

Result<Timing> timingFromText(const QString &text)
{
    const QString clean = text.simplified().toLower();
    const QString kind = clean.section(u' ', 0, 0);
    QString rest = clean.section(u' ', 1);
    if (kind == "every"_L1)
        return intervalFromText(rest);
    if (kind == "cron"_L1) {
        return CronExpression::parse(rest).map([](const CronExpression &cron) {
            Timing timing;
            timing.kind = Timing::Kind::Cron;
            timing.cron = cron;
            return timing;
        });
    }
    if (rest.startsWith("at "_L1))
        rest = rest.sliced(3);
    if (kind == "hourly"_L1)
        return hourlyFromText(rest);
    if (kind == "daily"_L1 && !rest.isEmpty()) {
        return clockFromText(rest).map([](int minute) {
            Timing timing;
            timing.kind = Timing::Kind::Daily;
            timing.minute = minute;
            return timing;
        });
    }
    return notUnderstood(text.simplified());
}

QString timingText(const Timing &timing)
{
    switch (timing.kind) {
    case Timing::Kind::Interval:
        return intervalText(timing.interval);
    case Timing::Kind::Hourly:
        return u"hourly at "_s + clockText(timing.minute).sliced(2);
    case Timing::Kind::Daily:
        return u"daily at "_s + clockText(timing.minute);
    case Timing::Kind::Cron:
        return u"cron "_s + timing.cron.text();
    }
    return {};
}

Result<QuietHours> quietFromText(const QString &text)
{
    const QStringList ends = text.simplified().split(u'-');
    if (ends.size() != 2) {
        return failure(ErrorKind::Validation, tr("\"%1\" does not say from when to when.").arg(text.simplified()),
                       tr("Write quiet hours as 22:00-06:00."));
    }
    const auto from = clockFromText(ends[0].trimmed()), to = clockFromText(ends[1].trimmed());
    if (!from || !to)
        return failure(from ? to.error() : from.error());
    if (*from == *to) {
        return failure(ErrorKind::Validation, tr("Quiet hours that end when they begin leave no run."),
                       tr("Write quiet hours as 22:00-06:00."));
    }
    return QuietHours{*from, *to};
}

QString quietText(const QuietHours &quiet)
{
    return clockText(quiet.from) + u'-' + clockText(quiet.to);
}

Result<void> checkSchedule(const Schedule &schedule, Millis now)
{
    if (!schedule.timeZone().isValid()) {
        return failure(ErrorKind::Validation,
                       tr("There is no time zone \"%1\".").arg(QString::fromLatin1(schedule.zone)),
                       tr("Name it as in Europe/Berlin or UTC."));
    }
    if (!nextAfter(schedule, now)) {
        return failure(ErrorKind::Validation, tr("With these quiet hours it would never run."),
                       tr("Choose another time, or other quiet hours."));
    }
    return {};
}

std::optional<Millis> nextAfter(const Schedule &schedule, Millis after)
{
    constexpr int mostNights = 400; // a run that is quieted each time for a year is never due
    for (int night = 0; night < mostNights; ++night) {
        const auto next = nextUnquieted(schedule, after);
        if (!next || !isQuiet(schedule, *next))
            return next;
        after = quietEnd(schedule, *next) - 1;
    }
    return {};
}

QList<Millis> dueBetween(const Schedule &schedule, Millis after, Millis until, int most)
{
    QList<Millis> moments;
    while (moments.size() < most) {
        const auto next = nextAfter(schedule, after);
        if (!next || *next > until)
            break;
        moments.append(*next);
        after = *next;
    }
    return moments;
}

Millis withJitter(const Schedule &schedule, Millis due)
{
    if (schedule.jitter.count() <= 0)
        return due;
    const QByteArray seed = (schedule.id + u'/' + QString::number(due)).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
    quint32 number = 0;
    for (int i = 0; i < 4; ++i)
        number = (number << 8) | quint8(hash[i]);
    return due + Millis(number % quint64(schedule.jitter.count() * 1000 + 1));
}

bool isQuiet(const Schedule &schedule, Millis at)
{
    if (!schedule.quiet)
        return false;
    const int minute = wallTimeAt(at, schedule.timeZone()).minute;
    const auto [from, to] = *schedule.quiet;
    return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

Millis quietEnd(const Schedule &schedule, Millis at)
{
    const QTimeZone zone = schedule.timeZone();
    const WallTime wall = wallTimeAt(at, zone);
    for (int day = 0; day < 3; ++day) {
        const Millis end = firstInstantFrom({wall.date.addDays(day), schedule.quiet->to}, zone);
        if (end > at)
            return end;
    }
    return at + minutesOfDay * minuteMs;
}

std::optional<Millis> nextAfterFailure(const Schedule &schedule, int failures, Millis now)
{
    constexpr Millis shortest = 5 * minuteMs, longest = 60 * minuteMs;
    constexpr int triesBetween = 3;
    const auto regular = nextAfter(schedule, now);
    const Millis again = now + std::min(longest, shortest << std::min(failures - 1, 10));
    if (!regular || failures <= 0)
        return regular;
    if (*regular < again) // more often than it would be tried again
        return isQuiet(schedule, again) ? quietEnd(schedule, again) : again;
    if (failures > triesBetween || isQuiet(schedule, again))
        return regular;
    return again;
}

} // namespace syncline::core
