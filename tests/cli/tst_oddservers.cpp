#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

/// Servers as people run them, and as nobody should: each is synced like any other.
class TestOddServers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oddServersAreSyncedLikeOthers_data();
    void oddServersAreSyncedLikeOthers();
    void aClockThatIsWrongMissesNothing_data();
    void aClockThatIsWrongMissesNothing();
};

void TestOddServers::oddServersAreSyncedLikeOthers_data()
{
    QTest::addColumn<QJsonObject>("mautic");
    QTest::addColumn<QJsonObject>("suite");
    QTest::addColumn<QString>("mauticPath"); // what a person enters behind the host
    QTest::addColumn<QString>("suitePath");
    const QJsonObject none;
    QTest::newRow("plain, with slashes") << none << none << u"/"_s << u"/"_s;
    QTest::newRow("addresses of pages") << none << none << u"/s/dashboard"_s
                                        << u"/index.php?module=Home&action=index"_s;
    QTest::newRow("addresses of the APIs") << none << none << u"/api"_s << u"/Api/V8"_s;
    QTest::newRow("sub-folders") << QJsonObject{{u"folder"_s, u"/marketing/mautic"_s}}
                                 << QJsonObject{{u"folder"_s, u"/crm"_s}} << u"/marketing/mautic/"_s << u"/crm"_s;
    QTest::newRow("no audit log, no old API") << QJsonObject{{u"deny"_s, QJsonArray{u"stats"_s}}}
                                              << QJsonObject{{u"legacy_api"_s, false}} << QString() << QString();
    QTest::newRow("SuiteCRM 8") << none << QJsonObject{{u"below_legacy"_s, true}} << QString() << u"/legacy"_s;
    QTest::newRow("SuiteCRM 8, its own address")
        << none << QJsonObject{{u"below_legacy"_s, true}} << QString() << u"/"_s;
    QTest::newRow("no rewriting") << none << QJsonObject{{u"rewriting"_s, false}} << QString() << QString();
    QTest::newRow("PHP shows its notices")
        << QJsonObject{{u"php_notices"_s, true}} << QJsonObject{{u"php_notices"_s, true}} << QString() << QString();
    QTest::newRow("seconds, addresses taken by updates")
        << QJsonObject{{u"merges_duplicates"_s, true}}
        << QJsonObject{{u"date_seconds"_s, true}, {u"email_update_fixed"_s, true}} << QString() << QString();
    QTest::newRow("only own records") << none << QJsonObject{{u"owner_only"_s, QJsonArray{u"Contacts"_s}}} << QString()
                                      << QString();
}

void TestOddServers::oddServersAreSyncedLikeOthers()
{
    QFETCH(QJsonObject, mautic);
    QFETCH(QJsonObject, suite);
    QFETCH(QString, mauticPath);
    QFETCH(QString, suitePath);
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn marketing = program.standIns().value(0), crm = program.standIns().value(1);
    marketing.configure(mautic);
    crm.configure(suite);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, marketing.at(mauticPath));
    workspace.connect(u"crm"_s, crm.at(suitePath));
    for (const QString &name : {u"marketing"_s, u"crm"_s})
        QVERIFY(workspace.must({u"integration"_s, u"test"_s, name}).object()["ok"_L1].toBool());
    marketing.create(u"contacts"_s, {{u"email"_s, u"anna@example.org"_s}, {u"lastname"_s, u"Anna"_s}});
    crm.create(u"Contacts"_s,
               {{u"email1"_s, u"bert@example.org"_s}, {u"last_name"_s, u"Bert"_s}, {u"assigned_user_id"_s, u"1"_s}});
    workspace.sync();
    const QJsonObject anna = withValue(crm.records(u"Contacts"_s), u"email1"_s, u"anna@example.org"_s);
    const QJsonObject bert = withValue(marketing.records(u"contacts"_s), u"email"_s, u"bert@example.org"_s);
    QCOMPARE(anna["last_name"_L1].toString(), u"Anna"_s);
    QCOMPARE(bert["lastname"_L1].toString(), u"Bert"_s);

    crm.edit(u"Contacts"_s, anna["id"_L1].toString(), {{u"title"_s, u"Chief"_s}, {u"email1"_s, u"ann@example.org"_s}});
    workspace.sync();
    const QJsonObject ann = withValue(marketing.records(u"contacts"_s), u"email"_s, u"ann@example.org"_s);
    QCOMPARE(ann["position"_L1].toString(), u"Chief"_s);
    QCOMPARE(marketing.records(u"contacts"_s).size(), 2);
    workspace.sync({u"--full"_s});
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestOddServers::aClockThatIsWrongMissesNothing_data()
{
    QTest::addColumn<int>("mautic"); // seconds that its clock is off
    QTest::addColumn<int>("suite");
    QTest::newRow("a day behind") << -86400 << -86400;
    QTest::newRow("hours apart") << 3 * 3600 << -5 * 3600;
    QTest::newRow("minutes ahead") << 420 << 90;
}

void TestOddServers::aClockThatIsWrongMissesNothing()
{
    QFETCH(int, mautic);
    QFETCH(int, suite);
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s});
    const StandIn marketing = program.standIns().value(0), crm = program.standIns().value(1);
    marketing.setClock(mautic);
    crm.setClock(suite);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, marketing);
    workspace.connect(u"crm"_s, crm);
    marketing.create(u"contacts"_s, {{u"email"_s, u"anna@example.org"_s}, {u"lastname"_s, u"Anna"_s}});
    workspace.sync();
    workspace.sync();
    const QString there = crm.records(u"Contacts"_s).at(0)["id"_L1].toString();
    marketing.edit(u"contacts"_s, u"1"_s, {{u"position"_s, u"Clerk"_s}});
    crm.edit(u"Contacts"_s, there, {{u"first_name"_s, u"Anne"_s}});
    marketing.create(u"contacts"_s, {{u"email"_s, u"carl@example.org"_s}, {u"lastname"_s, u"Carl"_s}});
    workspace.sync();
    QCOMPARE(crm.record(u"Contacts"_s, there)["title"_L1].toString(), u"Clerk"_s);
    QCOMPARE(marketing.record(u"contacts"_s, u"1"_s)["firstname"_L1].toString(), u"Anne"_s);
    QCOMPARE(crm.records(u"Contacts"_s).size(), 2);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestOddServers)
#include "tst_oddservers.moc"
