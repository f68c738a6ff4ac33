#include "connectors/net/httpclient.h"
#include "support/faultyserver.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::test;
using Then = WireAnswer::Then;

namespace {

HttpRequest request(const QByteArray &method, const QByteArray &body = {}, Repeat repeat = Repeat::Safe)
{
    HttpRequest request;
    request.method = method;
    request.path = "/thing";
    request.body = body;
    request.contentType = body.isEmpty() ? "" : "text/plain";
    request.repeat = repeat;
    return request;
}

/// A client of its own for each server.
struct Bench
{
    explicit Bench(const QUrl &url, const std::function<void(HttpSettings &)> &adjust = {})
    {
        network = makeNetwork(clock, gate);
        network->setLog([this](const HttpLogEntry &entry) { log.append(entry); });
        HttpSettings settings;
        settings.baseUrl = url;
        settings.backOff = 1ms;
        settings.timeout = 10s;
        if (adjust)
            adjust(settings);
        client = network->makeClient(settings);
    }
    Result<HttpResponse> send(const HttpRequest &request, std::stop_token stop = {})
    {
        return client->send(request, std::move(stop));
    }

    SystemClock clock;
    OpenGate gate;
    QList<HttpLogEntry> log;
    std::unique_ptr<Network> network;
    std::unique_ptr<HttpClient> client;
};

WireAnswer cut(const QByteArray &bytes)
{
    return {bytes, Then::Close};
}

} // namespace

Q_DECLARE_METATYPE(WireAnswer)

