#include "core/services/dashboard.h"
#include "support/livewindow.h"
#include "ui/components/panels.h"
#include "ui/dashboard/dashboardview.h"
#include "ui/dashboard/healthtile.h"
#include "ui/dashboard/ledgercard.h"
#include "ui/dashboard/reportview.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

template<typename Child>
Child *find(const QWidget &page, const QString &name)
{
    auto *child = page.findChild<Child *>(name);
    if (!child)
        QTest::qFail(qPrintable(u"there is no "_s + name), __FILE__, __LINE__);
    return child;
}

QString text(const QWidget &page, const QString &name)
{
    const auto *label = find<QLabel>(page, name);
    return label ? label->text() : QString();
}

} // namespace

/// The dashboard says what is so, and what a person does there happens.
class TestDashboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void beforeTheFirstRunItAsksForAPreview();
    void syncNowWritesAndTheNumbersFollow();
    void aRunShowsItselfAndCanBePausedAndCancelled();
    void numbersAgreeWithTheServicesAndTheCommandLine();
    void theReportSumsUp();
    void withoutASystemItAsksForOne();
    void everyWidgetHasAName();
    void itFitsBothSizesInBothSchemes();
};

void TestDashboard::beforeTheFirstRunItAsksForAPreview()
{
    LiveOffice office(2);
    DashboardView view(*office.backend, nullptr);
    QSignalSpy open(&view, &View::open);
    view.resize(1072, 772);
    view.show();
    view.refresh();
    auto *bar = find<MessageBar>(view, u"dashboardMessage"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(u"first run"_s));
    bar->findChild<QPushButton *>()->click();
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<Place>().view, u"preview"_s);
}

