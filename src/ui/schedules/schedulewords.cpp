#include "ui/schedules/schedulewords.h"

#include "ui/preview/times.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("syncline::ui::ScheduleWords", text, nullptr, n);
}

QString intervalWords(qint64 minutes)
{
    constexpr int hour = 60, day = 24 * hour;
    if (minutes % day == 0)
        return minutes == day ? tr("Every 24 hours") : tr("Every %n day(s)", int(minutes / day));
    if (minutes % hour == 0)
        return minutes == hour ? tr("Every hour") : tr("Every %n hour(s)", int(minutes / hour));
    return tr("Every %n minute(s)", int(minutes));
}

/// "30 3 * * sun" is a day of every week.
QString cronWords(const QString &text)
{
    static const QStringList days{u"sun"_s, u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s};
    static const QRegularExpression weekly(u"^(\\d+) (\\d+) \\* \\* ([a-z]{3}|[0-7])$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = weekly.match(text);
    if (!match.hasMatch())
        return tr("By rule: %1").arg(text);
    const int named = int(days.indexOf(match.captured(3).toLower()));
    const int day = named >= 0 ? named : match.captured(3).toInt() % 7;
    return tr("%1 at %2")
        .arg(QLocale().dayName(day == 0 ? 7 : day),
             clockWords(match.captured(2).toInt() * 60 + match.captured(1).toInt()));
}

QString entityWord(const QString &entity)
{
    static const QMap<QString, const char *> words{
        {u"contact"_s, QT_TRANSLATE_NOOP("syncline::ui::ScheduleWords", "Contacts")},
        {u"company"_s, QT_TRANSLATE_NOOP("syncline::ui::ScheduleWords", "Companies")},
        {u"deal"_s, QT_TRANSLATE_NOOP("syncline::ui::ScheduleWords", "Deals")},
        {u"activity"_s, QT_TRANSLATE_NOOP("syncline::ui::ScheduleWords", "Activities")}};
    const char *word = words.value(entity);
    return word ? QCoreApplication::translate("syncline::ui::ScheduleWords", word) : entity;
}

} // namespace

QString clockWords(int minuteOfDay)
{
    return QLocale().toString(QTime(minuteOfDay / 60, minuteOfDay % 60), QLocale::ShortFormat);
}

QString whenWords(const core::Timing &timing)
{
    switch (timing.kind) {
    case core::Timing::Kind::Interval:
        return intervalWords(timing.interval.count());
    case core::Timing::Kind::Hourly:
        return timing.minute == 0 ? tr("Every hour, on the hour") : tr("Every hour, at %1 past").arg(timing.minute);
    case core::Timing::Kind::Daily:
        return tr("Every day at %1").arg(clockWords(timing.minute));
    case core::Timing::Kind::Cron:
        return cronWords(timing.cron.text());
    }
    return {};
}

QString whatWords(const core::Schedule &schedule)
{
    QStringList words;
    for (const QString &entity : schedule.entities)
        words << entityWord(entity);
    QString text = words.isEmpty() ? (schedule.full ? tr("Complete comparison") : tr("Everything"))
                                   : words.join(u", "_s);
    if (schedule.full && !words.isEmpty())
        text = tr("%1, complete").arg(text);
    return schedule.shadow ? tr("%1, only reported").arg(text) : text;
}

QString systemWords(const core::ScheduleInfo &info)
{
    return info.schedule.integration.isEmpty() ? tr("All systems")
        : info.isGone                          ? tr("A removed system")
                                               : info.integration;
}

QString lastWords(const core::ScheduleInfo &info)
{
    return info.lastAt ? tr("%1, %2").arg(shortTime(*info.lastAt), durationText(info.lastMs)) : u"–"_s;
}

State scheduleMark(const core::ScheduleInfo &info)
{
    if (info.isGone || info.failures > 0 || info.lastStatus == "failed"_L1)
        return State::Failing;
    if (!info.schedule.enabled || info.lastStatus.isEmpty() || info.lastStatus == "skipped"_L1)
        return State::Off;
    return info.lastStatus == "stopped"_L1 || info.lastStatus == "partial"_L1 ? State::Waiting : State::Ok;
}

QString scheduleWord(const core::ScheduleInfo &info)
{
    if (info.isGone)
        return tr("System removed");
    if (info.failures > 1)
        return tr("Failed %n time(s)", info.failures);
    if (info.failures == 1 || info.lastStatus == "failed"_L1)
        return tr("Failed");
    if (!info.schedule.enabled)
        return tr("Off");
    if (info.lastStatus.isEmpty())
        return tr("Not run yet");
    if (info.lastStatus == "skipped"_L1)
        return tr("Left out");
    if (info.lastStatus == "stopped"_L1)
        return tr("Asks you");
    if (info.lastStatus == "cancelled"_L1)
        return tr("Cancelled");
    if (info.lastStatus == "partial"_L1)
        return tr("Some failed");
    return info.lastStatus == "planned"_L1 ? tr("Reported") : tr("Good");
}

} // namespace syncline::ui
