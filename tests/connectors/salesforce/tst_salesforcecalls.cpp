#include "connectors/salesforce/salesforceconnector.h"
#include "support/scriptedhttpclient.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;

namespace {

using Status = WriteOutcome::Status;

const QString nextPage = u"/services/data/v66.0/query/01g-2"_s;
const QByteArray serverDate = "Sun, 01 Feb 2026 10:00:00 GMT";

QString idOf(int number, const QString &prefix = u"003"_s)
{
    return u"%1%2AAA"_s.arg(prefix).arg(number, 12, 10, QChar(u'0'));
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

HttpResponse answer(int status, const QByteArray &body)
{
    return jsonAnswer(status, body, {{"Date", serverDate}});
}

HttpResponse rows(const QJsonArray &records, const QString &next = {})
{
    QJsonObject page{{u"totalSize"_s, records.size()}, {u"done"_s, next.isEmpty()}, {u"records"_s, records}};
    if (!next.isEmpty())
        page.insert(u"nextRecordsUrl"_s, next);
    return answer(200, bytes(page));
}

QJsonObject person(int number)
{
    return {{u"Id"_s, idOf(number)},
            {u"LastName"_s, u"P%1"_s.arg(number)},
            {u"SystemModstamp"_s, u"2026-02-01T09:00:00.000+0000"_s}};
}

QJsonObject column(const QString &name, const QString &type, bool isRequired = false)
{
    return {{u"name"_s, name},       {u"type"_s, type},       {u"nillable"_s, !isRequired},
            {u"createable"_s, true}, {u"updateable"_s, true}, {u"label"_s, name}};
}

QByteArray describedContact()
{
    const QJsonArray fields{column(u"Id"_s, u"id"_s),
                            column(u"LastName"_s, u"string"_s, true),
                            column(u"Email"_s, u"email"_s),
                            column(u"SystemModstamp"_s, u"datetime"_s),
                            column(u"IsDeleted"_s, u"boolean"_s),
                            column(u"MasterRecordId"_s, u"reference"_s)};
    return bytes({{u"name"_s, u"Contact"_s}, {u"labelPlural"_s, u"Contacts"_s}, {u"fields"_s, fields}});
}

/// An org that answers as it is told to, after its field list.
class Org
{
public:
    using Answer = std::function<HttpResponse(const HttpRequest &)>;

    explicit Org(Answer others, int pageSize = 0, int share = 0)
    {
        m_network.script().answer = [reply = std::move(others)](const HttpRequest &request) -> Result<HttpResponse> {
            if (request.path == "/services/data/")
                return answer(200, R"([{"version":"65.0"},{"version":"66.0"},{"version":"67.0"}])");
            if (request.path.endsWith("v66.0/sobjects"))
                return answer(200, R"({"sobjects":[{"name":"Contact","queryable":true}]})");
            if (request.path.endsWith("/describe"))
                return answer(200, describedContact());
            return reply(request);
        };
        ConnectorSettings settings;
        settings.baseUrl = QUrl(u"https://acme.my.salesforce.com"_s);
        settings.auth = AuthKind::OAuth2ClientCredentials;
        settings.secrets = {{u"client_id"_s, u"demo"_s}, {u"client_secret"_s, u"demo"_s}};
        settings.pageSize = pageSize;
        settings.http.sharePercent = share;
        m_connector = std::move(*makeSalesforceConnector(settings, m_network, m_clock));
    }

    Connector &connector() { return *m_connector; }
    /// The SOQL of every query, in order.
    QStringList queries()
    {
        QStringList texts;
        for (const HttpRequest &request : m_network.script().sent) {
            const QString text = QUrl::fromPercentEncoding(request.query);
            if (text.startsWith("q="_L1))
                texts.append(text.mid(2));
        }
        return texts;
    }
    QList<QByteArray> paths()
    {
        QList<QByteArray> list;
        for (const HttpRequest &request : m_network.script().sent)
            list.append(request.path);
        return list;
    }
    QList<HttpRequest> writes()
    {
        QList<HttpRequest> list = m_network.script().sent;
        list.removeIf([](const HttpRequest &request) { return request.repeat != Repeat::Once; });
        return list;
    }
    Result<ReadEnd> read(const std::optional<QString> &cursor = {}, const QString &resumeAfter = {})
    {
        return m_connector->read({u"Contact"_s, {u"LastName"_s}, cursor, resumeAfter},
                                 [&](const QList<RemoteRecord> &page) -> Result<void> {
                                     for (const RemoteRecord &record : page)
                                         ids.append(record.id);
                                     return {};
                                 },
                                 {});
    }
    QStringList ids; ///< that were read

private:
    SystemClock m_clock;
    ScriptedNetwork m_network;
    std::unique_ptr<Connector> m_connector;
};

QString soqlOf(const HttpRequest &request)
{
    return QUrl::fromPercentEncoding(request.query).mid(2);
}

WriteOperation newPerson(const QString &name)
{
    return {WriteKind::Create, {}, {{u"LastName"_s, Value::text(name)}}, {}};
}

} // namespace

/// Requests and answers of the connector, call by call.
class tst_SalesforceCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk_goesOnBehindTheLastRow()
    {
        Org org(
            [](const HttpRequest &request) {
                return soqlOf(request).contains(u"Id > '%1'"_s.arg(idOf(2))) ? rows({person(3)})
                                                                             : rows({person(1), person(2)});
            },
            2);
        const auto end = org.read();
        QVERIFY2(end, end ? "" : qPrintable(end.error().message));
        QCOMPARE(org.ids, (QStringList{idOf(1), idOf(2), idOf(3)}));
        QVERIFY(end->wasFull);
        QCOMPARE(end->nextCursor, u"2026-02-01T10:00:00Z"_s);
        QVERIFY(org.queries().first().endsWith("ORDER BY Id LIMIT 2"_L1));
    }

