#include "connectors/contract/standin.h"
#include "connectors/hubspot/hubspotconnector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using syncline::contract::Party;
using syncline::contract::StandIn;

namespace {

using Status = WriteOutcome::Status;

const QString longAgo = u"2000-01-01T00:00:00Z"_s;

Party withKey(const QString &entity = u"contacts"_s)
{
    Party party;
    party.provider = u"hubspot"_s;
    party.make = makeHubSpotConnector;
    party.auth = AuthKind::Token;
    party.people = entity;
    party.email = u"email"_s;
    party.lastName = u"lastname"_s;
    return party;
}

WriteOperation contact(const QMap<QString, QString> &fields)
{
    WriteOperation operation{WriteKind::Create, {}, {}, {}};
    for (auto it = fields.begin(); it != fields.end(); ++it)
        operation.fields.insert(it.key(), Value::text(*it));
    return operation;
}

Value valueOf(const QList<RemoteRecord> &records, const QString &id, const QString &field)
{
    const auto found = std::ranges::find(records, id, &RemoteRecord::id);
    return found == records.end() ? Value::absent() : found->fields.value(field);
}

int countOf(const QJsonArray &requests, const QString &pathEnd)
{
    return int(std::ranges::count_if(
        requests, [&](const QJsonValue &request) { return request[u"path"_s].toString().endsWith(pathEnd); }));
}

RemoteField fieldOf(StandIn &crm, const QString &entity, const QString &name)
{
    const auto entities = crm.connector().describe({});
    for (const RemoteEntity &known : entities.value_or(QList<RemoteEntity>())) {
        if (known.name == entity && known.field(name))
            return *known.field(name);
    }
    return {};
}

} // namespace

