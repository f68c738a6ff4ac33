#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// One person known to both CRMs, in step.
struct Pair
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    QString mauticId, suiteId;

    Pair()
    {
        mautic.create(u"contacts"_s,
                      {{u"email"_s, u"ada@example.org"_s}, {u"lastname"_s, u"Ada"_s}, {u"position"_s, u"Clerk"_s}});
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        workspace.sync();
        workspace.sync();
        // Asked while there is one person: a list comes in the order of its ids, and those are drawn by lot.
        mauticId = idIn(mautic.records(u"contacts"_s));
        suiteId = idIn(suite.records(u"Contacts"_s));
    }

    QStringList titles() const
    {
        return {mautic.record(u"contacts"_s, mauticId)[u"position"_s].toString(),
                suite.record(u"Contacts"_s, suiteId)[u"title"_s].toString()};
    }
    void setTitles(const QString &inMautic, const QString &inSuite) const
    {
        mautic.edit(u"contacts"_s, mauticId, {{u"position"_s, inMautic}});
        suite.edit(u"Contacts"_s, suiteId, {{u"title"_s, inSuite}});
    }
    QString record() const
    {
        return workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().at(0)["id"_L1].toString();
    }
    QString firstOf(const QString &list) const
    {
        return workspace.must({list, u"list"_s}).array().at(0)["id"_L1].toString();
    }
    void forgetRequests() const
    {
        mautic.forgetRequests();
        suite.forgetRequests();
    }

private:
    static QString idIn(const QJsonArray &records) { return records.at(0)["id"_L1].toVariant().toString(); }
};

} // namespace

/// What a person says on the command line is what the CRMs then hold.
class TestDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConflictIsSettledAsSaid_data();
    void aConflictIsSettledAsSaid();
    void aWrongIdAmongSeveralDecidesNothing();
    void twinsAreLinkedOrKeptApartAsSaid();
    void numbersThatAreEqualAreNoConflict();
    void aPausedIntegrationIsNotAsked();
    void whatHappenedWhileACrmWasAwayReachesItLater_data();
    void whatHappenedWhileACrmWasAwayReachesItLater();
    void syncingOneRecordTouchesNoOther();
    void aStoredPlanTakesNoOtherOptions();
    void aGuardStopsTheRunUntilAPersonSaysYes();
    void removedAndAddedAgainGoesOnWithTheOldLinks();
    void onlyOneIntegrationIsThePrimary();
};

void TestDecisions::aConflictIsSettledAsSaid_data()
{
    QTest::addColumn<QStringList>("answer");
    QTest::addColumn<QStringList>("titles"); // in Mautic and in SuiteCRM
    QTest::newRow("Mautic's") << QStringList{u"--take"_s, u"marketing"_s} << QStringList{u"Manager"_s, u"Manager"_s};
    QTest::newRow("SuiteCRM's") << QStringList{u"--take"_s, u"crm"_s} << QStringList{u"Chief"_s, u"Chief"_s};
    QTest::newRow("as it was here") << QStringList{u"--take"_s, u"hub"_s} << QStringList{u"Clerk"_s, u"Clerk"_s};
    QTest::newRow("as it was before") << QStringList{u"--take"_s, u"base"_s} << QStringList{u"Clerk"_s, u"Clerk"_s};
    QTest::newRow("another value") << QStringList{u"--value"_s, u"Boss"_s} << QStringList{u"Boss"_s, u"Boss"_s};
    QTest::newRow("each its own") << QStringList{u"--keep-apart"_s} << QStringList{u"Manager"_s, u"Chief"_s};
}

void TestDecisions::aConflictIsSettledAsSaid()
{
    QFETCH(QStringList, answer);
    QFETCH(QStringList, titles);
    const Pair pair;
    pair.setTitles(u"Manager"_s, u"Chief"_s);
    pair.workspace.sync();
    pair.workspace.must(QStringList{u"conflicts"_s, u"resolve"_s, pair.firstOf(u"conflicts"_s)} + answer);
    pair.workspace.sync();
    QCOMPARE(pair.titles(), titles);
    pair.workspace.sync();
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
    QCOMPARE(shown(pair.workspace.must({u"conflicts"_s, u"list"_s}).array()), u"[]"_s);
}

