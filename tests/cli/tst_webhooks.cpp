#include "support/serving.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

const QByteArray part = "an-address-that-nobody-ever-guesses-0123456789";
const QByteArray key = "s3cr3t-key";

/// Mautic and SuiteCRM with the same people, synced once.
struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"20"_s, u"--seed"_s, u"5"_s}};
    Workspace workspace;
    StandIn mautic = program.standIns().value(0);
    StandIn suite = program.standIns().value(1);

    World()
    {
        workspace.setVariable(u"SYNCLINE_SERVE_TOKEN"_s, serveToken);
        workspace.setVariable(u"SYNCLINE_SECRET_WEBHOOK_MARKETING"_s,
                              QString::fromLatin1(R"({"address": ")" + part + R"(", "key": ")" + key + R"("})"));
        workspace.connect(u"marketing"_s, mautic, {u"contacts"_s});
        workspace.connect(u"crm"_s, suite, {u"Contacts"_s});
        workspace.sync();
    }
    void add(const Serving &serving, const QStringList &more = {u"--debounce"_s, u"0"_s}) const
    {
        workspace.must(QStringList{u"webhook"_s, u"add"_s, u"marketing"_s, u"--url"_s, serving.address()} + more);
        // Known to the running program when it answers anything but "there is no such address".
        QTRY_COMPARE(serving.ask("GET", "/webhooks/" + part).status, 405);
    }
    QJsonObject webhook() const { return workspace.must({u"webhook"_s, u"list"_s}).array().at(0).toObject(); }
    QString contact() const { return shownId(mautic.records(u"contacts"_s).at(0)); }
    static QString shownId(const QJsonValue &record) { return record["id"_L1].toVariant().toString(); }
    /// How often the other CRM holds this name.
    qsizetype namedInSuite(const QString &name) const
    {
        qsizetype count = 0;
        for (const QJsonValue &record : suite.records(u"Contacts"_s))
            count += record["last_name"_L1].toString() == name ? 1 : 0;
        return count;
    }
    bool isLogged(const QString &words) const
    {
        return QString::fromUtf8(workspace.run({u"log"_s}).output).contains(words);
    }
};

Serving::Headers signedWith(const QByteArray &secret, const QByteArray &body)
{
    return {
        {"Content-Type", "application/json"},
        {"Webhook-Signature", QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toBase64()}};
}

QByteArray bodyFor(const QString &contact, const QDateTime &at)
{
    return R"({"mautic.lead_post_save_update":[{"contact":{"id":)" + contact.toLatin1()
        + R"(,"fields":{"core":{"lastname":{"value":"Liar"}}}},"timestamp":")" + at.toString(Qt::ISODate).toLatin1()
        + R"("}]})";
}

} // namespace

/// From an edit in one CRM to the write in the other, without a schedule.
class TestWebhooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEditReachesTheOtherSystem();
    void aNewRecordReachesTheOtherSystem();
    void whatIsNotTheirsIsTurnedAway();
    void whatAWebhookSaysIsNotBelieved();
    void whatWasTakenSurvivesAKill();
    void theSystemIsToldWhenItIsOver();
    void activeCampaignTellsWithoutASignature();
    void hubSpotIsSetUpByHand();
    void aSystemWithoutWebhooksSaysSo();
};

