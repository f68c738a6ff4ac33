#pragma once

#include "core/automation/hints.h"
#include "core/automation/schedules.h"
#include "core/services/runcontrol.h"

namespace syncline::core {

/// What is to be run now, and for which schedule or hints.
struct DueRun
{
    QString schedule; ///< "": for hints
    RunRequest request;
    Millis dueAt = 0;   ///< when it should have begun
    Millis beganAt = 0; ///< when it was handed out
    QString hints = {}; ///< the claim of those that it is for
};

/// What a look at the schedules found.
struct SchedulerTurn
{
    bool holds = false; ///< this process is the one that runs them
    AutomationPause pause;
    std::optional<DueRun> due;
    std::optional<Millis> nextAt;     ///< of all schedules
    std::optional<Millis> nextHintAt; ///< when a hint is due, or may be claimed again
};

/// Says which run is due and takes down what became of it; starts nothing itself. One process at a time does that for a
/// workspace, by a lease: when it stops it gives the lease up, when it dies the next look takes it, and when its computer
/// is lost the lease runs out. Everything it knows stands in the workspace, so an object may be made for each call.
class Scheduler
{
public:
    static constexpr std::chrono::milliseconds leaseFor{60'000};
    static constexpr std::chrono::milliseconds lookEvery{5'000};
    /// Between two looks at whether another program took hints: a look() that finds nothing costs a write, this costs a read.
    static constexpr std::chrono::milliseconds askForHintsEvery{250};
    /// Who asks in `runs`.
    static QString actorName();

    explicit Scheduler(Session &session, QString claim = ownClaim());

    /// Takes or renews the lease, and hands out what is due, by a schedule or for hints: a missed run once, however often
    /// it was missed. What has waited longest comes first. Nothing while `isBusy` or while a run of the workspace is going on anywhere: what is due waits for it.
    Result<SchedulerTurn> look(bool isBusy);
    /// To be called for each run that was handed out.
    Result<void> ended(const DueRun &due, const RunEnd &end);
    /// Gives the lease up.
    Result<void> release();
    /// Whether this process is the one now; takes nothing.
    Result<bool> holds();
    /// Whether hints are due that nobody works at; takes nothing.
    Result<bool> areHintsDue();

private:
    Result<bool> takeLease();
    Result<bool> isRunGoingOn();
    Result<void> findDue(SchedulerTurn &turn, bool mayStart);
    Result<void> takeHints(SchedulerTurn &turn);
    Result<std::optional<DueRun>> handOut(ScheduleRow row, const Schedule &schedule);
    Result<void> endedSchedule(const DueRun &due, const RunEnd &end);
    Result<void> skip(ScheduleRow row, const Schedule &schedule, const QString &why);
    QString detailOf(const RunEnd &end, const Schedule &schedule);

    Session &m_session;
    ScheduleStore m_store;
    QString m_claim;
};

/// A run that came to nothing: it is tried again later than the schedule says. Where one of all systems was down, the
/// others went on, and they need not wait for it.
bool hasFailed(const RunEnd &end, const Schedule &schedule);

} // namespace syncline::core
