#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// Two people who share an address were taken for one: Ann in Mautic, Ben in SuiteCRM.
struct Mistaken
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    Mistaken()
    {
        mautic.create(u"contacts"_s,
                      {{u"email"_s, u"office@example.org"_s}, {u"lastname"_s, u"Ann"_s}, {u"city"_s, u"Köln"_s}});
        suite.create(u"Contacts"_s, {{u"email1"_s, u"office@example.org"_s}, {u"last_name"_s, u"Ben"_s}});
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        workspace.sync();
    }

    QJsonArray records() const { return workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array(); }
    /// The record whose only link is in this integration.
    QString recordIn(const QString &integration) const
    {
        for (const QJsonValue &record : records()) {
            const QJsonArray links = record["links"_L1].toArray();
            if (links.size() == 1 && links.at(0)["integration"_L1].toString() == integration)
                return record["id"_L1].toString();
        }
        return {};
    }
    static QStringList sorted(const QJsonArray &records, const QString &field)
    {
        QStringList values;
        for (const QJsonValue &record : records)
            values << record[field].toString();
        values.sort();
        return values;
    }
};

} // namespace

/// A record that stands for several is taken apart, and stays apart.
class TestUnmerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoPeopleBecomeTwoRecords();
    void whatStandsForOneIsLeftAlone();
    void aMergeInTheCrmIsLetGo();
};

void TestUnmerge::twoPeopleBecomeTwoRecords()
{
    const Mistaken world;
    QCOMPARE(world.records().size(), 1);
    const QString whole = world.records().at(0)["id"_L1].toString();
    world.mautic.forgetRequests();
    world.suite.forgetRequests();
    const QJsonArray made = world.workspace.must({u"records"_s, u"unmerge"_s, whole})["records"_L1].toArray();
    QCOMPARE(made.size(), 1);
    QCOMPARE(world.records().size(), 2);
    for (const QJsonValue &record : world.records())
        QCOMPARE(record["links"_L1].toArray().size(), 1);
    QCOMPARE(shown(world.workspace.must({u"conflicts"_s, u"list"_s}).array()), u"[]"_s);

    // As long as they share the address nobody knows which of them to look for, so that nothing is made.
    const QJsonObject report = world.workspace.run({u"sync"_s}).object();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(shown(world.mautic.writes()) + shown(world.suite.writes()), u"[][]"_s);

    const QString ben = world.suite.records(u"Contacts"_s).at(0)["id"_L1].toString();
    world.workspace.must({u"records"_s, u"set"_s, world.recordIn(u"crm"_s), u"email=ben@example.org"_s});
    world.workspace.sync();
    world.workspace.sync();
    QCOMPARE(Mistaken::sorted(world.mautic.records(u"contacts"_s), u"lastname"_s), QStringList({u"Ann"_s, u"Ben"_s}));
    QCOMPARE(Mistaken::sorted(world.suite.records(u"Contacts"_s), u"last_name"_s), QStringList({u"Ann"_s, u"Ben"_s}));
    QCOMPARE(world.suite.record(u"Contacts"_s, ben).value("last_name"_L1).toString(), u"Ben"_s);
    QCOMPARE(world.suite.record(u"Contacts"_s, ben).value("email1"_L1).toString(), u"ben@example.org"_s);
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

void TestUnmerge::whatStandsForOneIsLeftAlone()
{
    const Mistaken world;
    const QString whole = world.records().at(0)["id"_L1].toString();
    world.workspace.must({u"records"_s, u"unmerge"_s, whole});
    for (const QString &id : {whole, u"nosuch"_s}) {
        const Ran ran = world.workspace.run({u"records"_s, u"unmerge"_s, id});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY(ran.error().contains(id));
    }
    QCOMPARE(world.records().size(), 2);
}

void TestUnmerge::aMergeInTheCrmIsLetGo()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    const auto create = [&](const QString &name) {
        return mautic.create(u"contacts"_s, {{u"email"_s, QString(name + u"@example.org"_s)}, {u"lastname"_s, name}})
            .value("id"_L1)
            .toVariant()
            .toString();
    };
    const QString ann = create(u"ann"_s), ben = create(u"ben"_s);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    workspace.sync();
    mautic.merge(u"contacts"_s, ann, ben);
    workspace.run({u"sync"_s, u"--full"_s});
    workspace.run({u"sync"_s, u"--full"_s});
    QCOMPARE(mautic.records(u"contacts"_s).size(), 1);
    QCOMPARE(suite.records(u"Contacts"_s).size(), 2);
    QString record;
    for (const QJsonValue &one : workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()) {
        if (one["fields"_L1]["email"_L1].toString() == "ann@example.org"_L1)
            record = one["id"_L1].toString();
    }
    QVERIFY(workspace.must({u"records"_s, u"unmerge"_s, record})["records"_L1].toArray().isEmpty());
    workspace.sync();
    workspace.sync();
    QCOMPARE(Mistaken::sorted(mautic.records(u"contacts"_s), u"email"_s),
             QStringList({u"ann@example.org"_s, u"ben@example.org"_s}));
    QCOMPARE(suite.records(u"Contacts"_s).size(), 2);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestUnmerge)
#include "tst_unmerge.moc"
