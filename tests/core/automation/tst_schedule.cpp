#include "core/automation/schedule.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

namespace {

Millis utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

QString text(Millis at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm"_s);
}

Schedule schedule(const QString &when, const QByteArray &zone = "UTC", const QString &quiet = {})
{
    Schedule made;
    made.id = u"1"_s;
    made.timing = timingFromText(when).value();
    made.zone = zone;
    if (!quiet.isEmpty())
        made.quiet = quietFromText(quiet).value();
    return made;
}

QString momentsOf(const Schedule &wanted, const QString &after, int count)
{
    QStringList texts;
    for (const Millis moment : dueBetween(wanted, utc(after), utc(u"2099-01-01T00:00"_s), count))
        texts << text(moment);
    return texts.join(u' ');
}

} // namespace

/// When a schedule runs, in words, over the year and where clocks are changed. Moments are UTC.
class TestSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreUnderstoodAndSaidInFull_data();
    void wordsAreUnderstoodAndSaidInFull();
    void wordsThatSayNothingAreRefused_data();
    void wordsThatSayNothingAreRefused();
    void itRunsWhenItShould_data();
    void itRunsWhenItShould();
    void changedClocksNeitherSkipNorDoubleARun_data();
    void changedClocksNeitherSkipNorDoubleARun();
    void quietHoursMoveNoRunIntoTheNight_data();
    void quietHoursMoveNoRunIntoTheNight();
    void aScheduleThatNeverRunsIsRefused_data();
    void aScheduleThatNeverRunsIsRefused();
    void jitterIsTheSameEachTimeAndSpreadsSchedules();
    void failedRunsComeLaterAndLater_data();
    void failedRunsComeLaterAndLater();
};

void TestSchedule::wordsAreUnderstoodAndSaidInFull_data()
{
    QTest::addColumn<QString>("full");
    const auto row = [](const char *words, const QString &full) { QTest::newRow(words) << full; };
    row("every 15 minutes", u"every 15 minutes"_s);
    row("every 15m", u"every 15 minutes"_s);
    row("Every 1 minute", u"every minute"_s);
    row("every hour", u"every hour"_s);
    row("every 90 min", u"every 90 minutes"_s);
    row("every 120 minutes", u"every 2 hours"_s);
    row("every 2d", u"every 2 days"_s);
    row("hourly", u"hourly at :00"_s);
    row("hourly at :05", u"hourly at :05"_s);
    row("hourly :59", u"hourly at :59"_s);
    row("daily 2:00", u"daily at 02:00"_s);
    row("daily at 23:59", u"daily at 23:59"_s);
    row("cron   30 3 * *  sun", u"cron 30 3 * * sun"_s);
    row("cron */15 8-18/2 1,15 jan-mar 1-5", u"cron */15 8-18/2 1,15 jan-mar 1-5"_s);
}

