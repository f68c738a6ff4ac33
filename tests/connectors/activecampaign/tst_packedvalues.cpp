#include "connectors/activecampaign/packedvalues.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors::activecampaign;

class TestPackedValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyValueComesBack();
    void theLaterOfTwoCounts();
};

void TestPackedValues::everyValueComesBack()
{
    PackedValues values;
    values.put(u"7"_s, u"field_1"_s, Value::text(u"Größe 😀"_s));
    values.put(u"3"_s, u"field_2"_s, Value::set({u"b"_s, u"a, c"_s}));
    values.put(u"7"_s, u"field_2"_s, Value::null());
    values.put(u"7"_s, u"field_3"_s, Value::text(QString()));
    values.seal();
    QCOMPARE(values.value(u"7"_s, u"field_1"_s), Value::text(u"Größe 😀"_s));
    QCOMPARE(values.value(u"3"_s, u"field_2"_s), Value::set({u"a, c"_s, u"b"_s}));
    QCOMPARE(values.value(u"7"_s, u"field_2"_s), Value::null());
    QCOMPARE(values.value(u"7"_s, u"field_3"_s), Value::text(QString()));
    QCOMPARE(values.value(u"3"_s, u"field_1"_s), Value::null());
    QCOMPARE(values.value(u"7"_s, u"field_9"_s), Value::null());
}

void TestPackedValues::theLaterOfTwoCounts()
{
    PackedValues values;
    values.put(u"7"_s, u"field_1"_s, Value::text(u"old"_s));
    values.put(u"7"_s, u"field_1"_s, Value::text(u"new"_s));
    values.seal();
    QCOMPARE(values.value(u"7"_s, u"field_1"_s).text(), u"new"_s);
}

QTEST_GUILESS_MAIN(TestPackedValues)
#include "tst_packedvalues.moc"
