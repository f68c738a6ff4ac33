#include "support/program.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

constexpr qint64 anHourAgo = -3600;

/// Two CRMs that know three people in common. Worked out by hand:
///   anna     only in Mautic                      → created in SuiteCRM
///   carl     only in SuiteCRM                    → created in Mautic
///   berta    in both, with two job titles        → the policy decides
///   dora     in both, each knows what the other lacks → both filled
///   emil     in both, equal                      → nothing to write
struct Pair
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    Pair()
    {
        mautic.setClock(anHourAgo); // whatever SuiteCRM holds is newer
        inMautic(u"anna"_s, {{u"position"_s, u"Architect"_s}});
        inMautic(u"berta"_s, {{u"position"_s, u"Head of Sales"_s}});
        inMautic(u"dora"_s, {{u"position"_s, u"Driver"_s}});
        inMautic(u"emil"_s, {{u"position"_s, u"Editor"_s}});
        mautic.setClock(0);
        inSuite(u"berta"_s, {{u"title"_s, u"Sales Director"_s}});
        inSuite(u"carl"_s, {{u"title"_s, u"Cook"_s}});
        inSuite(u"dora"_s, {{u"phone_mobile"_s, u"+49 30 901820"_s}});
        inSuite(u"emil"_s, {{u"title"_s, u"Editor"_s}});
        workspace.connect(u"crm"_s, suite);
        workspace.connect(u"marketing"_s, mautic);
        workspace.must({u"integration"_s, u"set"_s, u"marketing"_s, u"primary=contact"_s});
    }

    static QString emailOf(const QString &who) { return who + u"@example.org"_s; }
    void inMautic(const QString &who, QJsonObject fields) const
    {
        fields.insert(u"email"_s, emailOf(who));
        fields.insert(u"lastname"_s, who);
        mautic.create(u"contacts"_s, fields);
    }
    void inSuite(const QString &who, QJsonObject fields) const
    {
        fields.insert(u"email1"_s, emailOf(who));
        fields.insert(u"last_name"_s, who);
        suite.create(u"Contacts"_s, fields);
    }
    QString titleInMautic(const QString &who) const
    {
        return valueOf(mautic.records(u"contacts"_s), u"email"_s, who, u"position"_s);
    }
    QString titleInSuite(const QString &who) const
    {
        return valueOf(suite.records(u"Contacts"_s), u"email1"_s, who, u"title"_s);
    }
    static QString valueOf(const QJsonArray &records, const QString &emailField, const QString &who,
                           const QString &field)
    {
        for (const QJsonValue &record : records) {
            if (record[emailField].toString() == emailOf(who))
                return record[field].toString();
        }
        return u"(nobody)"_s;
    }
};

QList<int> counts(const QJsonObject &report, const QString &integration)
{
    const QJsonObject row = ledgerRow(report, integration, u"contact"_s);
    QList<int> list;
    for (const auto name :
         {"seen"_L1, "written"_L1, "equal"_L1, "conflict"_L1, "created"_L1, "updated"_L1, "linked"_L1})
        list << row[name].toInt();
    return list;
}

/// What `status` says: of all modules that hold such records, as contacts and leads are people.
int linkedIn(const QJsonArray &standing, const QString &name, const QString &entity)
{
    for (const QJsonValue &integration : standing) {
        if (integration["name"_L1].toString() == name)
            return integration["linked"_L1][entity].toInt();
    }
    return -1;
}

QStringList sortedEmails(const QJsonArray &records, const QString &field)
{
    QStringList list;
    for (const QJsonValue &record : records)
        list << record[field].toString();
    list.sort();
    return list;
}

} // namespace

/// Two populated CRMs meet for the first time.
class TestFirstMeeting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachPolicyDoesWhatItSaysAndNothingIsLostOrDoubled_data();
    void eachPolicyDoesWhatItSaysAndNothingIsLostOrDoubled();
    void countsOfTheReportAreThoseOfTheCrms();
    void threePopulatedCrmsMeet_data();
    void threePopulatedCrmsMeet();
    void threeSidesOfOneFieldAreOneConflictSettledEverywhere();
};

