#include "sandbox/suitecrmworld.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

const QString firstId = u"11111111-aaaa-bbbb-cccc-000000000001"_s;
const QString secondId = u"22222222-aaaa-bbbb-cccc-000000000002"_s;

QByteArray contactPath(const QString &id)
{
    return "module/Contacts/" + id.toLatin1();
}

QJsonObject stored(SuiteCrmWorld &world, const QString &entity, const QString &id)
{
    for (const QJsonValue &record : world.crm().records(entity)) {
        if (record["id"_L1] == id)
            return record.toObject();
    }
    return {};
}

QString headerOf(const Response &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(value);
    }
    return {};
}

int lookUp(SuiteCrmWorld &world, const QString &filter)
{
    const QByteArray value = QUrl::toPercentEncoding(filter, "[]=&");
    return int(world.ids("module/Contacts?fields[Contacts]=last_name&page[number]=1&page[size]=1000&" + value).size());
}

QStringList walk(SuiteCrmWorld &world, const QByteArray &sort, int pages, int size)
{
    QStringList all;
    for (int page = 1; page <= pages; ++page)
        all += world.ids("module/Contacts?fields[Contacts]=last_name&sort=" + sort
                         + "&page[number]=" + QByteArray::number(page) + "&page[size]=" + QByteArray::number(size));
    return all;
}

void giveAllTheSameTime(SuiteCrmWorld &world)
{
    for (const QJsonValue &record : world.crm().records(u"Contacts"_s))
        world.ensure(u"Contacts"_s, record["id"_L1].toString(), {{u"date_modified"_s, u"2026-01-01 00:00:00"_s}});
}

/// Microseconds that one request takes on average.
qint64 costOf(int times, const std::function<void(int)> &request)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < times; ++i)
        request(i);
    return timer.nsecsElapsed() / 1000 / times;
}

} // namespace

/// The traps of SuiteCRM, one by one, and the switches of the sandbox.
class TestSuiteCrmRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sign-in
    void everyKindOfDemoSignInWorks();
    void wrongPasswordIsEchoed();
    void refreshEndsTheOldTokens();
    void expiredAndRevokedTokensAreRefused();
    void otherRootsLeadToTheSameSite();

    // Lists
    void sortingByEqualTimesLosesRecords();
    void walkingByIdFindsEverybody();
    void listWithoutPageHasTwentyRecordsAndNoLinks();
    void sizeWithoutNumberPointsToTheFirstPageAgain();
    void unknownParametersAreRefused();
    void datesInFiltersIgnoreTheirOffset();
    void unreadableDatesInFiltersReturnEverybody();
    void filtersOnComputedFieldsBreakTheJson();
    void addressFilterFindsFormerAddresses();
    void deletedRecordsAreNamedInARefusal();
    void answersMayBeCachedForAMonth();

    // Writes
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

    // E-mail
    void updateIgnoresTheAddress();
    void newerServersTakeTheAddress();
    void addressChangesByUnlinkAndLink();
    void createWithoutFlagResubscribesEverybody();
    void addressRecordChangesEverybody();
    void malformedAddressesAreDropped();

    // Relations
    void accountIdLinksAndUnlinks();
    void relationshipsMoveNoTimes();

    // The legacy API
    void legacyListsDeletedRecordsWithSeconds();
    void legacyKnowsLabelsAndOptions();

    // Hand edits, switches, speed
    void handEditsMoveTimesAndNameTheColleague();
    void mergeDeletesTheLoserAndFillsTheWinner();
    void restoredRecordsAreBack();
    void emptyListingHidesEverybody();
    void unknownSwitchesAreNamed();
    void resetBringsTheSeededDataBack();
    void seededPeopleHaveAccounts();
    void tenThousandContactsAreServedFast();
};

void TestSuiteCrmRules::everyKindOfDemoSignInWorks()
{
    SuiteCrmWorld world;
    QByteArray refresh;
    QVERIFY(!world.token("grant_type=client_credentials&client_id=demo&client_secret=demo").isEmpty());
    QVERIFY(!world.token("grant_type=password&client_id=demo&client_secret=demo&username=demo&password=demo", &refresh)
                 .isEmpty());
    QVERIFY(
        !world.token("grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=" + refresh).isEmpty());
}

