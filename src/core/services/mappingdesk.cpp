#include "core/services/mappingdesk.h"

#include "core/services/integrations.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingDesk)
};

constexpr std::chrono::minutes fieldsStayFresh{5};

const EntityMapping *find(const QList<EntityMapping> &mappings, const QString &remote, const QString &hub)
{
    const auto it = std::find_if(mappings.begin(), mappings.end(), [&](const EntityMapping &mapping) {
        return mapping.remote == remote && (hub.isEmpty() || mapping.hub == hub);
    });
    return it == mappings.end() ? nullptr : &*it;
}

/// Policies belong to the hub's entity: what a stored mapping says about them may be older.
void adoptPolicies(EntityMapping &mapping, const QMap<QString, QJsonObject> &policies)
{
    const QJsonObject rules = policies.value(mapping.hub);
    mapping.conflict = conflictPolicyFromName(rules.value("conflict"_L1).toString()).value_or(mapping.conflict);
    mapping.deletes = deletePolicyFromName(rules.value("deletes"_L1).toString()).value_or(mapping.deletes);
    for (FieldMapping &line : mapping.fields) {
        const QJsonObject own = policies.value(mapping.hub + u'.' + line.hub);
        if (line.conflict)
            line.conflict = conflictPolicyFromName(own.value("conflict"_L1).toString()).value_or(*line.conflict);
    }
}

} // namespace

QString shownValue(const Value &value, const QList<HubOption> &options)
{
    const auto labelOf = [&](const QString &text) {
        const auto it = std::find_if(options.begin(), options.end(),
                                     [&](const HubOption &option) { return option.value == text; });
        return it == options.end() || it->label.isEmpty() ? text : it->label;
    };
    if (value.isText())
        return labelOf(value.text());
    if (!value.isSet() && (!value.isList() || options.isEmpty()))
        return value.display();
    QStringList shown;
    for (const QString &member : value.members())
        shown.append(labelOf(member));
    return shown.join(u", "_s);
}

Result<IntegrationRow> MappingDesk::named(const QString &name)
{
    const auto row = m_session.stores().integrations.byName(name);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure(ErrorKind::Usage, Text::tr("There is no integration named %1.").arg(name),
                       Text::tr("Choose another one."));
    return **row;
}

Result<QList<EntityMapping>> MappingDesk::saved(const IntegrationRow &row)
{
    const auto stored = m_session.stores().integrations.mappings(row.id);
    const auto policies = m_session.stores().integrations.policies();
    if (!stored || !policies)
        return failure(stored ? policies.error() : stored.error());
    QList<EntityMapping> mappings;
    for (const auto &one : *stored) {
        auto mapping = entityMappingFromJson(one.document, one.remoteEntity);
        if (!mapping)
            return failure(mapping.error());
        adoptPolicies(*mapping, *policies);
        mappings.append(*mapping);
    }
    return mappings;
}

Result<QList<MappingPlace>> MappingDesk::places()
{
    const auto rows = m_session.stores().integrations.all();
    if (!rows)
        return failure(rows.error());
    QList<MappingPlace> places;
    for (const IntegrationRow &row : *rows) {
        const auto described = m_session.stores().integrations.described(row.id);
        const auto mappings = saved(row);
        if (!described || !mappings)
            return failure(described ? mappings.error() : described.error());
        if (described->isEmpty())
            places.append({row.name, row.provider, {}, {}, {}, {}, 0, false});
        for (const auto &entity : *described) {
            const connectors::RemoteEntity remote = remoteEntityFromJson(entity.document);
            const EntityMapping *mapping = find(*mappings, remote.name, {});
            const QString hub = mapping ? mapping->hub : remote.hubEntity;
            const HubEntityDef *def = m_session.schema().entity(hub);
            if (!def)
                continue;
            places.append({row.name, row.provider, hub, def->label, remote.name,
                           remote.label.isEmpty() ? remote.name : remote.label,
                           mapping ? int(mapping->fields.size()) : 0, mapping && mapping->enabled});
        }
    }
    std::stable_sort(places.begin(), places.end(), [&](const MappingPlace &a, const MappingPlace &b) {
        const QStringList order = m_session.schema().entities();
        return a.integration == b.integration && order.indexOf(a.hub) < order.indexOf(b.hub);
    });
    return places;
}

