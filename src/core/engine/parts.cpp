#include "core/engine/parts.h"

#include "core/engine/operationdocument.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

Part::Part(Stores &stores, const EntityContext &context, Seconds now) : m_stores(stores), m_context(context), m_now(now)
{
}

Part::Part(Stores &stores, const EntityContext &context, Seconds now, const ReplayStore::Kept &kept)
    : Part(stores, context, now)
{
    for (const HubRow &row : kept.hubs)
        m_hubs.insert(row.id, row);
    for (const LinkRow &link : kept.links)
        placeLink(link);
    for (const auto &[row, buried] : kept.strangers) {
        const QPair<QString, QString> place(m_context.binding(row.integration, row.remoteEntity)->system.name,
                                            row.remoteId);
        m_strangers.insert(place, row);
        if (buried)
            m_graves.insert(place);
    }
    for (const auto &barred : kept.barred) {
        for (const Binding *binding : m_context.byName) {
            if (binding->integration == barred.integration)
                m_barred.insert({binding->system.name, barred.hubId}, barred.matchKey);
        }
    }
    m_references = kept.references;
}

Result<void> Part::addHub(const QString &id)
{
    m_hubsToDo << id;
    return drain();
}

Result<void> Part::addStranger(const StrangerRow &row)
{
    const Binding *binding = m_context.binding(row.integration, row.remoteEntity);
    if (!binding)
        return {};
    const QPair<QString, QString> place(binding->system.name, row.remoteId);
    if (m_strangers.contains(place))
        return {};
    m_strangers.insert(place, row);
    const auto buried = m_stores.records.isBuried({row.integration, row.remoteEntity, row.remoteId});
    if (!buried)
        return failure(buried.error());
    if (*buried)
        m_graves.insert(place);
    return addKey(row.matchKey).and_then([this] { return drain(); });
}

Result<void> Part::addKey(const QString &key)
{
    if (!key.isEmpty() && !m_keys.contains(key)) {
        m_keys.insert(key);
        m_keysToDo << key;
    }
    return {};
}

Result<void> Part::drain()
{
    while (!m_hubsToDo.isEmpty() || !m_keysToDo.isEmpty()) {
        if (!m_hubsToDo.isEmpty()) {
            if (auto done = loadHub(m_hubsToDo.takeLast()); !done)
                return done;
            continue;
        }
        const QString key = m_keysToDo.takeLast();
        const auto hubs = m_stores.records.hubsByKey(m_context.entity, key);
        if (!hubs)
            return failure(hubs.error());
        const auto linked = m_stores.records.hubsByLinkKey(m_context.entity, key);
        if (!linked)
            return failure(linked.error());
        m_hubsToDo << *hubs << *linked;
        if (auto done = loadStrangers(key); !done)
            return done;
    }
    return {};
}

/// Most are here already: what is loaded by its key came in by that key.
Result<void> Part::loadStrangers(const QString &key)
{
    const auto places = m_stores.records.strangersByKey(m_context.entity, key);
    if (!places)
        return failure(places.error());
    for (const LinkKey &place : *places) {
        const Binding *binding = m_context.binding(place.integration, place.remoteEntity);
        if (!binding || m_strangers.contains({binding->system.name, place.remoteId}))
            continue;
        const auto row = m_stores.records.stranger(place);
        if (!row)
            return failure(row.error());
        if (auto done = addStranger(**row); !done)
            return done;
    }
    return {};
}

/// A link of an entity that is not mapped any more still says that the integration has the record (S-40).
QString Part::nameOfUnmapped(const LinkRow &link) const
{
    for (const Binding *binding : m_context.byName) {
        if (binding->integration == link.integration)
            return binding->name + u'/' + link.remoteEntity;
    }
    return link.integration;
}

Result<void> Part::loadHub(const QString &id)
{
    if (m_hubs.contains(id))
        return {};
    const auto row = m_stores.records.hub(id);
    if (!row)
        return failure(row.error());
    if (!*row)
        return {};
    m_hubs.insert(id, **row);
    const auto links = m_stores.records.linksOf(id);
    if (!links)
        return failure(links.error());
    for (const LinkRow &link : *links) {
        placeLink(link);
        if (auto done = addKey(link.matchKey); !done)
            return done;
    }
    const auto barred = m_stores.records.barred(id);
    if (!barred)
        return failure(barred.error());
    for (const Binding *binding : m_context.byName) {
        if (const auto key = barred->constFind(binding->integration); key != barred->cend())
            m_barred.insert({binding->system.name, id}, *key);
    }
    return addKey((*row)->matchKey);
}

