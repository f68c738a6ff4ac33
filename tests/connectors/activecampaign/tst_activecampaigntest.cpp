#include "connectors/activecampaign/activecampaignbench.h"
#include "sandbox/sandbox.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;

namespace {

/// "address ok, certificate ok, sign_in failed"
QString stepsOf(const TestReport &report)
{
    QStringList steps;
    for (const TestStep &step : report.steps)
        steps << step.step + (step.ok ? u" ok"_s : u" failed"_s);
    return steps.join(u", "_s);
}

/// The stand-in behind a real socket, and a connector that knows nothing of it but the address.
struct Live
{
    sandbox::Sandbox sandbox;
    OpenGate gate;
    SystemClock clock;
    std::unique_ptr<Network> network = makeNetwork(clock, gate);
    std::unique_ptr<Connector> connector;

    explicit Live(int records, const QString &rateLimit, double rate)
    {
        sandbox::SiteOptions options;
        options.provider = u"activecampaign"_s;
        options.crm.records = records;
        options.crm.rateLimit = rateLimit;
        const QString address = sandbox.add(options).value_or(QString());
        sandbox.start();
        ConnectorSettings settings;
        settings.baseUrl = QUrl(address);
        settings.auth = AuthKind::Token;
        settings.secrets = {{u"token"_s, u"demo"_s}};
        settings.http.ratePerSecond = rate;
        settings.http.backOff = std::chrono::milliseconds(5);
        auto made = makeActiveCampaignConnector(settings, *network, clock);
        if (made)
            connector = std::move(*made);
    }
    ~Live()
    {
        connector.reset();
        network.reset();
        sandbox.stop();
    }
    void configure(const QJsonObject &switches)
    {
        sandbox.call(0, [&](sandbox::Site &site) { site.crm().configure(switches); });
    }
    int read(const QStringList &fields, int *refused = nullptr)
    {
        int count = 0;
        const auto end = connector->read({u"contacts"_s, fields, {}, {}},
                                         [&](const QList<RemoteRecord> &page) -> Result<void> {
                                             count += int(page.size());
                                             return {};
                                         },
                                         {});
        if (refused)
            *refused = end ? 0 : 1;
        return end ? count : -1;
    }
};

} // namespace

/// The connection test, and the connector over a real socket: mishaps and limits.
class ActiveCampaignTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodKeyPassesEveryStep();
    void everythingThatCanBeWrongIsNamedWithARemedy_data();
    void everythingThatCanBeWrongIsNamedWithARemedy();
    void aClosedKindIsNoFailure();
    void otherSignInsAreRefused();
    void everyAddressThatPeopleCopyLeadsToTheAccount_data();
    void everyAddressThatPeopleCopyLeadsToTheAccount();
    void mishapsOfTheServiceAreGotOver_data();
    void mishapsOfTheServiceAreGotOver();
    void theLimitIsUsedAndNeverMet();
    void anothersShareOfTheLimitIsWaitedFor();
};

void ActiveCampaignTest::aGoodKeyPassesEveryStep()
{
    ActiveCampaignBench bench;
    const TestReport report = bench.connector().test({});
    QVERIFY(report.ok);
    QCOMPARE(stepsOf(report), u"address ok, certificate ok, sign_in ok, permissions ok, entities ok"_s);
    QVERIFY(report.steps[2].message.contains("Demo User"_L1));
    QCOMPARE(report.fingerprint, u"acme.api-us1.com"_s);
}

void ActiveCampaignTest::everythingThatCanBeWrongIsNamedWithARemedy_data()
{
    QTest::addColumn<QString>("switchName");
    QTest::addColumn<QString>("denied");
    QTest::addColumn<QByteArray>("page"); // what answers instead of ActiveCampaign
    QTest::addColumn<QString>("steps");
    QTest::addColumn<int>("kind");
    QTest::newRow("wrong key") << u"revoke_key"_s << QString() << QByteArray()
                               << u"address ok, certificate ok, sign_in failed"_s << int(ErrorKind::Authentication);
    QTest::newRow("no right to contacts")
        << QString() << u"contacts"_s << QByteArray() << u"address ok, certificate ok, sign_in ok, permissions failed"_s
        << int(ErrorKind::Permission);
    QTest::newRow("another site") << QString() << QString() << "<html><body>My shop</body></html>"_ba
                                  << u"address failed"_s << int(ErrorKind::Usage);
    QTest::newRow("another API") << QString() << QString() << R"({"hello":"world"})"_ba << u"address failed"_s
                                 << int(ErrorKind::Usage);
}

