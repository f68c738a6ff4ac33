// What the main window does for its actions: workspaces, runs, the demo.
#include "ui/shell/mainwindow.h"

#include "core/services/dashboard.h"
#include "core/services/demo.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/settings/preferences.h"
#include "ui/shell/actions.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/views.h"
#include "ui/shell/workspaces.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QThread>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void MainWindow::connectActions()
{
    const auto on = [this](const QString &name, auto act) {
        connect((*m_actions)[name], &QAction::triggered, this, std::move(act));
    };
    on(u"back"_s, [this] { back(); });
    on(u"palette"_s, [this] { CommandPalette(m_actions->all(), this).exec(); });
    on(u"sync"_s, [this] { syncNow(); });
    on(u"preview"_s, [this] { go({u"preview"_s, {}, {}}); });
    on(u"cancel"_s, [this] {
        if (m_backend)
            m_backend->runs().cancel();
    });
    on(u"addIntegration"_s, [this] { go({u"integrations"_s, {}, u"add"_s}); });
    on(u"filter"_s, [this] {
        if (View *here = m_views.value(m_place.view))
            here->focusFilter();
    });
    on(u"rail"_s, [this] {
        m_wantsRail = !m_wantsRail;
        updateRail();
    });
    on(u"nextPane"_s, [this] { movePane(1); });
    on(u"previousPane"_s, [this] { movePane(-1); });
    on(u"workspaces"_s, [this] { workspaceMenu(); });
    on(u"newWorkspace"_s, [this] { newWorkspace(); });
    on(u"openWorkspace"_s, [this] { chooseWorkspace(); });
    on(u"demo"_s, [this] { openDemo(); });
    on(u"light"_s, [this] { chooseScheme(SchemeChoice::Light, u"light"_s); });
    on(u"dark"_s, [this] { chooseScheme(SchemeChoice::Dark, u"dark"_s); });
    on(u"quit"_s, [this] {
        m_wantsQuit = true;
        close();
        m_wantsQuit = false;
    });
    (*m_actions)[u"cancel"_s]->setEnabled(false);
    (*m_actions)[u"demo"_s]->setEnabled(bool(m_surroundings.startDemo));
}

void MainWindow::chooseScheme(SchemeChoice choice, const QString &name)
{
    QSettings().setValue(u"appearance/scheme"_s, name);
    Theme::instance().choose(choice);
    refreshShown();
}

void MainWindow::connectRuns()
{
    Runs &runs = m_backend->runs();
    const auto running = [this](bool isRunning) {
        (*m_actions)[u"cancel"_s]->setEnabled(isRunning);
        (*m_actions)[u"sync"_s]->setEnabled(!isRunning);
    };
    running(false);
    m_status->showIdle({});
    connect(&runs, &Runs::started, this, [this, running] {
        running(true);
        m_status->showRun({});
        showTray();
    });
    connect(&runs, &Runs::progressed, m_status, &StatusBar::showRun);
    connect(&runs, &Runs::finished, this, [this, running](const core::RunEnd &end) {
        running(false);
        m_status->showIdle({});
        showTray();
        m_idle.start();
        const bool told = m_place.view == "dashboard"_L1 || m_place.view == "preview"_L1 || m_place.view == "undo"_L1;
        if (end.problem && !end.cancelled && !told)
            tellFailure(*end.problem);
    });
}

/// What failed while somebody looks at Activity counts as seen; a run that goes on is looked at when it has ended.
void MainWindow::readBadges()
{
    if (!m_backend)
        return;
    if (m_place.view == "activity"_L1 && !m_backend->runs().isRunning())
        markFailuresSeen(m_backend->file(), QDateTime::currentMSecsSinceEpoch());
    m_backend->ask<core::Badges>(
        this,
        [since = failuresSeen(m_backend->file())](core::Session &session) {
            return core::Dashboard(session).badges(since);
        },
        [this](const Result<core::Badges> &badges) {
            if (!badges)
                return; // the view says what is wrong
            m_sidebar->setBadge(u"integrations"_s, BadgeKind::Broken, badges->brokenSystems);
            m_sidebar->setBadge(u"review"_s, BadgeKind::Decide, badges->waiting);
            m_sidebar->setBadge(u"activity"_s, BadgeKind::Broken, badges->failed);
            m_badges = *badges;
            showTray();
        });
}

void MainWindow::syncNow()
{
    if (!m_backend)
        return;
    m_message->clear();
    if (previewFirst())
        return go({u"preview"_s, {}, {}});
    m_backend->runs().start({});
}

