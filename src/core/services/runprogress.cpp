#include "core/services/runprogress.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr Millis window = 15'000;    ///< what the rate is measured over
constexpr Millis leastWindow = 1000; ///< a rate of less is a guess

RunPhase phaseOf(const Progress &told)
{
    if (told.stage == "reading"_L1)
        return RunPhase::Reading;
    if (told.stage == "planning"_L1)
        return RunPhase::Planning;
    if (told.stage == "waiting"_L1)
        return RunPhase::Waiting;
    return told.integration.isEmpty() ? RunPhase::Workspace : RunPhase::Writing;
}

} // namespace

void ProgressMeter::enter(RunPhase phase, Millis now)
{
    if (phase == m_progress.phase)
        return;
    m_progress.phase = phase;
    m_progress.done = 0;
    m_progress.total = 0;
    m_progress.perSecond = 0;
    m_progress.endsAt.reset();
    m_samples.clear();
    m_samples.emplace_back(now, 0);
}

const RunProgress &ProgressMeter::take(const Progress &told, Millis now)
{
    enter(phaseOf(told), now);
    m_progress.at = now;
    m_progress.integration = told.integration;
    m_progress.entity = told.entity;
    switch (m_progress.phase) {
    case RunPhase::Reading: {
        int &read = m_read[{told.integration, told.entity}];
        m_progress.read += told.done - read;
        read = told.done;
        m_progress.done = m_progress.read;
        break;
    }
    case RunPhase::Writing: // the engine tells how many each time
        m_progress.written += told.done;
        m_progress.done = m_progress.written;
        m_progress.total = m_writes;
        break;
    case RunPhase::Waiting:
        m_progress.total = told.total;
        break;
    default:
        m_progress.done = told.done;
        m_progress.total = told.total;
        break;
    }
    forecast(now);
    return m_progress;
}

void ProgressMeter::forecast(Millis now)
{
    m_samples.emplace_back(now, m_progress.done);
    while (m_samples.size() > 2 && m_samples.front().first < now - window)
        m_samples.pop_front();
    const Millis span = now - m_samples.front().first;
    const qint64 moved = m_progress.done - m_samples.front().second;
    m_progress.perSecond = span >= leastWindow && moved > 0 ? double(moved) * 1000 / double(span) : 0;
    m_progress.endsAt.reset();
    if (m_progress.perSecond <= 0 || m_progress.total <= m_progress.done)
        return;
    const auto remaining = Millis(double(m_progress.total - m_progress.done) * 1000 / m_progress.perSecond);
    m_progress.endsAt = now + remaining;
    m_progress.endsWithinMs = std::max<Millis>(5000, remaining / 8);
}

} // namespace syncline::core
