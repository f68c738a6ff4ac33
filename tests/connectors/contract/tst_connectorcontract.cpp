#include "connectors/contract/standin.h"
#include "foundation/canonical.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using syncline::contract::Party;
using syncline::contract::Sample;
using syncline::contract::StandIn;

namespace {

using Status = WriteOutcome::Status;

QSet<QString> idsOf(const QList<RemoteRecord> &records)
{
    QSet<QString> ids;
    for (const RemoteRecord &record : records)
        ids.insert(record.id);
    return ids;
}

QSet<QString> idsOf(const QJsonArray &records)
{
    QSet<QString> ids;
    for (const QJsonValue &record : records)
        ids.insert(record[u"id"_s].toVariant().toString());
    return ids;
}

int holders(const QJsonArray &records, const QString &field, const QString &value)
{
    return int(std::ranges::count_if(records, [&](const QJsonValue &r) { return r[field].toString() == value; }));
}

/// The id that a new record of this CRM is given, where it takes one.
QString chosenId(const Party &party, int number)
{
    return party.provider == "suitecrm"_L1 ? u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'))
                                           : QString();
}

/// Named as a new record of the CRM needs it.
WriteOperation person(const Party &party, int number)
{
    return {WriteKind::Create,
            chosenId(party, number),
            {{party.email, Value::text(u"new%1@example.org"_s.arg(number))},
             {party.lastName, Value::text(u"New %1"_s.arg(number))}},
            {}};
}

/// Makes a company; its id.
QString company(StandIn &crm, const Party &party, int number)
{
    const WriteOperation operation{WriteKind::Create,
                                   chosenId(party, 1000 + number),
                                   {{party.companyName, Value::text(u"Company %1"_s.arg(number))}},
                                   {}};
    return crm.connector().write(party.companies, {operation}, {}).value(0).remoteId;
}

/// As a field that refers to one record, or to several, holds it.
Value reference(FieldType type, const QString &id)
{
    return type == FieldType::Refs ? Value::list({{id, {}, false}}) : Value::text(id);
}

RemoteEntity entityOf(StandIn &crm, const Party &party)
{
    const auto entities = crm.connector().describe({});
    for (const RemoteEntity &entity : entities.value_or(QList<RemoteEntity>())) {
        if (entity.name == party.people)
            return entity;
    }
    return {};
}

} // namespace

Q_DECLARE_METATYPE(Party)

/// What the engine relies on, for every connector.
class tst_ConnectorContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionTest_passes_data() { eachParty(); }
    void connectionTest_passes();
    void walk_underChange_misses_nothing_data() { eachParty(); }
    void walk_underChange_misses_nothing();
    void tiedChanges_areAllRead_data() { eachParty(); }
    void tiedChanges_areAllRead();
    void values_ofEveryType_comeBack_data() { eachParty(); }
    void values_ofEveryType_comeBack();
    void clearedValue_isBlank_data() { eachParty(); }
    void clearedValue_isBlank();
    void badRecord_holdsUpNoOther_data() { eachParty(); }
    void badRecord_holdsUpNoOther();
    void lostAnswer_isUnknownAndSentOnce_data() { eachParty(); }
    void lostAnswer_isUnknownAndSentOnce();
    void expiredToken_isRenewedMidWalk_data() { eachParty(); }
    void expiredToken_isRenewedMidWalk();
    void deletedRecord_isNamed_data() { eachParty(); }
    void deletedRecord_isNamed();
    void mergedRecord_leadsToTheOneThatStays_data() { eachParty(); }
    void mergedRecord_leadsToTheOneThatStays();
    void relation_isMadeMovedAndCut_data() { eachParty(); }
    void relation_isMadeMovedAndCut();
    void manyRecords_areReadOnceEach_data() { eachParty(); }
    void manyRecords_areReadOnceEach();
    void droppedField_stopsAloneAndIsNamed_data() { eachParty(); }
    void droppedField_stopsAloneAndIsNamed();
    void adoptedFieldLists_spareRequests_data() { eachParty(); }
    void adoptedFieldLists_spareRequests();
    void limit_isUsedAndNotExceeded_data() { eachParty(); }
    void limit_isUsedAndNotExceeded();

private:
    static void eachParty()
    {
        QTest::addColumn<Party>("party");
        for (const Party &party : contract::parties())
            QTest::newRow(qPrintable(party.provider)) << party;
    }
};

