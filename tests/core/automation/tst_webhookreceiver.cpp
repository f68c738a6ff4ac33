#include "core/automation/webhookreceiver.h"

#include "support/handclock.h"
#include "support/memorysecrets.h"
#include "support/plainwebhooks.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;

namespace {

class World
{
public:
    World()
    {
        session = std::move(Session::open(file(), true, outside()).value());
        IntegrationRow row;
        row.id = u"i1"_s;
        row.name = u"marketing"_s;
        row.provider = u"mautic"_s;
        QVERIFY(session->stores().db.transaction("test", [&] { return session->stores().integrations.save(row); }));
        const auto added = Webhooks(*session, m_providers).add({row.name, u"https://hooks.example.org"_s, {}}, {});
        QVERIFY(added);
        const WebhookRow webhook = WebhookStore(session->stores().db).all().value().first();
        const auto secrets = Webhooks(*session, m_providers).secretsOf(webhook, row.name).value();
        path = "/webhooks/" + secrets.token;
        key = secrets.key;
        start();
    }
    void start()
    {
        m_receiver.emplace(file(), outside(), m_providers, [this] { ++told; });
    }
    void stop() { m_receiver.reset(); }

    /// As the port does it: the head first, then the whole.
    int post(const QByteArray &body, const QByteArray &given, const QByteArray &to)
    {
        WebRequest request{"POST", to, {{"X-Key", given}}, {}};
        if (const auto refusal = m_receiver->refuse(request))
            return refusal->status;
        request.body = body;
        const auto answer = std::make_shared<std::promise<int>>();
        m_receiver->take(request, [answer](const WebAnswer &got) { answer->set_value(got.status); });
        auto status = answer->get_future();
        return status.wait_for(20s) == std::future_status::ready ? status.get() : 0;
    }
    int post(const QByteArray &body) { return post(body, key, path); }

    QList<DeliveryRow> deliveries() { return Webhooks(*session, m_providers).deliveries(u"marketing"_s, 1000).value(); }
    /// Through this receiver, as if the way from the CRM to here were open while there is one.
    Result<void> test()
    {
        class Way final : public Postman
        {
        public:
            explicit Way(World &world) : m_world(world) {}
            Result<void> post(const Post &post, std::stop_token) override
            {
                const bool isOpen = m_world.m_receiver
                    && m_world.post(post.body, post.headers.first().second, post.url.path().toLatin1()) == 200;
                return isOpen ? Result<void>() : failure(ErrorKind::Network, u"closed"_s);
            }
            Result<void> mail(const Mail &, std::stop_token) override { return {}; }

        private:
            World &m_world;
        };
        Way way(*this);
        return Webhooks(*session, m_providers).test(u"marketing"_s, way, {});
    }
    QStringList hinted()
    {
        const Millis end = std::numeric_limits<Millis>::max();
        QStringList records;
        const auto all = HintStore(session->stores().db).waiting(end, 1000).value();
        for (const auto &waiting : all)
            records << waiting.hint.entity + u'/' + waiting.hint.record;
        return records;
    }
    QStringList logged()
    {
        QStringList messages;
        const auto entries = session->stores().review.logAfter(0, 1000).value();
        for (const LogEntry &entry : entries)
            messages << entry.message;
        return messages;
    }

    std::unique_ptr<Session> session;
    support::HandClock clock{u"2026-11-24T10:00:00"_s};
    QByteArray path, key;
    std::atomic<int> told = 0;

private:
    QString file() const { return m_folder.filePath(u"w.syncline"_s); }
    Session::Outside outside()
    {
        return {clock,
                m_gate,
                [](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
                    return failure(ErrorKind::Network, row.name);
                },
                {u"mautic"_s},
                &m_secrets,
                {}};
    }
    QTemporaryDir m_folder;
    OpenGate m_gate;
    support::MemorySecrets m_secrets;
    support::PlainReader m_reader;
    WebhookProviders m_providers = support::plainProviders(m_reader);
    std::optional<WebhookReceiver> m_receiver;
};

} // namespace

/// What is taken, what is turned away, and what stays of either.
class TestWebhookReceiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTakenIsStoredBeforeTheAnswer();
    void theSameEventIsTakenOnce();
    void strangersAreTurnedAway();
    void aFloodFillsNoLog();
    void theAddressIsInTheKeychainAlone();
    void aRemovedWebhookIsNoAddress();
    void whatCameIsKeptWithoutItsSecrets();
    void onlyTheLastAreKept();
    void whatIsTurnedAwayLeavesNoBody();
    void aTestArrivesAndTellsOfNothing();
};

void TestWebhookReceiver::whatIsTakenIsStoredBeforeTheAnswer()
{
    World world;
    QCOMPARE(world.post("7 a; 8 b"), 200);
    QCOMPARE(world.hinted(), QStringList({u"contacts/7"_s, u"contacts/8"_s}));
    QTRY_COMPARE(world.told.load(), 1);
    QCOMPARE(world.post({}), 200); // an event that nobody looks at
    QCOMPARE(WebhookStore(world.session->stores().db).all().value().first().received, 2);
}

