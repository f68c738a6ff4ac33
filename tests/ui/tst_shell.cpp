#include "support/outside.h"
#include "ui/backend/backend.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/views.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

namespace {

/// Controls that a screen reader could not name.
QStringList nameless(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(&window);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasText = button != nullptr && !button->text().isEmpty();
        const bool isInner = widget->objectName().startsWith("qt_"_L1);
        if (isControl && !hasText && !isInner && widget->accessibleName().isEmpty())
            found << QString(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return found;
}

struct Shown
{
    support::Outside outside;
    MainWindow window{{outside(), u"1"_s, {}}};

    Shown()
    {
        window.show();
        window.openWorkspace(outside.file(), true);
    }
    template<class W>
    W *child(const char *name)
    {
        return window.findChild<W *>(QString::fromLatin1(name));
    }
};

} // namespace

class tst_Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"syncline-tst-shell"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings().clear();
        Theme::instance().install();
    }

    void theWayBackLeadsThroughTheViews()
    {
        Shown shown;
        const Place first = shown.window.place();
        shown.window.go({u"settings"_s, {}, {}});
        QCOMPARE(shown.window.place().view, u"settings"_s);
        shown.window.back();
        QCOMPARE(shown.window.place(), first);
        shown.window.back(); // nothing further back
        QCOMPARE(shown.window.place(), first);
    }

    void aViewThatIsNotThereKeepsYouWhereYouAre()
    {
        Shown shown;
        const Place here = shown.window.place();
        shown.window.go({u"nowhere"_s, {}, {}});
        QCOMPARE(shown.window.place(), here);
    }

    void everyViewOpensByItsKeysAndHasNames()
    {
        Shown shown;
        for (const ViewEntry &entry : views()) {
            shown.window.go({entry.name, {}, {}});
            QCOMPARE(shown.window.place().view, entry.name);
            const QStringList without = nameless(shown.window);
            QVERIFY2(without.isEmpty(), qPrintable(QString(entry.name + u": "_s + without.join(u", "_s))));
        }
    }

    void theSidebarNarrowsByWidthAndByKey()
    {
        Shown shown;
        auto *sidebar = shown.child<Sidebar>("sidebar");
        shown.window.resize(1280, 800);
        QTRY_COMPARE(sidebar->width(), metrics::sidebar);
        shown.window.resize(1040, 700);
        QTRY_COMPARE(sidebar->width(), metrics::rail);
        shown.window.resize(1280, 800);
        QTRY_COMPARE(sidebar->width(), metrics::sidebar);
        shown.window.activateWindow(); // only the active window takes its keys
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTest::keyClick(&shown.window, Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(sidebar->width(), metrics::rail);
        QTest::keyClick(&shown.window, Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(sidebar->width(), metrics::sidebar);
    }

    void anotherWorkspaceTakesTheWindow()
    {
        Shown shown;
        support::Outside other;
        shown.window.go({u"settings"_s, {}, {}});
        shown.window.openWorkspace(other.file(), true);
        QCOMPARE(shown.window.backend()->file(), other.file());
        bool answered = false;
        shown.window.backend()->ask<int>(
            this, [](core::Session &) -> Result<int> { return 1; },
            [&answered](const Result<int> &) { answered = true; });
        QTRY_VERIFY(answered);
    }

    void aFileThatCannotBeOpenedIsTold()
    {
        support::Outside outside;
        MainWindow window({outside(), u"1"_s, {}});
        window.show();
        window.openWorkspace(u"/nowhere/at/all.syncline"_s, false);
        QTRY_VERIFY(window.findChild<QWidget *>(u"windowMessage"_s)->isVisible());
    }

    void theStartAsksForTwoSystems()
    {
        support::Outside outside;
        MainWindow window({outside(), u"1"_s, {}});
        window.show();
        window.showFirstStart();
        QVERIFY(!window.findChild<Sidebar *>(u"sidebar"_s)->isVisible());
        auto *next = window.findChild<QAbstractButton *>(u"connectChosen"_s);
        QVERIFY(!next->isEnabled());
        for (QAbstractButton *tile : window.findChildren<QAbstractButton *>()) {
            if (tile->isCheckable() && tile->isVisible())
                QTest::mouseClick(tile, Qt::LeftButton);
        }
        QVERIFY(next->isEnabled());
        QVERIFY(next->text().contains("SuiteCRM"_L1));
        QCOMPARE(nameless(window), QStringList());
    }

    void theCommandPaletteFindsWithoutAccents()
    {
        QCOMPARE(folded(u"Ängström"_s), u"angstrom"_s);
        QAction one(u"Überblick"_s);
        QAction two(u"Something else"_s);
        bool ran = false;
        connect(&one, &QAction::triggered, this, [&ran] { ran = true; });
        CommandPalette palette({&one, &two}, nullptr);
        palette.show();
        auto *words = palette.findChild<QLineEdit *>(u"paletteWords"_s);
        QTest::keyClicks(words, u"uber"_s);
        QCOMPARE(palette.findChild<QListWidget *>(u"paletteHits"_s)->count(), 1);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(ran);
    }
};

QTEST_MAIN(tst_Shell)
#include "tst_shell.moc"
