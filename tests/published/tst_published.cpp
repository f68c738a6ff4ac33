#include "published/shapes.h"
#include "sandbox/control.h"
#include "support/program.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::published;
using syncline::test::Ran;
using syncline::test::SandboxProgram;
using syncline::test::StandIn;
using syncline::test::withValue;
using syncline::test::Workspace;

namespace {

const QString folder = QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/published/");

QJsonObject document(const QString &file)
{
    QFile text(file);
    return text.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(text.readAll()).object() : QJsonObject();
}

/// HubSpot's stand-in, with the description between it and whoever asks.
class Watched
{
public:
    explicit Watched(int records) : m_description(document(folder + u"hubspot.json"_s))
    {
        namespace sandbox = syncline::sandbox;
        sandbox::SiteOptions options;
        options.provider = u"hubspot"_s;
        options.crm.records = records;
        auto clock = std::make_unique<sandbox::SandboxClock>();
        auto crm = sandbox::makeCrm(options.provider, options.crm, *clock);
        m_site = std::make_unique<sandbox::Site>(options, std::move(clock), std::move(crm));
        syncline::listener::Service service;
        service.handler = syncline::listener::answering(
            [this](const sandbox::Request &request) { return handle(request); });
        const auto port = m_server.listen(0, std::move(service));
        m_address = QUrl(u"http://127.0.0.1:%1"_s.arg(port.value_or(0)));
        m_server.start();
    }
    ~Watched() { m_server.stop(); }

    StandIn standIn() const { return {u"hubspot"_s, m_address}; }
    QStringList problems()
    {
        QStringList list;
        m_server.call([&] { list = m_problems; });
        return list;
    }
    QSet<QString> calls()
    {
        QSet<QString> set;
        m_server.call([&] { set = m_calls; });
        return set;
    }

private:
    syncline::sandbox::Exchange handle(const syncline::sandbox::Request &request)
    {
        auto answer = m_site->handle(request);
        // There is no description of calls at hand; they are notes by another name.
        if (request.path.startsWith("/_sandbox/") || request.path.contains("/calls"))
            return answer;
        const Exchange seen{request.method, request.path,           request.query,
                            request.body,   answer.response.status, answer.response.body};
        m_calls.insert(m_description.nameOf(seen));
        m_problems += m_description.problemsOf(seen);
        m_problems.removeDuplicates();
        return answer;
    }

    Description m_description;
    QStringList m_problems;
    QSet<QString> m_calls;
    std::unique_ptr<syncline::sandbox::Site> m_site;
    syncline::listener::HttpServer m_server;
    QUrl m_address;
};

} // namespace

