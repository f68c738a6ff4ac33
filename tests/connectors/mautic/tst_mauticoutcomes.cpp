#include "connectors/mautic/mauticbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using Status = WriteOutcome::Status;

namespace {

Error lostAnswer()
{
    return {ErrorKind::Network, u"The connection broke."_s, {}, {}, {}, true};
}

} // namespace

/// What became of a write: done, refused, forbidden, not sent, or unknown, for each record of a batch by itself.
class MauticOutcomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneBadRecordDoesNotHoldUpTheOthers();
    void missingForbiddenAndTakenAreToldApart();
    void twoRecordsWithOneUniqueValueAreNotInOneBatch();
    void batchesStayBelowTheServersLimit();
    void aSmallerLimitOfTheServerIsLearned();
    void aServerErrorInABatchIsolatesTheGuiltyRecord();
    void aLostAnswerIsUnknownAndNothingIsSentAgain();
    void anAnswerOfAProxyIsUnknown();
    void aRefusedConnectionIsNotSent();
    void aCancelledWriteIsNotSent();
    void anAnswerAboutAnotherRecordIsUnknown();
    void aRefusalIsPartOfACreate();
    void aRefusalIsARequestOfItsOwnOnAnUpdate();
    void aLostRefusalIsUnknown();
    void aForbiddenRefusalLeavesTheRestWritten();
    void deletesTellGoneFromForbidden();
    void duplicatesOfParallelCreatesRefuseEveryWriteUntilTheyAreMerged();
    void otherPeoplesContactsAreForbiddenAlthoughTheListShowsThem();
    void aServerErrorAfterTheWriteWasDoneIsNoRefusal();
    void aRecordThatAppearedDuringAServerErrorIsNotOverwritten();
};

void MauticOutcomeTest::oneBadRecordDoesNotHoldUpTheOthers()
{
    MauticBench bench;
    const QString first = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const QString second = bench.add(u"contacts"_s, {{u"email"_s, u"b@x.test"_s}});
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s,
        {updateOf(first, {{u"country"_s, text("Nirgendland")}}), updateOf(second, {{u"country"_s, text("Germany")}}),
         createOf({{u"email"_s, text("c@x.test")}, {u"country"_s, text("Nowhere")}}),
         createOf({{u"email"_s, text("d@x.test")}})},
        {});
    QCOMPARE(outcomes[0].status, Status::Refused);
    QCOMPARE(outcomes[0].error.kind, ErrorKind::Validation);
    QCOMPARE(outcomes[0].error.fields, QStringList{u"country"_s});
    QVERIFY(outcomes[0].error.message.contains(u"Record %1"_s.arg(first)));
    QCOMPARE(outcomes[1].status, Status::Done);
    QCOMPARE(outcomes[2].status, Status::Refused);
    QCOMPARE(outcomes[3].status, Status::Done);
    QCOMPARE(bench.records(u"contacts"_s).size(), 3);
}

void MauticOutcomeTest::missingForbiddenAndTakenAreToldApart()
{
    MauticBench bench;
    const QString mine = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.add(u"contacts"_s, {{u"email"_s, u"b@x.test"_s}});
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s,
        {updateOf(u"4711"_s, {{u"city"_s, text("X")}}), updateOf(mine, {{u"email"_s, text("b@x.test")}})}, {});
    QCOMPARE(outcomes[0].status, Status::NotFound);
    QCOMPARE(outcomes[1].status, Status::Refused);
    QCOMPARE(outcomes[1].error.kind, ErrorKind::Conflict);
    QCOMPARE(outcomes[1].error.fields, QStringList{u"email"_s});
    bench.crm().configure({{u"deny"_s, QJsonArray{u"contacts:edit"_s, u"contacts:create"_s}}});
    QCOMPARE(bench.write(u"contacts"_s, updateOf(mine, {{u"city"_s, text("X")}})).status, Status::Forbidden);
    QCOMPARE(bench.write(u"contacts"_s, createOf({{u"email"_s, text("c@x.test")}})).status, Status::Forbidden);
}

void MauticOutcomeTest::twoRecordsWithOneUniqueValueAreNotInOneBatch()
{
    MauticBench bench;
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s,
        {createOf({{u"email"_s, text("twin@x.test")}, {u"firstname"_s, text("One")}}),
         createOf({{u"email"_s, text("TWIN@x.test")}, {u"firstname"_s, text("Two")}})},
        {});
    QCOMPARE(outcomes[0].status, Status::Done);
    QCOMPARE(outcomes[1].status, Status::Refused);
    QCOMPARE(outcomes[1].remoteId, outcomes[0].remoteId);
    QCOMPARE(bench.records(u"contacts"_s).size(), 1);
    QCOMPARE(bench.record(u"contacts"_s, outcomes[0].remoteId)[u"firstname"_s].toString(), u"One"_s);
}