void TestSuiteCrmRules::wrongPasswordIsEchoed()
{
    SuiteCrmWorld world;
    const Response response = world.crm().handle(
        suiteCrmRequest("POST", "/Api/access_token", "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=demo&client_secret=demo&username=demo&password=hunter2"));
    QCOMPARE(response.status, 500);
    QVERIFY(response.body.contains("hunter2"));
}

void TestSuiteCrmRules::refreshEndsTheOldTokens()
{
    SuiteCrmWorld world;
    const QByteArray client = "&client_id=demo&client_secret=demo";
    QByteArray refresh;
    const QByteArray old = world.token("grant_type=password&username=demo&password=demo" + client, &refresh);
    const QByteArray form = "grant_type=refresh_token&refresh_token=" + refresh + client;
    QVERIFY(!world.token(form).isEmpty());
    QVERIFY(world.token(form).isEmpty());
    Request request = suiteCrmRequest("GET", "/Api/V8/meta/modules");
    request.headers.emplaceBack("Authorization", "Bearer " + old);
    QCOMPARE(world.crm().handle(request).status, 401);
}

void TestSuiteCrmRules::expiredAndRevokedTokensAreRefused()
{
    for (const QString &name : {u"expire_tokens"_s, u"revoke_tokens"_s}) {
        SuiteCrmWorld world;
        QCOMPARE(world.send("GET", "meta/modules").status, 200);
        world.configure({{name, true}});
        QCOMPARE(world.send("GET", "meta/modules").status, 401);
    }
    SuiteCrmWorld world;
    world.clock().setSkew(3601);
    QCOMPARE(world.send("GET", "meta/modules").status, 401);
}

void TestSuiteCrmRules::otherRootsLeadToTheSameSite()
{
    SuiteCrmWorld world;
    for (const QByteArray root : {"/Api/V8/", "/Api/index.php/V8/", "/legacy/Api/V8/"}) {
        Request request = suiteCrmRequest("GET", root + "current-user");
        request.headers.emplaceBack("Authorization", "Bearer " + world.bearer());
        QCOMPARE(world.crm().handle(request).status, 200);
    }
    QCOMPARE(world.crm().handle(suiteCrmRequest("GET", "/api/V8/current-user")).status, 404);
}

void TestSuiteCrmRules::sortingByEqualTimesLosesRecords()
{
    SuiteCrmWorld world(200);
    giveAllTheSameTime(world);
    const QStringList delivered = walk(world, "date_modified", 10, 20);
    QCOMPARE(delivered.size(), 200);
    QVERIFY(QSet<QString>(delivered.begin(), delivered.end()).size() < 200);
    QCOMPARE(walk(world, "date_modified", 10, 20), delivered);
}

void TestSuiteCrmRules::walkingByIdFindsEverybody()
{
    SuiteCrmWorld world(200);
    QStringList found;
    QString last = u"0"_s;
    for (;;) {
        const QStringList page = world.ids(
            "module/Contacts?fields[Contacts]=last_name&sort=id&page[number]=1&page[size]="
            "30&filter[id][gt]="
            + last.toLatin1());
        if (page.isEmpty())
            break;
        found += page;
        last = page.last();
    }
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), 200);
    QCOMPARE(found.size(), 200);
}

void TestSuiteCrmRules::listWithoutPageHasTwentyRecordsAndNoLinks()
{
    SuiteCrmWorld world(30);
    const QJsonObject list = world.get("module/Contacts");
    QCOMPARE(list["data"_L1].toArray().size(), 20);
    QCOMPARE(list.keys(), QStringList{u"data"_s});
}

void TestSuiteCrmRules::sizeWithoutNumberPointsToTheFirstPageAgain()
{
    SuiteCrmWorld world(30);
    const QString next = world.get("module/Contacts?page[size]=10")["links"_L1]["next"_L1].toString();
    QVERIFY2(next.endsWith("page[size]=10&page[number]=1"_L1), qPrintable(next));
}