    /// An org of the year before, or another program that speaks the same language.
    void olderOrg_isSpokenToInItsOwnVersion()
    {
        SystemClock clock;
        ScriptedNetwork network;
        network.script().answer = [](const HttpRequest &request) -> Result<HttpResponse> {
            if (request.path == "/services/data/")
                return answer(200, R"([{"version":"58.0"},{"version":"59.0"}])");
            if (request.path == "/services/data/v59.0/sobjects")
                return answer(200, R"({"sobjects":[{"name":"Contact","queryable":true}]})");
            if (request.path == "/services/data/v59.0/sobjects/Contact/describe")
                return answer(200, describedContact());
            return answer(404, R"([{"message":"The requested resource does not exist","errorCode":"NOT_FOUND"}])");
        };
        ConnectorSettings settings;
        settings.baseUrl = QUrl(u"https://acme.my.salesforce.com"_s);
        settings.auth = AuthKind::OAuth2ClientCredentials;
        settings.secrets = {{u"client_id"_s, u"demo"_s}, {u"client_secret"_s, u"demo"_s}};
        const auto connector = std::move(*makeSalesforceConnector(settings, network, clock));
        const auto entities = connector->describe({});
        QVERIFY2(entities, entities ? "" : qPrintable(entities.error().message));
        QCOMPARE(entities->size(), 1);
        settings.apiVersion = u"60.0"_s; // whoever sets one means it
        const auto stubborn = std::move(*makeSalesforceConnector(settings, network, clock));
        QVERIFY(!stubborn->describe({}));
    }

    void fieldsOfAnotherConnector_areNotAskedForAgain()
    {
        Org first([](const HttpRequest &) { return rows({person(1)}); });
        const auto described = first.connector().describe({});
        QVERIFY(described);
        Org second([](const HttpRequest &) { return rows({person(1)}); });
        second.connector().adopt(*described);
        QVERIFY(second.read());
        QCOMPARE(second.paths(), (QList<QByteArray>{"/services/data/", "/services/data/v66.0/query"}));
    }

    void pagesShorterThanAsked_areFollowed()
    {
        Org org([](const HttpRequest &request) {
            return request.path.endsWith("/query/01g-2") ? rows({person(3)}) : rows({person(1), person(2)}, nextPage);
        });
        QVERIFY(org.read());
        QCOMPARE(org.ids, (QStringList{idOf(1), idOf(2), idOf(3)}));
    }