void tst_ConnectorContract::connectionTest_passes()
{
    QFETCH(Party, party);
    StandIn crm(party);
    const TestReport report = crm.connector().test({});
    QVERIFY2(report.ok, report.steps.isEmpty() ? "" : qPrintable(report.steps.last().message));
    QCOMPARE(report.steps.size(), 5);
    QVERIFY(!report.fingerprint.isEmpty());
}

/// While a walk goes on, records are made, changed and deleted: whoever was there from beginning to end comes, and the next
/// incremental walk brings what was made and changed.
void tst_ConnectorContract::walk_underChange_misses_nothing()
{
    QFETCH(Party, party);
    StandIn crm(party, 120, 10);
    QSet<QString> untouched = idsOf(crm.records()), changed;
    QStringList victims = untouched.values();
    std::ranges::sort(victims, {}, [](const QString &id) { return std::pair(id.size(), id); });
    int page = 0;
    const auto change = [&] {
        const QString gone = victims.value(page * 7), edited = victims.value(page * 7 + 3);
        changed.insert(crm.create(u"between%1@example.org"_s.arg(page), u"Between"_s));
        crm.edit(u"update"_s, edited, {{party.lastName, u"Edited %1"_s.arg(page)}});
        changed.insert(edited);
        crm.edit(u"delete"_s, gone);
        untouched.remove(gone);
        changed.remove(gone);
        ++page;
    };
    const QSet<QString> seen = idsOf(crm.read({party.email, party.lastName}, {}, change));
    QVERIFY2(crm.lastError.message.isEmpty(), qPrintable(crm.lastError.message));
    QVERIFY(page > 5);
    QVERIFY((untouched - seen).isEmpty());
    const auto later = crm.read({party.lastName}, crm.lastCursor);
    QVERIFY((changed - idsOf(later)).isEmpty());
    QVERIFY(later.size() < untouched.size()); // it was an incremental one
}

/// More records than a page holds share one modification time.
void tst_ConnectorContract::tiedChanges_areAllRead()
{
    QFETCH(Party, party);
    StandIn crm(party, 45, 10);
    crm.read({party.lastName});
    const QString cursor = crm.lastCursor;
    for (const QString &id : idsOf(crm.records()))
        crm.edit(u"update"_s, id, {{party.lastName, u"Tied"_s}});
    const auto records = crm.read({party.lastName}, cursor);
    QCOMPARE(idsOf(records), idsOf(crm.records()));
    for (const RemoteRecord &record : records)
        QCOMPARE(record.fields.value(party.lastName).text(), u"Tied"_s);
}

void tst_ConnectorContract::values_ofEveryType_comeBack()
{
    QFETCH(Party, party);
    StandIn crm(party, 5);
    const RemoteEntity entity = entityOf(crm, party);
    WriteOperation operation = person(party, 1);
    QStringList names;
    for (const Sample &sample : std::as_const(party.samples)) {
        QVERIFY2(entity.field(sample.field), qPrintable(sample.field));
        operation.fields.insert(sample.field, sample.value);
        names.append(sample.field);
    }
    const WriteOutcome outcome = crm.connector().write(party.people, {operation}, {}).value(0);
    QVERIFY2(outcome.status == Status::Done, qPrintable(outcome.error.message));
    const auto looks = crm.connector().readByIds(party.people, {outcome.remoteId}, names, {});
    QVERIFY(looks && looks->value(0).presence == Presence::Found);
    for (const Sample &sample : std::as_const(party.samples)) {
        const FieldType type = entity.field(sample.field)->type;
        const Value written = outcome.record.fields.value(sample.field);
        const Value read = looks->first().record.fields.value(sample.field);
        QVERIFY2(same(type, read, sample.value), qPrintable(sample.field + u": "_s + read.display()));
        QVERIFY2(written.isAbsent() || same(type, written, sample.value), qPrintable(sample.field));
    }
}

