#include "connectors/activecampaign/activecampaignbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;

namespace {

constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

QJsonObject person(int i)
{
    return {{u"email"_s, u"p%1@x.test"_s.arg(i)}, {u"firstName"_s, u"P%1"_s.arg(i)}};
}

} // namespace

/// Every trap of docs/crm/activecampaign.md that reading can fall into.
class ActiveCampaignReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allContactsComeOnceAndInOrder_data();
    void allContactsComeOnceAndInOrder();
    void contactsThatAreDeletedBetweenTwoPagesShiftNothing();
    void aPageThatLostRowsIsAnError();
    void customValuesTagsAccountAndJobComeWithTheContacts_data();
    void customValuesTagsAccountAndJobComeWithTheContacts();
    void whatChangedComesAloneAndTheCursorIsTheServersTime();
    void anUnreadableCursorReadsEverything();
    void aResumedWalkDoesNotMoveTheCursor();
    void accountsComeWholeWhileTheyAreDeletedAndRenamed();
    void accountsComeWithTheirCustomValues();
    void idsAreAskedForTogetherAndTheMissingAlone();
    void aMissingAccountIsNotFoundAndAForbiddenOneIsForbidden();
    void contactsAreFoundByTheirAddressWhateverItsCase();
    void accountsAreFoundByTheirWholeNameOnly();
    void whatWasMadeSinceIsFound();
    void noFeedTellsOfDeletes();
    void fieldsBeyondTheFirstPageAreDescribed();
    void aKindThatIsClosedIsLeftOut();
};

void ActiveCampaignReadingTest::allContactsComeOnceAndInOrder_data()
{
    QTest::addColumn<bool>("countsWhole");
    QTest::newRow("the total counts what is behind the last id") << false;
    QTest::newRow("the total counts all") << true;
}

void ActiveCampaignReadingTest::allContactsComeOnceAndInOrder()
{
    QFETCH(bool, countsWhole);
    ActiveCampaignBench bench(0, 7);
    bench.crm().configure({{u"counts_whole"_s, countsWhole}});
    QStringList expected;
    for (int i = 0; i < 30; ++i)
        expected.append(bench.add(u"contacts"_s, person(i)));
    const auto records = bench.readAll(u"contacts"_s, {u"email"_s, u"phone"_s});
    QCOMPARE(bench.lastError.message, QString());
    QCOMPARE(idsOf(records), expected);
    QCOMPARE(records[9].fields[u"email"_s], text("p9@x.test"));
    QCOMPARE(records[9].fields[u"phone"_s], Value::null());
    QVERIFY(bench.lastEnd.wasFull);
    QVERIFY(records[9].modifiedAt && records[9].createdAt);
}

void ActiveCampaignReadingTest::contactsThatAreDeletedBetweenTwoPagesShiftNothing()
{
    ActiveCampaignBench bench(0, 5);
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids.append(bench.add(u"contacts"_s, person(i)));
    QStringList seen;
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, {}, {}},
                                            [&](const QList<RemoteRecord> &page) -> Result<void> {
                                                seen.append(idsOf(page));
                                                if (seen.size() == 5) {
                                                    for (const QString &gone : ids.mid(0, 4))
                                                        bench.remove(u"contacts"_s, gone);
                                                }
                                                return {};
                                            },
                                            {});
    QVERIFY(end);
    QVERIFY(end->wasFull);
    QCOMPARE(seen, ids);
}

void ActiveCampaignReadingTest::aPageThatLostRowsIsAnError()
{
    ActiveCampaignBench bench;
    bench.intercept = [](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.path != "/api/3/contacts")
            return std::nullopt;
        return jsonAnswer(200, R"({"contacts":[{"id":"1","email":"a@x.test"}],"meta":{"total":"30"}})");
    };
    bench.readAll(u"contacts"_s, {u"email"_s});
    QCOMPARE(bench.lastError.kind, ErrorKind::Server);
    QVERIFY2(bench.lastError.message.contains("1 of 30"_L1), qPrintable(bench.lastError.message));
}

void ActiveCampaignReadingTest::customValuesTagsAccountAndJobComeWithTheContacts_data()
{
    QTest::addColumn<bool>("takesInclude");
    QTest::newRow("side-loaded") << true;
    QTest::newRow("asked for contact by contact") << false;
}

