#include "core/automation/serveapi.h"

#include "support/handclock.h"
#include "support/outside.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;

namespace {

const QByteArray token = "a-token-that-nobody-guesses";

/// A worker on a thread of its own, over a workspace with no system: its runs end at once, and say why.
class World
{
public:
    explicit World(const QByteArray &secret = token) : m_secret(secret)
    {
        m_file = m_folder.filePath(u"w.syncline"_s);
        m_session = std::move(Session::open(m_file, true, outside()).value());
        Schedule schedule;
        schedule.timing = timingFromText(u"every 15 minutes"_s).value();
        schedule.zone = "UTC";
        schedule.jitter = 0s;
        QVERIFY(Schedules(*m_session).add(schedule));
    }
    ~World() { stop(); }

    void start()
    {
        std::promise<void> isUp;
        m_thread = std::jthread([this, &isUp](const std::stop_token &stop) {
            auto session = std::move(Session::open(m_file, false, outside()).value());
            Worker worker(
                *session, m_metrics, [this](const QJsonObject &event) { hear(event); }, 1h);
            ServeApi api(worker, m_secret);
            m_worker = &worker;
            m_api = &api;
            isUp.set_value();
            QVERIFY(worker.run(stop));
        });
        isUp.get_future().wait();
    }
    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    WebAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                  const QByteArray &authorization = "Bearer " + token, const QByteArray &host = "127.0.0.1:17646")
    {
        return m_api->answer({method, path, {{"host", host}, {"authorization", authorization}}, body});
    }
    void advance(std::chrono::milliseconds by)
    {
        clock.advance(by);
        m_worker->wake();
    }
    /// Waits for the next event of this name.
    QJsonObject next(const QString &name)
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            while (!m_events.isEmpty()) {
                const QJsonObject event = m_events.takeFirst();
                if (event.value("event"_L1).toString() == name)
                    return event;
            }
            if (!m_heard.wait_for(lock, 20s, [this] { return !m_events.isEmpty(); })) {
                QTest::qFail(qPrintable(u"No event "_s + name), __FILE__, __LINE__);
                return {};
            }
        }
    }
    Session &session() { return *m_session; }

    support::HandClock clock{u"2026-11-27T12:00:00"_s};

private:
    Session::Outside outside()
    {
        return {clock,
                m_gate,
                [](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
                    return failure(ErrorKind::Network, row.name);
                },
                {},
                nullptr,
                [](const QString &address) -> Result<QString> { return address; }};
    }
    void hear(const QJsonObject &event)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_events.append(event);
        }
        m_heard.notify_all();
    }

    OpenGate m_gate;
    QTemporaryDir m_folder;
    QString m_file;
    QByteArray m_secret;
    std::unique_ptr<Session> m_session;
    Metrics m_metrics;
    std::mutex m_mutex;
    std::condition_variable m_heard;
    QList<QJsonObject> m_events;
    Worker *m_worker = nullptr;
    ServeApi *m_api = nullptr;
    std::jthread m_thread;
};

QString errorOf(const WebAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body)["error"_L1]["message"_L1].toString();
}

} // namespace

/// The background worker and what it answers to other programs.
class TestWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itRunsWhatIsDueAndTellsOfIt();
    void aSyncIsStartedFromOutside();
    void aSecondSyncIsRefused();
    void whoHasNoTokenStartsNothing_data();
    void whoHasNoTokenStartsNothing();
    void withoutATokenNothingCanBeStarted();
    void wrongRequestsAreNamed_data();
    void wrongRequestsAreNamed();
    void statusAndMetricsNeedNoToken();
    void afterTheStopNothingIsTakenUp();
};

void TestWorker::itRunsWhatIsDueAndTellsOfIt()
{
    World world;
    world.start();
    world.next(u"schedules_taken"_s);
    world.advance(15min);
    QCOMPARE(world.next(u"run_started"_s).value("schedule"_L1).toString(), u"1"_s);
    const QJsonObject end = world.next(u"run_ended"_s);
    QCOMPARE(end.value("schedule"_L1).toString(), u"1"_s);
    QCOMPARE(end.value("status"_L1).toString(), u"failed"_s);
    QVERIFY(end.value("error"_L1)["message"_L1].toString().contains(u"no integration"_s));
    world.stop();
    QCOMPARE(Schedules(world.session()).show(u"1"_s).value().failures, 1);
    QVERIFY(!ScheduleStore(world.session().stores().db).lease(u"scheduler"_s).value()); // handed over
}

void TestWorker::aSyncIsStartedFromOutside()
{
    World world;
    world.start();
    const WebAnswer answer = world.ask("POST", "/sync", R"({"full": true, "entities": ["contact"]})");
    QCOMPARE(answer.status, 202);
    QVERIFY(!QJsonDocument::fromJson(answer.body)["run"_L1].toString().isEmpty());
    QVERIFY(world.next(u"run_started"_s).value("schedule"_L1).isNull());
    world.next(u"run_ended"_s);
    QCOMPARE(world.ask("GET", "/runs/nosuch").status, 404);
}

