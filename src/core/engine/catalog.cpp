#include "core/engine/catalog.h"

#include "core/sync/planner.h"
#include "core/workspace/documents.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Catalog", text);
}

const QStringList entityOrder{u"user"_s, u"company"_s, u"contact"_s, u"deal"_s, u"activity"_s, u"campaign"_s};

int orderOf(const QString &entity)
{
    const auto place = entityOrder.indexOf(entity);
    return place < 0 ? int(entityOrder.size()) : int(place);
}

bool flag(const QJsonObject &settings, const QString &key, bool otherwise)
{
    const QJsonValue value = settings.value(key);
    if (value.isString())
        return value.toString() == "true"_L1 || value.toString() == "1"_L1;
    return value.toBool(otherwise);
}

QStringList words(const QJsonValue &value)
{
    QStringList list;
    for (const QString &word : value.toString().split(u','))
        if (!word.trimmed().isEmpty())
            list << word.trimmed();
    return list;
}

QString fingerprintOf(const EntityMapping &mapping)
{
    const QByteArray text = compact(toJson(mapping));
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16));
}

/// The connector's encode() as a pure function of the raw value; what it would refuse shows as itself. A value that only
/// a create can carry shows as that create left it.
PredictRaw predictorOf(const connectors::Connector *connector, const QString &entity)
{
    if (!connector)
        return {};
    return [connector, entity](const connectors::RemoteField &field, const Value &raw) {
        auto encoded = connector->encode(entity, field, raw, connectors::WriteKind::Update);
        if (!encoded)
            encoded = connector->encode(entity, field, raw, connectors::WriteKind::Create);
        return encoded ? encoded->predicted : raw;
    };
}

struct Loading
{
    Stores &stores;
    const HubSchema &schema;
    const Clock &clock;
    const Catalog::Choice &choice;
    const QMap<QString, QJsonObject> &policies;
    std::shared_ptr<const PlannedLinks> planned;
    std::stop_token stop;
};

bool isFresh(const Loading &loading, const FieldLists &lists)
{
    return lists.oldest > 0
        && loading.clock.now() - std::chrono::milliseconds(lists.oldest) < loading.choice.describedFor;
}

Result<FieldLists> refreshFields(Loading &loading, Account &account)
{
    const auto entities = account.connector->describe(loading.stop);
    if (!entities)
        return failure(entities.error());
    IntegrationStore &store = loading.stores.integrations;
    auto saved = loading.stores.db.transaction(
        "field lists", [&] { return keepFieldLists(store, account.row.id, *entities, loading.clock.now().count()); });
    return saved ? fieldListsOf(store, account.row.id) : failure(saved.error());
}

System systemOf(const Loading &loading, const Account &account, const EntityMapping &mapping,
                const CompiledMapping &compiled)
{
    System system;
    // Names stay when an entity is added: authors of values are kept by them.
    system.family = account.row.name;
    system.name = account.binding(mapping.hub) ? account.row.name + u'/' + mapping.remote : account.row.name;
    system.fields = compiled.fieldMaps(predictorOf(account.connector.get(), mapping.remote));
    system.deletes = mapping.deletes;
    if (const QString rule = loading.policies.value(mapping.hub).value("deletes"_L1).toString(); !rule.isEmpty())
        system.deletes = deletePolicyFromName(rule).value_or(system.deletes);
    const bool mayWrite = flag(account.row.settings, u"may_write"_s, true);
    system.creates = mayWrite && mapping.direction != Direction::Pull;
    system.updates = system.creates;
    system.paused = account.down.has_value() || !flag(account.row.settings, u"may_read"_s, true);
    if (account.connector)
        system.resolution = int(account.connector->capabilities().resolution.count());
    if (!compiled.filter().isEmpty()) {
        system.takesPart = [compiled](const QMap<QString, Value> &values) {
            return compiled.filter().accepts(openGroups(values));
        };
    }
    if (mapping.direction == Direction::Push) {
        for (FieldMap &field : system.fields)
            field.direction = Direction::Push;
    }
    return system;
}

