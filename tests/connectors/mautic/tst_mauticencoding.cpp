#include "connectors/mautic/mauticauditlog.h"
#include "connectors/mautic/mauticbench.h"
#include "connectors/mautic/mauticencoding.h"
#include "connectors/mautic/mauticfields.h"
#include "connectors/mautic/mauticquery.h"
#include "connectors/mautic/mautictext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::connectors::mautic;

namespace {

RemoteField fieldOf(const QByteArray &metadata, Object object = Object::Contact)
{
    const auto document = JsonDocument::parse(metadata);
    return *describedField(object, document->root());
}

QByteArray metadataOf(const QString &type)
{
    const QString properties = type == "number2"_L1 ? uR"({"roundmode":"4","scale":"2"})"_s
        : type.endsWith("select"_L1) ? uR"({"list":[{"label":"Alpha","value":"a"},{"label":"Beta","value":"b"}]})"_s
                                     : u"{}"_s;
    const QString name = type == "number2"_L1 ? u"number"_s : type;
    return uR"({"alias":"x","label":"X","type":"%1","isFixed":false,"properties":%2})"_s.arg(name, properties).toUtf8();
}

} // namespace

class MauticEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesArePredictedAsMauticStoresThem_data();
    void valuesArePredictedAsMauticStoresThem();
    void valuesThatMauticWouldBendAreRefused_data();
    void valuesThatMauticWouldBendAreRefused();
    void predictionsHoldInTheSandbox_data() { valuesArePredictedAsMauticStoresThem_data(); }
    void predictionsHoldInTheSandbox();
    void aZeroCannotBeStoredByAnUpdate();
    void aBlankIsNullAndARequiredBlankIsRefused();
    void tagsMustNotBeginWithAMinus();
    void everyTypeOfMauticHasAType_data();
    void everyTypeOfMauticHasAType();
    void listsOfValuesAreQuoted();
    void conditionsAreWrittenByColumnAndKnownOperator();
    void serializedNumbersAreFoundByTheirKeyOnly();
    void entitiesAreDecodedOnce();
};

void MauticEncodingTest::valuesArePredictedAsMauticStoresThem_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<Value>("predicted");
    QTest::addColumn<bool>("warns");

    const auto row = [](const char *name, const QString &type, const char *value, const char *predicted) {
        QTest::newRow(name) << type << text(value) << text(predicted) << (QByteArray(value) != predicted);
    };
    row("text as it is", u"text"_s, "Jürgen 🚀 \"Chef\"", "Jürgen 🚀 \"Chef\"");
    row("outer blanks are cut", u"text"_s, "  a b \t", "a b");
    row("tags are removed", u"text"_s, "a<b>c</b>", "ac");
    row("a lone bracket vanishes", u"text"_s, "1 < 2", "1  2");
    row("entities are decoded", u"text"_s, "A &amp; B &#228;", "A & B ä");
    row("191 characters fit", u"text"_s, QByteArray(191, 'x').constData(), QByteArray(191, 'x').constData());
    row("lines survive", u"textarea"_s, "a\nb\tc", "a\nb\tc");
    row("html keeps its tags", u"html"_s, "<p>Hallo <b>Welt</b></p>", "<p>Hallo <b>Welt</b></p>");
    row("html loses handlers", u"html"_s, "<p onclick=\"x()\">a</p>", "<p>a</p>");
    row("e-mail with plus", u"email"_s, "Jo.O'Neil+x@Example.test", "Jo.O'Neil+x@Example.test");
    row("e-mail is trimmed", u"email"_s, " a@b.test ", "a@b.test");
    row("url gets a scheme", u"url"_s, "example.test", "http://example.test");
    row("url keeps its scheme", u"url"_s, "https://example.test/ä?x=1&y=2", "https://example.test/ä?x=1&y=2");
    row("whole number", u"number"_s, "42", "42");
    row("a field without scale cuts", u"number"_s, "1.9", "1");
    row("negative is cut towards zero", u"number"_s, "-7.9", "-7");
    row("two places round", u"number2"_s, "3.14159", "3.14");
    row("a half goes to the even neighbour", u"number2"_s, "-12.345", "-12.34");
    row("rounding carries", u"number2"_s, "9.996", "10");
    row("superfluous zeros stay as they are", u"number2"_s, "3.50", "3.50");
    row("true", u"boolean"_s, "true", "true");
    row("false", u"boolean"_s, "false", "false");
    row("plain date", u"date"_s, "2024-02-29", "2024-02-29");
    row("seconds are cut", u"datetime"_s, "2024-02-29T13:45:59Z", "2024-02-29T13:45:00Z");
    row("full minute", u"datetime"_s, "2024-02-29T13:45:00Z", "2024-02-29T13:45:00Z");
    row("time of day", u"time"_s, "13:45", "13:45:00");
    row("option", u"select"_s, "a", "a");
    row("phone is not looked at", u"tel"_s, "030/12345", "030/12345");
    QTest::newRow("several options") << u"multiselect"_s << Value::set({u"b"_s, u"a"_s}) << Value::set({u"a"_s, u"b"_s})
                                     << false;
}

