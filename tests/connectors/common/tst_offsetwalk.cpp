#include "connectors/common/offsetwalk.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace syncline::connectors;

namespace {

/// A list on a server, paged by offset while people work on it.
struct Server
{
    QStringList rows;
    int mostPerPage = 1000;
    int requests = 0;

    explicit Server(int count)
    {
        for (int i = 1; i <= count; ++i)
            rows.append(QString::number(i));
    }
    QStringList page(int offset, int limit)
    {
        ++requests;
        return rows.mid(offset, std::min(limit, mostPerPage));
    }
};

struct Walked
{
    QStringList ids; ///< as they came, each once
    bool isWhole = false;
};

Walked walk(Server &server, int pageSize, const std::function<void(int request)> &meanwhile = {},
            bool tellsTotal = true)
{
    OffsetWalk walk(pageSize);
    Walked walked;
    while (!walk.isOver() && server.requests < 200) {
        const QStringList page = server.page(walk.offset(), walk.limit());
        for (const qsizetype at :
             walk.take(page, tellsTotal ? std::optional<qint64>(server.rows.size()) : std::nullopt))
            walked.ids.append(page[at]);
        if (meanwhile)
            meanwhile(server.requests);
    }
    walked.isWhole = walk.isWhole();
    return walked;
}

} // namespace

/// Lists that can only be paged by offset, under people's hands.
class TestOffsetWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowComesOnce_data();
    void everyRowComesOnce();
    void deletesInFrontHideNoRow();
    void insertsInFrontBringNoRowTwice();
    void aWholePageThatIsDeletedHidesNoRow();
    void aRowThatMovesForwardIsFoundInASecondPass();
    void aServerThatGivesFewerRowsThanAskedIsReadToItsEnd();
    void aCountThatIsNeverReachedIsNoWholeList();
    void aServerThatIgnoresTheOffsetIsReadOnce();
    void aResumedWalkReadsNothingTwiceButItsLastRow();
    void aResumedWalkStepsBackOverRowsThatWent();
};

void TestOffsetWalk::everyRowComesOnce_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("tellsTotal");
    for (const int rows : {0, 1, 9, 10, 11, 19, 20, 95}) {
        QTest::addRow("%d rows", rows) << rows << true;
        QTest::addRow("%d rows without a count", rows) << rows << false;
    }
}

void TestOffsetWalk::everyRowComesOnce()
{
    QFETCH(int, rows);
    QFETCH(bool, tellsTotal);
    Server server(rows);
    const Walked walked = walk(server, 10, {}, tellsTotal);
    QCOMPARE(walked.ids, server.rows);
    QVERIFY(walked.isWhole);
    QVERIFY(server.requests <= rows / 9 + 1);
}

void TestOffsetWalk::deletesInFrontHideNoRow()
{
    Server server(60);
    const QStringList all = server.rows;
    const Walked walked = walk(server, 10, [&](int request) {
        if (request == 2)
            server.rows = server.rows.mid(7); // rows 1 to 7: the next page begins seven rows further on
    });
    QCOMPARE(QSet<QString>(walked.ids.begin(), walked.ids.end()), QSet<QString>(all.begin(), all.end()));
    QCOMPARE(walked.ids.size(), all.size());
    QVERIFY(walked.isWhole);
}

void TestOffsetWalk::insertsInFrontBringNoRowTwice()
{
    Server server(60);
    const QStringList all = server.rows;
    const Walked walked = walk(server, 10, [&](int request) {
        if (request == 2) {
            for (int i = 101; i < 104; ++i)
                server.rows.prepend(QString::number(i));
        }
    });
    QCOMPARE(walked.ids.mid(0, 60), all);
    QCOMPARE(walked.ids.size(), 63); // the new ones were missed by the first pass, as the count told
    QVERIFY(walked.isWhole);
}

void TestOffsetWalk::aWholePageThatIsDeletedHidesNoRow()
{
    Server server(60);
    const Walked walked = walk(server, 10, [&](int request) {
        if (request == 3)
            server.rows = server.rows.mid(0, 15) + server.rows.mid(30);
    });
    for (const QString &row : server.rows)
        QVERIFY2(walked.ids.contains(row), qPrintable(row));
    QVERIFY(walked.isWhole);
}

void TestOffsetWalk::aRowThatMovesForwardIsFoundInASecondPass()
{
    Server server(40);
    const Walked walked = walk(server, 10, [&](int request) {
        if (request == 2)
            server.rows.move(35, 0);
    });
    QCOMPARE(walked.ids.size(), 40);
    QCOMPARE(walked.ids.last(), u"36"_s);
    QVERIFY(walked.isWhole);
}

void TestOffsetWalk::aServerThatGivesFewerRowsThanAskedIsReadToItsEnd()
{
    Server server(55);
    server.mostPerPage = 20;
    const Walked walked = walk(server, 100);
    QCOMPARE(walked.ids, server.rows);
    QVERIFY(walked.isWhole);
}

void TestOffsetWalk::aServerThatIgnoresTheOffsetIsReadOnce()
{
    for (const bool tellsTotal : {true, false}) {
        Server server(30);
        const QStringList all = server.rows;
        OffsetWalk walk(10);
        QStringList ids;
        int requests = 0;
        for (; !walk.isOver() && requests < 20; ++requests) {
            for (const qsizetype at : walk.take(all, tellsTotal ? std::optional<qint64>(all.size()) : std::nullopt))
                ids.append(all[at]);
        }
        QCOMPARE(ids, all);
        QCOMPARE(requests, 2);
        QVERIFY(walk.isWhole());
    }
}

void TestOffsetWalk::aCountThatIsNeverReachedIsNoWholeList()
{
    OffsetWalk walk(10);
    for (int i = 0; i < 200 && !walk.isOver(); ++i)
        walk.take(walk.offset() == 0 ? QStringList{u"1"_s, u"2"_s} : QStringList(), 5);
    QVERIFY(walk.isOver());
    QVERIFY(!walk.isWhole());
}

void TestOffsetWalk::aResumedWalkReadsNothingTwiceButItsLastRow()
{
    Server server(40);
    OffsetWalk walk(10);
    walk.resume(u"20"_s, 20);
    QStringList ids;
    while (!walk.isOver() && server.requests < 20) {
        const QStringList page = server.page(walk.offset(), walk.limit());
        for (const qsizetype at : walk.take(page, server.rows.size()))
            ids.append(page[at]);
    }
    QCOMPARE(ids, server.rows.mid(19));
    QCOMPARE(server.requests, 3);
    QVERIFY(walk.isWhole());
}

void TestOffsetWalk::aResumedWalkStepsBackOverRowsThatWent()
{
    Server server(40);
    server.rows = server.rows.mid(5); // deleted between the two halves
    OffsetWalk walk(10);
    walk.resume(u"20"_s, 20);
    QStringList ids;
    while (!walk.isOver() && server.requests < 20) {
        const QStringList page = server.page(walk.offset(), walk.limit());
        for (const qsizetype at : walk.take(page, server.rows.size()))
            ids.append(page[at]);
    }
    for (int row = 21; row <= 40; ++row)
        QVERIFY2(ids.contains(QString::number(row)), qPrintable(QString::number(row)));
    QVERIFY(walk.isWhole());
}

QTEST_GUILESS_MAIN(TestOffsetWalk)
#include "tst_offsetwalk.moc"
