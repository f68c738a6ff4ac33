#include "ui/mappingshown.h"

#include "ui/components/panels.h"
#include "ui/mapping/pairtable.h"
#include "ui/mapping/problemlist.h"
#include "ui/mapping/realrecords.h"
#include "ui/mapping/transformforms.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;
using namespace syncline::test;
using namespace syncline::ui;

class TestMappingView : public QObject, private ShownMapping
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startWorld(); }
    void init() { openView(); }
    void cleanup() { closeView(); }
    void cleanupTestCase() { endWorld(); }

    void eachEditCanBeUndoneAndRedone()
    {
        document().turn(email);
        document().remove(firstName);
        document().accept(phone);
        QCOMPARE(document().editor().changes(), 3);
        for (int step = 0; step < 3; ++step)
            find<QPushButton>(u"undo"_s)->click();
        QCOMPARE(document().editor().mapping(), document().basis()->saved);
        QVERIFY(!find<QPushButton>(u"undo"_s)->isEnabled());
        for (int step = 0; step < 3; ++step)
            find<QPushButton>(u"redo"_s)->click();
        QCOMPARE(document().editor().changes(), 3);
    }

    void typedWordIsOneStep()
    {
        document().select(firstName);
        FieldMapping line = *document().editor().pair(firstName);
        line.transform.type = TransformType::Template;
        line.direction = Direction::Push;
        document().changeLine(line);
        const int before = document().undoStack()->count();
        auto *text = find<QLineEdit>(u"templateText"_s);
        QTest::keyClicks(text, u"{first_name}!"_s);
        QCOMPARE(document().undoStack()->count(), before + 1);
        QTRY_COMPARE(find<QTableView>(u"realRecords"_s)->model()->index(0, RealRecordsModel::To).data().toString(),
                     QString(document().samples().first().hub.value(u"first_name"_s).text() + u'!'));
    }

    void savedDraftIsInTheWorkspace()
    {
        document().accept(phone);
        document().setDirection(firstName, Direction::Pull);
        const EntityMapping draft = document().editor().mapping();
        QSignalSpy saved(&view(), &MappingView::saved);
        QTest::keyClick(&view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 20000);
        QCOMPARE(document().editor().changes(), 0);
        QVERIFY(!find<QPushButton>(u"saveMapping"_s)->isEnabled());
        auto session = Session::open(file(), false, world().outside());
        QCOMPARE(MappingDesk(**session).open(u"crm"_s, u"contact"_s, u"Contacts"_s)->saved, draft);
        find<QPushButton>(u"undo"_s)->click(); // a step back is then an unsaved change
        QCOMPARE(document().editor().changes(), 1);
    }

    void costOfANewLineIsToldBeforeSaving()
    {
        auto *cost = find<QWidget>(u"costLine"_s);
        QVERIFY(!cost->isVisible());
        document().connectPair(document().editor().fit(u"last_name"_s, u"nickname_c"_s).line);
        QTRY_VERIFY_WITH_TIMEOUT(cost->isVisible(), 20000);
        QVERIFY(find<QLabel>(u"costText"_s)->text().contains(u"3 contacts to crm again"_s));
        QVERIFY(find<QLabel>(u"costText"_s)->text().contains(u"Nothing is sent before the next run."_s));
    }

    void problemIsShownAndCured()
    {
        document().remove(email);
        auto *problems = view().findChild<ProblemList *>();
        QTRY_VERIFY(problems->isVisible());
        QPushButton *cure = nullptr;
        for (QPushButton *button : problems->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Connect with"_s))
                cure = button;
        }
        QVERIFY(cure);
        cure->click();
        QVERIFY(document().editor().pair(email));
    }

    void withoutAWayBackSaveIsOff()
    {
        document().select(firstName);
        FieldMapping line = *document().editor().pair(firstName);
        line.transform.type = TransformType::Builtin;
        line.transform.builtin = Builtin::Upper;
        document().changeLine(line);
        QVERIFY(!find<QPushButton>(u"saveMapping"_s)->isEnabled());
        QVERIFY(find<QLabel>(u"pairProblem"_s)->text().contains(u"cannot be reversed"_s));
        document().setDirection(firstName, Direction::Push);
        QVERIFY(find<QPushButton>(u"saveMapping"_s)->isEnabled());
    }

    void filterIsCountedWhileTyped()
    {
        find<QPushButton>(u"ruleFilter"_s)->click();
        auto *filter = find<QPlainTextEdit>(u"filter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"first_name = \"Zo"_s);
        QInputMethodEvent accented; // no key of its own
        accented.setCommitString(u"ë"_s);
        QCoreApplication::sendEvent(filter, &accented);
        QTest::keyClicks(filter, u"\""_s);
        QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"filterCount"_s)->text(), u"1 of 3 records take part"_s, 20000);
        QCOMPARE(document().editor().changes(), 1);
    }

    void listFormShowsTheSameDocument()
    {
        QTest::keyClick(&view(), Qt::Key_T, Qt::ControlModifier);
        auto *table = find<QTableView>(u"pairs"_s);
        QVERIFY(table->isVisible());
        QVERIFY(!board().isVisible());
        table->setCurrentIndex(table->model()->index(0, 0));
        const PairId pair = document().selected();
        QTest::keyClick(table, Qt::Key_D);
        QCOMPARE(document().editor().pair(pair)->direction, Direction::Push);
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(!document().editor().pair(pair));
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().editor().pair(pair));
        auto *hubBox = find<QComboBox>(u"newHub"_s);
        hubBox->setCurrentIndex(hubBox->findData(u"preferred_name"_s));
        auto *remoteBox = find<QComboBox>(u"newRemote"_s);
        remoteBox->setCurrentIndex(remoteBox->findText(u"Nickname"_s));
        find<QPushButton>(u"connectPair"_s)->click();
        QVERIFY(document().editor().pair({u"preferred_name"_s, u"nickname_c"_s}));
    }

    void sixtyPairsStandInTheList()
    {
        auto basis = std::make_shared<MappingBasis>();
        basis->integration = u"big"_s;
        basis->schema = HubSchema::builtIn();
        basis->saved.hub = u"contact"_s;
        basis->saved.remote = u"people"_s;
        basis->remote.name = u"people"_s;
        for (int i = 0; i < 60; ++i) {
            HubFieldDef own;
            own.key = u"x_%1"_s.arg(i);
            own.label = u"Own %1"_s.arg(i);
            own.own = true;
            QVERIFY(basis->schema.addField(u"contact"_s, own));
            connectors::RemoteField field;
            field.name = u"f%1"_s.arg(i);
            field.label = u"Field %1"_s.arg(i);
            basis->remote.fields.append(field);
            FieldMapping line;
            line.hub = own.key;
            line.remote = field.name;
            basis->saved.fields.append(line);
        }
        MappingDocument big;
        PairModel model(big);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        big.open(basis);
        QCOMPARE(model.rowCount(), 60);
        big.remove({u"x_7"_s, u"f7"_s});
        QCOMPARE(model.rowCount(), 59);
        big.turn({u"x_8"_s, u"f8"_s});
        big.undoStack()->undo();
        big.undoStack()->undo();
        QCOMPARE(model.rowCount(), 60);
    }

    void modelsKeepTheirWord()
    {
        MappingDocument draft;
        FieldListModel fields(draft, MappingSide::Remote);
        FieldFilter filter(fields);
        LookupModel lookup;
        using Tester = QAbstractItemModelTester;
        const Tester a(&fields, Tester::FailureReportingMode::Fatal), b(&filter, Tester::FailureReportingMode::Fatal),
            c(&lookup, Tester::FailureReportingMode::Fatal);
        draft.open(document().basis());
        QVERIFY(fields.rowCount() > 10);
        QVERIFY(fields.usedCount() == 4);
        filter.setText(u"NAME"_s);
        QVERIFY(filter.rowCount() < fields.rowCount());
        QVERIFY(filter.indexOf(u"last_name"_s).isValid());
        filter.setText({});
        draft.turn(email);
        lookup.setTable({{u"a"_s, u"b"_s}}, {u"c"_s}, {}, {}, u"aboth"_s);
        QCOMPARE(lookup.rowCount(), 3);
        QVERIFY(lookup.setData(lookup.index(2, LookupModel::From), u"d"_s, Qt::EditRole));
        QVERIFY(lookup.setData(lookup.index(2, LookupModel::To), u"e"_s, Qt::EditRole));
        QCOMPARE(lookup.table(), (QMap<QString, QString>{{u"a"_s, u"b"_s}, {u"d"_s, u"e"_s}}));
        QVERIFY(lookup.setData(lookup.index(0, LookupModel::From), QString(), Qt::EditRole));
        QCOMPARE(lookup.table().size(), 1);
    }

    void leavingAsksOnlyWithChanges()
    {
        QVERIFY(view().mayLeave());
        document().turn(email);
        answer(u"Stay"_s);
        QVERIFY(!view().mayLeave());
        QCOMPARE(document().editor().changes(), 1);
        answer(u"Discard"_s);
        QVERIFY(view().mayLeave());
        QCOMPARE(document().editor().changes(), 0);
    }

    void aFieldIsMadeWhereThereIsNone()
    {
        view().goTo({u"mapping"_s, u"marketing"_s, {}});
        view().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(document().basis()->integration, u"marketing"_s, 20000);
        QVERIFY(!makeFieldFor(u"email"_s)->isEnabled()); // has a partner
        QAction *make = makeFieldFor(u"birth_date"_s);
        QVERIFY(make->isEnabled());
        QVERIFY2(make->text().contains(u"Date of birth"_s), qPrintable(make->text()));
        answer(u"Close without making it"_s);
        make->trigger();
        QVERIFY(document().editor().pairsOf(MappingSide::Hub, u"birth_date"_s).isEmpty());
        answer(u"Make the field"_s);
        make->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(document().selected().hub == u"birth_date"_s, 20000);
        QCOMPARE(document().editor().changes(), 0);
        QVERIFY(!makeFieldFor(u"birth_date"_s)->isEnabled());
    }

    void aSystemThatMakesNoFieldsSaysSo()
    {
        answer(u"Make the field"_s);
        makeFieldFor(u"birth_date"_s)->trigger();
        auto *message = view().findChild<MessageBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), 20000);
        QVERIFY2(message->text().contains(u"No field was made"_s), qPrintable(message->text()));
    }

private:
    /// The action in the menu, as it stands when the field is the current one of the hub's list.
    QAction *makeFieldFor(const QString &key)
    {
        hub().setCurrentKey(key);
        Q_EMIT find<QPushButton>(u"moreMapping"_s)->menu()->aboutToShow();
        return view().findChild<QAction *>(u"makeField"_s);
    }

    /// To the question that comes next.
    void answer(const QString &text)
    {
        QTimer::singleShot(0, this, [text] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(question);
            for (QAbstractButton *button : question->buttons()) {
                if (button->text() == text)
                    return button->click();
            }
        });
    }
};

QTEST_MAIN(TestMappingView)
#include "tst_mappingview.moc"
