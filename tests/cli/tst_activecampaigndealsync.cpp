#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// Two ActiveCampaign accounts, of which the second one begins empty. Both have the same users and pipelines: stages 1 to
/// 3 are Sales, 4 and 5 Renewals.
struct Pair
{
    SandboxProgram program{{u"activecampaign"_s, u"activecampaign"_s}};
    StandIn north = program.standIns().value(0), south = program.standIns().value(1);
    Workspace workspace;

    Pair()
    {
        for (const auto &[name, crm] : {std::pair(u"north"_s, north), std::pair(u"south"_s, south)}) {
            workspace.connect(name, crm);
            // Everybody here belongs to an account, so that jobs can be kept.
            workspace.changeMapping(name, [](const QJsonObject &contacts) {
                return withField(contacts, u"job_title"_s, {{u"direction"_s, u"both"_s}});
            });
        }
    }
    static QString made(const StandIn &crm, const QString &entity, const QJsonObject &fields)
    {
        return crm.create(entity, fields)["id"_L1].toString();
    }
    static QJsonObject deal(const StandIn &crm, const QString &title)
    {
        return withValue(crm.records(u"deals"_s), u"title"_s, title);
    }
    static QString emailOf(const StandIn &crm, const QJsonValue &contact)
    {
        return crm.record(u"contacts"_s, contact.toString())["email"_L1].toString();
    }
    static QString nameOf(const StandIn &crm, const QJsonValue &account)
    {
        return crm.record(u"accounts"_s, account.toString())["name"_L1].toString();
    }
    void forgetRequests() const
    {
        north.forgetRequests();
        south.forgetRequests();
    }
    void mustBeSilent() const
    {
        forgetRequests();
        const QJsonObject report = workspace.sync();
        QCOMPARE(shown(north.writes()) + shown(south.writes()), u"[][]"_s);
        QCOMPARE(ledgerProblem(report), QString());
    }
};

/// Ina of Acme and a deal with her.
struct Selling : Pair
{
    QString acme = made(north, u"accounts"_s, {{u"name"_s, u"Acme"_s}});
    QString ina = made(north, u"contacts"_s,
                       {{u"email"_s, u"ina@example.org"_s},
                        {u"lastName"_s, u"Ina"_s},
                        {u"account"_s, acme},
                        {u"jobTitle"_s, u"Buyer"_s}});
    QString big = made(north, u"deals"_s,
                       {{u"title"_s, u"Big deal"_s},
                        {u"value"_s, u"1234567"_s},
                        {u"currency"_s, u"eur"_s},
                        {u"stage"_s, 2},
                        {u"status"_s, u"1"_s},
                        {u"percent"_s, u"25"_s},
                        {u"contact"_s, ina},
                        {u"account"_s, acme},
                        {u"owner"_s, 2}});
    QJsonObject first = workspace.sync();
};

} // namespace

/// Deals, tasks and notes of two ActiveCampaign accounts, with everything that they refer to.
class TestActiveCampaignDeals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDealArrivesWithCompanyPersonOwnerAndMoney();
    void aDealIsEditedOnBothSides();
    void aContactMovesToAnotherAccount();
    void tasksAndNotesArrive();
    void anIncrementalRunAsksForWhatChanged();
    void aMissingFieldIsMade();
};

void TestActiveCampaignDeals::aDealArrivesWithCompanyPersonOwnerAndMoney()
{
    const Selling pair;
    QCOMPARE(ledgerProblem(pair.first), QString());
    QCOMPARE(pair.first["errors"_L1].toArray(), QJsonArray());
    const QJsonObject there = Pair::deal(pair.south, u"Big deal"_s);
    QCOMPARE(there["value"_L1].toString(), u"1234567"_s);
    QCOMPARE(there["currency"_L1].toString(), u"eur"_s);
    QCOMPARE(there["status"_L1].toString(), u"1"_s);
    QCOMPARE(there["percent"_L1].toString(), u"25"_s);
    QCOMPARE(there["owner"_L1].toString(), u"2"_s);
    QCOMPARE(Pair::emailOf(pair.south, there["contact"_L1]), u"ina@example.org"_s);
    QCOMPARE(Pair::nameOf(pair.south, there["account"_L1]), u"Acme"_s);
    const QJsonObject ina = withValue(pair.south.records(u"contacts"_s), u"lastName"_s, u"Ina"_s);
    QCOMPARE(Pair::nameOf(pair.south, ina["account"_L1]), u"Acme"_s);
    QCOMPARE(ina["jobTitle"_L1].toString(), u"Buyer"_s);
    pair.mustBeSilent();
}

void TestActiveCampaignDeals::aDealIsEditedOnBothSides()
{
    const Selling pair;
    const QString there = Pair::deal(pair.south, u"Big deal"_s)["id"_L1].toString();
    pair.north.edit(u"deals"_s, pair.big, {{u"status"_s, u"2"_s}});
    pair.south.edit(u"deals"_s, there, {{u"value"_s, u"99950"_s}, {u"owner"_s, 1}});
    pair.workspace.sync();
    QCOMPARE(pair.south.record(u"deals"_s, there)["status"_L1].toString(), u"2"_s);
    QCOMPARE(pair.north.record(u"deals"_s, pair.big)["value"_L1].toString(), u"99950"_s);
    QCOMPARE(pair.north.record(u"deals"_s, pair.big)["owner"_L1].toString(), u"1"_s);
    pair.workspace.sync();
    pair.mustBeSilent();
}