Result<void> bind(Loading &loading, Account &account, const FieldLists &described)
{
    const auto rows = loading.stores.integrations.mappings(account.row.id);
    if (!rows)
        return failure(rows.error());
    const QStringList allowed = words(account.row.settings.value("entities"_L1));
    const auto references = std::make_shared<LinkedReferences>(loading.stores.records, account.row.id, loading.planned);
    for (const auto &row : *rows) {
        const auto mapping = entityMappingFromJson(row.document, row.remoteEntity);
        if (!mapping)
            return failure(mapping.error());
        const bool chosen = loading.choice.entities.isEmpty() || loading.choice.entities.contains(mapping->hub);
        const bool permitted = allowed.isEmpty() || allowed.contains(mapping->hub) || allowed.contains(mapping->remote);
        const bool isGone = described.gone.contains(mapping->remote);
        if (!mapping->enabled || !chosen || !permitted || !(isGone || described.here.contains(mapping->remote)))
            continue;
        const auto remote = (isGone ? described.gone : described.here).value(mapping->remote);
        MappingOptions options;
        options.phoneRegion = account.row.settings.value("phone_region"_L1).toString();
        options.scripts = loading.choice.scripts;
        const auto compiled = CompiledMapping(*mapping, loading.schema, remote, options).with(references);
        auto cursor = loading.stores.records.cursor(account.row.id, mapping->remote);
        if (!cursor)
            return failure(cursor.error());
        System system = systemOf(loading, account, *mapping, compiled);
        system.listed = cursor->listedAt.has_value();
        system.paused = system.paused || isGone;
        account.bindings.push_back(
            {account.row.id, account.row.name, remote, compiled, system, fingerprintOf(*mapping), references, isGone});
    }
    return {};
}

Result<std::unique_ptr<Account>> openAccount(Loading &loading, const IntegrationRow &row,
                                             const ConnectorFactory &factory, bool takesPart)
{
    auto account = std::make_unique<Account>();
    account->row = row;
    if (!takesPart || row.state == "paused"_L1) {
        account->down = Error{
            ErrorKind::Cancelled, tr("%1 takes no part in this run.").arg(row.name), {}, {}, {}, false};
    } else if (auto connector = factory(row); connector) {
        account->connector = std::move(*connector);
    } else {
        account->down = connector.error();
    }
    account->mayWrite = flag(row.settings, u"may_write"_s, true);
    auto described = fieldListsOf(loading.stores.integrations, row.id);
    if (!described)
        return failure(described.error());
    const bool fresh = isFresh(loading, *described) && flag(row.settings, u"cache"_s, true);
    if (account->connector && fresh && loading.choice.adoptsFieldLists)
        account->connector->adopt(described->here.values());
    if (account->connector && loading.choice.connect && !fresh) {
        if (auto read = refreshFields(loading, *account); read)
            described = std::move(read);
        else if (read.error().kind == ErrorKind::Storage)
            return failure(read.error());
        else
            account->down = read.error();
    }
    if (auto done = bind(loading, *account, *described); !done)
        return failure(done.error());
    return account;
}

} // namespace

const Binding *Account::binding(const QString &hubEntity, const QString &remoteEntity) const
{
    const auto it = std::ranges::find_if(bindings, [&](const Binding &b) {
        return b.mapping.hubEntity() == hubEntity && (remoteEntity.isEmpty() || b.remote.name == remoteEntity);
    });
    return it == bindings.end() ? nullptr : &*it;
}

Result<Catalog> Catalog::load(Stores &stores, const HubSchema &schema, const ConnectorFactory &factory,
                              const Clock &clock, const Choice &choice, std::stop_token stop)
{
    Catalog catalog;
    catalog.m_planned = std::make_shared<PlannedLinks>(stores.runs);
    catalog.m_schema = schema;
    const auto policies = stores.integrations.policies();
    if (!policies)
        return failure(policies.error());
    catalog.m_policies = *policies;
    const auto rows = stores.integrations.all();
    if (!rows)
        return failure(rows.error());
    for (const QString &name : choice.integrations) {
        if (std::ranges::none_of(*rows, [&](const IntegrationRow &row) { return row.name == name; })) {
            return failure(ErrorKind::Usage, tr("There is no integration named %1.").arg(name),
                           tr("See them with: syncline-cli integration list"));
        }
    }
    Loading loading{stores, schema, clock, choice, catalog.m_policies, catalog.m_planned, stop};
    for (const IntegrationRow &row : *rows) {
        const bool takesPart = choice.integrations.isEmpty() || choice.integrations.contains(row.name);
        auto account = openAccount(loading, row, factory, takesPart);
        if (!account)
            return failure(account.error());
        catalog.m_accounts.push_back(std::move(*account));
    }
    return catalog;
}

QStringList Catalog::entities() const
{
    QStringList list;
    for (const auto &account : m_accounts) {
        for (const Binding &binding : account->bindings)
            if (!list.contains(binding.mapping.hubEntity()))
                list << binding.mapping.hubEntity();
    }
    std::ranges::sort(
        list, [](const QString &a, const QString &b) { return std::pair(orderOf(a), a) < std::pair(orderOf(b), b); });
    return list;
}

Account *Catalog::account(const QString &integrationId) const
{
    const auto it = std::ranges::find_if(m_accounts, [&](const auto &a) { return a->row.id == integrationId; });
    return it == m_accounts.end() ? nullptr : it->get();
}

Account *Catalog::accountNamed(const QString &name) const
{
    const auto it = std::ranges::find_if(m_accounts, [&](const auto &a) { return a->row.name == name; });
    return it == m_accounts.end() ? nullptr : it->get();
}