class tst_HttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void write_goesOutExactlyOnceWhateverBreaks_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<WireAnswer>("answer");
        const QList<QPair<QByteArray, WireAnswer>> ways{
            {"closed", {{}, Then::Close}},
            {"reset", {{}, Then::Reset}},
            {"half a status", cut("HTTP/1.1 20")},
            {"headers cut", cut("HTTP/1.1 200 OK\r\nContent-Le")},
            {"body cut", cut("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")},
            {"chunk cut", cut("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf")}};
        for (const QByteArray method : {"POST", "PUT", "PATCH", "DELETE"}) {
            for (const QByteArray body : {"", "payload"}) {
                for (const auto &[name, answer] : ways)
                    QTest::addRow("%s %s body, %s", method.constData(), body.isEmpty() ? "without" : "with",
                                  name.constData())
                        << method << body << answer;
            }
        }
    }
    /// The first answer makes the connection one that is reused: the case in which Qt sends again.
    void write_goesOutExactlyOnceWhateverBreaks()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(WireAnswer, answer);
        FaultyServer server(
            [&](const SeenRequest &, int number) { return number == 1 ? httpAnswer(200, "fine") : answer; });
        Bench bench(server.url());
        QVERIFY(bench.send(request("GET")));
        const auto outcome = bench.send(request(method, body, Repeat::Once));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Network);
        QVERIFY(outcome.error().outcomeUnknown);
        QVERIFY(!outcome.error().remedy.isEmpty());
        QVERIFY(bench.send(request("HEAD")).has_value() || server.seen().size() >= 3); // all that was to come has come
        qsizetype sent = 0;
        for (const SeenRequest &seen : server.seen())
            sent += seen.method == method ? 1 : 0;
        QCOMPARE(sent, 1);
        QCOMPARE(server.seen().at(1).body, body);
    }

    void readThatBreaks_isTriedAgain_data()
    {
        QTest::addColumn<WireAnswer>("answer");
        QTest::newRow("closed") << WireAnswer{{}, Then::Close};
        QTest::newRow("reset") << WireAnswer{{}, Then::Reset};
        QTest::newRow("503") << httpAnswer(503);
        QTest::newRow("500") << httpAnswer(500);
        QTest::newRow("429") << httpAnswer(429, "slow down");
        QTest::newRow("429, now") << httpAnswer(429, {}, {"Retry-After: 0"});
        QTest::newRow("429, past date") << httpAnswer(429, {}, {"Retry-After: Thu, 01 Jan 2026 00:00:00 GMT"});
        QTest::newRow("length cut") << cut("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        QTest::newRow("broken gzip") << httpAnswer(200, "no gzip at all", {"Content-Encoding: gzip"});
        QTest::newRow("garbage") << cut("what?\r\n\r\n");
    }
    void readThatBreaks_isTriedAgain()
    {
        QFETCH(WireAnswer, answer);
        FaultyServer server(
            [&](const SeenRequest &, int number) { return number == 1 ? answer : httpAnswer(200, "whole"); });
        Bench bench(server.url());
        const auto outcome = bench.send(request("GET"));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->body, "whole");
    }

    void readThatStaysBroken_isAnErrorAndNeverHalfABody_data() { readThatBreaks_isTriedAgain_data(); }
    void readThatStaysBroken_isAnErrorAndNeverHalfABody()
    {
        QFETCH(WireAnswer, answer);
        FaultyServer server([&](const SeenRequest &, int) { return answer; });
        Bench bench(server.url());
        const auto outcome = bench.send(request("GET"));
        if (outcome) {
            QVERIFY(outcome->status >= 500);
        } else {
            QVERIFY(outcome.error().kind == ErrorKind::Network || outcome.error().kind == ErrorKind::RateLimit);
            QVERIFY(!outcome.error().message.isEmpty() && !outcome.error().remedy.isEmpty());
            QVERIFY(!outcome.error().outcomeUnknown);
        }
    }

    void mishapThatTheServiceIsKnownFor_isGotOverButNotForEver()
    {
        int mishaps = 2;
        FaultyServer server([&](const SeenRequest &, int) {
            return mishaps-- > 0 ? httpAnswer(403, "by mistake") : httpAnswer(200, "whole");
        });
        Bench bench(server.url());
        HttpRequest asked = request("GET");
        asked.isMishap = [](const HttpResponse &response) { return response.status == 403; };
        QCOMPARE(bench.send(asked)->body, "whole");
        QCOMPARE(server.seen().size(), 3);
        mishaps = 3;
        QCOMPARE(bench.send(asked)->status, 403);
        QCOMPARE(server.seen().size(), 6);
    }

    void writeRefusedByLimit_isSentAgain()
    {
        FaultyServer server([](const SeenRequest &, int number) {
            return number == 1 ? httpAnswer(429, {}, {"Retry-After: 0"}) : httpAnswer(201, "made");
        });
        Bench bench(server.url());
        const auto outcome = bench.send(request("POST", "one", Repeat::Once));
        QVERIFY(outcome);
        QCOMPARE(outcome->status, 201);
        QCOMPARE(server.seen().size(), 2);
    }

    void longRetryAfter_isReportedAndNotWaitedFor()
    {
        FaultyServer server([](const SeenRequest &, int) { return httpAnswer(429, {}, {"Retry-After: 86400"}); });
        Bench bench(server.url());
        const auto outcome = bench.send(request("GET"));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::RateLimit);
        QCOMPARE(server.seen().size(), 1);
    }

    void silence_endsWithTheTimeout()
    {
        FaultyServer server([](const SeenRequest &seen, int) {
            return WireAnswer{seen.method == "GET" ? "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf" : ""};
        });
        Bench bench(server.url(), [](HttpSettings &settings) {
            settings.timeout = 200ms;
            settings.tries = 1;
        });
        const auto read = bench.send(request("GET"));
        QVERIFY(!read && read.error().kind == ErrorKind::Network && !read.error().outcomeUnknown);
        const auto write = bench.send(request("POST", "x", Repeat::Once));
        QVERIFY(!write && write.error().outcomeUnknown);
        QCOMPARE(server.seen().size(), 2);
    }

    void hugeBody_isRefused_data()
    {
        QTest::addColumn<bool>("tellsLength");
        QTest::newRow("length told") << true;
        QTest::newRow("chunked") << false;
    }
    void hugeBody_isRefused()
    {
        QFETCH(bool, tellsLength);
        constexpr qsizetype size = 100 * 1024 * 1024;
        const QByteArray body(size, 'x');
        const WireAnswer chunked{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(size, 16)
                                 + "\r\n" + body + "\r\n0\r\n\r\n"};
        const WireAnswer answer = tellsLength ? httpAnswer(200, body) : chunked;
        FaultyServer server([&](const SeenRequest &, int) { return answer; });
        Bench bench(server.url(), [](HttpSettings &settings) { settings.maxBodyBytes = 1024 * 1024; });
        const auto outcome = bench.send(request("GET"));
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message.contains(u"larger"), qPrintable(outcome.error().message));
        QCOMPARE(server.seen().size(), 1);
    }

    void refusedConnection_isKnownNotToHaveBeenSent()
    {
        QUrl nobody(u"http://127.0.0.1"_s);
        nobody.setPort(closedPort());
        Bench bench(nobody);
        const auto outcome = bench.send(request("POST", "x", Repeat::Once));
        QVERIFY(!outcome);
        QVERIFY(!outcome.error().outcomeUnknown);
        QVERIFY2(outcome.error().message.contains(u"refuses"), qPrintable(outcome.error().message));
    }

    void breaker_opensAfterFailuresAndSaysWhy()
    {
        FaultyServer server([](const SeenRequest &, int) { return httpAnswer(503); });
        Bench bench(server.url(), [](HttpSettings &settings) { settings.tries = 1; });
        for (int n = 0; n < 5; ++n)
            QCOMPARE(bench.send(request("GET"))->status, 503);
        const auto outcome = bench.send(request("GET"));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Server);
        QVERIFY2(outcome.error().message.contains(u"503"), qPrintable(outcome.error().message));
        QCOMPARE(server.seen().size(), 5);
    }

    void breaker_holdsForTheNextClientOfTheAccount()
    {
        std::atomic<bool> isWell = false;
        FaultyServer server([&isWell](const SeenRequest &, int) { return httpAnswer(isWell ? 200 : 503); });
        const auto sameAccount = [](HttpSettings &settings) {
            settings.tries = 1;
            settings.account = "crm";
        };
        Bench bench(server.url(), sameAccount);
        QVERIFY2(!bench.network->breaker("other"), "nobody asked that one");
        for (int n = 0; n < 5; ++n)
            QCOMPARE(bench.send(request("GET"))->status, 503);
        QCOMPARE(bench.network->breaker("crm")->kind, BreakerState::Kind::Open);
        bench.client = bench.network->makeClient(bench.client->settings());
        QCOMPARE(bench.send(request("GET"))->status, 503); // its first try
        QVERIFY2(!bench.send(request("GET")), "left alone, though this client saw one failure only");
        QCOMPARE(server.seen().size(), 6);
        bench.client = bench.network->makeClient(bench.client->settings());
        isWell = true;
        QCOMPARE(bench.send(request("GET"))->status, 200);
        QCOMPARE(bench.network->breaker("crm")->kind, BreakerState::Kind::Closed);
        QCOMPARE(bench.send(request("GET"))->status, 200);
    }

    void cancelledRead_endsWithoutItsAnswer()
    {
        FaultyServer server([](const SeenRequest &, int) { return WireAnswer{}; }); // only a cancel ends this
        Bench bench(server.url(), [](HttpSettings &settings) { settings.timeout = 60s; });
        std::stop_source stop;
        auto outcome = std::async(std::launch::async, [&] { return bench.send(request("GET"), stop.get_token()); });
        QVERIFY(server.waitForRequests(1));
        stop.request_stop();
        QCOMPARE(outcome.get().error().kind, ErrorKind::Cancelled);
    }

    void cancelledWrite_isAwaited()
    {
        std::stop_source stop;
        FaultyServer server([&](const SeenRequest &, int) {
            stop.request_stop(); // while the request is on its way
            return httpAnswer(201, "made");
        });
        Bench bench(server.url());
        const auto outcome = bench.send(request("POST", "x", Repeat::Once), stop.get_token());
        QVERIFY(outcome);
        QCOMPARE(outcome->status, 201);
        const auto next = bench.send(request("POST", "x", Repeat::Once), stop.get_token());
        QCOMPARE(next.error().kind, ErrorKind::Cancelled);
        QVERIFY(!next.error().outcomeUnknown);
        QCOMPARE(server.seen().size(), 1);
    }

    void sendAll_answersInOrderWithinItsWindow()
    {
        FaultyServer server([](const SeenRequest &seen, int) { return httpAnswer(200, seen.target); });
        Bench bench(server.url(), [](HttpSettings &settings) { settings.parallel = 3; });
        int asked = 0;
        int answered = 0;
        int widest = 0;
        bench.client->sendAll(
            [&]() -> std::optional<HttpRequest> {
                if (asked == 50)
                    return std::nullopt;
                HttpRequest next = request("GET");
                next.path = "/" + QByteArray::number(asked++);
                widest = std::max(widest, asked - answered);
                return next;
            },
            [&](const Result<HttpResponse> &answer) {
                return answer && answer->body == "/" + QByteArray::number(answered++);
            },
            {});
        QCOMPARE(answered, 50);
        QCOMPARE(widest, 3);
    }

    void log_holdsResponseTimeAndStatus()
    {
        FaultyServer server([](const SeenRequest &, int) { return httpAnswer(204); });
        Bench bench(server.url());
        QVERIFY(bench.send(request("GET")));
        QCOMPARE(bench.log.size(), 1);
        QCOMPARE(bench.log.first().status, 204);
        QVERIFY(bench.log.first().elapsed >= 0ms);
        QCOMPARE(bench.client->takeTraffic().requests, 1);
    }
};

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_httpclient.moc"
