#pragma once

#include "app/connectorfactory.h"
#include "pointerdrag.h"
#include "support/memorysecrets.h"
#include "support/program.h"
#include "ui/mapping/mappingboard.h"
#include "ui/mapping/mappingview.h"
#include "ui/theme/palette.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

/// The mapping view over a real workspace and the stand-ins, for the tests of the view.
namespace syncline::test {

using namespace Qt::StringLiterals;
using namespace syncline::core;
using namespace syncline::ui;

/// Two stand-ins and a synced workspace; each test works on a copy of the file.
struct MappingWorld
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

    MappingWorld()
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

inline const PairId email{u"email"_s, u"email1"_s};
inline const PairId firstName{u"first_name"_s, u"first_name"_s};
inline const PairId phone{u"phone"_s, u"phone_work"_s};

/// One view at a time, in a window of its own.
class ShownMapping
{
public:
    void startWorld()
    {
        Theme::instance().install();
        m_world = std::make_unique<MappingWorld>();
    }
    void endWorld() { m_world.reset(); }

    /// On a copy of the world's file, until everything that it asks for is there.
    void openView()
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

    void closeView()
    {
        m_window.reset();
        m_backend.reset();
    }

    MappingWorld &world() { return *m_world; }
    MappingView &view() { return *m_view; }
    QWidget &window() { return *m_window; }
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
        return list.viewport()->mapTo(m_window.get(), list.rowOf(key).center());
    }
    QPoint onCanvas(const PairId &pair, MappingCanvas::Part part)
    {
        return board().canvas().mapTo(m_window.get(), board().canvas().partRect(pair, part).center());
    }

    /// `over` runs once while the field is held over the target.
    void drag(const QPoint &from, const QPoint &to, const QString &key, const std::function<void()> &over = {},
              bool escape = false)
    {
        PointerDrag pointer(board(), m_window->mapToGlobal(from), m_window->mapToGlobal(to));
        QVERIFY(pointer.run(key, over, escape));
    }

    /// Offscreen has no drag and drop: CTest runs these functions once more under an X server.
    static bool hasPointer() { return QGuiApplication::platformName() == "xcb"_L1; }

private:
    std::unique_ptr<MappingWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<QWidget> m_window;
    MappingView *m_view = nullptr;
};

} // namespace syncline::test
