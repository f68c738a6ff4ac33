#include "scriptedsite.h"

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;

namespace {

QByteArray contact(const QString &id, const QJsonObject &attributes = {})
{
    return QJsonDocument(QJsonObject{{u"type"_s, u"Contact"_s}, {u"id"_s, id}, {u"attributes"_s, attributes}})
        .toJson(QJsonDocument::Compact);
}

HttpResponse list(const QByteArrayList &records)
{
    return jsonAnswer(200, "{\"data\":[" + records.join(',') + "]}", {{"Date", "Tue, 24 Nov 2026 03:17:22 GMT"}});
}

struct Collected
{
    QList<RemoteRecord> records;
    PageSink sink()
    {
        return [this](QList<RemoteRecord> page) -> Result<void> {
            records += page;
            return {};
        };
    }
    QStringList ids() const
    {
        QStringList all;
        for (const RemoteRecord &record : records)
            all << record.id;
        return all;
    }
};

} // namespace

class TestSuiteCrmReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWalkGoesById_andShortPagesAreNotTheEnd()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            const QString after = queryOf(request).value(u"filter[id][gt]"_s);
            if (after.isEmpty())
                return list({contact(u"b"_s), contact(u"A"_s)}); // the database's order, not ours
            return after == "A"_L1 ? list({contact(u"c"_s)}) : list({});
        };
        Collected all;
        const auto end = site.connector().read({u"Contacts"_s, {u"email1"_s}, {}, {}}, all.sink(), {});
        QVERIFY(end);
        QCOMPARE(all.ids(), QStringList({u"b"_s, u"A"_s, u"c"_s}));
        QVERIFY(end->wasFull);
        QCOMPARE(end->requests, 3);
        for (const HttpRequest &request : site.sent) {
            const auto query = queryOf(request);
            QCOMPARE(query.value(u"sort"_s), u"id"_s);
            QCOMPARE(query.value(u"page[number]"_s), u"1"_s);
            QCOMPARE(query.value(u"page[size]"_s), u"20"_s);
            QCOMPARE(query.value(u"fields[Contacts]"_s), u"email1,date_modified,date_entered,created_by"_s);
        }
        QVERIFY(!queryOf(site.sent[0]).contains(u"filter[id][gt]"_s));
        QCOMPARE(queryOf(site.sent[2]).value(u"filter[id][gt]"_s), u"c"_s);
    }

    void aServerThatIgnoresTheFilterIsAnErrorAndNoEndlessWalk()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return list({contact(u"a"_s), contact(u"b"_s)}); };
        Collected all;
        const auto end = site.connector().read({u"Contacts"_s, {}, {}, {}}, all.sink(), {});
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Server);
        QCOMPARE(site.sent.size(), 2);
    }

    void changesAreAskedForTwoMinutesBehindTheServersOwnTime()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return list({}); };
        const auto first = site.connector().read({u"Contacts"_s, {}, {}, {}}, Collected().sink(), {});
        QVERIFY(first);
        const auto next = site.connector().read({u"Contacts"_s, {}, first->nextCursor, {}}, Collected().sink(), {});
        QVERIFY(next);
        QVERIFY(!next->wasFull);
        QCOMPARE(queryOf(site.sent.last()).value(u"filter[date_modified][gte]"_s), u"2026-11-24 03:15:22"_s);
        QVERIFY(site.sent.last().query.contains("2026-11-24%2003%3A15%3A22"));
    }

    void aContinuedWalkKeepsTheOldCursor()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return list({}); };
        const auto end = site.connector().read({u"Contacts"_s, {}, u"1000"_s, u"m"_s}, Collected().sink(), {});
        QVERIFY(end);
        QCOMPARE(end->nextCursor, u"1000"_s);
        QVERIFY(!end->wasFull);
        QCOMPARE(queryOf(site.sent.first()).value(u"filter[id][gt]"_s), u"m"_s);
    }

    void anAnswerThatIsNoWholeListIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("cut") << QByteArray(R"({"data":[{"type":"Contact","id":"a")");
        QTest::newRow("no list") << QByteArray(R"({"meta":{}})");
        QTest::newRow("a page of the web server") << QByteArray("<html>Maintenance</html>");
        QTest::newRow("a record without id") << QByteArray(R"({"data":[{"type":"Contact","attributes":{}}]})");
    }
    void anAnswerThatIsNoWholeListIsAnError()
    {
        QFETCH(QByteArray, body);
        ScriptedSite site;
        site.handler = [&](const HttpRequest &) { return jsonAnswer(200, body); };
        const auto end = site.connector().read({u"Contacts"_s, {}, {}, {}}, Collected().sink(), {});
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Server);
    }

    void aPageThatKillsPhpIsAskedForInSmallerPieces()
    {
        ScriptedSite site(AuthKind::OAuth2ClientCredentials, 200);
        site.handler = [](const HttpRequest &request) -> Result<HttpResponse> {
            const int size = queryOf(request).value(u"page[size]"_s).toInt();
            // The same page again would die again, and enough failures in a row close the way to the server.
            if (request.retryServerErrors != (size <= 20))
                return HttpResponse{502, {}, {}, {}};
            if (size > 50)
                return HttpResponse{500, {}, {}, {}};
            return queryOf(request).contains(u"filter[id][gt]"_s) ? list({}) : list({contact(u"a"_s)});
        };
        Collected all;
        QVERIFY(site.connector().read({u"Contacts"_s, {}, {}, {}}, all.sink(), {}));
        QCOMPARE(all.ids(), QStringList{u"a"_s});
    }

    void theRecordTellsItsTimesAndWhetherItIsOurs()
    {
        ScriptedSite site;
        const QJsonObject ours{{u"date_modified"_s, u"2026-11-24T02:58:00+01:00"_s},
                               {u"date_entered"_s, u"2026-11-24T02:57:00+01:00"_s},
                               {u"created_by"_s, u"1"_s},
                               {u"last_name"_s, u"O&#039;Neil"_s}};
        site.handler = [&](const HttpRequest &request) {
            if (queryOf(request).contains(u"filter[id][gt]"_s))
                return list({});
            return list({contact(u"a"_s, ours), contact(u"b"_s, {{u"created_by"_s, u"2"_s}})});
        };
        Collected all;
        QVERIFY(site.connector().read({u"Contacts"_s, {u"last_name"_s, u"title"_s}, {}, {}}, all.sink(), {}));
        QCOMPARE(all.records[0].modifiedAt->count(), 1795489080);
        QCOMPARE(all.records[0].createdAt->count(), 1795489020);
        QCOMPARE(all.records[0].ours, std::optional(true));
        QCOMPARE(all.records[1].ours, std::optional(false));
        QCOMPARE(all.records[0].fields.value(u"last_name"_s), Value::text(u"O'Neil"_s));
        QVERIFY(!all.records[0].fields.contains(u"title"_s)); // asked for, not delivered
    }

    void withAPasswordNobodyKnowsWhoseRecordsTheyAre()
    {
        ScriptedSite site(AuthKind::OAuth2Password);
        QVERIFY(!site.connector().capabilities().tellsCreator);
    }

    void staleAndDoubleHitsOfTheAddressFilterAreLeftOut()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) {
            return list({contact(u"a"_s, {{u"email1"_s, u"Jane+x@Example.com"_s}}),
                         contact(u"a"_s, {{u"email1"_s, u"Jane+x@Example.com"_s}}),
                         contact(u"b"_s, {{u"email1"_s, u"moved@example.com"_s}}),
                         contact(u"c"_s, {{u"email1"_s, u""_s}})});
        };
        const auto found = site.connector().readByKey(u"Contacts"_s, u"email1"_s, {u"jane+x@example.com"_s},
                                                      {u"last_name"_s}, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, u"a"_s);
        QVERIFY(site.sent.first().query.contains("jane%2Bx%40example.com"));
        QVERIFY(!queryOf(site.sent.first()).contains(u"sort"_s));
    }

    void filterValuesGoOutRawAndBlankOnesNotAtAll()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return list({}); };
        QVERIFY(site.connector().readByKey(u"Accounts"_s, u"name"_s, {u"O'Brien & Sons"_s, u""_s, u"o'brien & sons"_s},
                                           {}, {}));
        QCOMPARE(site.sent.size(), 1);
        QCOMPARE(queryOf(site.sent.first()).value(u"filter[name][eq]"_s), u"O'Brien & Sons"_s);
    }

    void recordsWithOddIdsAreFoundThroughTheList()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            if (request.path.endsWith("/old-7"))
                return suiteRecording(u"contact_read_malformed_id"_s);
            return list({contact(u"old-7"_s)});
        };
        const auto looks = site.connector().readByIds(u"Contacts"_s, {u"old-7"_s}, {}, {});
        QVERIFY(looks);
        QCOMPARE(looks->first().presence, Presence::Found);
    }

    void newRecordsAreFoundByTheTimeOfTheirMaking()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return queryOf(request).contains(u"filter[id][gt]"_s) ? list({}) : list({contact(u"a"_s)});
        };
        const auto found = site.connector().readCreatedSince(u"Contacts"_s, std::chrono::seconds(1795489080), {}, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(queryOf(site.sent.first()).value(u"filter[date_entered][gte]"_s), u"2026-11-24 02:58:00"_s);
    }

    void deletionsAreTakenOutOfTheErrorTexts()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return suiteRecording(queryOf(request).contains(u"filter[id][gt]"_s) ? u"filter_deleted_since_next"_s
                                                                                 : u"filter_deleted_since"_s);
        };
        const auto feed = site.connector().deletedSince(u"Contacts"_s, u"1795489080"_s, {});
        QVERIFY(feed);
        QCOMPARE(feed->records.size(), 1);
        QCOMPARE(feed->records.first().id, u"71f3cdd5-8107-4016-1723-6b04fec91427"_s);
        QCOMPARE(queryOf(site.sent.first()).value(u"filter[deleted][eq]"_s), u"1"_s);
        QCOMPARE(queryOf(site.sent.last()).value(u"filter[id][gt]"_s), u"71f3cdd5-8107-4016-1723-6b04fec91427"_s);
        QVERIFY(feed->nextCursor.toLongLong() > 1795489080);
    }

    void aMendedServerListsItsDeletions()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return queryOf(request).contains(u"filter[id][gt]"_s) ? list({})
                                                                  : list({contact(u"a"_s, {{u"deleted"_s, u"1"_s}})});
        };
        QCOMPARE(site.connector().deletedSince(u"Contacts"_s, u"1"_s, {})->records.size(), 1);
    }

    void aServerThatListsLiveRecordsAsDeletedIsNotBelieved()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return list({contact(u"a"_s, {{u"deleted"_s, u"0"_s}})}); };
        const auto feed = site.connector().deletedSince(u"Contacts"_s, u"1"_s, {});
        QVERIFY(!feed);
        QCOMPARE(feed.error().kind, ErrorKind::NotFound);
    }

    void theFeedOfDeletionsBeginsNow()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &) { return list({}); };
        const auto feed = site.connector().deletedSince(u"Contacts"_s, {}, {});
        QVERIFY(feed);
        QVERIFY(feed->records.isEmpty());
        QCOMPARE(feed->nextCursor, u"1795490242"_s);
    }

    void theApiIsFoundWhereverItLives_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("SuiteCRM 7") << QByteArray("/Api/V8");
        QTest::newRow("without rewriting") << QByteArray("/Api/index.php/V8");
        QTest::newRow("SuiteCRM 8") << QByteArray("/legacy/Api/V8");
        QTest::newRow("SuiteCRM 8 without rewriting") << QByteArray("/legacy/Api/index.php/V8");
    }
    void theApiIsFoundWhereverItLives()
    {
        QFETCH(QByteArray, prefix);
        ScriptedSite site;
        site.apiPrefix = prefix;
        QVERIFY(!site.entity(u"Contacts"_s).fields.isEmpty());
    }

    void theTestTellsHowFarTheConnectionWorks()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return request.path.endsWith("rest.php") ? suiteRecording(u"legacy_v41_get_server_info"_s)
                                                     : suiteRecording(u"filter_no_result"_s);
        };
        const TestReport report = site.connector().test({});
        QStringList steps;
        for (const TestStep &step : report.steps)
            steps << step.step;
        QCOMPARE(steps, QStringList({u"address"_s, u"certificate"_s, u"sign_in"_s, u"permissions"_s, u"entities"_s}));
        QVERIFY(report.ok);
        QCOMPARE(report.version, u"7.14.6"_s);
    }

    void anAddressWithoutSuiteCrmIsNamedAsSuch()
    {
        ScriptedSite site;
        site.apiPrefix = "/nowhere";
        const TestReport report = site.connector().test({});
        QVERIFY(!report.ok);
        QCOMPARE(report.steps.last().step, u"address"_s);
        QCOMPARE(report.steps.last().kind, ErrorKind::Usage);
        QVERIFY(report.steps.last().message.contains(u"crm.example.com"_s));
    }

    void aWrongPasswordIsASignInErrorThatNeverShowsIt()
    {
        ScriptedSite site(AuthKind::OAuth2Password);
        site.tokenAnswer = u"token_wrong_password"_s;
        const TestReport report = site.connector().test({});
        QVERIFY(!report.ok);
        QCOMPARE(report.steps.last().step, u"sign_in"_s);
        QCOMPARE(report.steps.last().kind, ErrorKind::Authentication);
        const QJsonObject body = recordedExchange(u"suitecrm"_s, u"token_wrong_password"_s)
                                     .value("response"_L1)
                                     .toObject()
                                     .value("body"_L1)
                                     .toObject();
        for (const TestStep &step : report.steps)
            QVERIFY(!QString(step.message + step.remedy).contains(body.value("message"_L1).toString()));
    }

    void aDroppedAuthorizationHeaderHasItsOwnRemedy()
    {
        ScriptedSite site;
        site.metadata = [](const HttpRequest &) -> Result<HttpResponse> {
            return failure(ErrorKind::Authentication, u"401 twice"_s);
        };
        const TestReport report = site.connector().test({});
        QVERIFY(!report.ok);
        QCOMPARE(report.steps.last().step, u"sign_in"_s);
        QVERIFY(report.steps.last().remedy.contains(u"Authorization"_s));
    }

    void aDealIsReadWithItsPeopleAsRecorded()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return suiteRecording(request.path.endsWith("/contacts") ? u"rel_list_opportunity_contacts"_s
                                                                     : u"opportunity_read"_s);
        };
        const QString id = u"7ef57691-03b3-1761-c025-6b04fdab6604"_s;
        const QStringList fields{u"name"_s, u"amount"_s, u"sales_stage"_s, u"account_id"_s, u"contacts"_s};
        const auto looks = site.connector().readByIds(u"Opportunities"_s, {id}, fields, {});
        QVERIFY(looks && looks->first().presence == Presence::Found);
        const auto deal = looks->first().record.fields;
        QCOMPARE(deal.value(u"amount"_s), Value::text(u"12345.67"_s));
        QCOMPARE(deal.value(u"sales_stage"_s), Value::text(u"Prospecting"_s));
        QCOMPARE(deal.value(u"account_id"_s), Value::text(u"19704ffa-6a9e-4e10-088c-6b04fd7afc9b"_s));
        QCOMPARE(deal.value(u"contacts"_s).members(), QStringList{u"2fa8feea-2fd0-e987-6d24-6b04fde6f988"_s});
    }

    void aCallIsReadWithItsDurationAndParentAsRecorded()
    {
        ScriptedSite site;
        site.handler = [](const HttpRequest &request) {
            return suiteRecording(request.path.endsWith("/contacts") ? u"rel_list_empty"_s : u"call_create"_s);
        };
        const QString id = u"d5134bcc-8896-bd6d-7916-6b04fd446375"_s;
        const auto looks = site.connector().readByIds(u"Calls"_s, {id}, {}, {});
        QVERIFY(looks && looks->first().presence == Presence::Found);
        const auto call = looks->first().record.fields;
        QCOMPARE(call.value(u"duration_total"_s), Value::text(u"75"_s));
        QCOMPARE(call.value(u"date_start"_s), Value::text(u"2026-12-02T09:15:00Z"_s));
        QCOMPARE(call.value(u"activity_type"_s), Value::text(u"call"_s));
        QVERIFY(call.value(u"parent_account"_s).isBlank());
        const auto people = call.value(u"contacts"_s).items();
        QCOMPARE(people.size(), 1);
        QCOMPARE(people.first().value, u"2fa8feea-2fd0-e987-6d24-6b04fde6f988"_s);
        QVERIFY(people.first().primary);
    }

    void aModuleThatARoleClosesIsLeftOut()
    {
        ScriptedSite site;
        site.metadata = [](const HttpRequest &request) {
            return suiteRecording(request.path.endsWith("Contacts") ? u"meta_fields_Contacts"_s
                                                                    : u"meta_fields_Users"_s);
        };
        const auto described = site.connector().describe({});
        QVERIFY(described);
        QCOMPARE(described->size(), 2); // with the users, whose fields nobody is told
        QCOMPARE(site.connector().readByIds(u"Accounts"_s, {u"a"_s}, {}, {}).error().kind, ErrorKind::Permission);
    }
};

QTEST_GUILESS_MAIN(TestSuiteCrmReading)
#include "tst_suitecrmreading.moc"
