#include "connectors/mautic/mauticbench.h"

#include "connectors/mautic/mauticapi.h"
#include "connectors/net/notices.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using std::chrono::seconds;

namespace {

constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

QStringList idsOf(const QList<RemoteRecord> &records)
{
    QStringList ids;
    for (const RemoteRecord &record : records)
        ids.append(record.id);
    return ids;
}

} // namespace

/// Every trap of docs/crm/mautic.md that reading can fall into.
class MauticReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIdentifiedContactsComeOnceAndInOrder();
    void companiesComeWithoutDates();
    void recordsThatAreDeletedBetweenTwoPagesShiftNothing();
    void aServerThatDropsTheFilterIsNoticed();
    void aPageWithMoreThanAskedIsAnError();
    void aPageThatLostRowsIsAnError();
    void aCountFromTheServersCacheIsAskedForAnew();
    void everyAddressThatPeopleCopyLeadsToTheSite_data();
    void everyAddressThatPeopleCopyLeadsToTheSite();
    void noticesOfPhpBeforeTheJsonAreLeftOut_data();
    void noticesOfPhpBeforeTheJsonAreLeftOut();
    void aNewContactComesIncrementallyAlthoughItWasNeverModified();
    void theCursorIsTheServersTimeAndOverlaps();
    void aResumedWalkDoesNotMoveTheCursor();
    void anUnreadableCursorReadsEverything();
    void aRunningWalkCanBeStopped();
    void customFieldsBeyondTheDefaultLimitAreSeen();
    void aViewerWithoutTheFieldListGetsFieldsFromARecord();
    void aViewerWithoutAnyRecordIsToldWhichRightIsMissing();
    void lookUpsTellFoundFromNotFoundFromForbidden();
    void aBrokenAddressIsNotTakenForADeletedRecord();
    void keysAreFoundWithCommasQuotesAndAmpersands();
    void keysIgnoreCaseAndAreAskedInParts();
    void tagsCannotBeAKey();
    void createdSinceListsNewRecordsOnly();
    void deletionsAndMergesComeFromTheAuditLog();
    void aBarredAuditLogIsNotAvailable_data();
    void aBarredAuditLogIsNotAvailable();
    void theConnectionTestTellsVersionAndUser();
    void theConnectionTestNamesWhatIsWrong_data();
    void theConnectionTestNamesWhatIsWrong();
};

void MauticReadingTest::allIdentifiedContactsComeOnceAndInOrder()
{
    MauticBench bench(0, 7);
    QStringList expected;
    for (int i = 0; i < 30; ++i)
        expected.append(bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}}));
    bench.ask("POST", "/api/contacts/new", QJsonObject()); // an anonymous visitor
    const auto records = bench.readAll(u"contacts"_s, {u"email"_s, u"tags"_s});
    QCOMPARE(idsOf(records), expected);
    QCOMPARE(records[9].fields[u"email"_s], text("p9@x.test"));
    QVERIFY(!bench.lastCursor.isEmpty());
}

void MauticReadingTest::companiesComeWithoutDates()
{
    MauticBench bench;
    bench.add(u"companies"_s, {{u"companyname"_s, u"Äcker & Söhne"_s}, {u"companycity"_s, u"Köln"_s}});
    const auto records = bench.readAll(u"companies"_s, {u"companyname"_s, u"companycity"_s});
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].fields[u"companyname"_s], text("Äcker & Söhne"));
    QVERIFY(!records[0].modifiedAt);
}

void MauticReadingTest::recordsThatAreDeletedBetweenTwoPagesShiftNothing()
{
    MauticBench bench(0, 5);
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids.append(bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}}));
    QStringList seen;
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, {}, {}},
                                            [&](const QList<RemoteRecord> &page) -> Result<void> {
                                                seen.append(idsOf(page));
                                                if (seen.size() == 5) {
                                                    for (const QString &gone : ids.mid(0, 4))
                                                        bench.ask("DELETE",
                                                                  "/api/contacts/" + gone.toLatin1() + "/delete");
                                                }
                                                return {};
                                            },
                                            {});
    QVERIFY(end);
    QVERIFY(end->wasFull);
    QCOMPARE(seen, ids);
}

