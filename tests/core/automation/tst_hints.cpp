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

constexpr HintStore::Patience patience{5'000, 30'000};

/// A workspace whose one integration was read before, and a clock that the test sets.
class World
{
public:
    World()
    {
        session = std::move(Session::open(m_folder.filePath(u"w.syncline"_s), true, outside()).value());
        IntegrationRow row;
        row.id = u"i1"_s;
        row.name = u"marketing"_s;
        row.provider = u"mautic"_s;
        row.url = u"http://127.0.0.1:1"_s;
        saveIntegration(row);
        save([&] {
            return session->stores().integrations.replaceMappings(
                row.id, {{u"contacts"_s, u"contact"_s, {}}, {u"companies"_s, u"company"_s, {}}});
        });
        setCursor(u"contacts"_s);
        setCursor(u"companies"_s);
    }
    void save(const std::function<Result<void>()> &work) { QVERIFY(session->stores().db.transaction("test", work)); }
    void saveIntegration(const IntegrationRow &row)
    {
        save([&] { return session->stores().integrations.save(row); });
    }
    void setCursor(const QString &entity)
    {
        CursorRow cursor;
        cursor.changed = u"then"_s;
        save([&] { return session->stores().records.saveCursor(u"i1"_s, entity, cursor); });
    }
    void announceEntity(const QString &entity)
    {
        const HintRow hint{0, Hints::entityKind(), u"i1"_s, entity, {}, u"webhook"_s};
        save([&] { return HintStore(session->stores().db).announce(hint, clock.now().count(), patience); });
    }
    void announce(const QString &record, const QString &entity = u"contacts"_s)
    {
        save([&] {
            return HintStore(session->stores().db)
                .announce({0, Hints::recordKind(), u"i1"_s, entity, record, u"test"_s}, clock.now().count(), patience);
        });
    }
    std::optional<DueRun> look(const QString &claim = ownClaim())
    {
        return Scheduler(*session, claim).look(false).value().due;
    }
    DueRun due()
    {
        const auto found = look();
        if (!found)
            QTest::qFail("Nothing is due.", __FILE__, __LINE__);
        return found.value_or(DueRun{});
    }
    bool areDue() { return Scheduler(*session).areHintsDue().value(); }
    void end(const DueRun &run, const RunEnd &how) { QVERIFY(Scheduler(*session).ended(run, how)); }
    static RunEnd good()
    {
        RunEnd end;
        end.run = u"run"_s;
        end.status = u"done"_s;
        return end;
    }
    static RunEnd bad()
    {
        RunEnd end;
        end.problem = Error{ErrorKind::Network, u"crm does not answer."_s, {}, {}, {}, false};
        return end;
    }
    static QStringList idsOf(const DueRun &run)
    {
        QStringList ids;
        for (const LinkKey &place : run.request.places)
            ids << place.remoteId;
        return ids;
    }
    std::optional<Millis> nextDue() { return Hints(*session).nextDue().value(); }

    support::HandClock clock{u"2026-11-24T10:00:00"_s};
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
                {}};
    }
    QTemporaryDir m_folder;
    OpenGate m_gate;
};

} // namespace

/// From "look at this record" to the run that does.
class TestHints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBurstIsOneRun();
    void aSteadyStreamIsNotPutOffForEver();
    void whatComesDuringTheRunIsLookedAtAfterIt();
    void aWorkerThatDiesLeavesItsHints();
    void aLostComputerKeepsThemForItsLeaseOnly();
    void aFailureIsTriedAgainLater();
    void aRefusedStartLeavesThemDue();
    void whatNobodyReadsIsDropped();
    void aPausedSystemWaits();
    void aScheduleThatWaitedLongerComesFirst();
    void whatIsDueIsSeenWithoutTakingIt();
    void recordsGoBeforeEntities();
    void recordsDoNotKeepEntitiesWaiting();
};

