#include "mirrorworld.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

int numberFromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : otherwise;
}

bool isPage(const QJsonValue &request)
{
    const QString path = request["path"_L1].toString();
    return path.endsWith("/contacts"_L1) || path.endsWith("/deals"_L1);
}

/// Pages of contacts and deals in the order in which they were asked for: path and query.
QStringList pagesAsked(const StandIn &crm)
{
    QStringList pages;
    for (const QJsonValue &request : crm.requests()) {
        // The field lists ask for one record to see whether there are any.
        if (isPage(request) && !request["query"_L1].toString().contains("limit=1&"_L1)
            && !request["query"_L1].toString().endsWith("limit=1"_L1))
            pages << request["path"_L1].toString() + u'?' + request["query"_L1].toString();
    }
    return pages;
}

} // namespace

/// The program is killed while it mirrors. SYNCLINE_KILL_RUNS sets how often, SYNCLINE_KILL_SEED repeats one series.
class TestMirrorKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKilledMirrorGoesOnWhereItWas();
};

void TestMirrorKills::aKilledMirrorGoesOnWhereItWas()
{
    constexpr int usualRuns = 50;
    // Of each entity, the page that was on its way and those that had come and had not landed.
    constexpr int notLanded = 5;
    const int seed = numberFromEnvironment("SYNCLINE_KILL_SEED", int(QRandomGenerator::global()->bounded(1'000'000)));
    qInfo("SYNCLINE_KILL_SEED=%d", seed);
    QRandomGenerator random{quint32(seed)};
    const MirrorWorld world(u"activecampaign"_s, {u"--records"_s, u"900"_s});
    for (int i = 0; i < 350; ++i)
        world.add(u"deals"_s, {{u"title"_s, u"Deal %1"_s.arg(i)}, {u"stage"_s, 1 + i % 5}, {u"value"_s, u"100"_s}});
    world.crm.configure({{u"latency"_s, 5}});
    const PostgresReader reader(world.server);
    const QStringList both{u"--full"_s, u"--entity"_s, u"contacts"_s, u"--entity"_s, u"deals"_s};
    world.mirrored(both);
    const auto whole = [&] {
        return reader.rows(
            u"SELECT 'contacts', md5(string_agg(c::text, '' ORDER BY id)) FROM (SELECT id, email, first_name,"
            " tags, custom FROM ac_contacts JOIN LATERAL (SELECT json_data -> position AS custom FROM"
            " ac_sync_data d WHERE d.data_type = 'contacts' AND d.chunk = ac_contacts.chunk) j ON true) c"
            " UNION ALL SELECT 'deals', md5(string_agg(c::text, '' ORDER BY id)) FROM (SELECT id, title,"
            " stage_name, document FROM ac_deals JOIN LATERAL (SELECT json_data -> position AS document FROM"
            " ac_sync_data d WHERE d.data_type = 'deals' AND d.chunk = ac_deals.chunk) j ON true) c"
            " ORDER BY 1"_s);
    };
    const auto expected = whole();
    world.crm.forgetRequests();
    QElapsedTimer timer;
    timer.start();
    world.mirrored(both);
    const int takes = int(timer.elapsed());
    const QStringList undisturbed = pagesAsked(world.crm);
    const int runs = numberFromEnvironment("SYNCLINE_KILL_RUNS", usualRuns);
    int killed = 0, resumed = 0;
    for (int i = 0; i < runs; ++i) {
        world.crm.forgetRequests();
        const auto process = world.workspace.start(world.command(both));
        QVERIFY(process->waitForStarted());
        process->waitForFinished(1 + int(random.bounded(takes)));
        const bool runsStill = process->state() != QProcess::NotRunning;
        if (runsStill)
            ::kill(pid_t(process->processId()), SIGKILL);
        process->waitForFinished();
        killed += runsStill ? 1 : 0;
        QCOMPARE(whole(), expected); // the generation before
        const bool isResumed = world.mirrored(both)["resumed"_L1].toBool();
        QCOMPARE(whole(), expected);
        const qsizetype twice = pagesAsked(world.crm).size() - undisturbed.size();
        if (isResumed)
            QVERIFY2(twice <= 2 * notLanded, qPrintable(u"%1 pages were read twice"_s.arg(twice)));
        resumed += isResumed ? 1 : 0;
    }
    qInfo("%d of %d runs were killed while they worked, %d were gone on with", killed, runs, resumed);
    QVERIFY(killed > runs / 2 && resumed > runs / 4);
}

QTEST_GUILESS_MAIN(TestMirrorKills)
#include "tst_mirrorkills.moc"
