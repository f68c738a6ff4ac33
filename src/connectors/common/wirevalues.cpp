#include "connectors/common/wirevalues.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

qint64 idNumber(const QString &id)
{
    const bool isNumber = !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? id.toLongLong() : 0;
}

namespace {

/// The number that so many digits are; -1 where one of them is none.
int digits(QStringView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

/// Minutes east of Greenwich: "", "Z", "+01:00"; nullopt for every other spelling.
std::optional<int> zoneMinutes(QStringView zone)
{
    if (zone.isEmpty() || zone == u"Z")
        return 0;
    if (zone.size() != 6 || zone[3] != u':' || (zone[0] != u'+' && zone[0] != u'-'))
        return std::nullopt;
    const int hours = digits(zone, 1, 2), minutes = digits(zone, 4, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (zone[0] == u'-' ? -1 : 1) * (hours * 60 + minutes);
}

/// The spelling that nearly all CRMs send. Millions of times are read: Qt's parser, which knows them all, takes ten times
/// as long.
std::optional<std::chrono::seconds> usualInstant(QStringView text)
{
    constexpr qsizetype shortest = 19; // "2026-11-24T03:00:22"
    if (text.size() < shortest || text[4] != u'-' || text[7] != u'-' || (text[10] != u'T' && text[10] != u' ')
        || text[13] != u':' || text[16] != u':')
        return std::nullopt;
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    const auto zone = zoneMinutes(text.sliced(shortest));
    if (year < 1 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 59 || !zone)
        return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (!date.ok())
        return std::nullopt;
    return sys_days(date).time_since_epoch() + hours(hour) + minutes(minute - *zone) + seconds(second);
}

} // namespace

std::optional<std::chrono::seconds> instant(const QString &text)
{
    if (const auto usual = usualInstant(text))
        return usual;
    QString iso = text.trimmed();
    if (iso.size() > 10 && iso[10] == u' ')
        iso[10] = u'T';
    if (iso.size() == 10)
        iso += u"T00:00:00"_s;
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return std::chrono::seconds(time.toSecsSinceEpoch());
}

QString isoInstant(std::chrono::seconds time)
{
    using namespace std::chrono;
    const auto day = floor<days>(sys_seconds(time));
    const year_month_day date(day);
    if (date.year() < year(0) || date.year() > year(9999))
        return QDateTime::fromSecsSinceEpoch(time.count(), Qt::UTC).toString(Qt::ISODate);
    const hh_mm_ss clock(sys_seconds(time) - day);
    QString text = u"0000-00-00T00:00:00Z"_s;
    const auto put = [&](qsizetype at, qsizetype count, qint64 number) {
        for (qsizetype i = at + count - 1; i >= at; --i, number /= 10)
            text[i] = QChar(char16_t(u'0' + number % 10));
    };
    put(0, 4, int(date.year()));
    put(5, 2, unsigned(date.month()));
    put(8, 2, unsigned(date.day()));
    put(11, 2, clock.hours().count());
    put(14, 2, clock.minutes().count());
    put(17, 2, clock.seconds().count());
    return text;
}

std::optional<std::chrono::seconds> zonedInstant(const QString &text)
{
    static const QRegularExpression zoned(u"T.*(Z|[+-]\\d{2}:?\\d{2})$"_s);
    return zoned.match(text).hasMatch() ? instant(text) : std::nullopt;
}

bool isDay(const QString &text)
{
    static const QRegularExpression shape(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    return shape.match(text).hasMatch() && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isEmailAddress(const QString &text)
{
    static const QRegularExpression shape(u"^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$"_s);
    return shape.match(text).hasMatch();
}

bool isDecimal(const QString &text)
{
    static const QRegularExpression shape(u"^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)$"_s);
    return shape.match(text).hasMatch();
}

QString withoutExponent(const QString &text)
{
    static const QRegularExpression shape(u"^(-?)(\\d+)(?:\\.(\\d+))?[eE]\\+?(-?\\d+)$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return text;
    const qsizetype exponent = match.captured(4).toLongLong();
    constexpr qsizetype mostPlaces = 40; // more than any CRM keeps
    if (exponent > mostPlaces || exponent < -mostPlaces)
        return text;
    QString digits = match.captured(2) + match.captured(3);
    qsizetype point = match.captured(2).size() + exponent;
    if (point <= 0) {
        digits.prepend(QString(1 - point, u'0'));
        point = 1;
    }
    digits = digits.leftJustified(point, u'0');
    QString fraction = digits.mid(point);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    QString whole = digits.left(point);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    return match.captured(1) + whole + (fraction.isEmpty() ? QString() : u'.' + fraction);
}

} // namespace syncline::connectors