Result<void> MappingDesk::readFields(const QString &integration, std::stop_token stop)
{
    const auto read = Integrations(m_session).describe(integration, {}, stop);
    return read ? Result<void>() : failure(read.error());
}

Result<MappingBasis> MappingDesk::open(const QString &integration, const QString &hub, const QString &remote)
{
    const auto row = named(integration);
    if (!row)
        return failure(row.error());
    const auto described = m_session.stores().integrations.described(row->id);
    const auto mappings = saved(*row);
    const auto policies = m_session.stores().integrations.policies();
    if (!described || !mappings || !policies)
        return failure(!described ? described.error() : !mappings ? mappings.error() : policies.error());
    const auto found = std::find_if(described->begin(), described->end(),
                                    [&](const auto &entity) { return entity.name == remote; });
    const HubEntityDef *entity = m_session.schema().entity(hub);
    if (found == described->end() || !entity)
        return failure(ErrorKind::NotFound, Text::tr("The fields of %1 have not been read yet.").arg(integration),
                       Text::tr("Read them from the CRM."));
    MappingBasis basis;
    basis.integration = integration;
    basis.provider = row->provider;
    basis.phoneRegion = row->settings.value("phone_region"_L1).toString();
    basis.schema = m_session.schema();
    basis.remote = remoteEntityFromJson(found->document);
    basis.isOld = m_session.clock().now() - std::chrono::milliseconds(found->at) > fieldsStayFresh;
    basis.saved.hub = hub;
    basis.saved.remote = remote;
    adoptPolicies(basis.saved, *policies);
    if (const EntityMapping *mapping = find(*mappings, remote, hub)) {
        basis.saved = *mapping;
        basis.isSaved = true;
    }
    basis.suggestions = suggest(*entity, basis.remote).suggestions;
    for (Suggestion &suggestion : basis.suggestions) {
        const connectors::RemoteField *target = basis.remote.field(suggestion.field.remote);
        suggestion.field.required = target && target->required
            && suggestion.field.hub == basis.schema.matchKeyField(hub);
    }
    return basis;
}

/// Both rules first: apply() refuses a mapping that disagrees with the workspace.
Result<void> MappingDesk::savePolicies(const MappingBasis &basis, const EntityMapping &draft)
{
    QMap<QString, QString> rules;
    if (draft.conflict != basis.saved.conflict)
        rules.insert(u"conflict"_s, conflictPolicyName(draft.conflict));
    if (draft.deletes != basis.saved.deletes)
        rules.insert(u"deletes"_s, deletePolicyName(draft.deletes));
    return rules.isEmpty() ? Result<void>() : Integrations(m_session).setPolicy(draft.hub, rules);
}

Result<QStringList> MappingDesk::save(const MappingBasis &basis, const EntityMapping &draft, std::stop_token stop)
{
    const auto row = named(basis.integration);
    if (!row)
        return failure(row.error());
    if (auto fine = refuseProblems(check(draft, basis.schema, basis.remote)); !fine)
        return failure(fine.error());
    if (auto done = savePolicies(basis, draft); !done)
        return failure(done.error());
    auto mappings = saved(*row);
    if (!mappings)
        return failure(mappings.error());
    MappingFile file{basis.integration, *mappings};
    bool isReplaced = false;
    for (EntityMapping &mapping : file.entities) {
        if (mapping.hub != draft.hub || mapping.remote != draft.remote)
            continue;
        mapping = draft;
        isReplaced = true;
    }
    if (!isReplaced)
        file.entities.append(draft);
    return Integrations(m_session).apply(file, stop);
}

} // namespace syncline::core