void MauticEncodingTest::valuesArePredictedAsMauticStoresThem()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    QFETCH(Value, predicted);
    QFETCH(bool, warns);
    const auto encoded = encodedValue(u"contacts"_s, fieldOf(metadataOf(type)), value, WriteKind::Update);
    QVERIFY2(encoded, encoded ? "" : qPrintable(encoded.error().message));
    QCOMPARE(encoded->predicted, predicted);
    QCOMPARE(!encoded->warning.isEmpty(), warns);
}

void MauticEncodingTest::predictionsHoldInTheSandbox()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    QFETCH(Value, predicted);
    MauticBench bench;
    const QJsonObject options{{u"list"_s,
                               QJsonArray{QJsonObject{{u"label"_s, u"A"_s}, {u"value"_s, u"a"_s}},
                                          QJsonObject{{u"label"_s, u"B"_s}, {u"value"_s, u"b"_s}}}}};
    const QJsonObject scale{{u"scale"_s, 2}, {u"roundmode"_s, 4}};
    bench.addField(u"x"_s, type == "number2"_L1 ? u"number"_s : type,
                   type == "number2"_L1             ? scale
                       : type.endsWith("select"_L1) ? options
                                                    : QJsonObject());
    const QString id = bench.add(u"contacts"_s, {{u"firstname"_s, u"Ada"_s}});
    const WriteOutcome outcome = bench.write(u"contacts"_s, updateOf(id, {{u"x"_s, value}}));
    QVERIFY2(outcome.status == WriteOutcome::Status::Done, qPrintable(outcome.error.message));
    const FieldType fieldType = bench.field(u"contacts"_s, u"x"_s).type;
    if (fieldType == FieldType::Decimal)
        QCOMPARE(outcome.record.fields[u"x"_s].text().toDouble(), predicted.text().toDouble());
    else
        QCOMPARE(outcome.record.fields[u"x"_s], predicted);
}

void MauticEncodingTest::valuesThatMauticWouldBendAreRefused_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");

    const auto row = [](const char *name, const QString &type, const QByteArray &value) {
        QTest::newRow(name) << type << text(value.constData());
    };
    row("192 characters", u"text"_s, QByteArray(192, 'x'));
    row("umlauts in an address", u"email"_s, "müller@exämple.test");
    row("blank in an address", u"email"_s, "foo bar@x.test");
    row("no domain", u"email"_s, "foo@bar");
    row("no address", u"email"_s, "nope");
    row("comma number", u"number2"_s, "1,5");
    row("letters", u"number"_s, "12a");
    row("beyond 64 bits", u"number"_s, "99999999999999999999");
    row("word as boolean", u"boolean"_s, "maybe");
    row("German date", u"date"_s, "31.12.2024");
    row("date that Mautic takes for today", u"date"_s, "1.6.24");
    row("date with a time", u"date"_s, "2024-02-29T23:30:00-05:00");
    row("impossible date", u"date"_s, "2024-02-30");
    row("garbage as a time", u"datetime"_s, "tomorrow");
    row("time without a zone", u"datetime"_s, "2024-02-29T13:45:00");
    row("garbage as a time of day", u"time"_s, "25:00");
    row("unknown option", u"select"_s, "c");
    QTest::newRow("unknown member") << u"multiselect"_s << Value::set({u"a"_s, u"c"_s});
    QTest::newRow("NUL") << u"text"_s << Value::text(QString(u"a"_s).append(QChar(0)));
    QTest::newRow("not readable") << u"text"_s << Value::forbidden();
}

void MauticEncodingTest::valuesThatMauticWouldBendAreRefused()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    const auto encoded = encodedValue(u"contacts"_s, fieldOf(metadataOf(type)), value, WriteKind::Update);
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().kind, ErrorKind::Validation);
    QCOMPARE(encoded.error().fields, QStringList{u"x"_s});
    QVERIFY(encoded.error().message.contains("contacts.x"_L1));
    QVERIFY(!encoded.error().remedy.isEmpty());
}

void MauticEncodingTest::aZeroCannotBeStoredByAnUpdate()
{
    const RemoteField number = fieldOf(metadataOf(u"number"_s));
    QVERIFY(!encodedValue(u"contacts"_s, number, text("0"), WriteKind::Update));
    QVERIFY(!encodedValue(u"contacts"_s, number, text("0.4"), WriteKind::Update));
    const auto created = encodedValue(u"contacts"_s, number, text("0"), WriteKind::Create);
    QVERIFY(created);
    QVERIFY(created->predicted.isNull());
    QVERIFY(!created->warning.isEmpty());
}

