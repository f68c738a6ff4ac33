#include "support/openworkspace.h"
#include "support/reviewworld.h"
#include "ui/dashboard/ledgercard.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/palette.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

/// The first number in a text; -1 where there is none.
int numberIn(const QString &text)
{
    static const QRegularExpression digits(u"[0-9][0-9,]*"_s);
    const auto match = digits.match(text);
    return match.hasMatch() ? match.captured().remove(u',').toInt() : -1;
}

/// The whole window on a workspace that real runs made.
class Shown
{
public:
    explicit Shown(const ReviewWorld &world) : m_window({m_outside.outside(), u"1"_s, {}})
    {
        m_window.resize(1280, 800);
        m_window.show();
        m_window.openWorkspace(world.workspace.file(), false);
    }
    MainWindow &window() { return m_window; }
    int badge(const QString &view) const
    {
        const QString text = m_window.findChild<NavButton *>(QString(u"nav-"_s + view))->accessibleDescription();
        return text.isEmpty() ? 0 : numberIn(text);
    }
    /// Of the view that is shown.
    template<class W>
    W *find(const QString &name) const
    {
        for (W *widget : m_window.findChildren<W *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QString text(const QString &label) const
    {
        const auto *found = find<QLabel>(label);
        return found ? found->text() : QString();
    }
    int rows(const QString &table) const
    {
        const auto *found = find<QTableView>(table);
        return found ? found->model()->rowCount() : -1;
    }

private:
    support::OpenWorkspace m_outside;
    MainWindow m_window;
};

} // namespace

/// What several places of the window count, they count alike.
class TestNumbers : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReviewWorld> m_world;

    /// A possible duplicate is held, too, and so is a record whose delete waits: each counts once.
    int waitingByCommandLine() const
    {
        QSet<QString> waiting;
        for (const QString &kind : {u"conflicts"_s, u"duplicates"_s, u"deletes"_s, u"held"_s}) {
            for (const QJsonValue &item : m_world->list(kind)) {
                if (item["code"_L1].toString() != "delete_waits"_L1)
                    waiting.insert(item["id"_L1].toString());
            }
        }
        return int(waiting.size());
    }

private Q_SLOTS:
    void initTestCase();
    void whatWaitsIsTheSameEverywhere();
    void whatIsInSyncIsTheSameInTheTable();
    void failuresAreCountedUntilTheyAreLookedAt();
    void aBrokenSystemIsCounted();
    void cleanupTestCase() { m_world.reset(); }
};

void TestNumbers::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"syncline-tst-numbers"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings().clear();
    Theme::instance().install();
    m_world = std::make_unique<ReviewWorld>(6);
    m_world->changeTitles(0, u"Manager"_s, u"Chief"_s);
    m_world->changeTitles(1, u"Buyer"_s, u"Seller"_s);
    m_world->bringDuplicate();
    m_world->loseInMautic(2);
}

void TestNumbers::whatWaitsIsTheSameEverywhere()
{
    Shown shown(*m_world);
    const int told = waitingByCommandLine();
    QVERIFY(told >= 4); // two conflicts, a duplicate, a delete
    QTRY_COMPARE(shown.badge(u"review"_s), told);
    QTRY_COMPARE(numberIn(shown.find<QPushButton>(u"decide"_s)->text()), told);
    int parts = 0;
    for (const QString &part : shown.text(u"waitsText"_s).split(u"    "_s))
        parts += numberIn(part);
    QCOMPARE(parts, told);
    QTest::mouseClick(shown.find<QPushButton>(u"decide"_s), Qt::LeftButton);
    QCOMPARE(shown.window().place().view, u"review"_s);
    QTRY_COMPARE(numberIn(shown.text(u"pageSubtitle"_s)), told);
    const auto *tabs = shown.find<QTabBar>(u"reviewTabs"_s);
    int waiting = 0;
    for (int tab = 0; tab < 4; ++tab)
        waiting += std::max(0, numberIn(tabs->tabText(tab)));
    QCOMPARE(waiting, told);
}

void TestNumbers::whatIsInSyncIsTheSameInTheTable()
{
    Shown shown(*m_world);
    QTRY_VERIFY(numberIn(shown.text(u"inSyncCount"_s)) > 0);
    const int inSync = numberIn(shown.text(u"inSyncCount"_s));
    const auto rows = [&shown] {
        QList<ShareRow *> found;
        for (ShareRow *row : shown.window().findChildren<ShareRow *>()) {
            if (row->isVisible() && row->place.view == "records"_L1)
                found << row;
        }
        return found;
    };
    const auto sum = [&rows] {
        int all = 0;
        for (const ShareRow *row : rows())
            all += row->count();
        return all;
    };
    QTRY_COMPARE(sum(), inSync); // rows are shown after they were filled
    ShareRow *contacts = nullptr;
    for (ShareRow *row : rows())
        contacts = row->place.id == "contact"_L1 ? row : contacts;
    QVERIFY(contacts);
    const int people = contacts->count();
    QTest::mouseClick(contacts, Qt::LeftButton);
    QCOMPARE(shown.window().place().view, u"records"_s);
    QTRY_COMPARE(shown.rows(u"records"_s), people);
}

void TestNumbers::failuresAreCountedUntilTheyAreLookedAt()
{
    m_world->suite.configure({{u"read_only"_s, QJsonArray{u"Contacts"_s}}});
    m_world->mautic.edit(u"contacts"_s, m_world->mauticId(4), {{u"position"_s, u"Cook"_s}});
    m_world->workspace.run({u"sync"_s});
    Shown shown(*m_world);
    QTRY_COMPARE(shown.badge(u"activity"_s), 1);
    QTRY_COMPARE(numberIn(shown.text(u"failingCount"_s)), 1);
    shown.window().go({u"activity"_s, {}, u"failed"_s});
    QTRY_COMPARE(shown.rows(u"operations"_s), 1);
    QTRY_COMPARE(shown.badge(u"activity"_s), 0);
    shown.window().go({u"dashboard"_s, {}, {}});
    QTRY_COMPARE(numberIn(shown.text(u"failingCount"_s)), 1); // seen is not cured
    m_world->suite.configure({{u"read_only"_s, QJsonArray()}});
}

void TestNumbers::aBrokenSystemIsCounted()
{
    Shown healthy(*m_world);
    QTRY_COMPARE(healthy.badge(u"review"_s), waitingByCommandLine());
    QCOMPARE(healthy.badge(u"integrations"_s), 0);
    m_world->suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    m_world->workspace.run({u"sync"_s});
    Shown shown(*m_world);
    QTRY_COMPARE(shown.badge(u"integrations"_s), 1);
}

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
