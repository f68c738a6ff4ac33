#include "sandbox/mauticworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

constexpr qint64 start = 1'800'000'000; // 2027-01-15 08:00:00

QByteArray where(int at, const char *column, const char *expression, const QString &value)
{
    const QByteArray head = "where[" + QByteArray::number(at) + "]";
    return head + "[col]=" + column + '&' + head + "[expr]=" + expression + '&' + head
        + "[val]=" + QUrl::toPercentEncoding(value);
}

QStringList idsOf(const QJsonObject &answer)
{
    QStringList ids = answer["contacts"_L1].toObject().keys();
    std::ranges::sort(ids, {}, [](const QString &id) { return id.toInt(); });
    return ids;
}

QString total(const QJsonObject &answer)
{
    return answer["total"_L1].toString();
}

/// Four contacts, made at a frozen time, with standard fields only.
class SmallWorld : public MauticWorld
{
public:
    SmallWorld()
    {
        clock().freeze(start);
        addContact({{u"firstname"_s, u"Ada"_s}, {u"email"_s, u"Ada@Example.test"_s}, {u"city"_s, u"Köln"_s}});
        addContact({{u"firstname"_s, u"Bob"_s}, {u"lastname"_s, u"A & B"_s}, {u"city"_s, u"Bonn"_s}});
        addContact({{u"firstname"_s, u"Cem"_s}, {u"email"_s, u"cem@example.test"_s}});
        addContact({});
    }
    int addContact(const QJsonObject &fields)
    {
        return sendJson("POST", "/api/contacts/new", fields)["contact"_L1]["id"_L1].toInt();
    }
    QJsonObject list(const QByteArray &query) { return sendJson("GET", "/api/contacts?" + query); }
    QJsonValue modified(int id)
    {
        return sendJson("GET", "/api/contacts/" + QByteArray::number(id))["contact"_L1]["dateModified"_L1];
    }
    QJsonObject patch(int id, const QJsonObject &body)
    {
        return sendJson("PATCH", "/api/contacts/" + QByteArray::number(id) + "/edit", body);
    }
};

} // namespace

/// The rules of docs/crm/mautic.md that need more than one exchange to be seen.
class TestMauticRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filterFindsWhatMauticFinds_data();
    void filterFindsWhatMauticFinds();
    void wrongQueryIsA500_data();
    void wrongQueryIsA500();
    void contactIsNeverModifiedUntilItsFirstEdit();
    void sameValueMovesNoDate();
    void blankIsKeptUnlessOverwritten();
    void pagingByIdVisitsEveryContactOnce();
    void itemWithoutIdShiftsTheBatch();
    void mergeShowsAsMergeAndDelete();
    void companyTextMakesACompanyAndKeepsTheOldLink();
    void contactJoinsAndLeavesASegmentWithoutBeingModified();
    void stageIsKnownByItsName();
    void noteIsMadeChangedAndDeleted();
    void usersEmailsAndActivityAreListed();
    void expiredTokenIsRefusedAndRotatedOnceOnly();
    void deletedBuiltInFieldIsGoneFromEveryContact();
    void sameSeedGivesTheSameContacts();
    void neighboursInThePoolOverlapByHalf();
    void seededDataHasTheFlawsOfRealData();
    void resetBringsTheSeededDataBack();
};