void TestDecisions::aWrongIdAmongSeveralDecidesNothing()
{
    const Pair pair;
    pair.setTitles(u"Manager"_s, u"Chief"_s);
    pair.workspace.sync();
    const QString id = pair.firstOf(u"conflicts"_s);
    const Ran ran = pair.workspace.run({u"conflicts"_s, u"resolve"_s, id, u"nosuch"_s, u"--take"_s, u"crm"_s});
    QCOMPARE(ran.exitCode, 2);
    QCOMPARE(pair.firstOf(u"conflicts"_s), id);
}

void TestDecisions::twinsAreLinkedOrKeptApartAsSaid()
{
    const Pair pair;
    for (const QString &name : {u"Bo"_s, u"Bob"_s})
        pair.mautic.create(u"contacts"_s, {{u"email"_s, u"bo@example.org"_s}, {u"lastname"_s, name}});
    pair.workspace.sync();
    const QJsonArray twins = pair.workspace.must({u"duplicates"_s, u"list"_s}).array();
    QCOMPARE(twins.size(), 2);
    QCOMPARE(pair.suite.records(u"Contacts"_s).size(), 1);
    pair.workspace.must({u"duplicates"_s, u"apart"_s, twins.at(1)["id"_L1].toString()});
    pair.workspace.sync();
    pair.workspace.sync();
    QCOMPARE(pair.suite.records(u"Contacts"_s).size(), 2);
    QCOMPARE(shown(pair.workspace.must({u"duplicates"_s, u"list"_s}).array()), u"[]"_s);
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
}

void TestDecisions::numbersThatAreEqualAreNoConflict()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    mautic.create(u"companies"_s, {{u"companyname"_s, u"Acme"_s}, {u"companyannual_revenue"_s, 34905000}});
    suite.create(u"Accounts"_s, {{u"name"_s, u"Acme"_s}, {u"annual_revenue"_s, u"34905000.00"_s}});
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    workspace.sync();
    QCOMPARE(shown(workspace.must({u"conflicts"_s, u"list"_s}).array()), u"[]"_s);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestDecisions::aPausedIntegrationIsNotAsked()
{
    const Pair pair;
    pair.workspace.must({u"integration"_s, u"pause"_s, u"crm"_s});
    pair.forgetRequests();
    pair.mautic.edit(u"contacts"_s, pair.mauticId, {{u"position"_s, u"Manager"_s}});
    pair.workspace.sync();
    QCOMPARE(pair.suite.requests().size(), 0);
    pair.workspace.must({u"integration"_s, u"resume"_s, u"crm"_s});
    pair.workspace.sync();
    QCOMPARE(pair.titles(), QStringList({u"Manager"_s, u"Manager"_s}));
}

void TestDecisions::whatHappenedWhileACrmWasAwayReachesItLater_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("isDown");
    QTest::newRow("not asked") << QStringList{u"--integration"_s, u"marketing"_s} << false;
    QTest::newRow("not answering") << QStringList() << true;
}

void TestDecisions::whatHappenedWhileACrmWasAwayReachesItLater()
{
    QFETCH(QStringList, options);
    QFETCH(bool, isDown);
    const Pair pair;
    if (isDown)
        pair.suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    pair.mautic.edit(u"contacts"_s, pair.mauticId, {{u"position"_s, u"Manager"_s}});
    pair.mautic.create(u"contacts"_s, {{u"email"_s, u"bea@example.org"_s}, {u"lastname"_s, u"Bea"_s}});
    const QString known = pair.suiteId;
    QCOMPARE(pair.workspace.run(QStringList{u"sync"_s} + options).exitCode, isDown ? 4 : 0);
    pair.suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 0}});
    pair.workspace.sync();
    QCOMPARE(pair.suite.record(u"Contacts"_s, known)[u"title"_s].toString(), u"Manager"_s);
    QStringList emails;
    for (const QJsonValue &contact : pair.suite.records(u"Contacts"_s))
        emails << contact["email1"_L1].toString();
    emails.sort();
    QCOMPARE(emails, QStringList({u"ada@example.org"_s, u"bea@example.org"_s}));
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
}

