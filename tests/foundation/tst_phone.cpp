#include "foundation/phone.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreReadInTheirRegion_data();
    void numbersAreReadInTheirRegion();
};

void TestPhone::numbersAreReadInTheirRegion_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("expected"); // "": cannot tell
    QTest::addColumn<bool>("valid");
    QTest::newRow("international") << u"+44 20 7123 4567"_s << QString() << u"+442071234567"_s << true;
    QTest::newRow("international beats the region") << u"+44 20 7123 4567"_s << u"DE"_s << u"+442071234567"_s << true;
    QTest::newRow("national") << u"(030) 123-456"_s << u"DE"_s << u"+4930123456"_s << true;
    QTest::newRow("region in lower case") << u"030 123456"_s << u"de"_s << u"+4930123456"_s << true;
    QTest::newRow("extension") << u"+49 30 123456 ext. 12"_s << QString() << u"+4930123456;ext=12"_s << true;
    QTest::newRow("possible, but given to nobody") << u"+1 555 000 0000"_s << QString() << u"+15550000000"_s << false;
    QTest::newRow("national without region") << u"030 123456"_s << QString() << QString() << false;
    QTest::newRow("unknown region") << u"030 123456"_s << u"XX"_s << QString() << false;
    QTest::newRow("too short") << u"+49 1"_s << QString() << QString() << false;
    QTest::newRow("words") << u"ask at the desk"_s << u"DE"_s << QString() << false;
    QTest::newRow("nothing") << QString() << u"DE"_s << QString() << false;
}

void TestPhone::numbersAreReadInTheirRegion()
{
    QFETCH(QString, text);
    QFETCH(QString, region);
    QFETCH(QString, expected);
    QFETCH(bool, valid);
    QCOMPARE(syncline::toE164(text, region).value_or(QString()), expected);
    QCOMPARE(syncline::isValidPhone(text, region), valid);
}

QTEST_GUILESS_MAIN(TestPhone)
#include "tst_phone.moc"
