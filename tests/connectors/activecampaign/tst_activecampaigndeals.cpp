#include "connectors/activecampaign/activecampaignbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::support;
using Status = WriteOutcome::Status;

namespace {

constexpr std::int64_t morning = 1795500000; // 2026-11-24T06:00:00Z

} // namespace

/// Deals, tasks, notes, users and lists, and fields that are made.
class ActiveCampaignDealsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pipelinesStagesAndListsAreDescribed();
    void aDealIsWrittenWithWhatItNeedsAndReadBack();
    void aDealThatBelongsToNobodyIsRefused();
    void changedDealsComeAlone();
    void numbersAreNumbersWhereTheDescriptionHasThem();
    void aNoteIsAboutOneRecord();
    void aNoteKeepsWhatAnUpdateDoesNotName();
    void aTaskOfADealIsNotOneOfItsContact();
    void usersAreTheOwners();
    void whoLeftAListIsNotSubscribedAgain();
    void listsAreJoinedAndLeft();
    void fieldsAreMadeWithTheirOptions_data();
    void fieldsAreMadeWithTheirOptions();
    void aFieldThatIsThereAlreadyIsToldSo();

private:
    static QString contact(ActiveCampaignBench &bench)
    {
        return bench.add(u"contacts"_s, {{u"email"_s, u"ada@x.test"_s}});
    }
    static QString deal(ActiveCampaignBench &bench, const QString &person)
    {
        return bench.add(u"deals"_s,
                         {{u"title"_s, u"Renewal"_s},
                          {u"value"_s, u"187215"_s},
                          {u"currency"_s, u"usd"_s},
                          {u"stage"_s, 2},
                          {u"owner"_s, 1},
                          {u"contact"_s, person}});
    }
};

void ActiveCampaignDealsTest::pipelinesStagesAndListsAreDescribed()
{
    ActiveCampaignBench bench;
    QCOMPARE(bench.field(u"deals"_s, u"group"_s).options,
             (QList<Option>{{u"1"_s, u"Sales"_s}, {u"2"_s, u"Renewals"_s}}));
    const auto stages = bench.field(u"deals"_s, u"stage"_s).options;
    QCOMPARE(stages.size(), 5);
    QCOMPARE(stages[3], (Option{u"4"_s, u"Renewals: To contact"_s}));
    QCOMPARE(bench.field(u"contacts"_s, u"lists"_s).options.size(), 2);
    QCOMPARE(bench.field(u"dealTasks"_s, u"dealTasktype"_s).options.first().label, u"Call"_s);
    QCOMPARE(bench.field(u"deals"_s, u"contact"_s).refersTo, u"contacts"_s);
}

void ActiveCampaignDealsTest::aDealIsWrittenWithWhatItNeedsAndReadBack()
{
    ActiveCampaignBench bench;
    const QString ada = contact(bench);
    const QMap<QString, Value> fields{{u"title"_s, text("Renewal")},
                                      {u"contact"_s, Value::text(ada)},
                                      {u"value"_s, text("456.70")},
                                      {u"currency"_s, text("USD")},
                                      {u"status"_s, text("won")}};
    const WriteOutcome made = bench.write(u"deals"_s, createOf(fields));
    QCOMPARE(made.error.message, QString());
    QCOMPARE(made.status, Status::Done);
    const QJsonObject stored = bench.record(u"deals"_s, made.remoteId);
    QCOMPARE(stored["value"_L1].toString(), u"45670"_s);
    QCOMPARE(stored["currency"_L1].toString(), u"usd"_s);
    QCOMPARE(stored["status"_L1].toString(), u"1"_s);
    QCOMPARE(stored["stage"_L1].toString(), u"1"_s); // the first of the first pipeline
    QCOMPARE(stored["owner"_L1].toString(), u"1"_s); // the key's user
    const auto read = bench.readAll(u"deals"_s, fields.keys() + QStringList{u"account"_s});
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        QCOMPARE(made.record.fields.value(it.key()), *it);
        QCOMPARE(read.first().fields.value(it.key()), *it);
    }
    QVERIFY(read.first().fields.value(u"account"_s).isNull());
    QCOMPARE(bench.write(u"deals"_s, updateOf(made.remoteId, {{u"stage"_s, text("5")}})).status, Status::Done);
    QCOMPARE(bench.record(u"deals"_s, made.remoteId)["group"_L1].toString(), u"2"_s);
    QCOMPARE(bench.write(u"deals"_s, {WriteKind::Delete, made.remoteId, {}, {}}).status, Status::Done);
}

void ActiveCampaignDealsTest::aDealThatBelongsToNobodyIsRefused()
{
    ActiveCampaignBench bench;
    const WriteOutcome outcome = bench.write(u"deals"_s, createOf({{u"title"_s, text("Renewal")}}));
    QCOMPARE(outcome.status, Status::Refused);
    QCOMPARE(outcome.error.kind, ErrorKind::Validation);
    QVERIFY(!outcome.error.remedy.isEmpty());
    QVERIFY(bench.writes().isEmpty());
}

