#include "foundation/canonical.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using syncline::canonical;
using syncline::FieldType;
using syncline::same;
using syncline::Value;

/// The forms in which the sync compares (S-1): what people would call the same must not look like a change.
class TestCanonical : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextHasOneCanonicalForm_data();
    void aTextHasOneCanonicalForm();
    void whatSaysNothingIsBlank_data();
    void whatSaysNothingIsBlank();
    void theCanonicalFormIsItsOwnCanonicalForm_data() { aTextHasOneCanonicalForm_data(); }
    void theCanonicalFormIsItsOwnCanonicalForm();
    void setsDoNotDependOnOrderOrComposition();
    void listsRememberWhichEntryIsPrimary();
    void statesAreTheSameOnlyAsThemselves_data();
    void statesAreTheSameOnlyAsThemselves();
    void groupsAreComparedInTheirCommonParts_data();
    void groupsAreComparedInTheirCommonParts();
    void consentIsOrderedByStrictness_data();
    void consentIsOrderedByStrictness();
};

void TestCanonical::aTextHasOneCanonicalForm_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, FieldType type, const QString &text, const QString &expected) {
        QTest::newRow(name) << type << text << expected;
    };
    row("text keeps its blanks and case", FieldType::Text, u" Ann  Lee "_s, u" Ann  Lee "_s);
    row("text is composed", FieldType::Text, u"Zoe\u0308"_s, u"Zo\u00EB"_s);
    row("long text keeps line ends", FieldType::LongText, u"a\r\nb"_s, u"a\r\nb"_s);
    row("e-mail is trimmed and lower case", FieldType::Email, u" Ann@Example.COM\t"_s, u"ann@example.com"_s);
    row("e-mail is case folded beyond ASCII", FieldType::Email, u"STRA\u1E9EE@x.de"_s, u"stra\u00DFe@x.de"_s);
    row("e-mail is composed", FieldType::Email, u"zoe\u0308@x.de"_s, u"zo\u00EB@x.de"_s);
    row("phone loses its separators", FieldType::Phone, u"+44 (20) 7123-45.67/8"_s, u"+4420712345678"_s);
    row("phone loses a no-break space", FieldType::Phone, u"+44\u00A020"_s, u"+4420"_s);
    row("phone keeps its words", FieldType::Phone, u"020 ext 5"_s, u"020ext5"_s);
    row("integer", FieldType::Integer, u"42"_s, u"42"_s);
    row("integer with zeros", FieldType::Integer, u"+007"_s, u"7"_s);
    row("zero stays", FieldType::Integer, u"000"_s, u"0"_s);
    row("no negative zero", FieldType::Decimal, u"-0.00"_s, u"0"_s);
    row("negative", FieldType::Decimal, u"-01.50"_s, u"-1.5"_s);
    row("decimal without whole part", FieldType::Decimal, u".5"_s, u"0.5"_s);
    row("decimal with a bare point", FieldType::Decimal, u"5."_s, u"5"_s);
    row("nineteen digits stay exact", FieldType::Decimal, u"1234567890123456789.10"_s, u"1234567890123456789.1"_s);
    row("exponent up", FieldType::Decimal, u"1.5e3"_s, u"1500"_s);
    row("exponent down", FieldType::Decimal, u"25E-3"_s, u"0.025"_s);
    row("exponent of nothing", FieldType::Decimal, u"0e5"_s, u"0"_s);
    row("an absurd exponent stays a text", FieldType::Decimal, u"1e99999"_s, u"1e99999"_s);
    row("no number stays", FieldType::Decimal, u" 12 EUR"_s, u"12 EUR"_s);
    row("two points are no number", FieldType::Decimal, u"1.2.3"_s, u"1.2.3"_s);
    row("boolean 1", FieldType::Boolean, u"1"_s, u"true"_s);
    row("boolean Yes", FieldType::Boolean, u"Yes"_s, u"true"_s);
    row("boolean off", FieldType::Boolean, u"off"_s, u"false"_s);
    row("boolean 0", FieldType::Boolean, u"0"_s, u"false"_s);
    row("date", FieldType::Date, u"2024-02-29"_s, u"2024-02-29"_s);
    row("instant without fraction", FieldType::DateTime, u"2024-02-29T10:00:00Z"_s, u"2024-02-29T10:00:00Z"_s);
    row("zero fraction says nothing", FieldType::DateTime, u"2024-02-29T10:00:00.000Z"_s, u"2024-02-29T10:00:00Z"_s);
    row("fraction is cut of zeros", FieldType::DateTime, u"2024-02-29T10:00:00.120Z"_s, u"2024-02-29T10:00:00.12Z"_s);
    row("URL scheme and host", FieldType::Url, u" HTTPS://Example.COM/Path?Q=A"_s, u"https://example.com/Path?Q=A"_s);
    row("URL lone slash", FieldType::Url, u"https://example.com/"_s, u"https://example.com"_s);
    row("URL slash of a path stays", FieldType::Url, u"https://example.com/a/"_s, u"https://example.com/a/"_s);
    row("URL query after the host keeps its case", FieldType::Url, u"https://Example.com?Q=A/B"_s,
        u"https://example.com?Q=A/B"_s);
    row("URL without scheme", FieldType::Url, u"Example.com"_s, u"Example.com"_s);
    row("consent", FieldType::Consent, u"granted"_s, u"granted"_s);
    row("the model's word for refused", FieldType::Consent, u"denied"_s, u"refused"_s);
}

