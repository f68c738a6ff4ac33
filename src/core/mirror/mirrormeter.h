#pragma once

#include "foundation/clock.h"

#include <QList>
#include <QString>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace syncline::core::mirror {

struct EntityProgress
{
    QString entity;
    qint64 records = 0; ///< landed, or on their way
    qint64 total = 0;   ///< as the CRM counts, or as many as there were the last time; 0: not known
    bool isDone = false;
    bool operator==(const EntityProgress &) const = default;
};

/// What a person sees of a mirror that goes on. A value.
struct MirrorProgress
{
    enum class Phase { Starting, Reading, Publishing };
    Phase phase = Phase::Starting;
    QList<EntityProgress> entities;
    qint64 requests = 0;
    std::chrono::milliseconds throttled{0}; ///< time that all readers together waited for the rate limit
    bool isThrottled = false;               ///< the rate limit is what it waits for now
    double perSecond = 0;                   ///< records, over the last seconds
    std::chrono::milliseconds startedAt{0}, at{0};
    std::optional<std::chrono::milliseconds> endsAt; ///< forecast, where every total is known

    qint64 records() const;
    qint64 total() const; ///< 0: not known
};

/// Puts together what the lanes tell. Thread-safe; `sink` is called on whichever thread told something, one at a time, at
/// most four times a second but for what changes the phase.
class MirrorMeter
{
public:
    using Sink = std::function<void(const MirrorProgress &)>;
    using Time = std::chrono::milliseconds;

    MirrorMeter(const Clock &clock, Sink sink);

    void setEntities(const QList<EntityProgress> &entities);
    void enter(MirrorProgress::Phase phase);
    void setTotal(const QString &entity, qint64 total);
    void took(const QString &entity, qint64 records);
    void ended(const QString &entity);
    void sent(qint64 requests, Time throttled);
    MirrorProgress progress() const;

private:
    EntityProgress *find(const QString &entity);
    void forecast();
    void publish(bool now);

    const Clock &m_clock;
    Sink m_sink;
    mutable std::mutex m_mutex;
    MirrorProgress m_progress;
    std::deque<std::pair<Time, qint64>> m_samples;
    Time m_publishedAt{0};
};

} // namespace syncline::core::mirror