void ActiveCampaignDealsTest::changedDealsComeAlone()
{
    ActiveCampaignBench bench;
    bench.clock().freeze(morning);
    const QString ada = contact(bench), first = deal(bench, ada);
    bench.clock().freeze(morning + 7200);
    bench.readAll(u"deals"_s, {u"title"_s});
    QVERIFY(bench.lastEnd.wasFull);
    const QString cursor = bench.lastEnd.nextCursor;
    QCOMPARE(cursor, u"2026-11-24T08:00:00Z"_s);
    bench.clock().freeze(morning + 7300);
    const QString second = deal(bench, ada);
    QCOMPARE(idsOf(bench.readAll(u"deals"_s, {u"title"_s}, cursor)), QStringList{second});
    QVERIFY(!bench.lastEnd.wasFull);
    bench.edit(u"deals"_s, first, {{u"title"_s, u"Other"_s}});
    QCOMPARE(bench.readAll(u"deals"_s, {u"title"_s}, cursor).size(), 2);
}

/// Ids are texts in most places. A server that goes by the published description takes a number for no text, and a text for
/// no number.
void ActiveCampaignDealsTest::numbersAreNumbersWhereTheDescriptionHasThem()
{
    ActiveCampaignBench bench;
    const QString ada = contact(bench);
    bench.write(u"deals"_s,
                createOf({{u"title"_s, text("Renewal")},
                          {u"contact"_s, Value::text(ada)},
                          {u"value"_s, text("456.70")},
                          {u"percent"_s, text("40")},
                          {u"status"_s, text("won")}}));
    bench.write(u"accounts"_s, createOf({{u"name"_s, text("Acme")}, {u"owner"_s, text("1")}}));
    bench.write(u"notes"_s, createOf({{u"note"_s, text("Hello")}, {u"contact"_s, Value::text(ada)}}));
    bench.write(u"contacts"_s,
                updateOf(ada, {{u"lists"_s, Value::set({u"2"_s})}, {u"tags"_s, Value::set({u"vip"_s})}}));
    QJsonObject bodies;
    for (const HttpRequest &request : bench.writes()) {
        const QJsonObject body = bodyOf(request);
        for (auto it = body.begin(); it != body.end(); ++it)
            bodies.insert(it.key(), *it);
    }
    const QJsonObject sold = bodies["deal"_L1].toObject();
    QCOMPARE(sold["value"_L1], QJsonValue(45670));
    QCOMPARE(sold["percent"_L1], QJsonValue(40));
    QCOMPARE(sold["status"_L1], QJsonValue(1));
    QCOMPARE(sold["contact"_L1], QJsonValue(ada));
    QCOMPARE(bodies["account"_L1]["owner"_L1], QJsonValue(1));
    QCOMPARE(bodies["note"_L1]["relid"_L1], QJsonValue(ada.toInt()));
    QCOMPARE(bodies["contactList"_L1].toObject(),
             (QJsonObject{{u"contact"_s, ada.toInt()}, {u"list"_s, 2}, {u"status"_s, 1}}));
    QVERIFY(bodies["contactTag"_L1]["contact"_L1].isString() && bodies["contactTag"_L1]["tag"_L1].isString());
}

void ActiveCampaignDealsTest::aNoteIsAboutOneRecord()
{
    ActiveCampaignBench bench;
    const QString ada = contact(bench), renewal = deal(bench, ada);
    const WriteOutcome made = bench.write(
        u"notes"_s,
        createOf({{u"note"_s, text("Called")}, {u"contact"_s, Value::text(ada)}, {u"deal"_s, Value::text(renewal)}}));
    QCOMPARE(made.error.message, QString());
    QCOMPARE(bench.record(u"notes"_s, made.remoteId)["reltype"_L1].toString(), u"Deal"_s); // the nearer one
    const auto read = bench.readAll(u"notes"_s, {u"note"_s, u"contact"_s, u"deal"_s, u"account"_s, u"activity_type"_s});
    QCOMPARE(read.first().fields[u"deal"_s], Value::text(renewal));
    QVERIFY(read.first().fields[u"contact"_s].isNull());
    QCOMPARE(read.first().fields[u"activity_type"_s], text("note"));
    const auto looks = bench.connector().readByIds(u"notes"_s, {u"99"_s}, {u"note"_s}, {});
    QCOMPARE(looks->first().presence, Presence::NotFound); // ActiveCampaign says 403
    QCOMPARE(bench.write(u"notes"_s, createOf({{u"note"_s, text("Nobody's")}})).status, Status::Refused);
}

void ActiveCampaignDealsTest::aNoteKeepsWhatAnUpdateDoesNotName()
{
    ActiveCampaignBench bench;
    const QString ada = contact(bench);
    const QString id = bench.add(u"notes"_s,
                                 {{u"note"_s, u"Old"_s}, {u"reltype"_s, u"Subscriber"_s}, {u"relid"_s, ada}});
    const WriteOutcome outcome = bench.write(u"notes"_s, updateOf(id, {{u"note"_s, text("New")}}));
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(bench.record(u"notes"_s, id)["note"_L1].toString(), u"New"_s);
    QCOMPARE(bench.record(u"notes"_s, id)["relid"_L1].toString(), ada);
}