void TestHints::aBurstIsOneRun()
{
    World world;
    world.announce(u"1"_s);
    world.clock.advance(2s);
    world.announce(u"1"_s);
    world.announce(u"2"_s);
    world.clock.advance(4s);
    QVERIFY(!world.look()); // four seconds after the last one
    world.clock.advance(1s);
    const DueRun run = world.due();
    QCOMPARE(World::idsOf(run), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(run.request.entities, QStringList());
    QCOMPARE(run.request.actor, u"webhook"_s);
    QVERIFY(run.schedule.isEmpty());
    QVERIFY(!world.look()); // it is being worked at
    world.end(run, World::good());
    QCOMPARE(world.nextDue(), std::nullopt);
}

void TestHints::aSteadyStreamIsNotPutOffForEver()
{
    World world;
    for (int second = 0; second < 30; ++second) {
        world.announce(u"1"_s);
        QVERIFY(!world.look());
        world.clock.advance(1s);
    }
    QVERIFY(world.look());
}

void TestHints::whatComesDuringTheRunIsLookedAtAfterIt()
{
    World world;
    world.announce(u"1"_s);
    world.announce(u"2"_s);
    world.clock.advance(5s);
    const DueRun run = world.due();
    world.announce(u"1"_s);
    world.end(run, World::good());
    QVERIFY(!world.look());
    world.clock.advance(5s);
    world.end(world.due(), World::good());
    QCOMPARE(world.nextDue(), std::nullopt);
}

void TestHints::aWorkerThatDiesLeavesItsHints()
{
    World world;
    const QString dead = QString::fromLatin1(QSysInfo::bootUniqueId()) + u"/1/0"_s;
    world.announce(u"1"_s);
    world.clock.advance(5s);
    QVERIFY(world.look(dead));
    world.end(world.due(), World::good());
    QCOMPARE(world.nextDue(), std::nullopt);
}

void TestHints::aLostComputerKeepsThemForItsLeaseOnly()
{
    World world;
    world.announce(u"1"_s);
    world.clock.advance(5s);
    QVERIFY(world.look(u"elsewhere/1/0"_s));
    QVERIFY(!world.look());
    world.clock.advance(Hints::leaseFor);
    QVERIFY(world.look());
}

void TestHints::aFailureIsTriedAgainLater()
{
    World world;
    world.announce(u"1"_s);
    world.clock.advance(5s);
    for (const auto pause : {60s, 120s, 180s}) {
        world.end(world.due(), World::bad());
        world.announce(u"1"_s); // which makes it no sooner
        world.clock.advance(pause - 1s);
        QVERIFY(!world.look());
        world.clock.advance(1s);
    }
    world.end(world.due(), World::good());
    QCOMPARE(world.nextDue(), std::nullopt);
}

void TestHints::aRefusedStartLeavesThemDue()
{
    World world;
    world.announce(u"1"_s);
    world.clock.advance(5s);
    RunEnd refused;
    refused.problem = anotherRunGoesOn();
    world.end(world.due(), refused);
    QVERIFY(world.look());
}

void TestHints::whatNobodyReadsIsDropped()
{
    World world;
    world.announce(u"1"_s, u"leads"_s); // not mapped
    world.save([&] { return world.session->stores().records.forgetCursors(u"i1"_s); });
    world.announce(u"1"_s); // never read: the first sync is a person's decision
    world.clock.advance(5s);
    QVERIFY(!world.look());
    QCOMPARE(world.nextDue(), std::nullopt);
}

void TestHints::aPausedSystemWaits()
{
    World world;
    IntegrationRow row = world.session->stores().integrations.all().value().first();
    world.announce(u"1"_s);
    row.state = u"paused"_s;
    world.saveIntegration(row);
    world.clock.advance(1h);
    QVERIFY(!world.look());
    row.state = u"active"_s;
    world.saveIntegration(row);
    world.clock.advance(1min);
    QVERIFY(world.look());
}

void TestHints::aScheduleThatWaitedLongerComesFirst()
{
    World world;
    Schedule schedule;
    schedule.timing = timingFromText(u"every 2 minutes"_s).value();
    schedule.zone = "UTC";
    schedule.jitter = 0s;
    const QString id = Schedules(*world.session).add(schedule).value();
    world.clock.advance(2min);
    world.announce(u"1"_s);
    world.clock.advance(5s);
    const DueRun first = world.due();
    QCOMPARE(first.schedule, id);
    world.end(first, World::good());
    QVERIFY(!world.due().hints.isEmpty());
}

void TestHints::whatIsDueIsSeenWithoutTakingIt()
{
    World world;
    world.announce(u"1"_s);
    QVERIFY(!world.areDue());
    world.clock.advance(5s);
    QVERIFY(world.areDue());
    QVERIFY(world.areDue());
    world.end(world.due(), World::good());
    QVERIFY(!world.areDue());
}

void TestHints::recordsGoBeforeEntities()
{
    World world;
    world.announceEntity(u"companies"_s);
    world.announce(u"1"_s);
    world.clock.advance(5s);
    const DueRun records = world.due();
    QCOMPARE(World::idsOf(records), QStringList{u"1"_s});
    QCOMPARE(records.request.entities, QStringList());
    world.end(records, World::good());
    const DueRun entities = world.due();
    QCOMPARE(entities.request.entities, QStringList{u"company"_s});
    QCOMPARE(World::idsOf(entities), QStringList());
    world.end(entities, World::good());
    QCOMPARE(world.nextDue(), std::nullopt);
}

void TestHints::recordsDoNotKeepEntitiesWaiting()
{
    World world;
    std::optional<int> readAt;
    for (int second = 1; second < 60 && !readAt; ++second) { // from the fifth on, a record is due at each
        world.announce(QString::number(second));
        if (second == 6)
            world.announceEntity(u"companies"_s); // due five seconds later
        world.clock.advance(1s);
        const auto run = world.look();
        if (!run)
            continue;
        if (!run->request.entities.isEmpty())
            readAt = second;
        world.end(*run, World::good());
    }
    QCOMPARE(readAt, std::optional(6 + 5 + int(Hints::entityPatience / 1s) - 1));
}

QTEST_GUILESS_MAIN(TestHints)
#include "tst_hints.moc"
