#include "support/linked.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

/// Deletes and consent: what must never happen by itself, and what must.
class TestSafety : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeleteWaitsForAPersonAndIsThenCarriedOut();
    void aDeletedRecordComesBackNeitherByItselfNorByAnEdit();
    void whatOnlyLooksLikeADeleteDeletesNothing_data();
    void whatOnlyLooksLikeADeleteDeletesNothing();
    void contactsMergedInMauticAreNoDelete();
    void anOptOutReachesTheOtherCrm_data();
    void anOptOutReachesTheOtherCrm();
    void anOptOutPassesAConflict();
    void aLoosenedConsentStaysWhereItIs();
};

void TestSafety::aDeleteWaitsForAPersonAndIsThenCarriedOut()
{
    const Linked crms;
    const QString id = crms.suiteId(2);
    crms.mautic.remove(u"contacts"_s, crms.mauticId(2));
    crms.syncTwice();
    const QJsonArray queue = crms.list(u"deletes"_s);
    QCOMPARE(queue.size(), 1);
    QCOMPARE(queue.at(0)["from"_L1].toVariant().toString(), u"marketing"_s);
    QVERIFY(!crms.suite.record(u"Contacts"_s, id).isEmpty());
    crms.workspace.must({u"deletes"_s, u"release"_s, queue.at(0)["id"_L1].toString()});
    crms.workspace.sync();
    crms.workspace.sync();
    QVERIFY(crms.suite.record(u"Contacts"_s, id).isEmpty());
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 4);
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestSafety::aDeletedRecordComesBackNeitherByItselfNorByAnEdit()
{
    const Linked crms;
    crms.suite.remove(u"Contacts"_s, crms.suiteId(1));
    crms.syncTwice();
    QCOMPARE(crms.list(u"deletes"_s).size(), 1);
    crms.editMautic(1, {{u"position"_s, u"Manager"_s}});
    crms.syncTwice();
    QCOMPARE(crms.suiteId(1), QString());
    QCOMPARE(crms.inMautic(1)[u"position"_s].toString(), u"Manager"_s);
    crms.workspace.must({u"deletes"_s, u"keep"_s, crms.list(u"deletes"_s).at(0)["id"_L1].toString()});
    crms.syncTwice();
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 4);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestSafety::whatOnlyLooksLikeADeleteDeletesNothing_data()
{
    QTest::addColumn<bool>("inSuite");
    QTest::addColumn<QJsonObject>("switches");
    QTest::addColumn<QJsonObject>("back");
    const QJsonArray nothing;
    QTest::newRow("SuiteCRM lists nothing") << true << QJsonObject{{u"empty_listing"_s, QJsonArray{u"Contacts"_s}}}
                                            << QJsonObject{{u"empty_listing"_s, nothing}};
    QTest::newRow("SuiteCRM forbids the module")
        << true << QJsonObject{{u"deny"_s, QJsonArray{u"Contacts"_s}}} << QJsonObject{{u"deny"_s, nothing}};
    QTest::newRow("SuiteCRM shows own records only")
        << true << QJsonObject{{u"owner_only"_s, true}} << QJsonObject{{u"owner_only"_s, false}};
    QTest::newRow("Mautic forbids contacts")
        << false << QJsonObject{{u"deny"_s, QJsonArray{u"contacts"_s}}} << QJsonObject{{u"deny"_s, nothing}};
    QTest::newRow("Mautic shows own records only")
        << false << QJsonObject{{u"only_own"_s, true}} << QJsonObject{{u"only_own"_s, false}};
}

void TestSafety::whatOnlyLooksLikeADeleteDeletesNothing()
{
    QFETCH(bool, inSuite);
    QFETCH(QJsonObject, switches);
    QFETCH(QJsonObject, back);
    const Linked crms;
    crms.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=propagate"_s});
    const StandIn &troubled = inSuite ? crms.suite : crms.mautic;
    troubled.configure(switches);
    for (int i = 0; i < 3; ++i)
        crms.workspace.run({u"sync"_s, u"--full"_s, u"--yes"_s});
    QCOMPARE(crms.writeCount(), 0);
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
    troubled.configure(back);
    crms.syncTwice();
    QCOMPARE(crms.writeCount(), 0);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 5);
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestSafety::contactsMergedInMauticAreNoDelete()
{
    const Linked crms;
    crms.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=propagate"_s});
    crms.mautic.merge(u"contacts"_s, crms.mauticId(3), crms.mauticId(4));
    for (int i = 0; i < 3; ++i)
        crms.workspace.run({u"sync"_s, u"--full"_s, u"--yes"_s});
    QCOMPARE(crms.suite.records(u"Contacts"_s).size(), 5);
    QCOMPARE(crms.mautic.records(u"contacts"_s).size(), 4);
    QCOMPARE(shown(crms.list(u"deletes"_s)), u"[]"_s);
}

void TestSafety::anOptOutReachesTheOtherCrm_data()
{
    QTest::addColumn<bool>("fromSuite");
    QTest::newRow("from SuiteCRM to Mautic") << true;
    QTest::newRow("from Mautic to SuiteCRM") << false;
}

void TestSafety::anOptOutReachesTheOtherCrm()
{
    QFETCH(bool, fromSuite);
    const Linked crms;
    if (fromSuite)
        crms.editSuite(0, {{u"email_opt_out"_s, true}});
    else
        crms.editMautic(0, {{u"doNotContact"_s, doNotContact(1)}});
    crms.workspace.sync();
    QCOMPARE(crms.inSuite(0)[u"email_opt_out"_s].toString(), u"1"_s);
    QVERIFY(!crms.inMautic(0)[u"doNotContact"_s].toArray().isEmpty());
    QCOMPARE(crms.inSuite(1)[u"email_opt_out"_s].toString(), u"0"_s);
    QCOMPARE(shown(crms.workspace.planned()), u"[]"_s);
}

void TestSafety::anOptOutPassesAConflict()
{
    const Linked crms;
    crms.editMautic(0, {{u"position"_s, u"Manager"_s}, {u"doNotContact"_s, doNotContact(3)}});
    crms.editSuite(0, {{u"title"_s, u"Chief"_s}});
    crms.workspace.sync();
    QCOMPARE(crms.list(u"conflicts"_s).size(), 1);
    QCOMPARE(crms.inSuite(0)[u"title"_s].toString(), u"Chief"_s);
    QCOMPARE(crms.inSuite(0)[u"email_opt_out"_s].toString(), u"1"_s);
}

void TestSafety::aLoosenedConsentStaysWhereItIs()
{
    const Linked crms;
    crms.editSuite(0, {{u"email_opt_out"_s, true}});
    crms.workspace.sync();
    crms.workspace.sync();
    crms.editSuite(0, {{u"email_opt_out"_s, false}});
    crms.workspace.sync();
    crms.workspace.sync();
    QVERIFY(!crms.inMautic(0)[u"doNotContact"_s].toArray().isEmpty());
    QCOMPARE(crms.list(u"conflicts"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
