#include "core/automation/noticing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::core;

namespace {

constexpr Millis minute = 60'000, hour = 60 * minute, day = 24 * hour;

SystemHealth system(const QString &id, HealthState state)
{
    SystemHealth health;
    health.id = id;
    health.name = id.toUpper();
    health.state = state;
    health.message = u"No answer."_s;
    return health;
}

QString eventsOf(const QList<Notification> &news)
{
    QStringList events;
    for (const Notification &made : news)
        events << made.event;
    return events.join(u' ');
}

RunNews run(const QString &status, int failed = 0)
{
    RunNews news;
    news.run = u"r"_s;
    news.status = status;
    news.failed = failed;
    news.problem = u"The disk is full."_s;
    news.guard = u"It would delete 300 records."_s;
    return news;
}

} // namespace

/// One message when something changes, one when it is over, never a flood.
class TestNoticing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anHourDownIsOneMessageAndOneOfRecovery();
    void aSystemThatComesAndGoesIsNoFlood();
    void systemsAreToldApart();
    void aSignInIsAskedForAgainADayLater();
    void aPauseSaysNothing();
    void conflictsAreToldOnceAnHour();
    void aStoppedRunIsToldOnce();
    void failedRunsAreToldOnceAndWhenTheyWorkAgain();
    void aSystemsFaultIsNoFaultOfTheRun();
    void everyGoodRunIsThereForThoseWhoAsk();
};

void TestNoticing::anHourDownIsOneMessageAndOneOfRecovery()
{
    Topics topics;
    QStringList told;
    for (Millis now = 0; now <= 2 * hour; now += 5 * minute) {
        const bool isDown = now >= 30 * minute && now < 90 * minute;
        const QString events = eventsOf(
            noticeSystems(topics, {system(u"crm"_s, isDown ? HealthState::Down : HealthState::Healthy)}, now));
        if (!events.isEmpty())
            told << events;
    }
    QCOMPARE(told, QStringList({u"integration_down"_s, u"integration_up"_s}));
}

void TestNoticing::aSystemThatComesAndGoesIsNoFlood()
{
    Topics topics;
    int told = 0;
    for (Millis now = 0; now < hour; now += minute)
        told += int(noticeSystems(topics,
                                  {system(u"crm"_s, now / minute % 2 == 0 ? HealthState::Down : HealthState::Healthy)},
                                  now)
                        .size());
    QVERIFY2(told <= 7, qPrintable(QString::number(told)));
    // What it is in the end is told.
    noticeSystems(topics, {system(u"crm"_s, HealthState::Down)}, 2 * hour);
    const auto last = noticeSystems(topics, {system(u"crm"_s, HealthState::Healthy)}, 3 * hour);
    QVERIFY(!last.isEmpty());
    QCOMPARE(last.last().event, u"integration_up"_s);
    QVERIFY(last.last().isRecovery);
}

void TestNoticing::systemsAreToldApart()
{
    Topics topics;
    const auto news = noticeSystems(
        topics, {system(u"crm"_s, HealthState::Down), system(u"mail"_s, HealthState::Healthy)}, hour);
    QCOMPARE(eventsOf(news), u"integration_down"_s);
    QCOMPARE(news[0].integration, u"CRM"_s);
    QVERIFY(news[0].title.contains(u"CRM"_s));
    QVERIFY(news[0].severity == Urgency::Problem);
}

void TestNoticing::aSignInIsAskedForAgainADayLater()
{
    Topics topics;
    QList<Millis> told;
    for (Millis now = 0; now <= 2 * day; now += hour) {
        if (!noticeSystems(topics, {system(u"crm"_s, HealthState::NeedsSignIn)}, now).isEmpty())
            told << now;
    }
    QCOMPARE(told, QList<Millis>({0, day, 2 * day}));
}

void TestNoticing::aPauseSaysNothing()
{
    Topics topics;
    QCOMPARE(noticeSystems(topics, {system(u"crm"_s, HealthState::Down)}, 0).size(), 1);
    for (const HealthState state : {HealthState::Paused, HealthState::Unknown, HealthState::Throttled})
        QVERIFY(noticeSystems(topics, {system(u"crm"_s, state)}, hour).isEmpty());
    QCOMPARE(eventsOf(noticeSystems(topics, {system(u"crm"_s, HealthState::Healthy)}, 2 * hour)), u"integration_up"_s);
}

