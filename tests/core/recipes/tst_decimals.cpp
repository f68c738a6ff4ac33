#include "core/recipes/decimals.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::core;

/// Exact arithmetic: what a recipe adds up is money.
class TestDecimals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void calculates_data();
    void calculates();
    void rounds_data();
    void rounds();
    void refusesWhatIsNoNumber();
};

void TestDecimals::calculates_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("sum");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("product");
    QTest::newRow("tenths") << u"0.1"_s << u"0.2"_s << u"0.3"_s << u"-0.1"_s << u"0.02"_s;
    QTest::newRow("leading zeros") << u"010"_s << u"08"_s << u"18"_s << u"2"_s << u"80"_s;
    QTest::newRow("nineteen digits") << u"9007199254740993.01"_s << u"1"_s << u"9007199254740994.01"_s
                                     << u"9007199254740992.01"_s << u"9007199254740993.01"_s;
    QTest::newRow("negative") << u"-5.50"_s << u"5.5"_s << u"0"_s << u"-11"_s << u"-30.25"_s;
    QTest::newRow("loyalty") << u"1200.50"_s << u"0.02"_s << u"1200.52"_s << u"1200.48"_s << u"24.01"_s;
}

void TestDecimals::calculates()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(sumOf(a, b).value_or(u"none"_s), "sum");
    QTEST(differenceOf(a, b).value_or(u"none"_s), "difference");
    QTEST(productOf(a, b).value_or(u"none"_s), "product");
}

void TestDecimals::rounds_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("down");
    QTest::addColumn<QString>("halfUp");
    QTest::newRow("down") << u"24.01"_s << 0 << u"24"_s << u"24"_s;
    QTest::newRow("half") << u"0.125"_s << 2 << u"0.12"_s << u"0.13"_s;
    QTest::newRow("negative") << u"-1.5"_s << 0 << u"-2"_s << u"-2"_s;
    QTest::newRow("nothing to round") << u"7.10"_s << 2 << u"7.1"_s << u"7.1"_s;
}

void TestDecimals::rounds()
{
    QFETCH(QString, number);
    QFETCH(int, places);
    QTEST(rounded(number, Rounding::Down, places).value_or(u"none"_s), "down");
    QTEST(rounded(number, Rounding::HalfUp, places).value_or(u"none"_s), "halfUp");
}

void TestDecimals::refusesWhatIsNoNumber()
{
    QVERIFY(!sumOf(u"1"_s, u"many"_s));
    QVERIFY(!productOf(QString(), u"1"_s));
    QVERIFY(!sumOf(QString(200, u'9'), u"1"_s));
    QVERIFY(!rounded(u"1,5"_s, Rounding::None, 0));
}

QTEST_GUILESS_MAIN(TestDecimals)
#include "tst_decimals.moc"
