#include "core/automation/metrics.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline::core;

namespace {

QJsonObject reportOf(int created, int updated)
{
    return {{u"ledger"_s,
             QJsonArray{QJsonObject{{u"integration"_s, u"crm"_s},
                                    {u"entity"_s, u"contact"_s},
                                    {u"created"_s, created},
                                    {u"updated"_s, updated},
                                    {u"deleted"_s, 0}}}}};
}

QJsonObject statusWith(const QString &name)
{
    return {{u"integrations"_s, QJsonArray{QJsonObject{{u"name"_s, name}, {u"health"_s, u"down"_s}}}},
            {u"waiting"_s, QJsonObject{{u"conflict"_s, 3}}},
            {u"schedules"_s, QJsonObject{{u"on"_s, 2}, {u"paused"_s, true}}}};
}

} // namespace

/// What Prometheus reads: every sample has a type, histograms add up, labels cannot break a line.
class TestMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void histogramsAddUp();
    void runsAndRecordsAreCounted();
    void answersAndRateLimitsAreCounted();
    void everySampleHasAType();
    void labelsAreEscaped();
};

void TestMetrics::histogramsAddUp()
{
    Histogram seconds({1, 5, 10});
    for (const double value : {0.5, 1.0, 1.5, 7.0, 100.0})
        seconds.add(value);
    QCOMPARE(seconds.text("s", {}),
             QByteArray("s_bucket{le=\"1\"} 2\ns_bucket{le=\"5\"} 3\ns_bucket{le=\"10\"} 4\ns_bucket{le=\"+Inf\"} 5\n"
                        "s_sum 110\ns_count 5\n"));
    QVERIFY(seconds.text("s", "a=\"b\"").startsWith("s_bucket{a=\"b\",le=\"1\"} 2\n"));
}

void TestMetrics::runsAndRecordsAreCounted()
{
    Metrics metrics;
    metrics.countRun(u"done"_s, 4s, reportOf(3, 2));
    metrics.countRun(u"failed"_s, 2s, reportOf(0, 1));
    metrics.countRun(u"planned"_s, 2s, reportOf(9, 9)); // wrote nothing
    const QByteArray text = metrics.text({});
    for (const char *line : {"syncline_sync_success_total 1\n", "syncline_sync_failure_total 1\n",
                             "syncline_syncs_total{status=\"planned\"} 1\n", "syncline_sync_duration_seconds_count 2\n",
                             "syncline_sync_duration_seconds_sum 6\n",
                             "syncline_records_total{integration=\"crm\",entity=\"contact\",kind=\"created\"} 3\n",
                             "syncline_records_total{integration=\"crm\",entity=\"contact\",kind=\"updated\"} 3\n"})
        QVERIFY2(text.contains(line), text.constData());
}

void TestMetrics::answersAndRateLimitsAreCounted()
{
    Metrics metrics;
    metrics.countAnswer(u"crm.example"_s, 200, 40ms);
    metrics.countAnswer(u"crm.example"_s, 429, 5ms);
    metrics.countAnswer(u"crm.example"_s, 0, 30'000ms);
    const QByteArray text = metrics.text({});
    for (const char *line : {"syncline_api_requests_total{host=\"crm.example\",status=\"2xx\"} 1\n",
                             "syncline_api_requests_total{host=\"crm.example\",status=\"none\"} 1\n",
                             "syncline_rate_limit_hits_total{host=\"crm.example\"} 1\n",
                             "syncline_api_response_seconds_bucket{host=\"crm.example\",le=\"0.01\"} 1\n",
                             "syncline_api_response_seconds_count{host=\"crm.example\"} 2\n"})
        QVERIFY2(text.contains(line), text.constData());
}

void TestMetrics::everySampleHasAType()
{
    Metrics metrics;
    metrics.countAnswer(u"crm.example"_s, 200, 40ms);
    metrics.countRun(u"done"_s, 4s, reportOf(3, 2));
    static const QRegularExpression sample(uR"(^([a-z_]+)(\{[^{}]*\})? [0-9.e+-]+$)"_s);
    QSet<QString> typed;
    for (const QString &line : QString::fromUtf8(metrics.text(statusWith(u"crm"_s))).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"# TYPE "_s))
            typed << line.section(u' ', 2, 2);
        if (line.startsWith(u'#'))
            continue;
        const auto match = sample.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        QString name = match.captured(1);
        name.remove(QRegularExpression(u"_(bucket|sum|count)$"_s));
        QVERIFY2(typed.contains(name), qPrintable(line));
    }
}

void TestMetrics::labelsAreEscaped()
{
    const QByteArray text = Metrics().text(statusWith(u"a\"b\\c\nd"_s));
    QVERIFY2(text.contains("syncline_integration_up{integration=\"a\\\"b\\\\c\\nd\"} 0"), text.constData());
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
