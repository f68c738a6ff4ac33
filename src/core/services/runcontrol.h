#pragma once

#include "core/services/runprogress.h"
#include "core/services/session.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace syncline::core {

struct RunRequest
{
    enum class Kind {
        Sync,       ///< read, plan, write
        Preview,    ///< read and plan; nothing is written to a CRM
        CarryOut,   ///< what the preview `run` planned
        Undo,       ///< take `run` back
        UndoPreview ///< what taking `run` back would do
    };
    Kind kind = Kind::Sync;
    QStringList integrations, entities, records; ///< empty: all
    QList<LinkKey> places;                       ///< as in SyncOptions
    bool full = false;
    QString run;
    bool overrideGuards = false;
    QString actor; ///< on whose behalf; "": the session's
    QString id;    ///< of a new run; "": one is made

    bool writes() const { return kind != Kind::Preview && kind != Kind::UndoPreview; }
};

/// How it ended. What has been written stays, also after a cancel.
struct RunEnd
{
    RunRequest request;
    QString run;    ///< "" where it did not come to one
    QString status; ///< as in runs.status; "" with a problem
    QStringList guards;
    std::optional<Error> problem;
    bool cancelled = false;
    int written = 0; ///< writes that CRMs took
    int failed = 0;
    int left = 0; ///< planned writes that were not sent
};

/// One run on a thread and a Session of its own. All functions may be called from any thread.
class RunControl
{
public:
    /// Called on the run's thread: at most four times a second, and the last time when it has ended.
    using OnProgress = std::function<void(const RunProgress &)>;
    using OnEnd = std::function<void(const RunEnd &)>;

    /// Refuses what the session's actor may not do. The session is only asked for its file, its actor and its outside.
    static Result<std::unique_ptr<RunControl>> start(Session &session, const RunRequest &request, OnProgress onProgress,
                                                     OnEnd onEnd);
    ~RunControl(); ///< cancels and waits
    RunControl(const RunControl &) = delete;
    RunControl &operator=(const RunControl &) = delete;

    /// Takes effect at the next step: what is on its way to a CRM is finished first, so that no write waits between
    /// its last look and its request.
    void pause();
    void resume();
    void cancel();
    RunProgress progress() const;
    bool hasEnded() const;
    const RunRequest &request() const { return m_request; }

private:
    RunControl(QString file, const Session::Outside &outside, const Actor &actor, const RunRequest &request,
               OnProgress onProgress, OnEnd onEnd);
    void work(const std::stop_token &stop);
    Result<SyncOutcome> carryOut(Session &session, const std::stop_token &stop);
    void hear(Session &session, const Progress &told, const std::stop_token &stop);
    void waitWhilePaused(const std::stop_token &stop);
    void countWrites(Session &session);
    void conclude(Session &session, RunEnd &end);
    void publish(bool now);

    QString m_file;
    Session::Outside m_outside;
    Actor m_actor;
    RunRequest m_request;
    OnProgress m_onProgress;
    OnEnd m_onEnd;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    RunProgress m_progress;
    bool m_pauseAsked = false;
    bool m_ended = false;
    // Of the run's thread alone:
    std::unique_ptr<ProgressMeter> m_meter;
    bool m_counted = false;
    Millis m_publishedAt = 0;

    std::jthread m_thread; ///< last: it ends before what it uses
};

} // namespace syncline::core
