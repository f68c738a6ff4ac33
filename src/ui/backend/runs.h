#pragma once

#include "ui/backend/backend.h"

#include <QElapsedTimer>
#include <QTimer>

#include <mutex>

namespace syncline::ui {

/// How a run ended: with an outcome, or not at all.
struct RunEnd
{
    std::optional<core::SyncOutcome> outcome;
    std::optional<Error> error;
};

/// The run that this window carries out: start, watch, cancel. One at a time. In the window's thread; progress is handed
/// over at most four times a second, however fast the run reports it.
class Runs final : public QObject
{
    Q_OBJECT
public:
    explicit Runs(Backend &backend);

    bool isRunning() const { return m_isRunning; }
    /// False if one is running already.
    bool sync(const core::SyncOptions &options);
    /// The inverse of `run`, carried out unless options.dryRun.
    bool undo(const QString &run, const core::SyncOptions &options);
    /// Ends after the requests that are under way; what was written stays.
    void cancel() { m_task.cancel(); }

    const core::Progress &progress() const { return m_progress; }
    std::chrono::milliseconds elapsed() const;
    /// What the last started run was asked to do.
    const core::SyncOptions &options() const { return m_options; }

Q_SIGNALS:
    void started();
    void progressed(const syncline::core::Progress &progress);
    void finished(const syncline::ui::RunEnd &end);

private:
    using Body = std::function<Result<core::SyncOutcome>(core::Runner &, std::stop_token)>;
    bool begin(const core::SyncOptions &options, Body body);
    void tick();
    struct Latest
    {
        std::mutex mutex;
        std::optional<core::Progress> progress;
    };

    Backend &m_backend;
    std::shared_ptr<Latest> m_latest = std::make_shared<Latest>();
    QTimer m_timer;
    QElapsedTimer m_since;
    Task m_task;
    core::Progress m_progress;
    core::SyncOptions m_options;
    bool m_isRunning = false;
};

} // namespace syncline::ui