void TestSuiteCrmRules::unknownParametersAreRefused()
{
    SuiteCrmWorld world;
    QVERIFY(world.refusal("GET", "module/Contacts?_=1").contains("does not exist"_L1));
    QVERIFY(world.refusal("GET", "module/Contacts?filter[nope][eq]=1").contains("is not found"_L1));
    QVERIFY(world.refusal("GET", "module/Contacts?filter[title][in]=1").contains("is invalid"_L1));
}

void TestSuiteCrmRules::datesInFiltersIgnoreTheirOffset()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {{u"date_modified"_s, u"2026-05-01 01:00:00"_s}});
    QCOMPARE(lookUp(world, u"filter[date_modified][gt]=2026-05-01T02:00:00+02:00"_s), 0);
    QCOMPARE(lookUp(world, u"filter[date_modified][gt]=2026-05-01 00:00:00"_s), 1);
}

void TestSuiteCrmRules::unreadableDatesInFiltersReturnEverybody()
{
    SuiteCrmWorld world(25);
    QCOMPARE(lookUp(world, u"filter[date_modified][gt]=05/01/2036 00:00"_s), 25);
    QCOMPARE(lookUp(world, u"filter[date_modified][gte]=soon"_s), 25);
}

void TestSuiteCrmRules::filtersOnComputedFieldsBreakTheJson()
{
    SuiteCrmWorld world;
    for (const QByteArray query : {"filter[account_name][eq]=x", "filter[email_opt_out][eq]=1", "sort=email1"}) {
        const Response response = world.send("GET", "module/Contacts?" + query);
        QCOMPARE(response.status, 400);
        QVERIFY(QJsonDocument::fromJson(response.body).isNull());
        QVERIFY(response.body.endsWith("suitecrm.log for details."));
    }
}

void TestSuiteCrmRules::addressFilterFindsFormerAddresses()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"last_name"_s, u"Moved"_s}, {u"email1"_s, u"old@example.com"_s}});
    world.ensure(u"Contacts"_s, world.lastId(), {{u"email1"_s, u"new@example.com"_s}});
    QCOMPARE(lookUp(world, u"filter[email1][eq]=OLD@example.com"_s), 1);
    QCOMPARE(lookUp(world, u"filter[email1][like]=new@%"_s), 1);
    QCOMPARE(world.attributes(u"Contacts"_s, world.lastId())["email1"_L1].toString(), u"new@example.com"_s);
}

void TestSuiteCrmRules::deletedRecordsAreNamedInARefusal()
{
    SuiteCrmWorld world;
    for (const QString &id : {secondId, firstId}) {
        world.ensure(u"Contacts"_s, id, {});
        QCOMPARE(world.send("DELETE", contactPath(id)).status, 200);
    }
    const QByteArray list = "module/Contacts?filter[deleted][eq]=1&sort=id&page[number]=1&page[size]=1";
    QCOMPARE(world.refusal("GET", list), QString(u"Contacts module with id "_s + firstId + u" is not found"_s));
    QCOMPARE(world.refusal("GET", list + "&filter[id][gt]=" + firstId.toLatin1()),
             QString(u"Contacts module with id "_s + secondId + u" is not found"_s));
    QCOMPARE(world.send("GET", list + "&filter[id][gt]=" + secondId.toLatin1()).status, 200);
}

void TestSuiteCrmRules::answersMayBeCachedForAMonth()
{
    SuiteCrmWorld world(1);
    const Response good = world.send("GET", "module/Contacts");
    QCOMPARE(headerOf(good, "Cache-Control"), u"max-age=2592000"_s);
    QVERIFY(!good.closeConnection);
    const Response bad = world.send("GET", contactPath(firstId));
    QCOMPARE(headerOf(bad, "Cache-Control"), QString());
    QVERIFY(bad.closeConnection);
}

