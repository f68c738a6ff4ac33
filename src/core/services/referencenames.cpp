#include "core/services/referencenames.h"

#include "core/engine/context.h"
#include "core/services/recordtypes.h"

namespace syncline::core {

Result<Value> ReferenceNames::shown(const QString &entity, const QString &field, const Value &value)
{
    const HubFieldDef *def = m_session.schema().field(entity, field);
    if (!def || def->refEntity.isEmpty() || !value.isReadable() || value.isBlank())
        return value;
    QStringList names;
    for (const QString &id : value.members()) {
        const auto name = nameOf(id);
        if (!name)
            return failure(name.error());
        names << *name;
    }
    return names.size() == 1 ? Value::text(names.first()) : Value::set(names);
}

Result<QString> ReferenceNames::nameOf(const QString &id)
{
    if (const auto known = m_names.constFind(id); known != m_names.cend())
        return *known;
    return m_session.stores().records.hub(id).map([&](const std::optional<HubRow> &row) {
        const QString name = row ? displayName(openGroups(valuesOf(row->fields))) : QString();
        return *m_names.insert(id, name.isEmpty() ? id : name);
    });
}

} // namespace syncline::core
