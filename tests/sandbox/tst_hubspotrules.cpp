#include "sandbox/crm.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

const QByteArray contacts = "/crm/objects/2026-03/contacts";

/// The stand-in alone, without a server.
struct Account
{
    explicit Account(int records = 0)
    {
        CrmOptions options;
        options.records = records;
        crm = makeHubSpot(options, clock);
    }

    Response send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                  const QByteArray &token = "demo") const
    {
        const qsizetype mark = target.indexOf('?');
        Request request{
            method, mark < 0 ? target : target.left(mark), mark < 0 ? QByteArray() : target.mid(mark + 1), {}, body};
        if (!token.isEmpty())
            request.headers = {{"Authorization", "Bearer " + token}};
        return crm->handle(request);
    }
    QJsonObject json(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        return QJsonDocument::fromJson(send(method, target, body).body).object();
    }
    QString add(const QString &email) const
    {
        return crm
            ->edit({{u"action"_s, u"create"_s},
                    {u"entity"_s, u"contacts"_s},
                    {u"fields"_s, QJsonObject{{u"email"_s, email}}}})[u"id"_s]
            .toString();
    }

    SandboxClock clock;
    std::unique_ptr<Crm> crm;
};

QByteArray search(const QByteArray &filter, int limit = 10, int after = 0)
{
    return R"({"filterGroups":[{"filters":[)" + filter
        + R"(]}],"sorts":["hs_object_id"],"properties":["email"],"limit":)" + QByteArray::number(limit)
        + R"(,"after":")" + QByteArray::number(after) + R"("})";
}

} // namespace

/// The stand-in for HubSpot does what docs/crm/hubspot.md says that HubSpot does.
class tst_HubSpotRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_pageByIdWithoutTotal();
    void refusals_areHubSpotsOwn_data();
    void refusals_areHubSpotsOwn();
    void batchCreate_isAllOrNothing_unlessTraced();
    void archived_isInTheBinOnlyAndItsTimeStays();
    void merge_answersUnderOldIds();
    void search_seesLateAndComparesLikeHubSpot();
    void limits_haveThreePolicies();
    void clearedValue_isEmptyAndUnsetIsNull();
    void lists_takeNobodyWhereHubSpotFillsThem();
};

void tst_HubSpotRules::lists_pageByIdWithoutTotal()
{
    const Account account(25);
    const QJsonObject first = account.json("GET", contacts + "?limit=20&properties=fax,no_such_property");
    QCOMPARE(first[u"results"_s].toArray().size(), 20);
    QVERIFY(!first.contains(u"total"_s));
    const QJsonObject values = first[u"results"_s][0][u"properties"_s].toObject();
    QVERIFY(!values.contains(u"no_such_property"_s));
    QVERIFY(values.contains(u"hs_object_id"_s) && values.contains(u"lastmodifieddate"_s));
    const QByteArray after = first[u"paging"_s][u"next"_s][u"after"_s].toString().toLatin1();
    const QJsonObject last = account.json("GET", contacts + "?limit=20&after=" + after);
    QCOMPARE(last[u"results"_s].toArray().size(), 5);
    QVERIFY(!last.contains(u"paging"_s));
    QCOMPARE(account.send("GET", contacts + "?limit=101").status, 400);
}

