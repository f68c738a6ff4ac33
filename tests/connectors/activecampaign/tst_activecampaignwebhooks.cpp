#include "connectors/activecampaign/activecampaignwebhooks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::connectors;

/// What ActiveCampaign publishes of its webhooks, read. No recording: there was no account to record.
class TestActiveCampaignWebhooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachEventSaysWhereToLook_data();
    void eachEventSaysWhereToLook();
    void anotherBodyIsAnError();
    void aProbeIsGenuineAndTellsOfNothing();

private:
    const std::unique_ptr<WebhookReader> m_reader = makeActiveCampaignWebhookReader();
};

void TestActiveCampaignWebhooks::eachEventSaysWhereToLook_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("id");
    const QByteArray head = "date_time=2026-11-24T04%3A10%3A28-06%3A00&initiated_from=admin&list=0&type=";
    QTest::newRow("contact") << QByteArray(head + "update&contact%5Bid%5D=42&contact%5Bemail%5D=a%2Bb%40example.org")
                             << u"contacts"_s << u"42"_s;
    QTest::newRow("plain brackets") << QByteArray(head + "contact_tag_added&contact[id]=42&contact[tags]=x,+y")
                                    << u"contacts"_s << u"42"_s;
    QTest::newRow("deal of a contact") << QByteArray(head + "deal_update&deal[id]=7&contact[id]=42") << u"deals"_s
                                       << u"7"_s;
    QTest::newRow("account") << QByteArray(head + "account_update&account[name]=x") << u"accounts"_s << QString();
}

void TestActiveCampaignWebhooks::eachEventSaysWhereToLook()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, entity);
    QFETCH(QString, id);
    const Delivery delivery{"POST", "https://hooks.example.org/webhooks/x", {}, body};
    QVERIFY(m_reader->verify(delivery, {}, {}) == WebhookReader::Verdict::Genuine); // its address is the secret
    const auto events = m_reader->read(delivery);
    QVERIFY(events.has_value());
    QCOMPARE(events->size(), 1);
    QCOMPARE(events->first().entity, entity);
    QCOMPARE(events->first().id, id);
    constexpr std::chrono::milliseconds at{1'795'515'028'000}; // 2026-11-24 10:10:28 UTC
    QVERIFY(events->first().at == at);
}

void TestActiveCampaignWebhooks::anotherBodyIsAnError()
{
    for (const QByteArray &body : {QByteArray(), QByteArray("{}"), QByteArray("a=b"), QByteArray("&&=&")})
        QVERIFY(!m_reader->read({"POST", {}, {}, body}).has_value());
    QVERIFY(m_reader->read({"POST", {}, {}, "type=sent"})->isEmpty());
}

void TestActiveCampaignWebhooks::aProbeIsGenuineAndTellsOfNothing()
{
    const Delivery probe = m_reader->probe("https://hooks.example.org/webhooks/part?x=%7E", "key",
                                           std::chrono::milliseconds(0));
    QCOMPARE(m_reader->verify(probe, "key", std::chrono::milliseconds(0)), WebhookReader::Verdict::Genuine);
    QVERIFY(m_reader->read(probe)->isEmpty());
}

QTEST_GUILESS_MAIN(TestActiveCampaignWebhooks)
#include "tst_activecampaignwebhooks.moc"
