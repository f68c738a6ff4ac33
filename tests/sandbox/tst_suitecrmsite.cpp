#include "sandbox/suitecrmworld.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

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

/// What the sandbox offers beside SuiteCRM: edits by hand, switches, a seeded site, and its speed.
class TestSuiteCrmSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handEditsMoveTimesAndNameTheColleague();
    void mergeDeletesTheLoserAndFillsTheWinner();
    void restoredRecordsAreBack();
    void emptyListingHidesEverybody();
    void unknownSwitchesAreNamed();
    void resetBringsTheSeededDataBack();
    void seededPeopleHaveAccounts();
    void tenThousandContactsAreServedFast();
};

void TestSuiteCrmSite::handEditsMoveTimesAndNameTheColleague()
{
    SuiteCrmWorld world;
    world.create(u"Contacts"_s, {{u"last_name"_s, u"A"_s}, {u"email1"_s, u"a@example.com"_s}});
    world.clock().setSkew(7);
    world.ensure(u"Contacts"_s, world.lastId(), {{u"title"_s, u"CTO"_s}, {u"email1"_s, u"b@example.com"_s}});
    const QJsonObject record = world.stored(u"Contacts"_s, world.lastId());
    QCOMPARE(record["email1"_L1].toString(), u"b@example.com"_s);
    QVERIFY(record["date_modified"_L1].toString().endsWith(":07"_L1));
    QVERIFY(record["modified_user_id"_L1].toString() != "1"_L1);
}

void TestSuiteCrmSite::mergeDeletesTheLoserAndFillsTheWinner()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {{u"last_name"_s, u"A"_s}, {u"title"_s, u"CTO"_s}});
    world.ensure(u"Contacts"_s, secondId, {{u"last_name"_s, u"B"_s}});
    world.crm().edit(
        {{u"action"_s, u"merge"_s}, {u"entity"_s, u"Contacts"_s}, {u"id"_s, firstId}, {u"into"_s, secondId}});
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 400);
    const QJsonObject winner = world.stored(u"Contacts"_s, secondId);
    QCOMPARE(winner["last_name"_L1].toString(), u"B"_s);
    QCOMPARE(winner["title"_L1].toString(), u"CTO"_s);
}

void TestSuiteCrmSite::restoredRecordsAreBack()
{
    SuiteCrmWorld world;
    world.ensure(u"Contacts"_s, firstId, {});
    world.send("DELETE", contactPath(firstId));
    world.crm().edit({{u"action"_s, u"restore"_s}, {u"entity"_s, u"Contacts"_s}, {u"id"_s, firstId}});
    QCOMPARE(world.send("GET", contactPath(firstId)).status, 200);
}

void TestSuiteCrmSite::emptyListingHidesEverybody()
{
    SuiteCrmWorld world(5);
    world.configure({{u"empty_listing"_s, true}});
    QVERIFY(world.ids("module/Contacts?page[number]=1&page[size]=5").isEmpty());
    world.configure({{u"empty_listing"_s, false}});
    QCOMPARE(world.ids("module/Contacts?page[number]=1&page[size]=5").size(), 5);
}

void TestSuiteCrmSite::unknownSwitchesAreNamed()
{
    SuiteCrmWorld world;
    QVERIFY(world.crm().configure({{u"nope"_s, true}})["error"_L1].toString().contains("nope"_L1));
}

void TestSuiteCrmSite::resetBringsTheSeededDataBack()
{
    SuiteCrmWorld world(20);
    const QJsonArray before = world.crm().records(u"Contacts"_s);
    world.send("DELETE", contactPath(before[0]["id"_L1].toString()));
    world.crm().reset();
    QCOMPARE(world.crm().records(u"Contacts"_s), before);
}

void TestSuiteCrmSite::seededPeopleHaveAccounts()
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
void TestSuiteCrmSite::tenThousandContactsAreServedFast()
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

QTEST_GUILESS_MAIN(TestSuiteCrmSite)
#include "tst_suitecrmsite.moc"
