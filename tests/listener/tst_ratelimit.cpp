#include "listener/ratelimit.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace syncline::listener;
using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBurstPassesThenTheRate();
    void keysDoNotHinderEachOther();
    void manyStrangersShareOneBucket();
    void whoIsIdleIsForgotten();
    void threadsGetNoMoreThanOne();
};

void TestRateLimit::aBurstPassesThenTheRate()
{
    RateLimit limit(2, 3);
    const auto start = RateLimit::Clock::time_point(1h);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(limit.take("a", start).count(), 0);
    QCOMPARE(limit.take("a", start).count(), 500);
    QCOMPARE(limit.take("a", start + 500ms).count(), 0);
    QCOMPARE(limit.take("a", start + 600ms).count(), 400);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(limit.take("a", start + 1h).count(), 0);
    QVERIFY(limit.take("a", start + 1h).count() > 0);
}

void TestRateLimit::keysDoNotHinderEachOther()
{
    RateLimit limit(1, 1);
    const auto now = RateLimit::Clock::time_point(1h);
    QCOMPARE(limit.take("a", now).count(), 0);
    QVERIFY(limit.take("a", now).count() > 0);
    QCOMPARE(limit.take("b", now).count(), 0);
}

void TestRateLimit::manyStrangersShareOneBucket()
{
    RateLimit limit(1, 2, 3);
    const auto now = RateLimit::Clock::time_point(1h);
    for (const char *key : {"a", "b", "c"})
        QCOMPARE(limit.take(key, now).count(), 0);
    QCOMPARE(limit.take("d", now).count(), 0);
    QCOMPARE(limit.take("e", now).count(), 0);
    QVERIFY(limit.take("f", now).count() > 0);
    QCOMPARE(limit.take("a", now).count(), 0); // who was known keeps an own one
}

void TestRateLimit::whoIsIdleIsForgotten()
{
    RateLimit limit(1, 1, 2);
    const auto now = RateLimit::Clock::time_point(1h);
    limit.take("a", now);
    limit.take("b", now);
    QCOMPARE(limit.take("c", now + 10s).count(), 0);
    QCOMPARE(limit.take("d", now + 10s).count(), 0); // each has one of their own again
}

void TestRateLimit::threadsGetNoMoreThanOne()
{
    RateLimit limit(1, 100);
    const auto now = RateLimit::Clock::now();
    std::atomic<int> passed = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 100; ++n)
                    passed += limit.take("a", now).count() == 0 ? 1 : 0;
            });
        }
    }
    QCOMPARE(passed.load(), 100);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
