#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// An ActiveCampaign account and a Mautic. The stand-in's custom fields are 2 Street, 3 City, 4 Postal code, 5 Country.
struct Pair
{
    SandboxProgram program{{u"activecampaign"_s, u"mautic"_s}};
    StandIn active = program.standIns().value(0), mautic = program.standIns().value(1);
    Workspace workspace;

    void connect() const
    {
        workspace.connect(u"campaigns"_s, active);
        workspace.connect(u"marketing"_s, mautic);
    }
    static QString email(const QString &who) { return who + u"@example.org"_s; }
    QJsonObject inActive(const QString &who) const
    {
        return withValue(active.records(u"contacts"_s), u"email"_s, email(who));
    }
    QJsonObject inMautic(const QString &who) const
    {
        return withValue(mautic.records(u"contacts"_s), u"email"_s, email(who));
    }
    void edit(const QString &who, const QJsonObject &fields) const
    {
        active.edit(u"contacts"_s, inActive(who)["id"_L1].toString(), fields);
    }
    void forgetRequests() const
    {
        active.forgetRequests();
        mautic.forgetRequests();
    }
    int writeCount() const { return int(active.writes().size() + mautic.writes().size()); }

    /// Another run finds nothing to do, and writes nothing.
    void checkSilence() const
    {
        forgetRequests();
        QCOMPARE(shown(workspace.planned()), u"[]"_s);
        QCOMPARE(ledgerProblem(workspace.sync({u"--full"_s})), QString());
        QCOMPARE(writeCount(), 0);
    }
};

/// Anna and her firm are in ActiveCampaign, Carl in Mautic, Berta in both.
struct Met : Pair
{
    Met()
    {
        const QString firm = active
                                 .create(u"accounts"_s,
                                         {{u"name"_s, u"Äcker & Söhne"_s},
                                          {u"accountUrl"_s, u"https://acker.test"_s}})["id"_L1]
                                 .toString();
        active.create(u"contacts"_s,
                      {{u"email"_s, email(u"anna"_s)},
                       {u"firstName"_s, u"Anna"_s},
                       {u"lastName"_s, u"Äcker"_s},
                       {u"field_2"_s, u"Hauptstraße 1"_s},
                       {u"field_3"_s, u"Köln"_s},
                       {u"tags"_s, QJsonArray{u"VIP"_s}},
                       {u"account"_s, firm},
                       {u"jobTitle"_s, u"Owner"_s}});
        active.create(u"contacts"_s, {{u"email"_s, u"Berta@Example.org"_s}, {u"firstName"_s, u"Berta"_s}});
        mautic.create(u"contacts"_s,
                      {{u"email"_s, email(u"berta"_s)},
                       {u"lastname"_s, u"Berg"_s},
                       {u"city"_s, u"Bonn"_s},
                       {u"tags"_s, QJsonArray{u"newsletter"_s}}});
        mautic.create(u"contacts"_s,
                      {{u"email"_s, email(u"carl"_s)},
                       {u"firstname"_s, u"Carl"_s},
                       {u"phone"_s, u"+49 30 901820"_s},
                       {u"position"_s, u"Cook"_s}});
        mautic.create(u"companies"_s, {{u"companyname"_s, u"Bäcker GmbH"_s}});
        connect();
        first = workspace.sync();
    }
    QJsonObject first; ///< report of the first sync
};

} // namespace

/// The real programs: an ActiveCampaign account in step with Mautic.
class TestActiveCampaign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theConnectionIsTestedAndDescribed();
    void anAddressThatIsNoActiveCampaignIsRefused();
    void aFirstSyncJoinsAndFillsBothAndThenAllIsSilent();
    void anEditInEitherReachesTheOther();
    void aDeleteIsCarriedOverAfterTwoListings();
    void aLostAnswerMakesNoSecondContact();
    void aTakenAddressOverwritesNobody();
    void fiftyPagesComeWholeAndTwiceTheSame();
};