void TestSchedule::wordsAreUnderstoodAndSaidInFull()
{
    QFETCH(QString, full);
    const auto timing = timingFromText(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(timing, timing ? "" : qPrintable(timing.error().message));
    QCOMPARE(timingText(*timing), full);
    QVERIFY(timingFromText(full) == timing);
}

void TestSchedule::wordsThatSayNothingAreRefused_data()
{
    QTest::addColumn<QString>("names"); ///< what the error has to name
    const auto row = [](const char *words, const QString &names) { QTest::newRow(words) << names; };
    row("", u"\"\""_s);
    row("sometimes", u"sometimes"_s);
    row("every", u"every"_s);
    row("every 0 minutes", u"0 minutes"_s);
    row("every 32 days", u"32 days"_s);
    row("every 99999999999999999999 minutes", u"interval"_s);
    row("every -5 minutes", u"-5 minutes"_s);
    row("every 5 parsecs", u"5 parsecs"_s);
    row("hourly at :60", u":60"_s);
    row("hourly at 5", u"5"_s);
    row("daily", u"daily"_s);
    row("daily at 24:00", u"24:00"_s);
    row("daily at 2", u"\"2\""_s);
    row("daily at 02:5", u"02:5"_s);
    row("cron", u"five fields"_s);
    row("cron * * * *", u"has 4"_s);
    row("cron * * * * * *", u"has 6"_s);
    row("cron 60 * * * *", u"minute"_s);
    row("cron 0 24 * * *", u"hour"_s);
    row("cron 0 0 0 * *", u"day of the month"_s);
    row("cron 0 0 * 13 *", u"month"_s);
    row("cron 0 0 * * 8", u"day of the week"_s);
    row("cron 0 0 30 feb *", u"no such month"_s);
    row("cron 5-1 * * * *", u"ends before"_s);
    row("cron 1-2-3 * * * *", u"two ends"_s);
    row("cron */0 * * * *", u"step"_s);
    row("cron 5/10 * * * *", u"needs a range"_s);
    row("cron 1,,2 * * * *", u"missing"_s);
    row("cron +1 * * * *", u"not a number"_s);
    row("cron a * * * *", u"not a number"_s);
}

void TestSchedule::wordsThatSayNothingAreRefused()
{
    QFETCH(QString, names);
    const auto timing = timingFromText(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!timing);
    QVERIFY2(timing.error().message.contains(names), qPrintable(timing.error().message));
    QVERIFY(!timing.error().remedy.isEmpty());
}

void TestSchedule::itRunsWhenItShould_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("moments");
    const auto row = [](const char *when, const char *zone, const QString &after, const QString &moments) {
        QTest::newRow(when) << QString::fromLatin1(zone) << after << moments;
    };
    row("every 15 minutes", "UTC", u"2026-11-27T14:47"_s, u"2026-11-27T15:00 2026-11-27T15:15"_s);
    row("every 7 hours", "UTC", u"2026-11-27T00:00"_s, u"2026-11-27T04:00 2026-11-27T11:00 2026-11-27T18:00"_s);
    row("hourly at :05", "Asia/Kathmandu", u"2026-11-27T00:00"_s, u"2026-11-27T00:20 2026-11-27T01:20"_s);
    row("daily at 02:00", "Europe/Oslo", u"2026-11-27T01:00"_s, u"2026-11-28T01:00 2026-11-29T01:00"_s);
    row("cron 30 3 * * sun", "Europe/Oslo", u"2026-11-27T00:00"_s, u"2026-11-29T02:30 2026-12-06T02:30"_s);
    row("cron 30 3 * * 7", "Europe/Oslo", u"2026-11-27T00:00"_s, u"2026-11-29T02:30 2026-12-06T02:30"_s);
    // Either of the days will do where both are named, as in crontab(5).
    row("cron 0 0 13 * fri", "UTC", u"2026-11-01T00:00"_s,
        u"2026-11-06T00:00 2026-11-13T00:00 2026-11-20T00:00 2026-11-27T00:00 2026-12-04T00:00 2026-12-11T00:00 "
        "2026-12-13T00:00"_s);
    row("cron 0 0 29 feb *", "UTC", u"2096-03-01T00:00"_s, u""_s); // 2100 has none; the next one is past our view
    row("cron 0 12 29 2 *", "UTC", u"2026-01-01T00:00"_s, u"2028-02-29T12:00 2032-02-29T12:00"_s);
    row("cron 59 23 31 12 *", "Pacific/Kiritimati", u"2026-01-01T00:00"_s, u"2026-12-31T09:59 2027-12-31T09:59"_s);
}

void TestSchedule::itRunsWhenItShould()
{
    QFETCH(QString, zone);
    QFETCH(QString, after);
    QFETCH(QString, moments);
    const int count = moments.isEmpty() ? 1 : int(moments.count(u' ')) + 1;
    QCOMPARE(momentsOf(schedule(QString::fromLatin1(QTest::currentDataTag()), zone.toLatin1()), after, count), moments);
}

