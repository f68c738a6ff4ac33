#include "support/livewindow.h"
#include "ui/components/panels.h"
#include "ui/preview/previewmodel.h"
#include "ui/preview/previewview.h"
#include "ui/theme/palette.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

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

/// The preview page with a plan that was just computed.
struct Page
{
    LiveOffice &office;
    PreviewView view;
    QTableView *table = find<QTableView>(view, u"previewTable"_s);
    QPushButton *write = find<QPushButton>(view, u"writeAll"_s);

    explicit Page(LiveOffice &where) : office(where), view(*where.backend, nullptr)
    {
        view.resize(1072, 772);
        view.show();
        view.goTo({u"preview"_s, {}, {}});
        if (!QTest::qWaitFor([this] { return table->model()->rowCount() > 0 && write->isEnabled(); }, 60'000))
            QTest::qFail("no plan is shown", __FILE__, __LINE__);
    }
    QString record(int row) const { return table->model()->index(row, PreviewModel::Record).data().toString(); }
    int rowOf(const QString &name)
    {
        int found = -1;
        if (!QTest::qWaitFor(
                [&] {
                    for (int row = 0; row < table->model()->rowCount(); ++row) {
                        if (record(row) == name)
                            found = row;
                    }
                    return found >= 0;
                },
                20'000))
            QTest::qFail(qPrintable(u"no row of "_s + name), __FILE__, __LINE__);
        return found;
    }
    QString foot() const
    {
        QStringList texts;
        for (const QLabel *label : find<QWidget>(view, u"previewFoot"_s)->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u' ');
    }
    /// Presses the button and waits for the run that it starts.
    core::RunEnd press(QPushButton *button)
    {
        QSignalSpy ended(&office.backend->runs(), &Runs::finished);
        button->click();
        if (!ended.wait(120'000)) {
            QTest::qFail("the run did not end", __FILE__, __LINE__);
            return {};
        }
        return ended.first().first().value<core::RunEnd>();
    }
};

} // namespace

/// What a person takes out is not sent, what they leave in is, and what was sent can be taken back.
class TestPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void spaceTakesARowOutAndItIsNotSent();
    void theFootAndTheTreeCountAlong();
    void writeTenFirstComesBackWithTheRest();
    void searchFindsValues();
    void nothingToWriteSaysSo();
    void aRunIsTakenBackOnTheSamePage();
    void whatChangedSinceIsMarked();
    void itFitsBothSizesInBothSchemes();
};

void TestPreview::spaceTakesARowOutAndItIsNotSent()
{
    LiveOffice office(4);
    Page page(office);
    QCOMPARE(office.suite.writes().size(), 0);
    QCOMPARE(page.table->model()->rowCount(), 4);
    page.table->selectRow(page.rowOf(u"p002"_s));
    page.table->setFocus();
    QTest::keyClick(page.table, Qt::Key_Space);
    QCOMPARE(page.view.choice().chosen(), 3);
    QCOMPARE(page.write->text(), u"Write 3 records to 1 system"_s);
    QSignalSpy open(&page.view, &View::open);
    QSignalSpy ended(&office.backend->runs(), &Runs::finished);
    QTest::keyClick(page.table, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(ended.wait(60'000));
    QCOMPARE(office.names(), QStringList({u"p000"_s, u"p001"_s, u"p003"_s}));
    for (const QJsonValue &request : office.suite.writes())
        QVERIFY(!request["body"_L1].toString().contains(u"p002"_s));
    QTRY_COMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<Place>().view, u"report"_s);
    office.run({});
    QCOMPARE(office.names().size(), 4);
}

void TestPreview::theFootAndTheTreeCountAlong()
{
    LiveOffice office(5);
    Page page(office);
    auto *tree = find<QTreeView>(page.view, u"previewTree"_s);
    const QModelIndex all = tree->model()->index(0, 0);
    QCOMPARE(all.siblingAtColumn(1).data().toString(), u"5"_s);
    QVERIFY(page.foot().contains(u"5 of 5 writes"_s));
    tree->model()->setData(all, Qt::Unchecked, Qt::CheckStateRole);
    QVERIFY(page.foot().contains(u"0 of 5 writes"_s));
    QVERIFY(!page.write->isEnabled());
    tree->model()->setData(all, Qt::Checked, Qt::CheckStateRole);
    page.table->model()->setData(page.table->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
    QVERIFY(page.foot().contains(u"4 of 5 writes"_s));
    QCOMPARE(all.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::PartiallyChecked);
    page.view.refresh(); // one may look elsewhere and come back with the choices kept
    QTRY_VERIFY(page.write->isEnabled());
    QVERIFY(page.foot().contains(u"4 of 5 writes"_s));
}

void TestPreview::writeTenFirstComesBackWithTheRest()
{
    LiveOffice office(14);
    Page page(office);
    auto *first = find<QPushButton>(page.view, u"writeFirst"_s);
    QVERIFY(first->isVisible());
    QCOMPARE(first->text(), u"Write 10 first"_s);
    const core::RunEnd end = page.press(first);
    QCOMPARE(end.written, 10);
    QCOMPARE(office.names().size(), 10);
    QTRY_COMPARE(page.table->model()->rowCount(), 4);
    auto *bar = find<MessageBar>(page.view, u"previewMessage"_s);
    QTRY_VERIFY(bar->isVisible() && bar->text().contains(u"10 records were written"_s));
    QTRY_VERIFY(page.write->isEnabled());
    QCOMPARE(page.press(page.write).written, 4);
    QCOMPARE(office.names().size(), 14);
}

void TestPreview::searchFindsValues()
{
    LiveOffice office(12);
    Page page(office);
    auto *search = find<QLineEdit>(page.view, u"previewSearch"_s);
    search->setText(u"p007@example"_s);
    QTRY_COMPARE(page.table->model()->rowCount(), 1);
    QTRY_COMPARE(page.record(0), u"p007"_s);
    search->clear();
    QTRY_COMPARE(page.table->model()->rowCount(), 12);
}

void TestPreview::nothingToWriteSaysSo()
{
    LiveOffice office(2);
    office.run({});
    office.run({});
    PreviewView view(*office.backend, nullptr);
    view.show();
    view.goTo({u"preview"_s, {}, {}});
    auto *nothing = find<EmptyState>(view, u"previewNothing"_s);
    QTRY_VERIFY_WITH_TIMEOUT(nothing->isVisible(), 60'000);
    QCOMPARE(nothing->accessibleName(), u"Nothing to write"_s);
    QVERIFY(!find<QPushButton>(view, u"writeAll"_s)->isVisible());
}

void TestPreview::aRunIsTakenBackOnTheSamePage()
{
    LiveOffice office(3);
    office.run({});
    office.run({});
    office.setTitles(u"Chief"_s);
    const core::RunEnd written = office.run({});
    QCOMPARE(written.written, 3);
    const QJsonObject touched = office.suite.records(u"Contacts"_s).at(0).toObject();
    office.suite.edit(u"Contacts"_s, touched.value("id"_L1).toString(), {{u"title"_s, u"Boss"_s}});
    UndoView view(*office.backend, nullptr);
    view.resize(1072, 772);
    view.show();
    view.goTo({u"undo"_s, written.run, {}});
    auto *write = find<QPushButton>(view, u"writeAll"_s);
    QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled() && write->isVisible(), 60'000);
    QCOMPARE(write->text(), u"Take back 2 writes in 1 system"_s);
    auto *table = find<QTableView>(view, u"previewTable"_s);
    QStringList outcomes;
    QTRY_VERIFY(table->model()->index(2, PreviewModel::What).data().isValid());
    for (int row = 0; row < 3; ++row)
        outcomes << table->model()->index(row, PreviewModel::What).data().toString();
    outcomes.sort();
    QCOMPARE(outcomes, QStringList({u"Kept"_s, u"Reversed"_s, u"Reversed"_s}));
    keepPicture(view, u"undo"_s);
    QSignalSpy ended(&office.backend->runs(), &Runs::finished);
    write->click();
    QVERIFY(ended.wait(60'000));
    QStringList titles;
    for (const QJsonValue &contact : office.suite.records(u"Contacts"_s))
        titles << contact["title"_L1].toString();
    titles.sort();
    QCOMPARE(titles, QStringList({u"Boss"_s, u"Clerk"_s, u"Clerk"_s}));
}

void TestPreview::whatChangedSinceIsMarked()
{
    LiveOffice office(2);
    office.run({});
    office.run({});
    office.setTitles(u"Chief"_s);
    Page page(office);
    const QString record =
        office.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().at(0)["id"_L1].toString();
    office.workspace.must({u"records"_s, u"set"_s, record, u"last_name=New"_s});
    page.view.refresh();
    auto *bar = find<MessageBar>(page.view, u"previewMessage"_s);
    QTRY_VERIFY(bar->isVisible() && bar->text().contains(u"1 record"_s));
    QSignalSpy ended(&office.backend->runs(), &Runs::finished);
    find<QPushButton>(page.view, u"recompute"_s)->click();
    QVERIFY(ended.wait(60'000));
    QTRY_VERIFY(!bar->isVisible());
}

void TestPreview::itFitsBothSizesInBothSchemes()
{
    LiveOffice office(12);
    office.run({});
    office.run({});
    office.setTitles(u"Head of Marketing"_s);
    office.add(u"new"_s);
    for (const auto &[scheme, name] :
         {std::pair(SchemeChoice::Light, u"light"_s), std::pair(SchemeChoice::Dark, u"dark"_s)}) {
        Theme::instance().choose(scheme);
        Page page(office);
        page.table->selectRow(page.rowOf(u"p003"_s));
        page.table->model()->setData(page.table->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_VERIFY(
            !page.view.findChild<QTableView *>(u"previewFields"_s)->model()->index(0, 0).data().toString().isEmpty());
        for (const QSize size : {QSize(1072, 772), QSize(968, 672)}) {
            page.view.resize(size);
            QVERIFY(page.view.minimumSizeHint().width() <= size.width());
            keepPicture(page.view, u"preview-%1-%2"_s.arg(name, QString::number(size.width())));
        }
    }
    Theme::instance().choose(SchemeChoice::Light);
}

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
