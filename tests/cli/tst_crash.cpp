#include "support/program.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

constexpr int people = 200;
constexpr int latency = 20;

/// 200 people, half of them in each CRM, and answers that take as long as real ones.
struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    World()
    {
        for (int i = 0; i < people / 2; ++i) {
            mautic.create(u"contacts"_s, {{u"email"_s, email(i)}, {u"lastname"_s, u"Person %1"_s.arg(i)}});
            suite.create(u"Contacts"_s,
                         {{u"email1"_s, email(people / 2 + i)}, {u"last_name"_s, u"Person %1"_s.arg(people / 2 + i)}});
        }
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, suite);
        setLatency(latency);
    }

    static QString email(int i) { return u"person%1@example.org"_s.arg(i, 3, 10, QChar(u'0')); }
    void setLatency(int ms) const
    {
        for (const StandIn &standIn : program.standIns())
            standIn.configure({{u"latency"_s, ms}});
    }
    int requestCount() const { return int(mautic.requests().size() + suite.requests().size()); }
};

QStringList everybody()
{
    QStringList list;
    for (int i = 0; i < people; ++i)
        list << World::email(i);
    return list;
}

/// Everybody exactly once, under the right name.
QString peopleProblem(const QJsonArray &records, const QString &email, const QString &name)
{
    QStringList emails;
    for (const QJsonValue &record : records) {
        emails << record[email].toString();
        if (record[name].toString() != u"Person %1"_s.arg(record[email].toString().mid(6, 3).toInt()))
            return u"wrong name: "_s + shown(record[name]) + u" at "_s + emails.last();
    }
    emails.sort();
    if (emails == everybody())
        return {};
    for (const QString &one : everybody()) {
        if (emails.count(one) != 1)
            return u"%1 is there %2 times; %3 records in all"_s.arg(one).arg(emails.count(one)).arg(emails.size());
    }
    return u"%1 records"_s.arg(emails.size());
}

int numberFromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : otherwise;
}

} // namespace

/// The program is killed in the middle of a run. SYNCLINE_KILL_RUNS sets how often, SYNCLINE_KILL_SEED repeats one series.
class TestCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAtAnyRequestLosesAndDoublesNobody_data();
    void killedAtAnyRequestLosesAndDoublesNobody();

private:
    int m_requests = 0; ///< of a run that nobody kills
};

void TestCrash::killedAtAnyRequestLosesAndDoublesNobody_data()
{
    constexpr int usualRuns = 12;
    const World world;
    const int before = world.requestCount();
    world.workspace.sync();
    m_requests = world.requestCount() - before;
    const int seed = numberFromEnvironment("SYNCLINE_KILL_SEED", int(QRandomGenerator::global()->bounded(1'000'000)));
    qInfo("SYNCLINE_KILL_SEED=%d, an undisturbed run makes %d requests", seed, m_requests);
    QRandomGenerator random{quint32(seed)};
    QTest::addColumn<int>("request");
    const int runs = numberFromEnvironment("SYNCLINE_KILL_RUNS", usualRuns);
    for (int i = 0; i < runs; ++i) {
        const int request = 1 + int(random.bounded(m_requests));
        QTest::addRow("%d: request %d", i, request) << request;
    }
}

void TestCrash::killedAtAnyRequestLosesAndDoublesNobody()
{
    QFETCH(int, request);
    const World world;
    const int before = world.requestCount();
    const auto process = world.workspace.start({u"sync"_s});
    QVERIFY(process->waitForStarted());
    while (process->state() != QProcess::NotRunning && world.requestCount() - before < request)
        process->waitForFinished(1);
    if (process->state() != QProcess::NotRunning)
        ::kill(pid_t(process->processId()), SIGKILL);
    QVERIFY(process->waitForFinished());
    world.setLatency(0);

    const QJsonObject report = world.workspace.sync();
    QCOMPARE(ledgerProblem(report), QString());
    QCOMPARE(peopleProblem(world.mautic.records(u"contacts"_s), u"email"_s, u"lastname"_s), QString());
    QCOMPARE(peopleProblem(world.suite.records(u"Contacts"_s), u"email1"_s, u"last_name"_s), QString());
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
