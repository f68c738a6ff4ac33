#include "support/serving.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"30"_s, u"--seed"_s, u"5"_s}};
    Workspace workspace;

    World()
    {
        workspace.setVariable(u"SYNCLINE_SERVE_TOKEN"_s, serveToken);
        workspace.connect(u"marketing"_s, program.standIns().value(0));
        workspace.connect(u"crm"_s, program.standIns().value(1));
    }
    /// As if the computer had been off since long before the schedule's next run.
    void makeDue() const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"due"_s);
            database.setDatabaseName(workspace.file());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"UPDATE schedules SET next_at = 1000"_s));
        }
        QSqlDatabase::removeDatabase(u"due"_s);
    }
};

} // namespace

/// The background program: schedules, its port, its end.
class TestServe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsDueIsRunAndShown();
    void aShadowScheduleWritesNothing();
    void aSyncIsStartedOverThePort();
    void aSecondSyncIsRefusedWhileOneGoesOn();
    void anEventReachesTheCrmsOnce();
    void aSourcesTokenStartsItsEventsAlone();
    void aSystemThatFailsIsLeftAloneAndShown();
    void theEndCancelsARunInOrder();
    void anotherProgramTakesOver();
};

void TestServe::whatIsDueIsRunAndShown()
{
    World world;
    // Due by hand alone: not by the clock while the test runs.
    const QString later = QTime::currentTime().addSecs(6 * 3600).toString(u"HH:mm"_s);
    world.workspace.must({u"schedule"_s, u"add"_s, u"daily at "_s + later, u"--jitter"_s, u"0"_s});
    world.makeDue();
    Serving serving(world.workspace);
    QCOMPARE(serving.next(u"run_started"_s).value("schedule"_L1).toString(), u"1"_s);
    const QJsonObject end = serving.next(u"run_ended"_s);
    QCOMPARE(end.value("status"_L1).toString(), u"done"_s);
    QVERIFY(end.value("written"_L1).toInt() > 0);

    const QJsonObject status = serving.ask("GET", "/status").object();
    QCOMPARE(status.value("statistics"_L1)["totalSyncs"_L1].toInt(), 1);
    QCOMPARE(status.value("statistics"_L1)["successRate"_L1].toString(), u"100.00%"_s);
    QCOMPARE(status.value("currentStatus"_L1)["sync_id"_L1].toString(), end.value("run"_L1).toString());
    QVERIFY(status.value("schedules"_L1)["running"_L1].toBool());
    QCOMPARE(world.workspace.must({u"status"_s}).object().value("statistics"_L1), status.value("statistics"_L1));

    const QString metrics = QString::fromUtf8(serving.ask("GET", "/metrics").body);
    QVERIFY2(metrics.contains(u"syncline_sync_success_total 1\n"_s), qPrintable(metrics));
    QVERIFY2(metrics.contains(u"syncline_sync_duration_seconds_count 1\n"_s), qPrintable(metrics));
    QVERIFY2(
        metrics.contains(QRegularExpression(u"syncline_records_total.*entity=\"contact\",kind=\"created\"} [1-9]"_s)),
        qPrintable(metrics));
    QVERIFY2(metrics.contains(QRegularExpression(u"syncline_api_response_seconds_count.* [1-9]"_s)),
             qPrintable(metrics));

    QCOMPARE(serving.end(), 0);
    const QJsonObject schedule = world.workspace.must({u"schedule"_s, u"list"_s}).array().at(0).toObject();
    QCOMPARE(schedule.value("last"_L1)["status"_L1].toString(), u"done"_s);
    QCOMPARE(world.workspace.must({u"runs"_s, u"list"_s}).array().at(0)["by"_L1].toString(), u"schedule"_s);
}

void TestServe::aShadowScheduleWritesNothing()
{
    World world;
    world.workspace.must({u"schedule"_s, u"add"_s, u"daily at 02:00"_s, u"--shadow"_s});
    world.makeDue();
    for (const StandIn &standIn : world.program.standIns())
        standIn.forgetRequests();
    Serving serving(world.workspace);
    const QJsonObject end = serving.next(u"run_ended"_s);
    QCOMPARE(end.value("status"_L1).toString(), u"planned"_s);
    QVERIFY(end.value("left"_L1).toInt() > 0);
    QCOMPARE(serving.end(), 0);
    for (const StandIn &standIn : world.program.standIns())
        QCOMPARE(standIn.writes(), QJsonArray());
    const QString detail =
        world.workspace.must({u"schedule"_s, u"list"_s}).array().at(0)["last"_L1]["detail"_L1].toString();
    QVERIFY2(detail.contains(QString::number(end.value("left"_L1).toInt())), qPrintable(detail));
}