void Part::placeLink(const LinkRow &link)
{
    const Binding *binding = m_context.binding(link.integration, link.remoteEntity);
    m_links.insert({binding ? binding->system.name : nameOfUnmapped(link), link.remoteId}, link);
}

const LinkRow *Part::link(const QString &name, const QString &remoteId) const
{
    const auto it = m_links.constFind({name, remoteId});
    return it == m_links.cend() ? nullptr : &*it;
}

const StrangerRow *Part::stranger(const QString &name, const QString &remoteId) const
{
    const auto it = m_strangers.constFind({name, remoteId});
    return it == m_strangers.cend() ? nullptr : &*it;
}

Snapshot Part::snapshot(const QList<Intent> &intents, const EntityContext &context)
{
    Snapshot snapshot;
    snapshot.systems = context.systems;
    snapshot.policies = context.policies;
    snapshot.now = m_now;
    snapshot.barred = m_barred;
    snapshot.graves = m_graves;
    snapshot.intents = intents;
    m_problems.clear();
    for (auto it = m_hubs.begin(); it != m_hubs.end(); ++it) {
        snapshot.hub.insert(snapshot.hub.cend(), it.key(), toHubRecord(*it));
        if (it->released)
            snapshot.released.insert(it.key(), *it->released);
    }
    for (auto it = m_links.begin(); it != m_links.end(); ++it) {
        const Binding *binding = context.binding(it->integration, it->remoteEntity);
        if (!binding) {
            // A link of an integration that takes no part keeps its record from being made there again.
            snapshot.links.append(Link{it->hubId, it.key().first, it->remoteId, it->state, {}, {}, {}, {}, {}, {}, {}});
            continue;
        }
        QList<FieldProblem> problems;
        snapshot.links.append(toLink(*it, *binding, &problems));
        for (const FieldProblem &problem : problems)
            m_problems.append({it->integration, it->remoteEntity, it->remoteId, it->hubId, problem});
    }
    for (auto it = m_strangers.begin(); it != m_strangers.end(); ++it) {
        if (!it->leftOut.isEmpty())
            continue;
        QList<FieldProblem> problems;
        snapshot.strangers.append(toStranger(*it, *context.binding(it->integration, it->remoteEntity), &problems));
        for (const FieldProblem &problem : problems)
            m_problems.append({it->integration, it->remoteEntity, it->remoteId, {}, problem});
    }
    return snapshot;
}

Intent toIntent(const IntentRow &row, const OperationRow &operation, const EntityContext &context)
{
    Intent intent;
    intent.id = row.id;
    intent.kind = row.kind == "create"_L1 ? IntentKind::Create
        : row.kind == "delete"_L1         ? IntentKind::Delete
                                          : IntentKind::Update;
    const Binding *binding = context.binding(row.integration, row.remoteEntity);
    intent.system = binding ? binding->system.name : row.integration;
    intent.hub = row.hubId;
    intent.remote = intent.kind == IntentKind::Create ? QString() : row.remoteId;
    intent.fields = RemoteWrite::fromJson(operation.document).sent;
    intent.at = row.at;
    if (row.unknownSince)
        intent.unknownSince = *row.unknownSince / 1000;
    return intent;
}

Result<QList<Intent>> openIntents(Stores &stores, const EntityContext &context)
{
    const auto rows = stores.runs.intents();
    if (!rows)
        return failure(rows.error());
    QList<Intent> intents;
    for (const IntentRow &row : *rows) {
        if (row.entity != context.entity || !context.binding(row.integration, row.remoteEntity))
            continue;
        const auto operation = stores.runs.operation(row.run, row.seq);
        if (!operation)
            return failure(operation.error());
        if (*operation)
            intents.append(toIntent(row, **operation, context));
    }
    return intents;
}

QList<Intent> keptIntents(const ReplayStore::Kept &kept, const EntityContext &context)
{
    QList<Intent> intents;
    for (const auto &open : kept.intents) {
        if (context.binding(open.intent.integration, open.intent.remoteEntity))
            intents.append(toIntent(open.intent, open.operation, context));
    }
    return intents;
}

} // namespace syncline::core