void TestDecisions::syncingOneRecordTouchesNoOther()
{
    const Pair pair;
    pair.suite.create(u"Contacts"_s, {{u"email1"_s, u"eve@example.org"_s}, {u"last_name"_s, u"Eve"_s}});
    pair.suite.edit(u"Contacts"_s, pair.suiteId, {{u"title"_s, u"Chief"_s}});
    pair.forgetRequests();
    const QJsonObject report = pair.workspace.must({u"records"_s, u"sync"_s, pair.record()}).object();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(ledgerRow(report, u"marketing"_s, u"contact"_s).value("updated"_L1).toInt(), 1);
    QCOMPARE(pair.titles(), QStringList({u"Chief"_s, u"Chief"_s}));
    QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 1);
    QCOMPARE(pair.suite.writes().size(), 0);
    pair.workspace.sync();
    QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 2);
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
}

void TestDecisions::aStoredPlanTakesNoOtherOptions()
{
    const Pair pair;
    pair.mautic.edit(u"contacts"_s, pair.mauticId, {{u"position"_s, u"Manager"_s}});
    const QString plan = pair.workspace.sync({u"--dry-run"_s}).value("run"_L1).toString();
    pair.forgetRequests();
    for (const QStringList &other : {QStringList{u"--dry-run"_s}, {u"--full"_s}, {u"--integration"_s, u"crm"_s}})
        QCOMPARE(pair.workspace.run(QStringList{u"sync"_s, u"--plan"_s, plan} + other).exitCode, 2);
    QCOMPARE(pair.suite.writes().size(), 0);
    pair.workspace.sync({u"--plan"_s, plan});
    QCOMPARE(pair.titles(), QStringList({u"Manager"_s, u"Manager"_s}));
}

void TestDecisions::aGuardStopsTheRunUntilAPersonSaysYes()
{
    const Pair pair;
    for (int i = 0; i < 12; ++i)
        pair.mautic.create(u"contacts"_s, {{u"email"_s, u"p%1@example.org"_s.arg(i)}, {u"lastname"_s, u"P"_s}});
    pair.workspace.sync();
    pair.workspace.sync();
    pair.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=propagate"_s});
    for (const QJsonValue &record : pair.suite.records(u"Contacts"_s)) {
        if (record["id"_L1].toString() != pair.suiteId)
            pair.suite.remove(u"Contacts"_s, record["id"_L1].toString());
    }
    pair.workspace.run({u"sync"_s, u"--full"_s});
    const Ran stopped = pair.workspace.run({u"sync"_s, u"--full"_s});
    QCOMPARE(stopped.exitCode, 5);
    QCOMPARE(stopped.object().value("status"_L1).toString(), u"stopped"_s);
    QVERIFY(!stopped.object().value("guards"_L1).toArray().isEmpty());
    QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 13);
}

void TestDecisions::removedAndAddedAgainGoesOnWithTheOldLinks()
{
    const Pair pair;
    pair.workspace.must({u"integration"_s, u"remove"_s, u"crm"_s});
    QCOMPARE(pair.workspace.run({u"integration"_s, u"test"_s, u"crm"_s}).exitCode, 2);
    pair.suite.edit(u"Contacts"_s, pair.suiteId, {{u"title"_s, u"Chief"_s}});
    pair.forgetRequests();
    pair.workspace.connect(u"sales"_s, pair.suite);
    pair.workspace.sync();
    pair.workspace.sync();
    QCOMPARE(pair.titles(), QStringList({u"Chief"_s, u"Chief"_s})); // an edit against the old base, no first meeting
    QCOMPARE(pair.suite.writes().size(), 0);
    QCOMPARE(pair.suite.records(u"Contacts"_s).size(), 1);
    QCOMPARE(shown(pair.workspace.must({u"conflicts"_s, u"list"_s}).array()), u"[]"_s);
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
}

void TestDecisions::onlyOneIntegrationIsThePrimary()
{
    const Pair pair;
    pair.workspace.must({u"integration"_s, u"set"_s, u"crm"_s, u"primary=contact,company"_s});
    const Ran ran = pair.workspace.run({u"integration"_s, u"set"_s, u"marketing"_s, u"primary=company"_s});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.error().contains("crm"_L1), qPrintable(ran.error()));
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
