#include "support/linked.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

/// An opt-out anywhere reaches every linked record, and nothing but a person's act takes it back.
class TestOptOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itPassesTheFilterThatNothingElsePasses();
    void aFilterOnConsentHidesNobodyFromIt();
    void itPassesAHeldValue();
    void itPassesAGuard_data();
    void itPassesAGuard();
    void itReachesACrmThatWasPaused_data();
    void itReachesACrmThatWasPaused();
    void itReachesAnArchivedRecord();
    void undoDoesNotTakeItBack();
    void mergingTwoPeopleInMauticTakesNoneBack_data();
    void mergingTwoPeopleInMauticTakesNoneBack();
    void anAddressThatIsOptedOutStaysSoWhenAContactGetsIt();
    void anAddressThatIsOptedOutMakesWhoeverMovesToItSo_data();
    void anAddressThatIsOptedOutMakesWhoeverMovesToItSo();
    void aCrmThatConsentIsOnlyReadFromIsNotWrittenTo();
    void itMeetsThreeCrms();
    void onlyAPersonLoosensIt_data();
    void onlyAPersonLoosensIt();
    void theStricterOneWinsAtTheFirstMeeting();
};

void TestOptOut::itPassesTheFilterThatNothingElsePasses()
{
    const Linked crms;
    crms.workspace.changeMapping(u"crm"_s, [](QJsonObject contact) {
        contact.insert(u"filter"_s, u"job_title != \"Hidden\""_s);
        return contact;
    });
    crms.workspace.sync();
    crms.editMautic(0, {{u"position"_s, u"Hidden"_s}, {u"city"_s, u"Bonn"_s}}); // leaves the filter
    crms.workspace.sync();
    QCOMPARE(crms.inSuite(0)[u"title"_s].toString(), u"Clerk"_s);
    QCOMPARE(crms.inSuite(0)[u"primary_address_city"_s].toString(), QString());
    crms.editMautic(0, {{u"doNotContact"_s, doNotContact(3)}, {u"city"_s, u"Köln"_s}});
    crms.workspace.sync();
    QVERIFY(crms.isOutInSuite(0));
    QCOMPARE(crms.inSuite(0)[u"title"_s].toString(), u"Clerk"_s);
    QCOMPARE(crms.inSuite(0)[u"primary_address_city"_s].toString(), QString());
    // The other way round, from a record that an edit of its own took out of the filter.
    crms.editSuite(1, {{u"title"_s, u"Hidden"_s}, {u"email_opt_out"_s, true}});
    crms.workspace.sync();
    QVERIFY(crms.isOutInMautic(1));
    QCOMPARE(crms.inMautic(1)[u"position"_s].toString(), u"Clerk"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
    // Back inside, what happened meanwhile arrives.
    crms.editMautic(0, {{u"position"_s, u"Manager"_s}});
    crms.workspace.sync();
    QCOMPARE(crms.inSuite(0)[u"title"_s].toString(), u"Manager"_s);
    QCOMPARE(crms.inSuite(0)[u"primary_address_city"_s].toString(), u"Köln"_s);
    QVERIFY(crms.isOutInSuite(0));
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::aFilterOnConsentHidesNobodyFromIt()
{
    const Linked crms(2);
    for (const QString &name : {u"marketing"_s, u"crm"_s})
        crms.workspace.changeMapping(name, [](QJsonObject contact) {
            contact.insert(u"filter"_s, u"consent_email != \"refused\""_s);
            return contact;
        });
    crms.workspace.sync();
    crms.editSuite(0, {{u"email_opt_out"_s, true}});
    // Somebody who opted out before the CRM was connected is outside; nobody is made a second time.
    crms.suite.create(u"Contacts"_s,
                      {{u"email1"_s, u"eve@example.org"_s}, {u"last_name"_s, u"Eve"_s}, {u"email_opt_out"_s, true}});
    crms.mautic.create(u"contacts"_s, {{u"email"_s, u"eve@example.org"_s}, {u"lastname"_s, u"Eve"_s}});
    crms.workspace.run({u"sync"_s});
    QVERIFY(crms.isOutInMautic(0));
    QVERIFY(!crms.isOutInMautic(1));
    crms.workspace.run({u"sync"_s});
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 3);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 3);
    crms.forgetRequests();
    crms.workspace.sync();
    QCOMPARE(crms.writeCount(), 0);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::itPassesAHeldValue()
{
    const Linked crms;
    crms.editMautic(0, {{u"position"_s, QString(150, u'x')}, {u"doNotContact"_s, doNotContact(3)}});
    crms.workspace.run({u"sync"_s});
    QVERIFY(!crms.list(u"held"_s).isEmpty());
    QCOMPARE(crms.inSuite(0)[u"title"_s].toString(), u"Clerk"_s);
    QVERIFY(crms.isOutInSuite(0));
}

void TestOptOut::itPassesAGuard_data()
{
    QTest::addColumn<bool>("stored");
    QTest::newRow("of a run") << false;
    QTest::newRow("of a stored plan") << true;
}

void TestOptOut::itPassesAGuard()
{
    QFETCH(bool, stored);
    const Linked crms(12);
    crms.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"guard_count=1"_s});
    for (int i = 1; i < 12; ++i) // more cleared values than a run may have
        crms.editMautic(i, {{u"position"_s, QJsonValue()}});
    crms.editMautic(0, {{u"doNotContact"_s, doNotContact(3)}});
    QStringList sync{u"sync"_s};
    if (stored)
        sync << u"--plan"_s << crms.workspace.sync({u"--dry-run"_s}).value("run"_L1).toString();
    QVERIFY(!crms.isOutInSuite(0));
    const Ran stopped = crms.workspace.run(sync);
    QCOMPARE(stopped.exitCode, 5);
    QVERIFY(crms.isOutInSuite(0));
    for (int i = 1; i < 12; ++i)
        QCOMPARE(crms.inSuite(i)[u"title"_s].toString(), u"Clerk"_s);
    crms.workspace.sync({u"--yes"_s});
    QCOMPARE(crms.inSuite(1)[u"title"_s].toString(), QString());
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::itReachesACrmThatWasPaused_data()
{
    QTest::addColumn<bool>("inPaused");
    QTest::newRow("from the one at work") << false;
    QTest::newRow("from the paused one") << true;
}

