#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

struct Pair
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    void connect() const
    {
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
    }
    static QString idOf(const QJsonObject &record) { return record[u"id"_s].toVariant().toString(); }
    QJsonObject person(const QString &who) const
    {
        return withValue(mautic.records(u"contacts"_s), u"email"_s, who + u"@example.org"_s);
    }
    QString newInSuite(const QString &who, const QJsonObject &more = {}) const
    {
        QJsonObject fields{{u"last_name"_s, who}, {u"email1"_s, QString(who + u"@example.org"_s)}};
        for (auto it = more.begin(); it != more.end(); ++it)
            fields.insert(it.key(), *it);
        return idOf(suite.create(u"Contacts"_s, fields));
    }
    QString newInMautic(const QString &who) const
    {
        return idOf(
            mautic.create(u"contacts"_s, {{u"lastname"_s, who}, {u"email"_s, QString(who + u"@example.org"_s)}}));
    }
    /// What the mapping's line of these two fields would be.
    void map(const QString &hub, const QString &remote) const
    {
        workspace.changeMapping(u"marketing"_s, [&](QJsonObject entity) {
            QJsonArray fields = entity[u"fields"_s].toArray();
            fields.append(QJsonObject{{u"hub"_s, hub}, {u"remote"_s, remote}, {u"direction"_s, u"both"_s}});
            entity.insert(u"fields"_s, fields);
            return entity;
        });
    }
    QJsonArray hub(const QString &entity) const { return workspace.must({u"records"_s, u"list"_s, entity}).array(); }
    void mustBeSilent() const
    {
        mautic.forgetRequests();
        suite.forgetRequests();
        const QJsonObject report = workspace.sync();
        QCOMPARE(shown(mautic.writes()) + shown(suite.writes()), u"[][]"_s);
        QCOMPARE(ledgerProblem(report), QString());
    }
};

QString valueOf(const QJsonValue &record, const QString &field)
{
    return record["fields"_L1][field].toVariant().toString();
}

} // namespace

/// What Mautic knows besides contacts and companies.
class TestMauticMore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aContactKeepsItsCompanyOnBothSides();
    void ownersAreMatchedByTheirAddress();
    void aContactJoinsAndLeavesASegment();
    void aContactJoinsACampaign();
    void notesTravelWithTheirContact();
    void campaignsFiguresAndEngagementAreRead();
    void aFieldIsMadeInMautic();
    void whatIsNotPermittedIsNotDone();
};

void TestMauticMore::aContactKeepsItsCompanyOnBothSides()
{
    const Pair pair;
    pair.connect();
    const QString acme = Pair::idOf(pair.suite.create(u"Accounts"_s, {{u"name"_s, u"Acme"_s}}));
    const QString bolt = Pair::idOf(pair.suite.create(u"Accounts"_s, {{u"name"_s, u"Bolt"_s}}));
    const QString ina = pair.newInSuite(u"ina"_s, {{u"account_id"_s, acme}});
    pair.workspace.sync();
    const QJsonObject companyThere = withValue(pair.mautic.records(u"companies"_s), u"companyname"_s, u"Acme"_s);
    QCOMPARE(pair.person(u"ina"_s)[u"companies"_s].toArray(), QJsonArray{companyThere[u"id"_s]});
    pair.mustBeSilent();

    pair.suite.edit(u"Contacts"_s, ina, {{u"account_id"_s, bolt}});
    pair.workspace.sync();
    const QJsonObject boltThere = withValue(pair.mautic.records(u"companies"_s), u"companyname"_s, u"Bolt"_s);
    QCOMPARE(pair.person(u"ina"_s)[u"companies"_s].toArray(), QJsonArray{boltThere[u"id"_s]});
    pair.mustBeSilent();

    const QString contact = Pair::idOf(pair.person(u"ina"_s));
    pair.mautic.call("POST", u"/api/companies/%1/contact/%2/remove"_s.arg(Pair::idOf(boltThere), contact), {});
    pair.workspace.sync();
    QCOMPARE(pair.suite.record(u"Contacts"_s, ina)[u"account_id"_s].toString(), QString());
    pair.mustBeSilent();
}

