#include "core/services/dashboard.h"
#include "core/services/integrations.h"
#include "support/livesession.h"
#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;

namespace {

struct Office
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    LiveSession live{workspace.file()};

    void add(const QString &email, const QString &title = {}) const
    {
        mautic.create(u"contacts"_s,
                      {{u"email"_s, email}, {u"lastname"_s, email.section(u'@', 0, 0)}, {u"position"_s, title}});
    }
    void connectBoth() const
    {
        const QStringList people{u"contact"_s, u"company"_s};
        workspace.connect(u"marketing"_s, mautic, people);
        workspace.connect(u"crm"_s, suite, people);
    }
    core::DashboardSnapshot look()
    {
        const auto session = live.open();
        return must(core::Dashboard(*session).snapshot());
    }
};

int sumOf(const QList<core::Share> &shares)
{
    int sum = 0;
    for (const core::Share &share : shares)
        sum += share.count;
    return sum;
}

/// The three lists and the four numbers say the same.
void compareSums(const core::Totals &totals)
{
    QCOMPARE(sumOf(totals.inSyncBy), totals.inSync);
    QCOMPARE(sumOf(totals.leftOutWhy), totals.leftOut);
    QCOMPARE(sumOf(totals.failingWhy), totals.failing);
    QCOMPARE(totals.inSync + totals.waiting + totals.leftOut + totals.failing, totals.all());
}

} // namespace

/// The dashboard's numbers are those of the command line and of the CRMs.
class TestDashboardService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyWorkspaceHasNothing();
    void whatWasOnlyPreviewedIsNotInSync();
    void everyRecordIsCountedOnce();
    void aLaterRunThatSeesLittleChangesNoTotal();
    void whatFailedIsNamedUntilItIsCured();
    void aSystemThatRefusesTheSignInSaysSo();
    void aFieldThatIsGoneIsNamed();
};

void TestDashboardService::anEmptyWorkspaceHasNothing()
{
    Office office;
    const auto snapshot = office.look();
    QCOMPARE(snapshot.totals.all(), 0);
    QCOMPARE(snapshot.systems.size(), 0);
    QVERIFY(!snapshot.mapped);
    QCOMPARE(snapshot.runs.size(), 0);
}

void TestDashboardService::whatWasOnlyPreviewedIsNotInSync()
{
    Office office;
    office.add(u"ada@example.org"_s);
    office.connectBoth();
    office.workspace.sync({u"--dry-run"_s});
    const auto snapshot = office.look();
    QCOMPARE(snapshot.totals.inSync, 0);
    QCOMPARE(snapshot.totals.all(), 1);
    QVERIFY(!snapshot.openPreview.isEmpty());
    QCOMPARE(snapshot.runs.size(), 0); // a preview is no run
    compareSums(snapshot.totals);
}

void TestDashboardService::everyRecordIsCountedOnce()
{
    Office office;
    for (const QString &name : {u"ada"_s, u"bea"_s, u"cleo"_s, u"dora"_s})
        office.add(name + u"@example.org"_s, u"Clerk"_s);
    office.connectBoth();
    office.workspace.sync();
    office.workspace.sync();
    // A conflict in one record, a possible duplicate, and one kept apart.
    const QString adaThere = office.suite.records(u"Contacts"_s).at(0)["id"_L1].toString();
    const QString email = office.suite.record(u"Contacts"_s, adaThere)[u"email1"_s].toString();
    for (const QJsonValue &contact : office.mautic.records(u"contacts"_s)) {
        if (contact["email"_L1].toString() == email)
            office.mautic.edit(u"contacts"_s, contact["id"_L1].toVariant().toString(), {{u"position"_s, u"Manager"_s}});
    }
    office.suite.edit(u"Contacts"_s, adaThere, {{u"title"_s, u"Chief"_s}});
    office.add(u"eve@example.org"_s);
    office.add(u"eve@example.org"_s);
    office.workspace.sync();
    const auto snapshot = office.look();
    const core::Totals &totals = snapshot.totals;
    compareSums(totals);
    QCOMPARE(totals.all(), 6);
    QCOMPARE(totals.inSync, 3);
    QCOMPARE(totals.waiting, 3);
    QCOMPARE(snapshot.waiting.conflicts, 1);
    QCOMPARE(snapshot.waiting.duplicates, 2);
    // The command line says the same.
    const QJsonObject status = office.workspace.must({u"status"_s}).object();
    int waiting = 0;
    const QJsonObject kinds = status.value("waiting"_L1).toObject();
    for (const QJsonValue &count : kinds)
        waiting += count.toInt();
    QCOMPARE(snapshot.waiting.all(), waiting);
    QCOMPARE(office.workspace.must({u"duplicates"_s, u"list"_s}).array().size(), 2);

    const QString twin = office.workspace.must({u"duplicates"_s, u"list"_s}).array().at(1)["id"_L1].toString();
    office.workspace.must({u"duplicates"_s, u"apart"_s, twin});
    office.workspace.sync();
    const core::Totals apart = office.look().totals;
    compareSums(apart);
    QCOMPARE(apart.all(), 6);
    QCOMPARE(apart.leftOut, 1);
}

