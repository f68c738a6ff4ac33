#include "core/mirror/mirrormeter.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace syncline::core::mirror {

namespace {

constexpr auto window = 10s; ///< that the speed is measured over
constexpr auto betweenReports = 250ms;

} // namespace

qint64 MirrorProgress::records() const
{
    qint64 sum = 0;
    for (const EntityProgress &entity : entities)
        sum += entity.records;
    return sum;
}

qint64 MirrorProgress::total() const
{
    qint64 sum = 0;
    for (const EntityProgress &entity : entities) {
        if (entity.total == 0 && !entity.isDone)
            return 0;
        sum += entity.isDone ? entity.records : std::max(entity.total, entity.records);
    }
    return sum;
}

MirrorMeter::MirrorMeter(const Clock &clock, Sink sink) : m_clock(clock), m_sink(std::move(sink))
{
    m_progress.startedAt = m_progress.at = m_clock.now();
}

MirrorProgress MirrorMeter::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

EntityProgress *MirrorMeter::find(const QString &entity)
{
    const auto found = std::ranges::find(m_progress.entities, entity, &EntityProgress::entity);
    return found == m_progress.entities.end() ? nullptr : &*found;
}

void MirrorMeter::setEntities(const QList<EntityProgress> &entities)
{
    const std::lock_guard lock(m_mutex);
    m_progress.entities = entities;
    publish(true);
}

void MirrorMeter::enter(MirrorProgress::Phase phase)
{
    const std::lock_guard lock(m_mutex);
    m_progress.phase = phase;
    m_progress.isThrottled = false;
    m_progress.endsAt.reset();
    publish(true);
}

void MirrorMeter::setTotal(const QString &entity, qint64 total)
{
    const std::lock_guard lock(m_mutex);
    if (EntityProgress *one = find(entity))
        one->total = total;
}

void MirrorMeter::took(const QString &entity, qint64 records)
{
    const std::lock_guard lock(m_mutex);
    if (EntityProgress *one = find(entity))
        one->records += records;
    forecast();
    publish(false);
}

void MirrorMeter::ended(const QString &entity)
{
    const std::lock_guard lock(m_mutex);
    if (EntityProgress *one = find(entity))
        one->isDone = true;
    publish(true);
}

void MirrorMeter::sent(qint64 requests, Time throttled)
{
    const std::lock_guard lock(m_mutex);
    m_progress.requests += requests;
    m_progress.throttled += throttled;
    m_progress.isThrottled = throttled > 0ms;
    publish(false);
}

void MirrorMeter::forecast()
{
    const Time now = m_clock.now();
    const qint64 records = m_progress.records();
    m_samples.emplace_back(now, records);
    while (m_samples.size() > 2 && m_samples.front().first < now - window)
        m_samples.pop_front();
    const auto &[since, before] = m_samples.front();
    m_progress.perSecond = now > since ? double(records - before) * 1000.0 / double((now - since).count()) : 0;
    const qint64 total = m_progress.total();
    m_progress.endsAt.reset();
    if (total > 0 && m_progress.perSecond > 0)
        m_progress.endsAt = now
            + Time(qint64(double(std::max<qint64>(0, total - records)) * 1000.0 / m_progress.perSecond));
}

void MirrorMeter::publish(bool now)
{
    m_progress.at = m_clock.now();
    if (!m_sink || (!now && m_progress.at - m_publishedAt < betweenReports))
        return;
    m_publishedAt = m_progress.at;
    m_sink(m_progress);
}

} // namespace syncline::core::mirror
