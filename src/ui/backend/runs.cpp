#include "ui/backend/runs.h"

#include <QPointer>

namespace syncline::ui {

Runs::Runs(Backend &backend) : m_backend(backend) {}

Runs::~Runs() = default;

bool Runs::sync(const core::SyncOptions &options)
{
    core::RunRequest request;
    request.kind = options.planOf.isEmpty()
        ? (options.dryRun ? core::RunRequest::Kind::Preview : core::RunRequest::Kind::Sync)
        : core::RunRequest::Kind::CarryOut;
    request.integrations = options.integrations;
    request.entities = options.entities;
    request.records = options.records;
    request.full = options.full;
    request.run = options.planOf;
    request.overrideGuards = options.overrideGuards;
    return start(request);
}

bool Runs::start(const core::RunRequest &request)
{
    if (m_isRunning)
        return false;
    m_isRunning = true;
    m_cancelAsked = m_pauseAsked = false;
    m_request = request;
    m_progress = {};
    m_control.reset();
    const auto toWindow = [guard = QPointer<Runs>(this), this](auto &&call) {
        if (guard)
            QMetaObject::invokeMethod(this, std::forward<decltype(call)>(call), Qt::QueuedConnection);
    };
    m_backend.ask<std::shared_ptr<core::RunControl>>(
        this,
        [request, toWindow, this](core::Session &session) {
            return core::RunControl::start(
                       session, request,
                       [toWindow, this](const core::RunProgress &progress) {
                           toWindow([this, progress] { take(progress); });
                       },
                       [toWindow, this](const core::RunEnd &ended) { toWindow([this, ended] { end(ended); }); })
                .map([](std::unique_ptr<core::RunControl> control) {
                    return std::shared_ptr<core::RunControl>(std::move(control));
                });
        },
        [this](const Result<std::shared_ptr<core::RunControl>> &control) {
            if (!control) {
                core::RunEnd refused;
                refused.request = m_request;
                refused.problem = control.error();
                end(refused);
                return;
            }
            m_control = *control;
            if (m_pauseAsked)
                m_control->pause();
            if (m_cancelAsked)
                m_control->cancel();
        });
    Q_EMIT started();
    return true;
}

void Runs::pause()
{
    m_pauseAsked = true;
    m_progress.pausing = true;
    if (m_control)
        m_control->pause();
    Q_EMIT progressed(m_progress);
}

void Runs::resume()
{
    m_pauseAsked = false;
    m_progress.pausing = m_progress.paused = false;
    if (m_control)
        m_control->resume();
    Q_EMIT progressed(m_progress);
}

void Runs::cancel()
{
    m_cancelAsked = true;
    m_progress.cancelling = true;
    if (m_control)
        m_control->cancel();
    Q_EMIT progressed(m_progress);
}

void Runs::take(const core::RunProgress &progress)
{
    if (!m_isRunning)
        return;
    m_progress = progress;
    Q_EMIT progressed(m_progress);
}

void Runs::end(const core::RunEnd &end)
{
    m_isRunning = false;
    Q_EMIT finished(end);
    m_backend.announceChange();
}

} // namespace syncline::ui
