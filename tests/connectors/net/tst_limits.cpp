#include "connectors/net/breaker.h"
#include "connectors/net/ratelimiter.h"
#include "connectors/net/retry.h"

#include <QTest>

#include <deque>
#include <queue>

using namespace std::chrono_literals;
using namespace syncline::connectors;
using Time = std::chrono::milliseconds;

namespace {

/// A CRM that allows so many requests in each window, as a value; counts by the time of arrival.
struct Counter
{
    Time length{1'000};
    int limit = 10;
    Time began{0};
    int used = 0;

    bool take(Time now)
    {
        if (now >= began + length) {
            began = now - (now - began) % length;
            used = 0;
        }
        return ++used <= limit;
    }
    int remaining() const { return std::max(0, limit - used); }
    Time reset() const { return began + length; }
};

struct Outcome
{
    int served = 0;
    int refused = 0;
};

/// Asks as fast as the limiter lets us, two at a time, each on its way for a while that varies.
Outcome askFor(Time duration, RateLimiter &limiter, Counter &crm, bool tells, Time from = 0ms)
{
    Outcome outcome;
    struct Underway
    {
        Time sent, arrives, answered;
    };
    std::deque<Underway> underway;
    Time now = from;
    for (int n = 0; now < from + duration; ++n) {
        while (!underway.empty() && (underway.size() == 2 || limiter.waitFor(now) > 0ms)) {
            const auto [sent, arrives, answered] = underway.front();
            underway.pop_front();
            now = std::max(now, answered);
            limiter.answered(sent, now);
            const bool served = crm.take(arrives);
            ++(served ? outcome.served : outcome.refused);
            if (tells)
                limiter.learn(crm.limit, crm.remaining(), crm.reset(), now);
            else if (!served)
                limiter.refused(now, crm.reset() - now);
        }
        now += limiter.waitFor(now);
        limiter.sent(now);
        underway.push_back({now, now + 5ms, now + 10ms + Time(n % 3)});
    }
    return outcome;
}

} // namespace

class tst_Limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void configuredLimit_isUsedToNinetyFivePercentAndNeverExceeded_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("duration");
        QTest::newRow("second") << 1'000 << 10 << 60'000;
        QTest::newRow("minute") << 60'000 << 100 << 1'200'000;
        QTest::newRow("hour") << 3'600'000 << 1'000 << 36'000'000;
        QTest::newRow("day") << 86'400'000 << 5'000 << 864'000'000;
    }
    void configuredLimit_isUsedToNinetyFivePercentAndNeverExceeded()
    {
        QFETCH(int, length);
        QFETCH(int, limit);
        QFETCH(int, duration);
        RateLimiter::Limits limits;
        (length == 1'000           ? limits.perSecond
             : length == 60'000    ? limits.perMinute
             : length == 3'600'000 ? limits.perHour
                                   : limits.perDay) = limit;
        RateLimiter limiter(limits);
        Counter crm{Time(length), limit};
        const Outcome outcome = askFor(Time(duration), limiter, crm, false);
        QCOMPARE(outcome.refused, 0);
        const double allowed = double(limit) * duration / length;
        QVERIFY2(outcome.served >= 0.95 * allowed, qPrintable(QString::number(outcome.served)));
    }

    void toldLimit_isUsedWithoutARefusal()
    {
        RateLimiter limiter({});
        Counter crm{60s, 100};
        const Outcome outcome = askFor(600s, limiter, crm, true);
        QCOMPARE(outcome.refused, 0);
        QVERIFY2(outcome.served >= 950, qPrintable(QString::number(outcome.served)));
    }

    /// HubSpot allows so many calls in any ten seconds, and its answers tell how many.
    void rollingWindow_isLearnedAndUsedWithoutARefusal()
    {
        RateLimiter::Limits limits;
        limits.perInterval = 100;
        RateLimiter limiter(limits);
        std::deque<Time> served;
        int refused = 0;
        constexpr int allowed = 190;
        Time now{0};
        for (; now < 60s; now += limiter.waitFor(now)) {
            limiter.sent(now);
            const Time arrives = now + 5ms;
            while (!served.empty() && served.front() <= arrives - 10s)
                served.pop_front();
            if (served.size() < allowed)
                served.push_back(arrives);
            else
                ++refused;
            limiter.answered(now, now + 10ms);
            now += 10ms;
            limiter.learnWindow(10s, allowed, allowed - int(served.size()), now);
        }
        QCOMPARE(refused, 0);
        QVERIFY2(served.size() >= 0.95 * allowed, qPrintable(QString::number(served.size())));
    }

    void rollingWindow_thatOthersUseUp_isTriedAgainSoon()
    {
        RateLimiter::Limits limits;
        limits.perInterval = 100;
        RateLimiter limiter(limits);
        limiter.sent(0ms);
        limiter.answered(0ms, 100ms);
        limiter.learnWindow(10s, 100, 0, 100ms);
        QCOMPARE(limiter.waitFor(100ms), 1'000ms);
    }

    void rollingWindow_thatWeUseUp_isWaitedForToTheMoment()
    {
        RateLimiter::Limits limits;
        limits.perSecond = 2;
        RateLimiter limiter(limits);
        for (const Time when : {0ms, 100ms}) {
            limiter.sent(when);
            limiter.answered(when, when + 10ms);
        }
        limiter.learnWindow(1s, 2, 0, 950ms);
        const Time wait = limiter.waitFor(950ms);
        QVERIFY2(wait >= 50ms && wait <= 60ms, qPrintable(QString::number(wait.count())));
    }

    /// A request that was held up on its way is counted by the server later than it was sent.
    void delayedRequest_isCountedWhenItMayHaveArrived()
    {
        RateLimiter limiter({1, 0, 0, 0, 0});
        limiter.sent(0ms);
        limiter.answered(0ms, 20ms);
        const Time usual = limiter.waitFor(20ms);
        limiter.sent(2'000ms);
        limiter.answered(2'000ms, 2'120ms);
        QCOMPARE(limiter.waitFor(2'120ms) - usual, 0ms);
    }

    void toldLimitThatHalves_isFoundWithinOneAnswer()
    {
        RateLimiter limiter({});
        Counter crm{60s, 100};
        QCOMPARE(askFor(90s, limiter, crm, true).refused, 0);
        crm.limit = 50;
        const Outcome outcome = askFor(600s, limiter, crm, true, 120s);
        QVERIFY2(outcome.refused <= 1, qPrintable(QString::number(outcome.refused)));
        QVERIFY2(outcome.served >= 475, qPrintable(QString::number(outcome.served)));
    }

    void untoldLimitThatHalves_isFoundByOneRefusal()
    {
        RateLimiter limiter({10, 0, 0, 0, 0});
        Counter crm{1s, 10};
        QCOMPARE(askFor(20s, limiter, crm, false).refused, 0);
        crm.limit = 5;
        const Outcome outcome = askFor(60s, limiter, crm, false, 30s);
        QVERIFY2(outcome.refused >= 1 && outcome.refused <= 2, qPrintable(QString::number(outcome.refused)));
        QVERIFY2(outcome.served >= 280, qPrintable(QString::number(outcome.served)));
    }

    void limitThatIsToldPerSecond_isFollowedDownAndUp()
    {
        RateLimiter limiter({10, 0, 0, 0, 0});
        const auto inASecond = [&limiter](Time from) {
            int sent = 0;
            for (Time now = from; now < from + 1s; now += std::max(limiter.waitFor(now), Time(1))) {
                if (limiter.waitFor(now) > 0ms)
                    continue;
                limiter.sent(now);
                ++sent;
            }
            return sent;
        };
        QCOMPARE(inASecond(0s), 10);
        limiter.learnPerSecond(5);
        QCOMPARE(inASecond(10s), 5);
        limiter.learnPerSecond(20); // more than the person allows
        QCOMPARE(inASecond(20s), 10);
    }

    void limit_isUsedToNinetyNinePercentWhereRequestsArriveAsTheyLeave()
    {
        RateLimiter limiter({5, 0, 0, 0, 0});
        int sent = 0;
        for (Time now{0}; now < 100s; now += limiter.waitFor(now), ++sent)
            limiter.sent(now);
        QVERIFY2(sent >= 495, qPrintable(QString::number(sent)));
    }

    void share_isLeftToOthers()
    {
        RateLimiter configured({0, 100, 0, 0, 30});
        Counter crm{60s, 100};
        const int served = askFor(60s, configured, crm, false).served;
        QVERIFY2(served >= 66 && served <= 72, qPrintable(QString::number(served)));

        RateLimiter told({0, 0, 0, 0, 30});
        Counter teller{60s, 100};
        askFor(50s, told, teller, true);
        QVERIFY2(teller.remaining() >= 30, qPrintable(QString::number(teller.remaining())));
    }

    void limitBelowOneASecond_stretchesTheWindow()
    {
        RateLimiter limiter({0.5, 0, 0, 0, 0});
        limiter.sent(0ms);
        QCOMPARE(limiter.waitFor(0ms), 2'000ms);
    }

    void breaker_opensLetsOneTryThroughAndCloses()
    {
        Breaker breaker;
        for (int n = 0; n < Breaker::failuresToOpen; ++n) {
            QVERIFY(breaker.pass(0ms, false));
            QCOMPARE(breaker.state(0ms).kind, BreakerState::Kind::Closed);
            breaker.failed(QStringLiteral("no answer"), 0ms);
        }
        QVERIFY(!breaker.pass(Breaker::pause - 1ms, false));
        const BreakerState open = breaker.state(Breaker::pause - 1ms);
        QCOMPARE(open.kind, BreakerState::Kind::Open);
        QCOMPARE(open.retryIn, 1ms);
        QCOMPARE(open.problem, QStringLiteral("no answer"));
        QCOMPARE(breaker.state(Breaker::pause).kind, BreakerState::Kind::HalfOpen);
        QVERIFY(breaker.pass(Breaker::pause, false));
        QVERIFY2(!breaker.pass(Breaker::pause, false), "half open: one try");
        breaker.failed({}, Breaker::pause);
        QVERIFY2(!breaker.pass(Breaker::pause * 2 - 1ms, false), "the try failed: open again");
        QVERIFY2(breaker.pass(Breaker::pause * 2 - 1ms, true), "whoever begins anew has a try of its own");
        QVERIFY(!breaker.pass(Breaker::pause * 2, false));
        QVERIFY(breaker.pass(Breaker::pause * 3, false));
        breaker.succeeded();
        QCOMPARE(breaker.state(Breaker::pause * 3).kind, BreakerState::Kind::Closed);
        QVERIFY(breaker.pass(Breaker::pause * 3, false));
        QVERIFY(breaker.pass(Breaker::pause * 3, false));
    }

    void askedPause_readsEverySpelling_data()
    {
        using Headers = QList<QPair<QByteArray, QByteArray>>;
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<int>("milliseconds"); // -1: none
        const QByteArray now = "Thu, 26 Nov 2026 20:00:00 GMT";
        QTest::newRow("none") << Headers{} << -1;
        QTest::newRow("seconds") << Headers{{"Retry-After", "7"}} << 7'000;
        QTest::newRow("negative") << Headers{{"Retry-After", "-7"}} << 0;
        QTest::newRow("date") << Headers{{"Retry-After", "Thu, 26 Nov 2026 20:00:09 GMT"}} << 9'000;
        QTest::newRow("past date") << Headers{{"Retry-After", "Thu, 26 Nov 2026 19:00:09 GMT"}} << 0;
        QTest::newRow("date of a server whose clock is off")
            << Headers{{"Retry-After", "Thu, 26 Nov 2026 21:00:09 GMT"}, {"Date", "Thu, 26 Nov 2026 21:00:00 GMT"}}
            << 9'000;
        QTest::newRow("reset in seconds") << Headers{{"X-RateLimit-Reset", "4"}} << 4'000;
        QTest::newRow("reset at a moment") << Headers{{"X-RateLimit-Reset", "1795723205"}} << 5'000;
        QTest::newRow("reset of a server whose clock is off")
            << Headers{{"X-RateLimit-Reset", "1795726805"}, {"Date", "Thu, 26 Nov 2026 21:00:00 GMT"}} << 5'000;
        QTest::newRow("nonsense") << Headers{{"Retry-After", "soon"}} << -1;
    }
    void askedPause_readsEverySpelling()
    {
        using Headers = QList<QPair<QByteArray, QByteArray>>;
        QFETCH(Headers, headers);
        QFETCH(int, milliseconds);
        HttpResponse response;
        response.headers = headers;
        const auto pause = askedPause(response, 1'795'723'200'000ms);
        QCOMPARE(pause ? int(pause->count()) : -1, milliseconds);
    }

    void toldLimits_areReadFromEachSpelling()
    {
        HttpResponse response;
        response.headers = {{"RateLimit-Limit", "5"}, {"RateLimit-Remaining", "3"}};
        QCOMPARE(toldPerSecond(response), std::optional(5));
        response.headers.emplaceBack("RateLimit-Reset", "20");
        QVERIFY2(!toldPerSecond(response), "a limit with an end is not one of a second");
        response.headers = {{"X-HubSpot-RateLimit-Max", "190"},
                            {"X-HubSpot-RateLimit-Remaining", "189"},
                            {"X-HubSpot-RateLimit-Interval-Milliseconds", "10000"}};
        const auto window = toldWindow(response);
        QVERIFY(window);
        QCOMPARE(window->limit, 190);
        QCOMPARE(window->interval, 10'000ms);
    }

    void spentDay_isReadFromHeaderOrWords()
    {
        HttpResponse response;
        response.body = R"({"status":"error","policyName":"TEN_SECONDLY_ROLLING"})";
        QVERIFY(!isDailyQuotaSpent(response));
        response.body = R"({"status":"error","policyName": "DAILY"})";
        QVERIFY(isDailyQuotaSpent(response));
        response.body = "<html>";
        QVERIFY(!isDailyQuotaSpent(response));
        response.headers = {{"X-HubSpot-RateLimit-Daily-Remaining", "0"}};
        QVERIFY(isDailyQuotaSpent(response));
    }

    void backOff_doublesUpToTenfoldWithJitter()
    {
        QCOMPARE(backOff(1s, 0, 0.5), 1'000ms);
        QCOMPARE(backOff(1s, 1, 0.5), 2'000ms);
        QCOMPARE(backOff(1s, 9, 0.5), 10'000ms);
        QCOMPARE(backOff(1s, 0, 0), 750ms);
        QCOMPARE(backOff(1s, 0, 1), 1'250ms);
    }
};

QTEST_APPLESS_MAIN(tst_Limits)
#include "tst_limits.moc"
