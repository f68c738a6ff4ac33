#pragma once

#include "core/automation/metrics.h"
#include "core/automation/scheduler.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace syncline::core {

/// What works in the background without a window (`syncline-cli serve`): carries out what is due by the clock and what is
/// asked for from outside, one run after the other. run() belongs to the session's thread; call() and wake() may be
/// called from any.
class Worker
{
public:
    /// Told on the session's thread: one object for each thing that happens, with its name as "event".
    using Tell = std::function<void(const QJsonObject &)>;

    Worker(Session &session, Metrics &metrics, Tell tell, std::chrono::milliseconds lookEvery = Scheduler::lookEvery);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Blocks until the stop; then cancels the run that goes on, waits for its last request and gives the lease up.
    Result<void> run(std::stop_token stop);
    /// Does it on run()'s thread and waits for it; false where run() does not take it up in time, or has ended.
    bool call(const std::function<void()> &job);
    /// Looks at the clock now.
    void wake();

    // On run()'s thread alone:
    /// Begins a run that somebody asks for. Its id; refused while another one goes on.
    Result<QString> start(RunRequest request);
    /// Brings these records into step as soon as no run goes on. They wait in the workspace, too: the next run of any kind
    /// has them.
    void carry(const QStringList &records);
    Session &session() { return m_session; }
    const Metrics &metrics() const { return m_metrics; }

private:
    struct Job
    {
        std::function<void()> work;
        bool isDone = false, isGivenUp = false;
    };
    void doJobs();
    void look();
    void followUp();
    void carryNext();
    void begin(const RunRequest &request, std::optional<DueRun> due);
    QJsonValue schedule() const; ///< of the run that goes on; null where it is for none
    void endDue(const RunEnd &end);
    void takeEnd();
    void conclude(const RunEnd &end);
    void tellError(const Error &error);
    void waitForSomething(const std::stop_token &stop);
    bool wait(const std::stop_token &stop, std::chrono::milliseconds patience);
    bool areHintsDue();

    Session &m_session;
    Metrics &m_metrics;
    Tell m_tell;
    std::chrono::milliseconds m_lookEvery;
    bool m_holds = false;
    bool m_lookedOnce = false, m_isStopping = false;
    std::optional<DueRun> m_due; ///< of the run that goes on
    Millis m_beganAt = 0;
    bool m_takesHints = false;
    std::optional<Millis> m_nextHintAt; ///< where this process would take it up
    QStringList m_toCarry;              ///< hub records that events changed

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::shared_ptr<Job>> m_jobs;
    std::optional<RunEnd> m_end;
    bool m_isWoken = false, m_takesJobs = true;
    std::unique_ptr<RunControl> m_control; ///< last: its thread ends before what it uses
};

} // namespace syncline::core
