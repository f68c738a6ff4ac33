#include "listener/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace syncline::listener {

RateLimit::RateLimit(double perSecond, double burst, std::size_t mostKeys)
    : m_perSecond(perSecond)
    , m_burst(burst)
    , m_mostKeys(mostKeys)
{
}

double RateLimit::tokensAt(const Bucket &bucket, Clock::time_point now) const
{
    const std::chrono::duration<double> since = now - bucket.at;
    return std::min(m_burst, bucket.tokens + std::max(0.0, since.count()) * m_perSecond);
}

RateLimit::Bucket &RateLimit::bucket(std::string_view key, Clock::time_point now)
{
    if (const auto known = m_buckets.find(key); known != m_buckets.end())
        return known->second;
    if (m_buckets.size() >= m_mostKeys && now - m_sweptAt >= std::chrono::seconds(1)) {
        m_sweptAt = now; // at most once a second: it looks at all of them
        std::erase_if(m_buckets, [&](const auto &entry) { return tokensAt(entry.second, now) >= m_burst; });
    }
    const std::string name(m_buckets.size() < m_mostKeys ? key : std::string_view());
    return m_buckets.try_emplace(name, Bucket{m_burst, now}).first->second;
}

std::chrono::milliseconds RateLimit::take(std::string_view key, Clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    Bucket &mine = bucket(key, now);
    mine.tokens = tokensAt(mine, now);
    mine.at = std::max(mine.at, now);
    if (mine.tokens >= 1) {
        mine.tokens -= 1;
        return std::chrono::milliseconds(0);
    }
    constexpr double thousand = 1000;
    return std::chrono::milliseconds(
        std::max<long>(1, std::lround(std::ceil((1 - mine.tokens) / m_perSecond * thousand))));
}

} // namespace syncline::listener
