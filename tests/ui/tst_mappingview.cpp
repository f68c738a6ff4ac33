#include "app/connectorfactory.h"
#include "support/memorysecrets.h"
#include "support/program.h"
#include "ui/mapping/fitbubble.h"
#include "ui/mapping/mappingboard.h"
#include "ui/mapping/mappingview.h"
#include "ui/mapping/pairtable.h"
#include "ui/mapping/problemlist.h"
#include "ui/mapping/realrecords.h"
#include "ui/mapping/transformforms.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;
using namespace syncline::test;
using namespace syncline::ui;

namespace {

/// Two stand-ins and a synced workspace; each test works on a copy of the file.
struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    SystemClock clock;
    OpenGate gate;
    support::MemorySecrets secrets;
    std::unique_ptr<connectors::Network> network = connectors::makeNetwork(clock, gate);

    Session::Outside outside()
    {
        return {clock,
                gate,
                app::connectorFactory(*network, secrets, clock),
                app::providers(),
                &secrets,
                app::checkedAddress};
    }

    World()
    {
        for (const auto &[first, address] :
             {std::pair(u"Zoë"_s, u"zoe@example.org"_s), std::pair(u"Łukasz"_s, u"lukasz@example.org"_s),
              std::pair(u"Anne-Sophie"_s, u"anne@example.org"_s)}) {
            mautic.create(u"contacts"_s,
                          {{u"firstname"_s, first},
                           {u"lastname"_s, u"Ängström-Müller"_s},
                           {u"email"_s, address},
                           {u"tags"_s, QJsonArray{u"Oslo 2026"_s, u"VIP"_s}}});
        }
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        workspace.sync();
        workspace.sync();
        keepFourLines();
    }

    /// The rest stands as suggestions.
    void keepFourLines()
    {
        auto session = Session::open(workspace.file(), false, outside());
        MappingDesk desk(**session);
        const auto basis = desk.open(u"crm"_s, u"contact"_s, u"Contacts"_s);
        EntityMapping mapping = basis->saved;
        const QStringList kept{u"email"_s, u"first_name"_s, u"last_name"_s, u"mobile"_s};
        mapping.fields.removeIf([&](const FieldMapping &line) { return !kept.contains(line.hub); });
        const auto done = desk.save(*basis, mapping, {});
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
};

const PairId email{u"email"_s, u"email1"_s};
const PairId firstName{u"first_name"_s, u"first_name"_s};
const PairId phone{u"phone"_s, u"phone_work"_s};

QPoint centre(const QRect &rect)
{
    return rect.center();
}

} // namespace

