#include "scriptedsite.h"

#include "connectors/suitecrm/encoding.h"
#include "connectors/suitecrm/wiretext.h"
#include "foundation/canonical.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;
using namespace syncline::connectors::suitecrm;
using namespace syncline::support;

namespace {

RemoteField fieldOf(FieldType type, int maxLength = 0)
{
    RemoteField field;
    field.name = u"field"_s;
    field.label = u"Field"_s;
    field.type = type;
    field.maxLength = maxLength;
    return field;
}

QString onTheWire(FieldType type, const QString &text)
{
    const auto wire = encodeValue(fieldOf(type), Value::text(text));
    return wire ? QString::fromUtf8(wire->json) : u"refused"_s;
}

Value delivered(FieldType type, const QByteArray &json)
{
    const auto document = JsonDocument::parse("{\"v\":" + json + '}');
    return readValue(fieldOf(type), document->root()["v"]);
}

} // namespace

class TestSuiteCrmValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyFourEntitiesAreDecoded_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("meant");
        QTest::newRow("apostrophe") << u"O&#039;Brien"_s << u"O'Brien"_s;
        QTest::newRow("quotes") << u"&quot;q&quot;"_s << u"\"q\""_s;
        QTest::newRow("angle brackets") << u"a &lt; b &gt; c"_s << u"a < b > c"_s;
        QTest::newRow("ampersand stays") << u"R&D &amp; X"_s << u"R&D &amp; X"_s;
        QTest::newRow("not decoded twice") << u"&amp;lt;"_s << u"&amp;lt;"_s;
        QTest::newRow("unfinished") << u"&lt"_s << u"&lt"_s;
    }
    void exactlyFourEntitiesAreDecoded()
    {
        QFETCH(QString, sent);
        QFETCH(QString, meant);
        QCOMPARE(decodeEscapes(sent), meant);
    }

    /// The recorded table of what SuiteCRM makes of texts: what we send never loses a letter, and what we say it will
    /// show is what it was seen to show.
    void recordedTextsArriveAsPredicted_data()
    {
        QTest::addColumn<QJsonObject>("row");
        QFile file(QStringLiteral(SYNCLINE_SOURCE_DIR) + u"/tests/recordings/suitecrm/_text_roundtrip_matrix.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = QJsonDocument::fromJson(file.readAll()).object().value("rows"_L1).toArray();
        for (const auto &row : rows)
            QTest::addRow("%s", qPrintable(row.toObject().value("sent"_L1).toString())) << row.toObject();
    }
    void recordedTextsArriveAsPredicted()
    {
        QFETCH(QJsonObject, row);
        const QString text = row.value("sent"_L1).toString();
        for (const auto &[type, key] :
             {std::pair(FieldType::Text, u"read_last_name"_s), std::pair(FieldType::LongText, u"read_description"_s)}) {
            const auto wire = encodeValue(fieldOf(type), Value::text(text));
            QVERIFY(wire);
            static const QRegularExpression destroyed(u"<[\\p{L}/!]"_s);
            QVERIFY(!QString::fromUtf8(wire->json).contains(destroyed));
            if (!wire->warning.contains(u'“')) // otherwise another text is sent than the recorded one
                QCOMPARE(wire->predicted.text(), decodeEscapes(row.value(key).toString()));
            QCOMPARE(wire->warning.isEmpty(), wire->predicted == Value::text(text));
        }
    }

    void aTagIsNeverSentAndThePredictionSaysSo()
    {
        const auto wire = encodeValue(fieldOf(FieldType::Text), Value::text(u"C++ <vector>"_s));
        QVERIFY(wire);
        QCOMPARE(wire->json, QByteArray(R"("C++ < vector>")"));
        QCOMPARE(wire->predicted, Value::text(u"C++ < vector>"_s));
        QVERIFY(!wire->warning.isEmpty());
    }

    void valuesHaveTheFormThatSuiteCrmUnderstands_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        QTest::newRow("amount is a number") << FieldType::Decimal << u"1234.56"_s << u"1234.56"_s;
        QTest::newRow("amount keeps its digits") << FieldType::Decimal << u"0.10"_s << u"0.1"_s;
        QTest::newRow("amount without a leading zero") << FieldType::Decimal << u".5"_s << u"0.5"_s;
        QTest::newRow("minus zero") << FieldType::Decimal << u"-0.0"_s << u"0"_s;
        QTest::newRow("large round amount") << FieldType::Decimal << u"100000000000000000"_s << u"100000000000000000"_s;
        QTest::newRow("amount beyond a floating number")
            << FieldType::Decimal << u"99999999999999.99"_s << u"refused"_s;
        QTest::newRow("decimal comma") << FieldType::Decimal << u"1234,56"_s << u"refused"_s;
        QTest::newRow("whole number") << FieldType::Integer << u"25"_s << u"25"_s;
        QTest::newRow("no whole number") << FieldType::Integer << u"25.7"_s << u"refused"_s;
        QTest::newRow("time without T") << FieldType::DateTime << u"2026-12-01T10:30:45Z"_s
                                        << u"\"2026-12-01 10:30:45\""_s;
        QTest::newRow("time with an offset") << FieldType::DateTime << u"2026-12-01T10:30:45+01:00"_s << u"refused"_s;
        QTest::newRow("date") << FieldType::Date << u"1980-02-29"_s << u"\"1980-02-29\""_s;
        QTest::newRow("impossible date") << FieldType::Date << u"1981-02-29"_s << u"refused"_s;
        QTest::newRow("foreign date") << FieldType::Date << u"29.02.1980"_s << u"refused"_s;
        QTest::newRow("yes") << FieldType::Boolean << u"true"_s << u"\"1\""_s;
        QTest::newRow("no") << FieldType::Boolean << u"false"_s << u"\"0\""_s;
        QTest::newRow("refused consent") << FieldType::Consent << u"refused"_s << u"\"1\""_s;
        QTest::newRow("granted consent") << FieldType::Consent << u"granted"_s << u"\"0\""_s;
        QTest::newRow("clearing is never null") << FieldType::Text << u""_s << u"\"\""_s;
        QTest::newRow("e-mail") << FieldType::Email << u" Jane@Example.com "_s << u"\"Jane@Example.com\""_s;
        QTest::newRow("no e-mail") << FieldType::Email << u"not an email"_s << u"refused"_s;
        QTest::newRow("list keys pass unchecked") << FieldType::Enumeration << u"Mr."_s << u"\"Mr.\""_s;
    }
    void valuesHaveTheFormThatSuiteCrmUnderstands()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, text);
        QFETCH(QString, json);
        QCOMPARE(onTheWire(type, text), json);
    }

    void aMultipleChoiceIsMarkedText()
    {
        const auto wire = encodeValue(fieldOf(FieldType::Set), Value::set({u"contract"_s, u"consent"_s}));
        QCOMPARE(wire->json, QByteArray(R"("^consent^,^contract^")"));
        QCOMPARE(delivered(FieldType::Set, wire->json), Value::set({u"consent"_s, u"contract"_s}));
        QCOMPARE(delivered(FieldType::Set, R"("consent")"), Value::set({u"consent"_s}));
        QVERIFY(!encodeValue(fieldOf(FieldType::Set), Value::set({u"a^b"_s})));
    }

    void aTextThatWouldBeCutIsRefusedWithTheLimit()
    {
        const auto wire = encodeValue(fieldOf(FieldType::Text, 100), Value::text(QString(101, u'ä')));
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, ErrorKind::Validation);
        QVERIFY(wire.error().message.contains(u"100"_s));
        QVERIFY(encodeValue(fieldOf(FieldType::Text, 100), Value::text(QString(100, u'ä'))));
        QVERIFY(encodeValue(fieldOf(FieldType::Text, 2), Value::text(u"😀😀"_s))); // characters, not code units
        QVERIFY(!encodeValue(fieldOf(FieldType::LongText), Value::text(QString(32768, u'ä'))));
    }

    void aTimeIsPredictedWithoutSeconds()
    {
        const auto wire = encodeValue(fieldOf(FieldType::DateTime), Value::text(u"2026-12-01T10:30:45Z"_s));
        QCOMPARE(wire->predicted, Value::text(u"2026-12-01T10:30:00Z"_s));
        QVERIFY(!wire->warning.isEmpty());
    }

    void aComputedFieldAndAnEmptyRequiredOneAreRefused()
    {
        RemoteField computed = fieldOf(FieldType::Text);
        computed.readOnly = true;
        QVERIFY(!encodeValue(computed, Value::text(u"x"_s)));
        RemoteField required = fieldOf(FieldType::Text);
        required.required = true;
        QVERIFY(!encodeValue(required, Value::null()));
        QVERIFY(!encodeValue(required, Value::text(u"  "_s)));
    }

    void timesAreTheirDigitsInUtcWhateverOffsetIsPrinted_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("utc") << QByteArray(R"("2026-11-24T02:58:00+00:00")") << u"2026-11-24T02:58:00Z"_s;
        QTest::newRow("PHP in Berlin") << QByteArray(R"("2026-11-24T02:58:00+01:00")") << u"2026-11-24T02:58:00Z"_s;
        QTest::newRow("a user with seconds")
            << QByteArray(R"("2026-11-24T02:58:42+00:00")") << u"2026-11-24T02:58:42Z"_s;
        QTest::newRow("database form") << QByteArray(R"("2026-11-24 02:58:42")") << u"2026-11-24T02:58:42Z"_s;
        QTest::newRow("in the hour that Berlin skips")
            << QByteArray(R"("2026-03-29T02:30:00+02:00")") << u"2026-03-29T02:30:00Z"_s;
        QTest::newRow("empty") << QByteArray(R"("")") << QString();
        QTest::newRow("zeros") << QByteArray(R"("0000-00-00 00:00:00")") << QString();
    }
    void timesAreTheirDigitsInUtcWhateverOffsetIsPrinted()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        QCOMPARE(delivered(FieldType::DateTime, json), Value::text(text));
    }

    void valuesAreReadInTheTypesOfTheFieldList()
    {
        QCOMPARE(delivered(FieldType::Boolean, R"("0")"), Value::text(u"false"_s));
        QCOMPARE(delivered(FieldType::Boolean, "false"), Value::text(u"false"_s));
        QCOMPARE(delivered(FieldType::Boolean, R"("1")"), Value::text(u"true"_s));
        QCOMPARE(delivered(FieldType::Consent, R"("1")"), Value::text(u"refused"_s));
        QVERIFY(delivered(FieldType::Consent, R"("0")").isNull());
        QCOMPARE(delivered(FieldType::Decimal, R"("52.52000000")"), Value::text(u"52.52000000"_s));
        QCOMPARE(delivered(FieldType::Text, "{}"), Value::text({}));
        QVERIFY(delivered(FieldType::Text, "null").isNull());
        const auto document = JsonDocument::parse("{}");
        QVERIFY(readValue(fieldOf(FieldType::Text), document->root()["v"]).isAbsent());
    }

    void theIdStandsBesideTheTypeAndNumbersKeepTheirText()
    {
        const QByteArray body = recordBody(u"Contacts"_s, u"id-1"_s,
                                           {{u"a"_s, "1234567890.12"}, {u"b"_s, jsonText(u"a\nb"_s)}});
        QCOMPARE(body,
                 QByteArray("{\"data\":{\"type\":\"Contacts\",\"id\":\"id-1\","
                            "\"attributes\":{\"a\":1234567890.12,\"b\":\"a\\nb\"}}}"));
    }

    void fieldsAreDescribedFromTheSitesOwnMetadata()
    {
        ScriptedSite site;
        const RemoteEntity contacts = site.entity(u"Contacts"_s);
        QCOMPARE(contacts.hubEntity, u"contact"_s);
        QCOMPARE(contacts.field(u"first_name"_s)->label, u"First Name"_s);
        QCOMPARE(contacts.field(u"first_name"_s)->maxLength, 100);
        QVERIFY(contacts.field(u"last_name"_s)->required);
        QCOMPARE(contacts.field(u"email1"_s)->type, FieldType::Email);
        QCOMPARE(contacts.field(u"email_opt_out"_s)->type, FieldType::Consent);
        QCOMPARE(contacts.field(u"lawful_basis"_s)->type, FieldType::Set);
        QCOMPARE(contacts.field(u"birthdate"_s)->type, FieldType::Date);
        QVERIFY(contacts.field(u"jjwg_maps_lat_c"_s)->custom);
        QCOMPARE(contacts.field(u"jjwg_maps_lat_c"_s)->type, FieldType::Decimal);
        for (const QString &name : {u"date_modified"_s, u"created_by"_s, u"full_name"_s, u"invalid_email"_s})
            QVERIFY2(contacts.field(name) && contacts.field(name)->readOnly, qPrintable(name));
        for (const QString &name : {u"id"_s, u"deleted"_s, u"accounts"_s, u"photo"_s, u"primary_address_street_2"_s})
            QVERIFY2(!contacts.field(name), qPrintable(name));
        QCOMPARE(contacts.field(u"account_id"_s)->type, FieldType::Ref);
        QCOMPARE(contacts.field(u"account_id"_s)->refersTo, u"Accounts"_s);
        QVERIFY(!contacts.field(u"account_id"_s)->readOnly);
        const RemoteEntity accounts = site.entity(u"Accounts"_s);
        QCOMPARE(accounts.hubEntity, u"company"_s);
        QVERIFY(accounts.field(u"name"_s)->required);
        QCOMPARE(accounts.field(u"annual_revenue"_s)->type, FieldType::Text);
        QCOMPARE(accounts.field(u"website"_s)->type, FieldType::Url);
    }

    void labelsAndOptionsComeFromTheOldApiWhereAPasswordIsKnown()
    {
        ScriptedSite site(AuthKind::OAuth2Password);
        site.handler = [](const HttpRequest &request) -> Result<HttpResponse> {
            HttpRequest asQuery;
            asQuery.query = request.body;
            const QMap<QString, QString> form = queryOf(asQuery);
            if (form.value(u"method"_s) == "login"_L1)
                return suiteRecording(u"legacy_v41_login"_s);
            return suiteRecording(u"legacy_v41_get_module_fields"_s);
        };
        const RemoteEntity contacts = site.entity(u"Contacts"_s);
        QCOMPARE(contacts.field(u"lead_source"_s)->label, u"Lead Source"_s);
        QVERIFY(contacts.field(u"salutation"_s)->options.contains(Option{u"Prof."_s, u"Prof."_s}));
        QVERIFY(contacts.field(u"date_modified"_s)->options.isEmpty());
        const auto encoded = site.connector().encode(u"Contacts"_s, *contacts.field(u"salutation"_s),
                                                     Value::text(u"Baron"_s), WriteKind::Update);
        QVERIFY(!encoded);
    }

    void aBlockedOldApiIsNoError()
    {
        ScriptedSite site(AuthKind::OAuth2Password);
        site.handler = [](const HttpRequest &) { return suiteRecording(u"legacy_v41_login_bad"_s); };
        QCOMPARE(site.entity(u"Contacts"_s).field(u"salutation"_s)->label, u"Salutation"_s);
    }
};

QTEST_GUILESS_MAIN(TestSuiteCrmValues)
#include "tst_suitecrmvalues.moc"
