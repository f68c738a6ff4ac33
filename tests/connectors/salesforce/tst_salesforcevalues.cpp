#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforcebatch.h"
#include "connectors/salesforce/salesforcedecoding.h"
#include "connectors/salesforce/salesforceencoding.h"
#include "connectors/salesforce/salesforcefields.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforcequota.h"
#include "connectors/salesforce/salesforcesoql.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::connectors::salesforce;

namespace {

const QString contactId = u"003000000000001AAA"_s, accountId = u"001D000000IqhSLIAZ"_s;

RemoteField field(const QString &name, FieldType type, const QString &native = {})
{
    RemoteField made;
    made.name = name;
    made.type = type;
    made.nativeType = native;
    return made;
}

RemoteField picklist(const QString &native, FieldType type)
{
    RemoteField made = field(u"Level__c"_s, type, native);
    made.options = {{u"a"_s, u"Alpha"_s}, {u"b"_s, u"Beta"_s}};
    return made;
}

JsonDocument json(const QByteArray &text)
{
    auto document = JsonDocument::parse(text);
    if (!document)
        qFatal("no JSON: %s", text.constData());
    return std::move(*document);
}

QList<RemoteField> described(const QByteArray &text, const char *kind = "Contact")
{
    const JsonDocument document = json(text);
    return describedFields(*objectKind(QString::fromLatin1(kind)), document.root());
}

RemoteEntity tasks()
{
    RemoteEntity entity{u"Task"_s, u"Tasks"_s, u"activity"_s, {}};
    entity.fields = {field(u"Id"_s, FieldType::Text, u"id"_s), field(u"Subject"_s, FieldType::Text),
                     field(u"TaskSubtype"_s, FieldType::Enumeration)};
    for (const QString &target : {u"Account"_s, u"Opportunity"_s}) {
        RemoteField part = field(u"WhatId_"_s + target, FieldType::Ref, partType(u"WhatId"_s));
        part.refersTo = target;
        entity.fields.append(part);
    }
    entity.fields.append(field(activityField, FieldType::Enumeration, u"made"_s));
    return entity;
}

} // namespace

