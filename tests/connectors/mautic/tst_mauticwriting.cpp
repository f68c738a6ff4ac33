#include "connectors/mautic/mauticbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using Status = WriteOutcome::Status;

namespace {

QStringList tagsOf(const QJsonObject &record)
{
    QStringList tags;
    for (const QJsonValue &tag : record["tags"_L1].toArray())
        tags.append(tag.toString());
    tags.sort();
    return tags;
}

} // namespace

/// Every trap of docs/crm/mautic.md that writing can fall into.
class MauticWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCreateShowsWhatIsStored();
    void aCreateNeverBecomesAnEditOfAnExistingContact();
    void aContactThatAppearsBetweenLookUpAndCreateIsReported();
    void aCompanyWithAKnownNameIsNeitherWipedNorMadeTwice();
    void anUpdateNeverMergesTwoContacts();
    void aLargeBatchGetsTheTimeThatItNeeds();
    void aCompanyNeedsItsName();
    void anEmptyContactIsNotMade();
    void clearingReallyClears_data();
    void clearingReallyClears();
    void clearingTouchesOnlyTheFieldsThatWereSent();
    void aCompanyFieldIsCleared();
    void aZeroIsRefusedAndTheOldNumberStays();
    void everyItemOfAnUpdateCarriesItsId();
    void valuesThatMauticIgnoresAreNamed();
    void unknownFieldsAreRefused();
    void tagsAreAddedAndRemovedOneByOne();
    void tagsKeepTheirCaseCommasAndBrackets();
    void companyTextMakesACompanyAndIsDeclared();
    void nothingChangedMeansNoRequestForTheValues();
    void anAddressWithUmlautsIsNotSent();
};

void MauticWritingTest::aCreateShowsWhatIsStored()
{
    MauticBench bench;
    bench.addField(u"x_at"_s, u"datetime"_s);
    bench.addField(u"x_yes"_s, u"boolean"_s);
    bench.addField(u"x_no"_s, u"number"_s);
    const WriteOutcome outcome = bench.write(u"contacts"_s,
                                             createOf({{u"email"_s, text("ada@x.test")},
                                                       {u"firstname"_s, text(" Ada <b>L</b>")},
                                                       {u"x_at"_s, text("2024-02-29T13:45:59Z")},
                                                       {u"x_yes"_s, text("false")},
                                                       {u"x_no"_s, text("0")},
                                                       {u"tags"_s, Value::set({u"Kunde"_s})}}));
    QCOMPARE(outcome.status, Status::Done);
    QVERIFY(!outcome.existedBefore);
    QCOMPARE(outcome.record.id, outcome.remoteId);
    QCOMPARE(outcome.record.fields[u"firstname"_s], text("Ada L"));
    QCOMPARE(outcome.record.fields[u"x_at"_s], text("2024-02-29T13:45:00Z"));
    QCOMPARE(outcome.record.fields[u"x_yes"_s], text("false"));
    QVERIFY(outcome.record.fields[u"x_no"_s].isNull());
    QCOMPARE(outcome.record.fields[u"tags"_s], Value::set({u"Kunde"_s}));
    QCOMPARE(bench.records(u"contacts"_s).size(), 1);
}

void MauticWritingTest::aCreateNeverBecomesAnEditOfAnExistingContact()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}, {u"firstname"_s, u"Ada"_s}});
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, createOf({{u"email"_s, text("ADA@x.test")}, {u"firstname"_s, text("Other")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
    QCOMPARE(outcome.error.fields, QStringList{u"email"_s});
    QCOMPARE(outcome.remoteId, id);
    QVERIFY(bench.sent("POST", "").isEmpty());
    QCOMPARE(bench.record(u"contacts"_s, id)[u"firstname"_s].toString(), u"Ada"_s);
}

void MauticWritingTest::aContactThatAppearsBetweenLookUpAndCreateIsReported()
{
    MauticBench bench;
    bench.field(u"contacts"_s, u"email"_s);
    bool isDone = false;
    bench.afterwards = [&](const HttpRequest &request) {
        if (!isDone && request.path == "/api/contacts") {
            isDone = true;
            bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}});
        }
    };
    const WriteOutcome outcome = bench.write(u"contacts"_s, createOf({{u"email"_s, text("ada@x.test")}}));
    QCOMPARE(outcome.status, Status::Done);
    QVERIFY(outcome.existedBefore);
    QCOMPARE(bench.records(u"contacts"_s).size(), 1);
}

