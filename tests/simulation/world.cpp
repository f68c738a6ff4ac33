#include "simulation/world.h"

#include "core/mapping/mappingfile.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::simulation {

using namespace core;

namespace {

const QStringList names{u"a"_s, u"b"_s};

EntityMapping mapping(ConflictPolicy policy)
{
    EntityMapping entity;
    entity.hub = u"contact"_s;
    entity.remote = u"people"_s;
    entity.conflict = policy;
    for (const auto &[hub, remote] : {std::pair(u"email"_s, u"email"_s), std::pair(u"job_title"_s, u"job"_s),
                                      std::pair(u"department"_s, u"phone"_s)}) {
        FieldMapping field;
        field.hub = hub;
        field.remote = remote;
        entity.fields.append(field);
    }
    return entity;
}

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + u' ' + result.error().providerMessage));
    return std::move(*result);
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + u' ' + result.error().providerMessage));
}

} // namespace

World::World(std::uint32_t seed, ConflictPolicy policy)
    : m_random(seed)
    , m_policy(policy)
    , m_file(m_folder.filePath(u"workspace"_s))
{
    for (FakeRemote &remote : m_remotes) {
        remote.random.seed(m_random());
        remote.loses = 0.15;
        remote.trims = pick(2) == 0;
    }
    m_remotes[1].ownIds = true;
    m_remotes[1].serial = 500'000;
    prepare();
}

void World::prepare()
{
    OpenGate gate;
    auto database = must(Database::open(m_file, true, gate));
    Stores stores(*database);
    must(database->transaction("set-up", [&]() -> Result<void> {
        for (int i = 0; i < names.size(); ++i) {
            IntegrationRow row;
            row.id = u"id-"_s + names[i];
            row.name = names[i];
            row.provider = u"fake"_s;
            row.position = i;
            must(stores.integrations.save(row));
            must(stores.integrations.saveDescribed(
                row.id, {u"people"_s, remoteEntityToJson(FakeCrm::entity()), m_clock.now().count()}));
            must(stores.integrations.replaceMappings(row.id, {{u"people"_s, u"contact"_s, toJson(mapping(m_policy))}}));
        }
        return stores.integrations.setPolicy(u"contact"_s, {{u"conflict"_s, conflictPolicyName(m_policy)}});
    }));
}

void World::populate(int people)
{
    for (int i = 0; i < people; ++i) {
        for (int side = 0; side < 2; ++side) {
            if (pick(4) == 0)
                continue; // not everybody is everywhere
            const QString id = u"%1"_s.arg(++m_remotes[side].serial, 6, 10, QLatin1Char('0'));
            const std::chrono::seconds now(m_clock.nowSeconds() - 100'000 + pick(50'000));
            m_remotes[side].records[id] = {{{u"email"_s, Value::text(u"p%1@example.test"_s.arg(i))},
                                            {u"job"_s, pick(2) ? Value::text(u"job %1"_s.arg(pick(2))) : Value::null()},
                                            {u"phone"_s, Value::null()}},
                                           now,
                                           now};
        }
    }
}

void World::edit()
{
    const int side = pick(2);
    auto &records = m_remotes[side].records;
    if (records.empty())
        return;
    const auto record = std::next(records.begin(), pick(int(records.size())));
    const QString field = pick(2) ? u"job"_s : u"phone"_s;
    const QString text = u"typed %1. "_s.arg(++m_tokens); // the full stop keeps 1 apart from 12
    // Whoever types over a text saw it: that text has had its say, wherever it was typed.
    const QString replaced = record->second.fields.value(field).text().trimmed();
    m_typed.removeIf([&](const auto &typed) { return typed.value().text == replaced; });
    record->second.fields.insert(field, Value::text(text));
    record->second.modified = std::chrono::seconds(m_clock.nowSeconds());
    m_typed.insert(u"%1/%2/%3"_s.arg(side).arg(record->first, field), {side, record->first, field, text.trimmed()});
    passTime(std::chrono::seconds(5));
}

ConnectorFactory World::factory(EffectGate &gate)
{
    return [this, &gate](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
        return std::make_unique<FakeCrm>(m_remotes[names.indexOf(row.name)], m_clock, gate);
    };
}

