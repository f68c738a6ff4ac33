#include "connectors/mautic/mauticwebhooks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::connectors;
using Verdict = WebhookReader::Verdict;

namespace {

const QByteArray key = "s3cr3t-key";
constexpr std::chrono::milliseconds now{0}; // Mautic's signature has no time

QJsonObject recording(const QString &name)
{
    QFile file(QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/recordings/mautic/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(name), __FILE__, __LINE__);
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// As Mautic sent it; the signature fits only where the recording kept the raw body.
Delivery deliveryOf(const QString &name)
{
    const QJsonObject request = recording(name)["request"_L1].toObject();
    Delivery delivery{"POST", "http://127.0.0.1:8699/mautic", {}, request["body_raw"_L1].toString().toUtf8()};
    if (delivery.body.isEmpty())
        delivery.body = QJsonDocument(request["body"_L1].toObject()).toJson(QJsonDocument::Compact);
    const QJsonObject headers = request["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        delivery.headers.append(qMakePair(it.key().toUtf8(), it->toString().toUtf8()));
    return delivery;
}

} // namespace

/// What a real Mautic sent, read.
class TestMauticWebhooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itsSignatureIsRight_data();
    void itsSignatureIsRight();
    void anythingElseIsForged();
    void eachEventSaysWhereToLook_data();
    void eachEventSaysWhereToLook();
    void severalComeAtOnce();
    void anotherBodyIsAnError();
    void aProbeIsGenuineAndTellsOfNothing();

private:
    const std::unique_ptr<WebhookReader> m_reader = makeMauticWebhookReader();
};

void TestMauticWebhooks::itsSignatureIsRight_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"webhook-contact-create", "webhook-company-create", "webhook-segment-remove"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestMauticWebhooks::itsSignatureIsRight()
{
    QFETCH(QString, name);
    QVERIFY(m_reader->verify(deliveryOf(name), key, now) == Verdict::Genuine);
}

void TestMauticWebhooks::anythingElseIsForged()
{
    const Delivery genuine = deliveryOf(u"webhook-contact-create"_s);
    QVERIFY(m_reader->verify(genuine, "s3cr3t-kez", now) == Verdict::Forged);
    QVERIFY(m_reader->verify(genuine, {}, now) == Verdict::Forged);
    Delivery changed = genuine;
    changed.body[20] = char(changed.body[20] ^ 1);
    QVERIFY(m_reader->verify(changed, key, now) == Verdict::Forged);
    Delivery unsignedOne = genuine;
    unsignedOne.headers.clear();
    QVERIFY(m_reader->verify(unsignedOne, key, now) == Verdict::Forged);
}

void TestMauticWebhooks::eachEventSaysWhereToLook_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("id");
    QTest::newRow("webhook-contact-create") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-contact-update") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-contact-tags") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-contact-dnc-1") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-contact-points-1") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-segment-add") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-company-link") << u"contacts"_s << u"321"_s;
    QTest::newRow("webhook-company-create") << u"companies"_s << u"6"_s;
    QTest::newRow("webhook-contact-delete") << u"contacts"_s << QString();
    QTest::newRow("webhook-company-delete") << u"companies"_s << QString();
}

void TestMauticWebhooks::eachEventSaysWhereToLook()
{
    QFETCH(QString, entity);
    QFETCH(QString, id);
    const auto events = m_reader->read(deliveryOf(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(events.has_value());
    QCOMPARE(events->size(), 1);
    QCOMPARE(events->first().entity, entity);
    QCOMPARE(events->first().id, id);
    QVERIFY(events->first().at.has_value());
    QVERIFY(!events->first().key.isEmpty());
}

void TestMauticWebhooks::severalComeAtOnce()
{
    const auto events = m_reader->read(deliveryOf(u"webhook-queued-several"_s));
    QVERIFY(events.has_value());
    QStringList ids;
    for (const WebhookEvent &event : *events)
        ids << event.id;
    QCOMPARE(ids, QStringList({u"325"_s, u"326"_s, u"325"_s, u"325"_s}));
    QVERIFY(events->at(0).key != events->at(2).key); // the same record, made and then changed
}

void TestMauticWebhooks::anotherBodyIsAnError()
{
    for (const QByteArray &body : {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray("a=b")})
        QVERIFY(!m_reader->read({"POST", {}, {}, body}).has_value());
    QVERIFY(m_reader->read({"POST", {}, {}, R"({"mautic.page_on_hit":[{}]})"})->isEmpty());
}

void TestMauticWebhooks::aProbeIsGenuineAndTellsOfNothing()
{
    const Delivery probe = m_reader->probe("https://hooks.example.org/webhooks/part?x=%7E", key, now);
    QCOMPARE(m_reader->verify(probe, key, now), WebhookReader::Verdict::Genuine);
    QVERIFY(m_reader->read(probe)->isEmpty());
}

QTEST_GUILESS_MAIN(TestMauticWebhooks)
#include "tst_mauticwebhooks.moc"