void TestSuiteCrmRules::isoDateTimesAreStoredEmpty()
{
    SuiteCrmWorld world;
    for (const QString &sent : {u"2026-12-01T10:30:45Z"_s, u"2026-12-01T10:30:45+02:00"_s, u"2026-12-01 10:30"_s})
        QCOMPARE(world.create(u"Tasks"_s, {{u"name"_s, u"T"_s}, {u"date_due"_s, sent}})["date_due"_L1].toString(),
                 QString());
    QCOMPARE(world.create(u"Tasks"_s, {{u"date_due"_s, u"2026-12-01 10:30:45"_s}})["date_due"_L1].toString(),
             u"2026-12-01T10:30:00+00:00"_s);
    QCOMPARE(world.create(u"Contacts"_s, {{u"birthdate"_s, u"1980-02-30"_s}})["birthdate"_L1].toString(), QString());
}

void TestSuiteCrmRules::amountsInTextFollowTheUsersSeparators()
{
    SuiteCrmWorld world;
    world.configure({{u"user_decimal_comma"_s, true}});
    QCOMPARE(world.create(u"Contacts"_s, {{u"credit_limit_c"_s, u"1234.56"_s}})["credit_limit_c"_L1].toString(),
             u"123456.000000"_s);
    QCOMPARE(world.create(u"Contacts"_s, {{u"credit_limit_c"_s, 1234.56}})["credit_limit_c"_L1].toString(),
             u"1234.560000"_s);
}

void TestSuiteCrmRules::longTextsAreCutAndNamesTrimmed()
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

void TestSuiteCrmRules::nullLeavesTheOldValue()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"title"_s, u"CEO"_s}, {u"department"_s, u"Sales"_s}});
    const QJsonObject after = world.update(u"Contacts"_s, world.lastId(),
                                           {{u"title"_s, QJsonValue::Null}, {u"department"_s, QString()}});
    QCOMPARE(after["title"_L1].toString(), u"CEO"_s);
    QCOMPARE(after["department"_L1].toString(), QString());
}

void TestSuiteCrmRules::idInAttributesStoresNothing()
{
    SuiteCrmWorld world;
    QCOMPARE(
        world.send("POST", "module", recordBody(u"Contacts"_s, {{u"id"_s, firstId}, {u"last_name"_s, u"X"_s}})).status,
        201);
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 400);
    QVERIFY(world.crm().records(u"Contacts"_s).isEmpty());
}

void TestSuiteCrmRules::ownIdMakesCreatesRepeatable()
{
    SuiteCrmWorld world;
    const QJsonObject body = recordBody(u"Contacts"_s, {{u"last_name"_s, u"Once"_s}}, firstId.toUpper());
    QCOMPARE(world.send("POST", "module", body).status, 201);
    QVERIFY(world.refusal("POST", "module", body).endsWith("is already exist"_L1));
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 200);
    world.send("DELETE", contactPath(firstId));
    QVERIFY(world.refusal("POST", "module", body).endsWith("is already exist"_L1));
}

void TestSuiteCrmRules::tagLikeTextsVanish()
{
    SuiteCrmWorld world;
    const auto lastName = [&](const QString &text) {
        world.create(u"Contacts"_s, {{u"last_name"_s, text}});
        return stored(world, u"Contacts"_s, world.lastId())["last_name"_L1].toString();
    };
    QCOMPARE(lastName(u"Jane <jane@example.com>"_s), u"Jane "_s);
    QCOMPARE(lastName(u"a < b & c"_s), u"a < b & c"_s);
    QCOMPARE(lastName(u"O'Neil \"Q\""_s), u"O'Neil \"Q\""_s);
    QCOMPARE(world.attributes(u"Contacts"_s, world.lastId())["last_name"_L1].toString(),
             u"O&#039;Neil &quot;Q&quot;"_s);
}

void TestSuiteCrmRules::clientsMaySetTimes()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s,
                 {{u"date_entered"_s, u"2020-01-02 03:04:05"_s}, {u"date_modified"_s, u"2020-01-02 03:04:05"_s}});
    const QJsonObject record = stored(world, u"Contacts"_s, world.lastId());
    QCOMPARE(record["date_entered"_L1].toString(), u"2020-01-02 03:04:05"_s);
    QCOMPARE(record["date_modified"_L1].toString(), u"2020-01-02 03:04:05"_s);
}

