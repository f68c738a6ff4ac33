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
        if (const Binding *binding = account->binding(hubEntity)) {
            byName.insert(binding->name, binding);
            byId.insert(binding->integration, binding);
        }
    }
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
    link.system = binding.name;
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
    stranger.system = binding.name;
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
    shown.inHubTerms = binding.mapping.toHub(shown.fields);
    return shown;
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