    void lostLocator_isAskedAgainBehindTheLastRow()
    {
        Org org([](const HttpRequest &request) {
            if (request.path.endsWith("/query/01g-2"))
                return answer(400, R"([{"message":"invalid query locator","errorCode":"INVALID_QUERY_LOCATOR"}])");
            return soqlOf(request).contains("Id > "_L1) ? rows({person(3)}) : rows({person(1), person(2)}, nextPage);
        });
        QVERIFY(org.read());
        QCOMPARE(org.ids, (QStringList{idOf(1), idOf(2), idOf(3)}));
        QVERIFY(org.queries().last().contains(u"Id > '%1'"_s.arg(idOf(2))));
    }

    void incrementalWalk_goesBackBehindLateCommits()
    {
        Org org([](const HttpRequest &) { return rows({}); });
        const auto end = org.read(u"2026-02-01T09:00:00Z"_s);
        QVERIFY(end);
        QVERIFY(!end->wasFull);
        QVERIFY(org.queries().first().contains("SystemModstamp >= 2026-02-01T08:55:00Z"_L1));
    }

    void walk_goesOnAfterACrash()
    {
        Org org([](const HttpRequest &) { return rows({person(8)}); });
        const auto end = org.read({}, idOf(7));
        QVERIFY(end);
        QVERIFY(!end->wasFull);
        QVERIFY(org.queries().first().contains(u"Id > '%1'"_s.arg(idOf(7))));
    }

