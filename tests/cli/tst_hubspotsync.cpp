#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// A HubSpot account and a Mautic that know some people in common, in step since the last sync.
struct Pair
{
    SandboxProgram program{{u"hubspot"_s, u"mautic"_s}};
    StandIn hubSpot = program.standIns().value(0), mautic = program.standIns().value(1);
    Workspace workspace;

    Pair()
    {
        hubSpot.create(u"contacts"_s,
                       {{u"email"_s, u"anna@example.org"_s},
                        {u"lastname"_s, u"Anders"_s},
                        {u"jobtitle"_s, u"Architect"_s},
                        {u"company"_s, u"Acme"_s}});
        mautic.create(
            u"contacts"_s,
            {{u"email"_s, u"Berta@Example.org"_s}, {u"lastname"_s, u"Berger"_s}, {u"mobile"_s, u"+49 30 901820"_s}});
        hubSpot.create(u"contacts"_s, {{u"email"_s, u"carl@example.org"_s}, {u"lastname"_s, u"Cramer"_s}});
        mautic.create(u"contacts"_s, {{u"email"_s, u"carl@example.org"_s}, {u"position"_s, u"Cook"_s}});
        hubSpot.create(u"companies"_s, {{u"name"_s, u"Nordwind GmbH"_s}, {u"domain"_s, u"nordwind.example.com"_s}});
        workspace.connect(u"portal"_s, hubSpot);
        workspace.connect(u"marketing"_s, mautic);
        workspace.sync();
        workspace.sync();
        hubSpot.forgetRequests();
        mautic.forgetRequests();
    }

    QJsonObject inHubSpot(const QString &email) const
    {
        return withValue(hubSpot.records(u"contacts"_s), u"email"_s, email);
    }
    QJsonObject inMautic(const QString &email) const
    {
        return withValue(mautic.records(u"contacts"_s), u"email"_s, email);
    }
    QString text(const QJsonObject &record, const QString &field) const { return record[field].toString(); }
};

} // namespace

/// HubSpot and Mautic, with the real programs.
class tst_HubSpotSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSync_bringsEverybodyToBoth()
    {
        const Pair pair;
        QCOMPARE(pair.hubSpot.records(u"contacts"_s).size(), 3);
        QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 3);
        QCOMPARE(pair.text(pair.inMautic(u"anna@example.org"_s), u"position"_s), u"Architect"_s);
        QCOMPARE(pair.text(pair.inHubSpot(u"berta@example.org"_s), u"mobilephone"_s), u"+4930901820"_s);
        QCOMPARE(pair.text(pair.inHubSpot(u"carl@example.org"_s), u"jobtitle"_s), u"Cook"_s);
        QCOMPARE(pair.text(pair.inMautic(u"carl@example.org"_s), u"lastname"_s), u"Cramer"_s);
        QCOMPARE(withValue(pair.mautic.records(u"companies"_s), u"companyname"_s, u"Nordwind GmbH"_s).size() > 0, true);
    }

    void editInEither_reachesTheOther_thenAllIsSilent()
    {
        const Pair pair;
        pair.hubSpot.edit(u"contacts"_s, pair.text(pair.inHubSpot(u"anna@example.org"_s), u"id"_s),
                          {{u"city"_s, u"Zürich"_s}});
        pair.mautic.edit(u"contacts"_s, pair.inMautic(u"carl@example.org"_s)[u"id"_s].toVariant().toString(),
                         {{u"position"_s, u"Chef"_s}});
        QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());
        QCOMPARE(pair.text(pair.inMautic(u"anna@example.org"_s), u"city"_s), u"Zürich"_s);
        QCOMPARE(pair.text(pair.inHubSpot(u"carl@example.org"_s), u"jobtitle"_s), u"Chef"_s);

        pair.hubSpot.forgetRequests();
        pair.mautic.forgetRequests();
        for (const QStringList &how : {QStringList(), QStringList{u"--full"_s}}) {
            QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
            pair.workspace.sync(how);
        }
        QCOMPARE(shown(pair.mautic.writes()), u"[]"_s);
        for (const QJsonValue &request : pair.hubSpot.requests()) {
            const QString path = request[u"path"_s].toString();
            QVERIFY2(!path.endsWith("/create"_L1) && !path.endsWith("/update"_L1) && !path.endsWith("/archive"_L1),
                     qPrintable(path));
        }
    }

    void optOut_inHubSpot_reachesMautic()
    {
        const Pair pair;
        // The page of the account sets what its API lets nobody write.
        pair.hubSpot.configure({{u"opt_out"_s, u"anna@example.org"_s}});
        pair.workspace.sync();
        QCOMPARE(pair.inMautic(u"anna@example.org"_s)[u"doNotContact"_s].toArray().size(), 1);
    }

    void archivedAndMerged_areFollowed()
    {
        const Pair pair;
        pair.hubSpot.configure({{u"merge_gives_new_id"_s, false}});
        pair.hubSpot.merge(u"contacts"_s, pair.text(pair.inHubSpot(u"anna@example.org"_s), u"id"_s),
                           pair.text(pair.inHubSpot(u"carl@example.org"_s), u"id"_s));
        pair.hubSpot.remove(u"contacts"_s, pair.text(pair.inHubSpot(u"berta@example.org"_s), u"id"_s));
        const QJsonObject report = pair.workspace.sync();
        QCOMPARE(ledgerProblem(report), QString());
        pair.workspace.sync({u"--full"_s});
        QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 3); // deletes are asked about
        QCOMPARE(pair.workspace.must({u"deletes"_s, u"list"_s}).array().size(), 1);
        QCOMPARE(pair.hubSpot.records(u"contacts"_s).size(), 1);
    }

    void aMergeThatGivesANewId_staysWithWhoseAddressItShows()
    {
        const Pair pair;
        pair.hubSpot.configure({{u"merge_gives_new_id"_s, true}});
        const QString anna = pair.text(pair.inHubSpot(u"anna@example.org"_s), u"id"_s);
        pair.hubSpot.merge(u"contacts"_s, anna, pair.text(pair.inHubSpot(u"carl@example.org"_s), u"id"_s));
        QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());
        pair.mautic.edit(u"contacts"_s, pair.inMautic(u"carl@example.org"_s)[u"id"_s].toVariant().toString(),
                         {{u"position"_s, u"Chef"_s}});
        pair.workspace.sync();
        QCOMPARE(pair.text(pair.inHubSpot(u"carl@example.org"_s), u"jobtitle"_s), u"Chef"_s);
        QCOMPARE(pair.text(pair.inMautic(u"anna@example.org"_s), u"position"_s), u"Architect"_s);
        QCOMPARE(pair.hubSpot.records(u"contacts"_s).size(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_HubSpotSync)
#include "tst_hubspotsync.moc"
