#include "connectors/activecampaign/activecampaignbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using Status = WriteOutcome::Status;

/// What writes send, and what becomes of them.
class ActiveCampaignWritingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCreateSendsEverythingOnceAndShowsWhatBecameOfIt();
    void aCreateWhoseAddressIsTakenOverwritesNobody();
    void anUpdateSendsWhatChangedOnly();
    void anUpdateToATakenAddressIsNotSent();
    void accountAndJobAreWrittenThroughTheLink();
    void aJobWithoutAnAccountIsNotTaken();
    void tagsAreAddedAndTakenAwayOneByOne();
    void aTagThatSomebodyAddedMeanwhileStays();
    void tagsBehindThePageAreKnown();
    void accountsAreWrittenWithTheirCustomValues();
    void anAmountKeepsTheCurrencyOfItsRecord();
    void anAccountWhoseNameIsTakenIsAConflict();
    void deletesAreSentOneByOne();
    void aLostAnswerIsUnknownAndIsNotSentAgain();
    void aRefusedValueIsNeverSent();
    void everyRefusalIsToldWithItsWords_data();
    void everyRefusalIsToldWithItsWords();
    void aStopKeepsTheRestBack();
};

void ActiveCampaignWritingTest::aCreateSendsEverythingOnceAndShowsWhatBecameOfIt()
{
    ActiveCampaignBench bench;
    const QMap<QString, Value> fields{{u"email"_s, text("ada@x.test")},
                                      {u"firstName"_s, text("Ada")},
                                      {u"lastName"_s, Value::null()},
                                      {u"field_1"_s, text("1980-02-29")},
                                      {u"field_6"_s, Value::set({u"Sailing"_s, u"Chess"_s})},
                                      {u"field_9"_s, text("2026-03-02T15:15:00Z")},
                                      {u"tags"_s, Value::set({u"new tag"_s})}};
    const WriteOutcome outcome = bench.write(u"contacts"_s, createOf(fields));
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(bench.sent("POST", "/contacts").size(), 1);
    QCOMPARE(bench.sent("POST", "/contact/sync").size(), 0);
    const QJsonObject stored = bench.record(u"contacts"_s, outcome.remoteId);
    QCOMPARE(stored["firstName"_L1].toString(), u"Ada"_s);
    QCOMPARE(stored["field_6"_L1].toString(), u"||Chess||Sailing||"_s);
    QCOMPARE(stored["tags"_L1].toArray(), QJsonArray{u"new tag"_s});
    for (const QString &name : {u"email"_s, u"firstName"_s, u"field_1"_s, u"field_6"_s, u"field_9"_s, u"tags"_s})
        QCOMPARE(outcome.record.fields.value(name), fields[name]);
    QVERIFY(!outcome.existedBefore);
    QVERIFY(outcome.record.modifiedAt);
}

