#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace syncline::connectors {

/// How many requests an account may make (R2), as a value: sliding windows of a second, a minute, an hour and a day,
/// less the share that is left to the account's other tools. Not thread-safe; time is handed in.
class RateLimiter
{
public:
    using Time = std::chrono::milliseconds;

    struct Limits
    {
        double perSecond = 0, perMinute = 0, perHour = 0, perDay = 0; ///< 0: none
        int sharePercent = 0;
        double perInterval = 0;
        Time interval{10'000};
    };
    explicit RateLimiter(Limits limits);

    /// How long to wait until one more request may go out; zero: now.
    Time waitFor(Time now) const;
    void sent(Time now);
    /// The answer to what was sent then came, or nobody waits for it any more. One that took longer than others may have
    /// been counted that much later.
    void answered(Time sentAt, Time now);
    /// The server refused a request by its limit (429) without telling the limit: it allows less than we thought.
    void refused(Time now, Time pause);
    /// The server said when the next request may come (Retry-After, X-RateLimit-Reset).
    void blockUntil(Time until);
    /// The server told its limit (0: it did not) and what is left of it until `reset`. Requests on their way may not be
    /// counted in it yet.
    void learn(int limit, int remaining, Time reset, Time now);
    /// The server told how many requests it allows a second; more than was configured is not used.
    void learnPerSecond(int limit);
    /// The server told a rolling window: so many requests in any `length`, and how many of them are left now.
    void learnWindow(Time length, int limit, int remaining, Time now);

private:
    struct Window
    {
        Time asked{0}; ///< without the margin
        Time length{0};
        std::size_t allowed = 0, configured = 0;
        std::deque<Time> sent; ///< the last `allowed` ones, ascending

        void count(Time when);
        void allow(std::size_t number);
        void countLater(Time when, Time delay);
    };
    /// What may still be sent until the server counts anew.
    struct Budget
    {
        int left = 0;
        Time until{0};
    };
    void addWindow(Time length, double allowed);

    std::vector<Window> m_windows;
    std::optional<Budget> m_budget;
    int m_underway = 0;
    double m_share = 1;
    std::optional<double> m_roundTrip; ///< of the quickest lately, in milliseconds
    Time m_blockedUntil{0};
};

} // namespace syncline::connectors