void ActiveCampaignReadingTest::customValuesTagsAccountAndJobComeWithTheContacts()
{
    QFETCH(bool, takesInclude);
    ActiveCampaignBench bench;
    bench.crm().configure({{u"include"_s, takesInclude}});
    const QString account = bench.add(u"accounts"_s, {{u"name"_s, u"Äcker & Söhne"_s}});
    bench.add(u"contacts"_s, person(1));
    bench.add(u"contacts"_s,
              {{u"email"_s, u"ada@x.test"_s},
               {u"field_1"_s, u"1980-02-29"_s},
               {u"field_6"_s, u"||Chess||Sailing||"_s},
               {u"field_7"_s, u"Basic"_s},
               {u"field_9"_s, u"2026-03-02T09:15:00-06:00"_s},
               {u"tags"_s, QJsonArray{u"VIP"_s, u"partner"_s}},
               {u"account"_s, account},
               {u"jobTitle"_s, u"Buyer"_s}});
    const auto records = bench.readAll(
        u"contacts"_s,
        {u"field_1"_s, u"field_6"_s, u"field_7"_s, u"field_9"_s, u"tags"_s, u"jobTitle"_s, u"accountName"_s});
    QCOMPARE(bench.lastError.message, QString());
    QCOMPARE(records.size(), 2);
    const auto ada = records[1].fields;
    QCOMPARE(ada[u"field_1"_s], text("1980-02-29"));
    QCOMPARE(ada[u"field_6"_s], Value::set({u"Chess"_s, u"Sailing"_s}));
    QCOMPARE(ada[u"field_7"_s], text("Basic"));
    QCOMPARE(ada[u"field_9"_s], text("2026-03-02T15:15:00Z"));
    QCOMPARE(ada[u"tags"_s], Value::set({u"VIP"_s, u"partner"_s}));
    QCOMPARE(ada[u"jobTitle"_s], text("Buyer"));
    QCOMPARE(ada[u"accountName"_s], text("Äcker & Söhne"));
    QVERIFY(records[0].fields[u"field_1"_s].isNull()); // no value, and not unknown
    QCOMPARE(records[0].fields[u"tags"_s], Value::set({}));
}

void ActiveCampaignReadingTest::whatChangedComesAloneAndTheCursorIsTheServersTime()
{
    ActiveCampaignBench bench;
    bench.clock().freeze(morning);
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.append(bench.add(u"contacts"_s, person(i)));
    bench.clock().freeze(morning + 7200);
    bench.readAll(u"contacts"_s, {u"email"_s});
    const QString cursor = bench.lastEnd.nextCursor;
    QCOMPARE(cursor, u"2026-11-24T08:00:00Z"_s);
    bench.clock().freeze(morning + 7260);
    bench.edit(u"contacts"_s, ids[3], {{u"firstName"_s, u"Paula"_s}});
    QCOMPARE(idsOf(bench.readAll(u"contacts"_s, {u"email"_s}, cursor)), QStringList{ids[3]});
    QVERIFY(!bench.lastEnd.wasFull);
    QVERIFY(bench.sent().last().query.contains("filters%5Bupdated_after%5D=2026-11-24T07%3A50%3A00%2B00%3A00"));
}

void ActiveCampaignReadingTest::anUnreadableCursorReadsEverything()
{
    ActiveCampaignBench bench;
    bench.add(u"contacts"_s, person(1));
    QCOMPARE(bench.readAll(u"contacts"_s, {u"email"_s}, u"yesterday"_s).size(), 1);
    QVERIFY(bench.lastEnd.wasFull);
}

void ActiveCampaignReadingTest::aResumedWalkDoesNotMoveTheCursor()
{
    ActiveCampaignBench bench;
    for (int i = 0; i < 5; ++i)
        bench.add(u"contacts"_s, person(i));
    QStringList seen;
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, u"2020-01-01T00:00:00Z"_s, u"3"_s},
                                            [&](const QList<RemoteRecord> &page) -> Result<void> {
                                                seen.append(idsOf(page));
                                                return {};
                                            },
                                            {});
    QCOMPARE(seen, (QStringList{u"4"_s, u"5"_s}));
    QCOMPARE(end->nextCursor, u"2020-01-01T00:00:00Z"_s);
    QVERIFY(!end->wasFull);
}