const Binding *Catalog::binding(const QString &integrationId, const QString &hubEntity,
                                const QString &remoteEntity) const
{
    const Account *found = account(integrationId);
    return found ? found->binding(hubEntity, remoteEntity) : nullptr;
}

bool Catalog::isReferredTo(const QString &hubEntity) const
{
    return std::ranges::any_of(m_accounts, [&](const auto &account) {
        return std::ranges::any_of(account->bindings, [&](const Binding &binding) {
            return std::ranges::any_of(binding.mapping.references(),
                                       [&](const ReferenceLine &line) { return line.hubEntity == hubEntity; });
        });
    });
}

QString Catalog::nameOf(const QString &integrationId) const
{
    const Account *found = account(integrationId);
    return found ? found->row.name : integrationId;
}

namespace {

/// What has no key of its own: an activity is never another one, a deal may be one with the same title, and a user
/// without an address is a user all the same.
void takeKeyless(Policies &policies, const QString &hubEntity)
{
    static const QStringList keyless{u"activity"_s,        u"deal"_s,    u"user"_s,      u"campaign"_s,
                                     u"campaign_metric"_s, u"segment"_s, u"engagement"_s};
    policies.takesKeyless = keyless.contains(hubEntity);
    if (hubEntity == "deal"_L1 && policies.key.isEmpty()) {
        policies.key = u"title"_s;
        policies.keyIsHint = true;
    }
}

} // namespace

Policies Catalog::policies(const QString &hubEntity) const
{
    Policies policies;
    policies.kinds = m_schema.kinds(hubEntity);
    policies.key = m_schema.matchKeyField(hubEntity);
    const QJsonObject rules = m_policies.value(hubEntity);
    policies.conflict = conflictPolicyFromName(rules.value("conflict"_L1).toString()).value_or(ConflictPolicy::Manual);
    policies.consentOfArchived = true;
    policies.createWithoutKey = rules.value("no_key"_L1).toString() == "create"_L1;
    policies.releaseRule = rules.value("deletes"_L1).toString() == "propagate"_L1;
    policies.tolerance = rules.value("tolerance"_L1).toInt(policies.tolerance);
    policies.guardCount = rules.value("guard_count"_L1).toInt(policies.guardCount);
    policies.guardShare = rules.value("guard_percent"_L1).toDouble(policies.guardShare * 100) / 100;
    for (const auto &account : m_accounts) {
        policies.order << account->row.name;
        const QStringList primary = words(account->row.settings.value("primary"_L1));
        if (primary.contains(hubEntity))
            policies.primary = account->row.name;
        for (const Binding &binding : account->bindings) {
            if (binding.mapping.hubEntity() != hubEntity)
                continue;
            if (!policies.order.contains(binding.system.name))
                policies.order << binding.system.name;
            policies.key = binding.mapping.matchKey();
            const auto kinds = binding.mapping.kinds();
            for (auto it = kinds.begin(); it != kinds.end(); ++it)
                policies.kinds.insert(it.key(), it.value());
            if (binding.mapping.source().deletes == DeletePolicy::Propagate && !rules.contains("deletes"_L1))
                policies.releaseRule = true;
        }
    }
    takeKeyless(policies, hubEntity);
    return policies;
}

double Catalog::changeShare(const QString &hubEntity) const
{
    return m_policies.value(hubEntity).value("change_percent"_L1).toDouble(usualChangePercent) / 100;
}

bool Catalog::isSomebodyAway(const QString &hubEntity) const
{
    return std::ranges::any_of(m_accounts, [&](const auto &account) {
        return account->row.state != "paused"_L1 && std::ranges::any_of(account->bindings, [&](const Binding &binding) {
                   return binding.mapping.hubEntity() == hubEntity && (account->down || binding.isGone);
               });
    });
}

QMap<QString, System> Catalog::systems(const QString &hubEntity) const
{
    QMap<QString, System> systems;
    for (const auto &account : m_accounts) {
        for (const Binding &binding : account->bindings) {
            if (binding.mapping.hubEntity() != hubEntity)
                continue;
            System system = binding.system;
            system.paused = system.paused || account->down.has_value();
            for (FieldMap &field : system.fields) {
                const QJsonObject rules = m_policies.value(hubEntity + u'.' + field.hub);
                if (const auto policy = conflictPolicyFromName(rules.value("conflict"_L1).toString()))
                    field.conflict = policy;
            }
            systems.insert(system.name, system);
        }
    }
    return systems;
}

QString Catalog::matchKey(const QString &hubEntity, const QMap<QString, Value> &values) const
{
    const Policies rules = policies(hubEntity);
    return keyOf(rules, values.value(rules.key));
}

} // namespace syncline::core