void TestMauticMore::ownersAreMatchedByTheirAddress()
{
    const Pair pair;
    const QString olga = Pair::idOf(
        pair.suite.create(u"Users"_s, {{u"last_name"_s, u"Olga"_s}, {u"email1"_s, u"olga@example.test"_s}}));
    const QString there = Pair::idOf(
        pair.mautic.create(u"users"_s, {{u"username"_s, u"olga"_s}, {u"firstName"_s, u"Olga"_s}}));
    pair.connect();
    pair.newInSuite(u"ina"_s, {{u"assigned_user_id"_s, olga}});
    pair.newInSuite(u"jan"_s);
    pair.workspace.sync();
    QCOMPARE(pair.person(u"ina"_s)[u"owner"_s].toVariant().toString(), there);
    QVERIFY(pair.person(u"jan"_s)[u"owner"_s].isNull());
    pair.mustBeSilent();
}

void TestMauticMore::aContactJoinsAndLeavesASegment()
{
    const Pair pair;
    const QString news = Pair::idOf(
        pair.mautic.create(u"segments"_s, {{u"name"_s, u"News"_s}, {u"alias"_s, u"news"_s}}));
    pair.connect();
    pair.map(u"dietary_restrictions"_s, u"segments"_s);
    const QString ina = pair.newInMautic(u"ina"_s);
    pair.workspace.sync();
    const QString record = pair.hub(u"contact"_s).at(0)["id"_L1].toString();
    pair.workspace.must({u"records"_s, u"set"_s, record, u"dietary_restrictions=News"_s});
    pair.workspace.sync();
    const auto members = [&] { return pair.mautic.records(u"segments"_s).at(0)["contacts"_L1].toArray(); };
    QCOMPARE(members(), QJsonArray{ina.toInt()});
    pair.mustBeSilent();

    pair.workspace.sync({u"--full"_s}); // what was written is seen to stand: else a removal would look as if put back
    pair.mautic.call("POST", u"/api/segments/%1/contact/%2/remove"_s.arg(news, ina), {});
    pair.workspace.sync({u"--full"_s}); // a membership moves no date
    QVERIFY2(!shown(pair.hub(u"contact"_s)).contains("News"_L1), qPrintable(shown(pair.hub(u"contact"_s))));
    QCOMPARE(members(), QJsonArray());
    pair.mustBeSilent();
}

void TestMauticMore::aContactJoinsACampaign()
{
    const Pair pair;
    pair.mautic.create(u"campaigns"_s, {{u"name"_s, u"Welcome"_s}});
    pair.connect();
    pair.map(u"dietary_restrictions"_s, u"campaigns"_s);
    pair.newInSuite(u"ina"_s);
    pair.workspace.sync();
    const QString record = pair.hub(u"contact"_s).at(0)["id"_L1].toString();
    pair.workspace.must({u"records"_s, u"set"_s, record, u"dietary_restrictions=Welcome"_s});
    pair.workspace.sync();
    QCOMPARE(pair.mautic.records(u"campaigns"_s).at(0)["contacts"_L1].toArray().size(), 1);
    pair.mustBeSilent();
}

void TestMauticMore::notesTravelWithTheirContact()
{
    const Pair pair;
    pair.connect();
    const QString ina = pair.newInMautic(u"ina"_s);
    pair.workspace.sync();
    pair.mautic.create(u"notes"_s, {{u"text"_s, u"Call back"_s}, {u"lead"_s, ina.toInt()}});
    pair.suite.create(u"Notes"_s,
                      {{u"name"_s, u"Mind"_s},
                       {u"description"_s, u"the gap"_s},
                       {u"contact_id"_s, pair.suite.records(u"Contacts"_s).at(0)["id"_L1]}});
    pair.workspace.sync();
    const QJsonObject inSuite = withValue(pair.suite.records(u"Notes"_s), u"description"_s, u"Call back"_s);
    QCOMPARE(inSuite[u"contact_id"_s], pair.suite.records(u"Contacts"_s).at(0)["id"_L1]);
    const QJsonObject inMautic = withValue(pair.mautic.records(u"notes"_s), u"text"_s, u"the gap"_s);
    QCOMPARE(inMautic[u"lead"_s].toVariant().toString(), ina);
    pair.mustBeSilent();
}