void ActiveCampaignReadingTest::accountsComeWholeWhileTheyAreDeletedAndRenamed()
{
    ActiveCampaignBench bench;
    QStringList ids;
    for (int i = 0; i < 250; ++i)
        ids.append(bench.add(u"accounts"_s, {{u"name"_s, u"Account %1"_s.arg(i, 4, 10, QChar(u'0'))}}));
    int pages = 0;
    bench.afterwards = [&](const HttpRequest &request) {
        if (request.path != "/api/3/accounts" || ++pages != 1)
            return;
        for (int i = 0; i < 30; ++i)
            bench.remove(u"accounts"_s, ids[i]);
        bench.edit(u"accounts"_s, ids[240], {{u"name"_s, u"Aaa"_s}});
    };
    const auto records = bench.readAll(u"accounts"_s, {u"name"_s});
    QCOMPARE(bench.lastError.message, QString());
    QVERIFY(bench.lastEnd.wasFull);
    const QStringList read = idsOf(records);
    for (const QString &id : ids.mid(30))
        QVERIFY2(read.contains(id), qPrintable(id));
    QCOMPARE(QSet<QString>(read.begin(), read.end()).size(), read.size());
}

void ActiveCampaignReadingTest::accountsComeWithTheirCustomValues()
{
    ActiveCampaignBench bench;
    bench.add(u"accounts"_s,
              {{u"name"_s, u"Acme"_s},
               {u"accountUrl"_s, u"https://acme.test"_s},
               {u"field_2"_s, u"12"_s},
               {u"field_3"_s, u"45678"_s},
               {u"field_4"_s, QJsonArray{u"Europe"_s, u"Asia"_s}}});
    const auto records = bench.readAll(
        u"accounts"_s, {u"name"_s, u"accountUrl"_s, u"field_1"_s, u"field_2"_s, u"field_3"_s, u"field_4"_s});
    QCOMPARE(records.size(), 1);
    const auto acme = records[0].fields;
    QCOMPARE(acme[u"accountUrl"_s], text("https://acme.test"));
    QVERIFY(acme[u"field_1"_s].isNull());
    QCOMPARE(acme[u"field_2"_s], text("12"));
    QCOMPARE(acme[u"field_3"_s], text("456.78")); // cents on the wire
    QCOMPARE(acme[u"field_4"_s], Value::set({u"Europe"_s, u"Asia"_s}));
}

void ActiveCampaignReadingTest::idsAreAskedForTogetherAndTheMissingAlone()
{
    ActiveCampaignBench bench;
    for (int i = 0; i < 4; ++i)
        bench.add(u"contacts"_s, person(i));
    bench.remove(u"contacts"_s, u"2"_s);
    bench.readAll(u"contacts"_s, {u"email"_s});
    bench.forgetSent();
    const auto looks = bench.connector().readByIds(u"contacts"_s, {u"1"_s, u"2"_s, u"4"_s, u"x"_s}, {u"email"_s}, {});
    QVERIFY(looks);
    QCOMPARE(looks->at(0).presence, Presence::Found);
    QCOMPARE(looks->at(1).presence, Presence::NotFound);
    QCOMPARE(looks->at(2).record.fields[u"email"_s], text("p3@x.test"));
    QCOMPARE(looks->at(3).presence, Presence::NotFound);
    QCOMPARE(bench.sent().size(), 2);
}

void ActiveCampaignReadingTest::aMissingAccountIsNotFoundAndAForbiddenOneIsForbidden()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"accounts"_s, {{u"name"_s, u"Acme"_s}});
    const auto looks = bench.connector().readByIds(u"accounts"_s, {id, u"99"_s}, {u"name"_s}, {});
    QVERIFY(looks);
    QCOMPARE(looks->at(0).record.fields[u"name"_s], text("Acme"));
    QCOMPARE(looks->at(1).presence, Presence::NotFound);
    bench.crm().configure({{u"deny"_s, QJsonArray{u"accounts"_s}}});
    const auto closed = bench.connector().readByIds(u"accounts"_s, {id}, {u"name"_s}, {});
    QVERIFY(closed);
    QCOMPARE(closed->at(0).presence, Presence::Forbidden);
    bench.intercept = [](const HttpRequest &) { return jsonAnswer(404, "<html>no such page</html>"); };
    const auto broken = bench.connector().readByIds(u"accounts"_s, {id}, {u"name"_s}, {});
    QVERIFY(broken);
    QCOMPARE(broken->at(0).presence, Presence::Unknown);
}

