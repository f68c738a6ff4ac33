#include "sandbox/sandbox.h"
#include "support/rawclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;
using syncline::test::Answer;
using Client = syncline::test::RawClient;

namespace {

/// One Mautic of five contacts behind a running server.
class Bench
{
public:
    explicit Bench(SiteOptions options = {})
    {
        options.provider = u"mautic"_s;
        options.crm.records = 5;
        address = sandbox.add(options).value();
        sandbox.start();
    }
    Answer fault(const QByteArray &json) { return Client(address).send("POST", "/_sandbox/fault", json); }
    QJsonArray requests() { return Client(address).send("GET", "/_sandbox/requests").json().array(); }
    qsizetype contacts() { return Client(address).send("GET", "/_sandbox/records/contacts").json().array().size(); }

    Sandbox sandbox;
    QString address;
};

} // namespace

class TestServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalRequestsUseOneConnection();
    void requestsAreRecordedWithoutTheControlSurface();
    void recordingCanBeSwitchedOff();
    void errorFaultIsAnswered_data();
    void errorFaultIsAnswered();
    void droppedBeforeTheEffectChangesNothing();
    void droppedAfterTheEffectHasChangedTheData();
    void cutBodyPromisesMoreThanItBrings();
    void hangingRequestHoldsNobodyElseUp();
    void latencyHoldsNobodyElseUp();
    void stalePageIsAnEarlierAnswer();
    void nthRequestIsHitOnceOnly();
    void sameSeedMeetsTheSameFaults();
    void bodyBeyondTheLimitIsRefused();
    void clockMovesTheDateHeader();
    void personEditsByHand();
    void wrongCommandIsRefused();
    void takenPortIsReported();
    void unknownProviderIsReported();
};

void TestServer::severalRequestsUseOneConnection()
{
    Bench bench;
    Client client(bench.address);
    for (int i = 0; i < 3; ++i) {
        const Answer answer = client.send("GET", "/api/contacts?limit=0");
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.isClosed);
    }
}

void TestServer::requestsAreRecordedWithoutTheControlSurface()
{
    Bench bench;
    Client(bench.address).send("PATCH", "/api/contacts/1/edit?x=%20y", R"({"city":"Ulm"})");
    const QJsonArray requests = bench.requests();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests[0]["method"_L1].toString(), u"PATCH"_s);
    QCOMPARE(requests[0]["path"_L1].toString(), u"/api/contacts/1/edit"_s);
    QCOMPARE(requests[0]["query"_L1].toString(), u"x=%20y"_s);
    QCOMPARE(requests[0]["body"_L1].toString(), u"{\"city\":\"Ulm\"}"_s);
    QCOMPARE(requests[0]["status"_L1].toInt(), 200);
    Client(bench.address).send("DELETE", "/_sandbox/requests");
    QVERIFY(bench.requests().isEmpty());
}

void TestServer::recordingCanBeSwitchedOff()
{
    Bench bench;
    Client client(bench.address);
    client.send("POST", "/_sandbox/configure", R"({"record_requests": false})");
    client.send("GET", "/api/contacts");
    QVERIFY(bench.requests().isEmpty());
}

void TestServer::errorFaultIsAnswered_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {429, 500, 502, 503})
        QTest::addRow("%d", status) << status;
}

void TestServer::errorFaultIsAnswered()
{
    QFETCH(int, status);
    Bench bench;
    bench.fault(R"({"kind":")" + QByteArray::number(status) + R"(","rate":1})");
    Client client(bench.address);
    QCOMPARE(client.send("DELETE", "/api/contacts/1/delete").status, status);
    QCOMPARE(bench.contacts(), 5);
    bench.fault(R"({"clear":true})");
    QCOMPARE(client.send("GET", "/api/contacts").status, 200);
}

void TestServer::droppedBeforeTheEffectChangesNothing()
{
    Bench bench;
    bench.fault(R"({"kind":"drop","next":1})");
    const Answer answer = Client(bench.address).send("DELETE", "/api/contacts/1/delete");
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.isClosed);
    QCOMPARE(bench.contacts(), 5);
    QCOMPARE(bench.requests()[0]["status"_L1].toInt(), 0);
}

void TestServer::droppedAfterTheEffectHasChangedTheData()
{
    Bench bench;
    bench.fault(R"({"kind":"drop-after","next":1,"method":"DELETE","path_contains":"contacts"})");
    Client client(bench.address);
    QCOMPARE(client.send("GET", "/api/contacts").status, 200);
    const Answer answer = client.send("DELETE", "/api/contacts/1/delete");
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.isClosed);
    QCOMPARE(bench.contacts(), 4);
}

void TestServer::cutBodyPromisesMoreThanItBrings()
{
    Bench bench;
    bench.fault(R"({"kind":"cut","next":1})");
    const Answer answer = Client(bench.address).send("GET", "/api/contacts");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.isClosed);
    QVERIFY(answer.body.size() < answer.promised);
}

