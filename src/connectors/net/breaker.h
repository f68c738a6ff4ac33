#pragma once

#include <chrono>

namespace syncline::connectors {

/// Circuit breaker of one integration (R3), as a value: opens after several failures in a row; after a pause it lets one
/// request try, and closes when that one succeeds. Not thread-safe; time is handed in.
class Breaker
{
public:
    using Time = std::chrono::milliseconds;

    /// May a request go out now? While the breaker is half open, a yes is the one try of this pause.
    bool pass(Time now)
    {
        if (m_failures < failuresToOpen)
            return true;
        if (now < m_openUntil)
            return false;
        m_openUntil = now + pause;
        return true;
    }
    void succeeded() { m_failures = 0; }
    void failed(Time now)
    {
        if (++m_failures >= failuresToOpen)
            m_openUntil = now + pause;
    }

    static constexpr int failuresToOpen = 5;
    static constexpr Time pause{30'000};

private:
    int m_failures = 0;
    Time m_openUntil{0};
};

} // namespace syncline::connectors
