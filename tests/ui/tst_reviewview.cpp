#include "support/openworkspace.h"
#include "support/reviewworld.h"
#include "ui/backend/backend.h"
#include "ui/review/casemodel.h"
#include "ui/review/comparison.h"
#include "ui/review/decidedmodel.h"
#include "ui/review/reviewview.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

/// The view on a workspace that real runs made. Reads again after each change, as the window does.
class Window
{
public:
    explicit Window(const ReviewWorld &world)
        : m_backend(world.workspace.file(), false, m_outside.outside())
        , m_view(m_backend, nullptr)
    {
        QObject::connect(&m_backend, &Backend::changed, &m_view, &ReviewView::refresh);
        m_view.resize(1072, 772);
        m_view.show();
        m_view.refresh();
    }
    ReviewView &view() { return m_view; }
    template<class Widget>
    Widget *find(const QString &name) const
    {
        for (Widget *widget : m_view.findChildren<Widget *>()) {
            if ((widget->accessibleName() == name || widget->objectName() == name) && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void go(const QString &page) { m_view.goTo({u"review"_s, {}, page}); }
    ComparisonTable *table() const { return find<ComparisonTable>(u"comparison"_s); }
    bool showsConflict() const { return table() && table()->comparison().conflictAt(0); }
    int cases(const QString &list) const
    {
        const auto *tree = find<QTreeView>(list);
        return tree ? static_cast<CaseModel *>(tree->model())->caseCount() : 0;
    }
    void key(Qt::Key key) { QTest::keyClick(find<QTreeView>(u"conflicts"_s), key); }
    QString tab(int index) const { return find<QTabBar>(u"reviewTabs"_s)->tabText(index); }

private:
    support::OpenWorkspace m_outside;
    Backend m_backend;
    ReviewView m_view;
};

int columnOf(const ComparisonModel &model, const QString &system)
{
    for (int column = 2; column < model.columnCount(); ++column) {
        if (model.systemOf(column) == system)
            return column;
    }
    return -1;
}

} // namespace

/// A person settles what waits, by keyboard only and by mouse, and the next run carries it out.
class TestReviewView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aConflictIsSettledByKeyboard_data();
    void aConflictIsSettledByKeyboard();
    void aConflictIsSettledByMouse();
    void anOwnValueIsTyped();
    void sidesAreKeptApart();
    void oneAnswerSettlesAllAndIsTakenBack();
    void enterGoesOnToTheNextCase();
    void casesAreFoundWithoutAccents();
    void aDuplicateIsLinkedByKeyboard();
    void aNewcomerIsLeftOut();
    void aDeleteIsKept();
    void aDeleteIsLetGoOn();
    void aDecisionIsTakenBackFromTheList();
    void modelsKeepTheirPromises();
};

void TestReviewView::initTestCase()
{
    Theme::instance().install();
}

void TestReviewView::aConflictIsSettledByKeyboard_data()
{
    QTest::addColumn<bool>("firstMeeting");
    QTest::addColumn<QString>("system");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("several sides, Mautic's") << false << u"marketing"_s << QStringList{u"Manager"_s, u"Manager"_s};
    QTest::newRow("several sides, SuiteCRM's") << false << u"crm"_s << QStringList{u"Chief"_s, u"Chief"_s};
    QTest::newRow("several sides, the hub's") << false << u"hub"_s << QStringList{u"Clerk"_s, u"Clerk"_s};
    QTest::newRow("first meeting, SuiteCRM's") << true << u"crm"_s << QStringList{u"Chief"_s, u"Chief"_s};
}

void TestReviewView::aConflictIsSettledByKeyboard()
{
    QFETCH(bool, firstMeeting);
    QFETCH(QString, system);
    QFETCH(QStringList, titles);
    const ReviewWorld world(firstMeeting ? 0 : 1);
    if (firstMeeting) {
        world.mautic.create(
            u"contacts"_s,
            {{u"email"_s, ReviewWorld::email(0)}, {u"lastname"_s, u"Ada"_s}, {u"position"_s, u"Manager"_s}});
        world.suite.create(
            u"Contacts"_s,
            {{u"email1"_s, ReviewWorld::email(0)}, {u"last_name"_s, u"Ada"_s}, {u"title"_s, u"Chief"_s}});
    } else {
        world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    }
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    const int column = columnOf(window.table()->comparison(), system);
    QVERIFY(column >= 2);
    window.key(Qt::Key(Qt::Key_1 + column - 2));
    window.key(Qt::Key_Return);
    QTRY_VERIFY(!window.showsConflict());
    world.workspace.sync();
    QCOMPARE(world.titles(0), titles);
    QCOMPARE(shown(world.list(u"conflicts"_s)), u"[]"_s);
}

void TestReviewView::aConflictIsSettledByMouse()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    auto *decide = window.find<QPushButton>(u"Decide"_s);
    QVERIFY(decide && !decide->isEnabled()); // nothing is chosen by itself
    ComparisonTable *table = window.table();
    const QModelIndex cell = table->model()->index(0, columnOf(table->comparison(), u"crm"_s));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
    QTRY_VERIFY(decide->isEnabled());
    QTest::mouseClick(decide, Qt::LeftButton);
    QTRY_VERIFY(!window.showsConflict());
    world.workspace.sync();
    QCOMPARE(world.titles(0), QStringList({u"Chief"_s, u"Chief"_s}));
}

