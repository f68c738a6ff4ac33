#include "core/automation/scheduler.h"

#include "support/handclock.h"
#include "support/outside.h"

#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;

namespace {

/// A workspace with a clock that the test sets. Runs are not carried out: the test says how they ended.
class World
{
public:
    World() { session = std::move(Session::open(m_folder.filePath(u"w.syncline"_s), true, outside()).value()); }

    QString add(const QString &when, const QString &quiet = {}, const QString &integration = {})
    {
        Schedule schedule;
        schedule.timing = timingFromText(when).value();
        schedule.zone = "UTC";
        schedule.jitter = 0s;
        schedule.integration = integration;
        if (!quiet.isEmpty())
            schedule.quiet = quietFromText(quiet).value();
        return Schedules(*session).add(schedule).value();
    }
    SchedulerTurn look(const QString &claim = ownClaim(), bool isBusy = false)
    {
        return Scheduler(*session, claim).look(isBusy).value();
    }
    /// The run that is due now; fails where none is.
    DueRun due()
    {
        const auto found = look().due;
        if (!found)
            QTest::qFail("Nothing is due.", __FILE__, __LINE__);
        return found.value_or(DueRun{});
    }
    void end(const DueRun &run, const RunEnd &how) { QVERIFY(Scheduler(*session).ended(run, how)); }
    /// Ends well.
    void carryOut() { end(due(), good()); }
    static RunEnd good()
    {
        RunEnd end;
        end.run = u"run"_s;
        end.status = u"done"_s;
        end.written = 3;
        return end;
    }
    static RunEnd bad()
    {
        RunEnd end;
        end.problem = Error{ErrorKind::Network, u"crm does not answer."_s, {}, {}, {}, false};
        return end;
    }
    ScheduleInfo info(const QString &id) { return Schedules(*session).show(id).value(); }
    void connect(const QString &name, const QString &state = u"active"_s)
    {
        IntegrationRow row;
        row.id = name + u"-id"_s;
        row.name = name;
        row.provider = u"mautic"_s;
        row.url = u"http://127.0.0.1:9"_s;
        row.auth = u"token"_s;
        row.state = state;
        QVERIFY(session->stores().integrations.save(row));
    }

    support::HandClock clock{u"2026-11-27T12:00:00"_s};
    std::unique_ptr<Session> session;

private:
    Session::Outside outside()
    {
        return {clock,
                m_gate,
                [](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
                    return failure(ErrorKind::Network, row.name);
                },
                {},
                nullptr,
                [](const QString &address) -> Result<QString> { return address; }};
    }
    OpenGate m_gate;
    QTemporaryDir m_folder;
};

/// The claim of a process of this computer that is no more.
QString deadClaim()
{
    return QString::fromLatin1(QSysInfo::bootUniqueId()) + u"/999999999/1"_s;
}

const QString elsewhere = u"another-computer/17/4711"_s;

} // namespace

/// Which run is due, who may start it, and what its end means for the next one.
class TestScheduler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRunIsDueAtItsTimeAndNotAgain();
    void theOneThatWaitedLongestComesFirst();
    void missedRunsAreCaughtUpOnce();
    void whatFellDueDuringARunComesAfterIt();
    void aRunInProgressAnywhereIsWaitedFor();
    void aRefusedRunStaysDue();
    void oneProcessAtATime();
    void aDeadHolderIsFollowedAtOnceALostOneLater();
    void pauseEverything();
    void aFailingScheduleIsTriedLaterAndLater();
    void oneOfAllSystemsDownHoldsNobodyUp();
    void aCancelledRunIsNoFailure();
    void quietHoursHoldWhatWasMissed();
    void aShadowRunWritesNothing();
    void aPausedOrRemovedIntegrationIsLeftOut();
    void aScheduleRemovedDuringItsRunIsForgotten();
};