void TestActiveCampaignDeals::aContactMovesToAnotherAccount()
{
    const Selling pair;
    const QString other = Pair::made(pair.north, u"accounts"_s, {{u"name"_s, u"Other"_s}});
    pair.north.edit(u"contacts"_s, pair.ina, {{u"account"_s, other}});
    pair.workspace.sync();
    const auto account = [&] {
        return Pair::nameOf(pair.south,
                            withValue(pair.south.records(u"contacts"_s), u"lastName"_s, u"Ina"_s)["account"_L1]);
    };
    QCOMPARE(account(), u"Other"_s);
    pair.workspace.sync();
    pair.mustBeSilent();
}

void TestActiveCampaignDeals::tasksAndNotesArrive()
{
    const Selling pair;
    Pair::made(pair.north, u"dealTasks"_s,
               {{u"title"_s, u"Call back"_s},
                {u"note"_s, u"After lunch"_s},
                {u"reltype"_s, u"Deal"_s},
                {u"relid"_s, pair.big},
                {u"status"_s, u"0"_s},
                {u"duedate"_s, u"2026-12-01T09:00:00-06:00"_s},
                {u"dealTasktype"_s, 1},
                {u"assignee"_s, 2}});
    Pair::made(pair.north, u"notes"_s,
               {{u"note"_s, u"Likes sailing"_s}, {u"reltype"_s, u"Subscriber"_s}, {u"relid"_s, pair.ina}});
    Pair::made(pair.north, u"notes"_s,
               {{u"note"_s, u"Wants a rebate"_s}, {u"reltype"_s, u"Deal"_s}, {u"relid"_s, pair.big}});
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(report["errors"_L1].toArray(), QJsonArray());
    const QJsonObject task = withValue(pair.south.records(u"dealTasks"_s), u"title"_s, u"Call back"_s);
    QCOMPARE(task["note"_L1].toString(), u"After lunch"_s);
    QCOMPARE(task["reltype"_L1].toString(), u"Deal"_s);
    QCOMPARE(task["relid"_L1].toString(), Pair::deal(pair.south, u"Big deal"_s)["id"_L1].toString());
    QCOMPARE(task["duedate"_L1].toString(), u"2026-12-01T15:00:00+00:00"_s);
    QCOMPARE(task["assignee"_L1].toString(), u"2"_s);
    const QJsonArray notes = pair.south.records(u"notes"_s);
    QCOMPARE(notes.size(), 2);
    QCOMPARE(withValue(notes, u"note"_s, u"Likes sailing"_s)["reltype"_L1].toString(), u"Subscriber"_s);
    QCOMPARE(withValue(notes, u"note"_s, u"Wants a rebate"_s)["reltype"_L1].toString(), u"Deal"_s);
    const QString note = withValue(notes, u"note"_s, u"Likes sailing"_s)["id"_L1].toString();
    pair.south.edit(u"notes"_s, note, {{u"note"_s, u"Likes rowing"_s}});
    pair.workspace.sync();
    QVERIFY(!withValue(pair.north.records(u"notes"_s), u"note"_s, u"Likes rowing"_s).isEmpty());
    pair.workspace.sync();
    pair.mustBeSilent();
}

void TestActiveCampaignDeals::anIncrementalRunAsksForWhatChanged()
{
    const Selling pair;
    pair.workspace.sync();
    pair.forgetRequests();
    pair.workspace.sync();
    QStringList whole;
    for (const QJsonValue &request : pair.north.requests()) {
        const QString path = request["path"_L1].toString();
        if ((path == "/api/3/deals"_L1 || path == "/api/3/contacts"_L1)
            && !request["query"_L1].toString().contains("updated_after"_L1)
            && !request["query"_L1].toString().contains("ids%5B"_L1))
            whole << path + u'?' + request["query"_L1].toString();
    }
    QCOMPARE(whole.join(u' '), QString());
}

void TestActiveCampaignDeals::aMissingFieldIsMade()
{
    const Pair pair;
    const Ran made = pair.workspace.run({u"map"_s, u"create-field"_s, u"north"_s, u"contacts"_s, u"preferred_name"_s});
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    const QJsonArray fields = pair.north.records(u"fields"_s);
    const QJsonObject field = fields.last().toObject();
    QCOMPARE(field["type"_L1].toString(), u"text"_s);
    pair.north.create(
        u"contacts"_s,
        {{u"email"_s, u"ina@example.org"_s}, {QString(u"field_"_s + field["id"_L1].toString()), u"Ini"_s}});
    pair.workspace.sync();
    const QJsonArray people = pair.workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array();
    QCOMPARE(people.first()["fields"_L1]["preferred_name"_L1].toString(), u"Ini"_s);
}

QTEST_GUILESS_MAIN(TestActiveCampaignDeals)
#include "tst_activecampaigndealsync.moc"
