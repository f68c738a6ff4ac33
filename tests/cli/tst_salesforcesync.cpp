#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// A Salesforce and a Mautic that know some people in common, in step since the last sync.
struct Pair
{
    SandboxProgram program{{u"salesforce"_s, u"mautic"_s}};
    StandIn salesforce = program.standIns().value(0), mautic = program.standIns().value(1);
    Workspace workspace;

    Pair()
    {
        const QString acme = salesforce.create(u"Account"_s, {{u"Name"_s, u"Acme GmbH"_s}})[u"id"_s].toString();
        salesforce.create(u"Contact"_s,
                          {{u"Email"_s, u"anna@example.org"_s},
                           {u"LastName"_s, u"Anders"_s},
                           {u"Title"_s, u"Architect"_s},
                           {u"AccountId"_s, acme}});
        mautic.create(
            u"contacts"_s,
            {{u"email"_s, u"berta@example.org"_s}, {u"lastname"_s, u"Berger"_s}, {u"mobile"_s, u"+49 30 901820"_s}});
        salesforce.create(u"Contact"_s, {{u"Email"_s, u"carl@example.org"_s}, {u"LastName"_s, u"Cramer"_s}});
        mautic.create(u"contacts"_s, {{u"email"_s, u"carl@example.org"_s}, {u"position"_s, u"Cook"_s}});
        workspace.connect(u"org"_s, salesforce);
        workspace.connect(u"marketing"_s, mautic);
        workspace.sync();
        workspace.sync();
        salesforce.forgetRequests();
        mautic.forgetRequests();
    }

    QJsonObject inSalesforce(const QString &email) const
    {
        return withValue(salesforce.records(u"Contact"_s), u"Email"_s, email);
    }
    QJsonObject inMautic(const QString &email) const
    {
        return withValue(mautic.records(u"contacts"_s), u"email"_s, email);
    }
    QString text(const QJsonObject &record, const QString &field) const { return record[field].toString(); }
    /// Calls by which Salesforce is asked to store something.
    int writesToSalesforce() const
    {
        int count = 0;
        for (const QJsonValue &request : salesforce.requests())
            count += request[u"path"_s].toString().endsWith("/composite/sobjects"_L1) ? 1 : 0;
        return count;
    }
};

} // namespace

/// Salesforce and Mautic, with the real programs.
class tst_SalesforceSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSync_bringsEverybodyToBoth()
    {
        const Pair pair;
        QCOMPARE(pair.salesforce.records(u"Contact"_s).size(), 3);
        QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 3);
        QCOMPARE(pair.text(pair.inMautic(u"anna@example.org"_s), u"position"_s), u"Architect"_s);
        QCOMPARE(pair.text(pair.inSalesforce(u"berta@example.org"_s), u"MobilePhone"_s), u"+4930901820"_s);
        QCOMPARE(pair.text(pair.inSalesforce(u"carl@example.org"_s), u"Title"_s), u"Cook"_s);
        QCOMPARE(pair.text(pair.inMautic(u"carl@example.org"_s), u"lastname"_s), u"Cramer"_s);
        QVERIFY(!withValue(pair.mautic.records(u"companies"_s), u"companyname"_s, u"Acme GmbH"_s).isEmpty());
    }

    void editInEither_reachesTheOther_thenAllIsSilent()
    {
        const Pair pair;
        pair.salesforce.edit(u"Contact"_s, pair.text(pair.inSalesforce(u"anna@example.org"_s), u"id"_s),
                             {{u"MailingCity"_s, u"Zürich"_s}});
        pair.mautic.edit(u"contacts"_s, pair.inMautic(u"carl@example.org"_s)[u"id"_s].toVariant().toString(),
                         {{u"position"_s, u"Chef"_s}});
        QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());
        QCOMPARE(pair.text(pair.inMautic(u"anna@example.org"_s), u"city"_s), u"Zürich"_s);
        QCOMPARE(pair.text(pair.inSalesforce(u"carl@example.org"_s), u"Title"_s), u"Chef"_s);

        pair.salesforce.forgetRequests();
        pair.mautic.forgetRequests();
        for (const QStringList &how : {QStringList(), QStringList{u"--full"_s}}) {
            QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
            pair.workspace.sync(how);
        }
        QCOMPARE(shown(pair.mautic.writes()), u"[]"_s);
        QCOMPARE(pair.writesToSalesforce(), 0);
    }

    void optOut_reachesMautic()
    {
        const Pair pair;
        pair.salesforce.edit(u"Contact"_s, pair.text(pair.inSalesforce(u"anna@example.org"_s), u"id"_s),
                             {{u"HasOptedOutOfEmail"_s, true}});
        pair.workspace.sync();
        QCOMPARE(pair.inMautic(u"anna@example.org"_s)[u"doNotContact"_s].toArray().size(), 1);
    }

    void deletedAndMerged_areFollowed()
    {
        const Pair pair;
        pair.salesforce.merge(u"Contact"_s, pair.text(pair.inSalesforce(u"anna@example.org"_s), u"id"_s),
                              pair.text(pair.inSalesforce(u"carl@example.org"_s), u"id"_s));
        pair.salesforce.remove(u"Contact"_s, pair.text(pair.inSalesforce(u"berta@example.org"_s), u"id"_s));
        QCOMPARE(ledgerProblem(pair.workspace.sync()), QString());
        pair.workspace.sync({u"--full"_s});
        QCOMPARE(pair.mautic.records(u"contacts"_s).size(), 3); // deletes are asked about
        QCOMPARE(pair.workspace.must({u"deletes"_s, u"list"_s}).array().size(), 1);
        QCOMPARE(pair.salesforce.records(u"Contact"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_SalesforceSync)
#include "tst_salesforcesync.moc"
