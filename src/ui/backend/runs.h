#pragma once

#include "core/services/runcontrol.h"
#include "ui/backend/backend.h"

#include <QObject>

#include <memory>

namespace syncline::ui {

/// The run that this window carries out: start, watch, pause, cancel. One at a time. In the window's thread; progress is
/// told at most four times a second, however fast the run goes.
class Runs final : public QObject
{
    Q_OBJECT
public:
    explicit Runs(Backend &backend);
    ~Runs() override; ///< cancels what runs and waits for its last request

    bool isRunning() const { return m_isRunning; }
    /// False if one is running already.
    bool start(const core::RunRequest &request);
    /// Everything, or what the options name.
    bool sync(const core::SyncOptions &options);

    /// Takes effect at the next step; progress().paused says when.
    void pause();
    void resume();
    /// Ends after the requests that are under way; what was written stays.
    void cancel();

    const core::RunProgress &progress() const { return m_progress; }
    /// What the last started run was asked to do.
    const core::RunRequest &request() const { return m_request; }

Q_SIGNALS:
    void started();
    void progressed(const syncline::core::RunProgress &progress);
    void finished(const syncline::core::RunEnd &end);

private:
    void take(const core::RunProgress &progress);
    void end(const core::RunEnd &end);

    Backend &m_backend;
    std::shared_ptr<core::RunControl> m_control;
    core::RunProgress m_progress;
    core::RunRequest m_request;
    bool m_isRunning = false;
    bool m_cancelAsked = false; ///< before the run's thread was there
    bool m_pauseAsked = false;
};

} // namespace syncline::ui
