#pragma once

#include "foundation/clock.h"

#include <QDateTime>

#include <atomic>

namespace syncline::support {

/// A clock that a test sets. Thread-safe.
class HandClock final : public Clock
{
public:
    explicit HandClock(const QString &utc) { set(utc); }
    std::chrono::milliseconds now() const override { return std::chrono::milliseconds(m_now.load()); }
    void set(const QString &utc)
    {
        m_now = QDateTime::fromString(utc + QLatin1Char('Z'), Qt::ISODate).toMSecsSinceEpoch();
    }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now{0};
};

} // namespace syncline::support
