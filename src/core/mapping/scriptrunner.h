#pragma once

#include "core/mapping/scripts.h"
#include "foundation/effectgate.h"

#include <chrono>

namespace syncline::core {

struct ScriptLimits
{
    qint64 memoryBytes = 256LL * 1024 * 1024; ///< RLIMIT_AS; below 128 MB the child does not even start
    int cpuSeconds = 5;                       ///< RLIMIT_CPU per batch
    std::chrono::milliseconds wall{10'000};   ///< per batch
    qint64 outputBytes = 16LL * 1024 * 1024;  ///< per batch
    qint64 resultBytes = 1024 * 1024;         ///< per record
    int batch = 500;
};

/// Evaluates `function` transforms in the child program `syncline-script`, a batch at a time. A child that overruns
/// a limit is killed; the record it was at is tried alone, fails alone if it was the culprit, and the others go on.
/// Blocks the calling thread; needs no event loop. Every child passes the gate as a Process effect.
class ScriptRunner
{
public:
    ScriptRunner(QString program, EffectGate &gate, ScriptLimits limits = {});

    /// Runs what `results` does not know yet. `runStart` is the scripts' only time. An error means that no script
    /// could be run at all (the program is missing); what fails for one record stands in `results`.
    Result<void> run(const QList<ScriptJob> &jobs, std::chrono::milliseconds runStart, ScriptResults &results);

    /// Where an installed program finds its child: beside itself, then in libexec.
    static QString defaultProgram();

private:
    Result<int> runRound(const QList<ScriptJob> &jobs, std::chrono::milliseconds runStart, ScriptResults &results,
                         QString *death);

    QString m_program;
    EffectGate &m_gate;
    ScriptLimits m_limits;
};

} // namespace syncline::core
