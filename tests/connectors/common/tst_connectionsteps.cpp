#include "connectors/common/connectionsteps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;

namespace {

/// "address ok, certificate failed"
QString told(const TestReport &report)
{
    QStringList steps;
    for (const TestStep &step : report.steps)
        steps.append(step.step + (step.ok ? u" ok"_s : u" failed"_s));
    return steps.join(u", "_s);
}

Error networkError(const QString &message)
{
    return {ErrorKind::Network, message, u"What to do."_s, {}, {}, false};
}

} // namespace

/// At which step of a connection test a person is told to look.
class TestConnectionSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificateStopsAtItsOwnStep_data();
    void certificateStopsAtItsOwnStep();
    void anotherServerIsNamedAsSuch();
};

void TestConnectionSteps::certificateStopsAtItsOwnStep_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");

    const QString atCertificate = u"address ok, certificate failed"_s;
    QTest::newRow("English") << u"The certificate of crm.example has expired."_s << atCertificate;
    QTest::newRow("German") << u"Das Zertifikat von crm.example ist abgelaufen."_s << atCertificate;
    QTest::newRow("no host") << u"There is no host named crm.example."_s << u"address failed"_s;
}

void TestConnectionSteps::certificateStopsAtItsOwnStep()
{
    QFETCH(QString, message);
    QFETCH(QString, expected);

    ConnectionSteps steps(u"Mautic"_s, u"crm.example"_s, true);
    QVERIFY(!steps.unreached(networkError(message)));
    QCOMPARE(told(steps.report), expected);
    QCOMPARE(steps.report.steps.last().message, message);
    QCOMPARE(steps.report.steps.last().remedy, u"What to do."_s);
}

void TestConnectionSteps::anotherServerIsNamedAsSuch()
{
    ConnectionSteps steps(u"Mautic"_s, u"crm.example"_s, true);
    QVERIFY(!steps.isSomethingElse({ErrorKind::Server, u"Status 200"_s, {}, {}, {}, false}, u"Enter another."_s));
    QCOMPARE(told(steps.report), u"address failed"_s);
    QVERIFY(steps.report.steps.last().message.contains("crm.example"_L1));
    QVERIFY(steps.report.steps.last().message.contains("Mautic"_L1));
    QCOMPARE(steps.report.steps.last().remedy, u"Enter another."_s);
}

QTEST_GUILESS_MAIN(TestConnectionSteps)
#include "tst_connectionsteps.moc"
