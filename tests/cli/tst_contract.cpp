#include "support/program.h"
#include "support/shape.h"

#include <QSet>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

/// The shapes of docs/cli.md.
const QString ledgerShape =
    uR"([{"integration": "word", "entity": "word", "seen": "count", "written": "count", "equal": "count",
          "left_out": "count", "conflict": "count", "held": "count", "failed": "count", "created": "count",
          "updated": "count", "deleted": "count", "linked": "count", "requests": "count", "throttled_ms": "count"}])"_s;
const QString errorsShape = uR"([{"integration": "text", "entity": "text", "record": "text", "field": "text",
    "value": "text", "kind": "word", "message": "word", "provider_message": "text", "remedy": "text"}])"_s;
const QString reportShape = uR"({"run": "word", "status": "done|partial|failed|stopped", "dry_run": "flag",
    "started_at": "time", "finished_at": "time", "ledger": %1, "errors": %2%3})"_s;
const QString operationsShape = uR"(, "operations": [{"system": "word", "entity": "word",
    "kind": "create|update|delete|link|unlink|relate", "record": "text", "remote_id": "word?", "fields": "object",
    "reason": "word", "outcome": "word"}])"_s;
const QString conflictShape = uR"({"id": "word", "entity": "contact|company", "record": "word", "field": "word",
    "sides": [{"system": "hub|marketing|crm", "base": "any", "value": "any", "changed_at": "time?", "by": "text"}],
    "cause": "word"})"_s;
const QString recordShape = uR"({"id": "word", "fields": "object",
    "links": [{"integration": "marketing|crm", "entity": "word", "remote_id": "word"}]})"_s;
const QString heldShape = uR"([{"id": "word", "entity": "word", "record": "text", "integration": "word",
    "remote_id": "text", "code": "word", "reason": "word"}])"_s;
const QString describeShape = uR"({"entities": [{"name": "word", "label": "word", "fields": [{"name": "word",
    "label": "text", "type": "word", "required": "flag", "read_only": "flag", "custom": "flag",
    "options": [{"value": "text", "label": "text"}]}]}]})"_s;
const QString mappingShape = uR"({"syncline_mapping": "count", "integration": "marketing", "entities": [{"hub": "word",
    "remote": "word", "enabled": "flag", "direction": "both|pull|push", "match": [["word"]], "conflict": "word",
    "deletes": "word", "filter": "text", "fields": [{"hub": "word", "remote": "word", "direction": "both|pull|push",
    "required": "flag", "default": "any", "transform": {"type": "word"}, "inverse": "any", "conflict": "any"}]}]})"_s;

const QString undoneShape = uR"([{"system": "word", "entity": "word",
    "kind": "create|update|delete|link|unlink|relate", "record": "text", "remote_id": "word?", "fields": "object",
    "outcome": "reversed|kept|not_possible", "reason": "word"}])"_s;

QString report(bool withOperations)
{
    return reportShape.arg(ledgerShape, errorsShape, withOperations ? operationsShape : QString());
}

/// Two CRMs with flawed data, synced, with something of everything that can wait for a person.
struct World
{
    SandboxProgram program{{u"mautic"_s, u"suitecrm"_s}, {u"--records"_s, u"40"_s, u"--seed"_s, u"3"_s}};
    Workspace workspace;
    QMap<QString, QString> names; ///< placeholders of the rows: "<conflict>" and so on

