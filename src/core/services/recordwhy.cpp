#include "core/services/records.h"

#include "core/engine/operationdocument.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Records", text);
}

} // namespace

Result<WhyAnswer> Records::why(const QString &entity, const QString &id, const QString &field)
{
    const auto found = row(id);
    const auto known = m_session.integrationNames();
    if (!found || !known)
        return failure(found ? known.error() : found.error());
    if (!m_session.schema().field(entity, field) && !m_session.schema().groups(entity).contains(field))
        return failure(ErrorKind::Usage, tr("%1 has no field named %2.").arg(entity, field),
                       tr("Field names are those of docs/hub-schema.md, or begin with x_."));
    if (found->entity != entity)
        return failure(ErrorKind::Usage, tr("The record %1 is a %2, not a %3.").arg(id, found->entity, entity),
                       tr("Ask with: syncline-cli why %1 %2 %3").arg(found->entity, id, field));
    const QString key = m_session.schema().mergeKey(entity, field);
    const HubField value = found->fields.value(key);
    const auto operations = m_session.stores().runs.ofHub(id);
    const auto audits = m_session.stores().review.auditOf(id);
    if (!operations || !audits)
        return failure(operations ? audits.error() : operations.error());
    WhyAnswer answer;
    answer.entity = entity;
    answer.record = id;
    answer.field = field;
    answer.value = key == field ? value.value : value.value.part(field);
    answer.by = value.author;
    answer.at = value.at ? std::optional(*value.at * 1000) : std::nullopt;
    answer.sentence = value.author.isEmpty() ? tr("Nobody has set %1 yet.").arg(field)
        : value.author == personAuthor       ? tr("A person set %1 here.").arg(field)
                                             : tr("%1 came from %2.").arg(field, value.author);
    for (const OperationRow &operation : *operations) {
        const bool touches = operation.integration == hubSystem ? hubChanges(operation.document).contains(key) : true;
        if (touches && operation.kind != "agree"_L1)
            answer.history.append({operation, known->value(operation.integration, operation.integration)});
    }
    for (const AuditEntry &entry : *audits) {
        if (entry.field.isEmpty() || entry.field == key)
            answer.acts.append(entry);
    }
    return answer;
}

} // namespace syncline::core
