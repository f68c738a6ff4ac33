#include "core/mapping/fields.h"
#include "core/mapping/transform.h"

#include <QJsonDocument>
#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace syncline::core::test;
using namespace Qt::StringLiterals;

namespace {

Value text(const char *utf8)
{
    return Value::text(QString::fromUtf8(utf8));
}

} // namespace

class TestTransform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applied_givesTheValue_data()
    {
        QTest::addColumn<Transform>("transform");
        QTest::addColumn<Value>("input");
        QTest::addColumn<Value>("output");
        const QMap<QString, QString> german{{u"decimal"_s, u","_s}, {u"group"_s, u"."_s}};
        const QMap<QString, QString> germanDate{{u"to"_s, u"dd.MM.yyyy"_s}};
        QTest::newRow("direct") << Transform() << text("a") << text("a");
        QTest::newRow("trim") << builtin(Builtin::Trim) << text("  a b ") << text("a b");
        QTest::newRow("trim a set") << builtin(Builtin::Trim) << Value::set({u" a"_s, u"b "_s})
                                    << Value::set({u"a"_s, u"b"_s});
        QTest::newRow("lower") << builtin(Builtin::Lower) << text("ÄB") << text("äb");
        QTest::newRow("upper") << builtin(Builtin::Upper) << text("äb") << text("ÄB");
        QTest::newRow("date") << builtin(Builtin::DateFormat, germanDate) << text("2024-05-31") << text("31.05.2024");
        QTest::newRow("split") << builtin(Builtin::Split, {{u"separator"_s, u"|"_s}}) << text("a| b|")
                               << Value::set({u"a"_s, u"b"_s});
        QTest::newRow("join") << builtin(Builtin::Join, {{u"separator"_s, u"; "_s}}) << Value::set({u"a"_s, u"b"_s})
                              << text("a; b");
        QTest::newRow("word") << builtin(Builtin::BooleanWords, {{u"true"_s, u"Ja"_s}, {u"false"_s, u"Nein"_s}})
                              << text("true") << text("Ja");
        QTest::newRow("number") << builtin(Builtin::Number, german) << text("1.234.567,89") << text("1234567.89");
        QTest::newRow("long number stays exact")
            << builtin(Builtin::Number, german) << text("99.999.999.999.999.999,01") << text("99999999999999999.01");
        QTest::newRow("tag added") << builtin(Builtin::TagAdd, {{u"tag"_s, u"crm"_s}}) << Value::null()
                                   << Value::set({u"crm"_s});
        QTest::newRow("tag removed") << builtin(Builtin::TagRemove, {{u"tag"_s, u"crm"_s}})
                                     << Value::set({u"crm"_s, u"vip"_s}) << Value::set({u"vip"_s});
        QTest::newRow("lookup") << lookup({{u"pending"_s, u"new"_s}}) << text("pending") << text("new");
        QTest::newRow("lookup otherwise") << lookup({{u"a"_s, u"b"_s}}, u"other"_s) << text("x") << text("other");
        QTest::newRow("lookup of blank") << lookup({{u"a"_s, u"b"_s}}) << Value::null() << Value::null();
        QTest::newRow("template") << templateOf(u"{first_name} {last_name}"_s) << Value::null() << text("Ann Lee");
        QTest::newRow("template with a blank")
            << templateOf(u"{salutation} {last_name}"_s) << Value::null() << text("Lee");
        QTest::newRow("absent stays") << builtin(Builtin::Lower) << Value::absent() << Value::absent();
        QTest::newRow("blank stays") << builtin(Builtin::Number) << Value::null() << Value::null();
    }

    void applied_givesTheValue()
    {
        QFETCH(Transform, transform);
        QFETCH(Value, input);
        QFETCH(Value, output);
        const QMap<QString, Value> record{{u"first_name"_s, text("Ann")}, {u"last_name"_s, text("Lee")}};
        const Transformed result = apply(transform, input, record, u"DE"_s);
        QVERIFY2(result, result ? "" : qPrintable(result.error()));
        QCOMPARE(*result, output);
    }

    void impossible_isSaidInASentence_data()
    {
        QTest::addColumn<Transform>("transform");
        QTest::addColumn<QString>("input");
        QTest::newRow("lookup") << lookup({{u"a"_s, u"b"_s}}) << u"zebra"_s;
        QTest::newRow("date") << builtin(Builtin::DateFormat, {{u"to"_s, u"dd.MM.yyyy"_s}}) << u"2024-02-31"_s;
        QTest::newRow("number") << builtin(Builtin::Number) << u"1,200"_s;
        QTest::newRow("boolean") << builtin(Builtin::BooleanWords) << u"perhaps"_s;
    }

    void impossible_isSaidInASentence()
    {
        QFETCH(Transform, transform);
        QFETCH(QString, input);
        const Transformed result = apply(transform, Value::text(input), {}, {});
        QVERIFY(!result);
        QVERIFY2(result.error().contains(input), qPrintable(result.error()));
    }

    void inverse_leadsBack_data()
    {
        QTest::addColumn<Transform>("transform");
        QTest::addColumn<Value>("value");
        QTest::newRow("direct") << Transform() << text("a");
        QTest::newRow("lookup") << lookup({{u"a"_s, u"x"_s}, {u"b"_s, u"y"_s}}) << text("b");
        QTest::newRow("date") << builtin(Builtin::DateFormat, {{u"to"_s, u"MM/dd/yyyy"_s}}) << text("2024-05-31");
        QTest::newRow("split") << builtin(Builtin::Split) << text("a,b");
        QTest::newRow("words") << builtin(Builtin::BooleanWords) << text("false");
        QTest::newRow("number") << builtin(Builtin::Number, {{u"decimal"_s, u","_s}, {u"group"_s, u"."_s}})
                                << text("-1.234,5");
        QTest::newRow("tag") << builtin(Builtin::TagAdd, {{u"tag"_s, u"crm"_s}}) << Value::set({u"vip"_s});
    }

    void inverse_leadsBack()
    {
        QFETCH(Transform, transform);
        QFETCH(Value, value);
        const std::optional<Transform> inverse = transform.inverse();
        QVERIFY(inverse);
        const Transformed there = apply(transform, value, {}, {});
        QVERIFY(there);
        QCOMPARE(apply(*inverse, *there, {}, {}).value(), value);
    }

    void lossy_hasNoInverse_data()
    {
        QTest::addColumn<Transform>("transform");
        Transform constant;
        constant.type = TransformType::Constant;
        QTest::newRow("constant") << constant;
        QTest::newRow("template") << templateOf(u"{a}"_s);
        QTest::newRow("function") << function(u"value"_s);
        QTest::newRow("lower") << builtin(Builtin::Lower);
        QTest::newRow("e164") << builtin(Builtin::E164);
        QTest::newRow("two to one") << lookup({{u"a"_s, u"x"_s}, {u"b"_s, u"x"_s}});
        QTest::newRow("short year") << builtin(Builtin::DateFormat, {{u"to"_s, u"dd.MM.yy"_s}});
    }

    void lossy_hasNoInverse()
    {
        QFETCH(Transform, transform);
        QVERIFY(transform.isLossy());
    }

    void json_comesBackEqual_data() { inverse_leadsBack_data(); }

    void json_comesBackEqual()
    {
        QFETCH(Transform, transform);
        const auto read = Transform::fromJson(transform.toJson(), u"here"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == transform);
    }

    void json_takesTheShortNameOfABuiltin()
    {
        const auto read = Transform::fromJson({{u"type"_s, u"trim"_s}}, u"here"_s);
        QVERIFY(read);
        QVERIFY(*read == builtin(Builtin::Trim));
    }

    void json_thatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("type") << QByteArray(R"({"type":"magic"})") << u"magic"_s;
        QTest::newRow("unknown key") << QByteArray(R"({"type":"direct","tabel":{}})") << u"tabel"_s;
        QTest::newRow("no table") << QByteArray(R"({"type":"lookup"})") << u"table"_s;
        QTest::newRow("no tag") << QByteArray(R"({"type":"tag_add"})") << u"tag"_s;
        QTest::newRow("argument of another") << QByteArray(R"({"type":"trim","region":"DE"})") << u"region"_s;
        QTest::newRow("no expression") << QByteArray(R"({"type":"function"})") << u"expression"_s;
    }

    void json_thatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto read = Transform::fromJson(QJsonDocument::fromJson(json).object(), u"fields[3].transform"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
        QVERIFY(read.error().message.contains(u"fields[3].transform"_s));
    }
};

QTEST_GUILESS_MAIN(TestTransform)
#include "tst_transform.moc"
