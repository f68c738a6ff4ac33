#include "ui/mappingshown.h"

#include "ui/mapping/fitbubble.h"
#include "ui/mapping/realrecords.h"

#include <QAccessible>
#include <QComboBox>
#include <QMenu>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;
using namespace syncline::test;
using namespace syncline::ui;

/// Offscreen has no drag and drop: CTest runs those functions once more under an X server.
class TestMappingCanvas : public QObject, private ShownMapping
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startWorld(); }
    void init() { openView(); }
    void cleanup() { closeView(); }
    void cleanupTestCase() { endWorld(); }

    void fieldsStandWithTheirValues()
    {
        const QModelIndex last = hub().filter().indexOf(u"last_name"_s);
        QCOMPARE(last.data(FieldListModel::SampleRole).toString(), u"Ängström-Müller"_s);
        QVERIFY(last.data(FieldListModel::UsedRole).toBool());
        QVERIFY(last.data(Qt::AccessibleTextRole).toString().contains(u"connected with"_s));
        const QModelIndex theirs = remote().filter().indexOf(u"last_name"_s);
        QCOMPARE(theirs.data(FieldListModel::SampleRole).toString(), u"Ängström-Müller"_s);
        QCOMPARE(hub().rowOf(u"email"_s).top(), remote().rowOf(u"email1"_s).top()); // beside each other
    }

    void draggedOnAFittingFieldItIsConnected()
    {
        if (!hasPointer())
            QSKIP("needs an X server");
        bool sawFit = false;
        drag(inWindow(hub(), u"preferred_name"_s), inWindow(remote(), u"nickname_c"_s), u"nickname_c"_s, [&] {
            sawFit = board().drawing().isActive && board().drawing().over == "nickname_c"_L1
                && board().drawing().fits.contains(u"nickname_c"_s) && !board().bubble().isVisible();
        });
        QVERIFY(sawFit);
        const PairId drawn{u"preferred_name"_s, u"nickname_c"_s};
        QVERIFY(document().editor().pair(drawn));
        QCOMPARE(document().selected(), drawn);
        QVERIFY(!board().drawing().isActive);
        QCOMPARE(find<QPushButton>(u"saveMapping"_s)->text(), u"Save 1 change(s)"_s);
    }

    void draggedFromTheOtherSideItIsConnected()
    {
        if (!hasPointer())
            QSKIP("needs an X server");
        drag(inWindow(remote(), u"nickname_c"_s), inWindow(hub(), u"preferred_name"_s), u"preferred_name"_s);
        QVERIFY(document().editor().pair({u"preferred_name"_s, u"nickname_c"_s}));
    }

    void whatDoesNotFitSaysWhyAndOffersWays()
    {
        if (!hasPointer())
            QSKIP("needs an X server");
        QString bubble;
        drag(inWindow(hub(), u"tags"_s), inWindow(remote(), u"nickname_c"_s), u"nickname_c"_s, [&] {
            if (board().bubble().isVisible())
                bubble = board().bubble().text();
        });
        QVERIFY2(bubble.contains(u"Tags holds several values; Nickname takes one text."_s), qPrintable(bubble));
        QVERIFY(bubble.contains(u"join with commas"_s));
        QTRY_VERIFY(board().findChild<QMenu *>(u"waysToFit"_s));
        auto *menu = board().findChild<QMenu *>(u"waysToFit"_s);
        QTRY_VERIFY(menu->isVisible());
        QCOMPARE(menu->actions().first()->text(), u"Join with commas"_s);
        QTest::keyClick(menu, Qt::Key_Return);
        const FieldMapping *line = document().editor().pair({u"tags"_s, u"nickname_c"_s});
        QVERIFY(line);
        QCOMPARE(line->transform.name(), u"join"_s);
        QTRY_COMPARE(find<QTableView>(u"realRecords"_s)->model()->index(0, RealRecordsModel::To).data().toString(),
                     u"Oslo 2026, VIP"_s);
    }

    void escapeLetsGo()
    {
        if (!hasPointer())
            QSKIP("needs an X server");
        drag(inWindow(hub(), u"preferred_name"_s), inWindow(remote(), u"nickname_c"_s), u"nickname_c"_s, {}, true);
        QVERIFY(!document().editor().pair({u"preferred_name"_s, u"nickname_c"_s}));
        QTRY_VERIFY(!board().drawing().isActive);
        QCOMPARE(document().editor().changes(), 0);
    }

    void clickOnThePillTurnsTheLine()
    {
        QList<Direction> seen;
        for (int click = 0; click < 3; ++click) {
            QTest::mouseClick(window().windowHandle(), Qt::LeftButton, {},
                              onCanvas(firstName, MappingCanvas::Part::Direction));
            seen.append(document().editor().pair(firstName)->direction);
        }
        QCOMPARE(seen, (QList<Direction>{Direction::Push, Direction::Pull, Direction::Both}));
        QCOMPARE(document().selected(), firstName);
    }

    void suggestionsAreGhostsUntilAccepted()
    {
        QVERIFY(!document().editor().pair(phone));
        board().showPair(phone);
        const int before = int(document().editor().suggestions().size());
        QVERIFY(before > 3);
        QTest::mouseClick(window().windowHandle(), Qt::LeftButton, {}, onCanvas(phone, MappingCanvas::Part::Accept));
        QVERIFY(document().editor().pair(phone));
        find<QPushButton>(u"acceptAll"_s)->click();
        QCOMPARE(document().editor().suggestions().size(), 0);
        QCOMPARE(document().editor().changes(), before);
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier); // all at once is one step
        QCOMPARE(document().editor().changes(), 1);
    }

    void everythingWorksByKeyboard()
    {
        hub().setFocus();
        hub().setCurrentKey(u"preferred_name"_s);
        QTest::keyClick(&hub(), Qt::Key_Return);
        QVERIFY(board().drawing().isActive);
        QTest::keyClick(&hub(), Qt::Key_F6);
        QVERIFY(remote().hasFocus());
        QVERIFY(!remote().filter().indexOf(u"birthdate"_s).isValid()); // narrowed to what fits
        remote().setCurrentKey(u"nickname_c"_s);
        QTest::keyClick(&remote(), Qt::Key_Return);
        const PairId drawn{u"preferred_name"_s, u"nickname_c"_s};
        QVERIFY(document().editor().pair(drawn));
        QVERIFY(remote().filter().indexOf(u"birthdate"_s).isValid());
        QVERIFY(hub().hasFocus());
        QTest::keyClick(&hub(), Qt::Key_D);
        QCOMPARE(document().editor().pair(drawn)->direction, Direction::Push);
        QTest::keyClick(&hub(), Qt::Key_T);
        QVERIFY(find<QComboBox>(u"transformKind"_s)->hasFocus());
        hub().setFocus();
        QTest::keyClick(&hub(), Qt::Key_Delete);
        QVERIFY(!document().editor().pair(drawn));
        hub().setCurrentKey(u"phone"_s);
        QTest::keyClick(&hub(), Qt::Key_Return, Qt::AltModifier);
        QVERIFY(document().editor().pair(phone));
        hub().setCurrentKey(u"job_title"_s);
        const auto open = document().editor().suggestions().size();
        QTest::keyClick(&hub(), Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(document().editor().suggestions().size(), open - 1);
    }

    void escapeEndsAConnectionByKeyboard()
    {
        hub().setFocus();
        hub().setCurrentKey(u"preferred_name"_s);
        QTest::keyClick(&hub(), Qt::Key_Return);
        QTest::keyClick(&hub(), Qt::Key_Escape);
        QVERIFY(!board().drawing().isActive);
        QVERIFY(remote().filter().indexOf(u"birthdate"_s).isValid());
    }

    void pillsAreThereForScreenReaders()
    {
        QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(&board().canvas());
        QVERIFY(canvas);
        QAccessibleInterface *pill = nullptr;
        for (int i = 0; i < canvas->childCount(); ++i) {
            if (canvas->child(i)->text(QAccessible::Name) == "Direction of First name and First Name: both ways"_L1)
                pill = canvas->child(i);
        }
        QVERIFY(pill);
        QCOMPARE(pill->role(), QAccessible::PushButton);
        QVERIFY(!pill->rect().isEmpty());
        pill->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(document().editor().pair(firstName)->direction, Direction::Push);
        QVERIFY(pill->text(QAccessible::Name).endsWith(u"push only"_s));
    }
};

QTEST_MAIN(TestMappingCanvas)
#include "tst_mappingcanvas.moc"
