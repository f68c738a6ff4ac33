#include "foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace syncline;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textReadsBackWhateverIsInIt_data();
    void textReadsBackWhateverIsInIt();
    void valuesReadBackAsThemselves_data();
    void valuesReadBackAsThemselves();
    void commasStandBetweenMembersOnly();
    void numbersKeepTheirDigits();
    void anAnswerIsWrittenAsItCame();
};

void TestJsonText::textReadsBackWhateverIsInIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Anna Becker"_s;
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("quotes and backslashes") << u"C:\\\"x\""_s;
    QTest::newRow("line ends and tabs") << u"a\r\n\tb"_s;
    QTest::newRow("control characters") << QString(QChar(0x1F)) + QChar(0x01);
    QTest::newRow("emoji and umlauts") << u"Zoë 🌟 Ämter"_s;
    QTest::newRow("a character of no text") << QString(QChar(u'\0'));
}

void TestJsonText::textReadsBackWhateverIsInIt()
{
    QFETCH(QString, text);
    JsonText json;
    const QByteArray bytes = json.openObject().key(text).text(text).closeObject().take();
    const auto document = JsonDocument::parse(bytes);
    QVERIFY2(document.has_value(), bytes.constData());
    QCOMPARE(keyText(*document->root().begin()), text);
    QCOMPARE((*document->root().begin()).text(), text);
    QCOMPARE(QJsonDocument::fromJson(bytes).object(), QJsonObject({{text, text}}));
}

void TestJsonText::valuesReadBackAsThemselves_data()
{
    QTest::addColumn<Value>("value");
    QTest::newRow("absent") << Value::absent();
    QTest::newRow("forbidden") << Value::forbidden();
    QTest::newRow("null") << Value::null();
    QTest::newRow("empty text") << Value::text(u""_s);
    QTest::newRow("text") << Value::text(u"O'Neill & \"Söhne\""_s);
    QTest::newRow("set") << Value::set({u"b"_s, u"a"_s});
    QTest::newRow("empty set") << Value::set({});
    QTest::newRow("list") << Value::list({{u"+49 30 1"_s, u"work"_s, true}, {u"+49 30 2"_s, u""_s, false}});
    QTest::newRow("group") << Value::group({{u"city"_s, Value::text(u"Köln"_s)}, {u"street"_s, Value::null()}});
    QTest::newRow("empty group") << Value::group({});
}

void TestJsonText::valuesReadBackAsThemselves()
{
    QFETCH(Value, value);
    JsonText json;
    const QByteArray bytes = json.openArray().value(value).closeArray().take();
    const auto document = JsonDocument::parse(bytes);
    QVERIFY2(document.has_value(), bytes.constData());
    QCOMPARE(readValue(document->root().at(0)), value);
    QCOMPARE(bytes, QJsonDocument(QJsonArray{value.toJson()}).toJson(QJsonDocument::Compact));
}

void TestJsonText::commasStandBetweenMembersOnly()
{
    JsonText json;
    json.openObject().key(u"a").openArray().number(1).null().flag(true).closeArray();
    json.key(u"b").openObject().closeObject().key(u"c").json(QJsonObject{{u"d"_s, 2.5}}).closeObject();
    QCOMPARE(json.take(), R"({"a":[1,null,true],"b":{},"c":{"d":2.5}})"_ba);
}

void TestJsonText::numbersKeepTheirDigits()
{
    const auto document = JsonDocument::parse("[1234567890123456789, 2.5]");
    QVERIFY(document.has_value());
    QCOMPARE(readJson(document->root().at(0)).toInteger(), 1234567890123456789);
    QCOMPARE(readJson(document->root().at(1)).toDouble(), 2.5);
}

void TestJsonText::anAnswerIsWrittenAsItCame()
{
    const QByteArray sent = R"({"id":12345678901234567890,"n":1.50,"t":"a\"b\\c\u000ad","o":{},"a":[null,true,[]]})";
    const auto document = JsonDocument::parse(sent);
    QVERIFY(document.has_value());
    QCOMPARE(compactJson(document->root()), sent);
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