void TestSuiteCrmRules::everyUpdateMovesTheTime()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"title"_s, u"CEO"_s}});
    const QJsonValue before = stored(world, u"Contacts"_s, world.lastId())["date_modified"_L1];
    world.clock().setSkew(5);
    world.update(u"Contacts"_s, world.lastId(), {{u"title"_s, u"CEO"_s}});
    QVERIFY(stored(world, u"Contacts"_s, world.lastId())["date_modified"_L1] != before);
}

void TestSuiteCrmRules::timesLoseTheirSeconds()
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

void TestSuiteCrmRules::fourByteCharactersAreLostInOldTables()
{
    SuiteCrmWorld world;
    world.configure({{u"utf8mb3"_s, true}});
    QCOMPARE(world.create(u"Contacts"_s, {{u"last_name"_s, u"ä 😀"_s}})["last_name"_L1].toString(), u"ä ????"_s);
}

void TestSuiteCrmRules::customFieldsOfEveryTypeAreStored()
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
    QCOMPARE(lookUp(world, u"filter[score_c][gt]=41"_s), 1);
    const QJsonObject meta = world.get("meta/fields/Contacts")["data"_L1]["attributes"_L1]["tier_c"_L1].toObject();
    QCOMPARE(meta["source"_L1].toString(), u"custom_fields"_s);
}

void TestSuiteCrmRules::updateIgnoresTheAddress()
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

void TestSuiteCrmRules::newerServersTakeTheAddress()
{
    SuiteCrmWorld world;
    world.configure({{u"email_update_fixed"_s, true}});
    world.create(u"Contacts"_s, {{u"email1"_s, u"old@example.com"_s}});
    QCOMPARE(world.update(u"Contacts"_s, world.lastId(), {{u"email1"_s, u"new@example.com"_s}})["email1"_L1].toString(),
             u"new@example.com"_s);
}

void TestSuiteCrmRules::addressChangesByUnlinkAndLink()
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

void TestSuiteCrmRules::createWithoutFlagResubscribesEverybody()
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

void TestSuiteCrmRules::addressRecordChangesEverybody()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"email1"_s, u"o@example.org"_s}});
    const QString contact = world.lastId();
    const QJsonValue before = stored(world, u"Contacts"_s, contact)["date_modified"_L1];
    world.clock().setSkew(60);
    const QString address =
        world.ids("module/EmailAddresses?page[number]=1&page[size]=5&filter[email_address_caps][eq]=O@EXAMPLE.ORG")
            .value(0);
    world.update(u"EmailAddress"_s, address, {{u"opt_out"_s, u"1"_s}, {u"invalid_email"_s, u"1"_s}});
    const QJsonObject after = stored(world, u"Contacts"_s, contact);
    QCOMPARE(after["email_opt_out"_L1].toString(), u"1"_s);
    QCOMPARE(after["invalid_email"_L1].toString(), u"1"_s);
    QCOMPARE(after["date_modified"_L1], before);
    QCOMPARE(world.attributes(u"Contacts"_s, contact)["email_opt_out"_L1].toString(), u"1"_s);
}

void TestSuiteCrmRules::malformedAddressesAreDropped()
{
    SuiteCrmWorld world;
    QCOMPARE(world.create(u"Contacts"_s, {{u"email1"_s, u"not an email"_s}})["email1"_L1].toString(), QString());
    QVERIFY(world.crm().records(u"EmailAddresses"_s).isEmpty());
}

void TestSuiteCrmRules::accountIdLinksAndUnlinks()
{
    SuiteCrmWorld world;
    world.ensure(u"Accounts"_s, firstId, {{u"name"_s, u"Acme"_s}});
    const QJsonObject made = world.create(u"Contacts"_s, {{u"account_id"_s, firstId}});
    QCOMPARE(made["account_name"_L1].toString(), u"Acme"_s);
    const QString contact = world.lastId();
    QCOMPARE(world.ids("module/Accounts/" + firstId.toLatin1() + "/relationships/contacts"), QStringList{contact});
    world.ensure(u"Accounts"_s, firstId, {{u"name"_s, u"Acme 2"_s}});
    QCOMPARE(world.attributes(u"Contacts"_s, contact)["account_name"_L1].toString(), u"Acme 2"_s);
    QCOMPARE(world.update(u"Contacts"_s, contact, {{u"account_id"_s, secondId}})["account_id"_L1].toString(),
             QString());
}

