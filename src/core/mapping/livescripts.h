#pragma once

#include "core/mapping/scriptrunner.h"

#include <memory>
#include <mutex>

namespace syncline::core {

/// The scripts of a run: what was evaluated is remembered, the rest is given to a child program that stays until it has
/// done a batch or dies. A job that a fresh child dies of fails alone. May be asked from any thread, one at a time; a
/// child is used by the thread that started it only.
class LiveScripts final : public ScriptSource
{
public:
    LiveScripts(QString program, EffectGate &gate, std::chrono::milliseconds runStart, ScriptLimits limits = {});
    ~LiveScripts() override;

    Transformed result(const ScriptJob &job) override;

private:
    struct Running;

    Transformed evaluated(const ScriptJob &job);
    Result<void> startChild();

    QString m_program;
    EffectGate &m_gate;
    std::chrono::milliseconds m_runStart;
    ScriptLimits m_limits;
    std::mutex m_mutex;
    ScriptResults m_known;
    std::unique_ptr<Running> m_running;
};

} // namespace syncline::core