void TestCanonical::aTextHasOneCanonicalForm()
{
    QFETCH(FieldType, type);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(canonical(type, Value::text(text)).value_or(u"(blank)"_s), expected);
}

void TestCanonical::theCanonicalFormIsItsOwnCanonicalForm()
{
    QFETCH(FieldType, type);
    QFETCH(QString, expected);
    QCOMPARE(canonical(type, Value::text(expected)).value_or(u"(blank)"_s), expected);
}

void TestCanonical::whatSaysNothingIsBlank_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<Value>("value");
    QTest::newRow("null") << FieldType::Text << Value::null();
    QTest::newRow("empty text") << FieldType::Text << Value::text({});
    QTest::newRow("empty set") << FieldType::Set << Value::set({});
    QTest::newRow("empty list") << FieldType::List << Value::list({});
    QTest::newRow("unknown consent") << FieldType::Consent << Value::text(u"unknown"_s);
    QTest::newRow("an address of blanks") << FieldType::Email << Value::text(u"  "_s);
    QTest::newRow("group of blanks") << FieldType::Group << Value::group({{u"city"_s, Value::null()}});
}

void TestCanonical::whatSaysNothingIsBlank()
{
    QFETCH(FieldType, type);
    QFETCH(Value, value);
    QVERIFY(!canonical(type, value));
    QVERIFY(same(type, value, Value::null()));
    QVERIFY(same(type, Value::text({}), value));
}

void TestCanonical::setsDoNotDependOnOrderOrComposition()
{
    QVERIFY(same(FieldType::Set, Value::set({u"b"_s, u"Zo\u00EB"_s, u"a"_s}),
                 Value::set({u"Zoe\u0308"_s, u"a"_s, u"b"_s})));
    QVERIFY(same(FieldType::Refs, Value::set({u"2"_s, u"1"_s, u"2"_s}), Value::set({u"1"_s, u"2"_s})));
    QVERIFY(!same(FieldType::Set, Value::set({u"a"_s}), Value::set({u"A"_s})));
    QVERIFY(!same(FieldType::Set, Value::set({u"ab"_s}), Value::set({u"a"_s, u"b"_s})));
}

void TestCanonical::listsRememberWhichEntryIsPrimary()
{
    const auto list = [](bool first, const QString &label) {
        return Value::list({{u"a@x.de"_s, label, first}, {u"b@x.de"_s, {}, !first}});
    };
    QVERIFY(same(FieldType::List, list(true, u"work"_s), list(true, u"home"_s)));
    QVERIFY(!same(FieldType::List, list(true, {}), list(false, {})));
}