void MauticReadingTest::aServerThatDropsTheFilterIsNoticed()
{
    MauticBench bench(0, 3);
    for (int i = 0; i < 6; ++i)
        bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}});
    bench.field(u"contacts"_s, u"email"_s);
    const QByteArray unfiltered = QJsonDocument(bench.ask("GET", "/api/contacts?orderBy=id&orderByDir=asc&limit=3"))
                                      .toJson(QJsonDocument::Compact);
    bench.intercept = [&](const HttpRequest &) {
        return std::optional<Result<HttpResponse>>(jsonAnswer(200, unfiltered));
    };
    int pages = 0;
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, {}, {}},
                                            [&](const QList<RemoteRecord> &) -> Result<void> {
                                                ++pages;
                                                return {};
                                            },
                                            {});
    QVERIFY(!end);
    QCOMPARE(pages, 1);
}

void MauticReadingTest::aPageWithMoreThanAskedIsAnError()
{
    MauticBench bench(0, 2);
    for (int i = 0; i < 6; ++i)
        bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}});
    bench.field(u"contacts"_s, u"email"_s);
    const QByteArray all = QJsonDocument(bench.ask("GET", "/api/contacts?limit=0")).toJson(QJsonDocument::Compact);
    bench.intercept = [&](const HttpRequest &) { return std::optional<Result<HttpResponse>>(jsonAnswer(200, all)); };
    QVERIFY(bench.readAll(u"contacts"_s, {u"email"_s}).isEmpty());
    QVERIFY(bench.lastCursor.isEmpty());
}

void MauticReadingTest::aPageThatLostRowsIsAnError()
{
    MauticBench bench(0, 10);
    for (int i = 0; i < 6; ++i)
        bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}});
    bench.field(u"contacts"_s, u"email"_s);
    QJsonObject page = bench.ask("GET", "/api/contacts?limit=10");
    QJsonObject rows = page["contacts"_L1].toObject();
    rows.remove(rows.keys().first());
    page[u"contacts"_s] = rows;
    const QByteArray body = QJsonDocument(page).toJson(QJsonDocument::Compact);
    bench.intercept = [&](const HttpRequest &) { return std::optional<Result<HttpResponse>>(jsonAnswer(200, body)); };
    QVERIFY(bench.readAll(u"contacts"_s, {u"email"_s}).isEmpty());
    QVERIFY(bench.lastCursor.isEmpty());
}

void MauticReadingTest::aCountFromTheServersCacheIsAskedForAnew()
{
    MauticBench bench(0, 10);
    for (int i = 0; i < 3; ++i)
        bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}});
    QByteArray first;
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        const bool isList = request.path == "/api/contacts" && request.query.contains("limit=10");
        if (!isList || (!first.isEmpty() && first != request.query))
            return std::nullopt;
        first = request.query;
        QJsonObject page = bench.ask("GET", "/api/contacts?limit=11");
        page[u"total"_s] = u"4"_s; // one was deleted since it was counted
        return Result<HttpResponse>(jsonAnswer(200, QJsonDocument(page).toJson()));
    };
    QCOMPARE(bench.readAll(u"contacts"_s, {u"email"_s}).size(), 3);
}

void MauticReadingTest::everyAddressThatPeopleCopyLeadsToTheSite_data()
{
    QTest::addColumn<QString>("copied");
    QTest::addColumn<QString>("site");
    for (const QString &end : {u""_s, u"/"_s, u"/api"_s, u"/api/"_s, u"/s/login"_s, u"/s/dashboard?x=1#y"_s, u"/s/"_s,
                               u"/s/contacts/view/7"_s}) {
        QTest::newRow(qPrintable(QString(u"host"_s + end)))
            << QString(u"https://m.test"_s + end) << u"https://m.test"_s;
        QTest::newRow(qPrintable(QString(u"folder"_s + end)))
            << QString(u"https://m.test/a/b"_s + end) << u"https://m.test/a/b"_s;
    }
    QTest::newRow("without rewriting") << u"https://m.test/index.php/s/login"_s << u"https://m.test/index.php"_s;
    QTest::newRow("a folder like a page") << u"https://m.test/apis"_s << u"https://m.test/apis"_s;
}

void MauticReadingTest::everyAddressThatPeopleCopyLeadsToTheSite()
{
    QFETCH(QString, copied);
    QFETCH(QString, site);
    QCOMPARE(mautic::siteUrl(QUrl(copied)).toString(), site);
}