void TestNoticing::conflictsAreToldOnceAnHour()
{
    Topics topics;
    const auto told = [&](int conflicts, Millis now) {
        Waiting waiting;
        waiting.conflicts = conflicts;
        return noticeWaiting(topics, waiting, now);
    };
    QCOMPARE(eventsOf(told(3, 0)), u"conflicts_found"_s);
    QVERIFY(told(3, hour).isEmpty());
    QVERIFY(told(2, hour + minute).isEmpty()); // decided
    QCOMPARE(eventsOf(told(14, 2 * hour)), u"conflicts_found"_s);
    QVERIFY(told(20, 2 * hour + minute).isEmpty());
    const auto later = told(20, 3 * hour + minute);
    QCOMPARE(later.size(), 1);
    QVERIFY2(later[0].title.startsWith(u'6'), qPrintable(later[0].title)); // those that were not told yet
}

void TestNoticing::aStoppedRunIsToldOnce()
{
    Topics topics;
    QCOMPARE(eventsOf(noticeRun(topics, run(u"stopped"_s), 0)), u"run_stopped"_s);
    QVERIFY(noticeRun(topics, run(u"stopped"_s), hour).isEmpty());
    QCOMPARE(eventsOf(noticeRun(topics, run(u"done"_s), 2 * hour)), u"sync_completed"_s);
    const auto again = noticeRun(topics, run(u"stopped"_s), 3 * hour);
    QCOMPARE(eventsOf(again), u"run_stopped"_s);
    QVERIFY(again[0].text.contains(u"300"_s));
    QCOMPARE(again[0].run, u"r"_s);
}

void TestNoticing::failedRunsAreToldOnceAndWhenTheyWorkAgain()
{
    Topics topics;
    QCOMPARE(eventsOf(noticeRun(topics, run(u"failed"_s), 0)), u"sync_failed"_s);
    QVERIFY(noticeRun(topics, run(u"failed"_s), hour).isEmpty());
    QCOMPARE(eventsOf(noticeRun(topics, run(u"done"_s), 2 * hour)), u"sync_recovered sync_completed"_s);
    QCOMPARE(eventsOf(noticeRun(topics, run(u"partial"_s, 3), 3 * hour)), u"records_failing sync_completed"_s);
    QCOMPARE(eventsOf(noticeRun(topics, run(u"partial"_s, 3), 4 * hour)), u"sync_completed"_s);
}

void TestNoticing::aSystemsFaultIsNoFaultOfTheRun()
{
    Topics topics;
    RunNews news = run(u"failed"_s);
    news.isSystemsFault = true;
    QVERIFY(noticeRun(topics, news, 0).isEmpty());
}

void TestNoticing::everyGoodRunIsThereForThoseWhoAsk()
{
    Topics topics;
    for (int i = 0; i < 3; ++i) {
        const auto news = noticeRun(topics, run(u"done"_s), i * minute);
        QCOMPARE(eventsOf(news), u"sync_completed"_s);
        QVERIFY(isChatty(news[0].event));
    }
    RunNews byWebhook = run(u"done"_s);
    byWebhook.ofSingleRecords = true;
    QVERIFY(noticeRun(topics, byWebhook, 4 * minute).isEmpty()); // there may be one every second
    byWebhook.isFirst = true;
    QCOMPARE(eventsOf(noticeRun(topics, byWebhook, 5 * minute)), u"sync_completed"_s);
    QCOMPARE(eventsOf(noticeRun(topics, run(u"planned"_s), hour)), u"shadow_report"_s);
    RunNews preview = run(u"planned"_s);
    preview.byPerson = true;
    QVERIFY(noticeRun(topics, preview, hour).isEmpty()); // the person sees it
}

QTEST_GUILESS_MAIN(TestNoticing)
#include "tst_noticing.moc"