void TestServe::aSyncIsStartedOverThePort()
{
    World world;
    Serving serving(world.workspace);
    QCOMPARE(serving.ask("POST", "/sync", {}, Serving::bearer(u"a-token-that-somebody-guessed"_s)).status, 401);
    const Serving::Answer answer = serving.ask("POST", "/sync", R"({"entities": ["contact"]})");
    QCOMPARE(answer.status, 202);
    const QString run = answer.object().value("run"_L1).toString();
    QCOMPARE(serving.next(u"run_ended"_s).value("run"_L1).toString(), run);
    const Serving::Answer report = serving.ask("GET", "/runs/" + run.toLatin1());
    QCOMPARE(report.status, 200);
    QCOMPARE(report.object().value("status"_L1).toString(), u"done"_s);
    QCOMPARE(ledgerProblem(report.object()), QString());
    QCOMPARE(serving.end(SIGINT), 0);
}

void TestServe::aSecondSyncIsRefusedWhileOneGoesOn()
{
    World world;
    world.program.standIns().value(0).configure({{u"latency"_s, 300}});
    Serving serving(world.workspace);
    QCOMPARE(serving.ask("POST", "/sync").status, 202);
    QCOMPARE(serving.ask("POST", "/sync").status, 409);
    serving.next(u"run_ended"_s);
    QCOMPARE(serving.ask("POST", "/sync").status, 202);
    QCOMPARE(serving.end(), 0);
}

void TestServe::anEventReachesTheCrmsOnce()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SERVE_TOKEN"_s, serveToken);
    workspace.connect(u"marketing"_s, program.standIns().value(0), {u"contacts"_s});
    workspace.connect(u"crm"_s, program.standIns().value(1), {u"Contacts"_s});
    workspace.must({u"recipe"_s, u"apply"_s, u"revivatech"_s});
    workspace.sync();
    Serving serving(workspace);
    const QByteArray payment = R"({"id": "p1", "customerEmail": "ann@example.org", "amount": 10.10})";
    const QByteArray review = R"({"id": "r1", "customerEmail": "ann@example.org"})";
    QCOMPARE(serving.ask("POST", "/events/payment_received", payment).status, 400); // without a key
    QCOMPARE(serving.ask("POST", "/events/payment_received", payment, Serving::bearer(u"wrong"_s, "p1")).status, 401);
    QCOMPARE(serving.ask("POST", "/events/nothing", payment, Serving::bearer(serveToken, "p1")).status, 404);
    QCOMPARE(serving.ask("POST", "/events/review_submitted", review, Serving::bearer(serveToken, "r1")).status, 422);
    const QByteArray badge = R"({"id": "b1", "customerName": "Ann Arbor", "customerEmail": "ann@example.org",
        "deviceType": "phone", "deviceModel": "P1"})";
    const Serving::Answer taken = serving.ask("POST", "/events/booking_created", badge,
                                              Serving::bearer(serveToken, "b1"));
    QVERIFY2(taken.status == 202, taken.body.constData());
    QCOMPARE(serving.next(u"run_ended"_s).value("status"_L1).toString(), u"done"_s);
    for (const StandIn &crm : program.standIns()) {
        const bool isMautic = crm.provider() == "mautic"_L1;
        const QJsonArray people = crm.records(isMautic ? u"contacts"_s : u"Contacts"_s);
        QVERIFY2(!withValue(people, isMautic ? u"lastname"_s : u"last_name"_s, u"Arbor"_s).isEmpty(),
                 qPrintable(shown(people)));
    }
    QCOMPARE(serving.ask("POST", "/events/payment_received", payment, Serving::bearer(serveToken, "p1")).status, 202);
    QCOMPARE(serving.ask("POST", "/events/payment_received", payment, Serving::bearer(serveToken, "p1")).status, 200);
    const QJsonObject contact = workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().first().toObject();
    QCOMPARE(contact["fields"_L1]["x_total_spent"_L1].toString(), u"10.1"_s);
}