void MauticOutcomeTest::batchesStayBelowTheServersLimit()
{
    MauticBench bench(0, 100, 500);
    QList<WriteOperation> operations;
    for (int i = 0; i < 450; ++i)
        operations.append(createOf({{u"email"_s, Value::text(u"p%1@x.test"_s.arg(i))}}));
    for (const WriteOutcome &outcome : bench.connector().write(u"contacts"_s, operations, {}))
        QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(bench.records(u"contacts"_s).size(), 450);
    QCOMPARE(bench.sent("POST", "batch").size(), 3);
}

void MauticOutcomeTest::aSmallerLimitOfTheServerIsLearned()
{
    MauticBench bench;
    bench.crm().configure({{u"batch_limit"_s, 20}});
    QList<WriteOperation> operations;
    for (int i = 0; i < 50; ++i)
        operations.append(createOf({{u"email"_s, Value::text(u"p%1@x.test"_s.arg(i))}}));
    for (const WriteOutcome &outcome : bench.connector().write(u"contacts"_s, operations, {}))
        QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(bench.records(u"contacts"_s).size(), 50);
    QCOMPARE(bench.sent("POST", "batch").size(), 1 + 3);
}

void MauticOutcomeTest::aServerErrorInABatchIsolatesTheGuiltyRecord()
{
    MauticBench bench;
    QStringList ids;
    QList<WriteOperation> operations;
    for (int i = 0; i < 5; ++i) {
        ids.append(bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}}));
        operations.append(updateOf(ids.last(), {{u"city"_s, Value::text(u"C%1"_s.arg(i))}}));
    }
    // The server stores the first two, breaks at the third, and does not come to the rest.
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.method != "PATCH" || !request.body.contains("\"C2\""))
            return std::nullopt;
        if (bodyOf(request).size() > 1)
            bench.ask("PATCH", "/api/contacts/batch/edit", QJsonArray{bodyOf(request)[0], bodyOf(request)[1]});
        return recordedAnswer(u"mautic"_s, u"contacts-batch-edit-duplicate-id"_s);
    };
    const QList<WriteOutcome> outcomes = bench.connector().write(u"contacts"_s, operations, {});
    for (const int i : {0, 1, 3, 4}) {
        QCOMPARE(outcomes[i].status, Status::Done);
        QCOMPARE(outcomes[i].record.fields[u"city"_s], Value::text(u"C%1"_s.arg(i)));
    }
    QCOMPARE(outcomes[2].status, Status::Refused);
    for (const HttpRequest &request : bench.sent("PATCH", "batch"))
        QVERIFY(!request.retryServerErrors && request.repeat == Repeat::Once);
    QCOMPARE(bench.sent("PATCH", "batch").size(), 1 + 3);
}

void MauticOutcomeTest::aLostAnswerIsUnknownAndNothingIsSentAgain()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.intercept = [](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.method == "GET")
            return std::nullopt;
        return failure(lostAnswer());
    };
    const QList<WriteOutcome> outcomes = bench.connector().write(u"contacts"_s,
                                                                 {updateOf(id, {{u"city"_s, text("Bonn")}}),
                                                                  createOf({{u"email"_s, text("b@x.test")}}),
                                                                  {WriteKind::Delete, id, {}, {}}},
                                                                 {});
    for (const WriteOutcome &outcome : outcomes)
        QCOMPARE(outcome.status, Status::Unknown);
    QCOMPARE(bench.sent("PATCH", "").size() + bench.sent("POST", "").size() + bench.sent("DELETE", "").size(), 3);
    for (const HttpRequest &request : bench.sent())
        QVERIFY(request.method == "GET" || request.repeat == Repeat::Once);
}

void MauticOutcomeTest::anAnswerOfAProxyIsUnknown()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    for (const int status : {200, 502, 503, 504}) {
        bench.intercept = [status](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
            if (request.method == "GET")
                return std::nullopt;
            return HttpResponse{status, {}, "<html>Bad Gateway</html>", {}};
        };
        QCOMPARE(bench.write(u"contacts"_s, updateOf(id, {{u"city"_s, text("Bonn")}})).status, Status::Unknown);
    }
}

