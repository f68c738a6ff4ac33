#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace syncline::listener {

/// How often each key (a route, an address) may come: a bucket of tokens for each. Thread-safe, bounded memory.
class RateLimit
{
public:
    using Clock = std::chrono::steady_clock;

    /// `burst` may come at once, then `perSecond` in the long run. Beyond `mostKeys` strangers share one bucket.
    RateLimit(double perSecond, double burst, std::size_t mostKeys = 4096);
    /// Zero: it may pass, and is counted. Otherwise how long to wait.
    std::chrono::milliseconds take(std::string_view key, Clock::time_point now);

private:
    struct Bucket
    {
        double tokens = 0;
        Clock::time_point at;
    };
    Bucket &bucket(std::string_view key, Clock::time_point now);
    double tokensAt(const Bucket &bucket, Clock::time_point now) const;

    const double m_perSecond, m_burst;
    const std::size_t m_mostKeys;
    std::mutex m_mutex;
    std::map<std::string, Bucket, std::less<>> m_buckets;
    Clock::time_point m_sweptAt;
};

} // namespace syncline::listener