void TestDashboardService::aLaterRunThatSeesLittleChangesNoTotal()
{
    Office office;
    for (const QString &name : {u"ada"_s, u"bea"_s, u"cleo"_s})
        office.add(name + u"@example.org"_s);
    office.connectBoth();
    office.workspace.sync();
    office.workspace.sync();
    const auto before = office.look();
    QCOMPARE(before.totals.inSync, 3);
    office.add(u"dora@example.org"_s);
    office.workspace.sync();
    const auto after = office.look();
    QCOMPARE(after.totals.inSync, 4);
    QVERIFY(after.runs.first().written > 0);
    QCOMPARE(after.runs.first().status, u"done"_s);
    QVERIFY(!after.recent.isEmpty());
    QCOMPARE(after.recent.first().record, u"dora"_s);
    QCOMPARE(after.systems.size(), 2);
    for (const core::SystemHealth &system : after.systems) {
        QCOMPARE(system.state, core::HealthState::Healthy);
        QVERIFY(system.lastSync.has_value());
    }
}

void TestDashboardService::whatFailedIsNamedUntilItIsCured()
{
    Office office;
    office.add(u"ada@example.org"_s);
    office.add(u"bea@example.org"_s);
    office.connectBoth();
    office.suite.configure({{u"read_only"_s, QJsonArray{u"Contacts"_s}}});
    office.workspace.run({u"sync"_s});
    const core::Totals failing = office.look().totals;
    compareSums(failing);
    QCOMPARE(failing.all(), 2);
    QCOMPARE(failing.failing, 2);
    QVERIFY(failing.failingWhy.first().text.startsWith(u"crm: "_s));
    office.suite.configure({{u"read_only"_s, QJsonArray()}});
    office.workspace.sync();
    const core::Totals cured = office.look().totals;
    QCOMPARE(cured.failing, 0);
    QCOMPARE(cured.inSync, 2);
}

void TestDashboardService::aSystemThatRefusesTheSignInSaysSo()
{
    Office office;
    office.add(u"ada@example.org"_s);
    office.connectBoth();
    office.workspace.sync();
    office.suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    office.workspace.run({u"sync"_s});
    const auto snapshot = office.look();
    QCOMPARE(brokenSystems(snapshot.systems), 1);
    for (const core::SystemHealth &system : snapshot.systems) {
        if (system.name != "crm"_L1)
            continue;
        QCOMPARE(system.state, core::HealthState::Down);
        QVERIFY(!system.message.isEmpty());
    }
    QCOMPARE(snapshot.totals.inSync, 1);
}

void TestDashboardService::aFieldThatIsGoneIsNamed()
{
    Office office;
    office.connectBoth();
    QVERIFY(office.look().drift.isEmpty());
    const QJsonObject fields =
        office.mautic.call("GET", u"/api/fields/contact?limit=200"_s, {})["fields"_L1].toObject();
    for (const QJsonValue &field : fields) {
        if (field["alias"_L1].toString() == "position"_L1)
            office.mautic.call("PATCH", u"/api/fields/contact/%1/edit"_s.arg(field["id"_L1].toInt()),
                               {{u"isPublished"_s, false}});
    }
    const auto session = office.live.open();
    QVERIFY(core::Integrations(*session).describe(u"marketing"_s, {}, {}));
    const QList<core::Drift> drift = office.look().drift;
    QCOMPARE(drift.size(), 1);
    QCOMPARE(drift.first().system, u"marketing"_s);
    QCOMPARE(drift.first().fields, QStringList{u"position"_s});
}

QTEST_GUILESS_MAIN(TestDashboardService)
#include "tst_dashboardservice.moc"
