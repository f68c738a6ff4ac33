#pragma once

#include <chrono>

namespace syncline {

/// The one place that time is asked from. Milliseconds since 1970-01-01 UTC. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual std::chrono::milliseconds now() const = 0;
    std::int64_t nowSeconds() const { return std::chrono::duration_cast<std::chrono::seconds>(now()).count(); }
};

class SystemClock final : public Clock
{
public:
    std::chrono::milliseconds now() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch());
    }
};

} // namespace syncline
