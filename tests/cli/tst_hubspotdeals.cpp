#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// Two HubSpot accounts, of which the second one begins empty.
struct Pair
{
    SandboxProgram program{{u"hubspot"_s, u"hubspot"_s}};
    StandIn north = program.standIns().value(0), south = program.standIns().value(1);
    Workspace workspace;

    Pair()
    {
        workspace.connect(u"north"_s, north);
        workspace.connect(u"south"_s, south);
    }

    static QString made(const StandIn &crm, const QString &entity, const QJsonObject &fields)
    {
        return crm.create(entity, fields)[u"id"_s].toString();
    }
    static QString person(const StandIn &crm, const QString &who)
    {
        return made(crm, u"contacts"_s, {{u"email"_s, QString(who + u"@example.org"_s)}, {u"lastname"_s, who}});
    }
    static QString deal(const StandIn &crm, const QString &name)
    {
        return made(crm, u"deals"_s,
                    {{u"dealname"_s, name},
                     {u"amount"_s, u"12345.67"_s},
                     {u"deal_currency_code"_s, u"EUR"_s},
                     {u"dealstage"_s, u"qualifiedtobuy"_s},
                     {u"pipeline"_s, u"default"_s},
                     {u"closedate"_s, u"2026-12-31T23:30:00Z"_s},
                     {u"hubspot_owner_id"_s, u"72"_s}});
    }
    static void link(const StandIn &crm, const QString &action, const QString &id, const QString &to,
                     const QString &other)
    {
        crm.call(
            "POST", u"/_sandbox/edit"_s,
            {{u"action"_s, action}, {u"entity"_s, u"deals"_s}, {u"id"_s, id}, {u"fields"_s, QJsonObject{{to, other}}}});
    }
    static QJsonObject named(const StandIn &crm, const QString &name)
    {
        return withValue(crm.records(u"deals"_s), u"dealname"_s, name);
    }
    /// Last names of the people that a record is linked to, sorted.
    static QStringList people(const StandIn &crm, const QJsonObject &record)
    {
        QStringList names;
        for (const QJsonValue &id : record[u"contacts"_s].toArray())
            names << crm.record(u"contacts"_s, id.toString())[u"lastname"_s].toString();
        names.sort();
        return names;
    }
    void mustBeSilent() const
    {
        QCOMPARE(shown(workspace.planned()), u"[]"_s);
        const QJsonObject report = workspace.sync({u"--full"_s});
        QCOMPARE(ledgerProblem(report), QString());
        QCOMPARE(shown(workspace.planned()), u"[]"_s);
    }
};

} // namespace

