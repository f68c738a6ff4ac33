#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace syncline::core {

/// Whether an integration is left alone because its CRM failed several times in a row (R3).
struct Breaker
{
    enum class State {
        Closed,
        Open,    ///< left alone for a while; a run that begins has one try all the same
        HalfOpen ///< the next request decides
    };
    State state = State::Closed;
    int failures = 0; ///< in a row
    QString problem;  ///< of the last failure
    std::chrono::milliseconds retryIn{0};
};

/// By the id of the integration, as this process knows it; nothing where it has not asked that CRM. May be empty. Called from
/// any thread.
using Breakers = std::function<std::optional<Breaker>(const QString &integration)>;

} // namespace syncline::core
