#include "connectors/net/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace syncline::connectors {

using namespace std::chrono_literals;

namespace {

/// Clocks differ a little, and ours has whole milliseconds.
RateLimiter::Time withMargin(RateLimiter::Time length)
{
    return length + std::min(length / 128, RateLimiter::Time(2'000));
}

/// A slow answer may be the fault of the way there or of the work; counting all of it would waste the limit of a slow server.
RateLimiter::Time longestDelay(RateLimiter::Time length)
{
    return std::min(length / 8, RateLimiter::Time(2'000));
}

} // namespace

RateLimiter::RateLimiter(Limits limits) : m_share(1.0 - std::clamp(limits.sharePercent, 0, 99) / 100.0)
{
    addWindow(1s, limits.perSecond);
    addWindow(limits.interval, limits.perInterval);
    addWindow(60s, limits.perMinute);
    addWindow(3600s, limits.perHour);
    addWindow(86400s, limits.perDay);
}

void RateLimiter::addWindow(Time length, double allowed)
{
    const double ours = allowed * m_share;
    if (ours >= 1)
        m_windows.push_back({length, withMargin(length), std::size_t(ours + 1e-9), std::size_t(ours + 1e-9), {}});
    else if (ours > 0) // less than one: the window grows until one fits
        m_windows.push_back({length, Time(std::llround(double(length.count()) / ours)), 1, 1, {}});
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
    for (Window &window : m_windows)
        window.count(now);
}

/// The server counts a request when it arrives: after it was sent, by as much as its answer was slower than the quickest.
void RateLimiter::answered(Time sentAt, Time now)
{
    m_underway = std::max(0, m_underway - 1);
    const double took = double((now - sentAt).count());
    const double delay = std::max(0.0, took - m_roundTrip.value_or(took));
    m_roundTrip = std::min(took, m_roundTrip.value_or(took) + delay / 64); // a way that grew longer is believed in time
    for (Window &window : m_windows)
        window.countLater(sentAt, std::min(Time(std::llround(delay)), longestDelay(window.length)));
}

void RateLimiter::Window::count(Time when)
{
    sent.push_back(when);
    allow(allowed);
}

void RateLimiter::Window::allow(std::size_t number)
{
    allowed = number;
    while (sent.size() > allowed)
        sent.pop_front();
}

void RateLimiter::Window::countLater(Time when, Time delay)
{
    const auto counted = std::ranges::lower_bound(sent, when);
    if (delay <= 0ms || counted == sent.end() || *counted != when)
        return;
    sent.erase(counted);
    sent.insert(std::ranges::upper_bound(sent, when + delay), when + delay);
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
    window->allow(std::max<std::size_t>(1, window->allowed / 2));
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

void RateLimiter::learnPerSecond(int limit)
{
    const auto known = std::ranges::find(m_windows, Time(1s), &Window::asked);
    if (limit > 0 && known == m_windows.end())
        addWindow(1s, limit);
    else if (limit > 0)
        known->allow(std::clamp<std::size_t>(std::size_t(limit * m_share + 1e-9), 1, known->configured));
}

/// A rolling window gives back all the time: when others used it up, a little later there is room again. What we used up
/// ourselves is counted.
void RateLimiter::learnWindow(Time length, int limit, int remaining, Time now)
{
    if (limit <= 0 || length <= 0ms)
        return;
    const auto known = std::ranges::find(m_windows, length, &Window::asked);
    if (known == m_windows.end())
        addWindow(length, limit);
    else
        known->allow(std::max<std::size_t>(1, std::size_t(limit * m_share + 1e-9)));
    if (remaining <= m_underway && waitFor(now) <= 0ms)
        blockUntil(now + length / 10);
}

} // namespace syncline::connectors
