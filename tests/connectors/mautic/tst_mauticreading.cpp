#include "connectors/mautic/mauticbench.h"

#include "connectors/mautic/mauticapi.h"
#include "connectors/net/notices.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using std::chrono::seconds;

namespace {

constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

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

QTEST_GUILESS_MAIN(MauticReadingTest)
#include "tst_mauticreading.moc"
