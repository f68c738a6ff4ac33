#include "ui/backend/runs.h"

namespace syncline::ui {

using namespace std::chrono_literals;

Runs::Runs(Backend &backend) : m_backend(backend)
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &Runs::tick);
}

std::chrono::milliseconds Runs::elapsed() const
{
    return m_isRunning ? std::chrono::milliseconds(m_since.elapsed()) : 0ms;
}

bool Runs::sync(const core::SyncOptions &options)
{
    return begin(options, [options](core::Runner &runner, std::stop_token stop) { return runner.sync(options, stop); });
}

bool Runs::undo(const QString &run, const core::SyncOptions &options)
{
    return begin(options, [run, options](core::Runner &runner, std::stop_token stop) {
        return runner.undo(run, options, stop);
    });
}

bool Runs::begin(const core::SyncOptions &options, Body body)
{
    if (m_isRunning)
        return false;
    m_isRunning = true;
    m_options = options;
    m_progress = {};
    m_since.start();
    m_task = m_backend.work<core::SyncOutcome>(
        this,
        [body = std::move(body), latest = m_latest](core::Session &session, std::stop_token stop) {
            core::Runner runner = session.runner();
            runner.setProgress([latest](const core::Progress &progress) {
                const std::lock_guard lock(latest->mutex);
                latest->progress = progress;
            });
            return body(runner, stop);
        },
        [this](const Result<core::SyncOutcome> &outcome) {
            tick();
            m_timer.stop();
            m_isRunning = false;
            Q_EMIT finished(outcome ? RunEnd{*outcome, std::nullopt} : RunEnd{std::nullopt, outcome.error()});
            m_backend.announceChange();
        });
    m_timer.start();
    Q_EMIT started();
    return true;
}

void Runs::tick()
{
    std::optional<core::Progress> next;
    {
        const std::lock_guard lock(m_latest->mutex);
        next.swap(m_latest->progress);
    }
    if (!next)
        return;
    m_progress = *next;
    Q_EMIT progressed(m_progress);
}

} // namespace syncline::ui