void TestSuiteCrmRules::relationshipsMoveNoTimes()
{
    SuiteCrmWorld world;
    world.ensure(u"Accounts"_s, firstId, {});
    world.ensure(u"Contacts"_s, secondId, {});
    const QJsonValue before = stored(world, u"Contacts"_s, secondId)["date_modified"_L1];
    world.clock().setSkew(60);
    world.link(u"Accounts"_s, firstId, u"contacts"_s, u"Contacts"_s, secondId);
    const QJsonObject after = stored(world, u"Contacts"_s, secondId);
    QCOMPARE(after["account_id"_L1].toString(), firstId);
    QCOMPARE(after["date_modified"_L1], before);
}

void TestSuiteCrmRules::legacyListsDeletedRecordsWithSeconds()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {{u"date_modified"_s, u"2026-07-01 08:30:45"_s}});
    world.ensure(u"Contacts"_s, secondId, {});
    world.send("DELETE", contactPath(secondId));
    const QJsonObject arguments{{u"session"_s, world.legacyLogin()},
                                {u"module_name"_s, u"Contacts"_s},
                                {u"query"_s, u"contacts.date_modified >= '2026-01-01 00:00:00'"_s},
                                {u"order_by"_s, u"contacts.id"_s},
                                {u"offset"_s, 0},
                                {u"select_fields"_s, QJsonArray{u"date_modified"_s, u"deleted"_s}},
                                {u"max_results"_s, 100},
                                {u"deleted"_s, 1}};
    const QJsonArray list = world.legacy(u"get_entry_list"_s, arguments)["entry_list"_L1].toArray();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0]["name_value_list"_L1]["date_modified"_L1]["value"_L1].toString(), u"2026-07-01 08:30:45"_s);
    QCOMPARE(list[1]["name_value_list"_L1]["deleted"_L1]["value"_L1].toString(), u"1"_s);
}

void TestSuiteCrmRules::legacyKnowsLabelsAndOptions()
{
    SuiteCrmWorld world;
    const QJsonObject fields = world
                                   .legacy(u"get_module_fields"_s,
                                           {{u"session"_s, world.legacyLogin()},
                                            {u"module_name"_s, u"Contacts"_s}})["module_fields"_L1]
                                   .toObject();
    QCOMPARE(fields["tier_c"_L1]["options"_L1]["gold"_L1]["value"_L1].toString(), u"Gold"_s);
    QCOMPARE(fields["nickname_c"_L1]["label"_L1].toString(), u"Nickname"_s);
}

void TestSuiteCrmRules::handEditsMoveTimesAndNameTheColleague()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"last_name"_s, u"A"_s}, {u"email1"_s, u"a@example.com"_s}});
    world.clock().setSkew(7);
    world.ensure(u"Contacts"_s, world.lastId(), {{u"title"_s, u"CTO"_s}, {u"email1"_s, u"b@example.com"_s}});
    const QJsonObject record = stored(world, u"Contacts"_s, world.lastId());
    QCOMPARE(record["email1"_L1].toString(), u"b@example.com"_s);
    QVERIFY(record["date_modified"_L1].toString().endsWith(":07"_L1));
    QVERIFY(record["modified_user_id"_L1].toString() != "1"_L1);
}

void TestSuiteCrmRules::mergeDeletesTheLoserAndFillsTheWinner()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {{u"last_name"_s, u"A"_s}, {u"title"_s, u"CTO"_s}});
    world.ensure(u"Contacts"_s, secondId, {{u"last_name"_s, u"B"_s}});
    world.crm().edit(
        {{u"action"_s, u"merge"_s}, {u"entity"_s, u"Contacts"_s}, {u"id"_s, firstId}, {u"into"_s, secondId}});
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 400);
    const QJsonObject winner = stored(world, u"Contacts"_s, secondId);
    QCOMPARE(winner["last_name"_L1].toString(), u"B"_s);
    QCOMPARE(winner["title"_L1].toString(), u"CTO"_s);
}

