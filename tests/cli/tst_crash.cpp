#include "support/program.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

constexpr int latency = 20;

int numberFromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : otherwise;
}

int peopleCount()
{
    constexpr int usual = 120;
    static const int people = numberFromEnvironment("SYNCLINE_KILL_PEOPLE", usual);
    return people;
}

/// What everybody must end up as, in both CRMs. The number of a person is in each of their values.
struct Person
{
    int number = 0;

    QString email() const { return u"person%1@example.org"_s.arg(number, 5, 10, QChar(u'0')); }
    QString name() const { return u"Person %1"_s.arg(number); }
    QString first() const { return u"Zoë & %1"_s.arg(number); }
    QString city() const { return u"Köln %1"_s.arg(number); }
    QString phone() const { return u"+49221%1"_s.arg(400000 + number); }
    bool isInMautic() const { return number % 5 < 3; }
    bool isInSuite() const { return number % 5 >= 2; } // one in five is in both, each CRM with a half of the values

    QJsonObject inMautic() const
    {
        QJsonObject fields{{u"email"_s, email()}, {u"lastname"_s, name()}, {u"firstname"_s, first()}};
        if (!isInSuite())
            fields.insert(u"phone"_s, phone());
        return fields;
    }
    QJsonObject inSuite() const
    {
        QJsonObject fields{{u"email1"_s, email()},
                           {u"last_name"_s, name()},
                           {u"primary_address_city"_s, city()},
                           {u"phone_work"_s, phone()}};
        if (!isInMautic())
            fields.insert(u"first_name"_s, first());
        return fields;
    }
    /// A person that only one CRM knew has what that CRM knew.
    QString expectedCity() const { return isInSuite() ? city() : QString(); }
};

/// People who are partly in one CRM, partly in the other, and answers that take as long as real ones.
struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    World()
    {
        for (int i = 0; i < peopleCount(); ++i) {
            const Person person{i};
            if (person.isInMautic())
                mautic.create(u"contacts"_s, person.inMautic());
            if (person.isInSuite())
                suite.create(u"Contacts"_s, person.inSuite());
        }
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        setLatency(latency);
    }

    void setLatency(int ms) const
    {
        for (const StandIn &standIn : program.standIns())
            standIn.configure({{u"latency"_s, ms}});
    }
    int requestCount() const { return mautic.requestCount() + suite.requestCount(); }

    /// Starts a sync and kills it after its n-th request; false if it ended before.
    bool syncAndKill(int request) const
    {
        const int before = requestCount();
        const auto process = workspace.start({u"sync"_s});
        if (!process->waitForStarted())
            return false;
        while (process->state() != QProcess::NotRunning && requestCount() - before < request)
            process->waitForFinished(1);
        const bool runs = process->state() != QProcess::NotRunning;
        if (runs)
            ::kill(pid_t(process->processId()), SIGKILL);
        process->waitForFinished();
        return runs;
    }
};

struct Names ///< of the fields in one CRM
{
    QString email, name, first, city, phone;
};

/// Everybody exactly once, with each of their values.
QString peopleProblem(const QJsonArray &records, const Names &names)
{
    QMap<QString, QJsonValue> byEmail;
    for (const QJsonValue &record : records) {
        const QString email = record[names.email].toString();
        if (byEmail.contains(email))
            return email + u" is there twice"_s;
        byEmail.insert(email, record);
    }
    for (int i = 0; i < peopleCount(); ++i) {
        const Person person{i};
        if (!byEmail.contains(person.email()))
            return person.email() + u" is lost"_s;
        const QJsonValue record = byEmail.take(person.email());
        const QList<std::pair<QString, QString>> expected{{names.name, person.name()},
                                                          {names.first, person.first()},
                                                          {names.city, person.expectedCity()},
                                                          {names.phone, person.phone()}};
        for (const auto &[field, value] : expected) {
            if (record[field].toString() != value)
                return u"%1: %2 is %3, not %4"_s.arg(person.email(), field, shown(record[field]), value);
        }
    }
    return byEmail.isEmpty() ? QString() : u"nobody knows "_s + byEmail.firstKey();
}

} // namespace

/// The program is killed in the middle of a run. SYNCLINE_KILL_PEOPLE sets how many people there are, SYNCLINE_KILL_RUNS
/// how often it is killed; SYNCLINE_KILL_SEED repeats one series.
class TestCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAtAnyRequestLosesAndDoublesNobody_data();
    void killedAtAnyRequestLosesAndDoublesNobody();
};

void TestCrash::killedAtAnyRequestLosesAndDoublesNobody_data()
{
    constexpr int usualRuns = 6; // each may wait a minute for a write whose answer was lost
    const World world;
    const int before = world.requestCount();
    world.workspace.sync();
    const int requests = world.requestCount() - before;
    const int seed = numberFromEnvironment("SYNCLINE_KILL_SEED", int(QRandomGenerator::global()->bounded(1'000'000)));
    qInfo("SYNCLINE_KILL_SEED=%d, an undisturbed run makes %d requests", seed, requests);
    QRandomGenerator random{quint32(seed)};
    QTest::addColumn<int>("request");
    QTest::addColumn<int>("again");
    const int runs = numberFromEnvironment("SYNCLINE_KILL_RUNS", usualRuns);
    for (int i = 0; i < runs; ++i) {
        const int request = 1 + int(random.bounded(requests));
        const int again = 1 + int(random.bounded(requests));
        const bool twice = i % 4 == 3; // the run that mends is killed too
        QTest::addRow("%d: request %d%s", i, request, twice ? qPrintable(u" and %1"_s.arg(again)) : "")
            << request << (twice ? again : 0);
    }
}

void TestCrash::killedAtAnyRequestLosesAndDoublesNobody()
{
    QFETCH(int, request);
    QFETCH(int, again);
    const World world;
    world.syncAndKill(request);
    if (again > 0)
        world.syncAndKill(again);
    world.setLatency(0);

    const QJsonObject report = world.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(peopleProblem(world.mautic.records(u"contacts"_s),
                           {u"email"_s, u"lastname"_s, u"firstname"_s, u"city"_s, u"phone"_s}),
             QString());
    QCOMPARE(peopleProblem(world.suite.records(u"Contacts"_s),
                           {u"email1"_s, u"last_name"_s, u"first_name"_s, u"primary_address_city"_s, u"phone_work"_s}),
             QString());
    for (const QString &integration : {u"marketing"_s, u"crm"_s}) {
        const QJsonObject row = ledgerRow(report, integration, u"contact"_s);
        for (const QString &fate : {u"left_out"_s, u"conflict"_s, u"held"_s, u"failed"_s})
            QCOMPARE(row.value(fate).toInt(), 0);
    }
    world.mautic.forgetRequests();
    world.suite.forgetRequests();
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
    world.workspace.sync();
    QCOMPARE(shown(world.mautic.writes()), u"[]"_s);
    QCOMPARE(shown(world.suite.writes()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
