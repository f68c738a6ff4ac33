#include "core/automation/cron.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::CronExpression", text);
}

struct Field
{
    QString name; ///< for people
    int least, most;
    QStringList words; ///< for the numbers from `least` on
};

QStringList monthNames()
{
    return {u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
            u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
}

QStringList dayNames()
{
    return {u"sun"_s, u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s};
}

tl::unexpected<Error> refuse(const Field &field, const QString &part, const QString &why)
{
    return failure(ErrorKind::Validation, tr("\"%1\" cannot stand for the %2: %3").arg(part, field.name, why),
                   tr("Its fields are minute, hour, day of the month, month and day of the week: 30 3 * * sun"));
}

Result<int> numberOf(const Field &field, const QString &word, const QString &part)
{
    if (const qsizetype named = field.words.indexOf(word.toLower()); named >= 0)
        return field.least + int(named);
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (!isNumber || word.startsWith(u'+') || word.startsWith(u'-'))
        return refuse(field, part, tr("it is not a number."));
    if (number < field.least || number > field.most)
        return refuse(field, part, tr("it goes from %1 to %2.").arg(field.least).arg(field.most));
    return number;
}

/// "*", "5", "1-5", "*/10", "8-18/2": the numbers as bits.
Result<quint64> bitsOfPart(const Field &field, const QString &part)
{
    const QStringList halves = part.split(u'/');
    int step = 1;
    if (halves.size() > 2)
        return refuse(field, part, tr("it has two steps."));
    if (halves.size() == 2) {
        bool isNumber = false;
        step = halves[1].toInt(&isNumber);
        if (!isNumber || step < 1 || step > field.most)
            return refuse(field, part, tr("its step is not a number from 1 to %1.").arg(field.most));
    }
    int from = field.least, to = field.most;
    if (halves[0] != "*"_L1) {
        const QStringList ends = halves[0].split(u'-');
        if (ends.size() > 2)
            return refuse(field, part, tr("a range has two ends."));
        const auto first = numberOf(field, ends[0], part);
        const auto last = ends.size() == 2 ? numberOf(field, ends[1], part) : first;
        if (!first || !last)
            return failure(first ? last.error() : first.error());
        if (halves.size() == 2 && ends.size() == 1)
            return refuse(field, part, tr("a step needs a range, such as */%1.").arg(step));
        from = *first;
        to = *last;
        if (from > to)
            return refuse(field, part, tr("the range ends before it begins."));
    }
    quint64 bits = 0;
    for (int number = from; number <= to; number += step)
        bits |= quint64(1) << number;
    return bits;
}

Result<quint64> bitsOf(const Field &field, const QString &text)
{
    quint64 bits = 0;
    for (const QString &part : text.split(u',')) {
        const auto some = part.isEmpty() ? Result<quint64>(refuse(field, text, tr("something is missing.")))
                                         : bitsOfPart(field, part);
        if (!some)
            return some;
        bits |= *some;
    }
    return bits;
}

template<typename Bits>
bool has(Bits bits, int number)
{
    return ((bits >> number) & 1U) != 0;
}

/// 30 February: the expression would never come.
bool hasADay(quint32 months, quint32 days)
{
    constexpr int leapYear = 2024;
    for (int month = 1; month <= 12; ++month) {
        for (int day = 1; has(months, month) && day <= QDate(leapYear, month, 1).daysInMonth(); ++day) {
            if (has(days, day))
                return true;
        }
    }
    return false;
}

} // namespace

Result<CronExpression> CronExpression::parse(const QString &text)
{
    const QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() != 5) {
        return failure(ErrorKind::Validation,
                       tr("A cron expression has five fields; \"%1\" has %2.").arg(text.simplified()).arg(parts.size()),
                       tr("Its fields are minute, hour, day of the month, month and day of the week: 30 3 * * sun"));
    }
    const QList<Field> fields{{tr("minute"), 0, 59, {}},
                              {tr("hour"), 0, 23, {}},
                              {tr("day of the month"), 1, 31, {}},
                              {tr("month"), 1, 12, monthNames()},
                              {tr("day of the week"), 0, 7, dayNames()}};
    QList<quint64> bits;
    for (int i = 0; i < fields.size(); ++i) {
        const auto some = bitsOf(fields[i], parts[i]);
        if (!some)
            return failure(some.error());
        bits.append(*some);
    }
    CronExpression cron;
    cron.m_minutes = bits[0];
    cron.m_hours = quint32(bits[1]);
    cron.m_days = quint32(bits[2]);
    cron.m_months = quint32(bits[3]);
    cron.m_weekdays = quint32(bits[4]) | (has(bits[4], 7) ? 1U : 0U); // 7 is Sunday as well
    cron.m_anyDay = parts[2].startsWith(u'*');
    cron.m_anyWeekday = parts[4].startsWith(u'*');
    cron.m_text = parts.join(u' ');
    if (cron.m_anyWeekday && !hasADay(cron.m_months, cron.m_days))
        return refuse(fields[2], parts[2], tr("no such month has that day."));
    return cron;
}

bool CronExpression::matchesDay(const QDate &date) const
{
    if (!has(m_months, date.month()))
        return false;
    const bool day = has(m_days, date.day()), weekday = has(m_weekdays, date.dayOfWeek() % 7);
    return m_anyDay || m_anyWeekday ? day && weekday : day || weekday;
}

bool CronExpression::matchesMinute(int minuteOfDay) const
{
    return has(m_hours, minuteOfDay / 60) && has(m_minutes, minuteOfDay % 60);
}

bool CronExpression::isEveryHour() const
{
    constexpr quint32 allHours = (1U << 24) - 1;
    return (m_hours & allHours) == allHours;
}

} // namespace syncline::core
