#include "core/services/safety.h"

#include "core/engine/context.h"
#include "core/mapping/mappingfile.h"
#include "core/services/integrations.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// The entities that any integration maps, in the schema's order, each with the deletes rule of its first mapping.
Result<QList<SafetyRules::Entity>> mappedEntities(Session &session)
{
    const auto integrations = session.stores().integrations.all();
    if (!integrations)
        return failure(integrations.error());
    QMap<QString, DeletePolicy> mapped;
    for (const IntegrationRow &row : *integrations) {
        const auto mappings = session.stores().integrations.mappings(row.id);
        if (!mappings)
            return failure(mappings.error());
        for (const auto &mapping : *mappings) {
            const auto deletes = deletePolicyFromName(mapping.document.value("deletes"_L1).toString());
            if (!mapped.contains(mapping.hubEntity))
                mapped.insert(mapping.hubEntity, deletes.value_or(DeletePolicy::Ask));
        }
    }
    QList<SafetyRules::Entity> entities;
    for (const QString &entity : session.schema().entities()) {
        if (mapped.contains(entity))
            entities.append({entity, ConflictPolicy::Manual, mapped.value(entity), 0});
    }
    return entities;
}

} // namespace

Result<SafetyRules> Safety::rules()
{
    auto entities = mappedEntities(m_session);
    const auto policies = m_session.stores().integrations.policies();
    if (!entities || !policies)
        return failure(entities ? policies.error() : entities.error());
    const Policies usual;
    SafetyRules rules{std::move(*entities), usual.guardCount, usual.guardShare * 100, usualChangePercent};
    bool isFirst = true;
    for (SafetyRules::Entity &entity : rules.entities) {
        const QJsonObject own = policies->value(entity.entity);
        entity.conflict = conflictPolicyFromName(own.value("conflict"_L1).toString()).value_or(entity.conflict);
        entity.deletes = deletePolicyFromName(own.value("deletes"_L1).toString()).value_or(entity.deletes);
        for (auto it = policies->begin(); it != policies->end(); ++it)
            entity.ownFields += it.key().startsWith(entity.entity + u'.') && it->contains("conflict"_L1) ? 1 : 0;
        // The strictest of several is shown: what is held by one of them is held.
        const int count = own.value("guard_count"_L1).toInt(usual.guardCount);
        const double percent = own.value("guard_percent"_L1).toDouble(usual.guardShare * 100);
        rules.guardCount = isFirst ? count : std::min(rules.guardCount, count);
        rules.guardPercent = isFirst ? percent : std::min(rules.guardPercent, percent);
        const double change = own.value("change_percent"_L1).toDouble(usualChangePercent);
        rules.changePercent = isFirst ? change : std::min(rules.changePercent, change);
        isFirst = false;
    }
    return rules;
}

Result<void> Safety::setConflict(const QString &entity, ConflictPolicy policy)
{
    return Integrations(m_session).setPolicy(entity, {{u"conflict"_s, conflictPolicyName(policy)}});
}

Result<void> Safety::setDeletes(const QString &entity, DeletePolicy policy)
{
    return Integrations(m_session).setPolicy(entity, {{u"deletes"_s, deletePolicyName(policy)}});
}

Result<void> Safety::setGuard(int count, double percent)
{
    return setForAll({{u"guard_count"_s, QString::number(count)}, {u"guard_percent"_s, QString::number(percent)}});
}

Result<void> Safety::setChangeGuard(double percent)
{
    return setForAll({{u"change_percent"_s, QString::number(percent)}});
}

Result<void> Safety::setForAll(const QMap<QString, QString> &rules)
{
    const auto entities = mappedEntities(m_session);
    if (!entities)
        return failure(entities.error());
    for (const SafetyRules::Entity &entity : *entities) {
        if (auto done = Integrations(m_session).setPolicy(entity.entity, rules); !done)
            return done;
    }
    return {};
}

} // namespace syncline::core