void TestServer::hangingRequestHoldsNobodyElseUp()
{
    Bench bench;
    bench.fault(R"({"kind":"hang","next":1})");
    Client hanging(bench.address);
    const Answer answer = hanging.send("GET", "/api/contacts", {}, 200);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.isClosed);
    QCOMPARE(Client(bench.address).send("GET", "/api/contacts").status, 200);
}

void TestServer::latencyHoldsNobodyElseUp()
{
    SiteOptions options;
    options.latency = std::chrono::milliseconds(300);
    Bench bench(options);
    QElapsedTimer timer;
    timer.start();
    std::array<std::unique_ptr<Client>, 5> clients;
    for (auto &client : clients) {
        client = std::make_unique<Client>(bench.address);
        client->write("GET /api/contacts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo\r\n\r\n");
    }
    for (auto &client : clients)
        QCOMPARE(client->receive().status, 200);
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY2(timer.elapsed() < 1400, "five requests waited one after the other");
}

void TestServer::stalePageIsAnEarlierAnswer()
{
    Bench bench;
    bench.fault(R"({"kind":"stale","next":3})");
    Client client(bench.address);
    const QByteArray before = client.send("GET", "/api/contacts/1").body;
    client.send("PATCH", "/api/contacts/1/edit", R"({"city":"Elsewhere"})");
    QCOMPARE(client.send("GET", "/api/contacts/1").body, before);
    QVERIFY(client.send("GET", "/api/contacts/1").body != before);
}

void TestServer::nthRequestIsHitOnceOnly()
{
    Bench bench;
    bench.fault(R"({"kind":"503","next":3})");
    Client client(bench.address);
    QList<int> statuses;
    for (int i = 0; i < 4; ++i)
        statuses.append(client.send("GET", "/api/contacts").status);
    QCOMPARE(statuses, (QList<int>{200, 200, 503, 200}));
}

void TestServer::sameSeedMeetsTheSameFaults()
{
    const auto drawn = [](std::uint32_t seed) {
        Faults faults(seed);
        FaultRule rule;
        rule.rate = 0.5;
        faults.add(rule);
        QList<bool> hits;
        for (int i = 0; i < 64; ++i)
            hits.append(faults.draw({"GET", "/api/contacts", {}, {}, {}}).has_value());
        return hits;
    };
    QCOMPARE(drawn(7), drawn(7));
    QVERIFY(drawn(7) != drawn(8));
    QVERIFY(drawn(7).contains(true) && drawn(7).contains(false));
}

void TestServer::bodyBeyondTheLimitIsRefused()
{
    Bench bench;
    Client client(bench.address);
    client.write("POST /api/contacts/new HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n");
    const Answer answer = client.receive();
    QCOMPARE(answer.status, 413);
}

void TestServer::clockMovesTheDateHeader()
{
    Bench bench;
    Client client(bench.address);
    client.send("POST", "/_sandbox/clock", R"({"freeze": 1800000000, "skew": 60})");
    QVERIFY(client.send("GET", "/api/contacts").header.contains("Date: Fri, 15 Jan 2027 08:01:00 GMT\r\n"));
}

void TestServer::personEditsByHand()
{
    Bench bench;
    Client client(bench.address);
    const Answer answer = client.send(
        "POST", "/_sandbox/edit", R"({"action":"update","entity":"contacts","id":1,"fields":{"city":"","x_int":0}})");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json()["city"_L1].isNull());
    QCOMPARE(answer.json()["x_int"_L1].toInt(-1), 0);
    client.send("POST", "/_sandbox/edit", R"({"action":"delete","entity":"contacts","id":1})");
    QCOMPARE(bench.contacts(), 4);
    client.send("POST", "/_sandbox/reset");
    QCOMPARE(bench.contacts(), 5);
}

void TestServer::wrongCommandIsRefused()
{
    Bench bench;
    Client client(bench.address);
    QCOMPARE(client.send("POST", "/_sandbox/fault", R"({"kind":"fire","rate":1})").status, 400);
    QCOMPARE(client.send("POST", "/_sandbox/edit", "nonsense").status, 400);
    QCOMPARE(client.send("POST", "/_sandbox/configure", R"({"colour":1})").status, 400);
    QCOMPARE(client.send("POST", "/_sandbox/edit", R"({"action":"delete","entity":"contacts","id":99})").status, 400);
    QCOMPARE(client.send("POST", "/_sandbox/nowhere").status, 404);
}

void TestServer::takenPortIsReported()
{
    Bench bench;
    Sandbox other;
    SiteOptions options;
    options.provider = u"mautic"_s;
    options.crm.records = 0;
    const auto added = other.add(options, std::uint16_t(QUrl(bench.address).port()));
    QVERIFY(!added);
    QVERIFY(added.error().contains(QString::number(QUrl(bench.address).port())));
}

void TestServer::unknownProviderIsReported()
{
    Sandbox sandbox;
    SiteOptions options;
    options.provider = u"notes"_s;
    QVERIFY(sandbox.add(options).error().contains("notes"_L1));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
