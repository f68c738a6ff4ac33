#include "ui/shell/tray.h"

#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

Tray::Tray(QObject *parent) : QObject(parent)
{
    m_menu.setObjectName(u"trayMenu"_s);
    build();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openWanted({});
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT openWanted(m_told); });
    set({});
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void Tray::build()
{
    m_what = m_menu.addAction(QString());
    m_run = m_menu.addAction(QString());
    m_what->setEnabled(false);
    m_run->setEnabled(false);
    m_menu.addSeparator();
    m_sync = m_menu.addAction(icon(u"sync"_s), tr("Sync Now"));
    m_pause = m_menu.addAction(icon(u"pause"_s), QString());
    m_cancel = m_menu.addAction(icon(u"x"_s), tr("Cancel this run"));
    m_menu.addSeparator();
    m_decide = m_menu.addAction(icon(u"review"_s), QString());
    m_broken = m_menu.addAction(icon(u"error"_s, Token::BadMark), QString());
    m_menu.addSeparator();
    QAction *open = m_menu.addAction(icon(u"open"_s), tr("Open Syncline"));
    QAction *settings = m_menu.addAction(icon(u"settings"_s), tr("Settings"));
    m_menu.addSeparator();
    QAction *quit = m_menu.addAction(tr("Quit; runs stop"));
    connect(m_sync, &QAction::triggered, this, &Tray::syncWanted);
    connect(m_pause, &QAction::triggered, this, [this] { Q_EMIT pauseWanted(!m_state.isPaused); });
    connect(m_cancel, &QAction::triggered, this, &Tray::cancelWanted);
    connect(m_decide, &QAction::triggered, this, [this] { Q_EMIT openWanted(u"review"_s); });
    connect(m_broken, &QAction::triggered, this, [this] { Q_EMIT openWanted(u"integrations"_s); });
    connect(open, &QAction::triggered, this, [this] { Q_EMIT openWanted({}); });
    connect(settings, &QAction::triggered, this, [this] { Q_EMIT openWanted(u"settings"_s); });
    connect(quit, &QAction::triggered, this, &Tray::quitWanted);
}

QString Tray::word() const
{
    if (m_state.isRunning)
        return tr("Running");
    if (m_state.broken > 0)
        return tr("Something is broken");
    if (m_state.isPaused)
        return tr("Paused");
    return m_state.waiting > 0 ? tr("Waits for you") : tr("At rest, all well");
}

void Tray::set(const TrayState &state)
{
    m_state = state;
    const QString next = state.isPaused ? tr("paused") : state.next;
    m_what->setText(next.isEmpty() ? state.workspace : tr("%1, %2").arg(state.workspace, next));
    m_what->setVisible(!state.workspace.isEmpty());
    m_run->setText(state.run);
    m_run->setVisible(!state.run.isEmpty());
    m_sync->setEnabled(!state.workspace.isEmpty() && !state.isRunning);
    m_pause->setText(state.isPaused ? tr("Go on") : tr("Pause for 1 hour"));
    m_pause->setEnabled(!state.workspace.isEmpty());
    m_cancel->setVisible(state.isRunning);
    m_decide->setText(tr("Decide %1").arg(state.waiting));
    m_decide->setVisible(state.waiting > 0);
    m_broken->setText(tr("%n system(s) need you", nullptr, state.broken));
    m_broken->setVisible(state.broken > 0);
    m_icon.setIcon(sign());
    m_icon.setToolTip(state.workspace.isEmpty() ? tr("Syncline") : tr("%1: %2").arg(state.workspace, word()));
}

/// The program's sign with a small one for its state in the corner.
QIcon Tray::sign() const
{
    constexpr int size = 64, small = 28;
    QPixmap pixmap = iconPixmap(u"mapping"_s, size, color(Token::Text), 1);
    QPainter painter(&pixmap);
    const QString corner = m_state.isRunning ? u"sync"_s
        : m_state.broken > 0                 ? u"error"_s
        : m_state.isPaused                   ? u"pause"_s
        : m_state.waiting > 0                ? u"warn"_s
                                             : QString();
    const Token tone = m_state.isRunning ? Token::Accent
        : m_state.broken > 0             ? Token::BadMark
        : m_state.isPaused               ? Token::Text2
                                         : Token::WarnMark;
    if (!corner.isEmpty()) {
        const QRect place(size - small, size - small, small, small);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Surface));
        painter.drawEllipse(place);
        painter.drawPixmap(place, iconPixmap(corner, small, color(tone), 1));
    }
    return QIcon(pixmap);
}

void Tray::tell(const core::Notification &notification, const QString &view)
{
    m_told = view;
    if (!m_icon.isVisible() || !QSystemTrayIcon::supportsMessages())
        return;
    const auto kind = notification.severity == core::Urgency::Problem ? QSystemTrayIcon::Critical
        : notification.severity == core::Urgency::Warning             ? QSystemTrayIcon::Warning
                                                                      : QSystemTrayIcon::Information;
    m_icon.showMessage(notification.title, notification.text, kind);
}

} // namespace syncline::ui
