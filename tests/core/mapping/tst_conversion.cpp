#include "core/mapping/conversion.h"
#include "core/mapping/numbertext.h"
#include "core/mapping/validation.h"

#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace Qt::StringLiterals;

namespace {

Value text(const char *utf8)
{
    return Value::text(QString::fromUtf8(utf8));
}

} // namespace

class TestConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void converted_isExact_data()
    {
        QTest::addColumn<FieldType>("from");
        QTest::addColumn<FieldType>("to");
        QTest::addColumn<Value>("input");
        QTest::addColumn<Value>("output");
        const auto row = [](const char *name, FieldType from, FieldType to, const Value &input, const Value &output) {
            QTest::newRow(name) << from << to << input << output;
        };
        row("money", FieldType::Text, FieldType::Decimal, text("99999999999999.99"), text("99999999999999.99"));
        row("decimal to text", FieldType::Decimal, FieldType::Text, text("1.50"), text("1.50"));
        row("whole", FieldType::Text, FieldType::Integer, text(" 250 "), text("250"));
        row("whole of decimal", FieldType::Decimal, FieldType::Integer, text("12.000"), text("12"));
        row("yes", FieldType::Text, FieldType::Boolean, text("Yes"), text("true"));
        row("date", FieldType::Text, FieldType::Date, text("2024-02-29"), text("2024-02-29"));
        row("instant", FieldType::Text, FieldType::DateTime, text("2024-05-01T12:00:00+02:00"),
            text("2024-05-01T10:00:00Z"));
        row("instant without zone", FieldType::Text, FieldType::DateTime, text("2024-05-01 12:00:00"),
            text("2024-05-01T12:00:00Z"));
        row("tags to text", FieldType::Set, FieldType::Text, Value::set({u"a"_s, u"b"_s}), text("a, b"));
        row("text to tags", FieldType::Text, FieldType::Set, text("b, a,"), Value::set({u"a"_s, u"b"_s}));
        row("refused to opt-out", FieldType::Consent, FieldType::Boolean, text("refused"), text("true"));
        row("granted to opt-out", FieldType::Consent, FieldType::Boolean, text("granted"), text("false"));
        row("no statement to opt-out", FieldType::Consent, FieldType::Boolean, Value::null(), text("false"));
        row("opt-out", FieldType::Boolean, FieldType::Consent, text("true"), text("refused"));
        row("no opt-out is no statement", FieldType::Boolean, FieldType::Consent, text("false"), Value::null());
        row("primary of a list", FieldType::List, FieldType::Email,
            Value::list({{u"a@x.de"_s, {}, false}, {u"b@x.de"_s, {}, true}}), text("b@x.de"));
        row("e-mail trimmed", FieldType::Text, FieldType::Email, text(" a@x.de "), text("a@x.de"));
        row("phone as it is", FieldType::Text, FieldType::Phone, text("ask Bob"), text("ask Bob"));
        row("absent", FieldType::Text, FieldType::Integer, Value::absent(), Value::absent());
        row("forbidden", FieldType::Text, FieldType::Integer, Value::forbidden(), Value::forbidden());
        row("blank", FieldType::Text, FieldType::Integer, text(""), text(""));
    }

    void converted_isExact()
    {
        QFETCH(FieldType, from);
        QFETCH(FieldType, to);
        QFETCH(Value, input);
        QFETCH(Value, output);
        const Transformed result = convert(input, from, to, u"DE"_s);
        QVERIFY2(result, result ? "" : qPrintable(result.error()));
        QCOMPARE(*result, output);
    }

    void phone_becomesInternational()
    {
        QCOMPARE(convert(text("030 901820"), FieldType::Text, FieldType::Phone, u"DE"_s).value(), text("+4930901820"));
        QCOMPARE(convert(text("+44 20 7123 4567"), FieldType::Phone, FieldType::Phone, {}).value(),
                 text("+442071234567"));
    }

    void impossible_isRefused_data()
    {
        QTest::addColumn<FieldType>("from");
        QTest::addColumn<FieldType>("to");
        QTest::addColumn<QString>("input");
        QTest::newRow("range") << FieldType::Text << FieldType::Integer << u"50-100"_s;
        QTest::newRow("thousands") << FieldType::Text << FieldType::Decimal << u"1,200"_s;
        QTest::newRow("fraction") << FieldType::Decimal << FieldType::Integer << u"1.5"_s;
        QTest::newRow("day") << FieldType::Text << FieldType::Date << u"1.2.2024"_s;
        QTest::newRow("no such day") << FieldType::Text << FieldType::Date << u"2023-02-29"_s;
        QTest::newRow("date as instant") << FieldType::Date << FieldType::DateTime << u"2024-01-01"_s;
        QTest::newRow("instant as date") << FieldType::DateTime << FieldType::Date << u"2024-01-01T00:00:00Z"_s;
        QTest::newRow("flag") << FieldType::Text << FieldType::Boolean << u"perhaps"_s;
        QTest::newRow("consent") << FieldType::Text << FieldType::Consent << u"sure"_s;
    }

    void impossible_isRefused()
    {
        QFETCH(FieldType, from);
        QFETCH(FieldType, to);
        QFETCH(QString, input);
        QVERIFY(!convert(Value::text(input), from, to, {}));
    }

    void numbers_compareByValue_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("order");
        QTest::newRow("longer") << u"9"_s << u"10"_s << -1;
        QTest::newRow("zeros") << u"1.0"_s << u"01"_s << 0;
        QTest::newRow("negative") << u"-2"_s << u"-10"_s << 1;
        QTest::newRow("fraction") << u"0.09"_s << u"0.1"_s << -1;
        QTest::newRow("minus zero") << u"-0"_s << u"0"_s << 0;
    }

    void numbers_compareByValue()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, order);
        const int result = compareNumbers(a, b);
        QCOMPARE(result < 0 ? -1 : (result > 0 ? 1 : 0), order);
    }

    void addresses_areChecked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << u"a.b+c@example.co.uk"_s << true;
        QTest::newRow("apostrophe") << u"o'neil@example.com"_s << true;
        QTest::newRow("umlaut host") << u"a@exämple.de"_s << true;
        QTest::newRow("no host") << u"nope"_s << false;
        QTest::newRow("no dot") << u"foo@bar"_s << false;
        QTest::newRow("blank inside") << u"foo bar@x.de"_s << false;
        QTest::newRow("two dots") << u"a..b@x.de"_s << false;
        QTest::newRow("two at") << u"a@b@x.de"_s << false;
        QTest::newRow("host ends with a dot") << u"a@x."_s << false;
    }

    void addresses_areChecked()
    {
        QFETCH(QString, address);
        QTEST(isEmailAddress(address), "valid");
    }

    void invalidValues_areExplained()
    {
        QVERIFY(whyInvalid(FieldType::Email, text("nope")).contains(u"nope"_s));
        QVERIFY(whyInvalid(FieldType::Url, text("no url")).contains(u"no url"_s));
        QVERIFY(whyInvalid(FieldType::Url, text("https://example.com/a?b=c")).isEmpty());
        QVERIFY(whyInvalid(FieldType::Date, text("2024-13-01")).contains(u"2024-13-01"_s));
        QVERIFY(whyInvalid(FieldType::Email, Value::null()).isEmpty());
    }

    void requiredFields_thatAreBlankAreNamed()
    {
        const QMap<QString, Value> record{{u"email"_s, text("")}, {u"city"_s, text("Bonn")}};
        const QStringList expected{u"email"_s, u"last_name"_s};
        QCOMPARE(missingRequired({u"email"_s, u"city"_s, u"last_name"_s}, record), expected);
    }
};

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