void TestFirstMeeting::eachPolicyDoesWhatItSaysAndNothingIsLostOrDoubled_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QStringList>("titles");   // of berta, in Mautic and in SuiteCRM
    QTest::addColumn<QList<int>>("marketing"); // seen, written, equal, conflict, created, updated, linked
    QTest::addColumn<QList<int>>("crm");
    const QString sales = u"Head of Sales"_s, director = u"Sales Director"_s;
    QTest::newRow("manual") << u"manual"_s << QStringList{sales, director} << QList<int>{5, 4, 0, 1, 1, 1, 4}
                            << QList<int>{5, 4, 0, 1, 1, 1, 4};
    for (const QString &policy : {u"last_write_wins"_s, u"field_merge"_s, u"secondary_wins"_s})
        QTest::newRow(qPrintable(policy)) << policy << QStringList{director, director}
                                          << QList<int>{5, 5, 0, 0, 1, 2, 4} << QList<int>{5, 5, 0, 0, 1, 1, 4};
    QTest::newRow("primary_wins") << u"primary_wins"_s << QStringList{sales, sales} << QList<int>{5, 5, 0, 0, 1, 1, 4}
                                  << QList<int>{5, 5, 0, 0, 1, 2, 4};
}

void TestFirstMeeting::eachPolicyDoesWhatItSaysAndNothingIsLostOrDoubled()
{
    QFETCH(QString, policy);
    QFETCH(QStringList, titles);
    QFETCH(QList<int>, marketing);
    QFETCH(QList<int>, crm);
    const Pair pair;
    pair.workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"conflict="_s + policy});
    const QJsonObject report = pair.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(counts(report, u"marketing"_s), marketing);
    QCOMPARE(counts(report, u"crm"_s), crm);

    QCOMPARE((QStringList{pair.titleInMautic(u"berta"_s), pair.titleInSuite(u"berta"_s)}), titles);
    QCOMPARE(pair.workspace.must({u"conflicts"_s, u"list"_s}).array().size(), policy == "manual"_L1 ? 1 : 0);
    const QStringList everybody{u"anna@example.org"_s, u"berta@example.org"_s, u"carl@example.org"_s,
                                u"dora@example.org"_s, u"emil@example.org"_s};
    QCOMPARE(sortedEmails(pair.mautic.records(u"contacts"_s), u"email"_s), everybody);
    QCOMPARE(sortedEmails(pair.suite.records(u"Contacts"_s), u"email1"_s), everybody);
    const QMap<QString, QString> kept{
        {u"anna"_s, u"Architect"_s}, {u"carl"_s, u"Cook"_s}, {u"dora"_s, u"Driver"_s}, {u"emil"_s, u"Editor"_s}};
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        QCOMPARE(pair.titleInMautic(it.key()), *it);
        QCOMPARE(pair.titleInSuite(it.key()), *it);
        QCOMPARE(Pair::valueOf(pair.mautic.records(u"contacts"_s), u"email"_s, it.key(), u"lastname"_s), it.key());
        QCOMPARE(Pair::valueOf(pair.suite.records(u"Contacts"_s), u"email1"_s, it.key(), u"last_name"_s), it.key());
    }
    QVERIFY(!Pair::valueOf(pair.mautic.records(u"contacts"_s), u"email"_s, u"dora"_s, u"mobile"_s).isEmpty());

    pair.mautic.forgetRequests();
    pair.suite.forgetRequests();
    QCOMPARE(shown(pair.workspace.planned()), u"[]"_s);
    pair.workspace.sync();
    QCOMPARE(shown(pair.mautic.writes()), u"[]"_s);
    QCOMPARE(shown(pair.suite.writes()), u"[]"_s);
}

void TestFirstMeeting::countsOfTheReportAreThoseOfTheCrms()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"150"_s, u"--seed"_s, u"7"_s});
    const StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    const auto size = [](const StandIn &standIn, const QString &entity) { return int(standIn.records(entity).size()); };
    const QList<std::tuple<QString, QString, const StandIn *, QString>> places{
        {u"marketing"_s, u"contact"_s, &mautic, u"contacts"_s},
        {u"marketing"_s, u"company"_s, &mautic, u"companies"_s},
        {u"crm"_s, u"contact"_s, &suite, u"Contacts"_s},
        {u"crm"_s, u"company"_s, &suite, u"Accounts"_s}};
    QList<int> before;
    for (const auto &[name, entity, standIn, remote] : places)
        before << size(*standIn, remote);

    const Ran ran = workspace.run({u"sync"_s});
    QVERIFY2(ran.exitCode == 0 || ran.exitCode == 1, qPrintable(ran.errors)); // the seeded data has flaws
    QCOMPARE(ledgerProblem(ran.object()), QString());
    const QJsonArray standing = workspace.run({u"status"_s}).object()["integrations"_L1].toArray();
    for (int i = 0; i < places.size(); ++i) {
        const auto &[name, entity, standIn, remote] = places[i];
        const QJsonObject row = ledgerRow(ran.object(), name, entity);
        QVERIFY2(row[u"seen"_s].toInt() >= before[i], qPrintable(shown(row)));
        QCOMPARE(linkedIn(standing, name, entity), row[u"linked"_s].toInt() + row[u"created"_s].toInt());
        QCOMPARE(size(*standIn, remote) - before[i], row[u"created"_s].toInt());
    }
    const Ran again = workspace.run({u"sync"_s});
    QCOMPARE(ledgerProblem(again.object()), QString());
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

