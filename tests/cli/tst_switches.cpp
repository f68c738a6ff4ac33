#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

struct Connected
{
    SandboxProgram program{{u"mautic"_s}};
    StandIn mautic = program.standIns().value(0);
    Workspace workspace;

    Connected()
    {
        mautic.create(u"contacts"_s, {{u"email"_s, u"ada@example.org"_s}, {u"lastname"_s, u"Ada"_s}});
        workspace.connect(u"marketing"_s, mautic, {u"contact"_s});
    }
    void set(const QString &setting) const { workspace.must({u"integration"_s, u"set"_s, u"marketing"_s, setting}); }
    void failOnce() const
    {
        mautic.fault({{u"kind"_s, u"503"_s}, {u"next"_s, 1}, {u"count"_s, 1}, {u"path_contains"_s, u"contacts"_s}});
    }
    int fieldLists() const
    {
        int count = 0;
        for (const QJsonValue &request : mautic.requests())
            count += request["path"_L1].toString().contains("/fields/"_L1) ? 1 : 0;
        return count;
    }
};

} // namespace

/// Switches of an integration that hold from the next run on, without a restart (C16).
class TestSwitches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFailsForAMomentIsTriedAgainUnlessSwitchedOff();
    void theFieldListIsKeptUnlessSwitchedOff();
    void aPausedIntegrationIsLeftAlone();
};

void TestSwitches::whatFailsForAMomentIsTriedAgainUnlessSwitchedOff()
{
    const Connected world;
    world.failOnce();
    world.workspace.sync();
    world.set(u"retry=false"_s);
    world.failOnce();
    QVERIFY(world.workspace.run({u"sync"_s}).exitCode != 0);
    world.set(u"retry=true"_s);
    world.failOnce();
    world.workspace.sync();
}

void TestSwitches::theFieldListIsKeptUnlessSwitchedOff()
{
    const Connected world;
    world.workspace.sync();
    world.mautic.forgetRequests();
    world.workspace.sync();
    const int kept = world.fieldLists();
    world.set(u"cache=false"_s);
    world.mautic.forgetRequests();
    world.workspace.sync();
    QVERIFY2(world.fieldLists() > kept, qPrintable(QString::number(kept)));
}

void TestSwitches::aPausedIntegrationIsLeftAlone()
{
    const Connected world;
    world.workspace.must({u"integration"_s, u"pause"_s, u"marketing"_s});
    world.mautic.forgetRequests();
    world.workspace.run({u"sync"_s});
    QCOMPARE(world.mautic.requestCount(), 0);
    world.workspace.must({u"integration"_s, u"resume"_s, u"marketing"_s});
    world.workspace.sync();
    QVERIFY(world.mautic.requestCount() > 0);
}

QTEST_GUILESS_MAIN(TestSwitches)
#include "tst_switches.moc"