/// Deals and activities of two HubSpots, with everything that they refer to.
class tst_HubSpotDeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deal_arrivesWithCompanyPeopleOwnerAndMoney()
    {
        const Pair pair;
        const QString acme = Pair::made(pair.north, u"companies"_s, {{u"name"_s, u"Acme"_s}});
        const QString ina = Pair::person(pair.north, u"ina"_s), jan = Pair::person(pair.north, u"jan"_s);
        const QString big = Pair::deal(pair.north, u"Big deal"_s);
        Pair::link(pair.north, u"link"_s, big, u"companies"_s, acme);
        Pair::link(pair.north, u"link"_s, big, u"contacts"_s, ina);
        Pair::link(pair.north, u"link"_s, big, u"contacts"_s, jan);
        QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());

        const QJsonObject there = Pair::named(pair.south, u"Big deal"_s);
        QCOMPARE(there[u"amount"_s].toString(), u"12345.67"_s);
        QCOMPARE(there[u"deal_currency_code"_s].toString(), u"EUR"_s);
        QCOMPARE(there[u"dealstage"_s].toString(), u"qualifiedtobuy"_s);
        QCOMPARE(there[u"hubspot_owner_id"_s].toString(), u"72"_s);
        QCOMPARE(there[u"closedate"_s].toString(), u"2027-01-01T11:00:00Z"_s); // the day in Berlin, at noon
        QCOMPARE(Pair::people(pair.south, there), (QStringList{u"ina"_s, u"jan"_s}));
        const QString company = there[u"companies"_s][0].toString();
        QCOMPARE(pair.south.record(u"companies"_s, company)[u"name"_s].toString(), u"Acme"_s);
        pair.mustBeSilent();
    }

    void people_joinAndLeave_andStagesChange()
    {
        const Pair pair;
        const QString ina = Pair::person(pair.north, u"ina"_s);
        Pair::person(pair.north, u"jan"_s);
        const QString big = Pair::deal(pair.north, u"Big deal"_s);
        Pair::link(pair.north, u"link"_s, big, u"contacts"_s, ina);
        pair.workspace.sync();
        const QJsonObject there = Pair::named(pair.south, u"Big deal"_s);
        const QString id = there[u"id"_s].toString();
        const auto idOf = [&](const QString &who) {
            return withValue(pair.south.records(u"contacts"_s), u"lastname"_s, who)[u"id"_s].toString();
        };
        Pair::link(pair.south, u"unlink"_s, id, u"contacts"_s, idOf(u"ina"_s));
        Pair::link(pair.south, u"link"_s, id, u"contacts"_s, idOf(u"jan"_s));
        pair.south.edit(u"deals"_s, id, {{u"dealstage"_s, u"closedwon"_s}});
        pair.workspace.sync();
        const QJsonObject here = pair.north.record(u"deals"_s, big);
        QCOMPARE(here[u"dealstage"_s].toString(), u"closedwon"_s);
        QCOMPARE(Pair::people(pair.north, here), QStringList{u"jan"_s});
        pair.workspace.sync(); // reads what the stage that was written has made of the deal's state there
        pair.mustBeSilent();
    }

    void tasksCallsAndNotes_arrive()
    {
        const Pair pair;
        const QString when = u"2026-11-30T09:00:00Z"_s;
        Pair::made(pair.north, u"tasks"_s, {{u"hs_task_subject"_s, u"Call back"_s}, {u"hs_timestamp"_s, when}});
        Pair::made(pair.north, u"calls"_s, {{u"hs_call_title"_s, u"First call"_s}, {u"hs_timestamp"_s, when}});
        Pair::made(pair.north, u"notes"_s,
                   {{u"hs_note_body"_s, u"<p>Met at the fair</p>"_s}, {u"hs_timestamp"_s, when}});
        QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());
        const QMap<QString, QPair<QString, QString>> wanted{
            {u"tasks"_s, {u"hs_task_subject"_s, u"Call back"_s}},
            {u"calls"_s, {u"hs_call_title"_s, u"First call"_s}},
            {u"notes"_s, {u"hs_note_body"_s, u"<p>Met at the fair</p>"_s}}};
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            const QJsonArray records = pair.south.records(it.key());
            QCOMPARE(records.size(), 1);
            QCOMPARE(records[0][it->first].toString(), it->second);
            QCOMPARE(records[0][u"hs_timestamp"_s].toString(), when);
        }
        pair.mustBeSilent();
    }

    void missingProperty_isMade()
    {
        const Pair pair;
        Pair::person(pair.north, u"ina"_s);
        pair.workspace.sync();
        const QJsonObject made =
            pair.workspace.must({u"map"_s, u"create-field"_s, u"north"_s, u"contacts"_s, u"dietary_other"_s}).object();
        QCOMPARE(made[u"name"_s].toString(), u"dietary_other"_s);
        pair.north.edit(u"contacts"_s, pair.north.records(u"contacts"_s)[0][u"id"_s].toString(),
                        {{u"dietary_other"_s, u"no nuts"_s}});
        pair.workspace.sync();
        QVERIFY(shown(pair.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array()).contains("no nuts"_L1));
    }

    /// A deal has no key. Its token says at once which one of the two that are new is ours.
    void lostAnswerOfADeal_isFoundByItsToken()
    {
        const Pair pair;
        pair.workspace.must({u"map"_s, u"create-field"_s, u"south"_s, u"deals"_s, u"syncline_id"_s});
        Pair::deal(pair.north, u"Big deal"_s);
        pair.south.fault({{u"kind"_s, u"drop-after"_s},
                          {u"next"_s, 1},
                          {u"method"_s, u"POST"_s},
                          {u"path_contains"_s, u"deals/batch/create"_s}});
        pair.workspace.run({u"sync"_s});
        Pair::deal(pair.south, u"Big deal"_s); // by somebody there
        pair.workspace.sync();
        const QJsonArray there = pair.south.records(u"deals"_s);
        QCOMPARE(there.size(), 2);
        const QJsonArray linked = pair.workspace.must({u"records"_s, u"list"_s, u"deal"_s}).array();
        QCOMPARE(linked.size(), 2);
        QVERIFY(pair.workspace.must({u"held"_s, u"list"_s}).array().isEmpty());
        QCOMPARE(pair.north.records(u"deals"_s).size(), 2);
        pair.mustBeSilent();
    }
};

QTEST_GUILESS_MAIN(tst_HubSpotDeals)
#include "tst_hubspotdeals.moc"
