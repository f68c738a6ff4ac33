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

    static QString made(const StandIn &crm, const QString &module, const QJsonObject &fields)
    {
        return crm.create(module, fields)[u"id"_s].toString();
    }
    static QString newContact(const StandIn &crm, const QString &who, const QString &account = {})
    {
        return made(
            crm, u"Contacts"_s,
            {{u"last_name"_s, who}, {u"email1"_s, QString(who + u"@example.org"_s)}, {u"account_id"_s, account}});
    }
    static QJsonObject deal(const StandIn &crm, const QString &title)
    {
        return withValue(crm.records(u"Opportunities"_s), u"name"_s, title);
    }
    /// Last names of the people that a record is linked to, sorted.
    static QStringList people(const StandIn &crm, const QString &module, const QString &id)
    {
        const QString path = u"/Api/V8/module/%1/%2/relationships/contacts"_s.arg(module, id);
        QStringList names;
        for (const QJsonValue &contact : crm.call("GET", path, {}).object()[u"data"_s].toArray())
            names << contact["attributes"_L1]["last_name"_L1].toString();
        names.sort();
        return names;
    }
    static void link(const StandIn &crm, const QString &module, const QString &id, const QString &contact)
    {
        const QString path = u"/Api/V8/module/%1/%2/relationships/contacts"_s.arg(module, id);
        crm.call("POST", path, {{u"data"_s, QJsonObject{{u"type"_s, u"Contacts"_s}, {u"id"_s, contact}}}});
    }
    void forgetRequests() const
    {
        north.forgetRequests();
        south.forgetRequests();
    }
    QString writes() const { return shown(north.writes()) + shown(south.writes()); }
    void mustBeSilent() const
    {
        forgetRequests();
        const QJsonObject report = workspace.sync();
        QCOMPARE(writes(), u"[][]"_s);
        QCOMPARE(ledgerProblem(report), QString());
    }
};

QJsonObject bigDeal(const QString &title, const QString &account)
{
    return {{u"name"_s, title},
            {u"amount"_s, u"12345.67"_s},
            {u"sales_stage"_s, u"Prospecting"_s},
            {u"date_closed"_s, u"2026-12-31"_s},
            {u"probability"_s, u"25"_s},
            {u"account_id"_s, account}};
}

} // namespace

/// Deals and activities of two SuiteCRMs, with everything that they refer to.
class TestDeals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDealArrivesWithCompanyPeopleAndMoney();
    void aDealIsEditedOnBothSides();
    void dealsWithOneTitleAreForAPerson();
    void peopleJoinAndLeaveADeal();
    void aCurrencyThatIsNotThereIsNotConverted();
    void ownersAreMatchedByTheirAddress();
    void callsMeetingsTasksAndNotesArrive();
    void aLeadThatIsConvertedIsNoSecondPerson();
};

void TestDeals::aDealArrivesWithCompanyPeopleAndMoney()
{
    const Pair pair;
    const QString acme = Pair::made(pair.north, u"Accounts"_s, {{u"name"_s, u"Acme"_s}});
    const QString ina = Pair::newContact(pair.north, u"ina"_s, acme), jan = Pair::newContact(pair.north, u"jan"_s);
    const QString big = Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Big deal"_s, acme));
    Pair::link(pair.north, u"Opportunities"_s, big, ina);
    Pair::link(pair.north, u"Opportunities"_s, big, jan);
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());

    const QJsonObject there = Pair::deal(pair.south, u"Big deal"_s);
    QCOMPARE(there[u"amount"_s].toVariant().toString(), u"12345.67"_s);
    QCOMPARE(there[u"sales_stage"_s].toString(), u"Prospecting"_s);
    QCOMPARE(there[u"date_closed"_s].toString(), u"2026-12-31"_s);
    QCOMPARE(there[u"probability"_s].toVariant().toString(), u"25"_s);
    QCOMPARE(pair.south.record(u"Accounts"_s, there[u"account_id"_s].toString())[u"name"_s].toString(), u"Acme"_s);
    QCOMPARE(Pair::people(pair.south, u"Opportunities"_s, there[u"id"_s].toString()),
             (QStringList{u"ina"_s, u"jan"_s}));
    pair.mustBeSilent();
}

void TestDeals::aDealIsEditedOnBothSides()
{
    const Pair pair;
    const QString big = Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Big deal"_s, {}));
    pair.workspace.sync();
    const QString there = Pair::deal(pair.south, u"Big deal"_s)[u"id"_s].toString();
    pair.north.edit(u"Opportunities"_s, big, {{u"sales_stage"_s, u"Closed Won"_s}});
    pair.south.edit(u"Opportunities"_s, there, {{u"amount"_s, u"999.5"_s}});
    pair.workspace.sync();
    QCOMPARE(pair.south.record(u"Opportunities"_s, there)[u"sales_stage"_s].toString(), u"Closed Won"_s);
    QCOMPARE(pair.north.record(u"Opportunities"_s, big)[u"amount"_s].toVariant().toDouble(), 999.5);
    pair.mustBeSilent();
}

