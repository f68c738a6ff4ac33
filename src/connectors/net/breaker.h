#pragma once

#include <QString>

#include <chrono>

namespace syncline::connectors {

/// What the circuit breaker of an account tells of itself (R3).
struct BreakerState
{
    enum class Kind {
        Closed,
        Open,     ///< no request goes out but the first one of a new client
        HalfOpen, ///< the next request is the try that decides
    };
    Kind kind = Kind::Closed;
    int failures = 0;                     ///< in a row
    QString problem;                      ///< of the last failure; "" while there is none
    std::chrono::milliseconds retryIn{0}; ///< while it is open
};

/// Circuit breaker of one account, as a value: opens after several failures in a row; after a pause it lets one request try,
/// and closes when that one succeeds. Not thread-safe; time is handed in, of a steady clock.
class Breaker
{
public:
    using Time = std::chrono::milliseconds;

    /// May a request go out now? While the breaker is not closed, a yes is the one try of this pause. `isFirst` of a client's
    /// first request: somebody began anew and should learn how things are now, not half a minute ago.
    bool pass(Time now, bool isFirst)
    {
        if (m_failures < failuresToOpen)
            return true;
        if (now < m_openUntil && !isFirst)
            return false;
        m_openUntil = now + pause;
        return true;
    }
    void succeeded()
    {
        m_failures = 0;
        m_problem.clear();
    }
    void failed(const QString &problem, Time now)
    {
        m_problem = problem;
        if (++m_failures >= failuresToOpen)
            m_openUntil = now + pause;
    }
    BreakerState state(Time now) const
    {
        if (m_failures < failuresToOpen)
            return {BreakerState::Kind::Closed, m_failures, m_problem, Time(0)};
        if (now < m_openUntil)
            return {BreakerState::Kind::Open, m_failures, m_problem, m_openUntil - now};
        return {BreakerState::Kind::HalfOpen, m_failures, m_problem, Time(0)};
    }

    static constexpr int failuresToOpen = 5;
    static constexpr Time pause{30'000};

private:
    int m_failures = 0;
    QString m_problem;
    Time m_openUntil{0};
};

} // namespace syncline::connectors