void ActiveCampaignWritingTest::aCreateWhoseAddressIsTakenOverwritesNobody()
{
    ActiveCampaignBench bench;
    const QString holder = bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}, {u"firstName"_s, u"Ada"_s}});
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, createOf({{u"email"_s, text("ADA@x.test")}, {u"firstName"_s, text("Somebody")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
    QCOMPARE(outcome.error.fields, QStringList{u"email"_s});
    QCOMPARE(outcome.error.providerMessage, u"Email address already exists in the system"_s);
    QCOMPARE(outcome.remoteId, holder);
    QCOMPARE(bench.record(u"contacts"_s, holder)["firstName"_L1].toString(), u"Ada"_s);
}

void ActiveCampaignWritingTest::anUpdateSendsWhatChangedOnly()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s,
                                 {{u"email"_s, u"ada@x.test"_s}, {u"phone"_s, u"1"_s}, {u"field_3"_s, u"Bonn"_s}});
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, updateOf(id, {{u"phone"_s, text("+49 2")}, {u"field_3"_s, Value::null()}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(bench.writes().size(), 1);
    const QJsonObject expected{
        {u"phone"_s, u"+49 2"_s},
        {u"fieldValues"_s, QJsonArray{QJsonObject{{u"field"_s, u"3"_s}, {u"value"_s, QString()}}}}};
    QCOMPARE(bodyOf(bench.writes().first())["contact"_L1].toObject(), expected);
    QCOMPARE(outcome.record.fields[u"phone"_s], text("+49 2"));
    QVERIFY(outcome.record.fields[u"field_3"_s].isBlank());
}

void ActiveCampaignWritingTest::anUpdateToATakenAddressIsNotSent()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}});
    const QString holder = bench.add(u"contacts"_s, {{u"email"_s, u"bob@x.test"_s}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"email"_s, text("Bob@x.test")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
    QVERIFY2(outcome.error.message.contains(holder), qPrintable(outcome.error.message));
    QVERIFY(bench.writes().isEmpty());
    // Another case of one's own address is no other record's.
    QCOMPARE(bench.write(u"contacts"_s, updateOf(id, {{u"email"_s, text("Ada@x.test")}})).status, Status::Done);
}

void ActiveCampaignWritingTest::accountAndJobAreWrittenThroughTheLink()
{
    ActiveCampaignBench bench;
    const QString account = bench.add(u"accounts"_s, {{u"name"_s, u"Acme"_s}});
    const QString id = bench.add(u"contacts"_s,
                                 {{u"email"_s, u"ada@x.test"_s}, {u"account"_s, account}, {u"jobTitle"_s, u"Buyer"_s}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"jobTitle"_s, text("Head of buying")}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(bench.writes().size(), 1);
    QCOMPARE(bench.writes().first().method, "PUT"_ba);
    QCOMPARE(bench.record(u"contacts"_s, id)["jobTitle"_L1].toString(), u"Head of buying"_s);
    QCOMPARE(bench.record(u"contacts"_s, id)["account"_L1].toString(), account);
    QCOMPARE(outcome.record.fields[u"jobTitle"_s], text("Head of buying"));
}

void ActiveCampaignWritingTest::aJobWithoutAnAccountIsNotTaken()
{
    ActiveCampaignBench bench;
    const WriteOutcome made = bench.write(u"contacts"_s,
                                          createOf({{u"email"_s, text("ada@x.test")}, {u"jobTitle"_s, text("Buyer")}}));
    QCOMPARE(made.status, Status::Done);
    QCOMPARE(made.ignoredFields, QStringList{u"jobTitle"_s});
    QVERIFY(made.record.fields[u"jobTitle"_s].isNull());
}

void ActiveCampaignWritingTest::tagsAreAddedAndTakenAwayOneByOne()
{
    ActiveCampaignBench bench;
    bench.add(u"tags"_s, {{u"tag"_s, u"VIP"_s}, {u"tagType"_s, u"contact"_s}});
    const QString id = bench.add(u"contacts"_s,
                                 {{u"email"_s, u"ada@x.test"_s}, {u"tags"_s, QJsonArray{u"old"_s, u"kept"_s}}});
    const Value wanted = Value::set({u"kept"_s, u"VIP"_s});
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, updateOf(id, {{u"tags"_s, wanted}}, {{u"tags"_s, Value::set({u"old"_s, u"kept"_s})}}));
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(outcome.record.fields[u"tags"_s], wanted);
    QCOMPARE(bench.record(u"contacts"_s, id)["tags"_L1].toArray(), (QJsonArray{u"kept"_s, u"VIP"_s}));
    QCOMPARE(bench.sent("PUT", "/contacts").size(), 0); // nothing of its own changed
    QCOMPARE(bench.sent("POST", "/tags").size(), 0);    // there is one of that name
}

/// More than a hundred tags of one contact come in two pages, also where they are asked for by themselves.
void ActiveCampaignWritingTest::tagsBehindThePageAreKnown()
{
    ActiveCampaignBench bench;
    bench.crm().configure({{u"include"_s, false}});
    QJsonArray many;
    QStringList names;
    for (int i = 0; i < 130; ++i) {
        names.append(u"tag %1"_s.arg(i, 3, 10, QChar(u'0')));
        many.append(names.last());
    }
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}, {u"tags"_s, many}});
    const Value before = Value::set(names);
    QCOMPARE(bench.readAll(u"contacts"_s, {u"tags"_s}).first().fields[u"tags"_s], before);
    const QString last = names.takeLast();
    const WriteOutcome outcome = bench.write(u"contacts"_s,
                                             updateOf(id, {{u"tags"_s, Value::set(names)}}, {{u"tags"_s, before}}));
    QCOMPARE(outcome.record.fields[u"tags"_s], Value::set(names));
    QVERIFY(!bench.record(u"contacts"_s, id)["tags"_L1].toArray().contains(last));
    QCOMPARE(bench.record(u"contacts"_s, id)["tags"_L1].toArray().size(), 129);
}

