#include "core/services/activity.h"
#include "support/openworkspace.h"
#include "support/reviewworld.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/activityview.h"
#include "ui/backend/backend.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

Result<void> addRun(core::Session &session, const QString &id, core::Millis at, int operations)
{
    return session.stores().db.transaction("run", [&]() -> Result<void> {
        core::RunRow run;
        run.id = id;
        run.kind = u"sync"_s;
        run.status = u"done"_s;
        run.startedAt = at;
        run.finishedAt = at + 1000;
        if (auto done = session.stores().runs.insert(run); !done)
            return done;
        for (int i = 1; i <= operations; ++i) {
            core::OperationRow row;
            row.run = id;
            row.seq = i;
            row.integration = u"one"_s;
            row.entity = u"contact"_s;
            row.kind = u"update"_s;
            row.remoteId = u"%1-%2"_s.arg(id).arg(i);
            row.outcome = i % 1000 == 0 ? u"failed"_s : u"done"_s;
            row.detail = i % 1000 == 0 ? u"Last name is empty."_s : QString();
            if (auto done = session.stores().runs.addOperation(row); !done)
                return done;
        }
        return {};
    });
}

} // namespace

/// The table of operations.
class TestActivityView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void manyRowsAreReadInFewQuestions();
    void newLinesDoNotMoveWhatIsRead();
    void anOperationShowsWhatWasSent();
    void runsAreListedAndOpenTheirReport();
};

void TestActivityView::initTestCase()
{
    Theme::instance().install();
}

void TestActivityView::manyRowsAreReadInFewQuestions()
{
    constexpr int many = 20'000;
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addRun(file.session(), u"r1"_s, 1000, many));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    ActivityView view(backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"operations"_s);
    auto &model = static_cast<ActivityModel &>(*table->model());
    QTRY_COMPARE(model.rowCount(), many);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.index(0, ActivityModel::Record).data().toString(), u"r1-20000"_s);
    table->scrollToBottom();
    QTRY_COMPARE(model.index(many - 1, ActivityModel::Record).data().toString(), u"r1-1"_s);
    QVERIFY2(model.questions() <= 6, qPrintable(QString::number(model.questions())));
    for (QPushButton *button : view.findChildren<QPushButton *>()) {
        if (button->text() == "Failed"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(model.rowCount(), many / 1000);
    QTRY_COMPARE(model.index(0, ActivityModel::What).data().toString(), u"Last name is empty."_s);
}

void TestActivityView::newLinesDoNotMoveWhatIsRead()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addRun(file.session(), u"r1"_s, 1000, 500));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    ActivityView view(backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"operations"_s);
    QTRY_COMPARE(table->model()->rowCount(), 500);
    table->verticalScrollBar()->setValue(100);
    QVERIFY(addRun(file.session(), u"r2"_s, 2000, 12));
    view.refresh();
    auto *strip = view.findChild<QPushButton *>(u"newStrip"_s);
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(strip->text(), u"12 new"_s);
    QCOMPARE(table->model()->rowCount(), 500);
    QTest::mouseClick(strip, Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 512);
    QTRY_COMPARE(table->model()->index(0, ActivityModel::Record).data().toString(), u"r2-12"_s);
    QVERIFY(!strip->isVisible());
    QVERIFY(addRun(file.session(), u"r3"_s, 3000, 1));
    view.refresh(); // at the top, new lines come by themselves
    QTRY_COMPARE(table->model()->rowCount(), 513);
}

void TestActivityView::anOperationShowsWhatWasSent()
{
    const ReviewWorld world;
    world.suite.edit(u"Contacts"_s, world.suiteId(0), {{u"title"_s, u"Chief"_s}});
    const QString run = world.workspace.sync().value("run"_L1).toString();
    support::OpenWorkspace file;
    Backend backend(world.workspace.file(), false, file.outside());
    ActivityView view(backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.goTo({u"activity"_s, run, {}});
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"operations"_s);
    auto *transcript = view.findChild<QPlainTextEdit *>(u"transcript"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    int row = 0;
    QTRY_VERIFY(table->model()->index(0, ActivityModel::Kind).data().isValid());
    while (row < table->model()->rowCount()
           && (table->model()->index(row, ActivityModel::SystemColumn).data().toString() != "marketing"_L1
               || table->model()->index(row, ActivityModel::Kind).data().toString() != "Contact, update"_L1))
        ++row;
    QVERIFY(row < table->model()->rowCount());
    table->setCurrentIndex(table->model()->index(row, 0));
    QTRY_VERIFY2(transcript->toPlainText().contains(u"position: Chief"_s), qPrintable(transcript->toPlainText()));
}

void TestActivityView::runsAreListedAndOpenTheirReport()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    QVERIFY(addRun(file.session(), u"r1"_s, 1000, 3));
    QVERIFY(addRun(file.session(), u"r2"_s, 2000, 3));
    Backend backend(folder.filePath(u"w"_s), false, file.outside());
    ActivityView view(backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.goTo({u"activity"_s, {}, u"runs"_s});
    view.refresh();
    auto *table = view.findChild<QTableView *>(u"runs"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(table->isVisible());
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy open(&view, &View::open);
    table->setCurrentIndex(table->model()->index(1, 0));
    view.refresh(); // what is chosen stays chosen
    QTRY_COMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<Place>(), (Place{u"report"_s, u"r1"_s, {}}));
}

QTEST_MAIN(TestActivityView)
#include "tst_activityview.moc"
