// What the main window does by itself: schedules, the tray, and what people are told.
#include "ui/backend/automation.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/dashboard/livecard.h"
#include "ui/preview/times.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticeplaces.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/tray.h"
#include "ui/shell/workspaces.h"

#include <QDateTime>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr core::Millis hour = 3'600'000;

bool isForTheDesktop(const core::Notification &notification)
{
    return notification.isRecovery || notification.severity >= core::Urgency::Warning;
}

} // namespace

void MainWindow::startAutomation()
{
    m_automation = std::make_unique<Automation>(*m_backend);
    connect(m_automation.get(), &Automation::changed, this, &MainWindow::showNext);
    connect(m_automation.get(), &Automation::told, this, &MainWindow::tellNews);
    showNext();
}

void MainWindow::connectTray()
{
    m_tray = new Tray(this);
    connect(m_tray, &Tray::openWanted, this, &MainWindow::comeForward);
    connect(m_tray, &Tray::syncWanted, this, [this] {
        comeForward({});
        syncNow();
    });
    connect(m_tray, &Tray::pauseWanted, this, [this](bool isPaused) {
        if (m_automation)
            m_automation->setPause(
                {isPaused, isPaused ? std::optional(QDateTime::currentMSecsSinceEpoch() + hour) : std::nullopt});
    });
    connect(m_tray, &Tray::cancelWanted, this, [this] {
        if (m_backend)
            m_backend->runs().cancel();
    });
    connect(m_tray, &Tray::quitWanted, this, [this] {
        m_wantsQuit = true;
        close();
        m_wantsQuit = false;
    });
}

void MainWindow::comeForward(const QString &view)
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    if (!view.isEmpty() && m_backend)
        go({view, {}, {}});
}

/// The status bar and the tray say the same.
void MainWindow::showNext()
{
    const core::AutomationPause pause = m_automation ? m_automation->pause() : core::AutomationPause{};
    const auto next = m_automation ? m_automation->nextAt() : std::nullopt;
    if (pause.isPaused)
        m_status->showNext(pause.until ? tr("Paused until %1").arg(shortTime(*pause.until))
                                       : tr("Everything is paused"),
                           tr("Nothing runs by itself; go on in Schedules."));
    else if (!next)
        m_status->showNext(tr("Next run: when you start it"),
                           tr("Nothing runs by the clock. Sync Now (F5) starts a run."));
    else
        m_status->showNext(tr("Next run: %1").arg(shortTime(*next)),
                           m_automation->holds() ? exactTime(*next)
                                                 : tr("Another program runs the schedules of this workspace."));
    showTray();
}

void MainWindow::showTray()
{
    TrayState state;
    if (m_backend && m_automation) {
        const Runs &runs = m_backend->runs();
        const auto next = m_automation->nextAt();
        state.workspace = workspaceName(m_backend->file());
        state.next = next ? tr("next run %1").arg(shortTime(*next)) : QString();
        state.isRunning = runs.isRunning();
        state.run = runs.isRunning() ? runTitle(runs.progress(), true) : QString();
        state.isPaused = m_automation->pause().isPaused;
        state.waiting = m_badges.waiting;
        state.broken = m_badges.brokenSystems;
    }
    m_tray->set(state);
}

/// Above the page, and on the desktop unless the person does not want that.
void MainWindow::tellNews(const QList<core::Notification> &news)
{
    for (const core::Notification &made : news) {
        if (!isForTheDesktop(made))
            continue;
        const MessageKind kind = made.isRecovery      ? MessageKind::Good
            : made.severity == core::Urgency::Problem ? MessageKind::Bad
                                                      : MessageKind::Warn;
        if (m_place.view != "dashboard"_L1) // it says itself what is wrong
            m_message->tell(kind, made.title, made.text, tr("Close"));
        if (!QSettings().value(u"notify/desktop"_s, true).toBool())
            continue;
        const NoticePlace place = placeOf(made);
        const auto open = [this, view = place.view] { comeForward(view); };
        if (!m_surroundings.notifyDesktop || !m_surroundings.notifyDesktop(made, place.button, open))
            m_tray->tell(made, place.view);
    }
}

} // namespace syncline::ui
