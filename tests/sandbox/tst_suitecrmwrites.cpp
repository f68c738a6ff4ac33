#include "sandbox/suitecrmworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

/// The traps of SuiteCRM that a write can fall into, one by one.
class TestSuiteCrmWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isoDateTimesAreStoredEmpty();
    void amountsInTextFollowTheUsersSeparators();
    void longTextsAreCutAndNamesTrimmed();
    void nullLeavesTheOldValue();
    void idInAttributesStoresNothing();
    void ownIdMakesCreatesRepeatable();
    void tagLikeTextsVanish();
    void clientsMaySetTimes();
    void everyUpdateMovesTheTime();
    void timesLoseTheirSeconds();
    void fourByteCharactersAreLostInOldTables();
    void customFieldsOfEveryTypeAreStored();
    void updateIgnoresTheAddress();
    void newerServersTakeTheAddress();
    void addressChangesByUnlinkAndLink();
    void createWithoutFlagResubscribesEverybody();
    void addressRecordChangesEverybody();
    void malformedAddressesAreDropped();
};

void TestSuiteCrmWrites::isoDateTimesAreStoredEmpty()
{
    SuiteCrmWorld world;
    for (const QString &sent : {u"2026-12-01T10:30:45Z"_s, u"2026-12-01T10:30:45+02:00"_s, u"2026-12-01 10:30"_s})
        QCOMPARE(world.create(u"Tasks"_s, {{u"name"_s, u"T"_s}, {u"date_due"_s, sent}})["date_due"_L1].toString(),
                 QString());
    QCOMPARE(world.create(u"Tasks"_s, {{u"date_due"_s, u"2026-12-01 10:30:45"_s}})["date_due"_L1].toString(),
             u"2026-12-01T10:30:00+00:00"_s);
    QCOMPARE(world.create(u"Contacts"_s, {{u"birthdate"_s, u"1980-02-30"_s}})["birthdate"_L1].toString(), QString());
}

void TestSuiteCrmWrites::amountsInTextFollowTheUsersSeparators()
{
    SuiteCrmWorld world;
    world.configure({{u"user_decimal_comma"_s, true}});
    QCOMPARE(world.create(u"Contacts"_s, {{u"credit_limit_c"_s, u"1234.56"_s}})["credit_limit_c"_L1].toString(),
             u"123456.000000"_s);
    QCOMPARE(world.create(u"Contacts"_s, {{u"credit_limit_c"_s, 1234.56}})["credit_limit_c"_L1].toString(),
             u"1234.560000"_s);
}

void TestSuiteCrmWrites::longTextsAreCutAndNamesTrimmed()
{
    SuiteCrmWorld world;
    const QJsonObject made = world.create(u"Contacts"_s,
                                          {{u"last_name"_s, QString(300, u'ä')},
                                           {u"first_name"_s, u"  Ann  "_s},
                                           {u"description"_s, QString(70000, u'x')}});
    QCOMPARE(made["last_name"_L1].toString(), QString(100, u'ä'));
    QCOMPARE(made["first_name"_L1].toString(), u"Ann"_s);
    QCOMPARE(made["description"_L1].toString().size(), 65535);
}

void TestSuiteCrmWrites::nullLeavesTheOldValue()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"title"_s, u"CEO"_s}, {u"department"_s, u"Sales"_s}});
    const QJsonObject after = world.update(u"Contacts"_s, world.lastId(),
                                           {{u"title"_s, QJsonValue::Null}, {u"department"_s, QString()}});
    QCOMPARE(after["title"_L1].toString(), u"CEO"_s);
    QCOMPARE(after["department"_L1].toString(), QString());
}

void TestSuiteCrmWrites::idInAttributesStoresNothing()
{
    SuiteCrmWorld world;
    QCOMPARE(
        world.send("POST", "module", recordBody(u"Contacts"_s, {{u"id"_s, firstId}, {u"last_name"_s, u"X"_s}})).status,
        201);
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 400);
    QVERIFY(world.crm().records(u"Contacts"_s).isEmpty());
}

void TestSuiteCrmWrites::ownIdMakesCreatesRepeatable()
{
    SuiteCrmWorld world;
    const QJsonObject body = recordBody(u"Contacts"_s, {{u"last_name"_s, u"Once"_s}}, firstId.toUpper());
    QCOMPARE(world.send("POST", "module", body).status, 201);
    QVERIFY(world.refusal("POST", "module", body).endsWith("is already exist"_L1));
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 200);
    world.send("DELETE", contactPath(firstId));
    QVERIFY(world.refusal("POST", "module", body).endsWith("is already exist"_L1));
}

