#include "connectors/net/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace syncline::connectors {

using namespace std::chrono_literals;

RateLimiter::RateLimiter(Limits limits) : m_share(1.0 - std::clamp(limits.sharePercent, 0, 99) / 100.0)
{
    const auto add = [this](Time length, double allowed) {
        const double ours = allowed * m_share;
        if (ours >= 1)
            m_windows.push_back({length, std::size_t(ours), {}});
        else if (ours > 0) // less than one: the window grows until one fits
            m_windows.push_back({Time(std::llround(double(length.count()) / ours)), 1, {}});
    };
    add(1s, limits.perSecond);
    add(60s, limits.perMinute);
    add(3600s, limits.perHour);
    add(86400s, limits.perDay);
}

RateLimiter::Time RateLimiter::waitFor(Time now) const
{
    Time wait = std::max(Time(0), m_blockedUntil - now);
    for (const Window &window : m_windows) {
        if (window.sent.size() >= window.allowed)
            wait = std::max(wait, window.sent.front() + window.length - now);
    }
    return wait;
}

void RateLimiter::sent(Time now)
{
    for (Window &window : m_windows) {
        window.sent.push_back(now);
        if (window.sent.size() > window.allowed)
            window.sent.pop_front();
    }
}

void RateLimiter::blockUntil(Time until)
{
    m_blockedUntil = std::max(m_blockedUntil, until);
}

void RateLimiter::learn(int limit, int remaining, Time reset)
{
    if (remaining <= int(limit * (1.0 - m_share)))
        blockUntil(reset);
}

} // namespace syncline::connectors