void TestOptOut::itReachesACrmThatWasPaused()
{
    QFETCH(bool, inPaused);
    const Linked crms;
    crms.workspace.must({u"integration"_s, u"pause"_s, u"crm"_s});
    if (inPaused)
        crms.editSuite(0, {{u"email_opt_out"_s, true}});
    else
        crms.editMautic(0, {{u"doNotContact"_s, doNotContact(3)}});
    crms.workspace.sync();
    crms.workspace.sync();
    QCOMPARE(crms.writeCount(), 0);
    crms.workspace.must({u"integration"_s, u"resume"_s, u"crm"_s});
    crms.workspace.sync();
    QVERIFY(crms.isOutInSuite(0) && crms.isOutInMautic(0));
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::itReachesAnArchivedRecord()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), north = program.standIns().value(1),
                  south = program.standIns().value(2);
    const Workspace workspace;
    mautic.create(u"contacts"_s, {{u"email"_s, u"ada@example.org"_s}, {u"lastname"_s, u"Ada"_s}});
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"north"_s, north);
    workspace.connect(u"south"_s, south);
    workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=archive"_s});
    workspace.sync();
    workspace.sync();
    mautic.remove(u"contacts"_s, u"1"_s);
    workspace.sync({u"--full"_s});
    workspace.sync({u"--full"_s});
    const QString here = north.records(u"Contacts"_s).at(0)["id"_L1].toString(),
                  there = south.records(u"Contacts"_s).at(0)["id"_L1].toString();
    north.edit(u"Contacts"_s, here, {{u"title"_s, u"Chief"_s}, {u"email_opt_out"_s, true}});
    workspace.sync();
    QCOMPARE(south.record(u"Contacts"_s, there)["title"_L1].toString(), QString());
    QCOMPARE(south.record(u"Contacts"_s, there)["email_opt_out"_L1].toString(), u"1"_s);
    QCOMPARE(mautic.records(u"contacts"_s).size(), 0);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestOptOut::undoDoesNotTakeItBack()
{
    const Linked crms;
    crms.editMautic(0, {{u"doNotContact"_s, doNotContact(3)}, {u"position"_s, u"Manager"_s}});
    const QString run = crms.workspace.sync().value("run"_L1).toString();
    QVERIFY(crms.isOutInSuite(0));
    crms.workspace.must({u"runs"_s, u"undo"_s, run});
    QCOMPARE(crms.inSuite(0)[u"title"_s].toString(), u"Clerk"_s);
    QVERIFY(crms.isOutInSuite(0) && crms.isOutInMautic(0));
    crms.workspace.sync();
    QVERIFY(crms.isOutInSuite(0) && crms.isOutInMautic(0));
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::mergingTwoPeopleInMauticTakesNoneBack_data()
{
    QTest::addColumn<int>("out"); // who opted out
    QTest::newRow("the one that remains") << 4;
    QTest::newRow("the one that goes") << 3;
}

void TestOptOut::mergingTwoPeopleInMauticTakesNoneBack()
{
    QFETCH(int, out);
    const Linked crms;
    crms.editMautic(out, {{u"doNotContact"_s, doNotContact(3)}});
    crms.workspace.sync();
    QVERIFY(crms.isOutInSuite(out));
    crms.mautic.merge(u"contacts"_s, crms.mauticId(3), crms.mauticId(4));
    crms.syncTwice();
    QVERIFY(crms.isOutInSuite(out));
    QCOMPARE(crms.isOutInMautic(4), out == 4);
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::anAddressThatIsOptedOutStaysSoWhenAContactGetsIt()
{
    const Linked crms;
    // An address is one record of SuiteCRM, whoever has it.
    const QString account =
        crms.suite
            .create(u"Accounts"_s,
                    {{u"name"_s, u"Acme"_s}, {u"email1"_s, u"out@example.org"_s}, {u"email_opt_out"_s, true}})["id"_L1]
            .toString();
    QCOMPARE(crms.suite.record(u"Accounts"_s, account)["email_opt_out"_L1].toString(), u"1"_s);
    crms.mautic.create(u"contacts"_s, {{u"email"_s, u"out@example.org"_s}, {u"lastname"_s, u"Otto"_s}});
    crms.workspace.sync();
    crms.workspace.sync();
    QCOMPARE(crms.suite.record(u"Accounts"_s, account)["email_opt_out"_L1].toString(), u"1"_s);
    const QJsonObject there = withValue(crms.suite.records(u"Contacts"_s), u"email1"_s, u"out@example.org"_s);
    QCOMPARE(there["email_opt_out"_L1].toString(), u"1"_s);
    const QJsonObject here = withValue(crms.mautic.records(u"contacts"_s), u"email"_s, u"out@example.org"_s);
    QVERIFY(!here["doNotContact"_L1].toArray().isEmpty());
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::anAddressThatIsOptedOutMakesWhoeverMovesToItSo_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("moved in Mautic") << u"marketing"_s;
    QTest::newRow("moved here") << u"hub"_s;
    QTest::newRow("moved in SuiteCRM") << u"crm"_s;
}

void TestOptOut::anAddressThatIsOptedOutMakesWhoeverMovesToItSo()
{
    QFETCH(QString, place);
    const Linked crms(2);
    crms.suite.create(u"Accounts"_s,
                      {{u"name"_s, u"Acme"_s}, {u"email1"_s, u"out@example.org"_s}, {u"email_opt_out"_s, true}});
    const QString mover = crms.suiteId(0);
    if (place == "marketing"_L1)
        crms.editMautic(0, {{u"email"_s, u"out@example.org"_s}});
    else if (place == "crm"_L1)
        crms.editSuite(0, {{u"email1"_s, u"out@example.org"_s}});
    else
        for (const QJsonValue &record : crms.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()) {
            if (record["fields"_L1]["email"_L1].toString() == Linked::email(0))
                crms.workspace.must({u"records"_s, u"set"_s, record["id"_L1].toString(), u"email=out@example.org"_s});
        }
    const QJsonObject report = crms.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(crms.suite.record(u"Contacts"_s, mover)["email1"_L1].toString(), u"out@example.org"_s);
    QCOMPARE(crms.suite.record(u"Contacts"_s, mover)["email_opt_out"_L1].toString(), u"1"_s);
    const QJsonObject inMautic = withValue(crms.mautic.records(u"contacts"_s), u"email"_s, u"out@example.org"_s);
    QVERIFY2(!inMautic["doNotContact"_L1].toArray().isEmpty(), qPrintable(shown(inMautic)));
    QVERIFY(!crms.isOutInMautic(1));
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::aCrmThatConsentIsOnlyReadFromIsNotWrittenTo()
{
    const Linked crms;
    crms.workspace.changeMapping(u"crm"_s, [](const QJsonObject &contact) {
        return withField(contact, u"consent_email"_s, {{u"direction"_s, u"pull"_s}});
    });
    crms.workspace.sync();
    crms.editMautic(0, {{u"doNotContact"_s, doNotContact(3)}});
    crms.editSuite(1, {{u"email_opt_out"_s, true}});
    crms.workspace.sync();
    QVERIFY(!crms.isOutInSuite(0));
    QVERIFY(crms.isOutInMautic(1));
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::itMeetsThreeCrms()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), north = program.standIns().value(1),
                  south = program.standIns().value(2);
    const Workspace workspace;
    mautic.create(u"contacts"_s, {{u"email"_s, u"ada@example.org"_s}, {u"lastname"_s, u"Ada"_s}});
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"north"_s, north);
    workspace.connect(u"south"_s, south);
    workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"conflict=last_write_wins"_s});
    workspace.sync();
    workspace.sync();
    const QString here = north.records(u"Contacts"_s).at(0)["id"_L1].toString();
    north.edit(u"Contacts"_s, here, {{u"email_opt_out"_s, true}});
    const QJsonObject report = workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(south.records(u"Contacts"_s).at(0)["email_opt_out"_L1].toString(), u"1"_s);
    QVERIFY(!mautic.record(u"contacts"_s, u"1"_s)["doNotContact"_L1].toArray().isEmpty());
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestOptOut::onlyAPersonLoosensIt_data()
{
    QTest::addColumn<bool>("inHub"); // set here, or chosen among the sides of the conflict
    QTest::newRow("by an answer") << false;
    QTest::newRow("by an edit here") << true;
}

