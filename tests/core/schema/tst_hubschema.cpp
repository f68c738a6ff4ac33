#include "core/schema/domain.h"
#include "core/schema/hubschema.h"

#include <QJsonDocument>
#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace Qt::StringLiterals;

class TestHubSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInEntities_areThoseOfTheSchema()
    {
        const QStringList expected{u"contact"_s,  u"company"_s,         u"deal"_s,    u"activity"_s,  u"user"_s,
                                   u"campaign"_s, u"campaign_metric"_s, u"segment"_s, u"engagement"_s};
        QCOMPARE(HubSchema::builtIn().entities(), expected);
    }

    void builtInFields_haveTheirTypes_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("field");
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("mergeKey");
        QTest::newRow("email") << u"contact"_s << u"email"_s << FieldType::Email << u"email"_s;
        QTest::newRow("first name") << u"contact"_s << u"first_name"_s << FieldType::Text << u"name"_s;
        QTest::newRow("city") << u"contact"_s << u"city"_s << FieldType::Text << u"address"_s;
        QTest::newRow("consent") << u"contact"_s << u"consent_sms"_s << FieldType::Consent << u"consent_sms"_s;
        QTest::newRow("revenue") << u"company"_s << u"annual_revenue"_s << FieldType::Decimal << u"revenue"_s;
        QTest::newRow("amount") << u"deal"_s << u"amount"_s << FieldType::Decimal << u"money"_s;
        QTest::newRow("duration") << u"activity"_s << u"duration"_s << FieldType::Integer << u"time"_s;
    }

    void builtInFields_haveTheirTypes()
    {
        QFETCH(QString, entity);
        QFETCH(QString, field);
        QFETCH(FieldType, type);
        QFETCH(QString, mergeKey);
        const HubSchema schema = HubSchema::builtIn();
        const HubFieldDef *found = schema.field(entity, field);
        QVERIFY(found);
        QVERIFY(found->type == type);
        QVERIFY(!found->label.isEmpty());
        QCOMPARE(schema.mergeKey(entity, field), mergeKey);
        QVERIFY(schema.kinds(entity).value(field) == type);
    }

    void groups_haveTheirParts()
    {
        const HubSchema schema = HubSchema::builtIn();
        const QStringList address{u"street"_s, u"city"_s, u"region"_s, u"postal_code"_s, u"country"_s};
        QCOMPARE(schema.parts(u"contact"_s, u"address"_s), address);
        QCOMPARE(schema.parts(u"company"_s, u"address"_s), address);
        QVERIFY(schema.kinds(u"contact"_s).value(u"address"_s) == FieldType::Group);
        QCOMPARE(schema.groups(u"deal"_s), QStringList{u"money"_s});
    }

    void matchKeys_areEmailForPeopleAndNameForCompanies()
    {
        const HubSchema schema = HubSchema::builtIn();
        QCOMPARE(schema.matchKeyField(u"contact"_s), u"email"_s);
        QCOMPARE(schema.matchKeyField(u"company"_s), u"name"_s);
        QCOMPARE(schema.matchKeyField(u"activity"_s), QString());
    }

    void ownFields_comeBackFromJson()
    {
        HubSchema schema = HubSchema::builtIn();
        HubFieldDef field;
        field.key = u"x_tier"_s;
        field.label = u"Tier"_s;
        field.type = FieldType::Enumeration;
        field.options = {{u"gold"_s, u"Gold"_s}};
        QVERIFY(schema.addField(u"contact"_s, field));
        QVERIFY(schema.addEntity(u"x_event"_s, u"Event"_s));
        field.key = u"x_place"_s;
        QVERIFY(schema.addField(u"x_event"_s, field));

        HubSchema read = HubSchema::builtIn();
        QVERIFY(read.addOwnFromJson(schema.ownToJson()));
        QVERIFY(read == schema);
        QVERIFY(read.field(u"contact"_s, u"x_tier"_s)->own);
    }

    void ownFields_thatDoNotFitAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown key") << QByteArray(R"([{"entity":"contact","fields":[{"key":"x_a","colour":"red"}]}])")
                                     << u"colour"_s;
        QTest::newRow("no prefix") << QByteArray(R"([{"entity":"contact","fields":[{"key":"tier"}]}])") << u"tier"_s;
        QTest::newRow("type") << QByteArray(R"([{"entity":"contact","fields":[{"key":"x_a","type":"float"}]}])")
                              << u"float"_s;
        QTest::newRow("twice") << QByteArray(R"([{"entity":"contact","fields":[{"key":"x_a"},{"key":"x_a"}]}])")
                               << u"x_a"_s;
        QTest::newRow("entity") << QByteArray(R"([{"entity":"lead","fields":[]}])") << u"lead"_s;
    }

    void ownFields_thatDoNotFitAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        HubSchema schema = HubSchema::builtIn();
        const auto added = schema.addOwnFromJson(QJsonDocument::fromJson(json).array());
        QVERIFY(!added);
        QVERIFY2(added.error().message.contains(named), qPrintable(added.error().message));
        QVERIFY(schema == HubSchema::builtIn());
    }

    void companyDomain_neverIsAFreeMailHost_data()
    {
        QTest::addColumn<QString>("website");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("domain");
        QTest::newRow("website") << u"https://www.Example.com/about"_s << QString() << u"example.com"_s;
        QTest::newRow("bare host") << u"example.com"_s << u"x@other.com"_s << u"example.com"_s;
        QTest::newRow("e-mail") << QString() << u"info@Example.org"_s << u"example.org"_s;
        QTest::newRow("free mail") << QString() << u"acme@gmail.com"_s << QString();
        QTest::newRow("free mail as website") << u"http://gmx.de"_s << u"a@acme.de"_s << u"acme.de"_s;
        QTest::newRow("nothing") << u"n/a"_s << u"none"_s << QString();
    }

    void companyDomain_neverIsAFreeMailHost()
    {
        QFETCH(QString, website);
        QFETCH(QString, email);
        QTEST(companyDomain(website, email), "domain");
    }
};

QTEST_GUILESS_MAIN(TestHubSchema)
#include "tst_hubschema.moc"
