#pragma once

#include "core/workspace/rows.h"

#include <QByteArray>

#include <chrono>
#include <map>
#include <mutex>
#include <vector>

namespace syncline::core {

/// How many values fell below each of some bounds. A value.
class Histogram
{
public:
    explicit Histogram(std::vector<double> bounds);
    void add(double value);
    /// As Prometheus reads it; `labels` as in name{labels}, may be empty.
    QByteArray text(const QByteArray &name, const QByteArray &labels) const;

private:
    std::vector<double> m_bounds;
    std::vector<quint64> m_counts; ///< one more: above all bounds
    double m_sum = 0;
    quint64 m_count = 0;
};

/// What this process has done since it began (V8): sync and answer times, successes, failures, records made and changed,
/// refusals by a rate limit. Thread-safe.
class Metrics
{
public:
    /// One answer of a CRM; status 0: none came.
    void countAnswer(const QString &host, int status, std::chrono::milliseconds elapsed);
    /// A run that came to its end, with the ledger of its report.
    void countRun(const QString &status, std::chrono::milliseconds duration, const QJsonObject &report);
    /// In the text format of Prometheus, version 0.0.4; `status` is core::statusDocument().
    QByteArray text(const QJsonObject &status) const;

private:
    using Labels = QByteArray;
    mutable std::mutex m_mutex;
    std::map<Labels, Histogram> m_answers;
    Histogram m_durations{{1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600}};
    std::map<Labels, quint64> m_requests, m_rateLimited, m_runs, m_records;
    quint64 m_successes = 0, m_failures = 0;
};

} // namespace syncline::core