void MauticWritingTest::aCompanyWithAKnownNameIsNeitherWipedNorMadeTwice()
{
    MauticBench bench;
    const QString id = bench.add(u"companies"_s,
                                 {{u"companyname"_s, u"Äcker & Söhne"_s}, {u"companycity"_s, u"Köln"_s}});
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"companies"_s,
        {createOf({{u"companyname"_s, text("Äcker & Söhne")}, {u"companyphone"_s, text("1")}}),
         createOf({{u"companyname"_s, text("Neu, \"AG\"")}})},
        {});
    QCOMPARE(outcomes[0].status, Status::Refused);
    QCOMPARE(outcomes[0].remoteId, id);
    QCOMPARE(outcomes[1].status, Status::Done);
    QCOMPARE(outcomes[1].record.fields[u"companyname"_s], text("Neu, \"AG\""));
    QCOMPARE(bench.record(u"companies"_s, id)[u"companycity"_s].toString(), u"Köln"_s);
    QCOMPARE(bench.records(u"companies"_s).size(), 2);
    QVERIFY(bench.sent("POST", "/companies/new").isEmpty());
}

void MauticWritingTest::anUpdateNeverMergesTwoContacts()
{
    MauticBench bench;
    bench.crm().configure({{u"merges_duplicates"_s, true}}); // as Mautic 4 does
    const QString anna = bench.add(u"contacts"_s, {{u"email"_s, u"anna@x.test"_s}});
    const QString bert = bench.add(u"contacts"_s, {{u"email"_s, u"bert@x.test"_s}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(anna, {{u"email"_s, text("BERT@x.test")}}));
    QCOMPARE(outcome.status, WriteOutcome::Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Conflict);
    QCOMPARE(outcome.remoteId, anna);
    QCOMPARE(bench.record(u"contacts"_s, anna)["email"_L1].toString(), u"anna@x.test"_s);
    QVERIFY(!bench.record(u"contacts"_s, bert).isEmpty());
    const WriteOutcome own = bench.write(u"contacts"_s, updateOf(anna, {{u"email"_s, text("Anna@x.test")}}));
    QCOMPARE(own.status, WriteOutcome::Status::Done);
}

void MauticWritingTest::aLargeBatchGetsTheTimeThatItNeeds()
{
    MauticBench bench;
    QList<WriteOperation> operations;
    for (int i = 0; i < 50; ++i)
        operations.append(createOf({{u"lastname"_s, text("Nobody")}}));
    bench.connector().write(u"contacts"_s, operations, {});
    const auto sent = bench.sent("POST", "batch/new");
    QCOMPARE(sent.size(), 1);
    QVERIFY(sent.first().timeout >= std::chrono::seconds(50));
}

void MauticWritingTest::aCompanyNeedsItsName()
{
    MauticBench bench;
    const WriteOutcome outcome = bench.write(u"companies"_s, createOf({{u"companycity"_s, text("Bonn")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QVERIFY(bench.sent("POST", "").isEmpty());
}

void MauticWritingTest::anEmptyContactIsNotMade()
{
    MauticBench bench;
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, createOf({{u"firstname"_s, Value::null()}, {u"dnc_email"_s, Value::null()}}));
    QCOMPARE(outcome.status, Status::Refused);
    QVERIFY(bench.records(u"contacts"_s).isEmpty());
}

void MauticWritingTest::clearingReallyClears_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    const QList<QPair<QString, QString>> rows{{u"text"_s, u"a"_s},
                                              {u"number"_s, u"7"_s},
                                              {u"date"_s, u"2024-02-29"_s},
                                              {u"datetime"_s, u"2024-02-29 13:45"_s},
                                              {u"time"_s, u"13:45"_s},
                                              {u"boolean"_s, u"1"_s},
                                              {u"url"_s, u"http://x.test"_s},
                                              {u"multiselect"_s, u"a"_s}};
    for (const auto &[type, value] : rows)
        QTest::newRow(qPrintable(type)) << type << value;
}

void MauticWritingTest::clearingReallyClears()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    MauticBench bench;
    bench.addField(u"x"_s, type, {{u"list"_s, QJsonArray{QJsonObject{{u"label"_s, u"A"_s}, {u"value"_s, u"a"_s}}}}});
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"x"_s, value}});
    QVERIFY(!bench.record(u"contacts"_s, id)[u"x"_s].isNull());
    for (const Value &blank : {Value::null(), Value::text(QString())}) {
        bench.ask("PATCH", "/api/contacts/" + id.toLatin1() + "/edit", QJsonObject{{u"x"_s, value}});
        const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"x"_s, blank}}));
        QCOMPARE(outcome.status, Status::Done);
        QVERIFY(outcome.record.fields[u"x"_s].isBlank());
        QVERIFY(bench.record(u"contacts"_s, id)[u"x"_s].isNull());
    }
}

