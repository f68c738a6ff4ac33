#include "simulation/world.h"

#include "simulation/steadyids.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace syncline::simulation {

using namespace core;

namespace {

/// In memory where there is room for it: a disk would be waited for at every commit.
QString folderOfWorlds()
{
    constexpr qint64 enough = 512LL * 1024 * 1024;
    const QStorageInfo memory(u"/dev/shm"_s);
    const bool isRoomy = memory.isValid() && !memory.isReadOnly() && memory.bytesAvailable() >= enough;
    return (isRoomy ? u"/dev/shm"_s : QDir::tempPath()) + "/syncline-world-XXXXXX"_L1;
}

/// A workspace without anything in it, made once: migrations cost more than a run.
QString emptyWorkspace()
{
    static const QTemporaryDir folder(folderOfWorlds());
    static const QString file = [] {
        OpenGate gate;
        const QString made = folder.filePath(u"empty"_s);
        must(Database::open(made, true, gate).map([](const auto &) {}));
        return made;
    }();
    return file;
}

} // namespace

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().providerMessage));
}

World::World(const Setup &setup, Ghost &ghost)
    : m_setup(setup)
    , m_ghost(ghost)
    , m_folder(folderOfWorlds())
    , m_file(m_folder.filePath(u"workspace"_s))
{
    for (const Setup::Place &place : std::as_const(m_setup.places))
        m_remotes.push_back(std::make_unique<FakeRemote>(place.name, place.quirks, m_clock, ghost));
    restartIds();
    prepare();
}

World::~World() = default;

void World::prepare()
{
    QFile::copy(emptyWorkspace(), m_file);
    m_session = must(Session::open(m_file, false, {m_clock, m_open, factory(m_open), {u"fake"_s}, nullptr, {}}));
    must(stores().db.transaction("set-up", [&]() -> Result<void> {
        for (int i = 0; i < m_setup.places.size(); ++i) {
            const Setup::Place &place = m_setup.places[i];
            IntegrationRow row;
            row.id = integrationId(place.name);
            row.name = place.name;
            row.provider = u"fake"_s;
            row.position = i;
            if (place.name == m_setup.primary)
                row.settings.insert(u"primary"_s, u"contact,company"_s);
            must(stores().integrations.save(row));
            for (const auto &entity : FakeCrm::entities(place.quirks)) {
                must(stores().integrations.saveDescribed(
                    row.id, {entity.name, remoteEntityToJson(entity), m_clock.now().count()}));
            }
            remap(i);
        }
        for (const QString &entity : {u"contact"_s, u"company"_s}) {
            must(stores().integrations.setPolicy(entity,
                                                 {{u"conflict"_s, conflictPolicyName(m_setup.conflict)},
                                                  {u"deletes"_s, deletePolicyName(m_setup.deletes)}}));
        }
        return {};
    }));
}

void World::remap(int index)
{
    const Setup::Place &place = m_setup.places[index];
    for (const QString &field : place.unmapped)
        m_remapped.insert({place.name, field});
    QList<IntegrationStore::Mapping> mappings;
    for (const EntityMapping &entity : m_setup.mappingOf(place))
        mappings.append({entity.remote, entity.hub, toJson(entity)});
    must(stores().db.transaction(
        "mapping", [&] { return stores().integrations.replaceMappings(integrationId(place.name), mappings); }));
}

FakeRemote &World::remote(const QString &integration)
{
    return **std::ranges::find_if(m_remotes, [&](const auto &r) { return integrationId(r->name) == integration; });
}

ConnectorFactory World::factory(EffectGate &gate)
{
    return [this, &gate](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
        return std::make_unique<FakeCrm>(remote(row.id), gate);
    };
}

Result<SyncOutcome> World::carryOut(const RunOrder &order, Baton &baton)
{
    const auto database = Database::open(m_file, false, baton);
    if (!database)
        return failure(database.error());
    Stores stores(**database);
    Runner runner(
        stores, m_schema, factory(baton), m_clock, baton,
        [&](const std::string &name, std::function<void()> body) { return baton.startThread(name, std::move(body)); });
    SyncOptions options;
    options.full = order.full;
    options.dryRun = order.kind == RunOrder::Kind::Preview;
    options.overrideGuards = order.overrideGuards;
    options.places = order.places;
    if (order.kind == RunOrder::Kind::CarryOut)
        options.planOf = order.run;
    return order.kind == RunOrder::Kind::Undo ? runner.undo(order.run, options, {}) : runner.sync(options, {});
}

World::RunEnd World::run(const RunOrder &order)
{
    RunEnd end;
    Dice dice(order.seed);
    for (const auto &remote : m_remotes) {
        remote->network = Dice(dice.seed());
        remote->faultPercent = order.faultPercent;
        remote->sabotage = [&, asked = remote.get()](const char *what) {
            if (++end.requests == order.breakRequest)
                return order.breakWith;
            return order.breaks ? order.breaks(*asked, what) : FakeRemote::Fault::None;
        };
    }
    Baton baton(dice.seed(), m_clock, order.dieAt, order.during);
    try {
        const auto outcome = carryOut(order, baton);
        end.lived = true;
        if (outcome)
            end.outcome = *outcome;
        else
            end.error = outcome.error();
    } catch (const Death &) {
        end.deathAt = baton.deathAt();
    }
    end.effects = baton.effects();
    for (const auto &remote : m_remotes) {
        remote->faultPercent = 0;
        remote->sabotage = {};
    }
    return end;
}

/// What is due on the way happens at its own time.
void World::passTime(seconds time)
{
    const auto until = m_clock.now() + time;
    for (;;) {
        std::optional<std::chrono::milliseconds> next;
        for (const auto &remote : m_remotes) {
            if (const auto due = remote->nextLate(); due && *due <= until && (!next || *due < *next))
                next = due;
        }
        m_clock.advance(std::max(next.value_or(until), m_clock.now()) - m_clock.now());
        for (const auto &remote : m_remotes)
            remote->catchUp();
        if (!next)
            return;
    }
}

int World::writes() const
{
    int sum = 0;
    for (const auto &remote : m_remotes)
        sum += remote->writes;
    return sum;
}

} // namespace syncline::simulation