void TestDeals::dealsWithOneTitleAreForAPerson()
{
    const Pair pair;
    Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Renewal"_s, {}));
    Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Renewal"_s, {}));
    Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Website"_s, {}));
    Pair::made(pair.south, u"Opportunities"_s, bigDeal(u"Website"_s, {}));
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    // Two of one CRM are two; one in each may be the same.
    int renewals = 0, websites = 0;
    for (const QJsonValue &deal : pair.south.records(u"Opportunities"_s)) {
        renewals += deal["name"_L1].toString() == "Renewal"_L1 ? 1 : 0;
        websites += deal["name"_L1].toString() == "Website"_L1 ? 1 : 0;
    }
    QCOMPARE(renewals, 2);
    QCOMPARE(websites, 1);
    QCOMPARE(ledgerRow(report, u"north"_s, u"deal"_s)[u"held"_s].toInt(), 1);
    QCOMPARE(ledgerRow(report, u"south"_s, u"deal"_s)[u"held"_s].toInt(), 1);
    pair.mustBeSilent();
}

void TestDeals::peopleJoinAndLeaveADeal()
{
    const Pair pair;
    const QString ina = Pair::newContact(pair.north, u"ina"_s), jan = Pair::newContact(pair.north, u"jan"_s);
    const QString big = Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Big deal"_s, {}));
    Pair::link(pair.north, u"Opportunities"_s, big, ina);
    pair.workspace.sync();
    const QString there = Pair::deal(pair.south, u"Big deal"_s)[u"id"_s].toString();
    Pair::link(pair.north, u"Opportunities"_s, big, jan);
    pair.north.call("DELETE", u"/Api/V8/module/Opportunities/%1/relationships/contacts/%2"_s.arg(big, ina), {});
    pair.workspace.sync({u"--full"_s}); // a link moves no date
    QCOMPARE(Pair::people(pair.south, u"Opportunities"_s, there), QStringList{u"jan"_s});
    pair.mustBeSilent();
}

void TestDeals::aCurrencyThatIsNotThereIsNotConverted()
{
    const Pair pair;
    pair.workspace.must({u"integration"_s, u"set"_s, u"north"_s, u"currency=EUR"_s});
    pair.workspace.must({u"integration"_s, u"set"_s, u"south"_s, u"currency=USD"_s});
    pair.workspace.must({u"map"_s, u"suggest"_s, u"north"_s, u"--apply"_s});
    pair.workspace.must({u"map"_s, u"suggest"_s, u"south"_s, u"--apply"_s});
    Pair::made(pair.north, u"Opportunities"_s, bigDeal(u"Big deal"_s, {}));
    pair.workspace.run({u"sync"_s});
    const QJsonObject there = Pair::deal(pair.south, u"Big deal"_s);
    QVERIFY(there[u"amount"_s].toVariant().toString() != "12345.67"_L1);
    QCOMPARE(pair.workspace.must({u"conflicts"_s, u"list"_s}).array().size(), 1);
}

void TestDeals::ownersAreMatchedByTheirAddress()
{
    const Pair pair;
    const QJsonObject olga{{u"last_name"_s, u"Olga"_s}, {u"email1"_s, u"olga@example.org"_s}};
    const QString north = Pair::made(pair.north, u"Users"_s, olga), south = Pair::made(pair.south, u"Users"_s, olga);
    QJsonObject fields = bigDeal(u"Big deal"_s, {});
    fields.insert(u"assigned_user_id"_s, north);
    Pair::made(pair.north, u"Opportunities"_s, fields);
    pair.workspace.sync();
    QCOMPARE(Pair::deal(pair.south, u"Big deal"_s)[u"assigned_user_id"_s].toString(), south);
    QCOMPARE(pair.south.records(u"Users"_s).size(), pair.north.records(u"Users"_s).size()); // nobody was made there
    pair.mustBeSilent();
}