/// What Salesforce does to values, and what its answers mean; nobody is asked.
class tst_SalesforceValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_haveOneForm_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("whole");
        QTest::newRow("short") << u"001D000000IqhSL"_s << accountId;
        QTest::newRow("long") << accountId << accountId;
        QTest::newRow("no id") << u"999999999"_s << QString();
        QTest::newRow("quotes") << u"001D000000Iqh'L"_s << QString();
    }

    void ids_haveOneForm()
    {
        QFETCH(QString, id);
        QTEST(longId(id), "whole");
    }

    void texts_cannotEndTheirQuotes()
    {
        QCOMPARE(quoted(u"O'Neil \\ Co"_s), u"'O\\'Neil \\\\ Co'"_s);
        QVERIFY(!literal(field(u"Amount"_s, FieldType::Decimal), u"1 OR 1=1"_s));
        QVERIFY(!literal(field(u"AccountId"_s, FieldType::Ref), u"x' OR '"_s));
        QCOMPARE(literal(field(u"CloseDate"_s, FieldType::Date), u"2026-02-01"_s), u"2026-02-01"_s);
        QCOMPARE(literal(field(u"Due__c"_s, FieldType::DateTime), u"2026-02-01T10:00:00+01:00"_s),
                 u"2026-02-01T09:00:00Z"_s); // a plus sign would become a blank
    }

    void forms_onTheWire_data()
    {
        QTest::addColumn<RemoteField>("field");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QJsonValue>("wire"); // undefined: refused
        QTest::addColumn<Value>("predicted");
        const QJsonValue no(QJsonValue::Undefined);
        RemoteField name = field(u"Title"_s, FieldType::Text);
        name.maxLength = 5;
        QTest::newRow("trimmed") << name << Value::text(u"  Mara "_s) << QJsonValue(u"Mara"_s)
                                 << Value::text(u"Mara"_s);
        QTest::newRow("too long") << name << Value::text(u"Marika"_s) << no << Value();
        QTest::newRow("null") << name << Value::null() << QJsonValue() << Value::null();
        QTest::newRow("blanks") << name << Value::text(u"  "_s) << QJsonValue() << Value::null();
        const RemoteField flag = field(u"Vip__c"_s, FieldType::Boolean);
        QTest::newRow("yes") << flag << Value::text(u"1"_s) << QJsonValue(true) << Value::text(u"true"_s);
        QTest::newRow("no word") << flag << Value::text(u"maybe"_s) << no << Value();
        QTest::newRow("box without a value") << flag << Value::null() << QJsonValue(false) << Value::text(u"false"_s);
        const RemoteField number = field(u"Amount"_s, FieldType::Decimal);
        QTest::newRow("number") << number << Value::text(u"-12.50"_s) << QJsonValue(-12.5) << Value::text(u"-12.50"_s);
        QTest::newRow("comma") << number << Value::text(u"12,5"_s) << no << Value();
        QTest::newRow("too exact") << number << Value::text(u"12345678901234567.25"_s) << no << Value();
        QTest::newRow("part of one") << field(u"NumberOfEmployees"_s, FieldType::Integer) << Value::text(u"1.5"_s) << no
                                     << Value();
        const RemoteField due = field(u"Due__c"_s, FieldType::DateTime);
        QTest::newRow("instant") << due << Value::text(u"2026-02-01T21:20:00.480Z"_s)
                                 << QJsonValue(u"2026-02-01T21:20:00Z"_s) << Value::text(u"2026-02-01T21:20:00Z"_s);
        QTest::newRow("no zone") << due << Value::text(u"2026-02-01T21:20:00"_s) << no << Value();
        const RemoteField day = field(u"CloseDate"_s, FieldType::Date);
        QTest::newRow("day") << day << Value::text(u"2026-02-28"_s) << QJsonValue(u"2026-02-28"_s)
                             << Value::text(u"2026-02-28"_s);
        QTest::newRow("no day") << day << Value::text(u"2026-02-30"_s) << no << Value();
        QTest::newRow("listed") << picklist(restrictedPicklist, FieldType::Enumeration) << Value::text(u"a"_s)
                                << QJsonValue(u"a"_s) << Value::text(u"a"_s);
        QTest::newRow("not listed") << picklist(restrictedPicklist, FieldType::Enumeration) << Value::text(u"c"_s) << no
                                    << Value();
        QTest::newRow("open list") << picklist(u"picklist"_s, FieldType::Enumeration) << Value::text(u"c"_s)
                                   << QJsonValue(u"c"_s) << Value::text(u"c"_s);
        const RemoteField several = picklist(restrictedMultiPicklist, FieldType::Set);
        QTest::newRow("several") << several << Value::set({u"b"_s, u"a"_s}) << QJsonValue(u"a;b"_s)
                                 << Value::set({u"a"_s, u"b"_s});
        QTest::newRow("one not listed") << several << Value::set({u"a"_s, u"x"_s}) << no << Value();
        QTest::newRow("none") << several << Value::set({}) << QJsonValue() << Value::set({});
        QTest::newRow("short id") << field(u"AccountId"_s, FieldType::Ref) << Value::text(u"001D000000IqhSL"_s)
                                  << QJsonValue(accountId) << Value::text(accountId);
        const RemoteField consent = field(u"HasOptedOutOfEmail"_s, FieldType::Consent);
        QTest::newRow("opted out") << consent << Value::text(u"refused"_s) << QJsonValue(true)
                                   << Value::text(u"refused"_s);
        QTest::newRow("opted in") << consent << Value::text(u"granted"_s) << QJsonValue(false) << Value::null();
        RemoteField formula = field(u"Score__c"_s, FieldType::Text);
        formula.readOnly = true;
        QTest::newRow("computed") << formula << Value::text(u"1"_s) << no << Value();
        QTest::newRow("unread") << name << Value::absent() << no << Value();
    }

    void forms_onTheWire()
    {
        QFETCH(RemoteField, field);
        QFETCH(Value, value);
        QFETCH(QJsonValue, wire);
        QFETCH(Value, predicted);
        const auto encoded = encodedValue(u"Contact"_s, field, value, WriteKind::Update);
        QCOMPARE(encoded ? encoded->json : QJsonValue(QJsonValue::Undefined), wire);
        if (encoded)
            QCOMPARE(encoded->predicted, predicted);
        else
            QVERIFY(encoded.error().kind == ErrorKind::Validation && !encoded.error().remedy.isEmpty());
    }

    void createOnlyField_isRefusedLater()
    {
        RemoteField once = field(u"TaskSubtype"_s, FieldType::Text);
        once.createOnly = true;
        QVERIFY(encodedValue(u"Task"_s, once, Value::text(u"Call"_s), WriteKind::Create));
        QVERIFY(!encodedValue(u"Task"_s, once, Value::text(u"Call"_s), WriteKind::Update));
    }

    void largeNumbers_areWrittenOut_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("plain");
        QTest::newRow("millions") << u"1.39E8"_s << u"139000000"_s;
        QTest::newRow("with a fraction") << u"1.2345678E5"_s << u"123456.78"_s;
        QTest::newRow("small") << u"-2.5E-3"_s << u"-0.0025"_s;
        QTest::newRow("plain") << u"12.50"_s << u"12.50"_s;
    }

    void largeNumbers_areWrittenOut()
    {
        QFETCH(QString, sent);
        QTEST(withoutExponent(sent), "plain");
    }

    void fields_areDescribed()
    {
        const auto email = described(R"({"name":"Email","label":"Email","type":"email","length":80,"nillable":true,
            "createable":true,"updateable":true})");
        QCOMPARE(email.size(), 1);
        QCOMPARE(email[0].type, FieldType::Email);
        QCOMPARE(email[0].maxLength, 80);
        QVERIFY(!email[0].required && !email[0].readOnly);
        QVERIFY(described(R"({"name":"LastName","type":"string","createable":true,"updateable":true})")[0].required);
        QVERIFY(!described(R"({"name":"Vip__c","type":"boolean","createable":true,"updateable":true})")[0].required);
        QVERIFY(described(R"({"name":"Name","type":"string"})")[0].readOnly);
        QVERIFY(described(R"({"name":"Key__c","type":"string","createable":true,"unique":true})")[0].createOnly);
        QVERIFY(described(R"({"name":"MailingAddress","type":"address"})").isEmpty());
        QVERIFY(
            described(R"({"name":"Name","type":"string","createable":true,"updateable":true})", "User")[0].readOnly);
        const auto level = described(R"({"name":"Level__c","type":"multipicklist","createable":true,"updateable":true,
            "nillable":true,"custom":true,"restrictedPicklist":true,"length":4099,"picklistValues":[
            {"value":"a","label":"Alpha","active":true},{"value":"old","label":"Old","active":false}]})");
        QCOMPARE(level[0].options, (QList<Option>{{u"a"_s, u"Alpha"_s}}));
        QCOMPARE(level[0].nativeType, restrictedMultiPicklist);
        QVERIFY(level[0].custom);
    }

    void referenceToSeveralKinds_isAFieldForEach()
    {
        const auto parts = described(R"({"name":"WhatId","label":"Related To","type":"reference","nillable":true,
            "createable":true,"updateable":true,"referenceTo":["Account","Campaign","Opportunity"]})",
                                     "Task");
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[1].name, u"WhatId_Opportunity"_s);
        QCOMPARE(parts[1].refersTo, u"Opportunity"_s);
        const auto owner = described(R"({"name":"OwnerId","type":"reference","createable":true,"updateable":true,
            "defaultedOnCreate":true,"referenceTo":["Group","User"]})");
        QCOMPARE(owner.size(), 1);
        QCOMPARE(owner[0].refersTo, u"User"_s);

        const JsonDocument row = json(
            R"({"Id":"00T000000000001AAA","WhatId":"006000000000001AAA","TaskSubtype":"Call"})");
        const auto record = decodedRecord(tasks(), row.root(),
                                          {u"WhatId_Account"_s, u"WhatId_Opportunity"_s, activityField});
        QVERIFY(record);
        QVERIFY(record->fields.value(u"WhatId_Account"_s).isNull());
        QCOMPARE(record->fields.value(u"WhatId_Opportunity"_s).text(), u"006000000000001AAA"_s);
        QCOMPARE(record->fields.value(activityField).text(), u"call"_s);
    }

    void movedFromAccountToOpportunity_isOneReference()
    {
        const WriteOperation move{
            WriteKind::Update,
            u"00T000000000001AAA"_s,
            {{u"WhatId_Account"_s, Value::null()}, {u"WhatId_Opportunity"_s, Value::text(u"006000000000001AAA"_s)}},
            {}};
        const auto item = makeItem(tasks(), move, 0);
        QVERIFY(item);
        QCOMPARE(item->values, (QJsonObject{{u"WhatId"_s, u"006000000000001AAA"_s}}));
        const WriteOperation clear{
            WriteKind::Update, u"00T000000000001AAA"_s, {{u"WhatId_Account"_s, Value::null()}}, {}};
        QVERIFY(makeItem(tasks(), clear, 0)->values.value(u"WhatId"_s).isNull());
    }

    void valuesOfARow_areRead()
    {
        RemoteEntity entity{u"Lead"_s, u"Leads"_s, u"contact"_s, {}};
        entity.fields = {field(u"CreatedDate"_s, FieldType::DateTime), field(u"Notes__c"_s, FieldType::LongText),
                         field(u"Topics__c"_s, FieldType::Set), field(u"HasOptedOutOfEmail"_s, FieldType::Consent),
                         field(u"Title"_s, FieldType::Text)};
        const JsonDocument row = json(R"({"Id":"00Q000000000001AAA","CreatedDate":"2026-02-01T21:20:00.000+0000",
            "SystemModstamp":"2026-02-02T00:00:01.000+0000","Notes__c":"two\r\nlines","Topics__c":"b;a",
            "HasOptedOutOfEmail":false,"IsConverted":true,"ConvertedContactId":"003000000000001"})");
        const auto record = decodedRecord(
            entity, row.root(), {u"CreatedDate"_s, u"Notes__c"_s, u"Topics__c"_s, u"HasOptedOutOfEmail"_s, u"Title"_s});
        QVERIFY(record);
        QCOMPARE(record->fields.value(u"CreatedDate"_s).text(), u"2026-02-01T21:20:00Z"_s);
        QCOMPARE(record->fields.value(u"Notes__c"_s).text(), u"two\nlines"_s);
        QCOMPARE(record->fields.value(u"Topics__c"_s), Value::set({u"a"_s, u"b"_s}));
        QVERIFY(record->fields.value(u"HasOptedOutOfEmail"_s).isNull());
        QVERIFY(!record->fields.contains(u"Title"_s)); // not delivered is not cleared
        QCOMPARE(record->modifiedAt, std::optional(1'769'990'401s));
        QVERIFY(record->successor);
        QCOMPARE(record->successor->entity, u"Contact"_s);
        QCOMPARE(record->successor->id, contactId);
    }

    void refusals_areUnderstood_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("existing");
        QTest::newRow("field") << QByteArray(
            R"([{"message":"No such column 'Foo__c' on entity 'Contact'.","errorCode":"INVALID_FIELD"}])")
                               << 400 << int(ErrorKind::Validation) << QString();
        QTest::newRow("row") << QByteArray(
            R"([{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [LastName]","fields":["LastName"]}])")
                             << 200 << int(ErrorKind::Validation) << QString();
        QTest::newRow("session") << QByteArray(
            R"([{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}])")
                                 << 401 << int(ErrorKind::Authentication) << QString();
        QTest::newRow("quota") << QByteArray(
            R"([{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}])")
                               << 403 << int(ErrorKind::RateLimit) << QString();
        QTest::newRow("rights") << QByteArray(
            R"([{"message":"insufficient access rights","errorCode":"INSUFFICIENT_ACCESS_OR_READONLY"}])")
                                << 400 << int(ErrorKind::Permission) << QString();
        QTest::newRow("deleted") << QByteArray(R"([{"message":"entity is deleted","errorCode":"ENTITY_IS_DELETED"}])")
                                 << 400 << int(ErrorKind::NotFound) << QString();
        QTest::newRow("locked") << QByteArray(
            R"([{"message":"unable to obtain exclusive access","statusCode":"UNABLE_TO_LOCK_ROW"}])")
                                << 200 << int(ErrorKind::Server) << QString();
        QTest::newRow("rule of the org") << QByteArray(
            R"([{"message":"Bonn is full","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION"}])")
                                         << 400 << int(ErrorKind::Validation) << QString();
        QTest::newRow("taken") << QByteArray(
            R"([{"message":"duplicate value found: Key__c duplicates value on record with id: 003000000000001","errorCode":"DUPLICATE_VALUE"}])")
                               << 400 << int(ErrorKind::Conflict) << contactId;
        QTest::newRow("taken by nobody knows whom") << QByteArray(
            R"([{"message":"duplicate value found: <unknown> duplicates value on record with id: <unknown>","errorCode":"DUPLICATE_VALUE"}])")
                                                    << 400 << int(ErrorKind::Conflict) << QString();
        const QByteArray alike =
            R"([{"message":"Use one of these records?","errorCode":"DUPLICATES_DETECTED","%1":{"matchResults":[{"matchRecords":[{"record":{"Id":"003000000000001AAA"}}]}]}}])";
        QTest::newRow("alike") << QByteArray(alike).replace("%1", "duplicateResult") << 400 << int(ErrorKind::Conflict)
                               << contactId;
        QTest::newRow("alike, misspelled")
            << QByteArray(alike).replace("%1", "duplicateResut") << 400 << int(ErrorKind::Conflict) << contactId;
        QTest::newRow("sign-in") << QByteArray(
            R"({"error":"invalid_grant","error_description":"expired access/refresh token"})")
                                 << 400 << int(ErrorKind::Authentication) << QString();
    }

    void refusals_areUnderstood()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, kind);
        const JsonDocument document = json(body);
        const Refusal refusal = readRefusal(document.root());
        const Error error = errorOf(refusal, status, u"Record 1 of Contact"_s, {});
        QCOMPARE(int(error.kind), kind);
        QVERIFY(!error.remedy.isEmpty());
        QVERIFY(error.message.contains(refusal.words.left(20)));
        QVERIFY(error.providerMessage.contains(refusal.code));
        QTEST(refusal.existingId, "existing");
    }

    void goneField_isNamed()
    {
        const JsonDocument document = json(
            R"([{"message":"No such column 'Foo__c' on sobject of type Contact","errorCode":"INVALID_FIELD"}])");
        QCOMPARE(readRefusal(document.root()).fields, QStringList{u"Foo__c"_s});
    }

    void twoLimits_areToldApart()
    {
        const JsonDocument crowded = json(
            R"([{"message":"ConcurrentRequests (Concurrent API Requests) Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}])");
        QVERIFY(readRefusal(crowded.root()).isCrowded());
        const JsonDocument spent = json(
            R"([{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}])");
        QVERIFY(!readRefusal(spent.root()).isCrowded());
    }

    void quota_leavesOthersTheirShare()
    {
        Quota quota(20);
        QVERIFY(quota.leavesRoom(0ms));
        quota.learn("per-app-api-usage=250/250(appName=x); api-usage=79/100", 0ms);
        QCOMPARE(quota.used(), 79);
        QVERIFY(quota.leavesRoom(1s));
        quota.learn("api-usage=80/100, per-app-api-usage=17/250(appName=x)", 1s);
        QVERIFY(!quota.leavesRoom(2s));
        quota.learn("nonsense", 3s);
        QVERIFY(!quota.leavesRoom(4s));
        QVERIFY(quota.leavesRoom(1h)); // calls of a day ago count no more; one answer tells
    }

    void newRecord_withoutWhatItNeeds_isRefusedHere()
    {
        RemoteEntity entity{u"Contact"_s,
                            u"Contacts"_s,
                            u"contact"_s,
                            {field(u"LastName"_s, FieldType::Text), field(u"Email"_s, FieldType::Email)}};
        entity.fields[0].required = true;
        const auto item = makeItem(entity, {WriteKind::Create, {}, {{u"Email"_s, Value::text(u"m@example.org"_s)}}, {}},
                                   0);
        QVERIFY(!item);
        QCOMPARE(item.error().fields, QStringList{u"LastName"_s});
        QVERIFY(makeItem(entity, {WriteKind::Create, {}, {{u"LastName"_s, Value::text(u"Voss"_s)}}, {}}, 0));
        const auto nobody = makeItem(entity, {WriteKind::Update, u"999999999"_s, {}, {}}, 0);
        QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_SalesforceValues)
#include "tst_salesforcevalues.moc"
