#include "support/linked.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

/// What a delete in one CRM does elsewhere: what the policy says, after a person's word where it asks for one, and the
/// record stays away.
class TestDeletes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachPolicyDoesWhatItSays_data();
    void eachPolicyDoesWhatItSays();
    void whatComesBackLeavesTheQueue();
    void whatComesBackAfterAReleaseIsNotDeletedElsewhere();
    void aReleaseHoldsOnlyForWhatThePersonSaw();
    void aRuleReleasesNothingThatWasEditedElsewhere();
    void aReleasedDeleteCannotBeUndone();
    void aRecordMadeAgainIsANewOne();
    void aDeleteAskedForHereGoesEverywhere();
    void aDeletedRecordIsNotMadeAgainByAnEditHere();
    void aRecordMergedIntoAFreeOneKeepsItsLink();
    void aMergeInSuiteCrmDeletesNothing();
};

void TestDeletes::eachPolicyDoesWhatItSays_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("inSuite");     // where it is deleted
    QTest::addColumn<int>("waiting");      // entries of the queue
    QTest::addColumn<int>("leftOver");     // records in the other CRM
    QTest::addColumn<QString>("hubTitle"); // after an edit in the other CRM; "" where the record is live no more
    for (const bool inSuite : {false, true}) {
        const auto row = [&](const char *policy, int waiting, int leftOver, const QString &title) {
            QTest::addRow("%s, deleted in %s", policy, inSuite ? "SuiteCRM" : "Mautic")
                << QString::fromLatin1(policy) << inSuite << waiting << leftOver << title;
        };
        row("ask", 1, 5, u"Manager"_s);
        row("ignore", 0, 5, u"Manager"_s);
        row("unlink", 0, 5, u"Manager"_s);
        row("archive", 0, 5, {});
        row("propagate", 0, 4, {});
    }
}

