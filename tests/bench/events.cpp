/// What a business event costs: from the command that tells of it to its result in each of five CRMs, through the real program
/// and the real stand-ins, each of which takes its time for every answer. docs/benchmarks.md explains each line.

#include "bench/child.h"
#include "bench/replay.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace syncline::bench;

namespace {

struct Crm
{
    QString provider, entity, auth;
};
const QList<Crm> crms{{u"mautic"_s, u"contacts"_s, u"oauth2_client_credentials"_s},
                      {u"suitecrm"_s, u"Contacts"_s, u"oauth2_client_credentials"_s},
                      {u"activecampaign"_s, u"contacts"_s, u"token"_s},
                      {u"hubspot"_s, u"contacts"_s, u"token"_s},
                      {u"salesforce"_s, u"Contact"_s, u"oauth2_client_credentials"_s}};

constexpr char recipe[] =
    R"({"syncline_recipe": 1, "name": "sign-up", "title": "Sign-up", "description": "A person signs up.",
"needs": {"contact": ["email", "last_name"]},
"events": {"signed_up": {"label": "Somebody signed up", "fields": {"email": "email", "name": "text"},
"example": {"email": "ada@example.org", "name": "Ada"},
"steps": [{"name": "person", "entity": "contact", "match": "email", "key": "{event.email}",
"set": [["last_name", "{event.name}"]]}]}}})";

class World
{
public:
    World(int records, int latency) : m_sandbox(QStringLiteral(SANDBOX_PROGRAM), options(records))
    {
        QList<std::uint16_t> ports;
        for (const QByteArray &line : m_sandbox.lines(int(crms.size())))
            ports << std::uint16_t(line.mid(line.lastIndexOf(':') + 1).toInt());
        must({u"init"_s});
        for (int i = 0; i < crms.size(); ++i)
            connectStandIn(crms[i], ports.value(i));
        write(u"recipe.json"_s, recipe);
        must({u"recipe"_s, u"apply"_s, path(u"recipe.json"_s)});
        must({u"sync"_s});
        const QByteArray slow =
            QJsonDocument(QJsonObject{{u"latency"_s, latency}, {u"record_requests"_s, false}}).toJson();
        for (const std::uint16_t port : std::as_const(ports))
            Wire(port).exchange({"POST", "/_sandbox/configure", slow, 0});
    }
    /// Seconds, and in how many CRMs it is done.
    std::pair<double, int> send(const QString &email, const QString &name) const
    {
        write(u"event.json"_s, QJsonDocument(QJsonObject{{u"email"_s, email}, {u"name"_s, name}}).toJson());
        const Cost cost = run(QStringLiteral(CLI_PROGRAM),
                              common() + QStringList{u"event"_s, u"send"_s, u"signed_up"_s, path(u"event.json"_s)});
        const QJsonArray places = QJsonDocument::fromJson(cost.output).object()["crms"_L1].toArray();
        int done = 0;
        for (const QJsonValue &place : places)
            done += place["outcome"_L1].toString() == "done"_L1 || place["outcome"_L1].toString() == "changed"_L1 ? 1
                                                                                                                  : 0;
        if (done != crms.size() && cost.exitCode != 0)
            QTextStream(stderr) << QString::fromUtf8(cost.output) << '\n';
        return {cost.wall, done};
    }

private:
    static QStringList options(int records)
    {
        QStringList all{u"--records"_s, QString::number(records)};
        for (const Crm &crm : crms)
            all << u"--provider"_s << crm.provider;
        return all;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    QStringList common() const { return {u"--workspace"_s, path(u"bench.syncline"_s), u"--json"_s}; }
    void must(const QStringList &arguments) const
    {
        const Cost cost = run(QStringLiteral(CLI_PROGRAM), common() + arguments);
        if (cost.exitCode > 1)
            QTextStream(stderr) << arguments.join(u' ') << ": " << QString::fromUtf8(cost.output) << '\n';
    }
    void connectStandIn(const Crm &crm, std::uint16_t port) const
    {
        must({u"integration"_s, u"add"_s, crm.provider, u"--name"_s, crm.provider, u"--url"_s,
              u"http://127.0.0.1:%1"_s.arg(port), u"--auth"_s, crm.auth, u"--set"_s, u"demo=true"_s, u"--set"_s,
              u"entities="_s + crm.entity});
        must({u"map"_s, u"suggest"_s, crm.provider, u"--apply"_s});
    }

    Child m_sandbox;
    QTemporaryDir m_folder;
};

void measure(QTextStream &out, const World &world, const QString &what, const QString &name, int count)
{
    std::vector<double> took;
    int whole = 0;
    for (int i = 0; i < count; ++i) {
        const auto [seconds, done] = world.send(u"event%1@example.org"_s.arg(i), name + u' ' + QString::number(i));
        took.push_back(seconds);
        whole += done == crms.size() ? 1 : 0;
    }
    std::ranges::sort(took);
    const auto at = [&](double share) { return took.at(std::size_t(share * double(took.size() - 1))); };
    out << u"\n%1: %2 events\n"_s.arg(what).arg(count)
        << u"  to the result in five CRMs: median %1 s, 99 % within %2 s, longest %3 s; done in all five: %4\n"_s
               .arg(at(0.5), 0, 'f', 2)
               .arg(at(0.99), 0, 'f', 2)
               .arg(at(1), 0, 'f', 2)
               .arg(whole);
    out.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption events(u"events"_s, u"How many of each kind."_s, u"N"_s, u"100"_s);
    const QCommandLineOption latency(u"latency"_s, u"Milliseconds that each answer takes."_s, u"MS"_s, u"100"_s);
    const QCommandLineOption records(u"records"_s, u"Contacts in each CRM beforehand."_s, u"N"_s, u"50"_s);
    parser.addOptions({events, latency, records});
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    const World world(parser.value(records).toInt(), parser.value(latency).toInt());
    measure(out, world, u"A new person"_s, u"Made"_s, parser.value(events).toInt());
    measure(out, world, u"A known person's new name"_s, u"Changed"_s, parser.value(events).toInt());
    return 0;
}