void TestMauticRules::filterFindsWhatMauticFinds_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("ids");
    QTest::newRow("eq folds case") << where(0, "email", "eq", u"ADA@example.TEST"_s) << u"1"_s;
    QTest::newRow("eq folds accents") << where(0, "city", "eq", u"koln"_s) << u"1"_s;
    QTest::newRow("eq never matches an ampersand") << where(0, "lastname", "eq", u"A & B"_s) << QString();
    QTest::newRow("in matches an ampersand") << where(0, "lastname", "in", u"\"A & B\""_s) << u"2"_s;
    QTest::newRow("neq leaves null out") << where(0, "city", "neq", u"Bonn"_s) << u"1"_s;
    QTest::newRow("like") << where(0, "email", "like", u"%@example.test"_s) << u"1,3"_s;
    QTest::newRow("unknown operator returns everything") << where(0, "id", "startsWith", u"1"_s) << u"1,2,3,4"_s;
    QTest::newRow("notIn") << where(0, "id", "notIn", u"1,2"_s) << u"3,4"_s;
    QTest::newRow("isNull") << where(0, "email", "isNull", QString()) << u"2,4"_s;
    QTest::newRow("two conditions") << where(0, "id", "gt", u"1"_s) + '&' + where(1, "id", "lte", u"3"_s) << u"2,3"_s;
    QTest::newRow("property name at the top") << where(0, "dateAdded", "gte", u"2027-01-15 08:00:00"_s) << u"1,2,3,4"_s;
    QTest::newRow("offset is ignored") << where(0, "date_added", "gt", u"2027-01-15T08:00:00-05:00"_s) << QString();
    QTest::newRow("anonymous") << "search=is%3Aanonymous"_ba << u"4"_s;
    QTest::newRow("not anonymous") << "search=%21is%3Aanonymous"_ba << u"1,2,3"_s;
    QTest::newRow("search by ids") << "search=ids%3A2%2C3"_ba << u"2,3"_s;
    QTest::newRow("search by address") << "search=email%3Acem"_ba << u"3"_s;
    QTest::newRow("orX") << "where[0][expr]=orX&where[0][val][0][col]=id&where[0][val][0][expr]=eq&where[0][val][0]["
                            "val]=1&where[0][val][1]"
                            "[col]=city&where[0][val][1][expr]=eq&where[0][val][1][val]=Bonn"_ba
                         << u"1,2"_s;
    QTest::newRow("limit 0 is everything") << "limit=0"_ba << u"1,2,3,4"_s;
}

void TestMauticRules::filterFindsWhatMauticFinds()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, ids);
    SmallWorld world;
    const QJsonObject answer = world.list(query);
    QCOMPARE(idsOf(answer).join(u','), ids);
    QCOMPARE(total(answer), QString::number(ids.isEmpty() ? 0 : ids.count(u',') + 1));
}

void TestMauticRules::wrongQueryIsA500_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("unknown column") << where(0, "no_such", "eq", u"1"_s);
    QTest::newRow("property name inside orX")
        << "where[0][expr]=orX&where[0][val][0][col]=dateAdded&where[0][val][0][expr]=gte&where[0][val][0][val]=2026"_ba;
    QTest::newRow("array for in") << "where[0][col]=id&where[0][expr]=in&where[0][val][]=1"_ba;
    QTest::newRow("order by a property name") << "orderBy=dateModified"_ba;
    QTest::newRow("unknown direction") << "orderBy=id&orderByDir=sideways"_ba;
    QTest::newRow("negative limit") << "limit=-1"_ba;
    QTest::newRow("select without id") << "select[]=email"_ba;
}

void TestMauticRules::wrongQueryIsA500()
{
    QFETCH(QByteArray, query);
    SmallWorld world;
    QCOMPARE(world.send("GET", "/api/contacts?" + query).status, 500);
}

void TestMauticRules::contactIsNeverModifiedUntilItsFirstEdit()
{
    SmallWorld world;
    QVERIFY(world.modified(1).isNull());
    world.clock().freeze(start + 60);
    world.patch(1, {{u"city"_s, u"Ulm"_s}});
    QCOMPARE(world.modified(1).toString(), u"2027-01-15T08:01:00+00:00"_s);
}

void TestMauticRules::sameValueMovesNoDate()
{
    SmallWorld world;
    world.patch(1, {{u"city"_s, u"Köln"_s}, {u"tags"_s, QJsonArray()}});
    QVERIFY(world.modified(1).isNull());
    world.patch(1, {{u"tags"_s, QJsonArray{u"new"_s}}});
    QVERIFY(!world.modified(1).isNull());
}

void TestMauticRules::blankIsKeptUnlessOverwritten()
{
    SmallWorld world;
    world.patch(1, {{u"city"_s, u""_s}});
    QCOMPARE(world.contact(1)["city"_L1].toString(), u"Köln"_s);
    world.patch(1, {{u"city"_s, QJsonValue()}, {u"overwriteWithBlank"_s, true}});
    QVERIFY(world.contact(1)["city"_L1].isNull());
    QCOMPARE(world.contact(1)["firstname"_L1].toString(), u"Ada"_s);
}