void MauticWritingTest::clearingTouchesOnlyTheFieldsThatWereSent()
{
    MauticBench bench;
    const QString id = bench.add(
        u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"city"_s, u"Bonn"_s}, {u"phone"_s, u"1"_s}, {u"points"_s, 7}});
    QCOMPARE(bench.write(u"contacts"_s, updateOf(id, {{u"city"_s, Value::null()}})).status, Status::Done);
    const QJsonObject record = bench.record(u"contacts"_s, id);
    QVERIFY(record[u"city"_s].isNull());
    QCOMPARE(record[u"phone"_s].toString(), u"1"_s);
    QCOMPARE(record[u"points"_s].toInt(), 7);
    QVERIFY(bench.sent("PUT", "").isEmpty());
}

void MauticWritingTest::aCompanyFieldIsCleared()
{
    MauticBench bench;
    const QString id = bench.add(u"companies"_s, {{u"companyname"_s, u"A"_s}, {u"companycity"_s, u"Bonn"_s}});
    QCOMPARE(bench.write(u"companies"_s, updateOf(id, {{u"companycity"_s, Value::null()}})).status, Status::Done);
    QVERIFY(bench.record(u"companies"_s, id)[u"companycity"_s].isNull());
    QCOMPARE(bench.record(u"companies"_s, id)[u"companyname"_s].toString(), u"A"_s);
}

void MauticWritingTest::aZeroIsRefusedAndTheOldNumberStays()
{
    MauticBench bench;
    bench.addField(u"x_int"_s, u"number"_s);
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"x_int"_s, 7}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"x_int"_s, text("0")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.fields, QStringList{u"x_int"_s});
    QVERIFY(outcome.error.message.contains("0"_L1));
    QCOMPARE(bench.record(u"contacts"_s, id)[u"x_int"_s].toInt(), 7);
}

void MauticWritingTest::everyItemOfAnUpdateCarriesItsId()
{
    MauticBench bench;
    QList<WriteOperation> operations;
    QStringList ids;
    for (int i = 0; i < 4; ++i) {
        ids.append(bench.add(u"contacts"_s, {{u"email"_s, u"p%1@x.test"_s.arg(i)}}));
        operations.append(updateOf(ids.last(), {{u"city"_s, Value::text(u"C%1"_s.arg(i))}}));
    }
    operations[1].remoteId = QString(); // would shift the values of 2 and 3 onto the contacts before them
    const QList<WriteOutcome> outcomes = bench.connector().write(u"contacts"_s, operations, {});
    QCOMPARE(outcomes[1].status, Status::Refused);
    for (const int i : {0, 2, 3}) {
        QCOMPARE(outcomes[i].status, Status::Done);
        QCOMPARE(bench.record(u"contacts"_s, ids[i])[u"city"_s].toString(), u"C%1"_s.arg(i));
    }
    QVERIFY(bench.record(u"contacts"_s, ids[1])[u"city"_s].isNull());
    for (const HttpRequest &request : bench.sent("PATCH", "batch")) {
        for (const QJsonValue &item : bodyOf(request))
            QVERIFY(item["id"_L1].toInt() > 0);
    }
}

void MauticWritingTest::valuesThatMauticIgnoresAreNamed()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"city"_s, u"Bonn"_s}});
    bench.field(u"contacts"_s, u"city"_s);
    bench.intercept = [&](const HttpRequest &request) -> std::optional<Result<HttpResponse>> {
        if (request.method != "PATCH")
            return std::nullopt;
        const QJsonObject contact = bench.ask("GET", "/api/contacts/" + id.toLatin1())[u"contact"_s].toObject();
        const QJsonObject answer{{u"contacts"_s, QJsonArray{contact}}, {u"statusCodes"_s, QJsonArray{200}}};
        return jsonAnswer(200, QJsonDocument(answer).toJson(QJsonDocument::Compact));
    };
    const WriteOutcome outcome = bench.write(u"contacts"_s,
                                             updateOf(id, {{u"city"_s, text("Ulm")}}, {{u"city"_s, text("Bonn")}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(outcome.ignoredFields, QStringList{u"city"_s});
    QCOMPARE(outcome.record.fields[u"city"_s], text("Bonn"));
}

void MauticWritingTest::unknownFieldsAreRefused()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"x_gone"_s, text("a")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.fields, QStringList{u"x_gone"_s});
    QVERIFY(bench.sent("PATCH", "").isEmpty());
}