void TestActiveCampaign::theConnectionIsTestedAndDescribed()
{
    const Pair pair;
    pair.connect();
    const QJsonObject report = pair.workspace.must({u"integration"_s, u"test"_s, u"campaigns"_s}).object();
    QVERIFY2(report["ok"_L1].toBool(), qPrintable(shown(report)));
    QCOMPARE(report["steps"_L1].toArray().size(), 5);
    const QJsonObject described =
        pair.workspace.must({u"integration"_s, u"describe"_s, u"campaigns"_s, u"contacts"_s}).object();
    const QJsonArray fields = described["entities"_L1][0]["fields"_L1].toArray();
    const QJsonObject plan = withValue(fields, u"label"_s, u"Plan"_s);
    QCOMPARE(plan["type"_L1].toString(), u"enumeration"_s);
    QCOMPARE(plan["options"_L1].toArray().size(), 2);
    QVERIFY(plan["custom"_L1].toBool());
    pair.active.configure({{u"revoke_key"_s, true}});
    const Ran refused = pair.workspace.run({u"integration"_s, u"test"_s, u"campaigns"_s});
    QCOMPARE(refused.exitCode, 3);
    QCOMPARE(refused.object()["kind"_L1].toString(), u"authentication"_s);
}

void TestActiveCampaign::anAddressThatIsNoActiveCampaignIsRefused()
{
    const Pair pair;
    pair.workspace.must({u"integration"_s, u"add"_s, u"activecampaign"_s, u"--name"_s, u"wrong"_s, u"--url"_s,
                         pair.mautic.at(u"/s/login"_s).address(), u"--auth"_s, u"token"_s, u"--set"_s, u"demo=true"_s});
    const Ran ran = pair.workspace.run({u"integration"_s, u"test"_s, u"wrong"_s});
    QVERIFY(ran.exitCode != 0);
    const QJsonObject step = ran.object()["steps"_L1].toArray().last().toObject();
    QCOMPARE(step["step"_L1].toString(), u"address"_s);
    QVERIFY2(step["message"_L1].toString().contains("no ActiveCampaign"_L1), qPrintable(shown(step)));
    QVERIFY(step["remedy"_L1].toString().contains("api-us1.com"_L1));
}

void TestActiveCampaign::aFirstSyncJoinsAndFillsBothAndThenAllIsSilent()
{
    const Met pair;
    QCOMPARE(ledgerProblem(pair.first), QString());
    QCOMPARE(pair.first["errors"_L1].toArray(), QJsonArray());
    QCOMPARE(pair.active.records(u"contacts"_s).size(), 3);
    QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 3);
    const QJsonObject anna = pair.inMautic(u"anna"_s);
    QCOMPARE(anna["lastname"_L1].toString(), u"Äcker"_s);
    QCOMPARE(anna["address1"_L1].toString(), u"Hauptstraße 1"_s); // a custom field there
    QCOMPARE(anna["city"_L1].toString(), u"Köln"_s);
    QCOMPARE(anna["position"_L1].toString(), u"Owner"_s);
    QCOMPARE(anna["tags"_L1].toArray(), QJsonArray{u"VIP"_s});
    const QJsonObject carl = pair.inActive(u"carl"_s);
    QCOMPARE(carl["firstName"_L1].toString(), u"Carl"_s);
    QVERIFY(!carl["phone"_L1].toString().isEmpty());
    const QJsonObject berta = withValue(pair.active.records(u"contacts"_s), u"firstName"_s, u"Berta"_s);
    QCOMPARE(berta["lastName"_L1].toString(), u"Berg"_s);
    QCOMPARE(berta["field_3"_L1].toString(), u"Bonn"_s);
    QCOMPARE(berta["tags"_L1].toArray(), QJsonArray{u"newsletter"_s});
    QVERIFY(!withValue(pair.active.records(u"accounts"_s), u"name"_s, u"Bäcker GmbH"_s).isEmpty());
    QCOMPARE(withValue(pair.mautic.records(u"companies"_s), u"companyname"_s, u"Äcker & Söhne"_s)["companywebsite"_L1]
                 .toString(),
             u"https://acker.test"_s);
    pair.workspace.sync();
    pair.checkSilence();
}

void TestActiveCampaign::anEditInEitherReachesTheOther()
{
    const Met pair;
    pair.workspace.sync();
    pair.edit(u"anna"_s,
              {{u"phone"_s, u"+49 221 123456"_s},
               {u"field_3"_s, u"Bonn"_s},
               {u"tags"_s, QJsonArray{u"VIP"_s, u"partner"_s}}});
    pair.mautic.edit(u"contacts"_s, pair.inMautic(u"anna"_s)["id"_L1].toVariant().toString(),
                     {{u"lastname"_s, u"Acker"_s}});
    pair.forgetRequests();
    QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());
    const QJsonObject there = pair.inMautic(u"anna"_s), here = pair.inActive(u"anna"_s);
    QVERIFY(there["phone"_L1].toString().contains("221"_L1));
    QCOMPARE(there["city"_L1].toString(), u"Bonn"_s);
    QCOMPARE(there["tags"_L1].toArray().size(), 2);
    QCOMPARE(here["lastName"_L1].toString(), u"Acker"_s);
    QCOMPARE(here["field_2"_L1].toString(), u"Hauptstraße 1"_s);
    pair.workspace.sync();
    pair.checkSilence();
}