void TestMauticRules::pagingByIdVisitsEveryContactOnce()
{
    MauticWorld world(250);
    QStringList seen;
    int last = 0;
    while (true) {
        const QJsonObject answer = world.sendJson(
            "GET", "/api/contacts?limit=100&orderBy=id&orderByDir=asc&" + where(0, "id", "gt", QString::number(last)));
        const QStringList ids = idsOf(answer);
        seen += ids;
        if (ids.size() < 100)
            break;
        last = ids.last().toInt();
    }
    QCOMPARE(seen.size(), 250);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 250);
}

void TestMauticRules::itemWithoutIdShiftsTheBatch()
{
    SmallWorld world;
    const QJsonObject answer = world.sendJson("PATCH", "/api/contacts/batch/edit",
                                              QJsonArray{QJsonObject{{u"city"_s, u"NOID"_s}},
                                                         QJsonObject{{u"id"_s, 1}, {u"city"_s, u"ONE"_s}},
                                                         QJsonObject{{u"id"_s, 2}, {u"city"_s, u"TWO"_s}}});
    QCOMPARE(answer["statusCodes"_L1].toArray(), (QJsonArray{400, 200, 404}));
    QCOMPARE(world.contact(1)["city"_L1].toString(), u"NOID"_s);
    QCOMPARE(world.contact(2)["city"_L1].toString(), u"ONE"_s);
}

void TestMauticRules::mergeShowsAsMergeAndDelete()
{
    SmallWorld world;
    world.edit({{u"action"_s, u"merge"_s}, {u"entity"_s, u"contacts"_s}, {u"id"_s, 3}, {u"into"_s, 2}});
    QCOMPARE(world.send("GET", "/api/contacts/3").status, 404);
    QCOMPARE(world.contact(2)["email"_L1].toString(), u"cem@example.test"_s);
    QCOMPARE(world.contact(2)["firstname"_L1].toString(), u"Bob"_s);
    const QJsonArray rows =
        world.sendJson("GET", "/api/stats/audit_log?" + where(0, "object_id", "eq", u"3"_s))["stats"_L1].toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[1]["action"_L1].toString(), u"merge"_s);
    QCOMPARE(rows[1]["details"_L1].toString(), u"a:1:{s:11:\"merged_into\";i:2;}"_s);
    QCOMPARE(rows[2]["action"_L1].toString(), u"delete"_s);
}

void TestMauticRules::companyTextMakesACompanyAndKeepsTheOldLink()
{
    SmallWorld world;
    world.patch(1, {{u"company"_s, u"First AG"_s}});
    world.patch(1, {{u"company"_s, u"Second AG"_s}});
    const QJsonArray rows = world.sendJson("GET", "/api/contacts/1/companies")["companies"_L1].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0]["is_primary"_L1].toString(), u"0"_s);
    QCOMPARE(rows[1]["companyname"_L1].toString(), u"Second AG"_s);
    QCOMPARE(rows[1]["is_primary"_L1].toString(), u"1"_s);
}