void TestMauticMore::campaignsFiguresAndEngagementAreRead()
{
    const Pair pair;
    const QString mail = Pair::idOf(
        pair.mautic.create(u"emails"_s, {{u"name"_s, u"Hello"_s}, {u"sentCount"_s, 10}, {u"readCount"_s, 4}}));
    pair.mautic.create(u"campaigns"_s, {{u"name"_s, u"Welcome"_s}});
    pair.mautic.create(u"segments"_s, {{u"name"_s, u"News"_s}});
    pair.connect();
    const QString ina = pair.newInMautic(u"ina"_s);
    pair.mautic.create(u"events"_s,
                       {{u"contact"_s, ina.toInt()}, {u"event"_s, u"email.sent"_s}, {u"label"_s, u"Hello"_s}});
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(valueOf(pair.hub(u"campaign"_s).at(0), u"name"_s), u"Welcome"_s);
    QCOMPARE(valueOf(pair.hub(u"segment"_s).at(0), u"name"_s), u"News"_s);
    QCOMPARE(valueOf(pair.hub(u"campaign_metric"_s).at(0), u"sent"_s), u"10"_s);
    QCOMPARE(valueOf(pair.hub(u"engagement"_s).at(0), u"type"_s), u"email.sent"_s);
    QCOMPARE(valueOf(pair.hub(u"engagement"_s).at(0), u"contact"_s), pair.hub(u"contact"_s).at(0)["id"_L1].toString());

    pair.mautic.edit(u"emails"_s, mail, {{u"sentCount"_s, 12}});
    pair.workspace.sync();
    QCOMPARE(valueOf(pair.hub(u"campaign_metric"_s).at(0), u"sent"_s), u"12"_s);
    QCOMPARE(pair.hub(u"engagement"_s).size(), 1);
    pair.mustBeSilent();
}

void TestMauticMore::aFieldIsMadeInMautic()
{
    const Pair pair;
    pair.connect();
    const auto made = pair.workspace.must(
        {u"map"_s, u"create-field"_s, u"marketing"_s, u"contacts"_s, u"volunteer_interest"_s});
    QCOMPARE(made.object()[u"name"_s].toString(), u"volunteer_interest"_s);
    pair.newInSuite(u"ina"_s);
    pair.workspace.sync();
    const QString record = pair.hub(u"contact"_s).at(0)["id"_L1].toString();
    pair.workspace.must({u"records"_s, u"set"_s, record, u"volunteer_interest=Bar"_s});
    pair.workspace.sync();
    QCOMPARE(pair.person(u"ina"_s)[u"volunteer_interest"_s].toString(), u"Bar"_s);
    pair.mustBeSilent();

    const Ran suite = pair.workspace.run({u"map"_s, u"create-field"_s, u"crm"_s, u"Contacts"_s, u"language"_s});
    QCOMPARE(suite.exitCode, 2); // SuiteCRM makes none through its API
}

void TestMauticMore::whatIsNotPermittedIsNotDone()
{
    const Pair pair;
    pair.connect();
    pair.workspace.must(
        {u"integration"_s, u"set"_s, u"marketing"_s, u"may_create_fields=false"_s, u"may_write=false"_s});
    const Ran field = pair.workspace.run({u"map"_s, u"create-field"_s, u"marketing"_s, u"contacts"_s, u"language"_s});
    QVERIFY(field.exitCode != 0);
    pair.newInSuite(u"ina"_s);
    pair.newInMautic(u"jan"_s);
    pair.workspace.sync();
    QCOMPARE(shown(pair.mautic.writes()), u"[]"_s);
    QCOMPARE(pair.suite.records(u"Contacts"_s).size(), 2);

    // A role that may not see one kind of record takes nothing from the others.
    pair.mautic.configure({{u"deny"_s, QJsonArray{u"notes"_s}}});
    pair.newInMautic(u"kim"_s);
    pair.workspace.run({u"sync"_s});
    QCOMPARE(pair.suite.records(u"Contacts"_s).size(), 3);
}

QTEST_GUILESS_MAIN(TestMauticMore)
#include "tst_mauticmore.moc"
