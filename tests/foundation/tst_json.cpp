#include "foundation/json.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using syncline::ErrorKind;
using syncline::JsonDocument;
using syncline::JsonView;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalarsKeepTheirOwnText_data();
    void scalarsKeepTheirOwnText();
    void askingForWhatIsNotThereGivesNothing();
    void membersComeInTheOrderTheyWereSent();
    void whatIsNoWholeDocumentIsAnError_data();
    void whatIsNoWholeDocumentIsAnError();
    void everyCutOfADocumentIsAnError();
    void textBehindTheFirstValueIsIgnoredOnRequest();
    void aByteOrderMarkIsNoError();
    void recordedAnswersReadAsQtReadsThem();
};

namespace {

/// What QJson would hold for the same text; numbers are compared as doubles.
QJsonValue asQt(const JsonView &view)
{
    switch (view.kind()) {
    case JsonView::Kind::Missing:
        return QJsonValue::Undefined;
    case JsonView::Kind::Null:
        return QJsonValue::Null;
    case JsonView::Kind::Boolean:
        return view.toBool();
    case JsonView::Kind::Number:
        return view.text().toDouble();
    case JsonView::Kind::String:
        return view.text();
    case JsonView::Kind::Array: {
        QJsonArray array;
        for (const JsonView element : view)
            array.append(asQt(element));
        return array;
    }
    case JsonView::Kind::Object: {
        QJsonObject object;
        for (const JsonView member : view)
            object.insert(QString::fromUtf8(member.key().data(), qsizetype(member.key().size())), asQt(member));
        return object;
    }
    }
    return {};
}

} // namespace

void TestJson::scalarsKeepTheirOwnText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<JsonView::Kind>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *json, JsonView::Kind kind, const QString &text) {
        QTest::newRow(name) << QByteArray(json) << kind << text;
    };
    row("text", R"("a")", JsonView::Kind::String, u"a"_s);
    row("escapes", R"("\"\\\/\n\u00eb\ud83d\ude00")", JsonView::Kind::String, u"\"\\/\n\u00EB\U0001F600"_s);
    row("empty text", R"("")", JsonView::Kind::String, {});
    row("integer", "42 ", JsonView::Kind::Number, u"42"_s);
    row("nineteen digits", "1234567890123456789", JsonView::Kind::Number, u"1234567890123456789"_s);
    row("beyond 64 bits", "123456789012345678901234", JsonView::Kind::Number, u"123456789012345678901234"_s);
    row("decimal", "-12.340", JsonView::Kind::Number, u"-12.340"_s);
    row("exponent", "1.5E+3", JsonView::Kind::Number, u"1.5E+3"_s);
    row("true", "true", JsonView::Kind::Boolean, u"true"_s);
    row("false", "false", JsonView::Kind::Boolean, u"false"_s);
    row("null", "null", JsonView::Kind::Null, {});
}

void TestJson::scalarsKeepTheirOwnText()
{
    QFETCH(QByteArray, json);
    QFETCH(JsonView::Kind, kind);
    QFETCH(QString, text);
    const auto document = JsonDocument::parse("{\"v\" : " + json + "}");
    QVERIFY(document.has_value());
    QCOMPARE(document->root()["v"].kind(), kind);
    QCOMPARE(document->root()["v"].text(), text);
}

void TestJson::askingForWhatIsNotThereGivesNothing()
{
    const auto document = JsonDocument::parse(R"({"a": [1, {"b": "x"}], "n": "12", "t": 1})");
    QVERIFY(document.has_value());
    const JsonView root = document->root();
    QVERIFY(root["missing"]["deeper"].at(3)["more"].isMissing());
    QVERIFY(root["a"]["b"].isMissing());
    QVERIFY(root["a"].at(7).isMissing());
    QCOMPARE(root["a"].at(1)["b"].text(), u"x"_s);
    QCOMPARE(root["a"].text(), QString());
    QCOMPARE(root["n"].toInteger(), 12);
    QCOMPARE(root["a"].toInteger(-1), -1);
    QVERIFY(root["t"].toBool());
    QVERIFY(root["missing"].toBool(true));
    QCOMPARE(JsonView().size(), 0);
    QVERIFY(JsonDocument().root().isMissing());
}

