#pragma once

#include "core/automation/notifications.h"
#include "core/automation/scheduler.h"
#include "ui/backend/backend.h"

#include <QTimer>

namespace syncline::ui {

class Runs;

/// Runs what is due by the clock while the window is open, unless another program does that for the workspace, and hears
/// what people are told. In the window's thread; the schedules are looked at on the backend's.
class Automation final : public QObject
{
    Q_OBJECT
public:
    explicit Automation(Backend &backend, QObject *parent = nullptr);
    ~Automation() override; ///< gives the schedules up, for another program

    /// This window is the one that runs schedules.
    bool holds() const { return m_holds; }
    const core::AutomationPause &pause() const { return m_pause; }
    std::optional<core::Millis> nextAt() const { return m_nextAt; }
    void setPause(const core::AutomationPause &pause);
    void look();
    /// Looks at once where another program has taken a webhook.
    void askForHints();

Q_SIGNALS:
    /// What is shown of it is another now.
    void changed();
    void told(const QList<syncline::core::Notification> &news);
    void failed(const syncline::Error &error);

private:
    struct Look
    {
        core::SchedulerTurn turn;
        bool hasMail = false; ///< messages that are due
    };
    void take(const Look &look);
    void giveBack(const core::DueRun &due);
    void deliver();
    void ended(const core::RunEnd &end);

    Backend &m_backend;
    QTimer m_clock, m_hintClock;
    bool m_holds = false, m_isLooking = false, m_isAsking = false, m_isDelivering = false;
    core::AutomationPause m_pause;
    std::optional<core::Millis> m_nextAt;
    std::optional<core::DueRun> m_due; ///< of the run that goes on
};

} // namespace syncline::ui
