/// What a mirror costs: the real program against the real stand-in and a real PostgreSQL server, next to what it cannot be
/// faster than: its requests at the rate that is allowed, and COPY of the same rows alone. docs/benchmarks.md explains each
/// line.

#include "bench/child.h"
#include "bench/replay.h"
#include "support/postgresserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace syncline::bench;
using syncline::test::PostgresReader;
using syncline::test::PostgresServer;

namespace {

struct Measured
{
    Cost cost;
    QJsonObject report;

    double seconds() const { return double(report["duration_ms"_L1].toInteger()) / 1000; }
    qint64 requests() const { return report["requests"_L1].toInteger(); }
    qint64 sum(QLatin1StringView count) const
    {
        qint64 all = 0;
        for (const QJsonValue &entity : report["entities"_L1].toArray())
            all += entity[count].toInteger();
        return all;
    }
};

class World
{
public:
    World(int contacts, int deals)
        : m_sandbox(QStringLiteral(SANDBOX_PROGRAM),
                    {u"--provider"_s, u"activecampaign"_s, u"--records"_s, QString::number(contacts)})
    {
        const QByteArray line = m_sandbox.lines(1).value(0);
        m_port = std::uint16_t(line.mid(line.lastIndexOf(':') + 1).toInt());
        m_wire = std::make_unique<Wire>(m_port);
        configure({{u"record_requests"_s, false}});
        const auto known = int(
            QJsonDocument::fromJson(m_wire->exchange({"GET", "/_sandbox/records/deals", {}, 0}).body).array().size());
        edit(u"create"_s, u"dealCustomFieldMeta"_s, {}, {{u"fieldLabel"_s, u"Shop"_s}, {u"fieldType"_s, u"text"_s}});
        edit(u"create"_s, u"dealCustomFieldMeta"_s, {}, {{u"fieldLabel"_s, u"Items"_s}, {u"fieldType"_s, u"number"_s}});
        for (int i = known; i < deals; ++i)
            edit(u"create"_s, u"deals"_s, {},
                 {{u"title"_s, u"Order %1"_s.arg(i)},
                  {u"stage"_s, 1 + i % 5},
                  {u"value"_s, QString::number(i * 137 % 1'000'000)},
                  {u"currency"_s, u"eur"_s},
                  {u"owner"_s, 1 + i % 2},
                  {u"field_1"_s, u"Shop %1"_s.arg(i % 7)},
                  {u"field_2"_s, QString::number(1 + i % 9)},
                  {u"contact"_s, 1 + i % contacts}});
        moveClockOn();
        must({u"init"_s});
        must({u"integration"_s, u"add"_s, u"activecampaign"_s, u"--name"_s, u"crm"_s, u"--url"_s,
              u"http://127.0.0.1:%1"_s.arg(m_port), u"--auth"_s, u"token"_s, u"--set"_s, u"demo=true"_s});
    }

    void setRate(int ours, const QString &theirs)
    {
        must({u"integration"_s, u"set"_s, u"crm"_s, u"rate_per_second=%1"_s.arg(ours)});
        configure({{u"rate_limit"_s, theirs}});
    }
    /// So many contacts and deals are changed by somebody, after everything that was before.
    void change(int contacts, int deals)
    {
        moveClockOn();
        for (int i = 1; i <= contacts; ++i)
            edit(u"edit"_s, u"contacts"_s, QString::number(i * 100), {{u"firstName"_s, u"Changed %1"_s.arg(m_skew)}});
        for (int i = 1; i <= deals; ++i)
            edit(u"edit"_s, u"deals"_s, QString::number(i * 100), {{u"title"_s, u"Changed %1"_s.arg(m_skew)}});
    }

    Measured mirror(const QStringList &options)
    {
        Measured measured;
        measured.cost = cli(QStringList{u"mirror"_s, u"crm"_s, u"--to"_s, m_server.address(), u"--entity"_s,
                                        u"contacts"_s, u"--entity"_s, u"deals"_s}
                            + options);
        measured.report = QJsonDocument::fromJson(measured.cost.output).object();
        if (measured.cost.exitCode != 0)
            QTextStream(stderr) << QString::fromUtf8(measured.cost.output) << '\n';
        return measured;
    }
    const PostgresServer &server() const { return m_server; }

private:
    /// What was made until now is old: no walk reads it once more as too new to be sure of.
    void moveClockOn()
    {
        m_skew += 3600;
        post("/_sandbox/clock", {{u"skew"_s, m_skew}});
    }
    void post(const QByteArray &target, const QJsonObject &body)
    {
        const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
        m_wire->exchange({"POST", target, text, 0});
    }
    void configure(const QJsonObject &switches) { post("/_sandbox/configure", switches); }
    void edit(const QString &action, const QString &entity, const QString &id, const QJsonObject &fields)
    {
        post("/_sandbox/edit", {{u"action"_s, action}, {u"entity"_s, entity}, {u"id"_s, id}, {u"fields"_s, fields}});
    }
    Cost cli(const QStringList &arguments) const
    {
        return run(QStringLiteral(CLI_PROGRAM),
                   QStringList{u"--workspace"_s, m_folder.filePath(u"bench.syncline"_s), u"--json"_s} + arguments);
    }
    void must(const QStringList &arguments) const
    {
        const Cost cost = cli(arguments);
        if (cost.exitCode != 0)
            QTextStream(stderr) << arguments.join(u' ') << ": " << QString::fromUtf8(cost.output) << '\n';
    }

