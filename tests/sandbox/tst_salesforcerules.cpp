#include "sandbox/crm.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

const QByteArray base = "/services/data/v66.0/";
constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

/// The stand-in alone, without a server.
struct Org
{
    explicit Org(int records = 0)
    {
        clock.freeze(morning);
        CrmOptions options;
        options.records = records;
        crm = makeSalesforce(options, clock);
    }

    Response send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                  const QList<QPair<QByteArray, QByteArray>> &headers = {}) const
    {
        const qsizetype mark = target.indexOf('?');
        Request request{method, base + (mark < 0 ? target : target.left(mark)),
                        mark < 0 ? QByteArray() : target.mid(mark + 1), headers, body};
        request.headers.emplaceBack("Authorization", "Bearer demo");
        return crm->handle(request);
    }
    QJsonObject object(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        return QJsonDocument::fromJson(send(method, target, body).body).object();
    }
    QJsonArray array(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        return QJsonDocument::fromJson(send(method, target, body).body).array();
    }
    /// What a person enters; its id.
    QString add(const QString &object, const QJsonObject &fields) const
    {
        return crm->edit({{u"action"_s, u"create"_s}, {u"entity"_s, object}, {u"fields"_s, fields}})[u"id"_s]
            .toString();
    }
    void byHand(const QString &action, const QString &object, const QString &id, const QString &into = {}) const
    {
        crm->edit({{u"action"_s, action}, {u"entity"_s, object}, {u"id"_s, id}, {u"into"_s, into}});
    }
    QJsonArray rows(const QByteArray &soql, const QByteArray &call = "query") const
    {
        return object("GET", call + "?q=" + soql.toPercentEncoding())[u"records"_s].toArray();
    }
    int count(const QString &object) const { return int(crm->records(object).size()); }

    SandboxClock clock;
    std::unique_ptr<Crm> crm;
};

QByteArray collection(const QByteArray &records, bool isAllOrNone = false)
{
    return R"({"allOrNone":)" + QByteArray(isAllOrNone ? "true" : "false") + R"(,"records":[)" + records + "]}";
}

QByteArray contact(const QByteArray &more)
{
    return R"({"attributes":{"type":"Contact"},)" + more + '}';
}

QStringList codesOf(const QJsonArray &outcomes)
{
    QStringList codes;
    for (const QJsonValue &outcome : outcomes)
        codes.append(outcome[u"success"_s].toBool() ? u"ok"_s : outcome[u"errors"_s][0][u"statusCode"_s].toString());
    return codes;
}

QByteArray httpDate(std::int64_t seconds)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

QByteArray isoTime(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

} // namespace

