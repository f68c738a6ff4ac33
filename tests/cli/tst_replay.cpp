#include "support/program.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// Two CRMs with people that overlap and disagree.
struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"40"_s, u"--seed"_s, u"7"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    World()
    {
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
    }
    QString sync(const QStringList &options = {}) const
    {
        return workspace.run(QStringList{u"sync"_s} + options).object().value("run"_L1).toString();
    }
    QJsonObject replay(const QString &run) const { return workspace.must({u"replay"_s, run}).object(); }
    int operations(const QString &run) const
    {
        return int(workspace.must({u"runs"_s, u"show"_s, run})["operations"_L1].toArray().size());
    }
    void editSomebody() const
    {
        const QString id = mautic.records(u"contacts"_s).at(0)["id"_L1].toVariant().toString();
        mautic.edit(u"contacts"_s, id, {{u"position"_s, u"Zookeeper"_s}});
    }
    /// Changes what is kept of the inputs, as nothing in the program does.
    void falsify(const QString &statement) const
    {
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"falsify"_s);
            database.setDatabaseName(workspace.file());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(statement));
            QVERIFY(query.numRowsAffected() > 0);
        }
        QSqlDatabase::removeDatabase(u"falsify"_s);
    }
};

} // namespace

/// The plan of a run is made again from what it was made from, whatever has become of the records since.
class TestReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfRunComesToTheSamePlan();
    void nothingIsAskedAndNothingChanged();
    void anotherPlanIsToldWithItsDifferences();
    void aRunWithoutAPlanOfItsOwnIsRefused_data();
    void aRunWithoutAPlanOfItsOwnIsRefused();
    void inputsThatAreTooOldAreForgotten();
};

void TestReplay::everyKindOfRunComesToTheSamePlan()
{
    const World world;
    const QString preview = world.sync({u"--dry-run"_s});
    const QString first = world.sync();
    world.editSomebody();
    const QString second = world.sync();
    const QString record = world.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()[0]["id"_L1].toString();
    world.workspace.must({u"records"_s, u"set"_s, record, u"job_title=Boss"_s});
    const QString chosen = world.workspace.run({u"records"_s, u"sync"_s, record}).object()["run"_L1].toString();
    const QString nothing = world.sync({u"--full"_s});
    world.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"conflict=last_write_wins"_s});
    world.workspace.must({u"integration"_s, u"pause"_s, u"crm"_s});
    for (const QString &run : {preview, first, second, chosen, nothing}) {
        const QJsonObject replayed = world.replay(run);
        QVERIFY2(replayed["same"_L1].toBool(), qPrintable(shown(replayed)));
        QCOMPARE(replayed["operations"_L1].toInt(), world.operations(run));
        QCOMPARE(shown(replayed["differences"_L1]), u"[]"_s);
    }
    QVERIFY(world.operations(first) > 40);
    QVERIFY(world.operations(second) > 0);
}

void TestReplay::nothingIsAskedAndNothingChanged()
{
    const World world;
    const QString run = world.sync();
    const QJsonArray before = world.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array();
    const QJsonArray runs = world.workspace.must({u"runs"_s, u"list"_s}).array();
    world.mautic.forgetRequests();
    world.suite.forgetRequests();
    world.replay(run);
    QCOMPARE(world.mautic.requestCount() + world.suite.requestCount(), 0);
    QCOMPARE(world.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array(), before);
    QCOMPARE(world.workspace.must({u"runs"_s, u"list"_s}).array(), runs);
}

void TestReplay::anotherPlanIsToldWithItsDifferences()
{
    const World world;
    world.sync();
    world.editSomebody();
    const QString run = world.sync();
    world.falsify(u"UPDATE replay_links SET document = replace(document, 'Zookeeper', 'Gardener')"_s);
    const Ran ran = world.workspace.run({u"replay"_s, run});
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.object()["same"_L1].toBool(), false);
    const QJsonValue difference = ran.object()["differences"_L1][0];
    QCOMPARE(difference["planned"_L1]["fields"_L1]["job_title"_L1]["after"_L1].toString(), u"Zookeeper"_s);
    QCOMPARE(difference["replayed"_L1]["fields"_L1]["job_title"_L1]["after"_L1].toString(), u"Gardener"_s);
    const QString text = world.workspace.text({u"replay"_s, run});
    QVERIFY2(text.contains("another plan"_L1) && text.contains("Gardener"_L1), qPrintable(text));
}

void TestReplay::aRunWithoutAPlanOfItsOwnIsRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("no run") << u"nosuch"_s;
    QTest::newRow("an undo") << u"undo"_s;
}

void TestReplay::aRunWithoutAPlanOfItsOwnIsRefused()
{
    QFETCH(QString, kind);
    const World world;
    QString run = world.sync();
    if (kind == "undo"_L1)
        run = world.workspace.run({u"runs"_s, u"undo"_s, run}).object()["run"_L1].toString();
    else
        run = kind;
    const Ran ran = world.workspace.run({u"replay"_s, run});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.error().contains(run), qPrintable(ran.error()));
}

void TestReplay::inputsThatAreTooOldAreForgotten()
{
    const World world;
    const QString old = world.sync();
    world.falsify(u"UPDATE replay_parts SET at = at - 31 * 86400"_s);
    world.editSomebody();
    const QString run = world.sync();
    QCOMPARE(world.workspace.run({u"replay"_s, old}).exitCode, 2);
    QVERIFY(world.replay(run)["same"_L1].toBool());
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