void TestWebhooks::anEditReachesTheOtherSystem()
{
    const World world;
    Serving serving(world.workspace);
    world.add(serving);
    QVERIFY(world.webhook().value("subscribed"_L1).toBool());
    world.mautic.edit(u"contacts"_s, world.contact(), {{u"lastname"_s, u"Hooked"_s}});
    QVERIFY(serving.next(u"run_started"_s).value("webhook"_L1).toBool());
    QCOMPARE(serving.next(u"run_ended"_s).value("written"_L1).toInt(), 1);
    QCOMPARE(world.namedInSuite(u"Hooked"_s), 1);
    const QJsonObject run = world.workspace.must({u"runs"_s, u"list"_s}).array().at(0).toObject();
    QCOMPARE(run.value("by"_L1).toString(), u"webhook"_s);
    QCOMPARE(world.webhook().value("received"_L1).toInt(), 1);
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::aNewRecordReachesTheOtherSystem()
{
    const World world;
    Serving serving(world.workspace);
    world.add(serving);
    world.mautic.create(
        u"contacts"_s,
        {{u"firstname"_s, u"Nora"_s}, {u"lastname"_s, u"Newcomer"_s}, {u"email"_s, u"nora@example.org"_s}});
    QCOMPARE(serving.next(u"run_ended"_s).value("status"_L1).toString(), u"done"_s);
    QCOMPARE(world.namedInSuite(u"Newcomer"_s), 1);
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::whatIsNotTheirsIsTurnedAway()
{
    const World world;
    Serving serving(world.workspace);
    world.add(serving, {u"--debounce"_s, u"3600"_s, u"--longest"_s, u"3600"_s});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray address = "/webhooks/" + part, body = bodyFor(world.contact(), now);
    const QByteArray old = bodyFor(world.contact(), now.addDays(-8));
    QCOMPARE(serving.ask("POST", "/webhooks/some-other-address-that-nobody-has", body, signedWith(key, body)).status,
             404);
    QCOMPARE(serving.ask("POST", address, body, signedWith("another-key", body)).status, 401);
    QCOMPARE(serving.ask("POST", address, body, {}).status, 401);
    QCOMPARE(serving.ask("POST", address, old, signedWith(key, old)).status, 401);
    QCOMPARE(serving.ask("POST", address, "{", signedWith(key, "{")).status, 400);
    QCOMPARE(serving.ask("POST", address, body, signedWith(key, body)).status, 200);
    QCOMPARE(serving.ask("POST", address, body, signedWith(key, body)).status, 409);
    for (const QString &words : {u"does not exist"_s, u"signature is missing or wrong"_s, u"too old"_s,
                                 u"not in its system's form"_s, u"had come before"_s})
        QTRY_VERIFY2(world.isLogged(words), qPrintable(words));
    QCOMPARE(world.webhook().value("received"_L1).toInt(), 1);
    QVERIFY(world.webhook().value("refused"_L1).toInt() >= 4);
    QVERIFY(!world.isLogged(QString::fromLatin1(part)));
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::whatAWebhookSaysIsNotBelieved()
{
    const World world;
    Serving serving(world.workspace);
    world.add(serving);
    const QByteArray body = bodyFor(world.contact(), QDateTime::currentDateTimeUtc());
    QCOMPARE(serving.ask("POST", "/webhooks/" + part, body, signedWith(key, body)).status, 200);
    QCOMPARE(serving.next(u"run_ended"_s).value("written"_L1).toInt(), 0);
    QCOMPARE(world.namedInSuite(u"Liar"_s), 0);
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::whatWasTakenSurvivesAKill()
{
    const World world;
    {
        Serving serving(world.workspace);
        world.add(serving);
        world.workspace.must({u"schedule"_s, u"pause"_s, u"--all"_s});
        world.mautic.edit(u"contacts"_s, world.contact(), {{u"lastname"_s, u"Survivor"_s}});
        QTRY_COMPARE(world.webhook().value("received"_L1).toInt(), 1);
        serving.end(SIGKILL);
    }
    world.suite.configure({{u"latency"_s, 500}});
    world.workspace.must({u"schedule"_s, u"resume"_s, u"--all"_s});
    {
        Serving serving(world.workspace);
        serving.next(u"run_started"_s);
        serving.end(SIGKILL); // in the middle of its run
    }
    world.suite.configure({{u"latency"_s, 0}});
    Serving serving(world.workspace);
    QCOMPARE(serving.next(u"run_ended"_s).value("status"_L1).toString(), u"done"_s);
    QCOMPARE(world.namedInSuite(u"Survivor"_s), 1);
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::theSystemIsToldWhenItIsOver()
{
    const World world;
    Serving serving(world.workspace);
    world.add(serving);
    QCOMPARE(world.mautic.call("GET", u"/api/hooks"_s, {}).object()["total"_L1].toInt(), 1);
    QCOMPARE(world.workspace.run({u"webhook"_s, u"add"_s, u"marketing"_s, u"--url"_s, serving.address()}).exitCode, 2);
    world.workspace.must({u"webhook"_s, u"remove"_s, u"marketing"_s});
    QCOMPARE(world.mautic.call("GET", u"/api/hooks"_s, {}).object()["total"_L1].toInt(), 0);
    QCOMPARE(world.workspace.must({u"webhook"_s, u"list"_s}).array(), QJsonArray());
    QTRY_COMPARE(serving.ask("GET", "/webhooks/" + part).status, 404);
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::activeCampaignTellsWithoutASignature()
{
    const SandboxProgram program({u"activecampaign"_s, u"suitecrm"_s}, {u"--records"_s, u"20"_s, u"--seed"_s, u"5"_s});
    const StandIn campaign = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    workspace.setVariable(u"SYNCLINE_SERVE_TOKEN"_s, serveToken);
    workspace.setVariable(u"SYNCLINE_SECRET_WEBHOOK_MARKETING"_s,
                          QString::fromLatin1(R"({"address": ")" + part + R"("})"));
    workspace.connect(u"marketing"_s, campaign, {u"contacts"_s});
    workspace.connect(u"crm"_s, suite, {u"Contacts"_s});
    workspace.sync();
    Serving serving(workspace);
    workspace.must({u"webhook"_s, u"add"_s, u"marketing"_s, u"--url"_s, serving.address(), u"--debounce"_s, u"0"_s});
    QTRY_COMPARE(serving.ask("GET", "/webhooks/" + part).status, 405);
    const QString contact = World::shownId(campaign.records(u"contacts"_s).at(0));
    campaign.edit(u"contacts"_s, contact, {{u"lastName"_s, u"Hooked"_s}});
    QCOMPARE(serving.next(u"run_ended"_s).value("written"_L1).toInt(), 1);
    QVERIFY(!withValue(suite.records(u"Contacts"_s), u"last_name"_s, u"Hooked"_s).isEmpty());
    workspace.must({u"webhook"_s, u"remove"_s, u"marketing"_s});
    QCOMPARE(campaign.call("GET", u"/api/3/webhooks"_s, {}).object()["webhooks"_L1].toArray(), QJsonArray());
    QCOMPARE(serving.end(), 0);
}

void TestWebhooks::hubSpotIsSetUpByHand()
{
    const SandboxProgram program({u"hubspot"_s});
    Workspace workspace;
    workspace.connect(u"portal"_s, program.standIns().value(0), {u"contacts"_s});
    const QStringList add{u"webhook"_s, u"add"_s, u"portal"_s, u"--url"_s, u"https://hooks.example.org/"_s};
    QCOMPARE(workspace.run(add).exitCode, 2); // without the app's client secret
    workspace.setVariable(u"SYNCLINE_SECRET_WEBHOOK_PORTAL"_s,
                          QString::fromLatin1(R"({"address": ")" + part + R"(", "key": "client-secret"})"));
    const QJsonObject added = workspace.must(add).object();
    QVERIFY(added.value("by_hand"_L1).toBool());
    QCOMPARE(added.value("address"_L1).toString(),
             u"https://hooks.example.org/webhooks/"_s + QString::fromLatin1(part));
}

void TestWebhooks::aSystemWithoutWebhooksSaysSo()
{
    const World world;
    const Ran ran = world.workspace.run({u"webhook"_s, u"add"_s, u"crm"_s, u"--url"_s, u"https://hooks.example.org"_s});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.error().contains(u"no webhooks"_s), qPrintable(ran.error()));
    const Ran unsafe = world.workspace.run(
        {u"webhook"_s, u"add"_s, u"marketing"_s, u"--url"_s, u"http://hooks.example.org"_s});
    QCOMPARE(unsafe.exitCode, 2);
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