void tst_ConnectorContract::clearedValue_isBlank()
{
    QFETCH(Party, party);
    StandIn crm(party, 5);
    WriteOperation operation = person(party, 1);
    for (const Sample &sample : std::as_const(party.samples))
        operation.fields.insert(sample.field, sample.value);
    const QString id = crm.connector().write(party.people, {operation}, {}).value(0).remoteId;
    WriteOperation clearing{WriteKind::Update, id, {}, operation.fields};
    QStringList names;
    for (const Sample &sample : std::as_const(party.samples)) {
        clearing.fields.insert(sample.field, Value::null());
        names.append(sample.field);
    }
    const WriteOutcome outcome = crm.connector().write(party.people, {clearing}, {}).value(0);
    QVERIFY2(outcome.status == Status::Done, qPrintable(outcome.error.message));
    const auto looks = crm.connector().readByIds(party.people, {id}, names, {});
    QVERIFY(looks && looks->value(0).presence == Presence::Found);
    for (const QString &name : std::as_const(names)) {
        const Value now = looks->first().record.fields.value(name);
        QVERIFY2(now.isReadable() && now.isBlank(), qPrintable(name + u": "_s + now.display()));
    }
}

void tst_ConnectorContract::badRecord_holdsUpNoOther()
{
    QFETCH(Party, party);
    StandIn crm(party, 5);
    QList<WriteOperation> operations;
    for (int i = 0; i < 5; ++i)
        operations.append(person(party, i));
    operations[1].fields.insert(party.refused.field, party.refused.value);
    WriteOperation missing{WriteKind::Update, u"999999999"_s, {{party.lastName, Value::text(u"Nobody"_s)}}, {}};
    operations.append(missing);
    const auto outcomes = crm.connector().write(party.people, operations, {});
    QCOMPARE(outcomes.size(), operations.size());
    for (int i = 0; i < 5; ++i) {
        QVERIFY2(outcomes[i].status == (i == 1 ? Status::Refused : Status::Done),
                 qPrintable(outcomes[i].error.message));
        QCOMPARE(holders(crm.records(), party.email, u"new%1@example.org"_s.arg(i)), i == 1 ? 0 : 1);
    }
    QCOMPARE(outcomes[1].error.fields, QStringList{party.refused.field});
    QVERIFY(!outcomes[1].error.remedy.isEmpty());
    QCOMPARE(int(outcomes[5].status), int(Status::NotFound));
}

void tst_ConnectorContract::lostAnswer_isUnknownAndSentOnce()
{
    QFETCH(Party, party);
    StandIn crm(party, 5);
    entityOf(crm, party); // so that the next POST to this address is the write
    crm.fault({{u"kind"_s, u"drop-after"_s},
               {u"next"_s, 1},
               {u"method"_s, u"POST"_s},
               {u"path_contains"_s, QString::fromLatin1(party.createPath)}});
    const WriteOutcome outcome = crm.connector().write(party.people, {person(party, 1)}, {}).value(0);
    QCOMPARE(int(outcome.status), int(Status::Unknown));
    QVERIFY(outcome.error.outcomeUnknown);
    QCOMPARE(holders(crm.records(), party.email, u"new1@example.org"_s), 1);
    const auto found = crm.connector().readByKey(party.people, party.email, {u"NEW1@example.org"_s}, {party.email}, {});
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
}

void tst_ConnectorContract::expiredToken_isRenewedMidWalk()
{
    QFETCH(Party, party);
    if (party.auth == connectors::AuthKind::Token)
        QSKIP("the keys of this CRM do not run out");
    StandIn crm(party, 60, 10);
    int page = 0;
    const auto seen = crm.read({party.email}, {}, [&] {
        if (++page != 3)
            return;
        crm.configure({{u"expire_tokens"_s, true}});
        crm.forgetRequests();
    });
    QVERIFY2(crm.lastError.message.isEmpty(), qPrintable(crm.lastError.message));
    QCOMPARE(idsOf(seen), idsOf(crm.records()));
    const auto requests = crm.requests();
    QCOMPARE(int(std::ranges::count_if(requests, [](const QJsonValue &r) { return r[u"status"_s].toInt() == 401; })),
             1);
}