    World()
    {
        const StandIn mautic = program.standIns().value(0);
        workspace.connect(u"marketing"_s, mautic);
        workspace.connect(u"crm"_s, program.standIns().value(1));
        workspace.sync();
        workspace.sync();
        const QJsonArray records = workspace.must({u"records"_s, u"list"_s, u"contact"_s}).array();
        for (const QJsonValue &record : records) {
            for (const QJsonValue &link : record["links"_L1].toArray())
                if (link["integration"_L1].toString() == "marketing"_L1)
                    names[u"<remote>"_s] = link["remote_id"_L1].toString();
            names[u"<record>"_s] = record["id"_L1].toString();
            if (record["links"_L1].toArray().size() == 2 && !names.contains(u"<pair>"_s))
                names[u"<pair>"_s] = record["id"_L1].toString();
        }
        mautic.remove(u"contacts"_s, names.value(u"<remote>"_s));
        workspace.sync({u"--full"_s});
        workspace.sync({u"--full"_s});
        names[u"<run>"_s] = workspace.must({u"runs"_s, u"list"_s}).array().last()["run"_L1].toString();
        names[u"<conflict>"_s] = firstId(u"conflicts"_s);
        names[u"<delete>"_s] = firstId(u"deletes"_s);
        names[u"<duplicate>"_s] = firstId(u"duplicates"_s);
        names[u"<held>"_s] = firstId(u"held"_s);
        names[u"<file>"_s] = workspace.folder() + u"/out"_s;
        names[u"<database>"_s] = u"sqlite:"_s + workspace.folder() + u"/mirror.sqlite"_s;
        QFile mapping(workspace.folder() + u"/mapping.json"_s);
        if (mapping.open(QIODevice::WriteOnly))
            mapping.write(workspace.run({u"map"_s, u"export"_s, u"marketing"_s}).output);
        names[u"<mapping>"_s] = mapping.fileName();
    }

    QString firstId(const QString &list) const
    {
        return workspace.must({list, u"list"_s}).array().at(0)["id"_L1].toString();
    }
};

} // namespace

/// Every command of the contract, asked with --json: its exit code, and one document with the keys and types promised.
class TestContract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void eachCommandAnswersAsPromised_data();
    void eachCommandAnswersAsPromised();
    void noCommandIsForgotten();
    void everyLedgerCloses();
    void theLogFollowsOneDocumentALine();

private:
    std::unique_ptr<World> m_world;
    QSet<QString> m_asked; ///< commands
};

void TestContract::initTestCase()
{
    m_world = std::make_unique<World>();
    for (auto name = m_world->names.cbegin(); name != m_world->names.cend(); ++name)
        QVERIFY2(!name->isEmpty(), qPrintable(name.key()));
}