/// Europe/Berlin goes from 02:00 to 03:00 on 29 March 2026 (01:00 UTC) and from 03:00 back to 02:00 on 25 October (01:00
/// UTC); New York on 8 March (07:00 UTC) and 1 November (06:00 UTC); Lord Howe by half an hour on 4 October (15:30 UTC the
/// day before) and 5 April (15:00 UTC); Beirut at midnight on 29 March; Samoa left out 30 December 2011.
void TestSchedule::changedClocksNeitherSkipNorDoubleARun_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("moments");
    const auto row = [](const char *name, const QString &when, const char *zone, const QString &after,
                        const QString &moments) {
        QTest::newRow(name) << when << QString::fromLatin1(zone) << after << moments;
    };
    const QString halfPastTwo = u"daily at 02:30"_s;
    row("left out: when clocks go on", halfPastTwo, "Europe/Berlin", u"2026-03-28T00:00"_s,
        u"2026-03-28T01:30 2026-03-29T01:00 2026-03-30T00:30"_s);
    row("twice: the first time only", halfPastTwo, "Europe/Berlin", u"2026-10-24T12:00"_s,
        u"2026-10-25T00:30 2026-10-26T01:30"_s);
    row("twice, asked between the two", halfPastTwo, "Europe/Berlin", u"2026-10-25T00:45"_s, u"2026-10-26T01:30"_s);
    row("the first minute after the gap", u"daily at 03:00"_s, "Europe/Berlin", u"2026-03-28T12:00"_s,
        u"2026-03-29T01:00 2026-03-30T01:00"_s);
    row("not touched by the change", u"daily at 12:00"_s, "Europe/Berlin", u"2026-03-28T00:00"_s,
        u"2026-03-28T11:00 2026-03-29T10:00"_s);
    row("New York, left out", halfPastTwo, "America/New_York", u"2026-03-07T12:00"_s,
        u"2026-03-08T07:00 2026-03-09T06:30"_s);
    row("New York, twice", u"daily at 01:30"_s, "America/New_York", u"2026-10-31T12:00"_s,
        u"2026-11-01T05:30 2026-11-02T06:30"_s);
    row("half an hour left out", u"daily at 02:15"_s, "Australia/Lord_Howe", u"2026-10-03T00:00"_s,
        u"2026-10-03T15:30 2026-10-04T15:15"_s);
    row("half an hour twice", u"daily at 01:45"_s, "Australia/Lord_Howe", u"2026-04-04T00:00"_s,
        u"2026-04-04T14:45 2026-04-05T15:15"_s);
    row("midnight left out", u"daily at 00:30"_s, "Asia/Beirut", u"2026-03-28T00:00"_s,
        u"2026-03-28T22:00 2026-03-29T21:30"_s);
    row("a whole day left out", u"daily at 12:00"_s, "Pacific/Apia", u"2011-12-29T00:00"_s,
        u"2011-12-29T22:00 2011-12-30T10:00 2011-12-30T22:00"_s);
    row("hourly, put forward: each hour that passes", u"hourly at :05"_s, "Europe/Berlin", u"2026-03-28T23:30"_s,
        u"2026-03-29T00:05 2026-03-29T01:05 2026-03-29T02:05"_s);
    row("hourly, put back: each hour that passes", u"hourly at :05"_s, "Europe/Berlin", u"2026-10-24T23:30"_s,
        u"2026-10-25T00:05 2026-10-25T01:05 2026-10-25T02:05"_s);
    row("every quarter, put back: by elapsed time", u"every 15 minutes"_s, "Europe/Berlin", u"2026-10-25T00:45"_s,
        u"2026-10-25T01:00 2026-10-25T01:15"_s);
    row("cron every half hour, put back: in both", u"cron */30 * * * *"_s, "Europe/Berlin", u"2026-10-25T00:00"_s,
        u"2026-10-25T00:30 2026-10-25T01:00 2026-10-25T01:30 2026-10-25T02:00"_s);
    row("cron every half hour, put forward", u"cron */30 * * * *"_s, "Europe/Berlin", u"2026-03-29T00:00"_s,
        u"2026-03-29T00:30 2026-03-29T01:00 2026-03-29T01:30"_s);
    row("cron at two and half past, left out: once", u"cron 0,30 2 * * *"_s, "Europe/Berlin", u"2026-03-28T12:00"_s,
        u"2026-03-29T01:00 2026-03-30T00:00 2026-03-30T00:30"_s);
    row("cron at two and half past, twice: the first time", u"cron 0,30 2 * * *"_s, "Europe/Berlin",
        u"2026-10-24T12:00"_s, u"2026-10-25T00:00 2026-10-25T00:30 2026-10-26T01:00"_s);
    row("weekly, left out", u"cron 30 2 * * sun"_s, "Europe/Berlin", u"2026-03-23T00:00"_s,
        u"2026-03-29T01:00 2026-04-05T00:30"_s);
}

void TestSchedule::changedClocksNeitherSkipNorDoubleARun()
{
    QFETCH(QString, when);
    QFETCH(QString, zone);
    QFETCH(QString, after);
    QFETCH(QString, moments);
    QCOMPARE(momentsOf(schedule(when, zone.toLatin1()), after, int(moments.count(u' ')) + 1), moments);
}