void tst_HubSpotRules::refusals_areHubSpotsOwn_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const QByteArray key = "demo";
    QTest::newRow("no token") << contacts << QByteArray() << QByteArray() << 401 << "INVALID_AUTHENTICATION"_ba;
    QTest::newRow("malformed token") << contacts << QByteArray() << "käse"_ba << 530 << "error code"_ba;
    QTest::newRow("unknown object") << "/crm/objects/2026-03/planets"_ba << QByteArray() << key << 404
                                    << "OBJECT_NOT_FOUND"_ba;
    QTest::newRow("unknown path") << "/crm/planets"_ba << QByteArray() << key << 404 << QByteArray();
    QTest::newRow("long address") << QByteArray(contacts + "?properties=" + QByteArray(17'000, 'a')) << QByteArray()
                                  << key << 414 << "414"_ba;
    QTest::newRow("unknown property") << contacts << R"({"properties":{"nope":"1","lastname":"x"}})"_ba << key << 400
                                      << R"([{\"error\":\"PROPERTY_DOESNT_EXIST\")"_ba;
    QTest::newRow("computed property") << contacts << R"({"properties":{"hubspotscore":"1","lastname":"x"}})"_ba << key
                                       << 400 << "READ_ONLY_VALUE"_ba;
    QTest::newRow("no option") << contacts << R"({"properties":{"hs_lead_status":"Nope","lastname":"x"}})"_ba << key
                               << 400 << "INVALID_OPTION"_ba;
    QTest::newRow("no date") << contacts << R"({"properties":{"x_date":"1767600000001","lastname":"x"}})"_ba << key
                             << 400 << "INVALID_DATE"_ba;
    QTest::newRow("taken address") << contacts << R"({"properties":{"email":"TAKEN@example.org"}})"_ba << key << 409
                                   << "Contact already exists. Existing ID: 501"_ba;
    QTest::newRow("nothing of a contact")
        << contacts << R"({"properties":{"city":"Bonn"}})"_ba << key << 400 << "required"_ba;
    QTest::newRow("deep search") << QByteArray(contacts + "/search") << search({}, 200, 9'900) << key << 400
                                 << "10000"_ba;
    QTest::newRow("wide search") << QByteArray(contacts + "/search") << search({}, 201) << key << 400 << "limit"_ba;
}

void tst_HubSpotRules::refusals_areHubSpotsOwn()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Account account;
    account.add(u"taken@example.org"_s);
    const Response response = account.send(body.isEmpty() ? "GET" : "POST", target, body, token);
    QCOMPARE(response.status, status);
    QVERIFY2(response.body.contains(words), response.body.constData());
}

void tst_HubSpotRules::batchCreate_isAllOrNothing_unlessTraced()
{
    const Account account;
    account.add(u"taken@example.org"_s);
    const QByteArray good = R"({"properties":{"email":"a@example.org"},"associations":[])";
    const QByteArray bad = R"({"properties":{"email":"taken@example.org"},"associations":[])";
    const auto create = [&](const QByteArray &first, const QByteArray &second) {
        return account.send("POST", contacts + "/batch/create", R"({"inputs":[)" + first + ',' + second + "]}");
    };
    QCOMPARE(create(good + '}', bad + '}').status, 409);
    QCOMPARE(account.crm->records(u"contacts"_s).size(), 1);
    const Response traced = create(good + R"(,"objectWriteTraceId":"1"})", bad + R"(,"objectWriteTraceId":"2"})");
    QCOMPARE(traced.status, 207);
    const QJsonObject body = QJsonDocument::fromJson(traced.body).object();
    QCOMPARE(body[u"results"_s][0][u"objectWriteTraceId"_s].toString(), u"1"_s);
    QCOMPARE(body[u"errors"_s][0][u"context"_s][u"objectWriteTraceId"_s][0].toString(), u"2"_s);
    QCOMPARE(create(good + '}', good + '}').status, 400); // the same address twice
}

void tst_HubSpotRules::archived_isInTheBinOnlyAndItsTimeStays()
{
    const Account account;
    const QByteArray id = account.add(u"gone@example.org"_s).toLatin1();
    const QJsonObject before = account.json("GET", contacts + '/' + id);
    QCOMPARE(account.send("DELETE", contacts + '/' + id).status, 204);
    QCOMPARE(account.send("GET", contacts + '/' + id).status, 404);
    QCOMPARE(account.json("POST", contacts + "/search", search({}))[u"total"_s].toInt(), 0);
    QCOMPARE(account.json("GET", contacts)[u"results"_s].toArray().size(), 0);
    const QJsonValue bin = account.json("GET", contacts + "?archived=true")[u"results"_s][0];
    QVERIFY(bin[u"archived"_s].toBool() && !bin[u"archivedAt"_s].toString().isEmpty());
    QCOMPARE(bin[u"updatedAt"_s], before[u"updatedAt"_s]);
}

void tst_HubSpotRules::merge_answersUnderOldIds()
{
    const Account account;
    const QString loser = account.add(u"one@example.org"_s), winner = account.add(u"two@example.org"_s);
    const QByteArray body = R"({"primaryObjectId":")" + winner.toLatin1() + R"(","objectIdToMerge":")"
        + loser.toLatin1() + R"("})";
    const QString stays = account.json("POST", contacts + "/merge", body)[u"id"_s].toString();
    for (const QString &old : {loser, winner}) {
        const QJsonObject now = account.json("GET",
                                             contacts + '/' + old.toLatin1() + "?properties=hs_merged_object_ids");
        QCOMPARE(now[u"id"_s].toString(), stays);
        QVERIFY(now[u"properties"_s][u"hs_merged_object_ids"_s].toString().contains(old));
    }
}