void TestReviewView::anOwnValueIsTyped()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    window.key(Qt::Key_E);
    auto *own = window.find<QLineEdit>(u"Own value"_s);
    QTest::keyClicks(own, u"Boss"_s);
    QTest::keyClick(own, Qt::Key_Return);
    QTRY_VERIFY(!window.showsConflict());
    world.workspace.sync();
    QCOMPARE(world.titles(0), QStringList({u"Boss"_s, u"Boss"_s}));
}

void TestReviewView::sidesAreKeptApart()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    QTest::mouseClick(window.find<QPushButton>(u"Keep apart"_s), Qt::LeftButton);
    QTRY_VERIFY(!window.showsConflict());
    world.workspace.sync();
    QCOMPARE(world.titles(0), QStringList({u"Manager"_s, u"Chief"_s}));
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

void TestReviewView::oneAnswerSettlesAllAndIsTakenBack()
{
    const ReviewWorld world(3);
    for (int i = 0; i < 3; ++i)
        world.changeTitles(i, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    QTRY_COMPARE(window.cases(u"conflicts"_s), 3);
    window.key(Qt::Key(Qt::Key_1 + columnOf(window.table()->comparison(), u"crm"_s) - 2));
    window.key(Qt::Key_A);
    QTRY_VERIFY(window.find<QPushButton>(u"Decide all like this"_s));
    auto *decide = window.find<QPushButton>(u"Decide all like this"_s);
    QTRY_COMPARE(decide->text(), u"Decide 3"_s);
    QCOMPARE(window.find<QLabel>(u"alikeSums"_s)->text(), u"3 take crm, 0 stay for you"_s);
    window.key(Qt::Key_Return);
    QTRY_VERIFY(!window.showsConflict());
    window.view().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.view()));
    QTRY_VERIFY(window.find<QPushButton>(u"Undo last"_s)->isEnabled());
    QTest::keyClick(&window.view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window.cases(u"conflicts"_s), 3);
    QTRY_VERIFY(window.tab(0).endsWith(u'3'));
    world.workspace.sync();
    QCOMPARE(world.titles(0), QStringList({u"Manager"_s, u"Chief"_s}));
}