class tst_Published : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSync_goesByHubSpotsDescription()
    {
        Watched hubSpot(60);
        const StandIn portal = hubSpot.standIn();
        const SandboxProgram program({u"mautic"_s}, {u"--records"_s, u"60"_s, u"--seed"_s, u"3"_s});
        const StandIn mautic = program.standIns().first();
        const Workspace workspace;
        workspace.connect(u"portal"_s, portal);
        workspace.connect(u"marketing"_s, mautic);
        workspace.must({u"integration"_s, u"test"_s, u"portal"_s});
        for (int i = 0; i < 2; ++i) {
            const Ran ran = workspace.run({u"sync"_s});
            QVERIFY2(ran.exitCode == 0 || ran.exitCode == 1, qPrintable(ran.errors)); // the seeded data has flaws
        }
        const QJsonObject somebody = portal.records(u"contacts"_s).last().toObject();
        portal.edit(u"contacts"_s, somebody[u"id"_s].toString(), {{u"city"_s, u"Kyōto"_s}});
        const QString mail = somebody[u"email"_s].toString();
        const QJsonObject same = withValue(mautic.records(u"contacts"_s), u"email"_s, mail);
        mautic.edit(u"contacts"_s, same[u"id"_s].toVariant().toString(), {{u"position"_s, u"Poet \"laureate\""_s}});
        portal.create(u"deals"_s, {{u"dealname"_s, u"Big"_s}, {u"dealstage"_s, u"contractsent"_s}});
        portal.create(u"notes"_s, {{u"hs_note_body"_s, u"hello"_s}, {u"hs_timestamp"_s, u"2026-01-01T00:00:00Z"_s}});
        const QString victim =
            portal.create(u"contacts"_s, {{u"email"_s, u"victim@example.org"_s}})[u"id"_s].toString();
        workspace.run({u"sync"_s});
        portal.remove(u"contacts"_s, victim);
        workspace.run({u"sync"_s, u"--full"_s});
        QCOMPARE(portal.record(u"contacts"_s, somebody[u"id"_s].toString())[u"jobtitle"_s].toString(),
                 u"Poet \"laureate\""_s);

        QCOMPARE(hubSpot.problems().join(u'\n'), QString());
        for (const char *call : {"batch/create", "batch/update", "batch/read", "search", "{contactId}"}) {
            const QString wanted = u"/crm/objects/2026-03/contacts/"_s + QString::fromLatin1(call);
            QVERIFY2(hubSpot.calls().contains(u"POST "_s + wanted) || hubSpot.calls().contains(u"GET "_s + wanted),
                     qPrintable(wanted));
        }
    }

    void checker_seesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("problem");
        const QByteArray fine = R"({"filterGroups":[],"sorts":["a"],"properties":[],"limit":1,"after":"0"})";
        const QByteArray none = R"({"total":0,"results":[]})";
        QTest::newRow("nothing") << fine << none << QString();
        QTest::newRow("member missing") << R"({"filterGroups":[],"properties":[],"limit":1,"after":"0"})"_ba << none
                                        << u"request lacks \"sorts\""_s;
        QTest::newRow("wrong type") << R"({"filterGroups":[],"sorts":[{}],"properties":[],"limit":1,"after":"0"})"_ba
                                    << none << u"request.sorts[] is object, not string"_s;
        QTest::newRow("unknown member")
            << R"({"filterGroups":[],"sorts":[],"properties":[],"limit":1,"after":"0","x":1})"_ba << none
            << u"request.x is no member"_s;
        QTest::newRow("unknown operator")
            << R"({"filterGroups":[{"filters":[{"propertyName":"a","operator":"LIKE"}]}],"sorts":[],"properties":[],"limit":1,"after":"0"})"_ba
            << none << u"request.filterGroups[].filters[].operator is \"LIKE\", which is not among its values"_s;
        QTest::newRow("answer")
            << fine
            << R"({"total":1,"results":[{"id":5,"properties":{"a":null},"archived":false,"createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"}]})"_ba
            << u"answer.results[].id is integer, not string"_s;
    }

    void checker_seesWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, answer);
        QFETCH(QString, problem);
        const Description description(document(folder + u"hubspot.json"_s));
        const QByteArray path = "/crm/objects/2026-03/contacts/search";
        const QStringList problems = description.problemsOf({"POST", path, {}, body, 200, answer});
        const QString name = u"POST "_s + QString::fromLatin1(path) + u": "_s;
        QCOMPARE(problems, problem.isEmpty() ? QStringList() : QStringList{QString(name + problem)});
    }

    void extract_isThatOfTheDescriptions()
    {
        const QString descriptions = qEnvironmentVariable("SYNCLINE_HUBSPOT_DESCRIPTIONS");
        if (descriptions.isEmpty())
            QSKIP("SYNCLINE_HUBSPOT_DESCRIPTIONS names no folder with HubSpot's descriptions");
        QProcess python;
        python.start(u"python3"_s, {folder + u"extract.py"_s, descriptions});
        QVERIFY(python.waitForFinished());
        QFile kept(folder + u"hubspot.json"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(python.readAllStandardOutput(), kept.readAll());
    }
};

QTEST_GUILESS_MAIN(tst_Published)
#include "tst_published.moc"
