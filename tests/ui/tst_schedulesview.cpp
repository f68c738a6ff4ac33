#include "core/automation/schedules.h"
#include "support/outside.h"
#include "ui/backend/automation.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/schedules/nexthours.h"
#include "ui/schedules/schedulesview.h"
#include "ui/schedules/schedulewords.h"
#include "ui/shell/tray.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

/// The view Schedules over a real workspace, by mouse and keys.
class TestSchedulesView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyListOffersTheFirst();
    void aSwitchIsUndone();
    void settingsAreSavedAndTakenBack();
    void aWrongRuleIsNamedAndNotSaved();
    void whatIsRemovedComesBack();
    void everythingIsPaused();
    void theNextHoursAreSpoken();
    void wordsSayWhen_data();
    void wordsSayWhen();
    void theWindowRunsWhatIsDue();
    void whatAnotherProgramTookIsLookedAtSoon();
    void theTrayShowsTheWorst();

private:
    template<class W>
    W *child(const char *name) const
    {
        return m_view->findChild<W *>(QLatin1StringView(name));
    }
    template<class T>
    T asked(const std::function<Result<T>(core::Session &)> &question)
    {
        std::optional<Result<T>> found;
        m_backend->ask<T>(m_backend.get(), question, [&](const Result<T> &answer) { found = answer; });
        if (!QTest::qWaitFor([&] { return found.has_value(); }, 20'000) || !*found)
            QTest::qFail("No answer", __FILE__, __LINE__);
        return found && *found ? **found : T();
    }
    QList<core::ScheduleInfo> stored()
    {
        return asked<QList<core::ScheduleInfo>>([](core::Session &session) { return core::Schedules(session).list(); });
    }
    QString add(const QString &when)
    {
        const QString id = asked<QString>([when](core::Session &session) {
            core::Schedule schedule;
            schedule.timing = core::timingFromText(when).value();
            schedule.zone = "UTC";
            return core::Schedules(session).add(schedule);
        });
        m_view->refresh();
        settle();
        return id;
    }
    /// Answers to all that was asked so far are shown.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            asked<int>([](core::Session &) -> Result<int> { return 0; });
            QCoreApplication::processEvents();
        }
    }
    void undo()
    {
        QTest::mouseClick(child<MessageBar>("schedulesMessage")->findChild<QPushButton *>(), Qt::LeftButton);
        settle();
    }

    std::unique_ptr<support::Outside> m_outside;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<SchedulesView> m_view;
};

void TestSchedulesView::init()
{
    m_outside = std::make_unique<support::Outside>();
    m_backend = std::make_unique<Backend>(m_outside->file(), true, (*m_outside)());
    m_view = std::make_unique<SchedulesView>(*m_backend, nullptr);
    m_view->resize(1000, 700);
    m_view->show();
    m_view->refresh();
    settle();
}

void TestSchedulesView::cleanup()
{
    m_view.reset();
    m_backend.reset();
}

void TestSchedulesView::anEmptyListOffersTheFirst()
{
    auto *empty = m_view->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    settle();
    QVERIFY(!empty->isVisible());
    QCOMPARE(stored().size(), 1);
    QVERIFY(!stored()[0].schedule.enabled); // nothing runs while its settings are made
    undo();
    QVERIFY(stored().isEmpty());
    QVERIFY(empty->isVisible());
}

void TestSchedulesView::aSwitchIsUndone()
{
    add(u"every 15 minutes"_s);
    auto *table = child<QTableView>("schedules");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    settle();
    QVERIFY(!stored()[0].schedule.enabled);
    undo();
    QVERIFY(stored()[0].schedule.enabled);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    settle();
    QVERIFY(!stored()[0].schedule.enabled);
}

void TestSchedulesView::settingsAreSavedAndTakenBack()
{
    add(u"every 15 minutes"_s);
    child<QCheckBox>("scheduleQuiet")->click();
    settle();
    QCOMPARE(stored()[0].schedule.quiet.value_or(core::QuietHours{}).from, 22 * 60);
    auto *reads = child<QComboBox>("scheduleReads");
    reads->setFocus();
    QTest::keyClick(reads, Qt::Key_Down);
    settle();
    QVERIFY(stored()[0].schedule.full);
    undo();
    QVERIFY(!stored()[0].schedule.full);
    QVERIFY(stored()[0].schedule.quiet.has_value());
}

void TestSchedulesView::aWrongRuleIsNamedAndNotSaved()
{
    add(u"cron 30 3 * * sun"_s);
    auto *own = child<QLineEdit>("scheduleOwn");
    QVERIFY(own->isVisible());
    own->setFocus();
    own->setText(u"cron 99 3 * * sun"_s);
    QTest::keyClick(own, Qt::Key_Return);
    settle();
    QVERIFY(child<QLabel>("scheduleProblem")->isVisible());
    QVERIFY(child<QLabel>("scheduleProblem")->text().contains(u"99"_s));
    QCOMPARE(core::timingText(stored()[0].schedule.timing), u"cron 30 3 * * sun"_s);
    own->setText(u"daily at 04:00"_s);
    QTest::keyClick(own, Qt::Key_Return);
    settle();
    QCOMPARE(core::timingText(stored()[0].schedule.timing), u"daily at 04:00"_s);
}

void TestSchedulesView::whatIsRemovedComesBack()
{
    const QString id = add(u"every 15 minutes"_s);
    auto *table = child<QTableView>("schedules");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    settle();
    QVERIFY(stored().isEmpty());
    undo();
    QCOMPARE(stored().value(0).schedule.id, id);
}