void ActiveCampaignWritingTest::aTagThatSomebodyAddedMeanwhileStays()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s,
                                 {{u"email"_s, u"ada@x.test"_s}, {u"tags"_s, QJsonArray{u"old"_s, u"theirs"_s}}});
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, updateOf(id, {{u"tags"_s, Value::set({u"ours"_s})}}, {{u"tags"_s, Value::set({u"old"_s})}}));
    QCOMPARE(outcome.record.fields[u"tags"_s], Value::set({u"ours"_s, u"theirs"_s}));
}

void ActiveCampaignWritingTest::accountsAreWrittenWithTheirCustomValues()
{
    ActiveCampaignBench bench;
    const QMap<QString, Value> fields{{u"name"_s, text("Acme")},
                                      {u"accountUrl"_s, text("https://acme.test")},
                                      {u"field_2"_s, text("12")},
                                      {u"field_3"_s, text("456.78")},
                                      {u"field_4"_s, Value::set({u"Europe"_s})}};
    const WriteOutcome made = bench.write(u"accounts"_s, createOf(fields));
    QCOMPARE(made.error.message, QString());
    QCOMPARE(made.status, Status::Done);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        QCOMPARE(made.record.fields.value(it.key()), *it);
    const QJsonObject stored = bench.record(u"accounts"_s, made.remoteId);
    QCOMPARE(stored["field_3"_L1].toString(), u"45678"_s);
    QCOMPARE(stored["field_4"_L1].toArray(), QJsonArray{u"Europe"_s});
    const WriteOutcome changed = bench.write(u"accounts"_s, updateOf(made.remoteId, {{u"field_2"_s, text("13")}}));
    QCOMPARE(changed.status, Status::Done);
    QCOMPARE(bench.record(u"accounts"_s, made.remoteId)["name"_L1].toString(), u"Acme"_s);
}

void ActiveCampaignWritingTest::anAmountKeepsTheCurrencyOfItsRecord()
{
    ActiveCampaignBench bench;
    const QString id = bench.write(u"accounts"_s, createOf({{u"name"_s, text("Acme")}})).remoteId;
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (!request.path.endsWith("/accountCustomFieldData"))
            return std::nullopt;
        return jsonAnswer(200,
                          R"({"accountCustomFieldData":[{"id":"7","accountId":1,"customFieldId":3,)"
                          R"("fieldValue":"100","fieldCurrency":"USD"}],"meta":{"total":1}})");
    };
    bench.forgetSent();
    bench.write(u"accounts"_s, updateOf(id, {{u"field_3"_s, text("2")}}));
    const QJsonObject entry = bodyOf(bench.writes().first())["account"_L1]["fields"_L1][0].toObject();
    QCOMPARE(entry["fieldCurrency"_L1].toString(), u"USD"_s);
    QCOMPARE(entry["fieldValue"_L1].toString(), u"200"_s);
}

void ActiveCampaignWritingTest::anAccountWhoseNameIsTakenIsAConflict()
{
    ActiveCampaignBench bench;
    const QString holder = bench.add(u"accounts"_s, {{u"name"_s, u"Acme"_s}});
    const WriteOutcome outcome = bench.write(u"accounts"_s, createOf({{u"name"_s, text("ACME")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
    QCOMPARE(outcome.remoteId, holder);
}

void ActiveCampaignWritingTest::deletesAreSentOneByOne()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}});
    const auto outcomes = bench.connector().write(
        u"contacts"_s, {{WriteKind::Delete, id, {}, {}}, {WriteKind::Delete, u"99"_s, {}, {}}}, {});
    QCOMPARE(outcomes[0].status, Status::Done);
    QCOMPARE(outcomes[1].status, Status::NotFound);
    QVERIFY(bench.record(u"contacts"_s, id).isEmpty());
}

void ActiveCampaignWritingTest::aLostAnswerIsUnknownAndIsNotSentAgain()
{
    ActiveCampaignBench bench;
    bench.connector().describe({});
    bench.forgetSent();
    bench.intercept = [](const HttpRequest &) -> std::optional<Result<HttpResponse>> {
        Error lost{ErrorKind::Network, u"No answer."_s, {}, {}, {}, true};
        return failure(lost);
    };
    QCOMPARE(bench.write(u"contacts"_s, createOf({{u"email"_s, text("a@x.test")}})).status, Status::Unknown);
    QCOMPARE(bench.sent().size(), 1);
    QCOMPARE(bench.sent().first().repeat, Repeat::Once);
    // A success without a body has been carried out, but which record it made is not told.
    bench.intercept = [](const HttpRequest &) { return jsonAnswer(200, {}); };
    QCOMPARE(bench.write(u"contacts"_s, createOf({{u"email"_s, text("a@x.test")}})).status, Status::Unknown);
}