void TestContract::eachCommandAnswersAsPromised_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("shape");
    const QString done = uR"({"ok": "flag"})"_s, counted = uR"({"ok": "flag", "count": "count"})"_s;
    const auto row = [](const char *command, const QString &shape, int exitCode = 0) {
        QTest::newRow(command) << exitCode << shape;
    };
    row("--version", uR"({"version": "word"})"_s);
    row("--help", uR"({"commands": [{"command": "word", "usage": "word", "summary": "word"}]})"_s);
    row("init", uR"({"workspace": "word"})"_s);
    row("integration list", uR"([{"name": "word", "provider": "mautic|suitecrm", "url": "word", "auth": "word",
        "state": "active|paused", "settings": "object", "health": "object"}])"_s);
    row("integration test crm",
        uR"({"ok": "flag", "steps": [{"step": "address|certificate|sign_in|permissions|entities",
        "ok": "flag", "message": "word", "remedy": "text"}], "response_ms": "count", "version": "word"})"_s);
    row("integration describe crm", describeShape);
    row("integration describe marketing companies", describeShape);
    row("integration set crm batch_size=50", done);
    row("integration pause crm", done);
    row("integration resume crm", done);
    row("integration reconnect crm", uR"({"error": {"kind": "usage", "message": "word", "remedy": "word"}})"_s, 2);
    row("field add contact x_loyalty --label Loyalty --type enumeration --option gold --option silver",
        uR"({"ok": "flag", "entity": "contact", "key": "x_loyalty"})"_s);
    row("field add contact loyalty", uR"({"error": {"kind": "usage", "message": "word", "remedy": "word"}})"_s, 2);
    row("field list", uR"([{"entity": "contact", "key": "x_loyalty", "label": "word", "type": "enumeration",
        "ref": "text", "options": [{"value": "word", "label": "word"}]}])"_s);
    row("field remove contact x_loyalty", done);
    row("recipe list", uR"([{"name": "word", "title": "word", "applied": "flag"}])"_s);
    row("recipe show revivatech", uR"({"syncline_recipe": "count", "name": "word", "title": "word",
        "description": "word", "settings": "any", "fields": "any", "needs": "object", "events": "object"})"_s);
    const QString lines = uR"([{"integration": "word", "entity": "word", "hub": "word", "remote": "text"}])"_s;
    row("recipe apply revivatech", uR"({"recipe": "word", "dry_run": "flag", "fields": ["word"], "mapped": %1,
        "missing": %1, "not_asked": ["word"]})"_s.arg(lines));
    row("event send nothing <mapping>", uR"({"error": {"kind": "not_found", "message": "word", "remedy": "word"}})"_s,
        1);
    row("event add-source till --kind payment_received", uR"({"name": "word", "token": "word"})"_s);
    row("event sources", uR"([{"name": "word", "kinds": ["word"], "made_at": "time", "events": "count",
        "refused": "count", "last_at": "time?", "last_refused_at": "time?", "last_refusal": "text"}])"_s);
    row("event new-token till", uR"({"name": "word", "token": "word"})"_s);
    row("event remove-source till", done);
    row("event follow-ups", uR"({"carried_out": ["word"], "crms": [], "follow_ups": [{"due_at": "time",
        "recipe": "word", "event": "word", "step": "word", "state": "word", "problem": "text"}]})"_s);
    row("recipe remove revivatech", done);
    row("map suggest marketing", mappingShape);
    row("map suggest marketing --apply", mappingShape);
    row("map export marketing", mappingShape);
    row("integration set marketing may_create_fields=false", done);
    row("map create-field marketing companies notes",
        uR"({"error": {"kind": "permission", "message": "word", "remedy": "word"}})"_s, 3);
    row("integration set marketing may_create_fields=true", done);
    row("map create-field marketing contacts birth_date", uR"({"name": "word", "label": "word", "type": "word"})"_s);
    row("map check <mapping>", uR"([{"severity": "problem|warning", "place": "word", "message": "word",
        "remedy": "text"}])"_s);
    row("map import <mapping>", uR"({"ok": "flag", "warnings": ["word"]})"_s);
    row("policy set contact deletes=ask", done);
    row("sync --dry-run", report(true));
    row("sync --integration crm --integration marketing --entity contact", report(false));
    row("sync --full --yes", report(false));
    row("conflicts list", u"["_s + conflictShape + u"]"_s);
    row("conflicts show <conflict>", conflictShape);
    row("conflicts resolve <conflict> --take crm", counted);
    row("deletes list", uR"([{"id": "word", "entity": "word", "record": "word", "from": "marketing",
        "permit": "word", "edited_elsewhere": "flag", "released": "flag",
        "sight": [{"place": "word", "field": "word", "value": "any"}]}])"_s);
    row("deletes release <delete>", counted);
    row("deletes keep <delete>", counted);
    row("duplicates list", heldShape);
    row("duplicates link <duplicate> nosuch", uR"({"error": {"kind": "usage", "message": "word", "remedy": "word"}})"_s,
        2);
    row("held list", heldShape);
    row("held retry <held>", counted);
    row("duplicates apart <duplicate>", counted);
    row("runs list", uR"([{"run": "word", "kind": "sync|undo", "status": "word", "dry_run": "flag",
        "started_at": "time", "finished_at": "time?", "by": "word"}])"_s);
    row("runs show <run>", report(true));
    row("runs undo <run> --dry-run",
        reportShape.arg(ledgerShape, errorsShape, operationsShape + u", \"undone\": "_s + undoneShape));
    row("replay <run>", uR"({"run": "word", "same": "flag", "operations": "count", "plan_hash": "word",
        "replayed_hash": "word", "planned_with": "word", "differences": []})"_s);
    row("records list contact", u"["_s + recordShape + u"]"_s);
    row("records show <record>", recordShape);
    row("records create contact email=new@example.org last_name=New", uR"({"id": "word"})"_s);
    row("records set <record> job_title=Chief", done);
    row("records sync <record>", report(false));
    row("records sync <record> --dry-run", report(true));
    row("records export contact <file>", counted);
    row("person export new@example.org <file>",
        uR"({"ok": "flag", "workspace": "count", "crms": "count", "not_asked": ["word"]})"_s);
    row("person erase new@example.org --dry-run", uR"({"workspace": [{"entity": "word", "id": "word"}],
        "crms": [{"integration": "word", "entity": "word", "remote_id": "word"}], "not_asked": ["word"]})"_s);
    row("records unmerge <pair>", uR"({"ok": "flag", "records": ["word"]})"_s);
    row("why contact <record> job_title", uR"({"entity": "contact", "record": "word", "field": "job_title",
        "value": "any", "by": "text", "at": "time?", "sentence": "word", "history": [{"run": "word", "system": "word",
        "kind": "word", "reason": "text", "outcome": "word"}], "acts": [{"at": "time", "by": "word",
        "action": "word"}]})"_s);
    row("records delete <record>", done);
    row("mirror marketing --to <database>", uR"({"mirror": "word", "status": "done", "integration": "marketing",
        "to": "word", "kind": "full|incremental", "generation": "count", "resumed": "flag", "started_at": "time",
        "full_at": "time?", "duration_ms": "count", "requests": "count", "throttled_ms": "count", "entities": [{
        "entity": "word", "table": "word", "records": "count", "read": "count", "pages": "count"}]})"_s);
    const QString scheduleShape = uR"([{"id": "word", "integration": "word?", "entities": ["word"], "when": "word",
        "zone": "word", "quiet": "word?", "full": "flag", "shadow": "flag", "jitter_s": "count", "enabled": "flag",
        "next_at": "time?", "failures": "count", "last": {"finished_at": "time?", "status": "text", "run": "text",
        "duration_ms": "count", "detail": "text"}}])"_s;
    row("schedule add every 15 minutes --integration crm --entity contact --zone Europe/Oslo --quiet 22:00-06:00",
        uR"({"id": "word", "next_at": "time"})"_s);
    row("schedule list", scheduleShape);
    row("schedule next --count 3", uR"([{"schedule": "word", "at": "time"}])"_s);
    row("schedule set 1 shadow=true quiet=none", done);
    row("schedule pause 1", done);
    row("schedule resume 1", done);
    row("schedule pause --all --for 1h", done);
    row("schedule resume --all", done);
    row("schedule remove 1", done);
    row("log", uR"([{"at": "time", "run": "text", "integration": "text", "level": "word", "message": "word"}])"_s);
    row("status", uR"({"health": "healthy|degraded", "last_sync": {"run": "word", "status": "word",
        "finished_at": "time"}, "integrations": [{"name": "word", "provider": "word", "state": "word",
        "health": "healthy|down", "response_ms": "any", "linked": {"contact": "count", "company": "count"}}],
        "waiting": "object", "runs": {"counted": "count", "success_rate": "number", "average_ms": "number"},
        "currentStatus": {"sync_id": "word", "timestamp": "time", "overall_success": "flag", "contacts_count": "count",
        "deals_count": "count"}, "statistics": {"totalSyncs": "count", "successfulSyncs": "count", "successRate": "word",
        "avgDurationSeconds": "word", "averageDuration": "number", "lastSyncTime": "time", "lastSync": "time"},
        "schedules": {"on": "count", "failing": "count", "next_at": "time?", "running": "flag", "paused": "flag",
        "paused_until": "time?"}})"_s);
    row("notify add email ops --server smtp://127.0.0.1:9 --from sync@example.org --to ops@example.org",
        uR"({"name": "word"})"_s);
    row("notify list", uR"([{"name": "word", "kind": "email|slack|discord|webhook", "enabled": "flag",
        "severity": "info|warning|problem", "events": ["word"], "to": ["word"], "server": "word", "problem": "text"}])"_s);
    row("notify test ops", uR"({"error": {"kind": "word", "message": "word", "remedy": "text"}})"_s, 4);
    row("notify remove ops", done);
    row("notify history", uR"([{"id": "word", "at": "time", "event": "word", "severity": "info|warning|problem",
        "recovery": "flag", "title": "word", "text": "text", "integration": "text", "run": "text"}])"_s);
    const QString refused = uR"({"error": {"kind": "word", "message": "word", "remedy": "text"}})"_s;
    row("webhook add crm --url https://hooks.example.org", refused, 2);
    row("webhook list", uR"([{"integration": "word", "provider": "word", "address": "text", "subscribed": "flag",
        "debounce_ms": "count", "longest_ms": "count", "received": "count", "refused": "count", "last_at": "time?",
        "last_refused_at": "time?", "last_refusal": "text"}])"_s);
    row("webhook deliveries crm", refused, 2);
    row("webhook test crm", refused, 2);
    row("webhook remove crm", refused, 2);
    row("serve --new-token", uR"({"error": {"kind": "word", "message": "word", "remedy": "text"}})"_s, 3);
    row("integration remove crm", done);
    row("integration add suitecrm --name crm --url http://127.0.0.1:9 --auth basic --set demo=true",
        uR"({"name": "crm", "provider": "suitecrm", "url": "word"})"_s);
}

