#include "connectors/mautic/mauticconnector.h"
#include "sandbox/sandbox.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;

/// The connector over real HTTP, with the sandbox's server at the other end.
class MauticServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everySignInReadsAndWrites_data();
    void everySignInReadsAndWrites();
    void aWrongPasswordIsNamedAsSuch();
    void anExpiredTokenIsRenewed();

private:
    Result<std::unique_ptr<Connector>> connectorFor(AuthKind auth, const Secrets &secrets);

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QString m_address;
    SystemClock m_clock;
    OpenGate m_gate;
    std::unique_ptr<Network> m_network;
};

void MauticServerTest::init()
{
    m_sandbox = std::make_unique<sandbox::Sandbox>();
    sandbox::SiteOptions options;
    options.provider = u"mautic"_s;
    options.crm.records = 250;
    const auto address = m_sandbox->add(options);
    QVERIFY(address);
    m_address = *address;
    m_sandbox->start();
    m_network = makeNetwork(m_clock, m_gate);
}

void MauticServerTest::cleanup()
{
    m_network.reset();
    m_sandbox.reset();
}

Result<std::unique_ptr<Connector>> MauticServerTest::connectorFor(AuthKind auth, const Secrets &secrets)
{
    ConnectorSettings settings;
    settings.baseUrl = QUrl(m_address);
    settings.auth = auth;
    settings.secrets = secrets;
    return makeMauticConnector(settings, *m_network, m_clock);
}

void MauticServerTest::everySignInReadsAndWrites_data()
{
    QTest::addColumn<int>("auth");
    QTest::addColumn<QStringList>("secrets");
    QTest::newRow("basic") << int(AuthKind::Basic) << QStringList{u"username"_s, u"password"_s};
    QTest::newRow("client credentials") << int(AuthKind::OAuth2ClientCredentials)
                                        << QStringList{u"client_id"_s, u"client_secret"_s};
}

void MauticServerTest::everySignInReadsAndWrites()
{
    QFETCH(int, auth);
    QFETCH(QStringList, secrets);
    auto made = connectorFor(AuthKind(auth), {{secrets[0], u"demo"_s}, {secrets[1], u"demo"_s}});
    QVERIFY(made);
    Connector &connector = **made;
    const TestReport report = connector.test({});
    QVERIFY2(report.ok, report.steps.isEmpty() ? "" : qPrintable(report.steps.last().message));

    QSet<QString> ids;
    const auto end = connector.read({u"contacts"_s, {u"email"_s, u"tags"_s}, {}, {}},
                                    [&](const QList<RemoteRecord> &page) -> Result<void> {
                                        for (const RemoteRecord &record : page)
                                            ids.insert(record.id);
                                        return {};
                                    },
                                    {});
    QVERIFY2(end, end ? "" : qPrintable(end.error().message));
    QVERIFY(ids.size() > 100);
    QVERIFY(!end->nextCursor.isEmpty());

    WriteOperation create{WriteKind::Create, {}, {{u"email"_s, Value::text(u"new+one@x.test"_s)}}, {}};
    create.fields.insert(u"tags"_s, Value::set({u"ümlaut"_s, u"a & b"_s}));
    const auto created = connector.write(u"contacts"_s, {create}, {});
    QVERIFY2(created[0].status == WriteOutcome::Status::Done, qPrintable(created[0].error.message));
    QCOMPARE(created[0].record.fields[u"tags"_s], create.fields[u"tags"_s]);
    const auto found = connector.readByKey(u"contacts"_s, u"email"_s, {u"New+One@x.test"_s}, {u"email"_s}, {});
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QVERIFY(connector.takeTraffic().requests > 5);
}

void MauticServerTest::aWrongPasswordIsNamedAsSuch()
{
    auto made = connectorFor(AuthKind::Basic, {{u"username"_s, u"demo"_s}, {u"password"_s, u"wrong-one"_s}});
    QVERIFY(made);
    const TestReport report = (*made)->test({});
    QVERIFY(!report.ok);
    QCOMPARE(report.steps.last().step, u"sign_in"_s);
    QCOMPARE(report.steps.last().kind, ErrorKind::Authentication);
    QVERIFY(!report.steps.last().message.contains("wrong-one"_L1));
}

void MauticServerTest::anExpiredTokenIsRenewed()
{
    auto made = connectorFor(AuthKind::OAuth2ClientCredentials,
                             {{u"client_id"_s, u"demo"_s}, {u"client_secret"_s, u"demo"_s}});
    QVERIFY(made);
    QVERIFY((*made)->describe({}));
    m_sandbox->call(0, [](sandbox::Site &site) { site.crm().configure({{u"expire_tokens"_s, true}}); });
    const auto looks = (*made)->readByIds(u"contacts"_s, {u"1"_s}, {u"email"_s}, {});
    QVERIFY2(looks, looks ? "" : qPrintable(looks.error().message));
    QCOMPARE(looks->first().presence, Presence::Found);
}

QTEST_GUILESS_MAIN(MauticServerTest)
#include "tst_mauticserver.moc"