void TestSuiteCrmWrites::tagLikeTextsVanish()
{
    SuiteCrmWorld world;
    const auto lastName = [&](const QString &text) {
        world.create(u"Contacts"_s, {{u"last_name"_s, text}});
        return world.stored(u"Contacts"_s, world.lastId())["last_name"_L1].toString();
    };
    QCOMPARE(lastName(u"Jane <jane@example.com>"_s), u"Jane "_s);
    QCOMPARE(lastName(u"a < b & c"_s), u"a < b & c"_s);
    QCOMPARE(lastName(u"O'Neil \"Q\""_s), u"O'Neil \"Q\""_s);
    QCOMPARE(world.attributes(u"Contacts"_s, world.lastId())["last_name"_L1].toString(),
             u"O&#039;Neil &quot;Q&quot;"_s);
}

void TestSuiteCrmWrites::clientsMaySetTimes()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s,
                 {{u"date_entered"_s, u"2020-01-02 03:04:05"_s}, {u"date_modified"_s, u"2020-01-02 03:04:05"_s}});
    const QJsonObject record = world.stored(u"Contacts"_s, world.lastId());
    QCOMPARE(record["date_entered"_L1].toString(), u"2020-01-02 03:04:05"_s);
    QCOMPARE(record["date_modified"_L1].toString(), u"2020-01-02 03:04:05"_s);
}

void TestSuiteCrmWrites::everyUpdateMovesTheTime()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"title"_s, u"CEO"_s}});
    const QJsonValue before = world.stored(u"Contacts"_s, world.lastId())["date_modified"_L1];
    world.clock().setSkew(5);
    world.update(u"Contacts"_s, world.lastId(), {{u"title"_s, u"CEO"_s}});
    QVERIFY(world.stored(u"Contacts"_s, world.lastId())["date_modified"_L1] != before);
}

void TestSuiteCrmWrites::timesLoseTheirSeconds()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {{u"date_modified"_s, u"2026-07-01 08:30:45"_s}});
    const auto shown = [&] { return world.attributes(u"Contacts"_s, firstId)["date_modified"_L1].toString(); };
    QCOMPARE(shown(), u"2026-07-01T08:30:00+00:00"_s);
    world.configure({{u"php_zone"_s, u"Europe/Berlin"_s}});
    QCOMPARE(shown(), u"2026-07-01T08:30:00+02:00"_s);
    world.configure({{u"date_seconds"_s, true}});
    QCOMPARE(shown(), u"2026-07-01T08:30:45+02:00"_s);
}

void TestSuiteCrmWrites::fourByteCharactersAreLostInOldTables()
{
    SuiteCrmWorld world;
    world.configure({{u"utf8mb3"_s, true}});
    QCOMPARE(world.create(u"Contacts"_s, {{u"last_name"_s, u"ä 😀"_s}})["last_name"_L1].toString(), u"ä ????"_s);
}

void TestSuiteCrmWrites::customFieldsOfEveryTypeAreStored()
{
    SuiteCrmWorld world;
    const QJsonObject sent{{u"nickname_c"_s, u"Joe"_s},
                           {u"interests_c"_s, u"^sailing^,^chess^"_s},
                           {u"vip_c"_s, u"1"_s},
                           {u"member_since_c"_s, u"2024-02-29"_s},
                           {u"credit_limit_c"_s, u"5.500000"_s},
                           {u"score_c"_s, u"42"_s},
                           {u"tier_c"_s, u"gold"_s}};
    const QJsonObject made = world.create(u"Contacts"_s, sent);
    for (const QString &field : sent.keys())
        QCOMPARE(made[field], sent[field]);
    QCOMPARE(world.lookUp(u"filter[score_c][gt]=41"_s), 1);
    const QJsonObject meta = world.get("meta/fields/Contacts")["data"_L1]["attributes"_L1]["tier_c"_L1].toObject();
    QCOMPARE(meta["source"_L1].toString(), u"custom_fields"_s);
}