void tst_ConnectorContract::deletedRecord_isNamed()
{
    QFETCH(Party, party);
    StandIn crm(party, 20);
    const auto begin = crm.connector().deletedSince(party.people, {}, {});
    const QString gone = crm.create(u"gone@example.org"_s, u"Gone"_s);
    const QString stays = crm.create(u"stays@example.org"_s, u"Stays"_s);
    crm.edit(u"delete"_s, gone);
    const auto looks = crm.connector().readByIds(party.people, {gone, stays}, {party.email}, {});
    QVERIFY(looks);
    QCOMPARE(int(looks->at(0).presence), int(Presence::NotFound));
    QCOMPARE(int(looks->at(1).presence), int(Presence::Found));
    QCOMPARE(looks->at(1).record.id, stays);
    if (!crm.connector().capabilities().deleteFeed)
        return;
    QVERIFY2(begin, begin ? "" : qPrintable(begin.error().message));
    QVERIFY(begin->records.isEmpty());
    const auto feed = crm.connector().deletedSince(party.people, begin->nextCursor, {});
    QVERIFY(feed);
    QStringList ids;
    for (const DeletedRecord &record : feed->records)
        ids.append(record.id);
    QVERIFY(ids.contains(gone));
    QVERIFY(!ids.contains(stays));
}

void tst_ConnectorContract::mergedRecord_leadsToTheOneThatStays()
{
    QFETCH(Party, party);
    if (!party.hasMerges)
        QSKIP("this CRM merges by deleting");
    StandIn crm(party, 5);
    const auto begin = crm.connector().deletedSince(party.people, {}, {});
    QVERIFY(begin);
    const QString loser = crm.create(u"loser@example.org"_s, u"Loser"_s);
    const QString winner = crm.create(u"winner@example.org"_s, u"Winner"_s);
    const QString stays = crm.edit(u"merge"_s, loser, {}, winner)[u"id"_s].toVariant().toString();
    QVERIFY(!stays.isEmpty());
    const auto looks = crm.connector().readByIds(party.people, {loser}, {party.email}, {});
    QVERIFY(looks);
    const LookUp &look = looks->first();
    const auto feed = crm.connector().deletedSince(party.people, begin->nextCursor, {});
    QVERIFY(feed);
    const bool isInFeed = std::ranges::any_of(
        feed->records, [&](const DeletedRecord &record) { return record.id == loser && record.mergedInto == stays; });
    QVERIFY(isInFeed || (look.presence == Presence::Found && look.record.id == stays));
    QVERIFY(look.presence == Presence::NotFound || look.record.id == stays);
}

/// Whom a person works for: written with the person, moved to another one, taken away.
void tst_ConnectorContract::relation_isMadeMovedAndCut()
{
    QFETCH(Party, party);
    StandIn crm(party, 5);
    const RemoteEntity entity = entityOf(crm, party);
    const QString name = party.companyOfPerson;
    const RemoteField *field = entity.field(name);
    QVERIFY(field);
    QCOMPARE(field->refersTo, party.companies);
    const QString one = company(crm, party, 1), two = company(crm, party, 2);
    QVERIFY(!one.isEmpty() && !two.isEmpty());
    const Value first = reference(field->type, one), second = reference(field->type, two);

    WriteOperation create = person(party, 1);
    create.fields.insert(name, first);
    const WriteOutcome made = crm.connector().write(party.people, {create}, {}).value(0);
    QVERIFY2(made.status == Status::Done, qPrintable(made.error.message));
    const auto seen = [&] {
        const auto looks = crm.connector().readByIds(party.people, {made.remoteId}, {name}, {});
        return looks && !looks->isEmpty() ? looks->first().record.fields.value(name) : Value::absent();
    };
    QCOMPARE(seen().members(), QStringList{one});
    const WriteOperation move{WriteKind::Update, made.remoteId, {{name, second}}, {{name, first}}};
    const WriteOutcome moved = crm.connector().write(party.people, {move}, {}).value(0);
    QVERIFY2(moved.status == Status::Done, qPrintable(moved.error.message));
    QCOMPARE(seen().members(), QStringList{two});
    const auto walked = crm.read({name});
    const auto mine = std::ranges::find(walked, made.remoteId, &RemoteRecord::id);
    QVERIFY(mine != walked.end());
    QCOMPARE(mine->fields.value(name).members(), QStringList{two});
    const WriteOperation cut{WriteKind::Update, made.remoteId, {{name, Value::null()}}, {{name, second}}};
    const WriteOutcome gone = crm.connector().write(party.people, {cut}, {}).value(0);
    QVERIFY2(gone.status == Status::Done, qPrintable(gone.error.message));
    QVERIFY2(seen().isReadable() && seen().isBlank(), qPrintable(seen().display()));
}