/// The panes of the page: what its splitters hold, else the page as a whole; the sidebar comes last.
void MainWindow::movePane(int step)
{
    View *here = m_views.value(m_place.view);
    if (here == nullptr)
        return;
    QList<QWidget *> panes;
    for (const QSplitter *splitter : here->findChildren<QSplitter *>()) {
        for (int i = 0; splitter->isVisible() && i < splitter->count(); ++i)
            panes << splitter->widget(i);
    }
    if (panes.isEmpty())
        panes << here;
    panes << m_sidebar;
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (QApplication::focusWidget() != nullptr && panes[i]->isAncestorOf(QApplication::focusWidget()))
            at = i;
    }
    QWidget *pane = panes[(at + step + panes.size()) % panes.size()];
    for (QWidget *child : pane->findChildren<QWidget *>()) {
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0) {
            child->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::workspaceMenu()
{
    QMenu menu(this);
    menu.setObjectName(u"workspaceMenu"_s);
    for (const QString &file : recentWorkspaces()) {
        QAction *action = menu.addAction(workspaceName(file));
        action->setToolTip(file);
        action->setCheckable(true);
        action->setChecked(m_backend && m_backend->file() == file);
        const bool isDemo = file == demoWorkspace(); // its stand-ins must be there
        connect(action, &QAction::triggered, this,
                [this, file, isDemo] { isDemo ? openDemo() : openWorkspace(file, false); });
    }
    menu.addSeparator();
    for (const QString &name : {u"newWorkspace"_s, u"openWorkspace"_s, u"demo"_s})
        menu.addAction((*m_actions)[name]);
    const QWidget *button = m_sidebar->workspace();
    menu.exec(button->mapToGlobal(QPoint(8, button->height())));
}

void MainWindow::newWorkspace()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("New workspace"),
                                                      QDir(workspaceFolder()).filePath(tr("My workspace.syncline")),
                                                      tr("Workspaces (*.syncline)"));
    if (!file.isEmpty())
        openWorkspace(file, !QFileInfo::exists(file));
}

void MainWindow::chooseWorkspace()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a workspace"), workspaceFolder(),
                                                      tr("Workspaces (*.syncline)"));
    if (!file.isEmpty())
        openWorkspace(file, false);
}

void MainWindow::openDemo()
{
    if (!m_surroundings.startDemo)
        return;
    (*m_actions)[u"demo"_s]->setEnabled(false);
    m_status->showIdle(tr("Starting the demo"));
    using Answer = Result<QMap<QString, QString>>;
    auto answer = std::make_shared<Answer>();
    auto *thread = QThread::create([answer, start = m_surroundings.startDemo] { *answer = start(); });
    connect(thread, &QThread::finished, this, [this, thread, answer] {
        thread->deleteLater();
        demoStarted(*answer);
    });
    thread->start();
}

void MainWindow::demoStarted(const Result<QMap<QString, QString>> &addresses)
{
    (*m_actions)[u"demo"_s]->setEnabled(true);
    m_status->showIdle({});
    if (!addresses)
        return tellFailure(addresses.error());
    closeWorkspace(); // the stand-ins start with the same people each time, and so does the workspace
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(QString(demoWorkspace() + end));
    openWorkspace(demoWorkspace(), true);
    connectDemo(*addresses);
}

void MainWindow::connectDemo(const QMap<QString, QString> &addresses)
{
    m_status->showIdle(tr("Connecting the demo"));
    m_backend->ask<int>(
        this, [](core::Session &) -> Result<int> { return 0; },
        [this, addresses](const Result<int> &) { // the file is there now
            m_backend->work<void>(
                this,
                [addresses](core::Session &session, std::stop_token stop) {
                    return core::connectDemo(session, addresses, stop);
                },
                [this](const Result<void> &done) {
                    m_status->showIdle({});
                    if (!done)
                        tellFailure(done.error());
                    m_backend->announceChange();
                });
        });
}

void MainWindow::askKeychain()
{
    if (!m_backend)
        return;
    m_backend->work<core::SecretMap>(
        this,
        [](core::Session &session, std::stop_token) -> Result<core::SecretMap> {
            return session.outside().secrets != nullptr ? session.outside().secrets->read(u"keychain-probe"_s)
                                                        : Result<core::SecretMap>();
        },
        [this](const Result<core::SecretMap> &answer) {
            const bool isOpen = answer || answer.error().kind == ErrorKind::NotFound;
            m_status->showKeychain(isOpen ? StatusBar::Keychain::Unlocked : StatusBar::Keychain::Locked,
                                   isOpen ? QString() : answer.error().message);
        });
}

} // namespace syncline::ui
