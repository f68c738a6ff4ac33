#pragma once

#include "core/engine/progress.h"
#include "core/workspace/rows.h"

#include <QMap>
#include <QPair>

#include <deque>
#include <optional>

namespace syncline::core {

enum class RunPhase { Starting, Reading, Planning, Workspace, Writing, Waiting };

/// What a person sees of a run that goes on. A value.
struct RunProgress
{
    RunPhase phase = RunPhase::Starting;
    QString integration;  ///< name of the system that was heard of last; "" for none
    QString entity;       ///< hub entity
    qint64 done = 0;      ///< in this phase
    qint64 total = 0;     ///< of this phase; 0: not known
    qint64 read = 0;      ///< records read so far
    qint64 written = 0;   ///< records answered for by the CRMs so far
    double perSecond = 0; ///< of `done`, over the last seconds; 0 while not known
    Millis startedAt = 0;
    Millis at = 0;                ///< when this was true
    std::optional<Millis> endsAt; ///< forecast, where the total is known
    qint64 endsWithinMs = 0;      ///< give or take
    bool pausing = false;         ///< asked for; what is on its way is finished first
    bool paused = false;
    bool cancelling = false;

    int percent() const { return total > 0 ? int(std::min<qint64>(100, done * 100 / total)) : 0; }
    bool operator==(const RunProgress &) const = default;
};

/// Makes RunProgress out of what the engine tells. Pure: the time is given.
class ProgressMeter
{
public:
    explicit ProgressMeter(Millis startedAt) { m_progress.startedAt = m_progress.at = startedAt; }

    /// How many writes the run is about to send; told once they are known.
    void setWrites(qint64 total) { m_writes = total; }
    const RunProgress &take(const Progress &told, Millis now);
    const RunProgress &progress() const { return m_progress; }

private:
    void enter(RunPhase phase, Millis now);
    void forecast(Millis now);

    RunProgress m_progress;
    qint64 m_writes = 0;
    QMap<QPair<QString, QString>, int> m_read; ///< (integration, entity) -> records
    std::deque<std::pair<Millis, qint64>> m_samples;
};

} // namespace syncline::core