void TestCanonical::statesAreTheSameOnlyAsThemselves_data()
{
    QTest::addColumn<Value>("a");
    QTest::addColumn<Value>("b");
    QTest::addColumn<bool>("expected");
    QTest::newRow("absent, absent") << Value::absent() << Value::absent() << true;
    QTest::newRow("forbidden, forbidden") << Value::forbidden() << Value::forbidden() << true;
    QTest::newRow("absent, forbidden") << Value::absent() << Value::forbidden() << false;
    QTest::newRow("absent is not cleared") << Value::absent() << Value::null() << false;
    QTest::newRow("forbidden is not cleared") << Value::text({}) << Value::forbidden() << false;
    QTest::newRow("absent, text") << Value::absent() << Value::text(u"a"_s) << false;
}

void TestCanonical::statesAreTheSameOnlyAsThemselves()
{
    QFETCH(Value, a);
    QFETCH(Value, b);
    QFETCH(bool, expected);
    QCOMPARE(same(FieldType::Text, a, b), expected);
    QCOMPARE(same(FieldType::Text, b, a), expected);
}

void TestCanonical::groupsAreComparedInTheirCommonParts_data()
{
    QTest::addColumn<Value>("a");
    QTest::addColumn<Value>("b");
    QTest::addColumn<bool>("expected");
    const auto group = [](const QString &city, const QString &zip, bool withZip = true) {
        Value::Parts parts{{u"city"_s, Value::text(city)}};
        if (withZip)
            parts.insert(u"zip"_s, Value::text(zip));
        return Value::group(parts);
    };
    QTest::newRow("equal") << group(u"Bonn"_s, u"1"_s) << group(u"Bonn"_s, u"1"_s) << true;
    QTest::newRow("another part") << group(u"Bonn"_s, u"1"_s) << group(u"Bonn"_s, u"2"_s) << false;
    QTest::newRow("a part that one side lacks") << group(u"Bonn"_s, u"1"_s) << group(u"Bonn"_s, {}, false) << true;
    QTest::newRow("a part that is blank counts") << group(u"Bonn"_s, u"1"_s) << group(u"Bonn"_s, {}) << false;
    QTest::newRow("blank and null parts")
        << group({}, u"1"_s) << Value::group({{u"city"_s, Value::null()}, {u"zip"_s, Value::text(u"1"_s)}}) << true;
    QTest::newRow("forbidden part") << group(
        u"Bonn"_s, u"1"_s) << Value::group({{u"city"_s, Value::text(u"Bonn"_s)}, {u"zip"_s, Value::forbidden()}})
                                    << true;
    QTest::newRow("a cleared group") << group(u"Bonn"_s, u"1"_s) << Value::null() << false;
}

void TestCanonical::groupsAreComparedInTheirCommonParts()
{
    QFETCH(Value, a);
    QFETCH(Value, b);
    QFETCH(bool, expected);
    QCOMPARE(same(FieldType::Group, a, b), expected);
    QCOMPARE(same(FieldType::Group, b, a), expected);
}

void TestCanonical::consentIsOrderedByStrictness_data()
{
    QTest::addColumn<Value>("consent");
    QTest::addColumn<int>("expected");
    QTest::newRow("granted") << Value::text(u"granted"_s) << 0;
    QTest::newRow("nothing said") << Value::null() << 1;
    QTest::newRow("unknown") << Value::text(u"unknown"_s) << 1;
    QTest::newRow("absent") << Value::absent() << 1;
    QTest::newRow("refused") << Value::text(u"refused"_s) << 2;
    QTest::newRow("denied") << Value::text(u"denied"_s) << 2;
}

void TestCanonical::consentIsOrderedByStrictness()
{
    QFETCH(Value, consent);
    QFETCH(int, expected);
    QCOMPARE(syncline::strictness(consent), expected);
}

QTEST_GUILESS_MAIN(TestCanonical)
#include "tst_canonical.moc"