void TestDeletes::eachPolicyDoesWhatItSays()
{
    QFETCH(QString, policy);
    QFETCH(bool, inSuite);
    QFETCH(int, waiting);
    QFETCH(int, leftOver);
    QFETCH(QString, hubTitle);
    const Linked crms;
    crms.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes="_s + policy});
    if (inSuite)
        crms.suite.remove(u"Contacts"_s, crms.suiteId(2));
    else
        crms.mautic.remove(u"contacts"_s, crms.mauticId(2));
    crms.syncTwice();
    crms.syncTwice();
    const auto there = [&] {
        return int(inSuite ? crms.mautic.records(u"contacts"_s).size() : crms.suite.records(u"Contacts"_s).size());
    };
    const auto here = [&] {
        return int(inSuite ? crms.suite.records(u"Contacts"_s).size() : crms.mautic.records(u"contacts"_s).size());
    };
    QCOMPARE(int(crms.list(u"deletes"_s).size()), waiting);
    QCOMPARE(there(), leftOver);
    QCOMPARE(here(), 4);
    if (leftOver == 5 && inSuite)
        crms.editMautic(2, {{u"position"_s, u"Manager"_s}});
    else if (leftOver == 5)
        crms.editSuite(2, {{u"title"_s, u"Manager"_s}});
    crms.syncTwice();
    QCOMPARE(here(), 4);
    QCOMPARE(there(), leftOver);
    QString title;
    for (const QJsonValue &found : crms.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()) {
        if (found["fields"_L1]["email"_L1].toString() == Linked::email(2))
            title = found["fields"_L1]["job_title"_L1].toString();
    }
    QCOMPARE(title, hubTitle);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestDeletes::whatComesBackLeavesTheQueue()
{
    const Linked crms;
    const QString id = crms.suiteId(1);
    crms.suite.remove(u"Contacts"_s, id);
    crms.syncTwice();
    QCOMPARE(crms.list(u"deletes"_s).size(), 1);
    crms.suite.restore(u"Contacts"_s, id);
    crms.workspace.sync({u"--full"_s});
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
    crms.editMautic(1, {{u"position"_s, u"Manager"_s}});
    crms.workspace.sync();
    QCOMPARE(crms.suite.record(u"Contacts"_s, id)["title"_L1].toString(), u"Manager"_s); // linked as before
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestDeletes::whatComesBackAfterAReleaseIsNotDeletedElsewhere()
{
    const Linked crms;
    const QString id = crms.suiteId(1);
    crms.suite.remove(u"Contacts"_s, id);
    crms.syncTwice();
    crms.workspace.must({u"deletes"_s, u"release"_s, crms.list(u"deletes"_s).at(0)["id"_L1].toString()});
    crms.suite.restore(u"Contacts"_s, id);
    crms.workspace.sync();
    crms.workspace.sync();
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
}

void TestDeletes::aReleaseHoldsOnlyForWhatThePersonSaw()
{
    const Linked crms;
    crms.suite.remove(u"Contacts"_s, crms.suiteId(1));
    crms.syncTwice();
    crms.workspace.must({u"deletes"_s, u"release"_s, crms.list(u"deletes"_s).at(0)["id"_L1].toString()});
    crms.editMautic(1, {{u"position"_s, u"Manager"_s}}); // which nobody saw who released
    crms.workspace.sync();
    crms.workspace.sync();
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    const QJsonArray queue = crms.list(u"deletes"_s);
    QCOMPARE(queue.size(), 1);
    QVERIFY(!queue.at(0)["released"_L1].toBool());
    crms.workspace.must({u"deletes"_s, u"release"_s, queue.at(0)["id"_L1].toString()});
    crms.workspace.sync();
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 4);
}

void TestDeletes::aRuleReleasesNothingThatWasEditedElsewhere()
{
    const Linked crms;
    crms.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=propagate"_s});
    crms.editMautic(1, {{u"position"_s, u"Manager"_s}});
    crms.suite.remove(u"Contacts"_s, crms.suiteId(1));
    crms.syncTwice();
    crms.syncTwice();
    const QJsonArray queue = crms.list(u"deletes"_s);
    QCOMPARE(queue.size(), 1);
    QVERIFY(queue.at(0)["edited_elsewhere"_L1].toBool());
    QCOMPARE(crms.inMautic(1)[u"position"_s].toString(), u"Manager"_s);
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
}

void TestDeletes::aReleasedDeleteCannotBeUndone()
{
    const Linked crms;
    crms.mautic.remove(u"contacts"_s, crms.mauticId(2));
    crms.syncTwice();
    crms.workspace.must({u"deletes"_s, u"release"_s, crms.list(u"deletes"_s).at(0)["id"_L1].toString()});
    QJsonObject report = crms.workspace.sync();
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    const Ran undone = crms.workspace.run({u"runs"_s, u"undo"_s, report.value("run"_L1).toString()});
    QCOMPARE(ledgerProblem(undone.object()), QString());
    crms.syncTwice();
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 4);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestDeletes::aRecordMadeAgainIsANewOne()
{
    const Linked crms;
    crms.mautic.remove(u"contacts"_s, crms.mauticId(2));
    crms.syncTwice();
    QCOMPARE(crms.list(u"deletes"_s).size(), 1);
    crms.mautic.create(u"contacts"_s, {{u"email"_s, Linked::email(2)}, {u"lastname"_s, u"Person 2"_s}});
    crms.workspace.sync();
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    QCOMPARE(crms.inMautic(2)[u"position"_s].toString(), u"Clerk"_s); // filled, not cleared
    QCOMPARE(crms.inSuite(2)[u"title"_s].toString(), u"Clerk"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestDeletes::aDeleteAskedForHereGoesEverywhere()
{
    const Linked crms;
    QString id;
    for (const QJsonValue &found : crms.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()) {
        if (found["fields"_L1]["email"_L1].toString() == Linked::email(2))
            id = found["id"_L1].toString();
    }
    crms.workspace.must({u"records"_s, u"delete"_s, id});
    crms.workspace.sync();
    crms.workspace.sync();
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 4);
    crms.syncTwice();
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestDeletes::aDeletedRecordIsNotMadeAgainByAnEditHere()
{
    const Linked crms;
    crms.suite.remove(u"Contacts"_s, crms.suiteId(1));
    crms.syncTwice();
    const QString record = crms.list(u"deletes"_s).at(0)["record"_L1].toString();
    crms.workspace.must({u"records"_s, u"set"_s, record, u"job_title=Manager"_s});
    crms.syncTwice();
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    QCOMPARE(crms.inMautic(1)[u"position"_s].toString(), u"Manager"_s);
    QCOMPARE(crms.list(u"deletes"_s).size(), 1);
}

void TestDeletes::aRecordMergedIntoAFreeOneKeepsItsLink()
{
    const Linked crms;
    crms.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=propagate"_s});
    // A visitor without an address: nobody's record so far.
    const QString visitor =
        crms.mautic.create(u"contacts"_s, {{u"lastname"_s, u"Person 3"_s}})["id"_L1].toVariant().toString();
    crms.workspace.sync();
    crms.mautic.merge(u"contacts"_s, crms.mauticId(3), visitor);
    crms.syncTwice();
    crms.syncTwice();
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
    crms.editSuite(3, {{u"title"_s, u"Manager"_s}});
    crms.workspace.sync();
    QCOMPARE(crms.mautic.record(u"contacts"_s, visitor)["position"_L1].toString(), u"Manager"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

/// SuiteCRM leaves no pointer to the winner: to Syncline the loser is deleted, which a person has to release.
void TestDeletes::aMergeInSuiteCrmDeletesNothing()
{
    const Linked crms;
    crms.suite.merge(u"Contacts"_s, crms.suiteId(3), crms.suiteId(4));
    crms.syncTwice();
    crms.syncTwice();
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    QCOMPARE(crms.list(u"deletes"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestDeletes)
#include "tst_deletes.moc"
