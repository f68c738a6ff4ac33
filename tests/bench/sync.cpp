/// What a sync costs: the real program against the real stand-ins, without a rate limit and without latency, next to the
/// same requests sent once more and their answers thrown away. docs/benchmarks.md explains each line.

#include "bench/standins.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace syncline::bench;

namespace {

struct Measured
{
    Cost cost;
    QJsonObject report;
    double standInCpu = 0;
    Traffic traffic;
    Replayed floor;
    double floorWall = 0;
};

/// syncline-cli on a workspace with both stand-ins connected.
class Bench
{
public:
    explicit Bench(const StandIns &standIns) : m_standIns(standIns) {}

    bool setUp()
    {
        return must({u"init"_s}) && connect(u"crm"_s, u"suitecrm"_s) && connect(u"marketing"_s, u"mautic"_s)
            && must({u"integration"_s, u"set"_s, u"crm"_s, u"primary=contact,company"_s})
            && must({u"policy"_s, u"set"_s, u"contact"_s, u"conflict=primary_wins"_s})
            && must({u"policy"_s, u"set"_s, u"company"_s, u"conflict=primary_wins"_s});
    }

    Measured sync(const QStringList &options, bool withTraffic)
    {
        m_standIns.forget();
        m_standIns.keepTraffic(withTraffic);
        Measured measured;
        const double before = m_standIns.cpu();
        measured.cost = cli(QStringList{u"sync"_s} + options);
        measured.standInCpu = m_standIns.cpu() - before;
        measured.report = QJsonDocument::fromJson(measured.cost.output).object();
        if (withTraffic)
            measured.traffic = m_standIns.traffic();
        return measured;
    }

private:
    Cost cli(const QStringList &arguments) const
    {
        return run(QStringLiteral(CLI_PROGRAM),
                   QStringList{u"--workspace"_s, m_folder.filePath(u"bench.syncline"_s), u"--json"_s} + arguments);
    }

    bool must(const QStringList &arguments) const
    {
        const Cost cost = cli(arguments);
        if (cost.exitCode != 0)
            QTextStream(stderr) << arguments.join(u' ') << ": " << QString::fromUtf8(cost.output) << '\n';
        return cost.exitCode == 0;
    }

    bool connect(const QString &name, const QString &provider) const
    {
        return must({u"integration"_s, u"add"_s, provider, u"--name"_s, name, u"--url"_s, m_standIns.address(provider),
                     u"--auth"_s, u"oauth2_client_credentials"_s, u"--set"_s, u"demo=true"_s, u"--set"_s,
                     u"phone_region=DE"_s})
            && must({u"map"_s, u"suggest"_s, name, u"--apply"_s});
    }

    const StandIns &m_standIns;
    QTemporaryDir m_folder;
};

void replayOn(const StandIns &standIns, Measured &measured)
{
    const auto began = std::chrono::steady_clock::now();
    measured.floor = standIns.replayAll(measured.traffic);
    measured.floorWall = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

int sum(const QJsonObject &report, QLatin1StringView count)
{
    int all = 0;
    for (const QJsonValue &row : report.value("ledger"_L1).toArray())
        all += row[count].toInt();
    return all;
}

QString number(double value, int digits = 2)
{
    return QString::number(value, 'f', digits);
}

void print(QTextStream &out, const QString &name, const Measured &measured)
{
    const int seen = sum(measured.report, "seen"_L1);
    out << u"\n%1: exit code %2, %3\n"_s.arg(name)
               .arg(measured.cost.exitCode)
               .arg(measured.report.value("status"_L1).toString());
    out << u"  records seen %1, written %2 (created %3, updated %4), conflict %5, held %6, failed %7\n"_s.arg(seen)
               .arg(sum(measured.report, "written"_L1))
               .arg(sum(measured.report, "created"_L1))
               .arg(sum(measured.report, "updated"_L1))
               .arg(sum(measured.report, "conflict"_L1))
               .arg(sum(measured.report, "held"_L1))
               .arg(sum(measured.report, "failed"_L1));
    out << u"  wall %1 s, %2 records/s; CPU %3 s of the program, %4 s of the stand-ins; peak memory %5 MB\n"_s.arg(
        number(measured.cost.wall), number(seen / measured.cost.wall, 0), number(measured.cost.cpu),
        number(measured.standInCpu), number(double(measured.cost.peakKib) / 1024, 1));
    if (measured.floor.requests == 0) {
        out.flush();
        return;
    }
    out << u"  limit: the same %1 requests, %2 MB of answers thrown away: %3 s (%4 answered otherwise)\n"_s
               .arg(measured.floor.requests)
               .arg(number(double(measured.floor.bytes) / 1e6, 1), number(measured.floorWall))
               .arg(measured.floor.different);
    out << u"  ratio to the limit %1; engine (wall without the limit) %2 s\n"_s.arg(
        number(measured.cost.wall / measured.floorWall), number(measured.cost.wall - measured.floorWall));
    out.flush();
}

/// First sync, the sync after it, and two with nothing to do.
int measure(QTextStream &out, int contacts, bool withLimit)
{
    const StandIns standIns(contacts / 2);
    if (!standIns.areUp())
        return 1;
    Bench bench(standIns);
    if (!bench.setUp())
        return 1;
    out << u"\n%1 contacts, half in each CRM, half of those in both\n"_s.arg(contacts);
    Measured first = bench.sync({}, withLimit);
    if (withLimit) {
        const StandIns twins(contacts / 2);
        replayOn(twins, first);
    }
    print(out, u"first sync"_s, first);
    Measured second = bench.sync({}, withLimit);
    if (withLimit)
        replayOn(standIns, second);
    print(out, u"sync after it"_s, second);
    for (const QStringList &options : {QStringList(), QStringList{u"--full"_s}}) {
        Measured silent = bench.sync(options, withLimit);
        if (withLimit)
            replayOn(standIns, silent);
        print(out, options.isEmpty() ? u"nothing changed"_s : u"nothing changed, everything read"_s, silent);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"What a sync costs next to its bytes fetched and thrown away."_s);
    parser.addHelpOption();
    parser.addOptions({{u"contacts"_s, u"How many contacts, half in each CRM."_s, u"N"_s, u"10000"_s},
                       {u"large"_s, u"How many for a second look at the memory; 0: none."_s, u"N"_s, u"0"_s},
                       {u"no-limit"_s, u"Leaves out the limit, for profiling."_s}});
    parser.process(application);
    QTextStream out(stdout);
    const int failed = measure(out, parser.value(u"contacts"_s).toInt(), !parser.isSet(u"no-limit"_s));
    const int large = parser.value(u"large"_s).toInt();
    return failed != 0 || large == 0 ? failed : measure(out, large, false);
}