void TestSuiteCrmRules::restoredRecordsAreBack()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {});
    world.send("DELETE", contactPath(firstId));
    world.crm().edit({{u"action"_s, u"restore"_s}, {u"entity"_s, u"Contacts"_s}, {u"id"_s, firstId}});
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 200);
}

void TestSuiteCrmRules::emptyListingHidesEverybody()
{
    SuiteCrmWorld world(5);
    world.configure({{u"empty_listing"_s, true}});
    QVERIFY(world.ids("module/Contacts?page[number]=1&page[size]=5").isEmpty());
    world.configure({{u"empty_listing"_s, false}});
    QCOMPARE(world.ids("module/Contacts?page[number]=1&page[size]=5").size(), 5);
}

void TestSuiteCrmRules::unknownSwitchesAreNamed()
{
    SuiteCrmWorld world;
    QVERIFY(world.crm().configure({{u"nope"_s, true}})["error"_L1].toString().contains("nope"_L1));
}

void TestSuiteCrmRules::resetBringsTheSeededDataBack()
{
    SuiteCrmWorld world(20);
    const QJsonArray before = world.crm().records(u"Contacts"_s);
    world.send("DELETE", contactPath(before[0]["id"_L1].toString()));
    world.crm().reset();
    QCOMPARE(world.crm().records(u"Contacts"_s), before);
}

void TestSuiteCrmRules::seededPeopleHaveAccounts()
{
    SuiteCrmWorld world(100);
    int linked = 0;
    const QJsonArray contacts = world.crm().records(u"Contacts"_s);
    QCOMPARE(contacts.size(), 100);
    for (const QJsonValue &contact : contacts)
        linked += contact["account_name"_L1].toString().isEmpty() ? 0 : 1;
    QVERIFY(linked > 70);
    QVERIFY(world.crm().records(u"Accounts"_s).size() >= 10);
}

/// The benchmark asks thousands of times; generous limits, so that a busy machine passes.
void TestSuiteCrmRules::tenThousandContactsAreServedFast()
{
    SuiteCrmWorld world(10000);
    const QByteArray page = "module/Contacts?fields[Contacts]=first_name,last_name,email1,phone_work,account_id,"
                            "date_modified,title&sort=id&page[number]=1&page[size]=200";
    const auto contact = [&](int i) { return world.crm().records(u"Contacts"_s)[i]["id"_L1].toString(); };
    const QString id = contact(5000);
    world.send("GET", page);
    const qint64 list = costOf(20, [&](int) { world.send("GET", page); });
    const qint64 single = costOf(500, [&](int) { world.send("GET", contactPath(id)); });
    const qint64 update = costOf(500, [&](int i) {
        world.send("PATCH", "module", recordBody(u"Contacts"_s, {{u"title"_s, QString::number(i)}}, id));
    });
    const qint64 create = costOf(500, [&](int i) {
        world.send("POST", "module",
                   recordBody(u"Contacts"_s, {{u"last_name"_s, u"N"_s}, {u"email1"_s, u"n%1@example.net"_s.arg(i)}}));
    });
    const qint64 search = costOf(500, [&](int i) {
        world.send("GET",
                   "module/Contacts?page[number]=1&page[size]=5&fields[Contacts]=email1&filter[email1][eq]=n"
                       + QByteArray::number(i) + "@example.net");
    });
    qInfo("page of 200: %lld us, read: %lld us, update: %lld us, create: %lld us, search by address: %lld us", list,
          single, update, create, search);
    QVERIFY(list < 100'000);
    QVERIFY(single < 2'000);
    QVERIFY(update < 5'000);
    QVERIFY(create < 5'000);
    QVERIFY(search < 2'000);
}

QTEST_GUILESS_MAIN(TestSuiteCrmRules)
#include "tst_suitecrmrules.moc"