/// In pages of the size that the CRM gives. Fifty thousand take minutes: SYNCLINE_CONTRACT_RECORDS=50000 reads so many.
void tst_ConnectorContract::manyRecords_areReadOnceEach()
{
    QFETCH(Party, party);
    const int asked = qEnvironmentVariableIntValue("SYNCLINE_CONTRACT_RECORDS");
    StandIn crm(party, asked > 0 ? asked : 3'000);
    crm.configure({{u"record_requests"_s, false}});
    if (party.provider == "hubspot"_L1) // a hundred in ten seconds where nothing else is told
        crm.configure({{u"rate_limit"_s, u"10000"_s}});
    QSet<QString> ids;
    int rows = 0;
    const auto end = crm.connector().read({party.people, {party.email}, {}, {}},
                                          [&](const QList<RemoteRecord> &page) -> Result<void> {
                                              rows += int(page.size());
                                              ids += idsOf(page);
                                              return {};
                                          },
                                          {});
    QVERIFY2(end, end ? "" : qPrintable(end.error().message));
    QVERIFY(end->wasFull);
    QCOMPARE(rows, int(ids.size()));
    QVERIFY(ids == idsOf(crm.records()));
}

void tst_ConnectorContract::droppedField_stopsAloneAndIsNamed()
{
    QFETCH(Party, party);
    if (party.dropTarget.isEmpty())
        QSKIP("this stand-in's fields stay");
    StandIn crm(party, 5);
    QVERIFY(entityOf(crm, party).field(party.droppedField));
    crm.ask(party.dropMethod, party.dropTarget);
    WriteOperation with = person(party, 1);
    with.fields.insert(party.droppedField, Value::text(u"x"_s));
    const auto outcomes = crm.connector().write(party.people, {with, person(party, 2)}, {});
    QCOMPARE(int(outcomes[0].status), int(Status::Refused));
    QCOMPARE(outcomes[0].error.fields, QStringList{party.droppedField});
    QCOMPARE(int(outcomes[1].status), int(Status::Done));
    QVERIFY(!entityOf(crm, party).field(party.droppedField));
}

/// A run about a few records works with the field lists of an earlier one.
void tst_ConnectorContract::adoptedFieldLists_spareRequests()
{
    QFETCH(Party, party);
    StandIn crm(party, 5);
    const auto entities = crm.connector().describe({});
    QVERIFY(entities);
    const QString id = crm.records().at(0)["id"_L1].toVariant().toString();
    const auto requestsOf = [&](Connector &connector, int number) {
        crm.forgetRequests();
        const auto looks = connector.readByIds(party.people, {id}, {party.email, party.lastName}, {});
        const auto made = connector.write(party.people, {person(party, number)}, {});
        const bool isGood = looks && looks->first().presence == Presence::Found
            && looks->first().record.fields.contains(party.lastName) && made.first().status == Status::Done;
        return isGood ? crm.requests().size() : -1;
    };
    const auto asking = crm.another(), adopting = crm.another();
    adopting->adopt(*entities);
    const auto asked = requestsOf(*asking, 1), adopted = requestsOf(*adopting, 2);
    QVERIFY2(adopted > 0 && adopted < asked, qPrintable(u"%1 of %2"_s.arg(adopted).arg(asked)));
}

void tst_ConnectorContract::limit_isUsedAndNotExceeded()
{
    QFETCH(Party, party);
    if (party.rateLimit.isEmpty())
        QSKIP("this CRM has no limit");
    StandIn crm(party, 240, 2);
    crm.configure({{u"rate_limit"_s, party.rateLimit}});
    crm.read({party.email});
    QVERIFY2(crm.lastError.message.isEmpty(), qPrintable(crm.lastError.message));
    const auto requests = crm.requests();
    QVERIFY(requests.size() > 120);
    const auto refused = std::ranges::count_if(
        requests, [](const QJsonValue &request) { return request[u"status"_s].toInt() == 429; });
    QVERIFY2(refused <= 1, qPrintable(u"%1 of %2 refused"_s.arg(refused).arg(requests.size())));
    QVERIFY(crm.connector().takeTraffic().throttled > std::chrono::milliseconds(0));
}

QTEST_GUILESS_MAIN(tst_ConnectorContract)
#include "tst_connectorcontract.moc"