void MauticReadingTest::noticesOfPhpBeforeTheJsonAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("json");
    const QByteArray json = "{\n \"a\": 1\n}";
    const QByteArray notice = "<br />\n<b>Warning</b>:  Undefined {x} in <b>/a.php</b> on line <b>7</b><br />\n";
    QTest::newRow("none") << json << json;
    QTest::newRow("one") << notice + json << json;
    QTest::newRow("two") << notice + notice + json << json;
    QTest::newRow("plain text") << "\nPHP Deprecated:  Foo in /a.php on line 7\n" + json << json;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + json << json;
    QTest::newRow("a page of a proxy") << "<html>\n{\n</html>"_ba
                                       << "<html>\n{\n</html>"_ba;
    QTest::newRow("a warning without JSON") << notice << notice;
}

void MauticReadingTest::noticesOfPhpBeforeTheJsonAreLeftOut()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, json);
    QCOMPARE(withoutNotices(body), json);
}

void MauticReadingTest::aNewContactComesIncrementallyAlthoughItWasNeverModified()
{
    MauticBench bench;
    bench.clock().freeze(morning);
    const QString old = bench.add(u"contacts"_s, {{u"email"_s, u"old@x.test"_s}});
    const QString edited = bench.add(u"contacts"_s, {{u"email"_s, u"edited@x.test"_s}});
    bench.clock().freeze(morning + 3600);
    bench.readAll(u"contacts"_s, {u"email"_s});
    const QString cursor = bench.lastCursor;
    bench.clock().freeze(morning + 3660);
    const QString fresh = bench.add(u"contacts"_s, {{u"email"_s, u"new@x.test"_s}});
    bench.ask("PATCH", "/api/contacts/" + edited.toLatin1() + "/edit", QJsonObject{{u"city"_s, u"Bonn"_s}});
    QVERIFY(bench.record(u"contacts"_s, fresh)[u"dateModified"_s].isNull());
    const auto changed = bench.readAll(u"contacts"_s, {u"email"_s}, cursor);
    QCOMPARE(idsOf(changed), (QStringList{edited, fresh}));
    QCOMPARE(changed[1].modifiedAt, std::optional(seconds(morning + 3660)));
    Q_UNUSED(old);
}

void MauticReadingTest::theCursorIsTheServersTimeAndOverlaps()
{
    MauticBench bench;
    bench.clock().freeze(morning);
    bench.readAll(u"contacts"_s, {u"email"_s});
    QCOMPARE(bench.lastCursor, u"2026-11-24T06:00:00Z"_s);
    bench.forgetSent();
    bench.readAll(u"contacts"_s, {u"email"_s}, bench.lastCursor);
    const QByteArray query = QByteArray::fromPercentEncoding(bench.sent().first().query);
    const seconds overlap = bench.connector().capabilities().overlap;
    QCOMPARE(overlap, seconds(5));
    QVERIFY2(query.contains("=2026-11-24 05:59:55&"), query.constData()); // UTC, no offset, the overlap taken off
}

void MauticReadingTest::aResumedWalkDoesNotMoveTheCursor()
{
    MauticBench bench(0, 2);
    for (int i = 0; i < 5; ++i)
        bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}});
    QStringList seen;
    const QString cursor = u"2020-01-01T00:00:00Z"_s;
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, cursor, u"3"_s},
                                            [&](const QList<RemoteRecord> &page) -> Result<void> {
                                                seen.append(idsOf(page));
                                                return {};
                                            },
                                            {});
    QVERIFY(end);
    QCOMPARE(seen, (QStringList{u"4"_s, u"5"_s}));
    QCOMPARE(end->nextCursor, cursor);
    QVERIFY(!end->wasFull);
}

void MauticReadingTest::anUnreadableCursorReadsEverything()
{
    MauticBench bench;
    bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const auto end = bench.connector().read({u"contacts"_s, {u"email"_s}, u"rubbish"_s, {}},
                                            [](const QList<RemoteRecord> &) -> Result<void> { return {}; }, {});
    QVERIFY(end);
    QVERIFY(end->wasFull);
}

