#include "core/mirror/mirrormeter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core::mirror;

namespace {

class HandClock final : public Clock
{
public:
    std::chrono::milliseconds now() const override { return time; }
    std::chrono::milliseconds time = 1'000'000ms;
};

} // namespace

class TestMirrorMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEndIsForecastWhereTheTotalIsKnown();
    void anUnknownTotalForecastsNothing();
    void waitingForTheLimitIsTold();
};

void TestMirrorMeter::theEndIsForecastWhereTheTotalIsKnown()
{
    HandClock clock;
    MirrorMeter meter(clock, {});
    meter.setEntities({{u"contacts"_s, 0, 1000, false}});
    meter.took(u"contacts"_s, 0);
    for (int i = 0; i < 5; ++i) {
        clock.time += 1s;
        meter.took(u"contacts"_s, 100);
    }
    QCOMPARE(meter.progress().perSecond, 100.0);
    QCOMPARE(*meter.progress().endsAt, clock.time + 5s);
}

void TestMirrorMeter::anUnknownTotalForecastsNothing()
{
    HandClock clock;
    MirrorMeter meter(clock, {});
    meter.setEntities({{u"contacts"_s, 0, 1000, false}, {u"deals"_s, 0, 0, false}});
    meter.took(u"contacts"_s, 0);
    clock.time += 1s;
    meter.took(u"contacts"_s, 100);
    QVERIFY(!meter.progress().endsAt);
    meter.ended(u"deals"_s);
    meter.took(u"contacts"_s, 0);
    QCOMPARE(*meter.progress().endsAt, clock.time + 9s);
}

void TestMirrorMeter::waitingForTheLimitIsTold()
{
    HandClock clock;
    QList<bool> told;
    MirrorMeter meter(clock, [&](const MirrorProgress &progress) { told << progress.isThrottled; });
    meter.setEntities({{u"contacts"_s, 0, 0, false}});
    clock.time += 1s;
    meter.sent(3, 200ms);
    clock.time += 1s;
    meter.sent(1, 0ms);
    QCOMPARE(told, (QList<bool>{false, true, false}));
    QCOMPARE(meter.progress().requests, 4);
}

QTEST_GUILESS_MAIN(TestMirrorMeter)
#include "tst_mirrormeter.moc"
