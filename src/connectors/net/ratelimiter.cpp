#include "connectors/net/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace syncline::connectors {

using namespace std::chrono_literals;

RateLimiter::RateLimiter(Limits limits)
{
    const double share = 1.0 - std::clamp(limits.sharePercent, 0, 99) / 100.0;
    const auto add = [&](Time length, double allowed) {
        if (allowed > 0)
            m_windows.push_back({length, std::max(1.0, allowed * share), {}});
    };
    add(1s, limits.perSecond);
    add(60s, limits.perMinute);
    add(3600s, limits.perHour);
    add(86400s, limits.perDay);
    // Less than one request a second: the window grows until one fits.
    if (limits.perSecond > 0 && limits.perSecond * share < 1)
        m_windows.front() = {Time(std::llround(1000.0 / (limits.perSecond * share))), 1.0, {}};
}

RateLimiter::Time RateLimiter::waitFor(Time now) const
{
    Time wait = std::max(Time(0), m_blockedUntil - now);
    for (const Window &window : m_windows) {
        const auto inWindow = std::ranges::count_if(window.sent, [&](Time at) { return now - at < window.length; });
        const auto allowed = std::size_t(window.allowed);
        if (std::size_t(inWindow) < allowed)
            continue;
        const Time freed = window.sent[window.sent.size() - allowed] + window.length;
        wait = std::max(wait, freed - now);
    }
    return wait;
}

void RateLimiter::sent(Time now)
{
    for (Window &window : m_windows) {
        while (!window.sent.empty() && now - window.sent.front() >= window.length)
            window.sent.pop_front();
        window.sent.push_back(now);
    }
}

void RateLimiter::blockUntil(Time until)
{
    m_blockedUntil = std::max(m_blockedUntil, until);
}

void RateLimiter::learn(int remaining, Time reset, Time now)
{
    if (remaining <= 0 && reset > now)
        blockUntil(reset);
}

} // namespace syncline::connectors
