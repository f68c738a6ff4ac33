#include "connectors/mautic/mauticbench.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using std::chrono::seconds;

namespace {

constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

} // namespace

/// What is asked beside the walks: field lists, records by id and key, deletions, and the connection itself.
class MauticLookUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

namespace {

RemoteEntity described(const QList<RemoteEntity> &entities, const QString &name)
{
    const auto entity = std::ranges::find(entities, name, &RemoteEntity::name);
    return entity == entities.end() ? RemoteEntity() : *entity;
}

} // namespace

void MauticLookUpTest::customFieldsBeyondTheDefaultLimitAreSeen()
{
    MauticBench bench;
    for (int i = 0; i < 40; ++i)
        bench.addField(u"own_%1"_s.arg(i), u"text"_s);
    const auto entities = bench.connector().describe({});
    QVERIFY(entities);
    const RemoteEntity contacts = described(*entities, u"contacts"_s), companies = described(*entities, u"companies"_s);
    QVERIFY(contacts.field(u"own_39"_s));
    QVERIFY(contacts.field(u"firstname"_s));
    QVERIFY(contacts.field(u"email"_s)->unique);
    QVERIFY(contacts.field(u"points"_s)->readOnly);
    QVERIFY(contacts.field(u"tags"_s));
    QVERIFY(companies.field(u"companyname"_s)->unique);
    QVERIFY(!companies.field(u"tags"_s));
    QVERIFY(bench.connector().capabilities().sideEffects.join(u' ').contains("company"_L1));
}

void MauticLookUpTest::aViewerWithoutTheFieldListGetsFieldsFromARecord()
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

void MauticLookUpTest::aViewerWithoutAnyRecordIsToldWhichRightIsMissing()
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

void MauticLookUpTest::lookUpsTellFoundFromNotFoundFromForbidden()
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

void MauticLookUpTest::aBrokenAddressIsNotTakenForADeletedRecord()
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

void MauticLookUpTest::keysAreFoundWithCommasQuotesAndAmpersands()
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

void MauticLookUpTest::keysIgnoreCaseAndAreAskedInParts()
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

void MauticLookUpTest::tagsCannotBeAKey()
{
    MauticBench bench;
    const auto found = bench.connector().readByKey(u"contacts"_s, u"tags"_s, {u"a"_s}, {}, {});
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Usage);
}

void MauticLookUpTest::createdSinceListsNewRecordsOnly()
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

void MauticLookUpTest::deletionsAndMergesComeFromTheAuditLog()
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

void MauticLookUpTest::aBarredAuditLogIsNotAvailable_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<int>("kind");
    QTest::newRow("answered with the list of tables") << u"stats-unknown-table"_s << int(ErrorKind::NotFound);
    QTest::newRow("forbidden") << u"forbidden-hooks"_s << int(ErrorKind::Permission);
}

void MauticLookUpTest::aBarredAuditLogIsNotAvailable()
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

void MauticLookUpTest::theConnectionTestTellsVersionAndUser()
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

void MauticLookUpTest::theConnectionTestNamesWhatIsWrong_data()
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

void MauticLookUpTest::theConnectionTestNamesWhatIsWrong()
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

QTEST_GUILESS_MAIN(MauticLookUpTest)
#include "tst_mauticlookups.moc"
