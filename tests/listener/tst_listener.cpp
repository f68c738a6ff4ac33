#include "listener/server.h"
#include "support/rawclient.h"

#include <QElapsedTimer>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline::listener;
using syncline::test::Answer;
using Client = syncline::test::RawClient;

namespace {

Response text(const QByteArray &body, int status = 200)
{
    return {status, {{"Content-Type", "text/plain"}}, body};
}

/// Tells what came.
Exchange echo(const Request &request)
{
    return {
        text(request.method + ' ' + request.path + ' ' + QByteArray::number(request.body.size()) + ' ' + request.peer),
        Ending::Answer,
        {}};
}

class Bench
{
public:
    explicit Bench(Service service)
    {
        const auto port = server.listen(0, std::move(service));
        if (!port)
            qFatal("no port");
        address = u"http://127.0.0.1:%1"_s.arg(*port);
        server.start();
    }
    static Service echoService(const Limits &limits, const Gate &gate = {})
    {
        Service service;
        service.handler = answering(echo);
        service.limits = limits;
        service.gate = gate;
        return service;
    }

    QString address;
    HttpServer server;
};

/// What is left of a connection that the server gives up: the status it sends, 0 for none.
int statusAtTheEnd(Client &client)
{
    const Answer answer = client.receive();
    return answer.status;
}

} // namespace

class TestListener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answerComesFromAnotherThread();
    void replyThatNobodyGivesIs500();
    void firstReplyCounts();
    void replyAfterTheEndHarmsNobody();
    void manyThreadsReply();
    void requestsInOnePacketAreAnsweredInOrder();
    void clientMayAskBeforeItSendsABody();
    void longBodyIsRefusedUnread();
    void bodyOfUnknownLengthIsRefusedAtTheLimit();
    void refusalReachesAClientThatIsStillSending();
    void gateRefusesBeforeTheBodyIsRead();
    void longHeaderIsRefused();
    void garbageIsRefused();
    void slowHeaderIsCut();
    void slowBodyIsCut();
    void silentHandlerIs503();
    void fullHouseClosesWhoWaitsLongest();
    void longBodiesShareTheirRoom();
    void stopEndsConnections();
    void wrongAddressIsReported();
};

void TestListener::answerComesFromAnotherThread()
{
    std::jthread later;
    Service service;
    service.handler = [&](const Request &, const Reply &reply) {
        later = std::jthread([reply] { reply.send(text("later")); });
    };
    Bench bench(service);
    Client client(bench.address);
    QCOMPARE(client.send("GET", "/").body, QByteArray("later"));
    QCOMPARE(client.send("GET", "/").body, QByteArray("later"));
}

void TestListener::replyThatNobodyGivesIs500()
{
    Service service;
    service.handler = [](const Request &, const Reply &) {};
    Bench bench(service);
    QCOMPARE(Client(bench.address).send("GET", "/").status, 500);
}

void TestListener::firstReplyCounts()
{
    Service service;
    service.handler = [](const Request &, const Reply &reply) {
        reply.send(text("one"));
        reply.send(text("two"));
    };
    Bench bench(service);
    Client client(bench.address);
    QCOMPARE(client.send("GET", "/").body, QByteArray("one"));
    QCOMPARE(client.send("GET", "/").body, QByteArray("one"));
}

void TestListener::replyAfterTheEndHarmsNobody()
{
    std::mutex mutex;
    std::condition_variable came;
    std::optional<Reply> kept;
    {
        Service service;
        service.handler = [&](const Request &, const Reply &reply) {
            const std::lock_guard lock(mutex);
            kept = reply;
            came.notify_all();
        };
        Bench bench(service);
        Client client(bench.address);
        client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        std::unique_lock lock(mutex);
        QVERIFY(came.wait_for(lock, 5s, [&] { return kept.has_value(); }));
    }
    kept->send(text("too late"));
}

void TestListener::manyThreadsReply()
{
    std::mutex mutex;
    std::vector<std::jthread> threads;
    Service service;
    service.handler = [&](const Request &request, const Reply &reply) {
        const std::lock_guard lock(mutex);
        threads.emplace_back([reply, path = request.path] { reply.send(text(path)); });
    };
    Bench bench(service);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 32; ++i) {
        clients.push_back(std::make_unique<Client>(bench.address));
        clients.back()->write("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    for (int i = 0; i < 32; ++i)
        QCOMPARE(clients[std::size_t(i)]->receive().body, QByteArray('/' + QByteArray::number(i)));
    bench.server.stop();
}

void TestListener::requestsInOnePacketAreAnsweredInOrder()
{
    Bench bench(Bench::echoService({}));
    Client client(bench.address);
    client.write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nHost: x\r\nConnection: "
                 "close\r\n\r\n");
    const QByteArray all = client.everything();
    QVERIFY(all.contains("POST /a 3 127.0.0.1"));
    QVERIFY(all.indexOf("GET /b 0") > all.indexOf("POST /a 3"));
}

void TestListener::clientMayAskBeforeItSendsABody()
{
    Bench bench(Bench::echoService({}));
    Client client(bench.address);
    client.write("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QVERIFY(client.waitFor("100 Continue\r\n\r\n"));
    client.write("abc");
    QCOMPARE(client.receive().body, QByteArray("POST /a 3 127.0.0.1"));
}

void TestListener::longBodyIsRefusedUnread()
{
    Limits limits;
    limits.body = 1000;
    Bench bench(Bench::echoService(limits));
    Client client(bench.address);
    client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n");
    QCOMPARE(statusAtTheEnd(client), 413);
    QCOMPARE(Client(bench.address).send("POST", "/", QByteArray(1000, 'x')).status, 200);
}

void TestListener::bodyOfUnknownLengthIsRefusedAtTheLimit()
{
    Limits limits;
    limits.body = 1000;
    Bench bench(Bench::echoService(limits));
    Client client(bench.address);
    client.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 11; ++i)
        client.write("64\r\n" + QByteArray(100, 'x') + "\r\n");
    QCOMPARE(statusAtTheEnd(client), 413);
}

