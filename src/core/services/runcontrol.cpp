#include "core/services/runcontrol.h"

#include "core/engine/reports.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr Millis publishEvery = 250;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::RunControl", text);
}

bool isWrite(const RunStore::Count &count)
{
    return count.integration != hubSystem
        && (count.kind == "create"_L1 || count.kind == "update"_L1 || count.kind == "delete"_L1);
}

} // namespace

Result<std::unique_ptr<RunControl>> RunControl::start(Session &session, const RunRequest &request,
                                                      OnProgress onProgress, OnEnd onEnd)
{
    if (auto allowed = session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    std::unique_ptr<RunControl> control(new RunControl(session.stores().db.file(), session.outside(), session.actor,
                                                       request, std::move(onProgress), std::move(onEnd)));
    RunControl *self = control.get();
    self->m_thread = std::jthread([self](const std::stop_token &stop) { self->work(stop); });
    return control;
}

RunControl::RunControl(QString file, const Session::Outside &outside, const Actor &actor, const RunRequest &request,
                       OnProgress onProgress, OnEnd onEnd)
    : m_file(std::move(file))
    , m_outside(outside)
    , m_actor(actor)
    , m_request(request)
    , m_onProgress(std::move(onProgress))
    , m_onEnd(std::move(onEnd))
    , m_meter(std::make_unique<ProgressMeter>(outside.clock.now().count()))
{
    m_progress = m_meter->progress();
}

RunControl::~RunControl()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void RunControl::pause()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pauseAsked = true;
        m_progress.pausing = true;
    }
    m_changed.notify_all();
}

void RunControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pauseAsked = false;
        m_progress.pausing = m_progress.paused = false;
    }
    m_changed.notify_all();
}

void RunControl::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress.cancelling = true;
    }
    m_thread.request_stop();
    m_changed.notify_all();
}

RunProgress RunControl::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

bool RunControl::hasEnded() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

void RunControl::publish(bool now)
{
    RunProgress progress;
    {
        const std::lock_guard lock(m_mutex);
        if (!now && m_meter->progress().at - m_publishedAt < publishEvery
            && m_meter->progress().phase == m_progress.phase)
            return;
        const RunProgress before = m_progress;
        m_progress = m_meter->progress();
        m_progress.pausing = before.pausing;
        m_progress.paused = before.paused;
        m_progress.cancelling = before.cancelling;
        progress = m_progress;
    }
    m_publishedAt = progress.at;
    if (m_onProgress)
        m_onProgress(progress);
}

/// The end of a step: the place where a run can stand still without leaving anything half done.
void RunControl::waitWhilePaused(const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_pauseAsked)
            return;
        m_progress.pausing = false;
        m_progress.paused = true;
    }
    publish(true);
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return !m_pauseAsked; });
        m_progress.paused = false;
    }
    publish(true);
}

void RunControl::countWrites(Session &session)
{
    const auto open = session.stores().runs.open();
    if (!open || open->isEmpty())
        return;
    const auto counts = session.stores().runs.operationCounts(open->last().id);
    if (!counts)
        return;
    m_counted = true;
    qint64 writes = 0;
    for (const RunStore::Count &count : *counts)
        writes += isWrite(count) && count.outcome != "skipped"_L1 ? count.count : 0;
    m_meter->setWrites(writes);
}

void RunControl::hear(Session &session, const Progress &told, const std::stop_token &stop)
{
    if (told.stage == "applying"_L1 && !m_counted)
        countWrites(session);
    m_meter->take(told, m_outside.clock.now().count());
    publish(false);
    waitWhilePaused(stop);
}

Result<SyncOutcome> RunControl::carryOut(Session &session, const std::stop_token &stop)
{
    auto runner = session.runner();
    runner.setProgress([&](const Progress &told) { hear(session, told, stop); });
    SyncOptions options;
    options.integrations = m_request.integrations;
    options.entities = m_request.entities;
    options.records = m_request.records;
    options.places = m_request.places;
    options.full = m_request.full;
    options.dryRun = !m_request.writes();
    options.overrideGuards = m_request.overrideGuards;
    options.actor = m_request.actor.isEmpty() ? session.actor.name : m_request.actor;
    options.id = m_request.id;
    if (m_request.kind == RunRequest::Kind::CarryOut)
        options.planOf = m_request.run;
    const bool undo = m_request.kind == RunRequest::Kind::Undo || m_request.kind == RunRequest::Kind::UndoPreview;
    return undo ? runner.undo(m_request.run, options, stop) : runner.sync(options, stop);
}

/// What it came to, from what stands in the workspace.
void RunControl::conclude(Session &session, RunEnd &end)
{
    if (end.run.isEmpty())
        return;
    const auto counts = session.stores().runs.operationCounts(end.run);
    if (!counts)
        return;
    for (const RunStore::Count &count : *counts) {
        if (!isWrite(count))
            continue;
        if (count.outcome == "done"_L1 || count.outcome == "changed"_L1)
            end.written += count.count;
        else if (count.outcome == "planned"_L1)
            end.left += count.count;
        else if (count.outcome == "failed"_L1 || count.outcome == "refused"_L1)
            end.failed += count.count;
    }
}

void RunControl::work(const std::stop_token &stop)
{
    RunEnd end;
    end.request = m_request;
    auto session = Session::open(m_file, false, m_outside);
    if (!session) {
        end.problem = session.error();
    } else {
        (*session)->actor = m_actor;
        const auto outcome = carryOut(**session, stop);
        if (outcome) {
            end.run = outcome->run;
            end.status = outcome->status;
            end.guards = outcome->guards;
            end.problem = outcome->worst;
        } else {
            end.problem = outcome.error();
        }
        end.cancelled = stop.stop_requested();
        conclude(**session, end);
        if (!end.run.isEmpty()) {
            // A line of the log; the run itself stands in the workspace already.
            const auto logged = (*session)->log(u"info"_s, {}, tr("Run %1: %2.").arg(end.run, end.status), end.run);
            Q_UNUSED(logged)
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_progress.paused = m_progress.pausing = false;
    }
    publish(true);
    if (m_onEnd)
        m_onEnd(end);
}

} // namespace syncline::core