void TestWorker::aSecondSyncIsRefused()
{
    World world;
    RunRow row;
    row.id = u"a-person-s"_s;
    row.kind = u"sync"_s;
    row.status = u"applying"_s;
    row.claimedBy = ownClaim();
    QVERIFY(world.session().stores().runs.insert(row));
    world.start();
    {
        const LiveRun live(row.id);
        QCOMPARE(world.ask("POST", "/sync").status, 409);
    }
    QCOMPARE(world.ask("POST", "/sync").status, 202);
}

void TestWorker::whoHasNoTokenStartsNothing_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("wrong") << QByteArray("Bearer a-token-that-nobody-guesseS");
    QTest::newRow("longer") << "Bearer " + token + "s";
    QTest::newRow("empty") << QByteArray("Bearer ");
    QTest::newRow("another scheme") << "Basic " + token;
    QTest::newRow("bare") << token;
}

void TestWorker::whoHasNoTokenStartsNothing()
{
    QFETCH(QByteArray, authorization);
    World world;
    world.start();
    for (const auto &[method, path] : {std::pair{"POST", "/sync"}, std::pair{"GET", "/runs/x"}}) {
        const WebAnswer answer = world.ask(method, path, {}, authorization);
        QCOMPARE(answer.status, 401);
        QVERIFY(!answer.body.contains(token));
    }
    world.stop();
    QVERIFY(world.session().stores().runs.latest(1).value().isEmpty());
}

void TestWorker::withoutATokenNothingCanBeStarted()
{
    World world{QByteArray()};
    world.start();
    const WebAnswer answer = world.ask("POST", "/sync", {}, "Bearer ");
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("--new-token"));
    QCOMPARE(world.ask("GET", "/status").status, 200);
}

void TestWorker::wrongRequestsAreNamed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *method, const char *path, const char *body, int status, const QString &names) {
        QTest::addRow("%s %s %s", method, path, body)
            << QByteArray(method) << QByteArray(path) << QByteArray(body) << status << names;
    };
    row("POST", "/sync", "[]", 400, u"JSON object"_s);
    row("POST", "/sync", "{", 400, u"JSON object"_s);
    row("POST", "/sync", R"({"ful": true})", 400, u"ful"_s);
    row("POST", "/sync", R"({"full": "yes"})", 400, u"full"_s);
    row("POST", "/sync", R"({"entities": "contact"})", 400, u"entities"_s);
    row("POST", "/sync", R"({"integrations": [1]})", 400, u"integrations"_s);
    row("GET", "/sync", "", 405, u"method"_s);
    row("POST", "/status", "", 405, u"method"_s);
    row("GET", "/", "", 404, u"nothing"_s);
    row("GET", "/status/", "", 404, u"nothing"_s);
}

void TestWorker::wrongRequestsAreNamed()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, names);
    World world;
    world.start();
    const WebAnswer answer = world.ask(method, path, body);
    QCOMPARE(answer.status, status);
    QVERIFY2(errorOf(answer).contains(names), qPrintable(errorOf(answer)));
}

void TestWorker::statusAndMetricsNeedNoToken()
{
    World world;
    world.start();
    const WebAnswer status = world.ask("GET", "/status", {}, {});
    QCOMPARE(status.status, 200);
    const QJsonObject document = QJsonDocument::fromJson(status.body).object();
    QCOMPARE(document.value("statistics"_L1)["totalSyncs"_L1].toInt(-1), 0);
    QCOMPARE(document.value("schedules"_L1)["on"_L1].toInt(), 1);
    QVERIFY(document.value("schedules"_L1)["next_at"_L1].toString().startsWith(u"2026-11-27T12:15"_s));
    const WebAnswer metrics = world.ask("GET", "/metrics", {}, {});
    QCOMPARE(metrics.status, 200);
    QVERIFY(metrics.contentType.startsWith("text/plain; version=0.0.4"));
    QVERIFY(metrics.body.contains("syncline_schedules_on 1\n"));
    // A page in a browser may reach the port under a name of its own.
    QCOMPARE(world.ask("GET", "/status", {}, {}, "evil.example:17646").status, 421);
    QCOMPARE(world.ask("GET", "/status", {}, {}, "").status, 421);
    for (const char *host : {"localhost", "localhost:1", "127.0.0.1", "[::1]:17646"})
        QCOMPARE(world.ask("GET", "/status", {}, {}, host).status, 200);
}

void TestWorker::afterTheStopNothingIsTakenUp()
{
    World world;
    world.start();
    world.next(u"schedules_taken"_s);
    world.stop();
    QVERIFY(isSameSecret("same", "same") && !isSameSecret("same", "samE") && !isSameSecret("", "same"));
    QVERIFY(!ScheduleStore(world.session().stores().db).lease(u"scheduler"_s).value());
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