void TestJson::membersComeInTheOrderTheyWereSent()
{
    const auto document = JsonDocument::parse(R"({"z": 1, "a": {}, "m": [], "z": 2})");
    QVERIFY(document.has_value());
    QStringList keys;
    for (const JsonView member : document->root())
        keys << QString::fromUtf8(member.key().data(), qsizetype(member.key().size()));
    QCOMPARE(keys, (QStringList{u"z"_s, u"a"_s, u"m"_s, u"z"_s}));
    QCOMPARE(document->root()["z"].text(), u"1"_s);
    QCOMPARE(document->root().at(3).text(), u"2"_s);
}

void TestJson::whatIsNoWholeDocumentIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>Sign in</body></html>");
    QTest::newRow("a warning first") << QByteArray("Warning: x in y\n{\"a\":1}");
    const QByteArray whole(R"({"a": [1, {"b": "x"}], "n": null})");
    for (qsizetype length = 1; length < whole.size(); ++length)
        QTest::addRow("cut after %d bytes", int(length)) << whole.left(length);
    QTest::newRow("text behind") << QByteArray("{\"a\":1} Database failure");
    QTest::newRow("two documents") << QByteArray("{\"a\":1}{\"b\":2}");
    QTest::newRow("one bracket too many") << QByteArray("{\"a\":[1]]}");
    QTest::newRow("wrong bracket") << QByteArray("{\"a\":[1}]");
    QTest::newRow("missing comma") << QByteArray("[1 2]");
    QTest::newRow("missing value") << QByteArray("{\"a\":}");
    QTest::newRow("a bare word") << QByteArray("[truth]");
    QTest::newRow("a misspelt null") << QByteArray("{\"a\":nulL}");
    QTest::newRow("bad number") << QByteArray("[1.2.3]");
    QTest::newRow("bad UTF-8") << QByteArray("[\"\xC3\x28\"]");
    QTest::newRow("bad escape") << QByteArray("[\"\\q\"]");
    QTest::newRow("too deep") << QByteArray(2000, '[') + QByteArray(2000, ']');
}

void TestJson::whatIsNoWholeDocumentIsAnError()
{
    QFETCH(QByteArray, body);
    const auto document = JsonDocument::parse(body);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Server);
    QVERIFY(!document.error().message.isEmpty());
    QVERIFY(!document.error().remedy.isEmpty());
}

void TestJson::everyCutOfADocumentIsAnError()
{
    const QByteArray whole = R"({"data":[{"id":"1","n":-1.5e3,"ok":true,"x":null,"s":"a\"b"},[]],"meta":{"total":20}})";
    QVERIFY(JsonDocument::parse(whole).has_value());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY2(!JsonDocument::parse(whole.first(size)), whole.first(size).constData());
        QVERIFY2(!JsonDocument::parseLeading(whole.first(size)), whole.first(size).constData());
    }
}

void TestJson::textBehindTheFirstValueIsIgnoredOnRequest()
{
    const auto document = JsonDocument::parseLeading(R"({"a": "}]", "b": [{}]}Database failure. {"x": 1)");
    QVERIFY(document.has_value());
    QCOMPARE(document->root()["a"].text(), u"}]"_s);
    QCOMPARE(document->root()["b"].size(), 1);
}

void TestJson::aByteOrderMarkIsNoError()
{
    const auto document = JsonDocument::parse("\xEF\xBB\xBF{\"a\":1}");
    QVERIFY(document.has_value());
    QCOMPARE(document->root()["a"].toInteger(), 1);
}

void TestJson::recordedAnswersReadAsQtReadsThem()
{
    int compared = 0;
    for (const QString &provider : {u"mautic"_s, u"suitecrm"_s}) {
        const QDir folder(u"" SYNCLINE_SOURCE_DIR "/tests/recordings/"_s + provider);
        const auto names = folder.entryList({u"*.json"_s}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto document = JsonDocument::parse(bytes);
            QVERIFY2(document.has_value(), qPrintable(name));
            QCOMPARE(asQt(document->root()), QJsonValue(QJsonDocument::fromJson(bytes).object()));
            ++compared;
        }
    }
    QVERIFY(compared > 100);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
