#include "core/mapping/livescripts.h"

#include "core/mapping/scriptchild.h"

#include <QCoreApplication>

#include <thread>

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::ScriptRunner)
};

constexpr int rememberedResults = 20'000; ///< some ten megabytes

} // namespace

struct LiveScripts::Running
{
    ScriptChild child;
    std::thread::id thread;
    int answered = 0;
};

LiveScripts::LiveScripts(QString program, EffectGate &gate, std::chrono::milliseconds runStart, ScriptLimits limits)
    : m_program(std::move(program))
    , m_gate(gate)
    , m_runStart(runStart)
    , m_limits(limits)
{
}

LiveScripts::~LiveScripts() = default;

Transformed LiveScripts::result(const ScriptJob &job)
{
    const std::lock_guard lock(m_mutex);
    if (m_known.contains(job))
        return m_known.result(job);
    if (m_known.size() >= rememberedResults)
        m_known = {};
    const Transformed result = evaluated(job);
    m_known.insert(job, result);
    return result;
}

/// A child that dies after other jobs may have died of them: the suspect is tried once more in a child of its own.
Transformed LiveScripts::evaluated(const ScriptJob &job)
{
    for (;;) {
        const bool usable = m_running && m_running->thread == std::this_thread::get_id()
            && m_running->answered < m_limits.batch;
        if (!usable) {
            if (auto started = startChild(); !started)
                return tl::unexpected<QString>(started.error().message);
        }
        if (auto answer = m_running->child.ask(job)) {
            ++m_running->answered;
            return *answer;
        }
        const QString death = m_running->child.death();
        const bool wasFresh = m_running->answered == 0;
        m_running.reset();
        if (wasFresh)
            return tl::unexpected<QString>(Text::tr("The function was stopped: %1.").arg(death));
    }
}

Result<void> LiveScripts::startChild()
{
    m_running.reset();
    m_gate.before(EffectKind::Process, "syncline-script");
    auto running = std::unique_ptr<Running>(
        new Running{ScriptChild(m_program, m_limits, m_runStart), std::this_thread::get_id(), 0});
    auto started = running->child.start();
    m_gate.after(EffectKind::Process, "syncline-script");
    if (started)
        m_running = std::move(running);
    return started;
}

} // namespace syncline::core