void MauticReadingTest::aRunningWalkCanBeStopped()
{
    MauticBench bench(0, 2);
    for (int i = 0; i < 9; ++i)
        bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}});
    std::stop_source stop;
    int pages = 0;
    const auto end = bench.connector().read(
        {u"contacts"_s, {u"email"_s}, {}, {}},
        [&](const QList<RemoteRecord> &) -> Result<void> {
            ++pages;
            stop.request_stop();
            return {};
        },
        stop.get_token());
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::Cancelled);
    QCOMPARE(pages, 1);
}

void MauticReadingTest::customFieldsBeyondTheDefaultLimitAreSeen()
{
    MauticBench bench;
    for (int i = 0; i < 40; ++i)
        bench.addField(u"own_%1"_s.arg(i), u"text"_s);
    const auto entities = bench.connector().describe({});
    QVERIFY(entities);
    QCOMPARE(entities->size(), 2);
    QVERIFY(entities->at(0).field(u"own_39"_s));
    QVERIFY(entities->at(0).field(u"firstname"_s));
    QVERIFY(entities->at(0).field(u"email"_s)->unique);
    QVERIFY(entities->at(0).field(u"points"_s)->readOnly);
    QVERIFY(entities->at(0).field(u"tags"_s));
    QVERIFY(entities->at(1).field(u"companyname"_s)->unique);
    QVERIFY(!entities->at(1).field(u"tags"_s));
    QVERIFY(bench.connector().capabilities().sideEffects.join(u' ').contains("company"_L1));
}

void MauticReadingTest::aViewerWithoutTheFieldListGetsFieldsFromARecord()
{
    MauticBench bench;
    bench.addField(u"x_dec"_s, u"number"_s, {{u"scale"_s, 2}, {u"roundmode"_s, 4}});
    bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.add(u"companies"_s, {{u"companyname"_s, u"A"_s}});
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.path.contains("/fields/"))
            return recordedAnswer(u"mautic"_s, u"viewer-fields-list"_s);
        return std::nullopt;
    };
    const auto entities = bench.connector().describe({});
    QVERIFY2(entities, entities ? "" : qPrintable(entities.error().message));
    QCOMPARE(entities->at(0).field(u"x_dec"_s)->type, FieldType::Decimal);
    QVERIFY(entities->at(0).field(u"x_dec"_s)->custom);
    QVERIFY(!entities->at(0).field(u"email"_s)->custom);
    QVERIFY(entities->at(0).field(u"email"_s)->unique);
    QVERIFY(entities->at(1).field(u"companyname"_s)->required);
}

void MauticReadingTest::aViewerWithoutAnyRecordIsToldWhichRightIsMissing()
{
    MauticBench bench;
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.path.contains("/fields/"))
            return recordedAnswer(u"mautic"_s, u"viewer-fields-list"_s);
        return std::nullopt;
    };
    const auto entities = bench.connector().describe({});
    QVERIFY(!entities);
    QCOMPARE(entities.error().kind, ErrorKind::Permission);
    QVERIFY(entities.error().remedy.contains("custom fields"_L1));
}

void MauticReadingTest::lookUpsTellFoundFromNotFoundFromForbidden()
{
    MauticBench bench;
    const QString mine = bench.add(u"contacts"_s, {{u"email"_s, u"mine@x.test"_s}});
    const QString hidden = bench.add(u"contacts"_s, {{u"email"_s, u"hidden@x.test"_s}});
    bench.field(u"contacts"_s, u"email"_s);
    // The list leaves one out and its own address says that it may not be seen.
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.path == "/api/contacts/" + hidden.toLatin1())
            return recordedAnswer(u"mautic"_s, u"owner-contact-get-other"_s);
        if (request.path != "/api/contacts")
            return std::nullopt;
        QJsonObject page = bench.ask("GET", "/api/contacts?" + request.query);
        QJsonObject rows = page["contacts"_L1].toObject();
        rows.remove(hidden);
        page[u"contacts"_s] = rows;
        return jsonAnswer(200, QJsonDocument(page).toJson(QJsonDocument::Compact));
    };
    const auto looks = bench.connector().readByIds(u"contacts"_s, {u"4711"_s, hidden, mine, u"abc"_s}, {u"email"_s},
                                                   {});
    QVERIFY(looks);
    QCOMPARE(looks->size(), 4);
    QCOMPARE(looks->at(0).presence, Presence::NotFound);
    QCOMPARE(looks->at(1).presence, Presence::Forbidden);
    QCOMPARE(looks->at(2).presence, Presence::Found);
    QCOMPARE(looks->at(2).record.fields[u"email"_s], text("mine@x.test"));
    QCOMPARE(looks->at(3).presence, Presence::NotFound);
}