void TestListener::refusalReachesAClientThatIsStillSending()
{
    Limits limits;
    limits.body = 1000;
    Bench bench(Bench::echoService(limits));
    Client client(bench.address);
    client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(1000000, 'x'));
    QCOMPARE(statusAtTheEnd(client), 413);
}

void TestListener::gateRefusesBeforeTheBodyIsRead()
{
    const Gate gate = [](const Request &head) -> std::optional<Response> {
        if (head.path == "/known" && head.header("x-colour") == "red")
            return {};
        return text("nobody", 404);
    };
    Bench bench(Bench::echoService({}, gate));
    Client client(bench.address);
    client.write("POST /unknown HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n");
    QCOMPARE(statusAtTheEnd(client), 404);
    client.connectAgain();
    client.write("POST /known?a=b HTTP/1.1\r\nHost: x\r\nX-Colour: red\r\nContent-Length: 1\r\n\r\n1");
    QCOMPARE(client.receive().body, QByteArray("POST /known 1 127.0.0.1"));
}

void TestListener::longHeaderIsRefused()
{
    Limits limits;
    limits.header = 1024;
    Bench bench(Bench::echoService(limits));
    Client client(bench.address);
    client.write("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + QByteArray(2000, 'x') + "\r\n\r\n");
    QCOMPARE(statusAtTheEnd(client), 431);
}

void TestListener::garbageIsRefused()
{
    Bench bench(Bench::echoService({}));
    Client client(bench.address);
    client.write(QByteArray("\x16\x03\x01\x02\x00\x01\xfc\x03\x03", 9) + QByteArray(200, '\xff') + "\r\n\r\n");
    QCOMPARE(statusAtTheEnd(client), 400);
    QCOMPARE(Client(bench.address).send("GET", "/").status, 200);
}

void TestListener::slowHeaderIsCut()
{
    Limits limits;
    limits.headerTime = 200ms;
    Bench bench(Bench::echoService(limits));
    Client client(bench.address);
    QElapsedTimer timer;
    timer.start();
    // A byte now and then does not keep it open.
    client.write("GET / HTTP/1.1\r\nX-Slow: ");
    while (!client.isClosed(50) && timer.elapsed() < 5000)
        client.write("x");
    QVERIFY(client.isClosed(0));
    QVERIFY(timer.elapsed() >= 200);
}

void TestListener::slowBodyIsCut()
{
    Limits limits;
    limits.bodyTime = 200ms;
    Bench bench(Bench::echoService(limits));
    Client client(bench.address);
    QElapsedTimer timer;
    timer.start();
    client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
    while (!client.isClosed(50) && timer.elapsed() < 5000)
        client.write("x");
    QVERIFY(client.isClosed(0));
}

void TestListener::silentHandlerIs503()
{
    std::mutex mutex;
    std::vector<Reply> kept;
    Service service;
    service.limits.answerTime = 100ms;
    service.handler = [&](const Request &, const Reply &reply) {
        const std::lock_guard lock(mutex);
        kept.push_back(reply);
    };
    Bench bench(service);
    QCOMPARE(Client(bench.address).send("GET", "/").status, 503);
    const std::lock_guard lock(mutex);
    kept.front().send(text("too late"));
}

void TestListener::fullHouseClosesWhoWaitsLongest()
{
    Limits limits;
    limits.connections = 4;
    Bench bench(Bench::echoService(limits));
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<Client>(bench.address));
        slow.back()->write("GET / HTTP/1.1\r\nX-Slow: ");
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(Client(bench.address).send("GET", "/").status, 200);
    QVERIFY2(timer.elapsed() < 1000, "a good client waited for slow ones");
    QVERIFY(slow.front()->isClosed(1000));
    QVERIFY(!slow.back()->isClosed(0));
}

void TestListener::longBodiesShareTheirRoom()
{
    Limits limits;
    limits.allBodies = 300 * 1024;
    Bench bench(Bench::echoService(limits));
    Client first(bench.address), second(bench.address);
    const QByteArray head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 400000\r\n\r\n";
    first.write(head + QByteArray(300'000, 'x'));
    QTRY_VERIFY_WITH_TIMEOUT(Client(bench.address).send("POST", "/", QByteArray(200'000, 'x')).status == 503, 5000);
    QCOMPARE(Client(bench.address).send("POST", "/", QByteArray(60'000, 'x')).status, 200);
    second.write(head + QByteArray(300'000, 'x'));
    QCOMPARE(statusAtTheEnd(second), 503);
    first.connectAgain(); // gives its room back
    QTRY_COMPARE_WITH_TIMEOUT(Client(bench.address).send("POST", "/", QByteArray(200'000, 'x')).status, 200, 5000);
}

void TestListener::stopEndsConnections()
{
    Bench bench(Bench::echoService({}));
    Client idle(bench.address), halfway(bench.address);
    QCOMPARE(idle.send("GET", "/").status, 200);
    halfway.write("GET / HTTP/1.1\r\n");
    QElapsedTimer timer;
    timer.start();
    bench.server.stop();
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(idle.isClosed(1000));
    QVERIFY(halfway.isClosed(1000));
}

void TestListener::wrongAddressIsReported()
{
    HttpServer server;
    Service service = Bench::echoService({});
    service.address = u"not an address"_s;
    QVERIFY(!server.listen(0, service));
    service.address = u"192.0.2.1"_s; // of no computer
    QVERIFY(!server.listen(0, service));
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