void TestOptOut::onlyAPersonLoosensIt()
{
    QFETCH(bool, inHub);
    const Linked crms;
    crms.editSuite(0, {{u"email_opt_out"_s, true}});
    crms.workspace.sync();
    crms.workspace.sync();
    crms.editSuite(0, {{u"email_opt_out"_s, false}, {u"title"_s, u"Chief"_s}});
    crms.syncTwice();
    QVERIFY(crms.isOutInMautic(0));
    QCOMPARE(crms.inMautic(0)[u"position"_s].toString(), u"Chief"_s);
    const QJsonArray conflicts = crms.list(u"conflicts"_s);
    QCOMPARE(conflicts.size(), 1);
    if (inHub)
        crms.workspace.must(
            {u"records"_s, u"set"_s, conflicts.at(0)["record"_L1].toString(), u"consent_email=granted"_s});
    else
        crms.workspace.must({u"conflicts"_s, u"resolve"_s, conflicts.at(0)["id"_L1].toString(), u"--take"_s, u"crm"_s});
    crms.workspace.sync();
    QVERIFY(!crms.isOutInMautic(0) && !crms.isOutInSuite(0));
    crms.workspace.sync();
    QCOMPARE(shown(crms.list(u"conflicts"_s)), u"[]"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestOptOut::theStricterOneWinsAtTheFirstMeeting()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    mautic.create(u"contacts"_s, {{u"email"_s, u"ada@example.org"_s}, {u"lastname"_s, u"Ada"_s}});
    suite.create(u"Contacts"_s,
                 {{u"email1"_s, u"ADA@example.org"_s}, {u"last_name"_s, u"Ada"_s}, {u"email_opt_out"_s, true}});
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    workspace.sync();
    QCOMPARE(suite.records(u"Contacts"_s).size(), 1);
    QVERIFY(!mautic.record(u"contacts"_s, u"1"_s)["doNotContact"_L1].toArray().isEmpty());
    QCOMPARE(suite.records(u"Contacts"_s).at(0)["email_opt_out"_L1].toString(), u"1"_s);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestOptOut)
#include "tst_optout.moc"
