#include "core/services/integrations.h"

#include "core/mapping/mappingcheck.h"
#include "core/mapping/suggest.h"
#include "core/services/settings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/// What is mapped, and by which rules it is kept in step.
namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Integrations", text);
}

QJsonObject issueToJson(const MappingIssue &issue)
{
    return {{u"severity"_s, issue.severity == Severity::Problem ? u"problem"_s : u"warning"_s},
            {u"place"_s, issue.place},
            {u"entity"_s, issue.entity},
            {u"hub"_s, issue.hub},
            {u"remote"_s, issue.remote},
            {u"message"_s, issue.message},
            {u"remedy"_s, issue.remedy}};
}

} // namespace

Result<MappingFile> Integrations::suggest(const QString &name, std::stop_token stop)
{
    const auto row = named(name);
    if (!row)
        return failure(row.error());
    const auto entities = entitiesOf(*row, stop);
    if (!entities)
        return failure(entities.error());
    MappingFile file = suggestFile(name, m_session.schema(), *entities);
    const auto policies = m_session.stores().integrations.policies();
    if (!policies)
        return failure(policies.error());
    for (EntityMapping &entity : file.entities) {
        const QJsonObject rules = policies->value(entity.hub);
        entity.conflict = conflictPolicyFromName(rules.value("conflict"_L1).toString()).value_or(entity.conflict);
        entity.deletes = deletePolicyFromName(rules.value("deletes"_L1).toString()).value_or(entity.deletes);
    }
    return file;
}

Result<MappingFile> Integrations::mappingOf(const QString &name)
{
    const auto row = named(name);
    if (!row)
        return failure(row.error());
    const auto rows = m_session.stores().integrations.mappings(row->id);
    if (!rows)
        return failure(rows.error());
    MappingFile file{name, {}};
    for (const auto &stored : *rows) {
        const auto entity = entityMappingFromJson(stored.document, stored.remoteEntity);
        if (!entity)
            return failure(entity.error());
        file.entities.append(*entity);
    }
    return file;
}

/// Conflict policies belong to the hub's entity and field: a file that disagrees is refused, naming both.
Result<void> Integrations::refuseOtherPolicies(const MappingFile &file)
{
    const auto policies = m_session.stores().integrations.policies();
    if (!policies)
        return failure(policies.error());
    const auto differs = [&](const QString &scope, const QString &mine) -> Result<void> {
        const QString theirs = policies->value(scope).value("conflict"_L1).toString();
        if (theirs.isEmpty() || theirs == mine)
            return {};
        return failure(
            ErrorKind::Usage,
            tr("The mapping says conflict \"%1\" for %2, the workspace says \"%3\".").arg(mine, scope, theirs),
            tr("Change the file, or the workspace with: syncline-cli policy set %1 conflict=%2").arg(scope, mine));
    };
    for (const EntityMapping &entity : file.entities) {
        if (auto fine = differs(entity.hub, conflictPolicyName(entity.conflict)); !fine)
            return fine;
        for (const FieldMapping &field : entity.fields) {
            if (!field.conflict)
                continue;
            if (auto fine = differs(entity.hub + u'.' + field.hub, conflictPolicyName(*field.conflict)); !fine)
                return fine;
        }
    }
    return {};
}

Result<void> Integrations::adoptPolicies(const MappingFile &file)
{
    const auto policies = m_session.stores().integrations.policies();
    if (!policies)
        return failure(policies.error());
    for (const EntityMapping &entity : file.entities) {
        QJsonObject rules = policies->value(entity.hub);
        if (rules.contains("conflict"_L1))
            continue;
        rules.insert(u"conflict"_s, conflictPolicyName(entity.conflict));
        if (auto done = m_session.stores().integrations.setPolicy(entity.hub, rules); !done)
            return done;
    }
    return {};
}

Result<QStringList> Integrations::apply(const MappingFile &file, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    const auto row = named(file.integration);
    if (!row)
        return failure(row.error());
    if (auto fine = refuseOtherPolicies(file); !fine)
        return failure(fine.error());
    const auto entities = entitiesOf(*row, stop);
    if (!entities)
        return failure(entities.error());
    const MappingIssues issues = core::check(file, m_session.schema(), *entities);
    if (auto fine = refuseProblems(issues); !fine)
        return failure(fine.error());
    QList<IntegrationStore::Mapping> rows;
    for (const EntityMapping &entity : file.entities)
        rows.append({entity.remote, entity.hub, toJson(entity)});
    auto saved = m_session.stores().db.transaction("mapping", [&]() -> Result<void> {
        auto done = m_session.stores().integrations.replaceMappings(row->id, rows).and_then([&] {
            return adoptPolicies(file);
        });
        for (const EntityMapping &entity : file.entities) {
            if (done)
                done = m_session.stores().records.setAllPending(entity.hub);
        }
        return done;
    });
    if (!saved)
        return failure(saved.error());
    QStringList warnings;
    for (const MappingIssue &issue : issues)
        warnings << issue.place + u": "_s + issue.message;
    return warnings;
}

Result<QJsonArray> Integrations::check(const MappingFile &file, std::stop_token stop)
{
    const auto row = named(file.integration);
    if (!row)
        return failure(row.error());
    const auto entities = entitiesOf(*row, stop);
    if (!entities)
        return failure(entities.error());
    QJsonArray list;
    for (const MappingIssue &issue : core::check(file, m_session.schema(), *entities))
        list.append(issueToJson(issue));
    return list;
}

Result<void> Integrations::setPolicy(const QString &scope, const QMap<QString, QString> &rules)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    const QString entity = scope.section(u'.', 0, 0), field = scope.section(u'.', 1);
    const QString example = tr("For example: syncline-cli policy set contact conflict=last_write_wins");
    if (!m_session.schema().entity(entity))
        return failure(ErrorKind::Usage, tr("There is no entity named %1.").arg(entity), example);
    const auto checked = policyRules(scope, rules);
    if (!checked)
        return failure(checked.error());
    const bool isGroup = m_session.schema().groups(entity).contains(field);
    if (!field.isEmpty() && !isGroup && !m_session.schema().field(entity, field))
        return failure(ErrorKind::Usage, tr("%1 has no field named %2.").arg(entity, field), example);
    const QString merged = field.isEmpty() ? entity : entity + u'.' + m_session.schema().mergeKey(entity, field);
    const auto policies = m_session.stores().integrations.policies();
    if (!policies)
        return failure(policies.error());
    QJsonObject document = policies->value(merged);
    for (auto it = checked->begin(); it != checked->end(); ++it)
        document.insert(it.key(), *it);
    return m_session.stores().db.transaction("policy", [&] {
        return m_session.stores().integrations.setPolicy(merged, document).and_then([&] {
            return m_session.stores().records.setAllPending(entity);
        });
    });
}

} // namespace syncline::core
