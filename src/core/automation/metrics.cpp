#include "core/automation/metrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QByteArray label(const char *key, const QString &value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return QByteArray(key) + "=\"" + text + '"';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 12);
}

QByteArray sample(const QByteArray &name, const QByteArray &labels, const QByteArray &value)
{
    return name + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + value + '\n';
}

QByteArray head(const QByteArray &name, const char *type, const char *help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray counters(const QByteArray &name, const char *help, const std::map<QByteArray, quint64> &values)
{
    QByteArray text = head(name, "counter", help);
    for (const auto &[labels, value] : values)
        text += sample(name, labels, QByteArray::number(value));
    return text;
}

QByteArray gaugesOf(const QJsonObject &status)
{
    QByteArray text = head("syncline_integration_up", "gauge", "Whether a connected system answers.");
    for (const QJsonValue &row : status.value("integrations"_L1).toArray()) {
        const QString health = row["health"_L1].toString();
        if (health != "unknown"_L1)
            text += sample("syncline_integration_up", label("integration", row["name"_L1].toString()),
                           health == "healthy"_L1 ? "1" : "0");
    }
    text += head("syncline_breaker_open", "gauge",
                 "Whether a system is left alone because it failed several times in a row.");
    for (const QJsonValue &row : status.value("integrations"_L1).toArray()) {
        const QString breaker = row["breaker"_L1]["state"_L1].toString();
        if (!breaker.isEmpty())
            text += sample("syncline_breaker_open", label("integration", row["name"_L1].toString()),
                           breaker == "closed"_L1 ? "0" : "1");
    }
    text += head("syncline_waiting", "gauge", "Decisions that wait for a person.");
    const QJsonObject waiting = status.value("waiting"_L1).toObject();
    for (auto it = waiting.begin(); it != waiting.end(); ++it)
        text += sample("syncline_waiting", label("kind", it.key()), QByteArray::number(it->toInt()));
    const QJsonObject schedules = status.value("schedules"_L1).toObject();
    text += head("syncline_schedules_on", "gauge", "Schedules that are switched on.")
        + sample("syncline_schedules_on", {}, QByteArray::number(schedules.value("on"_L1).toInt()));
    text += head("syncline_paused", "gauge", "Whether everything that runs by itself is paused.")
        + sample("syncline_paused", {}, schedules.value("paused"_L1).toBool() ? "1" : "0");
    return text;
}

} // namespace

Histogram::Histogram(std::vector<double> bounds) : m_bounds(std::move(bounds)), m_counts(m_bounds.size() + 1) {}

void Histogram::add(double value)
{
    const auto bound = std::ranges::lower_bound(m_bounds, value);
    ++m_counts[std::size_t(bound - m_bounds.begin())];
    m_sum += value;
    ++m_count;
}

QByteArray Histogram::text(const QByteArray &name, const QByteArray &labels) const
{
    const QByteArray before = labels.isEmpty() ? labels : labels + ',';
    QByteArray text;
    quint64 below = 0;
    for (std::size_t i = 0; i < m_bounds.size(); ++i) {
        below += m_counts[i];
        text += sample(name + "_bucket", before + "le=\"" + number(m_bounds[i]) + '"', QByteArray::number(below));
    }
    text += sample(name + "_bucket", before + "le=\"+Inf\"", QByteArray::number(m_count));
    return text + sample(name + "_sum", labels, number(m_sum))
        + sample(name + "_count", labels, QByteArray::number(m_count));
}

void Metrics::countAnswer(const QString &host, int status, std::chrono::milliseconds elapsed)
{
    constexpr int tooMany = 429;
    const QByteArray where = label("host", host);
    const QByteArray kind = status == 0 ? QByteArray("none") : QByteArray::number(status / 100) + "xx";
    const std::lock_guard lock(m_mutex);
    ++m_requests[where + ",status=\"" + kind + '"'];
    if (status == tooMany)
        ++m_rateLimited[where];
    if (status == 0)
        return;
    const auto found = m_answers.try_emplace(where,
                                             std::vector<double>{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30});
    found.first->second.add(std::chrono::duration<double>(elapsed).count());
}

void Metrics::countRun(const QString &status, std::chrono::milliseconds duration, const QJsonObject &report)
{
    const std::lock_guard lock(m_mutex);
    ++m_runs[label("status", status)];
    if (status == "planned"_L1)
        return;
    m_durations.add(std::chrono::duration<double>(duration).count());
    ++(status == "done"_L1 ? m_successes : m_failures);
    for (const QJsonValue &row : report.value("ledger"_L1).toArray()) {
        const QByteArray where = label("integration", row["integration"_L1].toString()) + ','
            + label("entity", row["entity"_L1].toString());
        for (const char *kind : {"created", "updated", "deleted"}) {
            if (const int count = row[QLatin1String(kind)].toInt(); count > 0)
                m_records[where + ",kind=\"" + kind + '"'] += quint64(count);
        }
    }
}

QByteArray Metrics::text(const QJsonObject &status) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = head("syncline_sync_duration_seconds", "histogram", "How long syncs took.")
        + m_durations.text("syncline_sync_duration_seconds", {});
    text += head("syncline_api_response_seconds", "histogram", "How long systems took to answer.");
    for (const auto &[labels, answers] : m_answers)
        text += answers.text("syncline_api_response_seconds", labels);
    text += counters("syncline_syncs_total", "Runs by how they ended.", m_runs);
    text += head("syncline_sync_success_total", "counter", "Syncs in which everything went well.")
        + sample("syncline_sync_success_total", {}, QByteArray::number(m_successes));
    text += head("syncline_sync_failure_total", "counter", "Syncs in which something failed.")
        + sample("syncline_sync_failure_total", {}, QByteArray::number(m_failures));
    text += counters("syncline_records_total", "Records made, changed and deleted in systems.", m_records);
    text += counters("syncline_api_requests_total", "Requests by class of answer.", m_requests);
    text += counters("syncline_rate_limit_hits_total", "Requests that a rate limit refused.", m_rateLimited);
    return text + gaugesOf(status);
}

} // namespace syncline::core