void ActiveCampaignWritingTest::aRefusedValueIsNeverSent()
{
    ActiveCampaignBench bench;
    const WriteOutcome outcome = bench.write(u"contacts"_s,
                                             createOf({{u"email"_s, text("a@x.test")}, {u"field_7"_s, text("Gold")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Validation);
    QCOMPARE(outcome.error.fields, QStringList{u"field_7"_s});
    QVERIFY2(outcome.error.remedy.contains("Basic, Premium"_L1), qPrintable(outcome.error.remedy));
    QVERIFY(bench.writes().isEmpty());
}

void ActiveCampaignWritingTest::everyRefusalIsToldWithItsWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind, Status outcome,
                        const QString &words) {
        QTest::newRow(name) << status << body << int(kind) << int(outcome) << words;
    };
    row("nothing said", 400, "{}", ErrorKind::Validation, Status::Refused, {});
    row("message", 400, R"({"success":0,"message":"Bad thing."})", ErrorKind::Validation, Status::Refused,
        u"Bad thing."_s);
    row("errors as a text", 422, R"({"errors":"No options."})", ErrorKind::Validation, Status::Refused,
        u"No options."_s);
    row("title and detail", 422,
        R"({"errors":[{"title":"Missing","detail":"name","code":422,"source":{"pointer":"/data/attributes/name"}}]})",
        ErrorKind::Validation, Status::Refused, u"Missing: name"_s);
    row("forbidden", 403, R"({"message":"Forbidden"})", ErrorKind::Permission, Status::Forbidden, u"Forbidden"_s);
    row("forbidden with detail", 403,
        R"({"errors":[{"status":403,"title":"Forbidden","detail":"No right to lists."}]})", ErrorKind::Permission,
        Status::Forbidden, u"Forbidden: No right to lists."_s);
    row("a missing note", 403, R"({"message":"No Result found for Note with id 9"})", ErrorKind::NotFound,
        Status::NotFound, u"No Result found for Note with id 9"_s);
    row("not paid", 402, R"({"message":"Payment due"})", ErrorKind::Permission, Status::Forbidden, u"Payment due"_s);
    row("gone", 404, R"({"errors":[{"status":404,"title":"Not Found","detail":"Contact not found"}]})",
        ErrorKind::NotFound, Status::NotFound, u"Not Found: Contact not found"_s);
    row("some other page", 404, "<html>Nothing here</html>", ErrorKind::Server, Status::NotSent, u"Nothing here"_s);
    row("broken", 500, "{}", ErrorKind::Server, Status::Unknown, {});
    row("too often", 429, R"({"message":"Too Many Requests"})", ErrorKind::RateLimit, Status::NotSent,
        u"Too Many Requests"_s);
}

void ActiveCampaignWritingTest::everyRefusalIsToldWithItsWords()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(int, outcome);
    QFETCH(QString, words);
    ActiveCampaignBench bench;
    bench.connector().describe({});
    bench.intercept = [&](const HttpRequest &) { return jsonAnswer(status, body); };
    const WriteOutcome written = bench.write(u"contacts"_s, updateOf(u"12"_s, {{u"firstName"_s, text("Ada")}}));
    QCOMPARE(int(written.error.kind), kind);
    QCOMPARE(int(written.status), outcome);
    QCOMPARE(written.error.providerMessage, words);
    QVERIFY(written.error.message.contains("12"_L1));
    QVERIFY(!written.error.remedy.isEmpty());
}

void ActiveCampaignWritingTest::aStopKeepsTheRestBack()
{
    ActiveCampaignBench bench;
    bench.connector().describe({});
    std::stop_source stop;
    stop.request_stop();
    const auto outcomes = bench.connector().write(u"contacts"_s, {createOf({{u"email"_s, text("a@x.test")}})},
                                                  stop.get_token());
    QCOMPARE(outcomes.first().status, Status::NotSent);
    QVERIFY(bench.writes().isEmpty());
}

QTEST_GUILESS_MAIN(ActiveCampaignWritingTest)
#include "tst_activecampaignwriting.moc"