/// The stand-in for Salesforce does what docs/crm/salesforce.md says that Salesforce does.
class tst_SalesforceRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfACollection_succeedOnTheirOwn()
    {
        const Org org;
        const QJsonArray outcomes = org.array("POST", "composite/sobjects",
                                              collection(contact(R"("LastName":"One")") + ','
                                                         + contact(R"("FirstName":"Nobody")") + ','
                                                         + contact(R"("LastName":"Two","X_Select__c":"mauve")")));
        QCOMPARE(codesOf(outcomes),
                 (QStringList{u"ok"_s, u"REQUIRED_FIELD_MISSING"_s, u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s}));
        QCOMPARE(outcomes[1][u"errors"_s][0][u"message"_s].toString(), u"Required fields are missing: [LastName]"_s);
        QCOMPARE(outcomes[0][u"id"_s].toString().size(), 18);
        QCOMPARE(org.count(u"Contact"_s), 1);
    }

    void allOrNone_keepsNothingOfAFailedCollection()
    {
        const Org org;
        const QString kept = org.add(u"Contact"_s, {{u"LastName"_s, u"Kept"_s}});
        const QByteArray two = contact(R"("LastName":"One")") + ',' + contact(R"("FirstName":"Nobody")");
        QCOMPARE(codesOf(org.array("POST", "composite/sobjects", collection(two, true))),
                 (QStringList{u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s, u"REQUIRED_FIELD_MISSING"_s}));
        QCOMPARE(org.count(u"Contact"_s), 1);
        const QByteArray ids = "ids=" + kept.toLatin1() + ",003000000000099AAA&allOrNone=true";
        QCOMPARE(codesOf(org.array("DELETE", "composite/sobjects?" + ids)).first(),
                 u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s);
        QCOMPARE(org.count(u"Contact"_s), 1);
        QCOMPARE(codesOf(org.array("POST", "composite/sobjects", collection(contact(R"("LastName":"One")"), true))),
                 QStringList{u"ok"_s});
    }

    void collection_hasItsLimits()
    {
        const Org org;
        QByteArrayList many(201, contact(R"("LastName":"X")"));
        QCOMPARE(org.send("POST", "composite/sobjects", collection(many.join(','))).status, 400);
        QByteArrayList mixed;
        for (int i = 0; i < 6; ++i)
            mixed << contact(R"("LastName":"X")") << R"({"attributes":{"type":"Account"},"Name":"X"})";
        QCOMPARE(org.send("POST", "composite/sobjects", collection(mixed.join(','))).status, 400);
        QCOMPARE(org.send("POST", "composite/sobjects", collection(mixed.first(10).join(','))).status, 200);
    }

    void upsert_makesOnceAndChangesThen()
    {
        const Org org;
        const QByteArray one = "sobjects/Contact/X_Ext__c/K%2F1";
        const Response made = org.send("PATCH", one, R"({"LastName":"One"})");
        QCOMPARE(made.status, 201);
        const QString id = QJsonDocument::fromJson(made.body)[u"id"_s].toString();
        QVERIFY(QJsonDocument::fromJson(made.body)[u"created"_s].toBool());
        const Response changed = org.send("PATCH", one, R"({"LastName":"Changed"})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(QJsonDocument::fromJson(changed.body)[u"id"_s].toString(), id);
        QVERIFY(!QJsonDocument::fromJson(changed.body)[u"created"_s].toBool(true));
        QCOMPARE(org.count(u"Contact"_s), 1);
        QCOMPARE(org.object("GET", one)[u"X_Ext__c"_s].toString(), u"K/1"_s);
        QCOMPARE(org.send("PATCH", one, R"({"LastName":"X","X_Ext__c":"K/1"})").status, 400);
        QCOMPARE(org.send("PATCH", "sobjects/Contact/X_Ext__c/K2?updateOnly=true", R"({"LastName":"X"})").status, 404);
        QCOMPARE(org.send("PATCH", "sobjects/Contact/Email/a@x.test", R"({"LastName":"X"})").status, 404);
        QCOMPARE(org.send("DELETE", one).status, 204);
        QCOMPARE(org.count(u"Contact"_s), 0);
    }

    void keyOfSeveral_isAChoiceForAPerson()
    {
        const Org org;
        for (int i = 0; i < 2; ++i)
            org.add(u"Contact"_s, {{u"LastName"_s, u"Twin"_s}, {u"X_Code__c"_s, u"same"_s}});
        const Response answer = org.send("PATCH", "sobjects/Contact/X_Code__c/same", R"({"LastName":"X"})");
        QCOMPARE(answer.status, 300);
        QCOMPARE(QJsonDocument::fromJson(answer.body).array().size(), 2);
    }

    void upsertOfACollection_hasTheKeyInEachRecord()
    {
        const Org org;
        const QByteArray path = "composite/sobjects/Contact/X_Ext__c";
        const QByteArray records = contact(R"("LastName":"A","X_Ext__c":"a")") + ','
            + contact(R"("LastName":"B","X_Ext__c":"b")") + ',' + contact(R"("LastName":"C")");
        const QJsonArray first = org.array("PATCH", path, collection(records));
        QCOMPARE(codesOf(first), (QStringList{u"ok"_s, u"ok"_s, u"MISSING_ARGUMENT"_s}));
        const QJsonArray again = org.array("PATCH", path, collection(records));
        for (int i : {0, 1}) {
            QCOMPARE(again[i][u"id"_s], first[i][u"id"_s]);
            QCOMPARE(again[i][u"created"_s].toBool(true), false);
        }
        QCOMPARE(org.count(u"Contact"_s), 2);
    }

    void condition_stopsAWriteOverSomethingNewer()
    {
        Org org;
        const QByteArray id = org.add(u"Contact"_s, {{u"LastName"_s, u"One"_s}}).toLatin1();
        const QByteArray one = "sobjects/Contact/" + id;
        org.clock.freeze(morning + 60);
        const auto since = [](std::int64_t time) {
            return QList<QPair<QByteArray, QByteArray>>{{"If-Unmodified-Since", httpDate(time)}};
        };
        QCOMPARE(org.send("PATCH", one, R"({"LastName":"Two"})", since(morning)).status, 204);
        QCOMPARE(org.send("PATCH", one, R"({"LastName":"Three"})", since(morning)).status, 412);
        QCOMPARE(org.send("PATCH", one, R"({"LastName":"Three"})", {{"If-Unmodified-Since", "soon"}}).status, 400);
        QCOMPARE(org.send("GET", one, {}, {{"If-Modified-Since", httpDate(morning + 60)}}).status, 304);
        QCOMPARE(org.send("GET", one, {}, {{"If-Modified-Since", httpDate(morning)}}).status, 200);
        QCOMPARE(org.send("DELETE", one, {}, since(morning)).status, 204);
    }

    void tags_areThoseOfAccountsOnly()
    {
        Org org;
        const QByteArray account = "sobjects/Account/" + org.add(u"Account"_s, {{u"Name"_s, u"Acme"_s}}).toLatin1();
        const QByteArray person = "sobjects/Contact/" + org.add(u"Contact"_s, {{u"LastName"_s, u"One"_s}}).toLatin1();
        const auto tagOf = [&](const QByteArray &target) {
            for (const auto &[name, value] : org.send("GET", target).headers) {
                if (name == "ETag")
                    return value;
            }
            return QByteArray();
        };
        const QByteArray tag = tagOf(account);
        QVERIFY(!tag.isEmpty() && tagOf(person).isEmpty());
        QCOMPARE(org.send("GET", account, {}, {{"If-None-Match", tag}}).status, 304);
        org.clock.freeze(morning + 1);
        QCOMPARE(org.send("PATCH", account, R"({"Name":"New"})", {{"If-Match", tag}}).status, 204);
        QCOMPARE(org.send("PATCH", account, R"({"Name":"Newer"})", {{"If-Match", tag}}).status, 412);
        QCOMPARE(org.send("PATCH", person, R"({"LastName":"Two"})", {{"If-Match", "\"other\""}}).status, 204);
    }

    void collectionOfIds_isReadWithGapsForMissingOnes()
    {
        const Org org;
        const QString id = org.add(u"Contact"_s, {{u"LastName"_s, u"One"_s}});
        const QJsonObject asked{{u"ids"_s, QJsonArray{id, u"003000000000099AAA"_s}},
                                {u"fields"_s, QJsonArray{u"LastName"_s}}};
        const QByteArray body = QJsonDocument(asked).toJson();
        const QJsonArray rows = org.array("POST", "composite/sobjects/Contact", body);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][u"LastName"_s].toString(), u"One"_s);
        QVERIFY(rows[1].isNull());
    }

    void pages_countTheWholeQuery()
    {
        const Org org(5);
        org.crm->configure({{u"rows_in_page"_s, 2}});
        QJsonObject page = org.object("GET", "query?q=SELECT+Id+FROM+Contact+ORDER+BY+Id");
        QStringList ids;
        int pages = 0;
        for (;; ++pages) {
            QCOMPARE(page[u"totalSize"_s].toInt(), 5);
            for (const QJsonValue &row : page[u"records"_s].toArray())
                ids.append(row[u"Id"_s].toString());
            QCOMPARE(page[u"done"_s].toBool(), !page.contains(u"nextRecordsUrl"_s));
            if (page[u"done"_s].toBool())
                break;
            page = org.object("GET", page[u"nextRecordsUrl"_s].toString().toLatin1().mid(base.size()));
        }
        QCOMPARE(pages, 2);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 5);
        org.crm->configure({{u"lose_locators"_s, true}});
        page = org.object("GET", "query?q=SELECT+Id+FROM+Contact");
        const Response lost = org.send("GET", page[u"nextRecordsUrl"_s].toString().toLatin1().mid(base.size()));
        QCOMPARE(lost.status, 400);
        QVERIFY(lost.body.contains("INVALID_QUERY_LOCATOR"));
    }

    void refusals_areSalesforcesOwn_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto query = [](const QByteArray &soql) -> QByteArray { return "query?q=" + soql.toPercentEncoding(); };
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &target,
                            const QByteArray &body, int status, const QByteArray &code) {
            QTest::newRow(name) << method << target << body << status << code;
        };
        row("no query", "GET", query("SELECT Id"), {}, 400, "MALFORMED_QUERY");
        row("no object", "GET", query("SELECT Id FROM Planet"), {}, 400, "INVALID_TYPE");
        row("no column", "GET", query("SELECT Id, Moons__c FROM Contact"), {}, 400, "INVALID_FIELD");
        row("plus sign as a blank", "GET",
            "query?q=SELECT+Id+FROM+Contact+WHERE+SystemModstamp>2026-02-01T00:00:00+01:00", {}, 400,
            "MALFORMED_QUERY");
        row("far offset", "GET", query("SELECT Id FROM Contact OFFSET 2001"), {}, 400, "NUMBER_OUTSIDE_VALID_RANGE");
        row("no path", "GET", "planets", {}, 405, "METHOD_NOT_ALLOWED");
        row("no such object", "GET", "sobjects/Planet/describe", {}, 404, "NOT_FOUND");
        row("no record", "GET", "sobjects/Contact/003000000000099AAA", {}, 404, "NOT_FOUND");
        row("too long", "POST", "sobjects/Contact", R"({"LastName":")" + QByteArray(81, 'x') + R"("})", 400,
            "STRING_TOO_LONG");
        row("no address", "POST", "sobjects/Contact", R"({"LastName":"X","Email":"at home"})", 400,
            "INVALID_EMAIL_ADDRESS");
        row("read only", "POST", "sobjects/Contact", R"({"LastName":"X","CreatedDate":"2026-01-01T00:00:00Z"})", 400,
            "INVALID_FIELD_FOR_INSERT_UPDATE");
        row("text for a number", "POST", "sobjects/Contact", R"({"LastName":"X","X_Number__c":"five"})", 400,
            "JSON_PARSER_ERROR");
        row("reference to nobody", "POST", "sobjects/Contact", R"({"LastName":"X","AccountId":"001000000000099AAA"})",
            400, "INVALID_CROSS_REFERENCE_KEY");
        row("taken key", "POST", "sobjects/Contact", R"({"LastName":"X","X_Ext__c":"TAKEN"})", 400, "DUPLICATE_VALUE");
        row("span too short", "GET", "sobjects/Contact/deleted?start=2026-11-24T05:59:30Z&end=2026-11-24T06:00:00Z", {},
            400, "INVALID_REPLICATION_DATE");
        row("long ago", "GET", "sobjects/Contact/deleted?start=2026-11-01T00:00:00Z&end=2026-11-24T06:00:00Z", {}, 400,
            "INVALID_REPLICATION_DATE");
    }

    void refusals_areSalesforcesOwn()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const Org org;
        org.add(u"Contact"_s, {{u"LastName"_s, u"Taken"_s}, {u"X_Ext__c"_s, u"taken"_s}});
        const Response response = org.send(method, target, body);
        QCOMPARE(response.status, status);
        QCOMPARE(QJsonDocument::fromJson(response.body)[0][u"errorCode"_s].toString().toLatin1(), code);
    }

    void values_areKeptAsSalesforceKeepsThem()
    {
        const Org org;
        const QByteArray id =
            org.object("POST", "sobjects/Contact",
                       R"({"LastName":"  One ","Description":"","X_Datetime__c":"2026-03-29T01:30:00.5+01:00",
                                             "X_Multi__c":"c;a"})")[u"id"_s]
                .toString()
                .toLatin1();
        const QJsonObject shown = org.object("GET", "sobjects/Contact/" + id);
        QCOMPARE(shown[u"LastName"_s].toString(), u"One"_s);
        QVERIFY(shown[u"Description"_s].isNull());
        QCOMPARE(shown[u"X_Datetime__c"_s].toString(), u"2026-03-29T00:30:00.000+0000"_s);
        QCOMPARE(shown[u"X_Bool__c"_s], QJsonValue(false));
        QCOMPARE(org.object("GET", "sobjects/Contact/" + id.left(15))[u"Id"_s].toString().toLatin1(), id);
    }

    void binAndFeed_tellWhatIsGone()
    {
        Org org;
        const QString account = org.add(u"Account"_s, {{u"Name"_s, u"Acme"_s}});
        const QString child = org.add(u"Contact"_s, {{u"LastName"_s, u"Child"_s}, {u"AccountId"_s, account}});
        const QString erased = org.add(u"Contact"_s, {{u"LastName"_s, u"Erased"_s}});
        const QString loser = org.add(u"Contact"_s, {{u"LastName"_s, u"Loser"_s}});
        const QString winner = org.add(u"Contact"_s, {{u"LastName"_s, u"Winner"_s}});
        org.clock.freeze(morning + 300);
        QCOMPARE(org.send("DELETE", "sobjects/Account/" + account.toLatin1()).status, 204);
        org.byHand(u"erase"_s, u"Contact"_s, erased);
        org.byHand(u"merge"_s, u"Contact"_s, loser, winner);
        QSet<QString> inBin, inFeed;
        for (const QJsonValue &row :
             org.rows("SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true", "queryAll")) {
            inBin.insert(row[u"Id"_s].toString());
            QCOMPARE(row[u"MasterRecordId"_s].toString(), row[u"Id"_s].toString() == loser ? winner : QString());
        }
        QCOMPARE(inBin, (QSet<QString>{child, loser})); // with the account; who was erased is nowhere
        org.clock.freeze(morning + 600);
        const QByteArray span = "?start=" + isoTime(morning) + "&end=" + isoTime(morning + 600);
        const QJsonObject feed = org.object("GET", "sobjects/Contact/deleted" + span);
        for (const QJsonValue &record : feed[u"deletedRecords"_s].toArray())
            inFeed.insert(record[u"id"_s].toString());
        QCOMPARE(inFeed, (QSet<QString>{child, loser, erased}));
        QVERIFY(feed[u"latestDateCovered"_s].toString()
                < u"2026-11-24T06:10:00"_s); // behind the end that was asked for
        QCOMPARE(org.rows("SELECT Id FROM Contact").size(), 1);
        const Response late = org.send("PATCH", "sobjects/Contact/" + loser.toLatin1(), R"({"LastName":"X"})");
        QVERIFY(late.body.contains("ENTITY_IS_DELETED"));
    }

    void limits_areTwoAndTellNoTime()
    {
        const Org org;
        const auto headerOf = [](const Response &response, const QByteArray &name) {
            for (const auto &[key, value] : response.headers) {
                if (key == name)
                    return value;
            }
            return QByteArray();
        };
        const Response good = org.send("GET", "limits");
        QVERIFY(headerOf(good, "Sforce-Limit-Info").startsWith("api-usage=1/"));
        org.crm->configure({{u"concurrent"_s, 1}});
        const Response crowded = org.send("GET", "limits");
        QCOMPARE(crowded.status, 403);
        QVERIFY(crowded.body.contains("ConcurrentRequests") && headerOf(crowded, "Retry-After").isEmpty());
        org.crm->configure({{u"daily_remaining"_s, 0}});
        const Response spent = org.send("GET", "limits");
        QCOMPARE(spent.status, 403);
        QVERIFY(spent.body.contains("TotalRequests Limit exceeded"));
    }

    void similarPeople_areNamedUnderEitherSpelling_data()
    {
        QTest::addColumn<QJsonValue>("rule");
        QTest::addColumn<QString>("key");
        QTest::newRow("right") << QJsonValue(true) << u"duplicateResult"_s;
        QTest::newRow("without its l") << QJsonValue(u"misspelled"_s) << u"duplicateResut"_s;
    }

    void similarPeople_areNamedUnderEitherSpelling()
    {
        QFETCH(QJsonValue, rule);
        QFETCH(QString, key);
        const Org org;
        const QString id = org.add(u"Contact"_s, {{u"LastName"_s, u"One"_s}, {u"Email"_s, u"one@x.test"_s}});
        org.crm->configure({{u"duplicate_rule"_s, rule}});
        const QByteArray body = R"({"LastName":"Uno","Email":"ONE@x.test"})";
        const QJsonArray errors = org.array("POST", "sobjects/Contact", body);
        QCOMPARE(errors[0][u"errorCode"_s].toString(), u"DUPLICATES_DETECTED"_s);
        const QJsonValue match = errors[0][key][u"matchResults"_s][0][u"matchRecords"_s][0];
        QCOMPARE(match[u"record"_s][u"Id"_s].toString(), id);
        QCOMPARE(
            org.send("POST", "sobjects/Contact", body, {{"Sforce-Duplicate-Rule-Header", "allowSave=true"}}).status,
            201);
    }
};

QTEST_GUILESS_MAIN(tst_SalesforceRules)
#include "tst_salesforcerules.moc"