void TestContract::eachCommandAnswersAsPromised()
{
    QFETCH(int, exitCode);
    QFETCH(QString, shape);
    const QJsonDocument expected = QJsonDocument::fromJson(shape.toUtf8());
    QVERIFY2(!expected.isNull(), qPrintable(shape));
    QStringList words = QString::fromUtf8(QTest::currentDataTag()).split(u' ');
    m_asked << words.first() << words.mid(0, 2).join(u' ');
    for (QString &word : words)
        word = m_world->names.value(word, word);
    const Ran ran = m_world->workspace.run(words);
    QVERIFY2(ran.exitCode == exitCode, qPrintable(QString::number(ran.exitCode) + ran.errors));
    QVERIFY2(!ran.document.isNull(), ran.output.left(500).constData());
    const QJsonValue answer = ran.document.isArray() ? QJsonValue(ran.array()) : QJsonValue(ran.object());
    const QJsonValue promised = expected.isArray() ? QJsonValue(expected.array()) : QJsonValue(expected.object());
    QCOMPARE(shapeProblem(promised, answer), QString());
}

void TestContract::noCommandIsForgotten()
{
    const QJsonArray commands = m_world->workspace.must({u"--help"_s}).object().value("commands"_L1).toArray();
    QVERIFY(commands.size() > 30);
    for (const QJsonValue &command : commands)
        QVERIFY2(m_asked.contains(command["command"_L1].toString()), qPrintable(command["command"_L1].toString()));
}

void TestContract::everyLedgerCloses()
{
    for (const QJsonValue &run : m_world->workspace.must({u"runs"_s, u"list"_s}).array()) {
        const QString id = run["run"_L1].toString();
        QCOMPARE(ledgerProblem(m_world->workspace.must({u"runs"_s, u"show"_s, id}).object()), QString());
    }
}

void TestContract::theLogFollowsOneDocumentALine()
{
    const auto process = m_world->workspace.start({u"log"_s, u"--follow"_s});
    const qsizetype before = m_world->workspace.must({u"log"_s}).array().size();
    QByteArray output;
    while (output.count('\n') < before && process->waitForReadyRead())
        output += process->readAllStandardOutput();
    m_world->workspace.sync({u"--integration"_s, u"marketing"_s, u"--dry-run"_s});
    while (output.count('\n') < before + 1 && process->waitForReadyRead())
        output += process->readAllStandardOutput();
    process->terminate();
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 0);
    const QList<QByteArray> lines = output.trimmed().split('\n');
    QCOMPARE(lines.size(), before + 1);
    for (const QByteArray &line : lines)
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