void TestMauticRules::contactJoinsAndLeavesASegmentWithoutBeingModified()
{
    MauticWorld world;
    world.addRecordedRecords(1);
    const int segment = world
                            .edit({{u"action"_s, u"create"_s},
                                   {u"entity"_s, u"segments"_s},
                                   {u"fields"_s, QJsonObject{{u"name"_s, u"News"_s}, {u"alias"_s, u"news"_s}}}})
                            .value(u"id"_s)
                            .toInt();
    const QByteArray member = "/api/segments/" + QByteArray::number(segment) + "/contact/1/";
    const auto modified = [&] { return world.sendJson("GET", "/api/contacts/1")[u"contact"_s][u"dateModified"_s]; };
    const QJsonValue before = modified();
    QCOMPARE(world.sendJson("POST", member + "add")[u"success"_s].toInt(), 1);
    QCOMPARE(world.sendJson("GET", "/api/contacts/1/segments")[u"lists"_s][u"1"_s][u"alias"_s].toString(), u"news"_s);
    const auto row = [&] {
        return world
            .sendJson("GET", "/api/stats/lead_lists_leads?where[0][col]=lead_id&where[0][expr]=in&where[0][val]=1")
            .value(u"stats"_s)
            .toArray()
            .at(0);
    };
    QCOMPARE(row()[u"manually_removed"_s].toString(), u"0"_s);
    QCOMPARE(world.sendJson("POST", member + "remove")[u"success"_s].toInt(), 1);
    QCOMPARE(row()[u"manually_removed"_s].toString(), u"1"_s); // remembered, so that a filter does not add it again
    QCOMPARE(world.sendJson("GET", "/api/contacts/1/segments")[u"total"_s].toInt(), 0);
    QCOMPARE(modified(), before);
    QCOMPARE(world.send("POST", "/api/segments/9/contact/1/add").status, 404);
    QCOMPARE(world.send("POST", "/api/segments/1/contact/999/add").status, 404);
}

void TestMauticRules::stageIsKnownByItsName()
{
    MauticWorld world;
    world.addRecordedRecords(1);
    world.edit(
        {{u"action"_s, u"create"_s}, {u"entity"_s, u"stages"_s}, {u"fields"_s, QJsonObject{{u"name"_s, u"Kunde"_s}}}});
    world.sendJson("POST", "/api/stages/1/contact/1/add");
    const auto stage = [&] { return world.sendJson("GET", "/api/contacts/1")[u"contact"_s][u"stage"_s]; };
    QCOMPARE(stage()[u"name"_s].toString(), u"Kunde"_s);
    world.sendJson("POST", "/api/stages/1/contact/1/remove");
    QVERIFY(stage().isNull());
}

void TestMauticRules::noteIsMadeChangedAndDeleted()
{
    MauticWorld world;
    world.addRecordedRecords(1);
    const QJsonObject note{{u"lead"_s, 1}, {u"text"_s, u"Erste"_s}, {u"dateTime"_s, u"2026-11-24 04:00:00"_s}};
    const auto made = world.send("POST", "/api/notes/new", note);
    QCOMPARE(made.status, 201);
    const auto list = [&] { return world.sendJson("GET", "/api/notes")[u"notes"_s].toArray(); };
    QCOMPARE(list().at(0)[u"dateTime"_s].toString(), u"2026-11-24T04:00:00+00:00"_s);
    QCOMPARE(list().at(0)[u"lead"_s][u"id"_s].toInt(), 1);
    world.send("PATCH", "/api/notes/1/edit", QJsonObject{{u"text"_s, u"Zweite"_s}});
    QCOMPARE(list().at(0)[u"text"_s].toString(), u"Zweite"_s);
    QCOMPARE(world.sendJson("GET", "/api/contacts/1/notes")[u"total"_s].toInt(), 1);
    QCOMPARE(world.send("DELETE", "/api/notes/1/delete").status, 200);
    QVERIFY(list().isEmpty());
}

void TestMauticRules::usersEmailsAndActivityAreListed()
{
    MauticWorld world;
    world.addRecordedRecords(1);
    world.edit({{u"action"_s, u"create"_s},
                {u"entity"_s, u"emails"_s},
                {u"fields"_s, QJsonObject{{u"name"_s, u"Mail"_s}, {u"sentCount"_s, 3}}}});
    world.edit({{u"action"_s, u"create"_s},
                {u"entity"_s, u"events"_s},
                {u"fields"_s, QJsonObject{{u"contact"_s, 1}, {u"event"_s, u"email.sent"_s}}}});
    QCOMPARE(world.sendJson("GET", "/api/users")[u"users"_s].toArray().at(0)[u"email"_s].toString(),
             u"admin@example.test"_s);
    QCOMPARE(world.sendJson("GET", "/api/emails")[u"emails"_s][u"1"_s][u"sentCount"_s].toInt(), 3);
    const auto events = world.sendJson("GET", "/api/contacts/activity?limit=5")[u"events"_s].toArray();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.at(0)[u"eventId"_s].toString(), u"email.sent1"_s);
    QCOMPARE(events.at(0)[u"contactId"_s].toString(), u"1"_s);
    QCOMPARE(world.sendJson("GET", "/api/contacts/activity?filters[dateFrom]=2100-01-01")[u"total"_s].toInt(), 0);
}

