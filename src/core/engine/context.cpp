#include "core/engine/context.h"

#include "core/sync/planner.h"
#include "foundation/canonical.h"
#include "foundation/ids.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

EntityContext::EntityContext(const Catalog &catalog, const QString &hubEntity)
    : entity(hubEntity)
    , policies(catalog.policies(hubEntity))
    , systems(catalog.systems(hubEntity))
{
    for (const auto &account : catalog.accounts()) {
        for (const Binding &binding : account->bindings) {
            if (binding.mapping.hubEntity() != hubEntity)
                continue;
            byName.insert(binding.system.name, &binding);
            hasReferences = hasReferences || !binding.mapping.references().isEmpty();
        }
    }
}

const Binding *EntityContext::binding(const QString &integrationId, const QString &remoteEntity) const
{
    for (const Binding *binding : byName) {
        if (binding->integration == integrationId && binding->remote.name == remoteEntity)
            return binding;
    }
    return nullptr;
}

EntityContext EntityContext::with(const QList<LinkedPair> &references) const
{
    EntityContext other(*this);
    auto own = std::make_shared<std::vector<Binding>>();
    own->reserve(size_t(byName.size()));
    for (auto it = byName.begin(); it != byName.end(); ++it) {
        Binding &binding = own->emplace_back(**it);
        binding.references = std::make_shared<CarriedReferences>(binding.integration, references);
        binding.mapping = binding.mapping.with(binding.references);
        other.byName.insert(it.key(), &binding);
    }
    other.m_own = std::move(own);
    return other;
}

bool EntityContext::refersToItself() const
{
    return std::ranges::any_of(byName, [&](const Binding *binding) {
        return std::ranges::any_of(binding->mapping.references(),
                                   [&](const ReferenceLine &line) { return line.hubEntity == entity; });
    });
}

QString EntityContext::keyOfRemote(const Binding &binding, const QMap<QString, Value> &hubTerms) const
{
    const QString mapId = binding.mapping.mapIdOfHub(policies.key);
    return keyOf(policies, hubTerms.value(mapId));
}

QString EntityContext::keyOfHub(const QMap<QString, HubField> &fields) const
{
    return keyOf(policies, fields.value(policies.key).value);
}

namespace {

/// The base's remote halves in hub terms. Mostly they equal the shadow, so that nothing has to be mapped again.
QMap<QString, Value> basesInHubTerms(const LinkRow &row, const Link &link, const Binding &binding)
{
    QMap<QString, Value> raw;
    bool sameAsShadow = true;
    for (const RawBase &base : row.base) {
        for (auto it = base.remote.begin(); it != base.remote.end(); ++it) {
            raw.insert(it.key(), *it);
            sameAsShadow = sameAsShadow && row.shadow.value(it.key()) == *it;
        }
    }
    return sameAsShadow ? link.shadow : binding.mapping.toHub(raw);
}

} // namespace

Link toLink(const LinkRow &row, const Binding &binding, QList<FieldProblem> *problems)
{
    Link link;
    link.hub = row.hubId;
    link.system = binding.system.name;
    link.remote = row.remoteId;
    link.state = row.state;
    link.shadow = binding.mapping.toHub(row.shadow, problems);
    const auto bases = basesInHubTerms(row, link, binding);
    for (auto it = row.base.begin(); it != row.base.end(); ++it) {
        const Half remote = it->remoteNever ? Half{} : Half::of(bases.value(it.key()));
        link.base.insert(link.base.cend(), it.key(), Base{it->hub, remote, it.key()});
    }
    link.mtime = row.modifiedAt;
    link.refused = row.refused;
    link.wrote = row.wrote;
    link.evidence = row.evidence;
    return link;
}

Stranger toStranger(const StrangerRow &row, const Binding &binding, QList<FieldProblem> *problems)
{
    Stranger stranger;
    stranger.system = binding.system.name;
    stranger.id = row.remoteId;
    stranger.fields = binding.mapping.toHub(row.fields, problems);
    stranger.mtime = row.modifiedAt;
    stranger.created = row.firstSeen / 1000; // by our clock, as intents are
    stranger.ours = row.ours;
    return stranger;
}

HubRecord toHubRecord(const HubRow &row)
{
    return {row.id, row.fields, row.state, row.deleteAsked};
}

void writeBack(LinkRow &row, const Link &before, const Link &after, const Binding &binding,
               const QMap<QString, Value> &shown, const QMap<QString, Value> &sent)
{
    for (auto it = after.base.begin(); it != after.base.end(); ++it) {
        if (const auto old = before.base.constFind(it.key()); old != before.base.cend() && *old == *it)
            continue;
        RawBase raw{it->hub, it->remote.never, {}};
        const QStringList names = binding.mapping.remoteFieldsOf(it.key());
        for (const QString &name : names) {
            if (shown.contains(name))
                raw.remote.insert(name, shown.value(name));
            else if (sent.contains(name))
                raw.remote.insert(name, sent.value(name));
        }
        if (it->remote.never)
            raw.remote.clear();
        raw.remote = binding.mapping.settledRaw(raw.remote);
        row.base.insert(it.key(), raw);
    }
    row.state = after.state;
    row.modifiedAt = after.mtime;
    row.refused = after.refused;
    row.wrote = after.wrote;
    row.wroteOpen = !after.wrote.isEmpty();
    row.evidence = after.evidence;
}

ShownRecord shownBy(const connectors::RemoteRecord &record, const Binding &binding)
{
    ShownRecord shown{mappedOnly(record.fields, binding.mapping.remoteFields()), {}};
    shown.inHubTerms = binding.mapping.with(nullptr).toHub(shown.fields);
    return shown;
}

void resolve(ShownRecord &shown, const Binding &binding)
{
    binding.mapping.addReferences(shown.fields, shown.inHubTerms);
}

QMap<QString, Value> mappedOnly(const QMap<QString, Value> &fields, const QStringList &mapped)
{
    QMap<QString, Value> kept;
    for (const QString &name : mapped) {
        if (const auto it = fields.constFind(name); it != fields.cend())
            kept.insert(kept.cend(), name, *it);
    }
    return kept;
}

QMap<QString, Value> settledRaw(const Binding &binding, const QString &mapId, const QMap<QString, Value> &raw)
{
    return binding.mapping.settledRaw(mappedOnly(raw, binding.mapping.remoteFieldsOf(mapId)));
}

QMap<QString, Value> valuesOf(const QMap<QString, HubField> &fields)
{
    QMap<QString, Value> values;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        values.insert(values.cend(), it.key(), it->value);
    return values;
}

QString derivedHubId(const QString &integration, const QString &remoteEntity, const QString &remoteId)
{
    return derivedUuid(integration + u'/' + remoteEntity + u'/' + remoteId);
}

} // namespace syncline::core
