#pragma once

#include "sandbox/crm.h"

#include <chrono>
#include <deque>
#include <optional>

namespace syncline::sandbox::hubspot {

/// How many calls an account may make: so many in any ten seconds, searches besides so many in a second, and a quota a day.
/// By the computer's own clock.
class Limits
{
public:
    /// "real": as the smallest accounts have it; "off"; or a number of calls per second.
    void set(const QString &text);
    void setDailyRemaining(int calls) { m_dailyRemaining = calls; }
    void setRetryAfter(bool tells) { m_tellsRetryAfter = tells; }

    /// The refusal, where the limit is reached; else the call is counted.
    std::optional<Response> refusal(bool isSearch);
    /// The refusal of an account that other programs use up.
    Response usedUp() const;
    /// Searches tell nothing about limits.
    void addHeaders(Response &response, bool isSearch) const;

private:
    using Time = std::chrono::steady_clock::time_point;

    Response refused(const QByteArray &policy, const QString &message, int seconds) const;
    int used() const { return int(m_calls.size()); }

    int m_perInterval = 0; ///< 0: none
    int m_searchesPerSecond = 0;
    int m_dailyRemaining = 250'000;
    bool m_tellsRetryAfter = false;
    std::deque<Time> m_calls, m_searches;
};

} // namespace syncline::sandbox::hubspot
