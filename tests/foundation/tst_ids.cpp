#include "foundation/ids.h"

#include <QUuid>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newIdsSortByTheirTime();
    void newIdsFollowTheStandard();
    void derivedIdsAreTheSameForTheSameText();
};

void TestIds::newIdsSortByTheirTime()
{
    const QString early = syncline::newUuid7(1'700'000'000'000ms, QByteArray(10, '\xFF'));
    const QString late = syncline::newUuid7(1'700'000'000'001ms, QByteArray(10, '\0'));
    QVERIFY(early < late);
}

void TestIds::newIdsFollowTheStandard()
{
    // The example of RFC 9562, appendix A.6.
    QCOMPARE(syncline::newUuid7(1'645'557'742'000ms, QByteArray::fromHex("0cc318c4dc0c0c07398f")),
             u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s);
    const QByteArray random = syncline::randomBytes(10);
    QCOMPARE(random.size(), 10);
    QVERIFY(random != syncline::randomBytes(10));
}

void TestIds::derivedIdsAreTheSameForTheSameText()
{
    const QString id = syncline::derivedUuid(u"mautic/17"_s);
    QCOMPARE(syncline::derivedUuid(u"mautic/17"_s), id);
    QVERIFY(syncline::derivedUuid(u"mautic/18"_s) != id);
    QCOMPARE(id.at(14), u'8');
    QVERIFY(!QUuid(id).isNull());
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
