#include "core/engine/replay.h"

#include "core/engine/planjournal.h"
#include "core/engine/planning.h"
#include "core/engine/reports.h"
#include "core/mapping/livescripts.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int mostDifferences = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Replay", text);
}

QString hashOf(const QCryptographicHash &hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

/// What both plans must have alike: not what became of an operation, nor the words for it, which follow the language.
QJsonValue planned(const QJsonArray &operations, qsizetype place)
{
    if (place >= operations.size())
        return QJsonValue::Null;
    QJsonObject operation = operations[place].toObject();
    for (const QString &key : {u"outcome"_s, u"detail"_s, u"reason"_s})
        operation.remove(key);
    if (operation.value("kind"_L1).toString() == "create"_L1)
        operation.insert(u"remote_id"_s, QJsonValue::Null);
    return operation;
}

QJsonArray differencesOf(const QJsonArray &before, const QJsonArray &now)
{
    QJsonArray differences;
    const auto longest = std::max(before.size(), now.size());
    for (qsizetype place = 0; place < longest && differences.size() < mostDifferences; ++place) {
        const QJsonValue one = planned(before, place), other = planned(now, place);
        if (one != other)
            differences.append(QJsonObject{{u"place"_s, place + 1}, {u"planned"_s, one}, {u"replayed"_s, other}});
    }
    return differences;
}

/// A workspace that is thrown away, with the set-up of one part after the other in it.
class Scratch
{
public:
    Scratch(const HubSchema &schema, ConnectorFactory offline, const Clock &clock)
        : m_schema(schema)
        , m_offline(std::move(offline))
        , m_clock(clock)
    {
    }

    Result<void> open(EffectGate &gate, std::chrono::milliseconds runStart)
    {
        auto database = Database::open(m_folder.filePath(u"replay.syncline"_s), true, gate);
        if (!database)
            return failure(database.error());
        m_database = std::move(*database);
        m_stores.emplace(*m_database);
        m_scripts = std::make_shared<LiveScripts>(ScriptRunner::defaultProgram(), gate, runStart);
        return {};
    }

    Result<void> setUp(const QJsonObject &setup)
    {
        auto done = m_database->transaction("set-up", [&] { return restoreSetup(*m_stores, setup); });
        if (!done)
            return done;
        const auto states = accountStates(setup);
        const ConnectorFactory factory = [&](const IntegrationRow &row) {
            return states.value(row.id).isConnected
                ? m_offline(row)
                : failure(ErrorKind::Cancelled, tr("%1 took no part.").arg(row.name));
        };
        Catalog::Choice choice;
        choice.connect = false;
        choice.scripts = m_scripts;
        auto catalog = Catalog::load(*m_stores, m_schema, factory, m_clock, choice, {});
        if (!catalog)
            return failure(catalog.error());
        for (const auto &account : catalog->accounts()) {
            if (states.value(account->row.id).isConnected && account->down)
                return failure(*account->down);
            if (states.value(account->row.id).isPaused && !account->down)
                account->down = Error{ErrorKind::Cancelled, {}, {}, {}, {}, false};
        }
        m_catalog.emplace(std::move(*catalog));
        return {};
    }

    Stores &stores() { return *m_stores; }
    const Catalog &catalog() const { return *m_catalog; }
    bool isSetUp() const { return m_catalog.has_value(); }

private:
    const HubSchema &m_schema;
    ConnectorFactory m_offline;
    const Clock &m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::optional<Stores> m_stores;
    std::shared_ptr<ScriptSource> m_scripts;
    std::optional<Catalog> m_catalog;
};

Result<void> planAgain(Scratch &scratch, Workers &workers, const QString &run, const ReplayStore::PartRow &row,
                       const ReplayStore::Kept &kept, QCryptographicHash &hash)
{
    const EntityContext context(scratch.catalog(), row.entity);
    EqualCounts equal;
    const QMap<QString, int> noWalks;
    const ProgressSink silent;
    Planning planning(scratch.stores(), context, scratch.catalog(), workers, run, row.at, noWalks, equal, hash, silent);
    const auto totals = planning.planPart(std::make_unique<Part>(scratch.stores(), context, row.at, kept),
                                          keptIntents(kept, context));
    return totals ? Result<void>() : failure(totals.error());
}

} // namespace

Replay::Replay(Stores &stores, const HubSchema &schema, ConnectorFactory offline, const Clock &clock, EffectGate &gate)
    : m_stores(stores)
    , m_schema(schema)
    , m_offline(std::move(offline))
    , m_clock(clock)
    , m_gate(gate)
{
}

Result<Replayed> Replay::run(const QString &id)
{
    const auto run = m_stores.runs.get(id);
    if (!run)
        return failure(run.error());
    if (!*run)
        return failure(ErrorKind::Usage, tr("There is no run %1.").arg(id),
                       tr("See the runs with: syncline-cli runs list"));
    if ((*run)->planHash.isEmpty()) {
        return failure(ErrorKind::Usage, tr("Run %1 has no plan of its own that could be made again.").arg(id),
                       tr("An undo follows from the run that it takes back, and a run that was cut off has no whole "
                          "plan. Name another run."));
    }
    const auto parts = m_stores.replay.parts(id);
    if (!parts)
        return failure(parts.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    Replayed replayed{id, (*run)->planHash, hashOf(hash), {}, 0, {}};
    if (parts->isEmpty() && replayed.isSame())
        return replayed; // it found nothing to plan
    const bool isWhole = std::ranges::none_of(*parts, [](const auto &part) { return part.setup.isEmpty(); });
    if (parts->isEmpty() || !isWhole) {
        return failure(ErrorKind::Usage, tr("What the plan of run %1 was made from is not kept.").arg(id),
                       tr("It is kept for 30 days, and for the latest runs up to %1 records in all.")
                           .arg(PlanJournal::mostRecords));
    }
    Scratch scratch(m_schema, m_offline, m_clock);
    if (auto done = scratch.open(m_gate, std::chrono::milliseconds((*run)->startedAt)); !done)
        return failure(done.error());
    Workers workers(m_gate, startPlainThread);
    QString setUp;
    for (const auto &row : *parts) {
        if (row.setup != setUp) {
            const auto setup = m_stores.replay.setup(row.setup);
            if (!setup)
                return failure(setup.error());
            if (auto done = scratch.setUp(*setup); !done)
                return failure(done.error());
            replayed.plannedWith = setup->value("version"_L1).toString();
            setUp = row.setup;
        }
        const auto kept = m_stores.replay.part(row.part);
        if (!kept)
            return failure(kept.error());
        if (auto done = planAgain(scratch, workers, id, row, *kept, hash); !done)
            return failure(done.error());
    }
    replayed.replayedHash = hashOf(hash);
    const auto before = Reports(m_stores).operations(id, scratch.catalog());
    const auto now = Reports(scratch.stores()).operations(id, scratch.catalog());
    if (!before || !now)
        return failure(before ? now.error() : before.error());
    replayed.operations = int(now->size());
    if (!replayed.isSame())
        replayed.differences = differencesOf(*before, *now);
    return replayed;
}

} // namespace syncline::core