void TestSchedulesView::everythingIsPaused()
{
    add(u"every 15 minutes"_s);
    auto *pause = child<QPushButton>("pauseEverything");
    const QString word = pause->text();
    pause->click();
    settle();
    QVERIFY(asked<core::AutomationPause>([](core::Session &s) { return core::Schedules(s).pause(); }).isPaused);
    QVERIFY(pause->text() != word);
    pause->click();
    settle();
    QVERIFY(!asked<core::AutomationPause>([](core::Session &s) { return core::Schedules(s).pause(); }).isPaused);
}

void TestSchedulesView::theNextHoursAreSpoken()
{
    add(u"every hour"_s);
    const QString spoken = child<NextHours>("nextHours")->summary();
    QVERIFY2(spoken.contains(u"12"_s), qPrintable(spoken));
    QVERIFY(!child<NextHours>("nextHours")->accessibleName().isEmpty());
}

void TestSchedulesView::wordsSayWhen_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("hourly at :05") << u"Every hour, at 5 past"_s;
    QTest::newRow("hourly") << u"Every hour, on the hour"_s;
    QTest::newRow("cron 30 3 * * sun") << u"Sunday at 03:30"_s;
    QTest::newRow("cron 0 12 * * 1") << u"Monday at 12:00"_s;
    QTest::newRow("cron */5 * * * *") << u"By rule: */5 * * * *"_s;
    QTest::newRow("every hour") << u"Every hour"_s;
}

void TestSchedulesView::wordsSayWhen()
{
    QFETCH(QString, words);
    QLocale::setDefault(QLocale(QLocale::German)); // a clock of 24 hours; words stay English here
    const QString said = whenWords(core::timingFromText(QString::fromLatin1(QTest::currentDataTag())).value());
    QLocale::setDefault(QLocale::c());
    QCOMPARE(said.section(u' ', 1), words.section(u' ', 1));
}

void TestSchedulesView::theWindowRunsWhatIsDue()
{
    const QString id = add(u"every 15 minutes"_s);
    asked<int>([id](core::Session &session) -> Result<int> {
        core::ScheduleStore store(session.stores().db);
        auto row = store.get(id).value();
        row->nextAt = 1000; // long ago: the computer was off
        return store.save(*row).map([] { return 1; });
    });
    Automation automation(*m_backend);
    QSignalSpy ended(&m_backend->runs(), &Runs::finished);
    QVERIFY(QTest::qWaitFor([&] { return ended.count() > 0; }, 20'000));
    QVERIFY(automation.holds());
    QVERIFY(QTest::qWaitFor([&] { return stored()[0].failures == 1; }, 20'000)); // there is no system to sync
    QVERIFY(*stored()[0].nextAt > 1000);
}

/// A webhook that `serve` took, while the window is the one that runs what is due.
void TestSchedulesView::whatAnotherProgramTookIsLookedAtSoon()
{
    Automation automation(*m_backend);
    QVERIFY(QTest::qWaitFor([&] { return automation.holds(); }, 20'000));
    QSignalSpy ended(&m_backend->runs(), &Runs::finished);
    asked<int>([](core::Session &session) -> Result<int> {
        core::IntegrationRow row;
        row.id = row.name = u"crm"_s;
        row.provider = u"mautic"_s;
        core::CursorRow cursor;
        cursor.changed = u"then"_s;
        return session.stores()
            .db
            .transaction(
                "test",
                [&] {
                    auto &stores = session.stores();
                    return stores.integrations.save(row)
                        .and_then([&] {
                            return stores.integrations.replaceMappings(row.id, {{u"contacts"_s, u"contact"_s, {}}});
                        })
                        .and_then([&] { return stores.records.saveCursor(row.id, u"contacts"_s, cursor); })
                        .and_then([&] {
                            return core::HintStore(stores.db).announce(
                                {0, core::Hints::recordKind(), row.id, u"contacts"_s, u"7"_s, {}},
                                session.clock().now().count(), {});
                        });
                })
            .map([] { return 1; });
    });
    constexpr int sooner = 4'000; // than the next look at the schedules
    QVERIFY(QTest::qWaitFor([&] { return ended.count() > 0; }, sooner));
    QCOMPARE(ended.at(0).at(0).value<core::RunEnd>().request.places.value(0).remoteId, u"7"_s);
}

void TestSchedulesView::theTrayShowsTheWorst()
{
    Tray tray;
    TrayState state;
    state.workspace = u"Fjord & Fell"_s;
    state.waiting = 71;
    tray.set(state);
    QCOMPARE(tray.word(), u"Waits for you"_s);
    state.isPaused = true;
    tray.set(state);
    QCOMPARE(tray.word(), u"Paused"_s);
    state.broken = 1;
    tray.set(state);
    QCOMPARE(tray.word(), u"Something is broken"_s);
    state.isRunning = true;
    tray.set(state);
    QCOMPARE(tray.word(), u"Running"_s);
    QSignalSpy pause(&tray, &Tray::pauseWanted);
    for (QAction *action : tray.menu().actions()) {
        if (action->text() == u"Go on"_s)
            action->trigger();
    }
    QCOMPARE(pause.value(0).value(0).toBool(), false);
    QCOMPARE(pause.count(), 1);
}

QTEST_MAIN(TestSchedulesView)
#include "tst_schedulesview.moc"