    Child m_sandbox;
    std::uint16_t m_port = 0;
    std::unique_ptr<Wire> m_wire;
    PostgresServer m_server;
    QTemporaryDir m_folder;
    int m_skew = 0;
};

/// Seconds that PostgreSQL takes for the rows of the current generation alone: both entities at once, each with its typed
/// rows, its arrays and its indexes, out of files.
double copyAlone(const PostgresServer &server)
{
    const PostgresReader maker(server);
    const QString generation = maker.value(u"SELECT generation FROM ac_mirror"_s);
    const QString data = u"ac_sync_data_g%1"_s.arg(generation);
    const QString folder = maker.value(u"SHOW data_directory"_s);
    QList<QStringList> work;
    for (const QString &entity : {u"contacts"_s, u"deals"_s}) {
        const QString rows = u"ac_%1_g%2"_s.arg(entity, generation);
        maker.run(u"DROP TABLE IF EXISTS copy_%1, copy_%1_data"_s.arg(entity));
        maker.run(u"COPY %1 TO '%2/%3.rows'"_s.arg(rows, folder, entity));
        maker.run(u"COPY (SELECT * FROM %1 WHERE data_type = '%3') TO '%2/%3.data' (FORMAT binary)"_s.arg(data, folder,
                                                                                                          entity));
        maker.run(u"CREATE TABLE copy_%1 (LIKE %2 INCLUDING COMPRESSION)"_s.arg(entity, rows));
        maker.run(u"CREATE TABLE copy_%1_data (LIKE %2 INCLUDING COMPRESSION)"_s.arg(entity, data));
        QStringList statements{u"SET synchronous_commit = off"_s,
                               u"COPY copy_%1_data FROM '%2/%1.data' (FORMAT binary)"_s.arg(entity, folder),
                               u"COPY copy_%1 FROM '%2/%1.rows'"_s.arg(entity, folder)};
        for (const QString &index : maker.column(u"SELECT replace(replace(indexdef, ' public.', ' '), '%1', 'copy_%2')"
                                                 " FROM pg_indexes WHERE tablename = '%1'"_s.arg(rows, entity)))
            statements << index;
        work << statements;
    }
    maker.run(u"CHECKPOINT"_s);
    const auto began = std::chrono::steady_clock::now();
    std::vector<std::jthread> threads;
    for (const QStringList &statements : std::as_const(work)) {
        threads.emplace_back([&server, &statements] {
            const PostgresReader writer(server);
            for (const QString &statement : statements)
                writer.run(statement);
        });
    }
    threads.clear();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

QString number(double value, int digits = 2)
{
    return QString::number(value, 'f', digits);
}

void print(QTextStream &out, const QString &name, const Measured &measured)
{
    out << u"\n%1: exit code %2\n"_s.arg(name).arg(measured.cost.exitCode);
    out << u"  records %1, read %2, requests %3, %4 s; CPU %5 s, peak memory %6 MB\n"_s.arg(measured.sum("records"_L1))
               .arg(measured.sum("read"_L1))
               .arg(measured.requests())
               .arg(number(measured.seconds()), number(measured.cost.cpu),
                    number(double(measured.cost.peakKib) / 1024, 1));
    out.flush();
}

void measureUnlimited(QTextStream &out, World &world)
{
    world.setRate(0, u"off"_s);
    const Measured full = world.mirror({u"--full"_s});
    print(out, u"everything, no limit"_s, full);
    const double alone = copyAlone(world.server());
    out << u"  limit: COPY of the same rows alone %1 s; ratio %2\n"_s.arg(number(alone),
                                                                          number(full.seconds() / alone));
    print(out, u"nothing changed"_s, world.mirror({}));
}

void measureRate(QTextStream &out, World &world, int rate)
{
    world.setRate(rate, QString::number(rate));
    const Measured full = world.mirror({u"--full"_s});
    print(out, u"everything at %1 requests a second"_s.arg(rate), full);
    const double floor = double(full.requests()) / rate;
    out << u"  limit: %1 requests at that rate %2 s; ratio %3\n"_s.arg(full.requests())
               .arg(number(floor), number(full.seconds() / floor, 3));
    out.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption contacts(u"contacts"_s, u"How many."_s, u"N"_s, u"82000"_s);
    const QCommandLineOption deals(u"deals"_s, u"How many."_s, u"N"_s, u"75000"_s);
    const QCommandLineOption rates(u"rates"_s, u"Requests a second, separated by commas; none: leave it out."_s,
                                   u"LIST"_s, u"5,10"_s);
    parser.addOptions({contacts, deals, rates});
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    World world(parser.value(contacts).toInt(), parser.value(deals).toInt());
    measureUnlimited(out, world);
    const int people = parser.value(contacts).toInt() / 200, orders = parser.value(deals).toInt() / 200;
    world.change(people, orders);
    print(out, u"0.5 % changed"_s, world.mirror({}));
    for (const QString &rate : parser.value(rates).split(u',', Qt::SkipEmptyParts)) {
        if (rate.toInt() > 0)
            measureRate(out, world, rate.toInt());
    }
    return 0;
}
