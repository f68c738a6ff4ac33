#include "foundation/value.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using syncline::FieldType;
using syncline::Value;

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueSurvivesJson_data();
    void everyValueSurvivesJson();
    void plainJsonIsTakenAsItsText();
    void blankIsNotUnreadable();
    void absentPartsAreLeftOutOfGroups();
    void setsAreSortedAndWithoutDoubles();
    void peopleSeeWordsInsteadOfStructure();
    void everyFieldTypeHasAName();
};

void TestValue::everyValueSurvivesJson_data()
{
    QTest::addColumn<Value>("value");
    QTest::newRow("absent") << Value::absent();
    QTest::newRow("forbidden") << Value::forbidden();
    QTest::newRow("null") << Value::null();
    QTest::newRow("empty text") << Value::text({});
    QTest::newRow("text") << Value::text(u"Zo\u00EB"_s);
    QTest::newRow("a text that looks like a mark") << Value::text(u"{\"$\":\"absent\"}"_s);
    QTest::newRow("empty set") << Value::set({});
    QTest::newRow("set") << Value::set({u"b"_s, u"a"_s});
    QTest::newRow("list") << Value::list({{u"a@x.de"_s, u"work"_s, true}, {u"b@x.de"_s, {}, false}});
    QTest::newRow("group") << Value::group({{u"city"_s, Value::text(u"Bonn"_s)},
                                            {u"zip"_s, Value::null()},
                                            {u"tags"_s, Value::set({u"x"_s})},
                                            {u"vat"_s, Value::forbidden()}});
}

void TestValue::everyValueSurvivesJson()
{
    QFETCH(Value, value);
    const QJsonObject document{{u"v"_s, value.toJson()}};
    const auto text = QJsonDocument(document).toJson(QJsonDocument::Compact);
    QCOMPARE(Value::fromJson(QJsonDocument::fromJson(text).object()["v"_L1]), value);
}

void TestValue::plainJsonIsTakenAsItsText()
{
    QCOMPARE(Value::fromJson(true), Value::text(u"true"_s));
    QCOMPARE(Value::fromJson(42), Value::text(u"42"_s));
    QCOMPARE(Value::fromJson(1.5), Value::text(u"1.5"_s));
    QCOMPARE(Value::fromJson(QJsonArray{2, u"a"_s}), Value::set({u"2"_s, u"a"_s}));
    QCOMPARE(Value::fromJson(QJsonValue(QJsonValue::Undefined)), Value::absent());
}

void TestValue::blankIsNotUnreadable()
{
    QVERIFY(!Value::absent().isBlank());
    QVERIFY(!Value::forbidden().isBlank());
    QVERIFY(!Value::absent().isReadable());
    QVERIFY(Value::null().isBlank() && Value::null().isReadable());
    QVERIFY(Value::text({}).isBlank() && !Value::text({}).isNull());
    QVERIFY(Value::text({}) != Value::null());
}

void TestValue::absentPartsAreLeftOutOfGroups()
{
    const Value group = Value::group({{u"city"_s, Value::absent()}, {u"zip"_s, Value::text(u"1"_s)}});
    QCOMPARE(group.parts().keys(), QStringList{u"zip"_s});
    QVERIFY(group.part(u"city"_s).isAbsent());
}

void TestValue::setsAreSortedAndWithoutDoubles()
{
    QCOMPARE(Value::set({u"b"_s, u"a"_s, u"b"_s}).members(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(Value::text(u"one"_s).members(), QStringList{u"one"_s});
    QCOMPARE(Value::text({}).members(), QStringList());
}

void TestValue::peopleSeeWordsInsteadOfStructure()
{
    QCOMPARE(Value::set({u"b"_s, u"a"_s}).display(), u"a, b"_s);
    QCOMPARE(Value::group({{u"city"_s, Value::text(u"Bonn"_s)}, {u"zip"_s, Value::null()}}).display(), u"Bonn"_s);
    QCOMPARE(Value::forbidden().display(), QString());
}

void TestValue::everyFieldTypeHasAName()
{
    for (int i = int(FieldType::Text); i <= int(FieldType::Group); ++i) {
        const QString name = syncline::fieldTypeName(FieldType(i));
        QVERIFY(!name.isEmpty());
        QCOMPARE(syncline::fieldTypeFromName(name), std::optional(FieldType(i)));
    }
    QVERIFY(!syncline::fieldTypeFromName(u"money"_s));
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