void MauticEncodingTest::aBlankIsNullAndARequiredBlankIsRefused()
{
    for (const QString &type : {u"text"_s, u"number"_s, u"date"_s, u"multiselect"_s, u"boolean"_s}) {
        for (const Value &blank : {Value::null(), Value::text(QString())}) {
            const auto encoded = encodedValue(u"contacts"_s, fieldOf(metadataOf(type)), blank, WriteKind::Update);
            QVERIFY(encoded);
            QVERIFY(encoded->json.isNull());
            QVERIFY(encoded->predicted.isNull());
        }
    }
    const RemoteField name = fieldOf(
        R"({"alias":"companyname","label":"Name","type":"text","isFixed":true,"properties":{}})", Object::Company);
    QVERIFY(name.required);
    QVERIFY(name.unique);
    QVERIFY(!encodedValue(u"companies"_s, name, Value::null(), WriteKind::Update));
}

void MauticEncodingTest::tagsMustNotBeginWithAMinus()
{
    MauticBench bench;
    const RemoteField tags = bench.field(u"contacts"_s, u"tags"_s);
    QVERIFY(!encodedValue(u"contacts"_s, tags, Value::set({u"-old"_s}), WriteKind::Update));
    const auto odd = encodedValue(u"contacts"_s, tags, Value::set({u"a,b"_s, u" A & B "_s}), WriteKind::Update);
    QVERIFY(odd);
    QCOMPARE(odd->predicted, Value::set({u"a,b"_s, u"A & B"_s}));
}

void MauticEncodingTest::everyTypeOfMauticHasAType_data()
{
    QTest::addColumn<FieldType>("type");
    const QList<QPair<const char *, FieldType>> types{
        {"text", FieldType::Text},          {"textarea", FieldType::LongText}, {"html", FieldType::LongText},
        {"number", FieldType::Integer},     {"number2", FieldType::Decimal},   {"boolean", FieldType::Boolean},
        {"date", FieldType::Date},          {"datetime", FieldType::DateTime}, {"time", FieldType::Text},
        {"select", FieldType::Enumeration}, {"multiselect", FieldType::Set},   {"lookup", FieldType::Text},
        {"email", FieldType::Email},        {"url", FieldType::Url},           {"tel", FieldType::Phone},
        {"country", FieldType::Text},       {"region", FieldType::Text},       {"timezone", FieldType::Text},
        {"locale", FieldType::Text}};
    for (const auto &[name, type] : types)
        QTest::newRow(name) << type;
}

void MauticEncodingTest::everyTypeOfMauticHasAType()
{
    QFETCH(FieldType, type);
    const RemoteField field = fieldOf(metadataOf(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(field.type, type);
    QVERIFY(field.custom);
    QCOMPARE(!field.options.isEmpty(), type == FieldType::Enumeration || type == FieldType::Set);
}

void MauticEncodingTest::listsOfValuesAreQuoted()
{
    QCOMPARE(csvList({u"Müller, Söhne"_s, u"The \"Big\" One"_s, u"A & B"_s}),
             u"\"Müller, Söhne\",\"The \"\"Big\"\" One\",\"A & B\""_s);
    QCOMPARE(csvList({u"A\\"_s, u"B"_s}), u"A\\,\"B\""_s); // PHP would take \" for an escaped mark
}

void MauticEncodingTest::conditionsAreWrittenByColumnAndKnownOperator()
{
    ListQuery query;
    query.whereAny({{u"date_added"_s, Operator::GreaterOrEqual, u"2026-11-24 03:00:00"_s}})
        .where({u"id"_s, Operator::Greater, u"7"_s})
        .byId(100);
    QCOMPARE(QByteArray::fromPercentEncoding(query.encoded()),
             "where[0][expr]=orX&where[0][val][0][col]=date_added&where[0][val][0][expr]=gte&where[0][val][0][val]="
             "2026-11-24 "
             "03:00:00&where[1][col]=id&where[1][expr]=gt&where[1][val]=7&orderBy=id&orderByDir=asc&limit=100"_ba);
}

void MauticEncodingTest::serializedNumbersAreFoundByTheirKeyOnly()
{
    QCOMPARE(serializedNumber(R"(a:1:{s:11:"merged_into";i:663;})", "merged_into"), std::optional<qint64>(663));
    QCOMPARE(serializedNumber(R"(a:2:{s:4:"name";s:26:"s:11:"merged_into";i:1234;";s:11:"merged_into";i:5;})",
                              "merged_into"),
             std::optional<qint64>(5));
    QCOMPARE(serializedNumber(R"(a:2:{i:0;s:4:"name";i:1;s:11:"Äcker GmbH";})", "merged_into"), std::nullopt);
    QCOMPARE(serializedNumber("a:1:{s:99:\"merged_into\";i:663;}", "merged_into"), std::nullopt);
    QCOMPARE(serializedNumber("", "merged_into"), std::nullopt);
}

void MauticEncodingTest::entitiesAreDecodedOnce()
{
    QCOMPARE(entitiesDecoded(u"a &#38; b"_s), u"a & b"_s);
    QCOMPARE(entitiesDecoded(u"&amp;lt;"_s), u"&lt;"_s);
    QCOMPARE(entitiesDecoded(u"&#x1F600; &unknown; &"_s), u"😀 &unknown; &"_s);
}

QTEST_GUILESS_MAIN(MauticEncodingTest)
#include "tst_mauticencoding.moc"