void TestSchedule::quietHoursMoveNoRunIntoTheNight_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("quiet");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("moments");
    const auto row = [](const char *name, const QString &when, const QString &quiet, const QString &after,
                        const QString &moments) { QTest::newRow(name) << when << quiet << after << moments; };
    const QString hourly = u"every hour"_s, night = u"22:00-06:00"_s;
    row("over midnight", hourly, night, u"2026-11-27T19:30"_s, u"2026-11-27T20:00 2026-11-28T05:00"_s);
    row("within a day", hourly, u"12:00-14:00"_s, u"2026-11-27T09:30"_s,
        u"2026-11-27T10:00 2026-11-27T13:00 2026-11-27T14:00"_s);
    row("asked at night", hourly, night, u"2026-11-28T01:10"_s, u"2026-11-28T05:00"_s);
    row("over put-forward clocks", hourly, night, u"2026-03-28T20:00"_s, u"2026-03-29T04:00 2026-03-29T05:00"_s);
    row("their end is left out by the clocks", hourly, u"22:00-02:30"_s, u"2026-03-28T20:00"_s, u"2026-03-29T01:00"_s);
    row("twice a day, once at night", u"cron 0 3,15 * * *"_s, night, u"2026-11-27T00:00"_s,
        u"2026-11-27T14:00 2026-11-28T14:00"_s);
}

void TestSchedule::quietHoursMoveNoRunIntoTheNight()
{
    QFETCH(QString, when);
    QFETCH(QString, quiet);
    QFETCH(QString, after);
    QFETCH(QString, moments);
    const int count = int(moments.count(u' ')) + 1;
    QCOMPARE(momentsOf(schedule(when, "Europe/Berlin", quiet), after, count), moments);
}

void TestSchedule::aScheduleThatNeverRunsIsRefused_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("quiet");
    QTest::addColumn<QString>("names");
    QTest::newRow("always quiet") << QByteArray("Europe/Berlin") << u"22:00-06:00"_s << u"never run"_s;
    QTest::newRow("no such zone") << QByteArray("Europe/Atlantis") << u""_s << u"Europe/Atlantis"_s;
    QTest::newRow("good") << QByteArray("Europe/Berlin") << u"12:00-13:00"_s << u""_s;
}

void TestSchedule::aScheduleThatNeverRunsIsRefused()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, quiet);
    QFETCH(QString, names);
    const auto checked = checkSchedule(schedule(u"daily at 02:00"_s, zone, quiet), utc(u"2026-11-27T12:00"_s));
    QCOMPARE(checked.has_value(), names.isEmpty());
    QVERIFY(checked || checked.error().message.contains(names));
    for (const QString &wrong : {u"22-06"_s, u"22:00"_s, u"22:00-22:00"_s, u"25:00-06:00"_s, u"22:00-06:00-07:00"_s})
        QVERIFY2(!quietFromText(wrong), qPrintable(wrong));
}

void TestSchedule::jitterIsTheSameEachTimeAndSpreadsSchedules()
{
    Schedule one = schedule(u"every 15 minutes"_s), other = one;
    other.id = u"2"_s;
    const Millis due = utc(u"2026-11-27T15:00"_s);
    int same = 0;
    for (Millis at = due; at < due + 100 * 900'000; at += 900'000) {
        const Millis moved = withJitter(one, at);
        QCOMPARE(moved, withJitter(one, at));
        QVERIFY(moved >= at && moved <= at + 20'000);
        same += moved == withJitter(other, at) ? 1 : 0;
    }
    QVERIFY(same < 5);
    one.jitter = std::chrono::seconds(0);
    QCOMPARE(withJitter(one, due), due);
}

void TestSchedule::failedRunsComeLaterAndLater_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("failures");
    QTest::addColumn<QString>("next");
    const auto row = [](const QString &when, int failures, const QString &next) {
        QTest::addRow("%s, %d", qPrintable(when), failures) << when << failures << next;
    };
    const QString quarter = u"every 15 minutes"_s, daily = u"daily at 02:00"_s;
    row(quarter, 0, u"2026-11-27T12:15"_s);
    row(quarter, 1, u"2026-11-27T12:05"_s);
    row(quarter, 2, u"2026-11-27T12:10"_s);
    row(quarter, 3, u"2026-11-27T12:20"_s);
    row(quarter, 4, u"2026-11-27T12:40"_s);
    row(quarter, 5, u"2026-11-27T13:00"_s);
    row(quarter, 500, u"2026-11-27T13:00"_s);
    row(daily, 1, u"2026-11-27T12:05"_s);
    row(daily, 3, u"2026-11-27T12:20"_s);
    row(daily, 4, u"2026-11-28T02:00"_s);
    row(u"every minute"_s, 1, u"2026-11-27T12:05"_s);
}

void TestSchedule::failedRunsComeLaterAndLater()
{
    QFETCH(QString, when);
    QFETCH(int, failures);
    QFETCH(QString, next);
    const auto again = nextAfterFailure(schedule(when), failures, utc(u"2026-11-27T12:00"_s));
    QCOMPARE(again ? text(*again) : QString(), next);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