void MauticReadingTest::aBrokenAddressIsNotTakenForADeletedRecord()
{
    MauticBench bench;
    bench.field(u"contacts"_s, u"email"_s);
    for (const QString &recorded : {u"error-unknown-path"_s, u"proxy"_s}) {
        bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (request.path != "/api/contacts/4711")
                return std::nullopt;
            return recorded == "proxy"_L1 ? HttpResponse{404, {}, "<html>Not Found</html>", {}}
                                          : recordedAnswer(u"mautic"_s, recorded);
        };
        const auto looks = bench.connector().readByIds(u"contacts"_s, {u"4711"_s}, {u"email"_s}, {});
        QVERIFY(looks);
        QCOMPARE(looks->at(0).presence, Presence::Unknown);
        QVERIFY(!looks->at(0).error.message.isEmpty());
    }
}

void MauticReadingTest::keysAreFoundWithCommasQuotesAndAmpersands()
{
    MauticBench bench;
    const QStringList names{u"Müller, Maier & Co"_s, u"The \"Big\" One"_s, u"O'Neil"_s};
    for (const QString &name : names)
        bench.add(u"companies"_s, {{u"companyname"_s, name}});
    bench.add(u"companies"_s, {{u"companyname"_s, u"Other"_s}});
    const auto found = bench.connector().readByKey(u"companies"_s, u"companyname"_s, names, {u"companycity"_s}, {});
    QVERIFY(found);
    QCOMPARE(idsOf(*found), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QVERIFY(!found->first().fields.contains(u"companyname"_s));
}

void MauticReadingTest::keysIgnoreCaseAndAreAskedInParts()
{
    MauticBench bench(0, 10);
    QStringList addresses;
    for (int i = 0; i < 250; ++i) {
        addresses.append(u"Person.%1@Example.test"_s.arg(i));
        bench.add(u"contacts"_s, {{u"email"_s, addresses.last().toLower()}});
    }
    bench.field(u"contacts"_s, u"email"_s);
    bench.forgetSent();
    const auto found = bench.connector().readByKey(u"contacts"_s, u"email"_s, addresses + addresses, {u"email"_s}, {});
    QVERIFY(found);
    QCOMPARE(found->size(), 250);
    for (const HttpRequest &request : bench.sent())
        QVERIFY(request.query.size() < 7000);
}

void MauticReadingTest::tagsCannotBeAKey()
{
    MauticBench bench;
    const auto found = bench.connector().readByKey(u"contacts"_s, u"tags"_s, {u"a"_s}, {}, {});
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Usage);
}

void MauticReadingTest::createdSinceListsNewRecordsOnly()
{
    MauticBench bench;
    bench.clock().freeze(morning);
    bench.add(u"contacts"_s, {{u"email"_s, u"old@x.test"_s}});
    bench.clock().freeze(morning + 100);
    const QString fresh = bench.add(u"contacts"_s, {{u"email"_s, u"new@x.test"_s}});
    const auto created = bench.connector().readCreatedSince(u"contacts"_s, seconds(morning + 100), {u"email"_s}, {});
    QVERIFY(created);
    QCOMPARE(idsOf(*created), QStringList{fresh});
    QCOMPARE(created->first().createdAt, std::optional(seconds(morning + 100)));
}