void MauticOutcomeTest::aRefusedConnectionIsNotSent()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.intercept = [](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.method == "GET")
            return std::nullopt;
        return failure(ErrorKind::Network, u"Connection refused."_s);
    };
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"city"_s, text("Bonn")}}));
    QCOMPARE(outcome.status, Status::NotSent);
    QCOMPARE(outcome.error.kind, ErrorKind::Network);
}

void MauticOutcomeTest::aCancelledWriteIsNotSent()
{
    MauticBench bench;
    bench.field(u"contacts"_s, u"email"_s);
    std::stop_source stop;
    stop.request_stop();
    const auto outcomes = bench.connector().write(u"contacts"_s, {createOf({{u"email"_s, text("a@x.test")}})},
                                                  stop.get_token());
    QCOMPARE(outcomes[0].status, Status::NotSent);
    QCOMPARE(outcomes[0].error.kind, ErrorKind::Cancelled);
    QVERIFY(bench.sent("POST", "").isEmpty());
}

void MauticOutcomeTest::anAnswerAboutAnotherRecordIsUnknown()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.intercept = [](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.method != "PATCH")
            return std::nullopt;
        return jsonAnswer(200, R"({"contacts":[{"id":4711,"fields":{"all":{}}}],"statusCodes":[200]})");
    };
    QCOMPARE(bench.write(u"contacts"_s, updateOf(id, {{u"city"_s, text("Bonn")}})).status, Status::Unknown);
}

void MauticOutcomeTest::aRefusalIsPartOfACreate()
{
    MauticBench bench;
    const WriteOutcome outcome = bench.write(
        u"contacts"_s,
        createOf({{u"email"_s, text("a@x.test")}, {u"dnc_email"_s, text("refused")}, {u"dnc_sms"_s, Value::null()}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(outcome.record.fields[u"dnc_email"_s], text("refused"));
    QVERIFY(outcome.record.fields[u"dnc_sms"_s].isNull());
    QVERIFY(bench.sent("POST", "/dnc/").isEmpty());
}

void MauticOutcomeTest::aRefusalIsARequestOfItsOwnOnAnUpdate()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const WriteOutcome refused = bench.write(
        u"contacts"_s, updateOf(id, {{u"dnc_email"_s, text("refused")}}, {{u"dnc_email"_s, Value::null()}}));
    QCOMPARE(refused.status, Status::Done);
    QCOMPARE(refused.record.fields[u"dnc_email"_s], text("refused"));
    QVERIFY(bench.sent("PATCH", "").isEmpty());
    QCOMPARE(bench.sent("POST", "/dnc/email/add").size(), 1);
    bench.write(u"contacts"_s, updateOf(id, {{u"dnc_email"_s, text("refused")}}, {{u"dnc_email"_s, text("refused")}}));
    QCOMPARE(bench.sent("POST", "/dnc/").size(), 1); // it stands already
    const WriteOutcome allowed = bench.write(u"contacts"_s,
                                             updateOf(id, {{u"dnc_email"_s, Value::null()}, {u"city"_s, text("Bonn")}},
                                                      {{u"dnc_email"_s, text("refused")}}));
    QCOMPARE(allowed.status, Status::Done);
    QVERIFY(allowed.record.fields[u"dnc_email"_s].isNull());
    QCOMPARE(allowed.record.fields[u"city"_s], text("Bonn"));
}

void MauticOutcomeTest::aLostRefusalIsUnknown()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.intercept = [](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (!request.path.contains("/dnc/"))
            return std::nullopt;
        return failure(lostAnswer());
    };
    QCOMPARE(
        bench.write(u"contacts"_s, updateOf(id, {{u"dnc_sms"_s, text("refused")}, {u"city"_s, text("Bonn")}})).status,
        Status::Unknown);
}

void MauticOutcomeTest::aForbiddenRefusalLeavesTheRestWritten()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.intercept = [](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (!request.path.contains("/dnc/"))
            return std::nullopt;
        return recordedAnswer(u"mautic"_s, u"forbidden-contact-edit"_s);
    };
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, updateOf(id, {{u"dnc_sms"_s, text("refused")}, {u"city"_s, text("Bonn")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.fields, QStringList{u"dnc_sms"_s});
    QCOMPARE(bench.record(u"contacts"_s, id)[u"city"_s].toString(), u"Bonn"_s);
}

void MauticOutcomeTest::deletesTellGoneFromForbidden()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const QString other = bench.add(u"contacts"_s, {{u"email"_s, u"b@x.test"_s}});
    const auto remove = [&](const QString &which) {
        return bench.write(u"contacts"_s, {WriteKind::Delete, which, {}, {}}).status;
    };
    QCOMPARE(remove(id), Status::Done);
    QCOMPARE(remove(id), Status::NotFound);
    bench.crm().configure({{u"deny"_s, QJsonArray{u"contacts:delete"_s}}});
    QCOMPARE(remove(other), Status::Forbidden);
    QCOMPARE(bench.records(u"contacts"_s).size(), 1);
}

void MauticOutcomeTest::duplicatesOfParallelCreatesRefuseEveryWriteUntilTheyAreMerged()
{
    MauticBench bench;
    const QString one = bench.add(u"contacts"_s, {{u"email"_s, u"twin@x.test"_s}});
    const QString two = bench.add(u"contacts"_s, {{u"email"_s, u"twin@x.test"_s}});
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s, {updateOf(one, {{u"city"_s, text("Bonn")}}), updateOf(two, {{u"city"_s, text("Ulm")}})}, {});
    for (const WriteOutcome &outcome : outcomes) {
        QCOMPARE(outcome.status, Status::Refused);
        QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
        QVERIFY(outcome.error.remedy.contains("merge"_L1));
    }
    const auto holders = bench.connector().readByKey(u"contacts"_s, u"email"_s, {u"twin@x.test"_s}, {}, {});
    QVERIFY(holders);
    QCOMPARE(holders->size(), 2);
}