void TestScheduler::aRunIsDueAtItsTimeAndNotAgain()
{
    World world;
    const QString id = world.add(u"every 15 minutes"_s);
    QVERIFY(!world.look().due);
    QCOMPARE(world.look().nextAt.value_or(0), world.info(id).nextAt.value_or(1));
    world.clock.set(u"2026-11-27T12:14:59"_s);
    QVERIFY(!world.look().due);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    const DueRun due = world.due();
    QCOMPARE(due.schedule, id);
    QVERIFY(due.request.kind == RunRequest::Kind::Sync);
    QCOMPARE(due.request.actor, u"schedule"_s);
    QVERIFY(!world.look(ownClaim(), true).due); // it is being carried out
    world.clock.advance(40s);
    world.end(due, World::good());
    QVERIFY(!world.look().due);
    const ScheduleInfo info = world.info(id);
    QCOMPARE(info.lastStatus, u"done"_s);
    QCOMPARE(info.lastMs, 40'000);
    QVERIFY2(info.lastDetail.startsWith(u"3 "_s), qPrintable(info.lastDetail));
    QCOMPARE(*info.nextAt, due.dueAt + 15 * 60'000);
}

void TestScheduler::theOneThatWaitedLongestComesFirst()
{
    World world;
    const QString hourly = world.add(u"hourly at :05"_s), quarter = world.add(u"every 15 minutes"_s);
    world.clock.set(u"2026-11-27T12:16:00"_s);
    DueRun due = world.due();
    QCOMPARE(due.schedule, hourly);
    world.end(due, World::good());
    due = world.due();
    QCOMPARE(due.schedule, quarter);
    world.end(due, World::good());
    QVERIFY(!world.look().due);
}

void TestScheduler::missedRunsAreCaughtUpOnce()
{
    World world;
    const QString id = world.add(u"every 15 minutes"_s);
    world.clock.set(u"2026-11-28T08:07:00"_s); // the computer was off
    const DueRun due = world.due();
    QCOMPARE(world.clock.now().count() - due.dueAt, (19 * 60 + 52) * 60'000);
    world.end(due, World::good());
    QVERIFY(!world.look().due);
    QCOMPARE(*world.info(id).nextAt, world.clock.now().count() + 8 * 60'000);
    const auto log = world.session->stores().review.logAfter(0, 10).value();
    QCOMPARE(log.size(), 1);
    QVERIFY(log[0].message.contains(u"2026-11-27T12:15:00Z"_s));
}

void TestScheduler::whatFellDueDuringARunComesAfterIt()
{
    World world;
    world.add(u"every 15 minutes"_s);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    const DueRun due = world.due();
    world.clock.set(u"2026-11-27T13:01:00"_s); // 12:30, 12:45 and 13:00 have passed
    world.end(due, World::good());
    world.carryOut();
    QVERIFY(!world.look().due);
}

void TestScheduler::aRunInProgressAnywhereIsWaitedFor()
{
    World world;
    world.add(u"every 15 minutes"_s);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    RunRow row;
    row.id = u"a-person-s"_s;
    row.kind = u"sync"_s;
    row.status = u"applying"_s;
    row.claimedBy = ownClaim();
    QVERIFY(world.session->stores().runs.insert(row));
    {
        const LiveRun live(row.id);
        QVERIFY(!world.look().due);
    }
    QVERIFY(world.look().due); // it did not come to its end, and nobody is at it
}

void TestScheduler::aRefusedRunStaysDue()
{
    World world;
    const QString id = world.add(u"every 15 minutes"_s);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    RunEnd refused;
    refused.problem = anotherRunGoesOn();
    world.end(world.due(), refused);
    QVERIFY(world.look().due);
    QCOMPARE(world.info(id).failures, 0);
}

void TestScheduler::oneProcessAtATime()
{
    World world;
    world.add(u"every 15 minutes"_s);
    QVERIFY(world.look().holds);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    QVERIFY(world.look().holds); // renewed
    QVERIFY(!world.look(elsewhere).holds);
    QVERIFY(!world.look(elsewhere).due);
    QVERIFY(Scheduler(*world.session, elsewhere).release()); // what it does not hold it cannot give up
    QVERIFY(!world.look(elsewhere).holds);
    QVERIFY(Scheduler(*world.session).release());
    QVERIFY(world.look(elsewhere).due);
    QVERIFY(!world.look().holds);
}

void TestScheduler::aDeadHolderIsFollowedAtOnceALostOneLater()
{
    World world;
    world.add(u"every 15 minutes"_s);
    QVERIFY(world.look(deadClaim()).holds);
    QVERIFY(world.look().holds);
    QVERIFY(Scheduler(*world.session).release());
    QVERIFY(world.look(elsewhere).holds);
    world.clock.advance(Scheduler::leaseFor - 1ms);
    QVERIFY(!world.look().holds);
    world.clock.advance(1ms);
    QVERIFY(world.look().holds);
}

void TestScheduler::pauseEverything()
{
    World world;
    world.add(u"every 15 minutes"_s);
    QVERIFY(Schedules(*world.session).setPause({true, world.clock.now().count() + 3'600'000}));
    world.clock.set(u"2026-11-27T12:59:59"_s);
    QVERIFY(world.look().pause.isPaused);
    QVERIFY(!world.look().due);
    world.clock.set(u"2026-11-27T13:00:01"_s);
    world.carryOut();
    QVERIFY(!world.look().due);
}

void TestScheduler::aFailingScheduleIsTriedLaterAndLater()
{
    World world;
    const QString id = world.add(u"every minute"_s);
    QList<int> waits;
    for (int i = 0; i < 6; ++i) {
        world.clock.advance(std::chrono::milliseconds(*world.info(id).nextAt - world.clock.now().count()));
        world.end(world.due(), World::bad());
        waits << int((*world.info(id).nextAt - world.clock.now().count()) / 60'000);
    }
    QCOMPARE(waits, QList<int>({5, 10, 20, 40, 60, 60}));
    QCOMPARE(world.info(id).lastDetail, u"crm does not answer."_s);
    world.clock.advance(60min);
    world.carryOut();
    QCOMPARE(world.info(id).failures, 0);
    QCOMPARE(*world.info(id).nextAt - world.clock.now().count(), 60'000);
}

void TestScheduler::oneOfAllSystemsDownHoldsNobodyUp()
{
    World world;
    world.connect(u"crm"_s);
    const QString all = world.add(u"every 15 minutes"_s), one = world.add(u"every 15 minutes"_s, {}, u"crm-id"_s);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    RunEnd partial = World::bad();
    partial.run = u"run"_s;
    partial.status = u"partial"_s;
    world.end(world.due(), partial);
    world.end(world.due(), partial);
    QCOMPARE(world.info(all).failures, 0);
    QCOMPARE(world.info(all).lastDetail, u"crm does not answer."_s);
    QCOMPARE(world.info(one).failures, 1);
}

void TestScheduler::aCancelledRunIsNoFailure()
{
    World world;
    const QString id = world.add(u"every 15 minutes"_s);
    world.clock.set(u"2026-11-27T12:15:00"_s);
    RunEnd cancelled;
    cancelled.cancelled = true;
    cancelled.problem = Error{ErrorKind::Cancelled, u"The run was cancelled."_s, {}, {}, {}, false};
    world.end(world.due(), cancelled);
    QCOMPARE(world.info(id).failures, 0);
    QCOMPARE(world.info(id).lastStatus, u"cancelled"_s);
    QVERIFY(!world.look().due);
}

void TestScheduler::quietHoursHoldWhatWasMissed()
{
    World world;
    world.add(u"daily at 20:00"_s, u"22:00-06:00"_s);
    world.clock.set(u"2026-11-27T23:00:00"_s); // switched on again at night
    QVERIFY(!world.look().due);
    world.clock.set(u"2026-11-28T06:00:00"_s);
    world.carryOut();
}

void TestScheduler::aShadowRunWritesNothing()
{
    World world;
    Schedule shadow;
    shadow.timing = timingFromText(u"every hour"_s).value();
    shadow.zone = "UTC";
    shadow.shadow = shadow.full = true;
    shadow.jitter = 0s;
    const QString id = Schedules(*world.session).add(shadow).value();
    world.clock.set(u"2026-11-27T13:00:00"_s);
    const DueRun due = world.due();
    QVERIFY(!due.request.writes());
    QVERIFY(due.request.full);
    RunEnd planned;
    planned.run = u"run"_s;
    planned.status = u"planned"_s;
    planned.left = 12;
    world.end(due, planned);
    QVERIFY(world.info(id).lastDetail.contains(u" 12 "_s));
    QCOMPARE(world.info(id).lastStatus, u"planned"_s);
}

void TestScheduler::aPausedOrRemovedIntegrationIsLeftOut()
{
    World world;
    world.connect(u"crm"_s, u"paused"_s);
    const QString paused = world.add(u"every hour"_s, {}, u"crm-id"_s);
    const QString gone = world.add(u"every hour"_s, {}, u"old-id"_s);
    world.clock.set(u"2026-11-27T13:00:00"_s);
    QVERIFY(!world.look().due);
    QCOMPARE(world.info(paused).lastDetail, u"crm is paused."_s);
    QVERIFY(world.info(gone).isGone);
    QCOMPARE(world.info(gone).lastDetail, u"Its integration was removed."_s);
    world.connect(u"crm"_s);
    world.clock.set(u"2026-11-27T14:00:00"_s);
    QCOMPARE(world.due().request.integrations, QStringList{u"crm"_s});
}

void TestScheduler::aScheduleRemovedDuringItsRunIsForgotten()
{
    World world;
    const QString id = world.add(u"every hour"_s);
    world.clock.set(u"2026-11-27T13:00:00"_s);
    const DueRun due = world.due();
    QVERIFY(Schedules(*world.session).remove(id));
    world.end(due, World::good());
    QVERIFY(Schedules(*world.session).list().value().isEmpty());
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