void TestActiveCampaign::aDeleteIsCarriedOverAfterTwoListings()
{
    const Met pair;
    pair.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"deletes=propagate"_s});
    pair.workspace.sync();
    pair.active.remove(u"contacts"_s, pair.inActive(u"anna"_s)["id"_L1].toString());
    const auto waiting = [&] { return pair.workspace.must({u"deletes"_s, u"list"_s}).array(); };
    pair.workspace.sync({u"--full"_s});
    QCOMPARE(waiting().size(), 0); // one listing is no proof
    pair.workspace.sync({u"--full"_s});
    QCOMPARE(waiting().size(),
             1); // two are a weak one, for ActiveCampaign does not say what was deleted: a person decides
    QVERIFY(!pair.inMautic(u"anna"_s).isEmpty());
    pair.workspace.must({u"deletes"_s, u"release"_s, waiting().first()["id"_L1].toString()});
    pair.workspace.sync();
    QVERIFY(pair.inMautic(u"anna"_s).isEmpty());
    pair.mautic.remove(u"contacts"_s, pair.inMautic(u"carl"_s)["id"_L1].toVariant().toString());
    for (int i = 0; i < 3; ++i)
        pair.workspace.sync({u"--full"_s});
    QVERIFY(pair.inActive(u"carl"_s).isEmpty()); // Mautic does say so
    QCOMPARE(pair.active.records(u"contacts"_s).size(), 1);
    pair.checkSilence();
}

void TestActiveCampaign::aLostAnswerMakesNoSecondContact()
{
    const Pair pair;
    pair.mautic.create(u"contacts"_s, {{u"email"_s, Pair::email(u"dora"_s)}, {u"lastname"_s, u"Dorn"_s}});
    pair.connect();
    pair.active.fault({{u"kind"_s, u"drop-after"_s}, {u"next"_s, 1}, {u"method"_s, u"POST"_s}});
    pair.workspace.run({u"sync"_s});
    pair.workspace.sync();
    QCOMPARE(pair.active.records(u"contacts"_s).size(), 1);
    pair.checkSilence();
}

void TestActiveCampaign::aTakenAddressOverwritesNobody()
{
    const Pair pair;
    pair.connect();
    pair.workspace.sync();
    pair.mautic.create(u"contacts"_s, {{u"email"_s, Pair::email(u"emil"_s)}, {u"firstname"_s, u"Emil M."_s}});
    // Entered there after the list was read and before the write: ActiveCampaign refuses the second one.
    const QJsonObject preview = pair.workspace.sync({u"--dry-run"_s});
    QVERIFY(!changesOf(preview["operations"_L1].toArray()).isEmpty());
    pair.active.create(u"contacts"_s, {{u"email"_s, Pair::email(u"emil"_s)}, {u"firstName"_s, u"Emil A."_s}});
    pair.workspace.run({u"sync"_s, u"--plan"_s, preview["run"_L1].toString()});
    QCOMPARE(pair.active.records(u"contacts"_s).size(), 1);
    QCOMPARE(pair.inActive(u"emil"_s)["firstName"_L1].toString(), u"Emil A."_s);
    pair.workspace.sync();
    QCOMPARE(pair.active.records(u"contacts"_s).size(), 1);
    QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 1);
}

void TestActiveCampaign::fiftyPagesComeWholeAndTwiceTheSame()
{
    const SandboxProgram program({u"activecampaign"_s}, {u"--records"_s, u"5000"_s});
    const StandIn active = program.standIns().value(0);
    const Workspace workspace;
    workspace.connect(u"campaigns"_s, active);
    const int contacts = int(active.records(u"contacts"_s).size());
    QVERIFY(contacts > 4800);
    const QJsonObject report = workspace.sync();
    QCOMPARE(ledgerRow(report, u"campaigns"_s, u"contact"_s)["seen"_L1].toInt(), contacts);
    active.forgetRequests();
    QCOMPARE(ledgerProblem(workspace.sync({u"--full"_s})), QString());
    QCOMPARE(shown(active.writes()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestActiveCampaign)
#include "tst_activecampaign.moc"
