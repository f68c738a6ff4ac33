#include "core/automation/schedules.h"

#include "support/outside.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// Schedules in a workspace: kept, changed with a trace, taken back.
class TestSchedules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsAddedStandsThere();
    void whatIsRemovedComesBackUnderItsNumber();
    void everyChangeIsInTheAudit();
    void aPausedScheduleHasNoNextRun();
    void aPauseOfEverythingEndsByItself();
    void aViewerChangesNothing();
    void whatMakesNoSenseIsRefused();

private:
    Schedule quarter() const
    {
        Schedule wanted;
        wanted.timing = timingFromText(u"every 15 minutes"_s).value();
        wanted.zone = "Europe/Oslo";
        wanted.entities = {u"contact"_s, u"deal"_s};
        wanted.quiet = QuietHours{22 * 60, 6 * 60};
        return wanted;
    }
    std::unique_ptr<support::Outside> m_outside;
    std::unique_ptr<Session> m_session;
};

void TestSchedules::init()
{
    m_session.reset();
    m_outside = std::make_unique<support::Outside>();
    m_session = std::move(Session::open(m_outside->file(), true, (*m_outside)()).value());
}

void TestSchedules::whatIsAddedStandsThere()
{
    Schedules schedules(*m_session);
    Schedule wanted = quarter();
    wanted.id = schedules.add(wanted).value();
    const auto list = schedules.list().value();
    QCOMPARE(list.size(), 1);
    QVERIFY(list[0].schedule == wanted);
    QVERIFY(list[0].nextAt && *list[0].nextAt > m_session->clock().now().count());
    wanted.timing = timingFromText(u"cron 30 3 * * sun"_s).value();
    wanted.quiet.reset();
    wanted.shadow = wanted.full = true;
    QVERIFY(schedules.change(wanted));
    QVERIFY(schedules.show(wanted.id).value().schedule == wanted);
}

void TestSchedules::whatIsRemovedComesBackUnderItsNumber()
{
    Schedules schedules(*m_session);
    const QString id = schedules.add(quarter()).value();
    const Schedule removed = schedules.remove(id).value();
    QVERIFY(schedules.list().value().isEmpty());
    QCOMPARE(schedules.add(removed).value(), id);
    QVERIFY(schedules.add(quarter()).value() != id);
    QCOMPARE(schedules.list().value().size(), 2);
}

void TestSchedules::everyChangeIsInTheAudit()
{
    Schedules schedules(*m_session);
    Schedule wanted = quarter();
    wanted.id = schedules.add(wanted).value();
    wanted.full = true;
    QVERIFY(schedules.change(wanted));
    QVERIFY(schedules.setEnabled(wanted.id, false));
    QVERIFY(schedules.setEnabled(wanted.id, false)); // nothing changes: nothing to tell
    QVERIFY(schedules.setEnabled(wanted.id, true));
    QVERIFY(schedules.setPause({true, {}}));
    QVERIFY(schedules.setPause({}));
    QVERIFY(schedules.remove(wanted.id));
    QStringList actions;
    const auto acts = m_session->stores().review.auditOf({}).value();
    for (const AuditEntry &entry : acts)
        actions << entry.action;
    QCOMPARE(actions,
             QStringList({u"schedule_added"_s, u"schedule_changed"_s, u"schedule_paused"_s, u"schedule_resumed"_s,
                          u"automation_paused"_s, u"automation_resumed"_s, u"schedule_removed"_s}));
    QCOMPARE(acts[1].document["before"_L1]["full"_L1].toBool(), false);
    QCOMPARE(acts[1].document["after"_L1]["full"_L1].toBool(), true);
    QCOMPARE(acts[1].field, wanted.id);
}

void TestSchedules::aPausedScheduleHasNoNextRun()
{
    Schedules schedules(*m_session);
    const QString id = schedules.add(quarter()).value();
    QVERIFY(schedules.setEnabled(id, false));
    QVERIFY(!schedules.show(id).value().nextAt);
    QVERIFY(schedules.setEnabled(id, true));
    QVERIFY(schedules.show(id).value().nextAt);
}

void TestSchedules::aPauseOfEverythingEndsByItself()
{
    Schedules schedules(*m_session);
    const Millis now = m_session->clock().now().count();
    QVERIFY(!schedules.pause().value().isPaused);
    QVERIFY(schedules.setPause({true, now + 3'600'000}));
    QVERIFY((schedules.pause().value() == AutomationPause{true, now + 3'600'000}));
    QVERIFY(schedules.setPause({true, now - 1}));
    QVERIFY(!schedules.pause().value().isPaused);
    QVERIFY(schedules.setPause({true, {}}));
    QVERIFY((schedules.pause().value() == AutomationPause{true, {}}));
}

void TestSchedules::aViewerChangesNothing()
{
    Schedules schedules(*m_session);
    const QString id = schedules.add(quarter()).value();
    m_session->actor.role = Role::Viewer;
    QCOMPARE(schedules.add(quarter()).error().kind, ErrorKind::Permission);
    QCOMPARE(schedules.remove(id).error().kind, ErrorKind::Permission);
    QCOMPARE(schedules.setEnabled(id, false).error().kind, ErrorKind::Permission);
    QCOMPARE(schedules.setPause({true, {}}).error().kind, ErrorKind::Permission);
    QCOMPARE(schedules.list().value().size(), 1);
}

void TestSchedules::whatMakesNoSenseIsRefused()
{
    Schedules schedules(*m_session);
    Schedule wanted = quarter();
    wanted.entities = {u"unicorn"_s};
    QVERIFY(schedules.add(wanted).error().message.contains(u"unicorn"_s));
    wanted = quarter();
    wanted.zone = "Mars/Olympus";
    QVERIFY(schedules.add(wanted).error().message.contains(u"Mars/Olympus"_s));
    QVERIFY(schedules.show(u"9"_s).error().message.contains(u'9'));
    QVERIFY(schedules.integrationNamed(u"nobody"_s).error().message.contains(u"nobody"_s));
    QVERIFY(schedules.list().value().isEmpty());
}

QTEST_GUILESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