void MauticReadingTest::deletionsAndMergesComeFromTheAuditLog()
{
    MauticBench bench;
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.append(bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}}));
    bench.add(u"companies"_s, {{u"companyname"_s, u"A"_s}});
    bench.ask("DELETE", "/api/contacts/" + ids[4].toLatin1() + "/delete");
    const auto start = bench.connector().deletedSince(u"contacts"_s, {}, {});
    QVERIFY(start);
    QVERIFY(start->records.isEmpty());
    bench.ask("DELETE", "/api/contacts/" + ids[0].toLatin1() + "/delete");
    bench.crm().edit({{u"action"_s, u"merge"_s},
                      {u"entity"_s, u"contacts"_s},
                      {u"id"_s, ids[1].toInt()},
                      {u"into"_s, ids[2].toInt()}});
    bench.ask("DELETE", "/api/companies/1/delete");
    const auto feed = bench.connector().deletedSince(u"contacts"_s, start->nextCursor, {});
    QVERIFY(feed);
    QCOMPARE(feed->records.size(), 2);
    QCOMPARE(feed->records[0].id, ids[0]);
    QVERIFY(!feed->records[0].mergedInto);
    QCOMPARE(feed->records[1].id, ids[1]);
    QCOMPARE(feed->records[1].mergedInto, std::optional(ids[2]));
    const auto rest = bench.connector().deletedSince(u"contacts"_s, feed->nextCursor, {});
    QVERIFY(rest);
    QVERIFY(rest->records.isEmpty());
    QCOMPARE(rest->nextCursor, feed->nextCursor);
}

void MauticReadingTest::aBarredAuditLogIsNotAvailable_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<int>("kind");
    QTest::newRow("answered with the list of tables") << u"stats-unknown-table"_s << int(ErrorKind::NotFound);
    QTest::newRow("forbidden") << u"forbidden-hooks"_s << int(ErrorKind::Permission);
}

void MauticReadingTest::aBarredAuditLogIsNotAvailable()
{
    QFETCH(QString, recorded);
    QFETCH(int, kind);
    MauticBench bench;
    bench.intercept = [&](const HttpRequest &) {
        return std::optional<Result<HttpResponse>>(recordedAnswer(u"mautic"_s, recorded));
    };
    for (const std::optional<QString> &cursor : {std::optional<QString>(), std::optional(u"12"_s)}) {
        const auto feed = bench.connector().deletedSince(u"contacts"_s, cursor, {});
        QVERIFY(!feed);
        QCOMPARE(int(feed.error().kind), kind);
    }
}

void MauticReadingTest::theConnectionTestTellsVersionAndUser()
{
    MauticBench bench;
    const TestReport report = bench.connector().test({});
    QVERIFY2(report.ok, report.steps.isEmpty() ? "" : qPrintable(report.steps.last().message));
    QStringList steps;
    for (const TestStep &step : report.steps)
        steps.append(step.step);
    QCOMPARE(steps, (QStringList{u"address"_s, u"certificate"_s, u"sign_in"_s, u"permissions"_s, u"entities"_s}));
    QVERIFY(!report.version.isEmpty());
    QCOMPARE(report.fingerprint, u"https://mautic.example.test"_s);
}

void MauticReadingTest::theConnectionTestNamesWhatIsWrong_data()
{
    QTest::addColumn<QString>("recorded"); // "" for a web page
    QTest::addColumn<bool>("signedOnly");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("no CRM") << QString() << false << u"address"_s << u"address"_s;
    QTest::newRow("wrong password") << u"auth-basic-wrong"_s << true << u"sign_in"_s << u"Connect"_s;
    QTest::newRow("API off") << u"api-disabled"_s << false << u"sign_in"_s << u"API Settings"_s;
    QTest::newRow("basic auth off") << u"basic-auth-disabled"_s << true << u"sign_in"_s << u"OAuth"_s;
    QTest::newRow("sub-folder forgotten") << u"error-unknown-path"_s << true << u"sign_in"_s << u"sub-folder"_s;
}

void MauticReadingTest::theConnectionTestNamesWhatIsWrong()
{
    QFETCH(QString, recorded);
    QFETCH(bool, signedOnly);
    QFETCH(QString, step);
    QFETCH(QString, remedy);
    MauticBench bench;
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (signedOnly && !request.signIn)
            return std::nullopt;
        return recorded.isEmpty() ? HttpResponse{200, {}, "<html>Welcome to nginx</html>", {}}
                                  : recordedAnswer(u"mautic"_s, recorded);
    };
    const TestReport report = bench.connector().test({});
    QVERIFY(!report.ok);
    QCOMPARE(report.steps.last().step, step);
    QVERIFY(!report.steps.last().ok);
    QVERIFY2(report.steps.last().remedy.contains(remedy), qPrintable(report.steps.last().remedy));
}

QTEST_GUILESS_MAIN(MauticReadingTest)
#include "tst_mauticreading.moc"
