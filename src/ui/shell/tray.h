#pragma once

#include "core/automation/notification.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace syncline::ui {

/// What the tray shows of a workspace at one moment. A value.
struct TrayState
{
    QString workspace;
    QString next; ///< when the next run begins, in words; "" for never
    QString run;  ///< what goes on, in words; "" for nothing
    bool isRunning = false, isPaused = false;
    int waiting = 0, broken = 0; ///< decisions; systems
    bool operator==(const TrayState &) const = default;
};

/// The sign in the desktop's tray with its menu: plain items with icons, since desktops draw them. Shown only where there is
/// a tray; everything in it can be done in the window as well.
class Tray final : public QObject
{
    Q_OBJECT
public:
    explicit Tray(QObject *parent = nullptr);
    void set(const TrayState &state);
    /// Through the tray, where the desktop shows such messages. A click on it opens the view.
    void tell(const core::Notification &notification, const QString &view);
    QMenu &menu() { return m_menu; }
    bool isShown() const { return m_icon.isVisible(); }
    /// "At rest", "Running", "Waits for you", "Something is broken", "Paused".
    QString word() const;

Q_SIGNALS:
    void openWanted(const QString &view); ///< "" for the window as it is
    void syncWanted();
    void pauseWanted(bool isPaused); ///< for an hour
    void cancelWanted();
    void quitWanted();

private:
    void build();
    QIcon sign() const;

    TrayState m_state;
    QString m_told; ///< view that the last message leads to
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_what, *m_run, *m_sync, *m_pause, *m_cancel, *m_decide, *m_broken;
};

} // namespace syncline::ui