void TestDeals::callsMeetingsTasksAndNotesArrive()
{
    const Pair pair;
    const QString acme = Pair::made(pair.north, u"Accounts"_s, {{u"name"_s, u"Acme"_s}});
    const QString ina = Pair::newContact(pair.north, u"ina"_s), jan = Pair::newContact(pair.north, u"jan"_s);
    const QString call = Pair::made(pair.north, u"Calls"_s,
                                    {{u"name"_s, u"Ring"_s},
                                     {u"date_start"_s, u"2026-12-02 09:15:00"_s},
                                     {u"duration_hours"_s, u"1"_s},
                                     {u"duration_minutes"_s, u"15"_s},
                                     {u"parent_type"_s, u"Accounts"_s},
                                     {u"parent_id"_s, acme}});
    Pair::link(pair.north, u"Calls"_s, call, ina);
    Pair::made(pair.north, u"Meetings"_s,
               {{u"name"_s, u"Sit"_s},
                {u"date_start"_s, u"2026-12-03 09:00:00"_s},
                {u"duration_hours"_s, u"0"_s},
                {u"duration_minutes"_s, u"30"_s},
                {u"parent_type"_s, u"Contacts"_s},
                {u"parent_id"_s, jan}});
    Pair::made(pair.north, u"Tasks"_s,
               {{u"name"_s, u"Do"_s},
                {u"date_due"_s, u"2026-12-04 10:00:00"_s},
                {u"priority"_s, u"High"_s},
                {u"contact_id"_s, ina}});
    Pair::made(pair.north, u"Notes"_s,
               {{u"name"_s, u"Mind"_s}, {u"description"_s, u"the gap"_s}, {u"contact_id"_s, jan}});
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());

    const QJsonObject ring = withValue(pair.south.records(u"Calls"_s), u"name"_s, u"Ring"_s);
    QCOMPARE(ring[u"duration_hours"_s].toVariant().toInt(), 1);
    QCOMPARE(ring[u"duration_minutes"_s].toVariant().toInt(), 15);
    QVERIFY2(ring[u"date_start"_s].toString().startsWith("2026-12-02 09:15"_L1), qPrintable(shown(ring)));
    QCOMPARE(pair.south.record(u"Accounts"_s, ring[u"parent_id"_s].toString())[u"name"_s].toString(), u"Acme"_s);
    QCOMPARE(Pair::people(pair.south, u"Calls"_s, ring[u"id"_s].toString()), QStringList{u"ina"_s});
    const QJsonObject sit = withValue(pair.south.records(u"Meetings"_s), u"name"_s, u"Sit"_s);
    QCOMPARE(sit[u"parent_type"_s].toString(), u"Contacts"_s);
    QCOMPARE(pair.south.record(u"Contacts"_s, sit[u"parent_id"_s].toString())[u"last_name"_s].toString(), u"jan"_s);
    const QJsonObject task = withValue(pair.south.records(u"Tasks"_s), u"name"_s, u"Do"_s);
    QCOMPARE(task[u"priority"_s].toString(), u"High"_s);
    QCOMPARE(pair.south.record(u"Contacts"_s, task[u"contact_id"_s].toString())[u"last_name"_s].toString(), u"ina"_s);
    const QJsonObject note = withValue(pair.south.records(u"Notes"_s), u"name"_s, u"Mind"_s);
    QCOMPARE(note[u"description"_s].toString(), u"the gap"_s);
    // Each kind arrived in its own module, once.
    for (const QString &module : {u"Calls"_s, u"Meetings"_s, u"Tasks"_s, u"Notes"_s})
        QCOMPARE(pair.south.records(module).size(), 1);
    pair.mustBeSilent();
}

void TestDeals::aLeadThatIsConvertedIsNoSecondPerson()
{
    const Pair pair;
    const QJsonObject zoe{
        {u"first_name"_s, u"Zoe"_s}, {u"last_name"_s, u"Lead"_s}, {u"email1"_s, u"zoe@example.org"_s}};
    const QString lead = Pair::made(pair.north, u"Leads"_s, zoe);
    pair.workspace.sync();
    QCOMPARE(pair.south.records(u"Contacts"_s).size() + pair.south.records(u"Leads"_s).size(), 1);
    QCOMPARE(pair.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array().size(), 1);
    pair.mustBeSilent();

    const QString contact = Pair::made(pair.north, u"Contacts"_s, zoe);
    pair.north.edit(u"Leads"_s, lead,
                    {{u"converted"_s, true}, {u"status"_s, u"Converted"_s}, {u"contact_id"_s, contact}});
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    const QJsonArray people = pair.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array();
    QCOMPARE(people.size(), 1);
    QVERIFY2(shown(people).contains(contact), qPrintable(shown(people)));
    QCOMPARE(pair.south.records(u"Contacts"_s).size() + pair.south.records(u"Leads"_s).size(), 1);
    QCOMPARE(pair.north.records(u"Contacts"_s).size(), 1);
    pair.mustBeSilent();

    pair.north.edit(u"Contacts"_s, contact, {{u"title"_s, u"Cook"_s}});
    pair.workspace.sync();
    QCOMPARE(pair.south.records(u"Contacts"_s).at(0)[u"title"_s].toString(), u"Cook"_s);
}

QTEST_GUILESS_MAIN(TestDeals)
#include "tst_deals.moc"