void TestDashboard::syncNowWritesAndTheNumbersFollow()
{
    LiveOffice office(3);
    DashboardView view(*office.backend, nullptr);
    connect(office.backend.get(), &Backend::changed, &view, &DashboardView::refresh);
    view.show();
    view.refresh();
    auto *sync = find<QPushButton>(view, u"syncNow"_s);
    QTRY_VERIFY(sync->isVisible() && sync->isEnabled());
    QSignalSpy ended(&office.backend->runs(), &Runs::finished);
    QTest::mouseClick(sync, Qt::LeftButton);
    QVERIFY(!sync->isEnabled());
    QVERIFY(ended.wait(60'000));
    QCOMPARE(office.names(), QStringList({u"p000"_s, u"p001"_s, u"p002"_s}));
    QTRY_COMPARE(view.snapshot().totals.inSync, 3);
    QTRY_COMPARE(text(view, u"inSyncCount"_s), u"3"_s);
    QVERIFY(text(view, u"ledgerTitle"_s).startsWith(u"3 records"_s));
    QVERIFY(text(view, u"lastRunText"_s).contains(u"3 written in 1 system"_s));
    QVERIFY(find<QPushButton>(view, u"undoRun"_s)->isVisible());
}

void TestDashboard::aRunShowsItselfAndCanBePausedAndCancelled()
{
    LiveOffice office(300);
    office.suite.configure({{u"latency"_s, 5}});
    DashboardView view(*office.backend, nullptr);
    view.show();
    view.refresh();
    auto *card = find<QWidget>(view, u"liveRun"_s);
    QVERIFY(!card->isVisible());
    Runs &runs = office.backend->runs();
    int updates = 0;
    connect(&runs, &Runs::progressed, this, [&updates] { ++updates; });
    QSignalSpy ended(&runs, &Runs::finished);
    QVERIFY(runs.start({}));
    QVERIFY(card->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(runs.progress().written > 0, 60'000);
    QTRY_VERIFY(text(view, u"runDone"_s).contains(u"of 300"_s));
    auto *pause = find<QPushButton>(view, u"pauseRun"_s);
    pause->click();
    QTRY_VERIFY_WITH_TIMEOUT(runs.progress().paused, 60'000);
    QCOMPARE(pause->text(), u"Go on"_s);
    keepPicture(view, u"dashboard-paused"_s);
    QVERIFY(runs.isRunning());
    find<QPushButton>(view, u"cancelRun"_s)->click();
    QVERIFY(ended.count() > 0 || ended.wait(60'000));
    const auto end = ended.first().first().value<core::RunEnd>();
    QVERIFY(end.cancelled);
    QVERIFY(end.written > 0 && end.written < 300);
    QCOMPARE(int(office.suite.records(u"Contacts"_s).size()), end.written);
    QVERIFY(!card->isVisible());
    office.suite.configure({{u"latency"_s, 0}});
    office.run({});
    QCOMPARE(int(office.suite.records(u"Contacts"_s).size()), 300); // what was left comes with the next run
}

void TestDashboard::numbersAgreeWithTheServicesAndTheCommandLine()
{
    LiveOffice office(4);
    office.run({});
    office.run({});
    for (const QString &name : {u"eve"_s, u"eva"_s})
        office.mautic.create(u"contacts"_s, {{u"email"_s, u"eve@example.org"_s}, {u"lastname"_s, name}});
    office.run({});
    DashboardView view(*office.backend, nullptr);
    view.show();
    view.refresh();
    QTRY_COMPARE(view.snapshot().runs.size(), 3);
    const core::DashboardSnapshot &snapshot = view.snapshot();
    QCOMPARE(text(view, u"inSyncCount"_s), QString::number(snapshot.totals.inSync));
    QCOMPARE(text(view, u"leftOutCount"_s), QString::number(snapshot.totals.leftOut));
    QCOMPARE(text(view, u"failingCount"_s), QString::number(snapshot.totals.failing));
    QCOMPARE(snapshot.totals.all(), 6);
    QCOMPARE(snapshot.waiting.duplicates, 2);
    QCOMPARE(find<QPushButton>(view, u"decide"_s)->text(), u"Decide 2"_s);
    QCOMPARE(office.workspace.must({u"duplicates"_s, u"list"_s}).array().size(), 2);
    int rows = 0;
    const auto shares = view.findChildren<ShareRow *>();
    for (const ShareRow *row : shares)
        rows += row->count();
    QCOMPARE(rows, snapshot.totals.inSync + snapshot.totals.leftOut + snapshot.totals.failing);
}

void TestDashboard::theReportSumsUp()
{
    LiveOffice office(2);
    const core::RunEnd end = office.run({});
    ReportView report(*office.backend, nullptr);
    report.resize(1072, 772);
    report.show();
    report.goTo({u"report"_s, end.run, {}});
    report.refresh();
    const QAbstractItemModel *lines = find<QTableView>(report, u"reportLines"_s)->model();
    QTRY_VERIFY(lines->rowCount() > 0);
    for (int row = 0; row < lines->rowCount(); ++row) {
        int sum = 0;
        for (int column = ReportLines::Written; column <= ReportLines::Failed; ++column)
            sum += lines->index(row, column).data().toInt();
        QCOMPARE(lines->index(row, ReportLines::Seen).data().toInt(), sum);
    }
    ReportLines model;
    ReportErrors errors;
    const QAbstractItemModelTester first(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester second(&errors, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set({{}, {}});
    errors.set({{}, {}, {}});
    keepPicture(report, u"report"_s);
}

void TestDashboard::withoutASystemItAsksForOne()
{
    const Workspace workspace;
    LiveSession live(workspace.file());
    Backend backend(workspace.file(), false, live.outside());
    DashboardView view(backend, nullptr);
    QSignalSpy open(&view, &View::open);
    view.show();
    view.refresh();
    auto *empty = find<EmptyState>(view, u"dashboardEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(!find<QPushButton>(view, u"syncNow"_s)->isVisible());
    empty->button()->click();
    QCOMPARE(open.first().first().value<Place>().view, u"integrations"_s);
}

void TestDashboard::everyWidgetHasAName()
{
    LiveOffice office(2);
    office.run({});
    DashboardView view(*office.backend, nullptr);
    view.show();
    view.refresh();
    QTRY_COMPARE(view.snapshot().runs.size(), 1);
    const auto widgets = view.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(
                !widget->accessibleName().isEmpty(),
                qPrintable(QString(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName())));
    }
}

void TestDashboard::itFitsBothSizesInBothSchemes()
{
    LiveOffice office(12);
    office.run({});
    office.run({});
    office.setTitles(u"Chief"_s);
    office.run({});
    for (const auto &[scheme, name] :
         {std::pair(SchemeChoice::Light, u"light"_s), std::pair(SchemeChoice::Dark, u"dark"_s)}) {
        Theme::instance().choose(scheme);
        DashboardView view(*office.backend, nullptr);
        for (const QSize size : {QSize(1072, 772), QSize(968, 672)}) {
            view.resize(size);
            view.show();
            view.refresh();
            QTRY_COMPARE(view.snapshot().runs.size(), 3);
            QTest::qWait(0);
            QVERIFY(view.minimumSizeHint().width() <= size.width());
            keepPicture(view, u"dashboard-%1-%2"_s.arg(name, QString::number(size.width())));
        }
    }
    Theme::instance().choose(SchemeChoice::Light);
}

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