void TestFirstMeeting::threePopulatedCrmsMeet_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("title");  // of ina, who has three; "" where a person decides
    QTest::addColumn<QString>("shared"); // of jan, whom the secondaries agree about
    QTest::newRow("manual") << u"manual"_s << QString() << QString();
    QTest::newRow("last_write_wins") << u"last_write_wins"_s << u"Boss"_s << u"Chief"_s;
    QTest::newRow("field_merge") << u"field_merge"_s << u"Boss"_s << u"Chief"_s;
    QTest::newRow("primary_wins") << u"primary_wins"_s << u"Manager"_s << u"Manager"_s;
    QTest::newRow("secondary_wins") << u"secondary_wins"_s << QString() << u"Chief"_s;
}

/// ina and jan are known to all three, kim to the south alone. Nobody's value is lost, nobody is there twice.
void TestFirstMeeting::threePopulatedCrmsMeet()
{
    QFETCH(QString, policy);
    QFETCH(QString, title);
    QFETCH(QString, shared);
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), north = program.standIns().value(1),
                  south = program.standIns().value(2);
    const auto inSuite = [](const StandIn &suite, const QString &who, const QString &job, const QString &phone) {
        suite.create(
            u"Contacts"_s,
            {{u"email1"_s, Pair::emailOf(who)}, {u"last_name"_s, who}, {u"title"_s, job}, {u"phone_mobile"_s, phone}});
    };
    mautic.setClock(2 * anHourAgo);
    for (const QString &who : {u"ina"_s, u"jan"_s})
        mautic.create(u"contacts"_s,
                      {{u"email"_s, Pair::emailOf(who)}, {u"lastname"_s, who}, {u"position"_s, u"Manager"_s}});
    mautic.setClock(0);
    north.setClock(anHourAgo);
    inSuite(north, u"ina"_s, u"Chief"_s, {});
    inSuite(north, u"jan"_s, u"Chief"_s, {});
    north.setClock(0);
    inSuite(south, u"ina"_s, u"Boss"_s, u"+49 30 901820"_s);
    inSuite(south, u"jan"_s, u"Chief"_s, {});
    inSuite(south, u"kim"_s, u"Cook"_s, {});
    const Workspace workspace;
    workspace.connect(u"south"_s, south);
    workspace.connect(u"north"_s, north);
    workspace.connect(u"marketing"_s, mautic);
    workspace.must({u"integration"_s, u"set"_s, u"marketing"_s, u"primary=contact"_s});
    workspace.must({u"policy"_s, u"set"_s, u"contact"_s, u"conflict="_s + policy});
    QCOMPARE(ledgerProblem(workspace.sync()), QString());

    const int conflicts = (title.isEmpty() ? 1 : 0) + (shared.isEmpty() ? 1 : 0);
    QCOMPARE(int(workspace.must({u"conflicts"_s, u"list"_s}).array().size()), conflicts);
    const auto titles = [&](const QString &who) {
        return QStringList{Pair::valueOf(mautic.records(u"contacts"_s), u"email"_s, who, u"position"_s),
                           Pair::valueOf(north.records(u"Contacts"_s), u"email1"_s, who, u"title"_s),
                           Pair::valueOf(south.records(u"Contacts"_s), u"email1"_s, who, u"title"_s)};
    };
    const auto everywhere = [](const QString &value) { return QStringList{value, value, value}; };
    QCOMPARE(titles(u"ina"_s),
             title.isEmpty() ? QStringList({u"Manager"_s, u"Chief"_s, u"Boss"_s}) : everywhere(title));
    QCOMPARE(titles(u"jan"_s),
             shared.isEmpty() ? QStringList({u"Manager"_s, u"Chief"_s, u"Chief"_s}) : everywhere(shared));
    QCOMPARE(titles(u"kim"_s), everywhere(u"Cook"_s));
    QVERIFY(!Pair::valueOf(north.records(u"Contacts"_s), u"email1"_s, u"ina"_s, u"phone_mobile"_s).isEmpty());
    const QStringList all{Pair::emailOf(u"ina"_s), Pair::emailOf(u"jan"_s), Pair::emailOf(u"kim"_s)};
    QCOMPARE(sortedEmails(mautic.records(u"contacts"_s), u"email"_s), all);
    QCOMPARE(sortedEmails(north.records(u"Contacts"_s), u"email1"_s), all);
    QCOMPARE(sortedEmails(south.records(u"Contacts"_s), u"email1"_s), all);

    for (const StandIn &standIn : program.standIns())
        standIn.forgetRequests();
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
    workspace.sync();
    for (const StandIn &standIn : program.standIns())
        QCOMPARE(shown(standIn.writes()), u"[]"_s);
}

