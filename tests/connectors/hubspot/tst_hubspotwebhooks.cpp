#include "connectors/hubspot/hubspotwebhooks.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline::connectors;
using Verdict = WebhookReader::Verdict;

namespace {

const QByteArray key = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
const QByteArray body =
    R"([{"objectId":501,"propertyName":"email","propertyValue":"x@example.org","changeSource":"CRM","eventId":3,)"
    R"("subscriptionId":12,"portalId":4711,"appId":54,"occurredAt":1767600000123,)"
    R"("subscriptionType":"contact.propertyChange","attemptNumber":0}])";
constexpr std::chrono::milliseconds at{1'767'600'001'000};

/// Signed as its description says, over the address as `signedUrl` spells it.
Delivery delivery(const QByteArray &url, const QByteArray &signedUrl, const QByteArray &sent = body)
{
    const QByteArray time = QByteArray::number(qint64(at.count()));
    const QByteArray source = "POST" + signedUrl + sent + time;
    return {"POST",
            url,
            {{"x-hubspot-signature-v3",
              QMessageAuthenticationCode::hash(source, key, QCryptographicHash::Sha256).toBase64()},
             {"x-hubspot-request-timestamp", time}},
            sent};
}

} // namespace

/// Signatures and events as HubSpot describes them.
class TestHubSpotWebhooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itsSignatureIsRight();
    void whatIsOldIsStale();
    void anythingElseIsForged();
    void eachEventSaysWhereToLook_data();
    void eachEventSaysWhereToLook();
    void aMergeNamesTheWinnerToo();
    void theSameEventHasTheSameKey();
    void anotherBodyIsAnError();
    void aProbeIsGenuineAndTellsOfNothing();

private:
    QList<WebhookEvent> read(const QByteArray &sent) const { return m_reader->read({"POST", {}, {}, sent}).value(); }
    const std::unique_ptr<WebhookReader> m_reader = makeHubSpotWebhookReader();
};

void TestHubSpotWebhooks::itsSignatureIsRight()
{
    const QByteArray url = "https://hooks.example.org/webhooks/abc";
    QVERIFY(m_reader->verify(delivery(url, url), key, at + 4min) == Verdict::Genuine);
    const QByteArray encoded = "https://hooks.example.org/webhooks/abc?a=%3Ab%2fc&d=%20e";
    const QByteArray decoded = "https://hooks.example.org/webhooks/abc?a=:b/c&d=%20e";
    QVERIFY(m_reader->verify(delivery(encoded, decoded), key, at) == Verdict::Genuine);
}

void TestHubSpotWebhooks::whatIsOldIsStale()
{
    const QByteArray url = "https://hooks.example.org/webhooks/abc";
    QVERIFY(m_reader->verify(delivery(url, url), key, at + 5min + 1ms) == Verdict::Stale);
    QVERIFY(m_reader->verify(delivery(url, url), key, at - 6min) == Verdict::Stale);
}

void TestHubSpotWebhooks::anythingElseIsForged()
{
    const QByteArray url = "https://hooks.example.org/webhooks/abc";
    const Delivery good = delivery(url, url);
    QVERIFY(m_reader->verify(good, "another", at) == Verdict::Forged);
    QVERIFY(m_reader->verify(good, {}, at) == Verdict::Forged);
    QVERIFY(m_reader->verify(delivery(url + "d", url), key, at) == Verdict::Forged);
    Delivery later = good;
    later.headers[1].second = QByteArray::number(qint64((at + 10min).count()));
    QVERIFY(m_reader->verify(later, key, at + 10min) == Verdict::Forged);
    Delivery bare = good;
    bare.headers.clear();
    QVERIFY(m_reader->verify(bare, key, at) == Verdict::Forged);
}

void TestHubSpotWebhooks::eachEventSaysWhereToLook_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("place");
    QTest::newRow("change") << QByteArray(R"("subscriptionType":"contact.propertyChange","objectId":501)")
                            << u"contacts/501"_s;
    QTest::newRow("new") << QByteArray(R"("subscriptionType":"company.creation","objectId":7)") << u"companies/7"_s;
    QTest::newRow("gone") << QByteArray(R"("subscriptionType":"deal.deletion","objectId":7)") << u"deals/"_s;
    QTest::newRow("erased") << QByteArray(R"("subscriptionType":"contact.privacyDeletion","objectId":7)")
                            << u"contacts/"_s;
    QTest::newRow("association") << QByteArray(
        R"("subscriptionType":"deal.associationChange","fromObjectId":8,"toObjectId":9)")
                                 << u"deals/8"_s;
    QTest::newRow("by number") << QByteArray(
        R"("subscriptionType":"object.creation","objectTypeId":"0-2","objectId":"7")")
                               << u"companies/7"_s;
}

void TestHubSpotWebhooks::eachEventSaysWhereToLook()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, place);
    const auto events = read("[{" + event + R"(,"occurredAt":1767600000123}])");
    QCOMPARE(events.size(), 1);
    QCOMPARE(QString(events.first().entity + u'/' + events.first().id), place);
    QVERIFY(events.first().at == std::chrono::milliseconds(1'767'600'000'123));
}

void TestHubSpotWebhooks::aMergeNamesTheWinnerToo()
{
    const auto events = read(R"([{"subscriptionType":"contact.merge","objectId":1,"primaryObjectId":1,)"
                             R"("mergedObjectIds":[2],"newObjectId":3}])");
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.at(0).id, QString());
    QCOMPARE(events.at(1).id, u"3"_s);
    QVERIFY(events.at(0).key != events.at(1).key);
}

void TestHubSpotWebhooks::theSameEventHasTheSameKey()
{
    QByteArray again = body;
    again.replace(R"("attemptNumber":0)", R"("attemptNumber":1)").replace(R"("eventId":3)", R"("eventId":4)");
    QCOMPARE(read(again).first().key, read(body).first().key);
    QByteArray other = body;
    other.replace("\"email\"", "\"phone\"");
    QVERIFY(read(other).first().key != read(body).first().key);
}

void TestHubSpotWebhooks::anotherBodyIsAnError()
{
    for (const QByteArray &sent : {QByteArray(), QByteArray("{}"), QByteArray("a=b")})
        QVERIFY(!m_reader->read({"POST", {}, {}, sent}).has_value());
    QVERIFY(read(R"([{"subscriptionType":"ticket.creation","objectId":1}, 5, null])").isEmpty());
}

void TestHubSpotWebhooks::aProbeIsGenuineAndTellsOfNothing()
{
    const Delivery probe = m_reader->probe("https://hooks.example.org/webhooks/part?x=%7E", key, at);
    QCOMPARE(m_reader->verify(probe, key, at), WebhookReader::Verdict::Genuine);
    QVERIFY(m_reader->read(probe)->isEmpty());
}

QTEST_GUILESS_MAIN(TestHubSpotWebhooks)
#include "tst_hubspotwebhooks.moc"
