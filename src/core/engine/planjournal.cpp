#include "core/engine/planjournal.h"

#include "core/workspace/documents.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QJsonObject integrationOf(const Account &account, const EntityContext &context)
{
    QJsonArray bindings;
    for (const Binding *binding : context.byName) {
        if (binding->integration != account.row.id)
            continue;
        // One that took no part by itself, though its integration did, is kept as one that is gone.
        const bool isOut = !account.down && context.systems.value(binding->system.name).paused;
        bindings.append(
            QJsonObject{{u"fields"_s, isOut ? goneEntityToJson(binding->remote) : remoteEntityToJson(binding->remote)},
                        {u"mapping"_s, toJson(binding->mapping.source())},
                        {u"listed"_s, binding->system.listed}});
    }
    return {{u"id"_s, account.row.id},
            {u"name"_s, account.row.name},
            {u"provider"_s, account.row.provider},
            {u"url"_s, account.row.url},
            {u"auth"_s, account.row.auth},
            {u"settings"_s, account.row.settings},
            {u"position"_s, account.row.position},
            {u"state"_s, account.row.state},
            {u"connected"_s, account.connector != nullptr},
            {u"paused"_s, account.down.has_value()},
            {u"bindings"_s, bindings}};
}

IntegrationRow rowOf(const QJsonObject &json)
{
    IntegrationRow row;
    row.id = json.value("id"_L1).toString();
    row.name = json.value("name"_L1).toString();
    row.provider = json.value("provider"_L1).toString();
    row.url = json.value("url"_L1).toString();
    row.auth = json.value("auth"_L1).toString();
    row.settings = json.value("settings"_L1).toObject();
    row.position = json.value("position"_L1).toInt();
    row.state = json.value("state"_L1).toString();
    return row;
}

Result<void> restoreIntegration(Stores &stores, const QJsonObject &json)
{
    const IntegrationRow row = rowOf(json);
    if (auto done = stores.integrations.save(row); !done)
        return done;
    QList<IntegrationStore::Mapping> mappings;
    for (const QJsonValue &binding : json.value("bindings"_L1).toArray()) {
        const QJsonObject fields = binding["fields"_L1].toObject(), mapping = binding["mapping"_L1].toObject();
        const QString entity = fields.value("name"_L1).toString();
        mappings.append({entity, mapping.value("hub"_L1).toString(), mapping});
        CursorRow cursor;
        if (binding["listed"_L1].toBool())
            cursor.listedAt = 0;
        auto done = stores.integrations.saveDescribed(row.id, {entity, fields, 0}).and_then([&] {
            return stores.records.saveCursor(row.id, entity, cursor);
        });
        if (!done)
            return done;
    }
    return stores.integrations.replaceMappings(row.id, mappings);
}

} // namespace

PlanJournal::PlanJournal(Stores &stores, const Catalog &catalog, QString run)
    : m_stores(stores)
    , m_catalog(catalog)
    , m_run(std::move(run))
{
}

Result<void> PlanJournal::keep(const Part &part, const EntityContext &context, Seconds now)
{
    if (m_records > mostRecords)
        return {};
    m_records += part.size();
    const bool fits = m_records <= mostRecords;
    const auto setup = fits ? keepSetup(context) : Result<QString>(QString());
    if (!setup)
        return failure(setup.error());
    const auto number = m_stores.replay.keepPart(m_run, {0, context.entity, now, part.size(), *setup});
    if (!number)
        return failure(number.error());
    if (!fits)
        return {};
    QList<ReplayStore::StrangerKey> strangers;
    for (auto it = part.strangers().begin(); it != part.strangers().end(); ++it)
        strangers.append({{it->integration, it->remoteEntity, it->remoteId}, part.graves().contains(it.key())});
    return m_stores.replay.keepHubs(*number, part.hubs().keys())
        .and_then([&] { return m_stores.replay.keepStrangers(*number, strangers); })
        .and_then([&] { return m_stores.replay.keepReferences(*number, part.references()); })
        .and_then([&] { return m_stores.replay.keepIntents(*number, context.entity); });
}

Result<QString> PlanJournal::keepSetup(const EntityContext &context)
{
    QString &hash = m_setups[context.entity];
    if (!hash.isEmpty())
        return hash;
    const auto document = setupDocument(m_stores, m_catalog, context);
    if (!document)
        return failure(document.error());
    hash = QString::fromLatin1(QCryptographicHash::hash(compact(*document), QCryptographicHash::Sha256).toHex());
    if (auto done = m_stores.replay.keepSetup(hash, *document); !done)
        return failure(done.error());
    return hash;
}

Result<QJsonObject> setupDocument(Stores &stores, const Catalog &catalog, const EntityContext &context)
{
    const auto policies = stores.integrations.policies();
    if (!policies)
        return failure(policies.error());
    QJsonObject rules;
    for (auto it = policies->begin(); it != policies->end(); ++it)
        rules.insert(it.key(), *it);
    QJsonArray integrations;
    for (const auto &account : catalog.accounts())
        integrations.append(integrationOf(*account, context));
    return QJsonObject{{u"version"_s, QCoreApplication::applicationVersion()},
                       {u"policies"_s, rules},
                       {u"integrations"_s, integrations}};
}

Result<void> restoreSetup(Stores &stores, const QJsonObject &setup)
{
    const QJsonObject rules = setup.value("policies"_L1).toObject();
    for (auto it = rules.begin(); it != rules.end(); ++it) {
        if (auto done = stores.integrations.setPolicy(it.key(), it->toObject()); !done)
            return done;
    }
    for (const QJsonValue &integration : setup.value("integrations"_L1).toArray()) {
        if (auto done = restoreIntegration(stores, integration.toObject()); !done)
            return done;
    }
    return {};
}

QMap<QString, AccountState> accountStates(const QJsonObject &setup)
{
    QMap<QString, AccountState> states;
    for (const QJsonValue &integration : setup.value("integrations"_L1).toArray())
        states.insert(integration["id"_L1].toString(),
                      {integration["connected"_L1].toBool(), integration["paused"_L1].toBool()});
    return states;
}

} // namespace syncline::core
