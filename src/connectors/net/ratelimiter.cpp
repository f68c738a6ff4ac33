#include "connectors/net/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace syncline::connectors {

using namespace std::chrono_literals;

namespace {

/// The server counts when requests arrive, which is not quite as evenly as they leave.
RateLimiter::Time withMargin(RateLimiter::Time length)
{
    return length + std::min(length / 32, RateLimiter::Time(2'000));
}

} // namespace

RateLimiter::RateLimiter(Limits limits) : m_share(1.0 - std::clamp(limits.sharePercent, 0, 99) / 100.0)
{
    const auto add = [this](Time length, double allowed) {
        const double ours = allowed * m_share;
        if (ours >= 1)
            m_windows.push_back({withMargin(length), std::size_t(ours + 1e-9), {}});
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
    if (m_budget && m_budget->left <= 0)
        wait = std::max(wait, m_budget->until - now);
    for (const Window &window : m_windows) {
        if (window.sent.size() >= window.allowed)
            wait = std::max(wait, window.sent.front() + window.length - now);
    }
    return wait;
}

void RateLimiter::sent(Time now)
{
    ++m_underway;
    if (m_budget && now >= m_budget->until)
        m_budget.reset();
    if (m_budget)
        --m_budget->left;
    for (Window &window : m_windows) {
        window.sent.push_back(now);
        if (window.sent.size() > window.allowed)
            window.sent.pop_front();
    }
}

void RateLimiter::answered()
{
    m_underway = std::max(0, m_underway - 1);
}

void RateLimiter::blockUntil(Time until)
{
    m_blockedUntil = std::max(m_blockedUntil, until);
}

/// The pause tells which window it was: the longest that is over by then, else the shortest there is.
void RateLimiter::refused(Time now, Time pause)
{
    const bool wasKnown = now < m_blockedUntil; // others on their way meet the same refusal
    blockUntil(now + pause);
    if (wasKnown || m_windows.empty())
        return;
    auto window = m_windows.begin();
    for (auto it = window; it != m_windows.end(); ++it) {
        if (it->length <= withMargin(pause))
            window = it;
    }
    window->allowed = std::max<std::size_t>(1, window->allowed / 2);
    while (window->sent.size() > window->allowed)
        window->sent.pop_front();
}

void RateLimiter::learn(int limit, int remaining, Time reset, Time now)
{
    const int reserve = int(std::lround(limit * (1.0 - m_share)));
    const int left = remaining - reserve - m_underway;
    if (m_budget && now < m_budget->until) // answers may overtake each other: the lower count is the later one
        m_budget->left = std::min(left, m_budget->left);
    else
        m_budget = Budget{left, reset};
}

} // namespace syncline::connectors