class TestMappingView : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<QWidget> m_window;
    MappingView *m_view = nullptr;

    MappingDocument &document() { return m_view->document(); }
    MappingBoard &board() { return *m_view->findChild<MappingBoard *>(); }
    FieldListView &hub() { return board().list(MappingSide::Hub); }
    FieldListView &remote() { return board().list(MappingSide::Remote); }
    template<class T>
    T *find(const QString &name)
    {
        return m_view->findChild<T *>(name);
    }
    QString file() const { return m_folder->filePath(u"copy.syncline"_s); }

    QPoint inWindow(FieldListView &list, const QString &key)
    {
        list.scrollTo(list.filter().indexOf(key));
        return list.viewport()->mapTo(m_window.get(), centre(list.rowOf(key)));
    }
    QPoint onCanvas(const PairId &pair, MappingCanvas::Part part)
    {
        return board().canvas().mapTo(m_window.get(), centre(board().canvas().partRect(pair, part)));
    }

    /// A drag by the X server's own pointer, which is what QDrag listens to; `over` runs once while the field is held
    /// over the target.
    void drag(const QPoint &from, const QPoint &to, const QString &key, const std::function<void()> &over = {},
              bool escape = false)
    {
        const auto move = [this](const QPoint &inWindow) {
            const QPoint at = m_window->mapToGlobal(inWindow);
            return QStringList{u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"sleep"_s, u"0.04"_s};
        };
        QStringList script = move(from) + QStringList{u"mousedown"_s, u"1"_s};
        for (int i = 1; i <= 10; ++i)
            script += move(from + (to - from) * i / 10);
        script += move(to + QPoint(1, 0)) + QStringList{u"sleep"_s, u"0.5"_s};
        if (escape)
            script += QStringList{u"key"_s, u"Escape"_s, u"sleep"_s, u"0.2"_s};
        script += QStringList{u"mouseup"_s, u"1"_s};
        QProcess pointer;
        QTimer watching; // the test's own loop stands still while something is dragged
        bool wasOver = false;
        connect(&watching, &QTimer::timeout, this, [&] {
            if (wasOver || board().drawing().over != key)
                return;
            wasOver = true;
            if (over)
                over();
        });
        watching.start(10);
        pointer.start(u"xdotool"_s, script);
        QTRY_COMPARE_WITH_TIMEOUT(pointer.state(), QProcess::NotRunning, 30000);
        QCOMPARE(pointer.exitCode(), 0);
        QVERIFY(wasOver);
    }

    /// Offscreen has no drag and drop: CTest runs these functions once more under an X server.
    static bool hasPointer() { return QGuiApplication::platformName() == "xcb"_L1; }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        m_world = std::make_unique<World>();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(m_world->workspace.file(), file()));
        m_backend = std::make_unique<Backend>(file(), false, m_world->outside());
        m_window = std::make_unique<QWidget>();
        m_window->resize(1072, 744);
        m_view = new MappingView(*m_backend, m_window.get());
        m_view->setGeometry(m_window->rect());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        if (!hasPointer()) // an X server without a window manager activates nothing
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        hub().setFocus();
        m_view->goTo({u"mapping"_s, u"crm"_s, {}});
        m_view->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(document().isOpen(), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(document().samples().size(), 3, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(document().samples().first().remote.size() > 10, 20000); // read from the CRM
        QTRY_VERIFY(find<QPushButton>(u"ruleFilter"_s)->text().contains(u'3'));
    }

    void cleanup()
    {
        m_window.reset();
        m_backend.reset();
    }
    void cleanupTestCase() { m_world.reset(); }

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
            QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {},
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
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, onCanvas(phone, MappingCanvas::Part::Accept));
        QVERIFY(document().editor().pair(phone));
        find<QPushButton>(u"acceptAll"_s)->click();
        QCOMPARE(document().editor().suggestions().size(), 0);
        QCOMPARE(document().editor().changes(), before);
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier); // all at once is one step
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
        QSignalSpy saved(m_view, &MappingView::saved);
        QTest::keyClick(m_view, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 20000);
        QCOMPARE(document().editor().changes(), 0);
        QVERIFY(!find<QPushButton>(u"saveMapping"_s)->isEnabled());
        auto session = Session::open(file(), false, m_world->outside());
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
        auto *problems = m_view->findChild<ProblemList *>();
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
        QTest::keyClicks(filter, u"first_name = \"Zoë\""_s);
        QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"filterCount"_s)->text(), u"1 of 3 records take part"_s, 20000);
        QCOMPARE(document().editor().changes(), 1);
    }

    void listFormShowsTheSameDocument()
    {
        QTest::keyClick(m_view, Qt::Key_T, Qt::ControlModifier);
        auto *table = find<QTableView>(u"pairs"_s);
        QVERIFY(table->isVisible());
        QVERIFY(!board().isVisible());
        table->setCurrentIndex(table->model()->index(0, 0));
        const PairId pair = document().selected();
        QTest::keyClick(table, Qt::Key_D);
        QCOMPARE(document().editor().pair(pair)->direction, Direction::Push);
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(!document().editor().pair(pair));
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier);
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

    void leavingAsksOnlyWithChanges()
    {
        QVERIFY(m_view->mayLeave());
        document().turn(email);
        const auto answer = [this](const QString &text) {
            QTimer::singleShot(0, this, [text] {
                auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                QVERIFY(question);
                for (QAbstractButton *button : question->buttons()) {
                    if (button->text() == text)
                        return button->click();
                }
            });
        };
        answer(u"Stay"_s);
        QVERIFY(!m_view->mayLeave());
        QCOMPARE(document().editor().changes(), 1);
        answer(u"Discard"_s);
        QVERIFY(m_view->mayLeave());
        QCOMPARE(document().editor().changes(), 0);
    }

    /// SYNCLINE_PICTURES=folder writes what the view looks like.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("SYNCLINE_PICTURES");
        if (folder.isEmpty())
            QSKIP("SYNCLINE_PICTURES names no folder");
        const auto grab = [&](const QString &name) {
            QTest::qWait(700);
            m_window->grab().save(QString(folder + u"/"_s + name + u".png"_s));
        };
        FieldMapping stage;
        stage.hub = u"lifecycle_stage"_s;
        stage.remote = u"tier_c"_s;
        stage.transform.type = TransformType::Lookup;
        stage.transform.table = {{u"Lead"_s, u"gold"_s}, {u"Customer"_s, u"silver"_s}};
        document().accept(phone);
        document().accept({u"birth_date"_s, u"birthdate"_s});
        document().connectPair(stage);
        for (const auto &[choice, name] :
             {std::pair(SchemeChoice::Light, u"light"_s), std::pair(SchemeChoice::Dark, u"dark"_s)}) {
            Theme::instance().choose(choice);
            m_window->resize(1072, 744);
            m_view->setGeometry(m_window->rect());
            document().select(firstName);
            grab(QString(name + u"-1280"_s));
            document().select({stage.hub, stage.remote});
            grab(QString(name + u"-1280-lookup"_s));
            m_window->resize(968, 672);
            m_view->setGeometry(m_window->rect());
            grab(QString(name + u"-1024"_s));
        }
        Theme::instance().choose(SchemeChoice::Light);
        m_window->resize(1072, 744);
        m_view->setGeometry(m_window->rect());
        if (hasPointer())
            drag(inWindow(hub(), u"tags"_s), inWindow(remote(), u"nickname_c"_s), u"nickname_c"_s,
                 [&] { m_window->grab().save(QString(folder + u"/drag.png"_s)); });
        find<QPushButton>(u"ruleFilter"_s)->click();
        grab(u"rules"_s);
        QTest::keyClick(m_view, Qt::Key_T, Qt::ControlModifier);
        grab(u"list"_s);
    }
};

QTEST_MAIN(TestMappingView)
#include "tst_mappingview.moc"