void MauticWritingTest::tagsAreAddedAndRemovedOneByOne()
{
    MauticBench bench;
    const QString id = bench.add(
        u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"tags"_s, QJsonArray{u"keep"_s, u"old"_s, u"theirs"_s}}});
    const WriteOutcome outcome = bench.write(u"contacts"_s,
                                             updateOf(id, {{u"tags"_s, Value::set({u"keep"_s, u"new"_s})}},
                                                      {{u"tags"_s, Value::set({u"keep"_s, u"old"_s})}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(tagsOf(bench.record(u"contacts"_s, id)), (QStringList{u"keep"_s, u"new"_s, u"theirs"_s}));
    // What was there before is not known: nothing is taken away.
    bench.write(u"contacts"_s, updateOf(id, {{u"tags"_s, Value::set({u"more"_s})}}));
    QCOMPARE(tagsOf(bench.record(u"contacts"_s, id)), (QStringList{u"keep"_s, u"more"_s, u"new"_s, u"theirs"_s}));
    const Value all = Value::set(tagsOf(bench.record(u"contacts"_s, id)));
    bench.write(u"contacts"_s, updateOf(id, {{u"tags"_s, Value::null()}}, {{u"tags"_s, all}}));
    QVERIFY(tagsOf(bench.record(u"contacts"_s, id)).isEmpty());
}

void MauticWritingTest::tagsKeepTheirCaseCommasAndBrackets()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const Value odd = Value::set({u"Kunde"_s, u"KUNDE"_s, u"a,b"_s, u"A & <B>"_s, u"😀 Emoji"_s});
    const WriteOutcome outcome = bench.write(u"contacts"_s,
                                             updateOf(id, {{u"tags"_s, odd}}, {{u"tags"_s, Value::set({})}}));
    QCOMPARE(outcome.record.fields[u"tags"_s], odd);
    const Value less = Value::set({u"Kunde"_s, u"KUNDE"_s, u"a,b"_s});
    const WriteOutcome shorter = bench.write(u"contacts"_s, updateOf(id, {{u"tags"_s, less}}, {{u"tags"_s, odd}}));
    QCOMPARE(shorter.record.fields[u"tags"_s], less);
}

void MauticWritingTest::companyTextMakesACompanyAndIsDeclared()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"company"_s, text("Neu AG")}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(bench.records(u"companies"_s).size(), 1);
    QVERIFY(bench.connector().capabilities().sideEffects.first().contains("company"_L1));
}

void MauticWritingTest::nothingChangedMeansNoRequestForTheValues()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}, {u"tags"_s, QJsonArray{u"a"_s}}});
    const WriteOutcome outcome = bench.write(
        u"contacts"_s, updateOf(id, {{u"tags"_s, Value::set({u"a"_s})}}, {{u"tags"_s, Value::set({u"a"_s})}}));
    QCOMPARE(outcome.status, Status::Done);
    QVERIFY(bench.sent("PATCH", "").isEmpty());
}

void MauticWritingTest::anAddressWithUmlautsIsNotSent()
{
    MauticBench bench;
    const QString id = bench.add(u"contacts"_s, {{u"email"_s, u"a@x.test"_s}});
    const QList<WriteOutcome> outcomes = bench.connector().write(
        u"contacts"_s,
        {updateOf(id, {{u"email"_s, text("müller@exämple.test")}}), createOf({{u"email"_s, text("foo bar@x.test")}})},
        {});
    for (const WriteOutcome &outcome : outcomes) {
        QCOMPARE(outcome.status, Status::Refused);
        QCOMPARE(outcome.error.fields, QStringList{u"email"_s});
    }
    QVERIFY(bench.sent("PATCH", "").isEmpty());
    QVERIFY(bench.sent("POST", "").isEmpty());
}

Q_DECLARE_METATYPE(syncline::connectors::WriteOutcome::Status)
QTEST_GUILESS_MAIN(MauticWritingTest)
#include "tst_mauticwriting.moc"