    void errorsInsideASuccess_areAnError()
    {
        Org org([](const HttpRequest &) {
            return answer(200, R"([{"message":"Your query was running for too long","errorCode":"QUERY_TIMEOUT"}])");
        });
        const auto end = org.read();
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Server);
        QVERIFY(end.error().message.contains("running for too long"_L1));
    }

    void wideQuery_goesInsideAnotherRequest()
    {
        Org org([](const HttpRequest &request) {
            if (!request.path.endsWith("/composite"))
                return answer(414, "<html>too long</html>");
            const QJsonObject part{{u"httpStatusCode"_s, 200},
                                   {u"body"_s, QJsonObject{{u"done"_s, true}, {u"records"_s, QJsonArray{person(1)}}}}};
            return answer(200, bytes({{u"compositeResponse"_s, QJsonArray{part}}}));
        });
        const QString longValue(13'000, u'x');
        const auto found = org.connector().readByKey(u"Contact"_s, u"LastName"_s, {longValue}, {u"LastName"_s}, {});
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 1);
    }

    void mergedRecord_isFollowed()
    {
        Org org([](const HttpRequest &request) {
            if (!request.path.endsWith("/queryAll"))
                return rows({});
            if (soqlOf(request).contains(idOf(2)))
                return rows({person(2)});
            QJsonObject loser = person(1);
            loser.insert(u"IsDeleted"_s, true);
            loser.insert(u"MasterRecordId"_s, idOf(2));
            QJsonObject gone = person(3);
            gone.insert(u"IsDeleted"_s, true);
            return rows({loser, gone});
        });
        const auto looks = org.connector().readByIds(u"Contact"_s, {idOf(1), idOf(3), idOf(4), u"999"_s},
                                                     {u"LastName"_s}, {});
        QVERIFY(looks);
        QCOMPARE(looks->at(0).record.id, idOf(2));
        for (int i : {1, 2, 3})
            QCOMPARE(int(looks->at(i).presence), int(Presence::NotFound));
        QVERIFY(!org.queries().join(u' ').contains("999"_L1));
    }

    void recycleBin_isTheFeed()
    {
        Org org([](const HttpRequest &request) {
            if (!request.path.endsWith("/queryAll"))
                return rows({});
            return rows({QJsonObject{{u"Id"_s, idOf(1)}, {u"MasterRecordId"_s, idOf(2)}},
                         QJsonObject{{u"Id"_s, idOf(3)}, {u"MasterRecordId"_s, QJsonValue::Null}}});
        });
        const auto begin = org.connector().deletedSince(u"Contact"_s, {}, {});
        QVERIFY(begin && begin->records.isEmpty());
        const auto feed = org.connector().deletedSince(u"Contact"_s, begin->nextCursor, {});
        QVERIFY(feed);
        QCOMPARE(feed->records.size(), 2);
        QCOMPARE(feed->records[0].mergedInto, std::optional(idOf(2)));
        QVERIFY(!feed->records[1].mergedInto);
        QVERIFY(org.queries().last().contains("IsDeleted = true AND SystemModstamp >= 2026-02-01T09:55:00Z"_L1));
    }

    /// Who was deleted for good is in the bin no more; the log still names it, and is a little behind.
    void log_namesWhatTheBinHoldsNoMore()
    {
        QByteArray asked;
        Org org([&asked](const HttpRequest &request) {
            if (request.path.endsWith("/queryAll"))
                return rows({QJsonObject{{u"Id"_s, idOf(1)}, {u"MasterRecordId"_s, idOf(2)}}});
            if (!request.path.endsWith("/sobjects/Contact/deleted/"))
                return rows({});
            asked = request.query;
            return answer(200, R"({"deletedRecords":[{"id":"003000000000001AAA"},{"id":"003000000000009AAA"}],
                "earliestDateAvailable":"2026-01-20T00:00:00.000+0000",
                "latestDateCovered":"2026-02-01T09:58:00.000+0000"})");
        });
        const auto feed = org.connector().deletedSince(u"Contact"_s, u"2026-02-01T09:00:00Z"_s, {});
        QVERIFY(feed);
        QCOMPARE(feed->records.size(), 2);
        QCOMPARE(feed->records[0].mergedInto, std::optional(idOf(2)));
        QCOMPARE(feed->records[1].id, idOf(9));
        QCOMPARE(feed->nextCursor, u"2026-02-01T09:58:00Z"_s);
        QCOMPARE(QUrl::fromPercentEncoding(asked), u"start=2026-02-01T08:55:00Z&end=2026-02-01T10:00:00Z"_s);
        // No further back than the log goes.
        QVERIFY(org.connector().deletedSince(u"Contact"_s, u"2025-06-01T00:00:00Z"_s, {}));
        QVERIFY(QUrl::fromPercentEncoding(asked).startsWith("start=2026-01-17T10:02:00Z"_L1));
    }

    void names_areAskedForInQuotes()
    {
        Org org([](const HttpRequest &) { return rows({person(1)}); });
        QVERIFY(org.connector().readByKey(u"Contact"_s, u"LastName"_s, {u"O'Neil"_s, u""_s}, {}, {}));
        QVERIFY(org.queries().first().endsWith("WHERE LastName IN ('O\\'Neil')"_L1));
    }

    void rowsOfACollection_haveAnOutcomeEach()
    {
        Org org([](const HttpRequest &request) {
            if (request.method != "POST")
                return rows({person(1)});
            const QJsonObject done{{u"id"_s, idOf(1)}, {u"success"_s, true}, {u"errors"_s, QJsonArray()}};
            const QByteArray alike = R"({"success":false,"errors":[{"statusCode":"DUPLICATES_DETECTED",
                "message":"Use one of these records?","fields":[],"duplicateResut":{"matchResults":[{"matchRecords":[
                {"record":{"Id":"003000000000009AAA"}}]}]}}]})";
            const QByteArray locked =
                R"({"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"busy"}]})";
            const QByteArray list = "[" + bytes(done) + "," + alike + "," + locked + "]";
            return answer(200, list);
        });
        const auto outcomes = org.connector().write(
            u"Contact"_s, {newPerson(u"One"_s), newPerson(u"Two"_s), newPerson(u"Three"_s), newPerson(u"Four"_s)}, {});
        QCOMPARE(int(outcomes[0].status), int(Status::Done));
        QCOMPARE(outcomes[0].remoteId, idOf(1));
        QCOMPARE(outcomes[0].record.fields.value(u"LastName"_s).text(), u"P1"_s); // as a flow has it, not as sent
        QCOMPARE(int(outcomes[1].status), int(Status::Refused));
        QCOMPARE(outcomes[1].error.kind, ErrorKind::Conflict);
        QCOMPARE(outcomes[1].remoteId, idOf(9));
        QCOMPARE(int(outcomes[2].status), int(Status::NotSent)); // the next run tries again
        QCOMPARE(int(outcomes[3].status), int(Status::Unknown)); // the answer has no row for it
        QVERIFY(outcomes[3].error.outcomeUnknown);
        QCOMPARE(org.writes().size(), 1);
        const QJsonObject body = QJsonDocument::fromJson(org.writes().first().body).object();
        QCOMPARE(body[u"allOrNone"_s].toBool(true), false);
        QCOMPARE(body[u"records"_s][0][u"attributes"_s][u"type"_s].toString(), u"Contact"_s);
    }

    void manyRecords_goTwoHundredAtATime()
    {
        Org org([](const HttpRequest &request) {
            if (request.method != "POST")
                return rows({});
            QJsonArray list;
            const qsizetype count = QJsonDocument::fromJson(request.body)[u"records"_s].toArray().size();
            for (int i = 0; i < count; ++i)
                list.append(QJsonObject{{u"id"_s, idOf(i)}, {u"success"_s, true}});
            return answer(200, QJsonDocument(list).toJson());
        });
        QList<WriteOperation> operations;
        for (int i = 0; i < 450; ++i)
            operations.append(newPerson(u"P%1"_s.arg(i)));
        const auto outcomes = org.connector().write(u"Contact"_s, operations, {});
        QVERIFY(std::ranges::all_of(outcomes, [](const WriteOutcome &one) { return one.status == Status::Done; }));
        QCOMPARE(org.writes().size(), 3);
    }

    void refusedCollection_isHalvedUntilTheGuiltyOneIsAlone()
    {
        Org org([](const HttpRequest &request) {
            if (request.method != "POST")
                return rows({});
            if (request.body.contains("Bad"))
                return answer(
                    400,
                    R"([{"message":"No such column 'LastName' on sobject of type Contact","errorCode":"INVALID_FIELD"}])");
            return answer(200, bytes({{u"id"_s, idOf(1)}, {u"success"_s, true}}).prepend('[').append(']'));
        });
        const auto outcomes = org.connector().write(u"Contact"_s, {newPerson(u"Good"_s), newPerson(u"Bad"_s)}, {});
        QCOMPARE(int(outcomes[0].status), int(Status::Done));
        QCOMPARE(int(outcomes[1].status), int(Status::Refused));
        QCOMPARE(outcomes[1].error.fields, QStringList{u"LastName"_s});
    }

    void spentQuota_isToldAndNotAskedAgain()
    {
        Org org([](const HttpRequest &) {
            return answer(403, R"([{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}])");
        });
        const auto end = org.read();
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::RateLimit);
        QCOMPARE(org.queries().size(), 1);
    }

    void shareOfOthers_isLeftToThem()
    {
        Org org(
            [](const HttpRequest &) {
                return jsonAnswer(200, R"({"done":true,"records":[]})", {{"Sforce-Limit-Info", "api-usage=85/100"}});
            },
            0, 20);
        QVERIFY(org.read());
        const auto second = org.read();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::RateLimit);
        QVERIFY(second.error().message.contains("85"_L1));
        QCOMPARE(org.queries().size(), 1);
    }

    void deletes_areNamedByTheirIds()
    {
        Org org([](const HttpRequest &) {
            return answer(200, R"([{"id":"003000000000001AAA","success":true,"errors":[]},{"id":"003000000000002AAA",
                "success":false,"errors":[{"statusCode":"ENTITY_IS_DELETED","message":"entity is deleted"}]}])");
        });
        const auto outcomes = org.connector().write(
            u"Contact"_s, {{WriteKind::Delete, idOf(1), {}, {}}, {WriteKind::Delete, idOf(2), {}, {}}}, {});
        QCOMPARE(int(outcomes[0].status), int(Status::Done));
        QCOMPARE(int(outcomes[1].status), int(Status::NotFound));
        QCOMPARE(QUrl::fromPercentEncoding(org.writes().first().query),
                 u"ids=%1,%2&allOrNone=false"_s.arg(idOf(1), idOf(2)));
    }

    void anotherKindOfSignIn_isRefused()
    {
        SystemClock clock;
        ScriptedNetwork network;
        ConnectorSettings settings;
        settings.auth = AuthKind::OAuth2Password;
        const auto made = makeSalesforceConnector(settings, network, clock);
        QVERIFY(!made && made.error().kind == ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(tst_SalesforceCalls)
#include "tst_salesforcecalls.moc"