void ActiveCampaignDealsTest::aTaskOfADealIsNotOneOfItsContact()
{
    ActiveCampaignBench bench;
    const QString ada = contact(bench), renewal = deal(bench, ada);
    const WriteOutcome made = bench.write(u"dealTasks"_s,
                                          createOf({{u"title"_s, text("Call back")},
                                                    {u"duedate"_s, text("2026-12-01T15:00:00Z")},
                                                    {u"deal"_s, Value::text(renewal)}}));
    QCOMPARE(made.error.message, QString());
    QCOMPARE(made.record.fields[u"deal"_s], Value::text(renewal));
    const auto read = bench.readAll(u"dealTasks"_s, {u"duedate"_s, u"deal"_s, u"contact"_s, u"dealTasktype"_s});
    QCOMPARE(read.first().fields[u"duedate"_s], text("2026-12-01T15:00:00Z"));
    QCOMPARE(read.first().fields[u"dealTasktype"_s], text("1"));
    QVERIFY(read.first().fields[u"contact"_s].isNull());
}

void ActiveCampaignDealsTest::usersAreTheOwners()
{
    ActiveCampaignBench bench;
    const auto read = bench.readAll(u"users"_s, {u"name"_s, u"email"_s});
    QCOMPARE(read.size(), 2);
    QCOMPARE(read[1].fields[u"name"_s], text("Sally Bronsen"));
    QCOMPARE(read[1].fields[u"email"_s], text("sally@example.test"));
}

void ActiveCampaignDealsTest::whoLeftAListIsNotSubscribedAgain()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s,
                                 {{u"email"_s, u"a@x.test"_s}, {u"lists"_s, QJsonObject{{u"1"_s, u"2"_s}}}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"lists"_s, Value::set({u"1"_s, u"2"_s})}}));
    QCOMPARE(outcome.status, Status::Done);
    QCOMPARE(outcome.ignoredFields, QStringList{u"lists"_s});
    QCOMPARE(outcome.record.fields[u"lists"_s], Value::set({u"2"_s}));
    QCOMPARE(bench.record(u"contacts"_s, id)["lists"_L1]["1"_L1].toString(), u"2"_s);
}

void ActiveCampaignDealsTest::listsAreJoinedAndLeft()
{
    ActiveCampaignBench bench;
    const QString id = bench.add(u"contacts"_s,
                                 {{u"email"_s, u"a@x.test"_s}, {u"lists"_s, QJsonObject{{u"1"_s, u"1"_s}}}});
    QCOMPARE(bench.readAll(u"contacts"_s, {u"lists"_s}).first().fields[u"lists"_s], Value::set({u"1"_s}));
    bench.write(u"contacts"_s,
                updateOf(id, {{u"lists"_s, Value::set({u"2"_s})}}, {{u"lists"_s, Value::set({u"1"_s})}}));
    QCOMPARE(bench.readAll(u"contacts"_s, {u"lists"_s}).first().fields[u"lists"_s], Value::set({u"2"_s}));
}

void ActiveCampaignDealsTest::fieldsAreMadeWithTheirOptions_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("native");
    for (const auto entity : {"contacts", "accounts", "deals"}) {
        const QString name = QString::fromLatin1(entity);
        QTest::addRow("text of %s", entity) << name << FieldType::Text << u"text"_s;
        QTest::addRow("choice of %s", entity) << name << FieldType::Enumeration << u"dropdown"_s;
        QTest::addRow("choices of %s", entity)
            << name << FieldType::Set << (name == "contacts"_L1 ? u"listbox"_s : u"multiselect"_s);
        QTest::addRow("date of %s", entity) << name << FieldType::Date << u"date"_s;
    }
}

void ActiveCampaignDealsTest::fieldsAreMadeWithTheirOptions()
{
    QFETCH(QString, entity);
    QFETCH(FieldType, type);
    QFETCH(QString, native);
    ActiveCampaignBench bench;
    RemoteField wanted;
    wanted.label = u"Diet"_s;
    wanted.type = type;
    if (type == FieldType::Enumeration || type == FieldType::Set)
        wanted.options = {{u"Vegan"_s, u"Vegan"_s}, {u"Any"_s, u"Any"_s}};
    const auto made = bench.connector().createField(entity, wanted, {});
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const RemoteField described = bench.field(entity, made->name);
    QCOMPARE(described.label, u"Diet"_s);
    QCOMPARE(described.type, type);
    QCOMPARE(described.nativeType, native);
    QCOMPARE(described.options, wanted.options);
    QVERIFY(described.custom);
}

void ActiveCampaignDealsTest::aFieldThatIsThereAlreadyIsToldSo()
{
    ActiveCampaignBench bench;
    RemoteField wanted;
    wanted.label = u"Birthday"_s;
    const auto made = bench.connector().createField(u"contacts"_s, wanted, {});
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QCOMPARE(bench.connector().createField(u"notes"_s, wanted, {}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(ActiveCampaignDealsTest)
#include "tst_activecampaigndeals.moc"