/// What is HubSpot's own, against its stand-in.
class tst_HubSpot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search_goesPastTenThousandResults()
    {
        StandIn crm(withKey(), 10'100);
        const auto records = crm.read({u"email"_s}, longAgo);
        QVERIFY2(crm.lastError.message.isEmpty(), qPrintable(crm.lastError.message));
        QSet<QString> ids;
        for (const RemoteRecord &record : records)
            ids.insert(record.id);
        QCOMPARE(ids.size(), 10'100);
        QCOMPARE(records.size(), 10'100);
    }

    /// The index is late by two minutes: what it does not show yet comes with the next walk, and its old values never come.
    void lateIndex_losesNothingAndShowsNothingOld()
    {
        StandIn crm(withKey(), 10);
        crm.read({u"lastname"_s});
        const QString cursor = crm.lastCursor;
        const QString id = crm.create(u"late@example.org"_s, u"First"_s);
        crm.configure({{u"search_lag"_s, 120}});
        crm.edit(u"update"_s, id, {{u"lastname"_s, u"Second"_s}});
        const QString made = crm.create(u"later@example.org"_s, u"Third"_s);
        const auto now = crm.read({u"lastname"_s}, cursor);
        QCOMPARE(valueOf(now, id, u"lastname"_s).text(), u"Second"_s); // found by the old state, read as it is
        QVERIFY(valueOf(now, made, u"lastname"_s).isAbsent());
        crm.setClock(130);
        QCOMPARE(valueOf(crm.read({u"lastname"_s}, crm.lastCursor), made, u"lastname"_s).text(), u"Third"_s);
    }

    void manyLongProperties_areReadWhole()
    {
        StandIn crm(withKey(), 25, 10);
        QStringList names;
        for (int i = 0; i < 120; ++i) {
            names.append(u"a_property_with_a_name_that_is_longer_than_most_of_them_%1"_s.arg(i));
            crm.ask("POST", "/crm/properties/2026-03/contacts",
                    QJsonDocument(QJsonObject{{u"name"_s, names.last()},
                                              {u"label"_s, u"Long"_s},
                                              {u"type"_s, u"string"_s},
                                              {u"fieldType"_s, u"text"_s},
                                              {u"groupName"_s, u"contactinformation"_s}})
                        .toJson());
        }
        const QString id = crm.create(u"long@example.org"_s, u"Long"_s);
        crm.edit(u"update"_s, id, {{names.last(), u"there"_s}});
        const auto records = crm.read(names);
        QVERIFY2(crm.lastError.message.isEmpty(), qPrintable(crm.lastError.message));
        QCOMPARE(records.size(), 26);
        QCOMPARE(valueOf(records, id, names.last()).text(), u"there"_s);
        for (const QJsonValue &request : crm.requests())
            QVERIFY(request[u"query"_s].toString().size() < 7'000);
    }

    void batches_takeOneRequestForAHundred()
    {
        StandIn crm(withKey());
        QList<WriteOperation> creates;
        for (int i = 0; i < 250; ++i)
            creates.append(contact({{u"email"_s, u"p%1@example.org"_s.arg(i)}, {u"lastname"_s, u"P"_s}}));
        creates[249].fields[u"email"_s] = Value::text(u"P7@example.org"_s); // as the eighth
        const auto outcomes = crm.connector().write(u"contacts"_s, creates, {});
        for (int i = 0; i < 249; ++i)
            QVERIFY2(outcomes[i].status == Status::Done, qPrintable(outcomes[i].error.message));
        QCOMPARE(int(outcomes[249].status), int(Status::Refused));
        QCOMPARE(outcomes[249].error.kind, ErrorKind::Conflict);
        QCOMPARE(outcomes[249].remoteId, outcomes[7].remoteId); // who has the address stands in HubSpot's words
        QCOMPARE(countOf(crm.requests(), u"/batch/create"_s), 3);
        for (const QJsonValue &record : crm.records()) {
            const auto made = std::ranges::find(outcomes, record[u"id"_s].toString(), &WriteOutcome::remoteId);
            QCOMPARE(made->record.fields.value(u"email"_s).text(), record[u"email"_s].toString());
        }
    }

    void newRecord_withoutWhatHubSpotNeeds_isNotSent()
    {
        StandIn crm(withKey());
        const auto outcome = crm.connector().write(u"contacts"_s, {contact({{u"city"_s, u"Bonn"_s}})}, {}).value(0);
        QCOMPARE(int(outcome.status), int(Status::Refused));
        QVERIFY(outcome.error.message.contains("firstname"_L1));
        QCOMPARE(countOf(crm.requests(), u"/batch/create"_s), 0);
    }

    void mergedRecord_isFollowed_data()
    {
        QTest::addColumn<bool>("givesNewId");
        QTest::newRow("the primary's id stays") << false;
        QTest::newRow("both ids are old") << true;
    }

    void mergedRecord_isFollowed()
    {
        QFETCH(bool, givesNewId);
        StandIn crm(withKey());
        crm.configure({{u"merge_gives_new_id"_s, givesNewId}});
        const QString loser = crm.create(u"one@example.org"_s, u"One"_s);
        const QString winner = crm.create(u"two@example.org"_s, u"Two"_s);
        const QString stays = crm.edit(u"merge"_s, loser, {}, winner)[u"id"_s].toString();
        QCOMPARE(stays != winner, givesNewId);
        const auto looks = crm.connector().readByIds(u"contacts"_s, {loser, winner}, {u"email"_s}, {});
        QVERIFY(looks);
        for (const LookUp &look : *looks) {
            QCOMPARE(int(look.presence), int(Presence::Found));
            QCOMPARE(look.record.id, stays);
        }
        // The other address leads there as well.
        const auto found = crm.connector().readByKey(u"contacts"_s, u"email"_s, {u"one@example.org"_s}, {}, {});
        QVERIFY(found);
        QCOMPARE(found->value(0).id, stays);
    }

    void companies_areFoundByName()
    {
        StandIn crm(withKey(u"companies"_s), 40);
        const QString name = u"Müller & Söhne \"Ost\""_s;
        crm.edit(u"create"_s, {}, {{u"name"_s, name}});
        const auto found = crm.connector().readByKey(u"companies"_s, u"name"_s, {name.toUpper(), u"nobody"_s},
                                                     {u"domain"_s}, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QVERIFY(!found->first().fields.contains(u"name"_s));
    }

    void lifecycle_goesBack()
    {
        StandIn crm(withKey());
        const QString id = crm.create(u"cycle@example.org"_s, u"Cycle"_s);
        crm.edit(u"update"_s, id, {{u"lifecyclestage"_s, u"customer"_s}});
        WriteOperation back{WriteKind::Update,
                            id,
                            {{u"lifecyclestage"_s, Value::text(u"lead"_s)}},
                            {{u"lifecyclestage"_s, Value::text(u"customer"_s)}}};
        const auto outcome = crm.connector().write(u"contacts"_s, {back}, {}).value(0);
        QCOMPARE(int(outcome.status), int(Status::Done));
        QCOMPARE(crm.records().at(0)[u"lifecyclestage"_s].toString(), u"lead"_s);
        QCOMPARE(outcome.record.fields.value(u"lifecyclestage"_s).text(), u"lead"_s);
    }

    void links_areWrittenAndReadBesideTheRecord()
    {
        StandIn crm(withKey());
        const QString one = crm.create(u"one@example.org"_s, u"One"_s),
                      two = crm.create(u"two@example.org"_s, u"Two"_s);
        const QString field = u"associated_contacts"_s;
        const auto linkedTo = [](const QString &id) { return Value::list({{id, {}, false}}); };
        WriteOperation create = contact({{u"dealname"_s, u"Big"_s}, {u"dealstage"_s, u"contractsent"_s}});
        create.fields.insert(field, linkedTo(one));
        create.fields.insert(u"closedate"_s, Value::text(u"2026-03-29"_s)); // clocks change that night
        const auto made = crm.connector().write(u"deals"_s, {create}, {}).value(0);
        QVERIFY2(made.status == Status::Done, qPrintable(made.error.message));
        QCOMPARE(made.record.fields.value(field), linkedTo(one));
        QCOMPARE(made.record.fields.value(u"closedate"_s).text(), u"2026-03-29"_s);

        const WriteOperation change{
            WriteKind::Update, made.remoteId, {{field, linkedTo(two)}}, {{field, linkedTo(one)}}};
        QCOMPARE(int(crm.connector().write(u"deals"_s, {change}, {}).value(0).status), int(Status::Done));
        const QStringList fields{field, u"deal_status"_s, u"associated_company"_s, u"hs_deal_stage_probability"_s};
        const auto looks = crm.connector().readByIds(u"deals"_s, {made.remoteId}, fields, {});
        QVERIFY(looks);
        QCOMPARE(looks->first().record.fields.value(field), linkedTo(two));
        QCOMPARE(looks->first().record.fields.value(u"deal_status"_s).text(), u"open"_s);
        QVERIFY(looks->first().record.fields.value(u"associated_company"_s).isNull());
        QCOMPARE(looks->first().record.fields.value(u"hs_deal_stage_probability"_s).text(), u"40"_s); // percent

        // Whom nobody can link to is told about the links, not about the record.
        const WriteOperation wrong{
            WriteKind::Update, made.remoteId, {{field, linkedTo(u"999999"_s)}}, {{field, linkedTo(two)}}};
        const auto refused = crm.connector().write(u"deals"_s, {wrong}, {}).value(0);
        QCOMPARE(int(refused.status), int(Status::Refused));
        QCOMPARE(refused.error.fields, QStringList{field});
    }

    /// HubSpot has no tags: contacts are on lists. Those that it fills itself take no part.
    void contacts_arePutOnListsAndTakenOff()
    {
        StandIn crm(withKey(), 3);
        QStringList names;
        for (const Option &option : fieldOf(crm, u"contacts"_s, u"lists"_s).options)
            names.append(option.label);
        QCOMPARE(names, (QStringList{u"Newsletter"_s, u"Fair 2026"_s}));
        WriteOperation create = contact({{u"email"_s, u"l@example.org"_s}});
        create.fields.insert(u"lists"_s, Value::set({u"7"_s, u"8"_s}));
        const auto made = crm.connector().write(u"contacts"_s, {create}, {}).value(0);
        QVERIFY2(made.status == Status::Done, qPrintable(made.error.message));
        QCOMPARE(made.record.fields.value(u"lists"_s), Value::set({u"7"_s, u"8"_s}));
        const WriteOperation change{WriteKind::Update,
                                    made.remoteId,
                                    {{u"lists"_s, Value::set({u"8"_s})}},
                                    {{u"lists"_s, Value::set({u"7"_s, u"8"_s})}}};
        QCOMPARE(int(crm.connector().write(u"contacts"_s, {change}, {}).value(0).status), int(Status::Done));
        const auto records = crm.read({u"email"_s, u"lists"_s});
        QCOMPARE(records.size(), 4);
        QCOMPARE(valueOf(records, made.remoteId, u"lists"_s), Value::set({u"8"_s}));
        for (const RemoteRecord &record : records)
            QVERIFY(record.id == made.remoteId || record.fields.value(u"lists"_s) == Value::set({}));
        QCOMPARE(countOf(crm.requests(), u"/memberships/add-and-remove"_s), 3);
        const auto looks = crm.connector().readByIds(u"contacts"_s, {made.remoteId}, {u"lists"_s}, {});
        QVERIFY(looks && looks->first().record.fields.value(u"lists"_s) == Value::set({u"8"_s}));
        // One that people do not fill is no option.
        WriteOperation computed = change;
        computed.fields[u"lists"_s] = Value::set({u"9"_s});
        QCOMPARE(int(crm.connector().write(u"contacts"_s, {computed}, {}).value(0).status), int(Status::Refused));
    }

    void listsWithoutScope_takeNoPart()
    {
        StandIn crm(withKey(), 3);
        crm.configure({{u"deny"_s, QJsonArray{u"lists"_s}}});
        QVERIFY(fieldOf(crm, u"contacts"_s, u"lists"_s).name.isEmpty());
        QCOMPARE(crm.read({u"email"_s}).size(), 3);
    }

    void kindWithoutScope_takesNoPart()
    {
        StandIn crm(withKey());
        crm.configure({{u"deny"_s, QJsonArray{u"deals"_s, u"deals:schema"_s}}});
        QVERIFY(crm.connector().test({}).ok);
        const auto entities = crm.connector().describe({});
        QVERIFY(entities);
        QStringList names;
        for (const RemoteEntity &entity : *entities)
            names.append(entity.name);
        QCOMPARE(names.join(u' '), u"owners companies contacts tasks calls notes"_s);
    }

    void newProperty_isMade()
    {
        StandIn crm(withKey());
        RemoteField wanted;
        wanted.name = u"x_colour"_s;
        wanted.label = u"Colour"_s;
        wanted.type = FieldType::Enumeration;
        wanted.options = {{u"red"_s, u"Red"_s}, {u"blue"_s, u"Blue"_s}};
        const auto made = crm.connector().createField(u"contacts"_s, wanted, {});
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(fieldOf(crm, u"contacts"_s, u"x_colour"_s).options, wanted.options);
        const auto again = crm.connector().createField(u"contacts"_s, wanted, {});
        QVERIFY(!again && again.error().kind == ErrorKind::Conflict);
    }

    /// What their own group is called differs from kind to kind; activities have none that is named like the others'.
    void newProperty_isMadeWhereTheKindsOwnOnesAre()
    {
        StandIn crm(withKey());
        RemoteField wanted;
        wanted.name = u"x_mood"_s;
        wanted.type = FieldType::Text;
        QVERIFY(crm.connector().createField(u"tasks"_s, wanted, {}));
        const QJsonObject made = crm.ask("GET", "/crm/properties/2026-03/tasks");
        QString group;
        for (const QJsonValue &property : made[u"results"_s].toArray()) {
            if (property[u"name"_s].toString() == "x_mood"_L1)
                group = property[u"groupName"_s].toString();
        }
        QCOMPARE(group, u"task"_s);
    }

    void troubles_areTold_data()
    {
        QTest::addColumn<QJsonObject>("switches");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words"); // somewhere in message, remedy or the provider's own
        QTest::newRow("scope") << QJsonObject{{u"deny"_s, QJsonArray{u"contacts"_s}}} << int(ErrorKind::Permission)
                               << u"crm.objects.contacts.read"_s;
        QTest::newRow("key") << QJsonObject{{u"secret"_s, u"another"_s}} << int(ErrorKind::Authentication)
                             << u"INVALID_AUTHENTICATION · correlationId"_s;
        QTest::newRow("quota") << QJsonObject{{u"daily_remaining"_s, 0}} << int(ErrorKind::RateLimit) << u"midnight"_s;
        QTest::newRow("moving") << QJsonObject{{u"moving"_s, true}} << int(ErrorKind::Server) << u"data centre"_s;
    }

    void troubles_areTold()
    {
        QFETCH(QJsonObject, switches);
        QFETCH(int, kind);
        QFETCH(QString, words);
        StandIn crm(withKey(), 5);
        fieldOf(crm, u"contacts"_s, u"email"_s);
        crm.configure(switches);
        crm.forgetRequests();
        crm.read({u"email"_s});
        QCOMPARE(int(crm.lastError.kind), kind);
        const QString all = crm.lastError.message + crm.lastError.remedy + crm.lastError.providerMessage;
        QVERIFY2(all.contains(words), qPrintable(all));
        QVERIFY(!crm.lastError.remedy.isEmpty());
        QCOMPARE(crm.requests().size(), 1);
    }

    void lockedRecords_areNotSentAndNotLost()
    {
        StandIn crm(withKey());
        fieldOf(crm, u"contacts"_s, u"email"_s);
        crm.configure({{u"locked"_s, 1}});
        const auto first =
            crm.connector().write(u"contacts"_s, {contact({{u"email"_s, u"l@example.org"_s}})}, {}).value(0);
        QCOMPARE(int(first.status), int(Status::NotSent));
        const auto again =
            crm.connector().write(u"contacts"_s, {contact({{u"email"_s, u"l@example.org"_s}})}, {}).value(0);
        QCOMPARE(int(again.status), int(Status::Done));
    }

    void forms_onTheWire_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("wire"); // "!" is refused
        QTest::newRow("address") << u"email"_s << Value::text(u" Mara@Example.org "_s) << u"mara@example.org"_s;
        QTest::newRow("no address") << u"email"_s << Value::text(u"mara at home"_s) << u"!"_s;
        QTest::newRow("number") << u"x_number"_s << Value::text(u"-0.50"_s) << u"-0.50"_s;
        QTest::newRow("no number") << u"x_number"_s << Value::text(u"1,5"_s) << u"!"_s;
        QTest::newRow("yes") << u"x_bool"_s << Value::text(u"1"_s) << u"true"_s;
        QTest::newRow("neither") << u"x_bool"_s << Value::text(u"perhaps"_s) << u"!"_s;
        QTest::newRow("date") << u"x_date"_s << Value::text(u"2024-02-29"_s) << u"2024-02-29"_s;
        QTest::newRow("no date") << u"x_date"_s << Value::text(u"2023-02-29"_s) << u"!"_s;
        QTest::newRow("instant") << u"x_datetime"_s << Value::text(u"2026-01-01T01:00:00+01:00"_s)
                                 << u"2026-01-01T00:00:00Z"_s;
        QTest::newRow("instant without zone") << u"x_datetime"_s << Value::text(u"2026-01-01T01:00:00"_s) << u"!"_s;
        QTest::newRow("choices") << u"x_multi"_s << Value::set({u"c"_s, u"a"_s}) << u"a;c"_s;
        QTest::newRow("no choice") << u"x_multi"_s << Value::set({u"d"_s}) << u"!"_s;
        QTest::newRow("blank") << u"x_multi"_s << Value::set({}) << QString();
        QTest::newRow("null") << u"lastname"_s << Value::null() << QString();
        QTest::newRow("computed") << u"hubspotscore"_s << Value::text(u"1"_s) << u"!"_s;
        QTest::newRow("opted out") << u"hs_email_optout"_s << Value::text(u"refused"_s) << u"!"_s;
    }

    void forms_onTheWire()
    {
        QFETCH(QString, field);
        QFETCH(Value, value);
        QFETCH(QString, wire);
        StandIn crm(withKey());
        const auto encoded = crm.connector().encode(u"contacts"_s, fieldOf(crm, u"contacts"_s, field), value,
                                                    WriteKind::Update);
        QCOMPARE(encoded ? encoded->json.toString() : u"!"_s, wire);
        if (!encoded)
            QVERIFY(encoded.error().kind == ErrorKind::Validation && !encoded.error().remedy.isEmpty());
    }

    void anotherPortal_orNoHubSpot_isNoticed()
    {
        StandIn crm(withKey());
        QCOMPARE(crm.connector().test({}).fingerprint, u"hubspot:4711"_s);
        crm.configure({{u"folder"_s, u"/elsewhere"_s}});
        const TestReport report = crm.connector().test({});
        QVERIFY(!report.ok);
        QCOMPARE(report.steps.last().step, u"address"_s);
        QVERIFY(report.steps.last().remedy.contains("api.hubapi.com"_L1));
    }

    void eitherVersion_isSpoken_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("path");
        QTest::newRow("default") << QString() << u"/crm/objects/2026-03/contacts"_s;
        QTest::newRow("v3") << u"v3"_s << u"/crm/v3/objects/contacts"_s;
    }

    void eitherVersion_isSpoken()
    {
        QFETCH(QString, version);
        QFETCH(QString, path);
        Party party = withKey();
        party.apiVersion = version;
        StandIn crm(party, 5);
        QCOMPARE(crm.read({u"email"_s}).size(), 5);
        QCOMPARE(countOf(crm.requests(), path), 1);
    }
};

QTEST_GUILESS_MAIN(tst_HubSpot)
#include "tst_hubspot.moc"