void TestFirstMeeting::threeSidesOfOneFieldAreOneConflictSettledEverywhere()
{
    const SandboxProgram program({u"mautic"_s, u"suitecrm"_s, u"suitecrm"_s});
    const StandIn mautic = program.standIns().value(0), first = program.standIns().value(1),
                  second = program.standIns().value(2);
    const Workspace workspace;
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"north"_s, first);
    workspace.connect(u"south"_s, second);
    mautic.create(u"contacts"_s,
                  {{u"email"_s, u"ina@example.org"_s}, {u"lastname"_s, u"Ina"_s}, {u"position"_s, u"Clerk"_s}});
    workspace.sync();
    workspace.sync();
    const QString north = first.records(u"Contacts"_s).at(0)["id"_L1].toString(),
                  south = second.records(u"Contacts"_s).at(0)["id"_L1].toString();
    QCOMPARE(first.record(u"Contacts"_s, north)[u"title"_s].toString(), u"Clerk"_s);

    mautic.edit(u"contacts"_s, u"1"_s, {{u"position"_s, u"Manager"_s}});
    first.edit(u"Contacts"_s, north, {{u"title"_s, u"Chief"_s}});
    second.edit(u"Contacts"_s, south, {{u"title"_s, u"Boss"_s}, {u"phone_mobile"_s, u"+49 30 5550000"_s}});
    for (const StandIn &standIn : program.standIns())
        standIn.forgetRequests();
    workspace.sync();
    const QJsonArray conflicts = workspace.must({u"conflicts"_s, u"list"_s}).array();
    QCOMPARE(conflicts.size(), 1);
    QSet<QString> values;
    for (const QJsonValue &side : conflicts.at(0)["sides"_L1].toArray()) {
        if (side["system"_L1].toString() != "hub"_L1)
            values << side["value"_L1].toString();
    }
    QCOMPARE(values, (QSet<QString>{u"Manager"_s, u"Chief"_s, u"Boss"_s}));
    QCOMPARE(mautic.record(u"contacts"_s, u"1"_s)[u"position"_s].toString(), u"Manager"_s);
    QCOMPARE(first.record(u"Contacts"_s, north)[u"title"_s].toString(), u"Chief"_s);
    QCOMPARE(second.record(u"Contacts"_s, south)[u"title"_s].toString(), u"Boss"_s);
    QVERIFY(!mautic.record(u"contacts"_s, u"1"_s)[u"mobile"_s].toString().isEmpty()); // the record's other fields go on

    workspace.must({u"conflicts"_s, u"resolve"_s, conflicts.at(0)["id"_L1].toString(), u"--take"_s, u"north"_s});
    workspace.sync();
    QCOMPARE(mautic.record(u"contacts"_s, u"1"_s)[u"position"_s].toString(), u"Chief"_s);
    QCOMPARE(first.record(u"Contacts"_s, north)[u"title"_s].toString(), u"Chief"_s);
    QCOMPARE(second.record(u"Contacts"_s, south)[u"title"_s].toString(), u"Chief"_s);
    QCOMPARE(workspace.must({u"conflicts"_s, u"list"_s}).array().size(), 0);
    QCOMPARE(shown(workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestFirstMeeting)
#include "tst_firstmeeting.moc"