void ActiveCampaignReadingTest::contactsAreFoundByTheirAddressWhateverItsCase()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"Ada+1@X.test"_s}});
    bench.add(u"contacts"_s, person(1));
    const auto found = bench.connector().readByKey(
        u"contacts"_s, u"email"_s, {u"ada+1@x.test"_s, u"ADA+1@x.test"_s, u"nobody@x.test"_s}, {u"firstName"_s}, {});
    QVERIFY(found);
    QCOMPARE(idsOf(*found), QStringList{id});
    QVERIFY(!found->first().fields.contains(u"email"_s));
    const auto byPhone = bench.connector().readByKey(u"contacts"_s, u"phone"_s, {u"1"_s}, {}, {});
    QVERIFY(!byPhone);
    QCOMPARE(byPhone.error().kind, ErrorKind::Usage);
}

void ActiveCampaignReadingTest::accountsAreFoundByTheirWholeNameOnly()
{
    ActiveCampaignBench bench;
    bench.add(u"accounts"_s, {{u"name"_s, u"Acme Holding"_s}});
    const QString id = bench.add(u"accounts"_s, {{u"name"_s, u"Acme"_s}});
    const auto found = bench.connector().readByKey(u"accounts"_s, u"name"_s, {u"acme"_s}, {u"name"_s}, {});
    QVERIFY(found);
    QCOMPARE(idsOf(*found), QStringList{id});
}

void ActiveCampaignReadingTest::whatWasMadeSinceIsFound()
{
    ActiveCampaignBench bench;
    bench.clock().freeze(morning);
    bench.add(u"contacts"_s, person(1));
    bench.add(u"accounts"_s, {{u"name"_s, u"Old"_s}});
    bench.clock().freeze(morning + 100);
    const QString contact = bench.add(u"contacts"_s, person(2));
    const QString account = bench.add(u"accounts"_s, {{u"name"_s, u"New"_s}});
    const std::chrono::seconds since(morning + 50);
    QCOMPARE(idsOf(*bench.connector().readCreatedSince(u"contacts"_s, since, {u"email"_s}, {})), QStringList{contact});
    QCOMPARE(idsOf(*bench.connector().readCreatedSince(u"accounts"_s, since, {u"name"_s}, {})), QStringList{account});
}

void ActiveCampaignReadingTest::noFeedTellsOfDeletes()
{
    ActiveCampaignBench bench;
    QVERIFY(!bench.connector().capabilities().deleteFeed);
    QCOMPARE(bench.connector().deletedSince(u"contacts"_s, {}, {}).error().kind, ErrorKind::NotFound);
}

void ActiveCampaignReadingTest::fieldsBeyondTheFirstPageAreDescribed()
{
    ActiveCampaignBench bench;
    for (int i = 0; i < 230; ++i)
        bench.add(u"fields"_s, {{u"title"_s, u"Field %1"_s.arg(i)}, {u"type"_s, u"text"_s}});
    bench.add(u"fields"_s,
              {{u"title"_s, u"Colour"_s}, {u"type"_s, u"radio"_s}, {u"options"_s, QJsonArray{u"Red"_s, u"Blue"_s}}});
    const RemoteField last = bench.field(u"contacts"_s, u"field_242"_s);
    QCOMPARE(last.label, u"Colour"_s);
    QCOMPARE(last.type, FieldType::Enumeration);
    QCOMPARE(last.options, (QList<Option>{{u"Red"_s, u"Red"_s}, {u"Blue"_s, u"Blue"_s}}));
    QVERIFY(last.custom);
    QCOMPARE(bench.field(u"contacts"_s, u"field_11"_s).type, FieldType::Text); // a type named NULL
    QVERIFY(bench.field(u"contacts"_s, u"udate"_s).readOnly);
    QVERIFY(bench.field(u"contacts"_s, u"email"_s).unique);
}

void ActiveCampaignReadingTest::aKindThatIsClosedIsLeftOut()
{
    ActiveCampaignBench bench;
    bench.crm().configure({{u"deny"_s, QJsonArray{u"accountCustomFieldMeta"_s}}});
    const auto entities = bench.connector().describe({});
    QVERIFY(entities);
    QStringList names;
    for (const RemoteEntity &entity : *entities)
        names << entity.name;
    QCOMPARE(names.join(u' '), u"users contacts deals dealTasks notes"_s);
}

QTEST_GUILESS_MAIN(ActiveCampaignReadingTest)
#include "tst_activecampaignreading.moc"
