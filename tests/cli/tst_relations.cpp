#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// Two SuiteCRMs, of which the second one begins empty.
struct Pair
{
    SandboxProgram program{{u"suitecrm"_s, u"suitecrm"_s}};
    StandIn north = program.standIns().value(0), south = program.standIns().value(1);
    Workspace workspace;

    Pair()
    {
        workspace.connect(u"north"_s, north);
        workspace.connect(u"south"_s, south);
    }

    static QString newAccount(const StandIn &crm, const QString &name)
    {
        return crm.create(u"Accounts"_s, {{u"name"_s, name}})[u"id"_s].toString();
    }
    static QString newContact(const StandIn &crm, const QString &who, const QString &account)
    {
        const QJsonObject fields{
            {u"last_name"_s, who}, {u"email1"_s, QString(who + u"@example.org"_s)}, {u"account_id"_s, account}};
        return crm.create(u"Contacts"_s, fields)[u"id"_s].toString();
    }
    static QJsonObject contact(const StandIn &crm, const QString &who)
    {
        return withValue(crm.records(u"Contacts"_s), u"last_name"_s, who);
    }
    /// The name of the account that the contact belongs to; "" for none.
    static QString accountOf(const StandIn &crm, const QString &who)
    {
        const QString account = contact(crm, who)[u"account_id"_s].toString();
        return account.isEmpty() ? QString() : crm.record(u"Accounts"_s, account)[u"name"_s].toString();
    }
    void forgetRequests() const
    {
        north.forgetRequests();
        south.forgetRequests();
    }
    QString writes() const { return shown(north.writes()) + shown(south.writes()); }
};

int waiting(const QJsonObject &report, const QString &integration, const QString &relation)
{
    return ledgerRow(report, integration, relation)[u"held"_s].toInt();
}

QJsonObject enabled(QJsonObject entity, bool isEnabled)
{
    entity.insert(u"enabled"_s, isEnabled);
    return entity;
}

} // namespace

/// Contacts and companies keep their relations across CRMs (S-34).
class TestRelations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aContactArrivesWithItsCompanyInOneRun();
    void aContactThatMovesToAnotherCompanyMovesEverywhere();
    void aCompanyThatIsNotThereYetIsWaitedFor();
    void aCompanyThatIsHeldIsWaitedFor();
    void accountsKeepTheirParents();
};

void TestRelations::aContactArrivesWithItsCompanyInOneRun()
{
    const Pair pair;
    const QString acme = Pair::newAccount(pair.north, u"Acme"_s);
    Pair::newContact(pair.north, u"ina"_s, acme);
    Pair::newContact(pair.north, u"jan"_s, {});
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(Pair::accountOf(pair.south, u"ina"_s), u"Acme"_s);
    QCOMPARE(Pair::accountOf(pair.south, u"jan"_s), QString());
    int creates = 0; // the relation came with the contact
    for (const QJsonValue &write : pair.south.writes())
        creates += write["method"_L1].toString() == "POST"_L1 ? 1 : 0;
    QCOMPARE(creates, 3);
    QCOMPARE(pair.south.writes().size(), 3);

    pair.forgetRequests();
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
    pair.workspace.sync();
    QCOMPARE(pair.writes(), u"[][]"_s);
}

void TestRelations::aContactThatMovesToAnotherCompanyMovesEverywhere()
{
    const Pair pair;
    const QString acme = Pair::newAccount(pair.north, u"Acme"_s);
    const QString bolt = Pair::newAccount(pair.north, u"Bolt"_s);
    const QString ina = Pair::newContact(pair.north, u"ina"_s, acme);
    pair.workspace.sync();
    pair.workspace.sync();
    pair.north.edit(u"Contacts"_s, ina, {{u"account_id"_s, bolt}});
    pair.workspace.sync();
    QCOMPARE(Pair::accountOf(pair.south, u"ina"_s), u"Bolt"_s);
    const QJsonObject there = Pair::contact(pair.south, u"ina"_s);
    pair.south.edit(u"Contacts"_s, there[u"id"_s].toString(), {{u"account_id"_s, QString()}});
    pair.workspace.sync();
    QCOMPARE(Pair::accountOf(pair.north, u"ina"_s), QString());
    pair.forgetRequests();
    pair.workspace.sync();
    QCOMPARE(pair.writes(), u"[][]"_s);
}