void TestMauticRules::expiredTokenIsRefusedAndRotatedOnceOnly()
{
    SmallWorld world;
    QByteArray refreshToken;
    world.newTokens("grant_type=password&username=demo&password=demo", &refreshToken);
    QCOMPARE(world.list({})["total"_L1].toString(), u"4"_s);
    world.clock().freeze(start + 3601);
    QCOMPARE(world.send("GET", "/api/contacts").status, 401);
    QVERIFY(!world.newTokens("grant_type=refresh_token&refresh_token=" + refreshToken).isEmpty());
    QVERIFY(world.newTokens("grant_type=refresh_token&refresh_token=" + refreshToken).isEmpty());
}

void TestMauticRules::deletedBuiltInFieldIsGoneFromEveryContact()
{
    SmallWorld world;
    QCOMPARE(world.send("DELETE", "/api/fields/contact/6/delete").status, 500);
    QVERIFY(!world.contact(1).contains("email"_L1));
    QCOMPARE(world.send("GET", "/api/fields/contact/6").status, 404);
    QCOMPARE(world.sendJson("GET", "/api/fields/contact")["total"_L1].toInt(), 27);
    QCOMPARE(world.addContact({{u"firstname"_s, u"New"_s}, {u"email"_s, u"new@example.test"_s}}), 5);
    QCOMPARE(world.send("DELETE", "/api/contacts/1/delete").status, 200);
}

void TestMauticRules::sameSeedGivesTheSameContacts()
{
    MauticWorld one(300);
    MauticWorld other(300);
    QCOMPARE(one.crm().records(u"contacts"_s), other.crm().records(u"contacts"_s));
    QCOMPARE(one.crm().records(u"companies"_s), other.crm().records(u"companies"_s));
}

void TestMauticRules::neighboursInThePoolOverlapByHalf()
{
    const auto addresses = [](int offset) {
        SandboxClock clock;
        CrmOptions options;
        options.records = 400;
        options.poolOffset = offset;
        QSet<QString> found;
        for (const QJsonValue &contact : makeMautic(options, clock)->records(u"contacts"_s))
            found.insert(contact["email"_L1].toString().toLower());
        return found;
    };
    const qsizetype shared = (addresses(0) & addresses(200)).size();
    QVERIFY2(shared > 180 && shared < 205, qPrintable(QString::number(shared)));
}

void TestMauticRules::seededDataHasTheFlawsOfRealData()
{
    MauticWorld world(1000);
    QSet<QString> addresses;
    int missing = 0, doubled = 0, mixedCase = 0, longNotes = 0;
    for (const QJsonValue &contact : world.crm().records(u"contacts"_s)) {
        const QString email = contact["email"_L1].toString();
        missing += int(email.isEmpty());
        mixedCase += int(email != email.toLower());
        doubled += int(!email.isEmpty() && addresses.contains(email.toLower()));
        addresses.insert(email.toLower());
        longNotes += int(contact["x_area"_L1].toString().size() > 4000);
    }
    QVERIFY(missing > 0 && missing < 50);
    QVERIFY(doubled > 0 && doubled < 20);
    QVERIFY(mixedCase > 50);
    QVERIFY(longNotes > 5);
    QVERIFY(world.crm().records(u"companies"_s).size() >= 200);
}

void TestMauticRules::resetBringsTheSeededDataBack()
{
    MauticWorld world(20);
    const QJsonArray before = world.crm().records(u"contacts"_s);
    world.send("DELETE", "/api/contacts/1/delete");
    QCOMPARE(world.crm().records(u"contacts"_s).size(), 19);
    world.crm().reset();
    QCOMPARE(world.crm().records(u"contacts"_s), before);
}

QTEST_GUILESS_MAIN(TestMauticRules)
#include "tst_mauticrules.moc"