void TestSuiteCrmWrites::updateIgnoresTheAddress()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"email1"_s, u"old@example.com"_s}});
    for (const QString &sent : {u"new@example.com"_s, QString()})
        QCOMPARE(world.update(u"Contacts"_s, world.lastId(), {{u"email1"_s, sent}})["email1"_L1].toString(),
                 u"old@example.com"_s);
    world.create(u"Contacts"_s, {{u"last_name"_s, u"None"_s}});
    QCOMPARE(
        world.update(u"Contacts"_s, world.lastId(), {{u"email1"_s, u"first@example.com"_s}})["email1"_L1].toString(),
        u"first@example.com"_s);
}

void TestSuiteCrmWrites::newerServersTakeTheAddress()
{
    SuiteCrmWorld world;
    world.configure({{u"email_update_fixed"_s, true}});
    world.create(u"Contacts"_s, {{u"email1"_s, u"old@example.com"_s}});
    QCOMPARE(world.update(u"Contacts"_s, world.lastId(), {{u"email1"_s, u"new@example.com"_s}})["email1"_L1].toString(),
             u"new@example.com"_s);
}

void TestSuiteCrmWrites::addressChangesByUnlinkAndLink()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"email1"_s, u"old@example.com"_s}});
    const QString contact = world.lastId();
    const QByteArray links = contactPath(contact) + "/relationships/email_addresses";
    const QString old = world.ids(links).value(0);
    QCOMPARE(world.send("DELETE", links + '/' + old.toLatin1()).status, 200);
    QVERIFY(world.refusal("DELETE", links + '/' + old.toLatin1()).contains("is not related"_L1));
    world.create(u"EmailAddress"_s,
                 {{u"email_address"_s, u"new@example.com"_s}, {u"email_address_caps"_s, u"NEW@EXAMPLE.COM"_s}});
    world.link(u"Contacts"_s, contact, u"email_addresses_primary"_s, u"EmailAddress"_s, world.lastId());
    QCOMPARE(world.attributes(u"Contacts"_s, contact)["email1"_L1].toString(), QString());
    world.link(u"Contacts"_s, contact, u"email_addresses"_s, u"EmailAddress"_s, world.lastId());
    QCOMPARE(world.attributes(u"Contacts"_s, contact)["email1"_L1].toString(), u"new@example.com"_s);
}

void TestSuiteCrmWrites::createWithoutFlagResubscribesEverybody()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"email1"_s, u"o@example.org"_s}, {u"email_opt_out"_s, u"1"_s}});
    const QString first = world.lastId();
    const auto optOut = [&] { return world.attributes(u"Contacts"_s, first)["email_opt_out"_L1].toString(); };
    QCOMPARE(optOut(), u"1"_s);
    world.update(u"Contacts"_s, first, {{u"email_opt_out"_s, u"0"_s}});
    QCOMPARE(optOut(), u"1"_s);
    world.create(u"Contacts"_s, {{u"email1"_s, u"O@Example.org"_s}});
    QCOMPARE(optOut(), u"0"_s);
    QCOMPARE(world.attributes(u"Contacts"_s, first)["email1"_L1].toString(), u"O@Example.org"_s);
}

void TestSuiteCrmWrites::addressRecordChangesEverybody()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"email1"_s, u"o@example.org"_s}});
    const QString contact = world.lastId();
    const QJsonValue before = world.stored(u"Contacts"_s, contact)["date_modified"_L1];
    world.clock().setSkew(60);
    const QString address =
        world.ids("module/EmailAddresses?page[number]=1&page[size]=5&filter[email_address_caps][eq]=O@EXAMPLE.ORG")
            .value(0);
    world.update(u"EmailAddress"_s, address, {{u"opt_out"_s, u"1"_s}, {u"invalid_email"_s, u"1"_s}});
    const QJsonObject after = world.stored(u"Contacts"_s, contact);
    QCOMPARE(after["email_opt_out"_L1].toString(), u"1"_s);
    QCOMPARE(after["invalid_email"_L1].toString(), u"1"_s);
    QCOMPARE(after["date_modified"_L1], before);
    QCOMPARE(world.attributes(u"Contacts"_s, contact)["email_opt_out"_L1].toString(), u"1"_s);
}

void TestSuiteCrmWrites::malformedAddressesAreDropped()
{
    SuiteCrmWorld world;
    QCOMPARE(world.create(u"Contacts"_s, {{u"email1"_s, u"not an email"_s}})["email1"_L1].toString(), QString());
    QVERIFY(world.crm().records(u"EmailAddresses"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestSuiteCrmWrites)
#include "tst_suitecrmwrites.moc"