void MauticOutcomeTest::otherPeoplesContactsAreForbiddenAlthoughTheListShowsThem()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"owner"_s, 1}});
    bench.crm().configure({{u"only_own"_s, true}});
    const auto looks = bench.connector().readByIds(u"contacts"_s, {id, u"4711"_s}, {u"email"_s}, {});
    QVERIFY(looks);
    QCOMPARE(looks->at(0).presence, Presence::Found);
    QCOMPARE(looks->at(1).presence, Presence::NotFound);
    QCOMPARE(bench.write(u"contacts"_s, updateOf(id, {{u"city"_s, text("Bonn")}})).status, Status::Forbidden);
    QCOMPARE(bench.write(u"contacts"_s, {WriteKind::Delete, id, {}, {}}).status, Status::Forbidden);
    QVERIFY(bench.record(u"contacts"_s, id)[u"city"_s].isNull());
}

void MauticOutcomeTest::aServerErrorAfterTheWriteWasDoneIsNoRefusal()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (!request.path.contains("/batch/"))
            return std::nullopt;
        bench.ask(request.method, request.path, QJsonDocument::fromJson(request.body).array());
        return recordedAnswer(u"mautic"_s, u"contacts-batch-edit-duplicate-id"_s);
    };
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s, {updateOf(id, {{u"city"_s, text("Bonn")}}), createOf({{u"email"_s, text("b@x.test")}})}, {});
    QCOMPARE(outcomes[0].status, Status::Done);
    QCOMPARE(outcomes[1].status, Status::Done);
    QVERIFY(!outcomes[1].remoteId.isEmpty());
    QCOMPARE(bench.records(u"contacts"_s).size(), 2);
    QCOMPARE(bench.sent("POST", "batch").size(), 1);
}

void MauticOutcomeTest::aRecordThatAppearedDuringAServerErrorIsNotOverwritten()
{
    MauticBench bench;
    bench.field(u"contacts"_s, u"email"_s);
    QString other;
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.method != "POST" || !other.isEmpty())
            return std::nullopt;
        other = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"firstname"_s, u"Theirs"_s}});
        return recordedAnswer(u"mautic"_s, u"contacts-batch-edit-duplicate-id"_s);
    };
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s,
        {createOf({{u"email"_s, text("a@x.test")}, {u"firstname"_s, text("Ours")}}),
         createOf({{u"email"_s, text("b@x.test")}})},
        {});
    QCOMPARE(outcomes[0].status, Status::Refused);
    QCOMPARE(outcomes[0].error.kind, ErrorKind::Conflict);
    QCOMPARE(outcomes[0].remoteId, other);
    QCOMPARE(outcomes[1].status, Status::Done);
    QCOMPARE(bench.record(u"contacts"_s, other)[u"firstname"_s].toString(), u"Theirs"_s);
}

Q_DECLARE_METATYPE(syncline::connectors::WriteOutcome::Status)
QTEST_GUILESS_MAIN(MauticOutcomeTest)
#include "tst_mauticoutcomes.moc"
