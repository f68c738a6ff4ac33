#pragma once

#include <chrono>

namespace syncline::connectors {

/// Circuit breaker of one integration (R3), as a value: opens after several failures in a row, lets one request try
/// after a pause. Not thread-safe; time is handed in.
class Breaker
{
public:
    using Time = std::chrono::milliseconds;
    bool allows(Time now) const { return m_failures < failuresToOpen || now >= m_openUntil; }
    void succeeded() { m_failures = 0; }
    void failed(Time now)
    {
        if (++m_failures >= failuresToOpen)
            m_openUntil = now + pause;
    }

private:
    static constexpr int failuresToOpen = 5;
    static constexpr Time pause{30'000};
    int m_failures = 0;
    Time m_openUntil{0};
};

} // namespace syncline::connectors