void ActiveCampaignTest::everythingThatCanBeWrongIsNamedWithARemedy()
{
    QFETCH(QString, switchName);
    QFETCH(QString, denied);
    QFETCH(QByteArray, page);
    QFETCH(QString, steps);
    QFETCH(int, kind);
    ActiveCampaignBench bench;
    if (!switchName.isEmpty())
        bench.crm().configure({{switchName, true}});
    if (!denied.isEmpty())
        bench.crm().configure({{u"deny"_s, QJsonArray{denied}}});
    if (!page.isEmpty())
        bench.intercept = [&](const HttpRequest &) { return jsonAnswer(200, page); };
    const TestReport report = bench.connector().test({});
    QVERIFY(!report.ok);
    QCOMPARE(stepsOf(report), steps);
    QCOMPARE(int(report.steps.last().kind), kind);
    QVERIFY(!report.steps.last().message.isEmpty());
    QVERIFY(!report.steps.last().remedy.isEmpty());
}

void ActiveCampaignTest::aClosedKindIsNoFailure()
{
    ActiveCampaignBench bench;
    bench.crm().configure({{u"deny"_s, QJsonArray{u"accounts"_s, u"accountCustomFieldMeta"_s}}});
    const TestReport report = bench.connector().test({});
    QVERIFY(report.ok);
    QVERIFY2(report.steps[3].message.contains("accounts"_L1), qPrintable(report.steps[3].message));
}

void ActiveCampaignTest::otherSignInsAreRefused()
{
    ScriptedNetwork network;
    SystemClock clock;
    ConnectorSettings settings;
    settings.baseUrl = QUrl(u"https://acme.api-us1.com"_s);
    settings.auth = AuthKind::Basic;
    const auto made = makeActiveCampaignConnector(settings, network, clock);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Usage);
    settings.auth = AuthKind::Token;
    QCOMPARE(makeActiveCampaignConnector(settings, network, clock).error().kind, ErrorKind::Authentication);
}

void ActiveCampaignTest::everyAddressThatPeopleCopyLeadsToTheAccount_data()
{
    QTest::addColumn<QString>("address");
    for (const auto address :
         {"https://acme.api-us1.com", "https://acme.api-us1.com/", "https://acme.api-us1.com/api/3",
          "https://acme.api-us1.com/api/3/", "https://acme.api-us1.com/api"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void ActiveCampaignTest::everyAddressThatPeopleCopyLeadsToTheAccount()
{
    QFETCH(QString, address);
    ScriptedNetwork network;
    SystemClock clock;
    ConnectorSettings settings;
    settings.baseUrl = QUrl(address);
    settings.auth = AuthKind::Token;
    settings.secrets = {{u"token"_s, u"a-key-of-a-user"_s}};
    QVERIFY(makeActiveCampaignConnector(settings, network, clock));
    QCOMPARE(network.script().settings.baseUrl.toString(QUrl::StripTrailingSlash), u"https://acme.api-us1.com"_s);
}

void ActiveCampaignTest::mishapsOfTheServiceAreGotOver_data()
{
    QTest::addColumn<QString>("mishap");
    QTest::newRow("a refusal of a good key") << u"forbidden_next"_s;
    QTest::newRow("an empty answer") << u"empty_next"_s;
    QTest::newRow("half an answer") << u"truncated_next"_s;
}

void ActiveCampaignTest::mishapsOfTheServiceAreGotOver()
{
    QFETCH(QString, mishap);
    Live live(30, u"off"_s, 0);
    QVERIFY(live.connector->describe({}));
    live.configure({{mishap, 2}});
    QVERIFY(live.read({u"email"_s, u"field_3"_s}) > 25);
    live.configure({{mishap, 2}});
    const auto made = live.connector->write(u"contacts"_s, {createOf({{u"email"_s, text("new@x.test")}})}, {});
    if (mishap == "forbidden_next"_L1) // refused, so not carried out
        QCOMPARE(made.first().status, WriteOutcome::Status::Done);
    else
        QCOMPARE(made.first().status, WriteOutcome::Status::Unknown);
}

/// 5 a second: one request for the fields' first page and one for each hundred contacts.
void ActiveCampaignTest::theLimitIsUsedAndNeverMet()
{
    Live live(1500, u"real"_s, activeCampaignRate);
    QVERIFY(live.connector->describe({}));
    live.connector->takeTraffic();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(live.read({u"email"_s, u"firstName"_s}) > 1400);
    const double seconds = double(timer.elapsed()) / 1000;
    const int requests = live.connector->takeTraffic().requests;
    const double floor = requests / activeCampaignRate; // what describe() sent fills the first second
    qInfo("%d requests in %.2f s, at the limit %.2f s", requests, seconds, floor);
    QVERIFY2(requests >= 15 && requests <= 16, "a refused request would have been sent again");
    QVERIFY2(seconds <= floor / 0.95 + 0.5, qPrintable(QString::number(seconds)));
}

void ActiveCampaignTest::anothersShareOfTheLimitIsWaitedFor()
{
    Live live(500, u"2"_s, 50); // the limit is lower than we think
    QVERIFY(live.read({u"email"_s}) > 450);
}

QTEST_GUILESS_MAIN(ActiveCampaignTest)
#include "tst_activecampaigntest.moc"
