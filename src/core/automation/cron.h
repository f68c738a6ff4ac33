#pragma once

#include "foundation/result.h"

#include <QDate>

namespace syncline::core {

/// The five fields of a cron expression as a value: minute, hour, day of the month, month, day of the week. Each is `*`,
/// a number, a range `1-5`, either with a step `*/10`, or a list of those; months and days also by their English names
/// (`jan`, `sun`; 0 and 7 are Sunday). Where both days are restricted either will do, as in crontab(5). Pure.
class CronExpression
{
public:
    /// An error names the field and what is wrong with it.
    static Result<CronExpression> parse(const QString &text);

    bool matchesDay(const QDate &date) const;
    bool matchesMinute(int minuteOfDay) const;
    /// It runs in every hour: then an hour that comes twice has it twice.
    bool isEveryHour() const;
    const QString &text() const { return m_text; } ///< with one blank between the fields
    bool operator==(const CronExpression &other) const { return m_text == other.m_text; }

private:
    quint64 m_minutes = 0;
    quint32 m_hours = 0, m_days = 0, m_months = 0, m_weekdays = 0; ///< a bit for each
    bool m_anyDay = true, m_anyWeekday = true;
    QString m_text;
};

} // namespace syncline::core