void TestServe::aSourcesTokenStartsItsEventsAlone()
{
    const SandboxProgram program({u"mautic"_s});
    Workspace workspace;
    workspace.connect(u"marketing"_s, program.standIns().value(0), {u"contacts"_s});
    workspace.must({u"recipe"_s, u"apply"_s, u"revivatech"_s});
    const auto made = [&](const QStringList &words) {
        return workspace.must(QStringList{u"event"_s} + words).object().value("token"_L1).toString();
    };
    const QString till = made({u"add-source"_s, u"till"_s, u"--kind"_s, u"payment_received"_s});
    const QString booking = made({u"add-source"_s, u"booking"_s});
    QCOMPARE(workspace.run({u"event"_s, u"add-source"_s, u"till"_s}).exitCode, 2);
    QCOMPARE(workspace.run({u"event"_s, u"add-source"_s, u"other"_s, u"--kind"_s, u"nothing"_s}).exitCode, 2);
    Serving serving(workspace); // without a token of its own
    const QByteArray booked = R"({"id": "b1", "customerName": "Ann Arbor", "customerEmail": "ann@example.org",
        "deviceType": "phone", "deviceModel": "P1"})";
    const QByteArray payment = R"({"id": "p1", "customerEmail": "ann@example.org", "amount": 10.10})";
    const auto send = [&](const QByteArray &kind, const QByteArray &body, const QString &token) {
        return serving.ask("POST", "/events/" + kind, body, Serving::bearer(token, "1")).status;
    };
    QCOMPARE(send("booking_created", booked, u"a-token-that-somebody-guessed"_s), 401);
    QCOMPARE(send("booking_created", booked, till), 403);
    QCOMPARE(send("booking_created", booked, booking), 202);
    QCOMPARE(send("booking_created", booked, booking), 200);
    QCOMPARE(send("payment_received", payment, till), 202); // the same key, of another source
    QCOMPARE(serving.ask("POST", "/sync", {}, Serving::bearer(till)).status, 403);
    const QString renewed = made({u"new-token"_s, u"till"_s});
    QCOMPARE(send("payment_received", payment, till), 401);
    QCOMPARE(send("payment_received", payment, renewed), 200);
    workspace.must({u"event"_s, u"remove-source"_s, u"till"_s});
    QCOMPARE(send("payment_received", payment, renewed), 401);
    QCOMPARE(serving.end(), 0);

    const QJsonArray sources = workspace.must({u"event"_s, u"sources"_s}).array();
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources[0]["name"_L1].toString(), u"booking"_s);
    QCOMPARE(sources[0]["events"_L1].toInt(), 2);
    const QJsonArray log = workspace.must({u"log"_s}).array();
    const auto tells = [](const QJsonValue &row) {
        return row["message"_L1].toString().contains("booking_created of till was refused"_L1);
    };
    QVERIFY2(std::ranges::any_of(log, tells), qPrintable(shown(log)));
    const QJsonObject contact = workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().first().toObject();
    QCOMPARE(contact["fields"_L1]["x_total_spent"_L1].toString(), u"10.1"_s);
    for (const QFileInfo &entry : QDir(workspace.folder()).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QString &token : {till, booking, renewed})
            QVERIFY2(!bytes.contains(token.toUtf8()), qPrintable(entry.fileName()));
    }
}

void TestServe::aSystemThatFailsIsLeftAloneAndShown()
{
    World world;
    Serving serving(world.workspace);
    const auto sync = [&] {
        QCOMPARE(serving.ask("POST", "/sync").status, 202);
        serving.next(u"run_ended"_s);
    };
    const auto breakers = [&] {
        QMap<QString, QString> states;
        for (const QJsonValue &row : serving.ask("GET", "/status").object().value("integrations"_L1).toArray())
            states.insert(row["name"_L1].toString(), row["breaker"_L1]["state"_L1].toString());
        return states;
    };
    using States = QMap<QString, QString>;
    QCOMPARE(breakers(), (States{{u"crm"_s, {}}, {u"marketing"_s, {}}})); // nothing was asked yet
    world.program.standIns().value(0).fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    sync();
    sync();
    QCOMPARE(breakers(), (States{{u"crm"_s, u"closed"_s}, {u"marketing"_s, u"open"_s}}));
    const QString metrics = QString::fromUtf8(serving.ask("GET", "/metrics").body);
    QVERIFY2(metrics.contains(u"syncline_breaker_open{integration=\"marketing\"} 1\n"_s), qPrintable(metrics));
    QVERIFY2(metrics.contains(u"syncline_breaker_open{integration=\"crm\"} 0\n"_s), qPrintable(metrics));
    const QUrl address(world.program.standIns().value(0).address());
    QVERIFY2(metrics.contains(u"syncline_api_requests_total{host=\"%1\",status=\"5xx\"}"_s.arg(address.authority())),
             qPrintable(metrics));

    world.program.standIns().value(0).fault({{u"clear"_s, true}});
    sync(); // at once: a new run has a try of its own
    QCOMPARE(breakers(), (States{{u"crm"_s, u"closed"_s}, {u"marketing"_s, u"closed"_s}}));
    QCOMPARE(world.workspace.must({u"status"_s}).object().value("integrations"_L1)[0]["breaker"_L1], QJsonValue());
    QCOMPARE(serving.end(), 0);
}

void TestServe::theEndCancelsARunInOrder()
{
    World world;
    world.program.standIns().value(0).configure({{u"latency"_s, 300}});
    Serving serving(world.workspace);
    QCOMPARE(serving.ask("POST", "/sync").status, 202);
    serving.next(u"run_started"_s);
    QCOMPARE(serving.end(), 0);
    for (const QJsonValue &run : world.workspace.must({u"runs"_s, u"list"_s}).array())
        QVERIFY(!run["finished_at"_L1].isNull());
    world.program.standIns().value(0).configure({{u"latency"_s, 0}});
    world.workspace.sync(); // nothing stands in its way
}

void TestServe::anotherProgramTakesOver()
{
    World world;
    world.workspace.must({u"schedule"_s, u"add"_s, u"every 15 minutes"_s});
    Serving first(world.workspace);
    first.next(u"schedules_taken"_s);
    Serving second(world.workspace);
    second.next(u"schedules_elsewhere"_s);
    first.end(SIGKILL);
    second.next(u"schedules_taken"_s);
    Serving third(world.workspace);
    third.next(u"schedules_elsewhere"_s);
    QCOMPARE(second.end(), 0);
    third.next(u"schedules_taken"_s);
    QCOMPARE(third.end(), 0);
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