bool World::run(int dieAt)
{
    Baton baton(std::uint32_t(m_random()), m_clock, dieAt);
    bool lived = true;
    try {
        auto database = must(Database::open(m_file, false, baton));
        Stores stores(*database);
        const ConnectorFactory connectors = factory(baton);
        Runner runner(stores, m_schema, connectors, m_clock, baton,
                      [&](const std::string &name, std::function<void()> body) {
                          return baton.startThread(name, std::move(body));
                      });
        must(runner.sync({}, {}).map([](const SyncOutcome &) {}));
    } catch (const Death &) {
        lived = false;
    }
    m_effects = baton.effects();
    return lived;
}

void World::heal()
{
    for (FakeRemote &remote : m_remotes)
        remote.loses = 0;
}

QString World::violation()
{
    OpenGate gate;
    auto database = must(Database::open(m_file, false, gate));
    Stores stores(*database);
    for (const QString &found : {duplicates(), differences(stores), lostEdits(stores), openLedgers(stores)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString World::duplicates() const
{
    for (const FakeRemote &remote : m_remotes) {
        QSet<QString> emails;
        for (const auto &[id, record] : remote.records) {
            const QString email = record.fields.value(u"email"_s).text().toLower();
            if (emails.contains(email))
                return u"two records with the address "_s + email;
            emails.insert(email);
        }
    }
    if (m_remotes[0].records.size() != m_remotes[1].records.size())
        return u"%1 people in one CRM, %2 in the other"_s.arg(m_remotes[0].records.size())
            .arg(m_remotes[1].records.size());
    return {};
}

QString World::differences(Stores &stores) const
{
    const auto conflicts = must(stores.review.ofKind(u"conflict"_s));
    for (const HubRow &hub : must(stores.records.hubPage(u"contact"_s, {}, 10'000))) {
        const bool waits = std::ranges::any_of(conflicts, [&](const ReviewItem &item) { return item.hubId == hub.id; });
        QMap<QString, QStringList> shown;
        for (const LinkRow &link : must(stores.records.linksOf(hub.id))) {
            const auto &records = m_remotes[link.integration == "id-a"_L1 ? 0 : 1].records;
            const auto record = records.find(link.remoteId);
            if (record == records.end())
                return u"a link to nothing"_s;
            for (auto it = record->second.fields.begin(); it != record->second.fields.end(); ++it)
                shown[it.key()] << it->text().trimmed();
        }
        for (auto it = shown.begin(); it != shown.end(); ++it) {
            if (!waits && (it->size() != 2 || it->first() != it->last()))
                return u"%1 of %2 differs: %3"_s.arg(it.key(), hub.id, it->join(u" | "_s));
        }
    }
    return {};
}

/// A text that nobody typed over stands somewhere, waits in a conflict, or is in the audit as a loser.
QString World::lostEdits(Stores &stores) const
{
    QString everything;
    for (const FakeRemote &remote : m_remotes) {
        for (const auto &[id, record] : remote.records) {
            for (const Value &value : record.fields)
                everything += value.text().trimmed() + u'\n';
        }
    }
    for (const ReviewItem &item : must(stores.review.ofKind(u"conflict"_s)))
        everything += QString::fromUtf8(QJsonDocument(item.document).toJson());
    for (const HubRow &hub : must(stores.records.hubPage(u"contact"_s, {}, 10'000))) {
        for (const AuditEntry &entry : must(stores.review.auditOf(hub.id)))
            everything += QString::fromUtf8(QJsonDocument(entry.document).toJson());
    }
    for (const Typed &typed : m_typed) {
        if (!everything.contains(typed.text))
            return u"\"%1\" was lost"_s.arg(typed.text);
    }
    return {};
}

QString World::openLedgers(Stores &stores) const
{
    for (const RunRow &run : must(stores.runs.latest(100))) {
        for (const QJsonValue &row : run.report.value("ledger"_L1).toArray()) {
            int sum = 0;
            for (const QString &status :
                 {u"written"_s, u"equal"_s, u"left_out"_s, u"conflict"_s, u"held"_s, u"failed"_s}) {
                if (row[status].toInt() < 0)
                    return u"a negative count in run "_s + run.id;
                sum += row[status].toInt();
            }
            if (sum != row["seen"_L1].toInt())
                return u"the ledger of run %1 does not close"_s.arg(run.id);
        }
    }
    return {};
}

} // namespace syncline::simulation