void tst_HubSpotRules::search_seesLateAndComparesLikeHubSpot()
{
    Account account;
    account.crm->configure({{u"search_lag"_s, 30}});
    account.add(u"New@Example.org"_s);
    const QByteArray byMail = R"({"propertyName":"email","operator":"IN","values":["new@example.org"]})";
    QCOMPARE(account.json("POST", contacts + "/search", search(byMail))[u"total"_s].toInt(), 0);
    account.clock.setSkew(31);
    QCOMPARE(account.json("POST", contacts + "/search", search(byMail))[u"total"_s].toInt(), 1);
    const QByteArray shouted = R"({"propertyName":"email","operator":"IN","values":["NEW@example.org"]})";
    QCOMPARE(account.json("POST", contacts + "/search", search(shouted))[u"total"_s].toInt(), 0);
    const QByteArray since = R"({"propertyName":"lastmodifieddate","operator":"GTE","value":"1700000000000"})";
    QCOMPARE(account.json("POST", contacts + "/search", search(since))[u"total"_s].toInt(), 1);
}

void tst_HubSpotRules::limits_haveThreePolicies()
{
    const Account account;
    account.crm->configure({{u"rate_limit"_s, u"real"_s}});
    Response response;
    for (int i = 0; i < 6; ++i)
        response = account.send("POST", contacts + "/search", search({}));
    QVERIFY(response.status == 429 && response.body.contains("SECONDLY"));
    const auto named = [](const Response &of, const QByteArray &name) {
        return std::ranges::any_of(of.headers, [&](const auto &header) { return header.first == name; });
    };
    QVERIFY(!named(response, "X-HubSpot-RateLimit-Max"));
    for (int i = 0; i < 101; ++i)
        response = account.send("GET", contacts);
    QVERIFY(response.status == 429 && response.body.contains("TEN_SECONDLY_ROLLING"));
    QVERIFY(named(response, "X-HubSpot-RateLimit-Interval-Milliseconds") && !named(response, "Retry-After"));
    account.crm->configure({{u"daily_remaining"_s, 0}, {u"retry_after"_s, true}});
    response = account.send("GET", contacts);
    QVERIFY(response.body.contains("DAILY") && named(response, "Retry-After"));
}

void tst_HubSpotRules::clearedValue_isEmptyAndUnsetIsNull()
{
    const Account account;
    const QByteArray path = contacts + '/' + account.add(u"c@example.org"_s).toLatin1();
    const auto city = [&] { return account.json("GET", path + "?properties=city")[u"properties"_s][u"city"_s]; };
    QVERIFY(city().isNull());
    account.send("PATCH", path, R"({"properties":{"city":"Bonn"}})");
    account.send("PATCH", path, R"({"properties":{"city":null}})");
    QCOMPARE(city().toString(), u"Bonn"_s);
    account.send("PATCH", path, R"({"properties":{"city":""}})");
    QVERIFY(city().isString() && city().toString().isEmpty());
    account.send("PATCH", path, R"({"properties":{"x_multi":"a"}})");
    account.send("PATCH", path, R"({"properties":{"x_multi":";c"}})");
    QCOMPARE(account.crm->records(u"contacts"_s)[0][u"x_multi"_s].toString(), u"a;c"_s);
}

void tst_HubSpotRules::lists_takeNobodyWhereHubSpotFillsThem()
{
    const Account account;
    const QByteArray id = account.add(u"a@example.org"_s).toLatin1();
    const QByteArray body = R"({"recordIdsToAdd":[")" + id + R"(","999"],"recordIdsToRemove":[]})";
    const QJsonObject done = account.json("PUT", "/crm/v3/lists/7/memberships/add-and-remove", body);
    QCOMPARE(done[u"recordsIdsAdded"_s].toArray(), QJsonArray{QString::fromLatin1(id)});
    QCOMPARE(done[u"recordIdsMissing"_s].toArray(), QJsonArray{u"999"_s});
    QCOMPARE(account.send("PUT", "/crm/v3/lists/9/memberships/add-and-remove", body).status, 400);
    const QJsonObject found = account.json("POST", "/crm/v3/lists/search",
                                           R"({"additionalProperties":[],"offset":0,"processingTypes":["MANUAL"]})");
    QCOMPARE(found[u"lists"_s].toArray().size(), 1);
    QCOMPARE(found[u"hasMore"_s].toBool(true), false);
    const QJsonObject read = account.json("POST", "/crm/v3/lists/records/memberships/batch/read",
                                          R"({"inputs":[{"objectTypeId":"0-1","recordId":")" + id + R"("}]})");
    QCOMPARE(read[u"results"_s][0][u"recordListMemberships"_s][0][u"listId"_s].toString(), u"7"_s);
}

QTEST_GUILESS_MAIN(tst_HubSpotRules)
#include "tst_hubspotrules.moc"
