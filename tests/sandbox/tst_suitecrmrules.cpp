#include "sandbox/suitecrmworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

QString headerOf(const Response &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(value);
    }
    return {};
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

} // namespace

/// The traps of SuiteCRM that a reader can fall into, one by one: sign-in, lists, relations, the legacy API.
class TestSuiteCrmRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfDemoSignInWorks();
    void wrongPasswordIsEchoed();
    void refreshEndsTheOldTokens();
    void expiredAndRevokedTokensAreRefused();
    void otherRootsLeadToTheSameSite();
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
    void accountIdLinksAndUnlinks();
    void relationshipsMoveNoTimes();
    void legacyListsDeletedRecordsWithSeconds();
    void legacyKnowsLabelsAndOptions();
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
    QCOMPARE(world.lookUp(u"filter[date_modified][gt]=2026-05-01T02:00:00+02:00"_s), 0);
    QCOMPARE(world.lookUp(u"filter[date_modified][gt]=2026-05-01 00:00:00"_s), 1);
}

void TestSuiteCrmRules::unreadableDatesInFiltersReturnEverybody()
{
    SuiteCrmWorld world(25);
    QCOMPARE(world.lookUp(u"filter[date_modified][gt]=05/01/2036 00:00"_s), 25);
    QCOMPARE(world.lookUp(u"filter[date_modified][gte]=soon"_s), 25);
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
    QCOMPARE(world.lookUp(u"filter[email1][eq]=OLD@example.com"_s), 1);
    QCOMPARE(world.lookUp(u"filter[email1][like]=new@%"_s), 1);
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
    const QJsonValue before = world.stored(u"Contacts"_s, secondId)["date_modified"_L1];
    world.clock().setSkew(60);
    world.link(u"Accounts"_s, firstId, u"contacts"_s, u"Contacts"_s, secondId);
    const QJsonObject after = world.stored(u"Contacts"_s, secondId);
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

QTEST_GUILESS_MAIN(TestSuiteCrmRules)
#include "tst_suitecrmrules.moc"