void TestWebhookReceiver::theSameEventIsTakenOnce()
{
    World world;
    QCOMPARE(world.post("7 a"), 200);
    QCOMPARE(world.post("7 a"), 409);
    QCOMPARE(world.post("7 a; 7 b"), 200); // one of them is new
    world.stop();
    world.start();
    QCOMPARE(world.post("7 b"), 409);
    QCOMPARE(world.hinted(), QStringList{u"contacts/7"_s});
    QTRY_COMPARE(world.logged().filter(u"had come before"_s).size(), 2); // one for each receiver's first minute
}

void TestWebhookReceiver::strangersAreTurnedAway()
{
    World world;
    QCOMPARE(world.post("7 a", world.key, "/webhooks/elsewhere"), 404);
    QCOMPARE(world.post("7 a", world.key, "/webhooks/"), 404);
    QCOMPARE(world.post("7 a", "wrong", world.path), 401);
    QCOMPARE(world.post("garbage"), 400);
    QCOMPARE(world.hinted(), QStringList());
    QTRY_COMPARE(world.logged().size(), 3);
    const WebhookRow row = WebhookStore(world.session->stores().db).all().value().first();
    QCOMPARE(row.refused, 2); // nobody knows whose address the others meant
    QCOMPARE(row.received, 0);
}

void TestWebhookReceiver::aFloodFillsNoLog()
{
    World world;
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(world.post("7 a", "wrong", world.path), 401);
    QTRY_COMPARE(world.logged().size(), 1);
    world.clock.advance(1min);
    QTRY_COMPARE(WebhookStore(world.session->stores().db).all().value().first().refused, 2000);
    QVERIFY(world.logged().size() <= 2);
    QCOMPARE(world.post("7 a"), 200);
}

void TestWebhookReceiver::theAddressIsInTheKeychainAlone()
{
    World world;
    const WebhookRow row = WebhookStore(world.session->stores().db).all().value().first();
    QVERIFY(world.path.size() > Webhooks::leastAddress);
    const QString token = QString::fromLatin1(world.path.mid(Webhooks::path.size()));
    QVERIFY(!row.url.contains(token) && row.token != token);
    QCOMPARE(row.token, Webhooks::tokenHash(token.toLatin1()));
}

void TestWebhookReceiver::aRemovedWebhookIsNoAddress()
{
    World world;
    const QString id = WebhookStore(world.session->stores().db).all().value().first().id;
    QVERIFY(world.session->stores().db.transaction(
        "test", [&] { return WebhookStore(world.session->stores().db).remove(id); }));
    world.clock.advance(2s);
    QTRY_COMPARE(world.post("7 a"), 404);
}

void TestWebhookReceiver::whatCameIsKeptWithoutItsSecrets()
{
    World world;
    QCOMPARE(world.post("7 a; 8 b"), 200);
    const QList<DeliveryRow> kept = world.deliveries();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().outcome, deliveries::acceptedName());
    QCOMPARE(kept.first().events, 2);
    const DeliveryRow whole = DeliveryStore(world.session->stores().db).get(kept.first().id).value().value();
    QCOMPARE(whole.body, "7 a; 8 b");
    QCOMPARE(whole.headers, (QList<QPair<QString, QString>>{{u"X-Key"_s, u"•••"_s}}));
    const QByteArray large(100'000, ' ');
    QCOMPARE(world.post("9 c;" + large), 200);
    const DeliveryRow cut =
        DeliveryStore(world.session->stores().db).get(world.deliveries().first().id).value().value();
    QCOMPARE(cut.bytes, 100'004);
    QCOMPARE(cut.body.size(), deliveries::longestBody);
}

void TestWebhookReceiver::onlyTheLastAreKept()
{
    World world;
    for (int i = 0; i < deliveries::mostKept + 20; ++i)
        QCOMPARE(world.post("7 " + QByteArray::number(i)), 200);
    QCOMPARE(world.deliveries().size(), deliveries::mostKept);
    world.clock.advance(WebhookDoor::remembers + 1h);
    QCOMPARE(world.post("7 new"), 200); // which has the old ones looked for as well
    QTRY_COMPARE(world.deliveries().size(), 1);
}

void TestWebhookReceiver::whatIsTurnedAwayLeavesNoBody()
{
    World world;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(world.post("7 a", "wrong", world.path), 401);
    QTRY_COMPARE(world.deliveries().size(), 1);
    const DeliveryRow row =
        DeliveryStore(world.session->stores().db).get(world.deliveries().first().id).value().value();
    QCOMPARE(row.outcome, u"forged"_s);
    QVERIFY(row.body.isEmpty() && row.headers.isEmpty());
}

void TestWebhookReceiver::aTestArrivesAndTellsOfNothing()
{
    World world;
    QVERIFY(world.test());
    QCOMPARE(world.hinted(), QStringList());
    QCOMPARE(world.deliveries().size(), 1);
    QCOMPARE(world.deliveries().first().events, 0);
    world.stop();
    QVERIFY(!world.test());
}

QTEST_GUILESS_MAIN(TestWebhookReceiver)
#include "tst_webhookreceiver.moc"