void TestReviewView::enterGoesOnToTheNextCase()
{
    const ReviewWorld world(2);
    for (int i = 0; i < 2; ++i)
        world.changeTitles(i, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    const QString first = window.find<QLabel>(u"caseTitle"_s)->text();
    window.key(Qt::Key_S);
    QTRY_VERIFY(window.find<QLabel>(u"caseTitle"_s)->text() != first);
    window.key(Qt::Key_1);
    window.key(Qt::Key_Return);
    QTRY_COMPARE(window.cases(u"conflicts"_s), 1);
    QTRY_COMPARE(window.find<QLabel>(u"caseTitle"_s)->text(), first);
    QTRY_VERIFY(window.showsConflict());
    QVERIFY(!window.table()->comparison().choice(0).isMade());
}

void TestReviewView::casesAreFoundWithoutAccents()
{
    const ReviewWorld world(2);
    for (int i = 0; i < 2; ++i)
        world.changeTitles(i, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_COMPARE(window.cases(u"conflicts"_s), 2);
    QTest::keyClicks(window.find<QLineEdit>(u"Find a person or field"_s), u"angstrom 1"_s);
    QTRY_COMPARE(window.cases(u"conflicts"_s), 1);
    QTRY_COMPARE(window.find<QLabel>(u"caseTitle"_s)->text(), u"Zoë Ängström 1"_s);
}

void TestReviewView::aDuplicateIsLinkedByKeyboard()
{
    const ReviewWorld world;
    world.bringDuplicate();
    Window window(world);
    window.go(u"duplicates"_s);
    QTRY_COMPARE(window.cases(u"duplicates"_s), 1);
    QTRY_VERIFY(window.find<QRadioButton>(u"The same as Bob"_s));
    auto *decide = window.find<QPushButton>(u"Decide"_s);
    QVERIFY(decide && !decide->isEnabled()); // two fit: nothing is chosen by itself
    auto *tree = window.find<QTreeView>(u"duplicates"_s);
    QTest::keyClick(tree, Qt::Key_1);
    QVERIFY(window.find<QLabel>(u"outcome"_s)->text().contains(u"is linked with"_s));
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE(window.cases(u"duplicates"_s), 0);
    QCOMPARE(shown(world.list(u"duplicates"_s)), u"[]"_s);
    world.workspace.sync();
    QCOMPARE(world.mautic.records(u"contacts"_s).size(), 2);
}

void TestReviewView::aNewcomerIsLeftOut()
{
    const ReviewWorld world;
    world.bringDuplicate();
    Window window(world);
    window.go(u"duplicates"_s);
    QTRY_VERIFY(window.find<QRadioButton>(u"The same as Bob"_s));
    QTest::keyClick(window.find<QTreeView>(u"duplicates"_s), Qt::Key_N);
    QTest::mouseClick(window.find<QPushButton>(u"Decide"_s), Qt::LeftButton);
    QTRY_COMPARE(window.cases(u"duplicates"_s), 0);
    world.workspace.sync();
    QCOMPARE(shown(world.list(u"duplicates"_s)), u"[]"_s);
}

void TestReviewView::aDeleteIsKept()
{
    const ReviewWorld world;
    world.loseInMautic(0);
    Window window(world);
    window.go(u"deletes"_s);
    QTRY_VERIFY(window.find<QTreeView>(u"deletes"_s));
    auto *tree = window.find<QTreeView>(u"deletes"_s);
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    QTest::keyClick(tree, Qt::Key_Space);
    auto *keep = window.find<QPushButton>(u"Keep the chosen"_s);
    QTRY_VERIFY(keep->isEnabled());
    QCOMPARE(keep->text(), u"Keep 1"_s);
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_VERIFY(!window.find<QTreeView>(u"deletes"_s));
    world.workspace.sync();
    QCOMPARE(world.suite.records(u"Contacts"_s).size(), 1);
    QCOMPARE(shown(world.list(u"deletes"_s)), u"[]"_s);
}

void TestReviewView::aDeleteIsLetGoOn()
{
    const ReviewWorld world;
    world.loseInMautic(0);
    Window window(world);
    window.go(u"deletes"_s);
    QTRY_VERIFY(window.find<QTreeView>(u"deletes"_s));
    auto *tree = window.find<QTreeView>(u"deletes"_s);
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    QTest::keyClick(tree, Qt::Key_Space);
    auto *release = window.find<QPushButton>(u"Let the chosen deletes go on"_s);
    QTRY_VERIFY(release->isEnabled());
    QCOMPARE(release->text(), u"Delete 1 in crm"_s);
    QTest::mouseClick(release, Qt::LeftButton);
    QTRY_VERIFY(!release->isEnabled());
    QTRY_COMPARE(tree->model()->index(0, 4, tree->model()->index(0, 0)).data().toString(), u"Released, next run"_s);
    world.workspace.sync();
    QCOMPARE(world.suite.records(u"Contacts"_s).size(), 0);
}

void TestReviewView::aDecisionIsTakenBackFromTheList()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    Window window(world);
    QTRY_VERIFY(window.showsConflict());
    window.key(Qt::Key_1);
    window.key(Qt::Key_Return);
    QTRY_VERIFY(!window.showsConflict());
    window.go(u"decided"_s);
    QTRY_VERIFY(window.find<QPushButton>(u"Take back"_s));
    auto *back = window.find<QPushButton>(u"Take back"_s);
    QTRY_VERIFY(back->isEnabled());
    QTest::mouseClick(back, Qt::LeftButton);
    QTRY_VERIFY(!back->isEnabled());
    QCOMPARE(world.list(u"conflicts"_s).size(), 1);
    window.go(u"conflicts"_s);
    QTRY_VERIFY(window.showsConflict());
}

void TestReviewView::modelsKeepTheirPromises()
{
    CaseModel cases;
    const QAbstractItemModelTester caseTester(&cases, QAbstractItemModelTester::FailureReportingMode::QtTest);
    cases.setGroups({{u"a"_s, u"Phone"_s, {{u"1"_s, u"Zoë"_s, u"x"_s}, {u"2"_s, u"Bo"_s, u"y"_s}}},
                     {u"b"_s, u"Name"_s, {{u"3"_s, u"Åke"_s, u"z"_s}}}});
    QCOMPARE(cases.placeOf(u"3"_s), 2);
    cases.setFilter(u"ake"_s);
    QCOMPARE(cases.caseCount(), 1);
    cases.setFilter(u"nobody"_s);
    QVERIFY(cases.hidesAll());
    cases.setFilter({});
    QCOMPARE(cases.idAt(1), u"2"_s);
    ComparisonModel comparison;
    const QAbstractItemModelTester comparisonTester(&comparison,
                                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    core::ConflictCase conflict;
    conflict.sides = {{u"hub"_s, {}, {}, Value::text(u"a"_s), {}, {}},
                      {u"crm"_s, u"1"_s, Value::text(u"a"_s), Value::text(u"b"_s), {}, {}}};
    comparison.setBoard(
        {u"r"_s, u"contact"_s, u"Zoë"_s, {conflict}, {{u"city"_s, {}, Value::text(u"Oslo"_s), u"crm"_s}}});
    QCOMPARE(comparison.rowCount(), 2);
    comparison.choose(0, {u"crm"_s, {}});
    QCOMPARE(comparison.choicesMade(), 1);
    DecidedModel decided;
    const QAbstractItemModelTester decidedTester(&decided, QAbstractItemModelTester::FailureReportingMode::QtTest);
    decided.set({core::PastDecision(), core::PastDecision()});
    QCOMPARE(decided.rowCount(), 2);
}

QTEST_MAIN(TestReviewView)
#include "tst_reviewview.moc"