void TestRelations::aCompanyThatIsNotThereYetIsWaitedFor()
{
    const Pair pair;
    const auto off = [](const QJsonObject &entity) { return enabled(entity, false); };
    const auto on = [](const QJsonObject &entity) { return enabled(entity, true); };
    pair.workspace.changeEntity(u"south"_s, u"Accounts"_s, off);
    Pair::newContact(pair.north, u"ina"_s, Pair::newAccount(pair.north, u"Acme"_s));
    QJsonObject report = pair.workspace.sync();
    QCOMPARE(waiting(report, u"south"_s, u"contact→company"_s), 1);
    QCOMPARE(ledgerProblem(report), QString());
    QVERIFY(!Pair::contact(pair.south, u"ina"_s).isEmpty());
    QCOMPARE(Pair::accountOf(pair.south, u"ina"_s), QString());
    pair.forgetRequests();
    pair.workspace.sync();
    QCOMPARE(pair.writes(), u"[][]"_s);

    pair.workspace.changeEntity(u"south"_s, u"Accounts"_s, on);
    report = pair.workspace.sync();
    QCOMPARE(Pair::accountOf(pair.south, u"ina"_s), u"Acme"_s);
    pair.forgetRequests();
    report = pair.workspace.sync();
    QCOMPARE(waiting(report, u"south"_s, u"contact→company"_s), 0);
    QCOMPARE(pair.writes(), u"[][]"_s);
}

void TestRelations::aCompanyThatIsHeldIsWaitedFor()
{
    const Pair pair;
    const QString first = Pair::newAccount(pair.north, u"Acme"_s);
    const QString twin = Pair::newAccount(pair.north, u"Acme"_s);
    Pair::newContact(pair.north, u"ina"_s, first);
    QJsonObject report = pair.workspace.sync();
    QCOMPARE(waiting(report, u"north"_s, u"contact→company"_s), 1);
    QVERIFY(!Pair::contact(pair.south, u"ina"_s).isEmpty());
    QCOMPARE(Pair::accountOf(pair.south, u"ina"_s), QString());

    pair.north.edit(u"Accounts"_s, twin, {{u"name"_s, u"Acme Asia"_s}});
    report = pair.workspace.sync();
    QCOMPARE(Pair::accountOf(pair.south, u"ina"_s), u"Acme"_s);
    QCOMPARE(ledgerProblem(report), QString());
    pair.forgetRequests();
    report = pair.workspace.sync();
    QCOMPARE(waiting(report, u"north"_s, u"contact→company"_s), 0);
    QCOMPARE(pair.writes(), u"[][]"_s);
}

void TestRelations::accountsKeepTheirParents()
{
    const Pair pair;
    const QString group = Pair::newAccount(pair.north, u"Zeta Group"_s);
    pair.north.create(u"Accounts"_s, {{u"name"_s, u"Alpha"_s}, {u"parent_id"_s, group}});
    pair.workspace.sync();
    const QJsonObject alpha = withValue(pair.south.records(u"Accounts"_s), u"name"_s, u"Alpha"_s);
    const QJsonObject parent = pair.south.record(u"Accounts"_s, alpha[u"parent_id"_s].toString());
    QCOMPARE(parent[u"name"_s].toString(), u"Zeta Group"_s);
    pair.forgetRequests();
    pair.workspace.sync();
    QCOMPARE(pair.writes(), u"[][]"_s);
}

QTEST_GUILESS_MAIN(TestRelations)
#include "tst_relations.moc"
