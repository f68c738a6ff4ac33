#include "connectors/common/wirevalues.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace syncline::connectors;

/// Times as CRMs spell them.
class TestWireValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySpellingOfATimeIsOneInstant_data();
    void everySpellingOfATimeIsOneInstant();
    void whatIsNoTimeIsNone_data();
    void whatIsNoTimeIsNone();
    void timesAreWrittenAsTheyAreRead();
};

void TestWireValues::everySpellingOfATimeIsOneInstant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const auto row = [](const QString &text, const QString &utc) {
        QTest::addRow("%s", qPrintable(text)) << text << utc;
    };
    row(u"2026-11-24T03:00:22+00:00"_s, u"2026-11-24T03:00:22Z"_s);
    row(u"2026-11-24T03:00:22Z"_s, u"2026-11-24T03:00:22Z"_s);
    row(u"2026-11-24 03:00:22"_s, u"2026-11-24T03:00:22Z"_s);
    row(u" 2026-11-24 03:00:22 "_s, u"2026-11-24T03:00:22Z"_s);
    row(u"2026-11-24"_s, u"2026-11-24T00:00:00Z"_s);
    row(u"2026-11-24T03:00"_s, u"2026-11-24T03:00:00Z"_s);
    row(u"2026-03-02T21:15:00-06:00"_s, u"2026-03-03T03:15:00Z"_s);
    row(u"2026-01-01T00:30:00+05:30"_s, u"2025-12-31T19:00:00Z"_s);
    row(u"2024-02-29T23:59:59-00:30"_s, u"2024-03-01T00:29:59Z"_s);
    row(u"1900-03-01T00:00:00+0100"_s, u"1900-02-28T23:00:00Z"_s);
    row(u"2026-11-24T03:00:22.500Z"_s, u"2026-11-24T03:00:22Z"_s);
    row(u"2026-11-24T24:00:00Z"_s, u"2026-11-25T00:00:00Z"_s);
}

void TestWireValues::everySpellingOfATimeIsOneInstant()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto time = instant(text);
    QVERIFY(time);
    QCOMPARE(isoInstant(*time), utc);
}

void TestWireValues::whatIsNoTimeIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "0000-00-00 00:00:00", "0000-00-00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
          "2026-11-24T25:00:00Z", "2026-11-24T03:60:00Z", "2026-11-24T03:00:61Z", "2026-1x-24T03:00:00Z", "tomorrow"})
        QTest::addRow("%s", text) << QString::fromLatin1(text);
}

void TestWireValues::whatIsNoTimeIsNone()
{
    QFETCH(QString, text);
    QVERIFY2(!instant(text), qPrintable(text));
}

/// From the year 1 to 9999, in steps that meet every hour, day and month; held against Qt's calendar.
void TestWireValues::timesAreWrittenAsTheyAreRead()
{
    const qint64 first = QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    const qint64 last = QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC).toSecsSinceEpoch();
    for (qint64 at = first; at <= last; at += 8'675'309) {
        const QString text = isoInstant(std::chrono::seconds(at));
        QCOMPARE(text, QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate));
        QCOMPARE(instant(text), std::chrono::seconds(at));
    }
}

QTEST_GUILESS_MAIN(TestWireValues)
#include "tst_wirevalues.moc"
