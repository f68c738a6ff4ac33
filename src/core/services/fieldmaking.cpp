#include "core/services/integrations.h"

#include "core/engine/creationtoken.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Integrations", text);
}

/// A flag that is given unless it was taken away (C15).
bool isPermitted(const IntegrationRow &row, const QString &flag)
{
    const QString value = row.settings.value(flag).toString(u"true"_s);
    return value != "false"_L1 && value != "0"_L1;
}

connectors::RemoteField fieldFor(const HubFieldDef &hub)
{
    connectors::RemoteField wanted;
    wanted.name = hub.key;
    wanted.label = hub.label;
    wanted.type = hub.type;
    for (const HubOption &option : hub.options)
        wanted.options.append({option.value, option.label});
    return wanted;
}

/// For one of the hub's fields, or for the token of creates.
Result<connectors::RemoteField> wantedField(const HubSchema &schema, const QString &entity, const QString &name)
{
    if (name == tokenFieldName) {
        connectors::RemoteField token;
        token.name = token.label = name;
        return token;
    }
    const HubFieldDef *field = schema.field(entity, name);
    if (!field)
        return failure(ErrorKind::Usage, tr("The entity %1 has no field \"%2\".").arg(entity, name),
                       tr("Choose one of its fields."));
    return fieldFor(*field);
}

} // namespace

Result<connectors::RemoteField> Integrations::createField(const QString &name, const QString &remoteEntity,
                                                          const QString &hubField, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    const auto row = named(name);
    if (!row)
        return failure(row.error());
    if (!isPermitted(*row, u"may_create_fields"_s)) {
        return failure(ErrorKind::Permission, tr("%1 may not make fields, by its settings.").arg(name),
                       tr("Permit it with: syncline-cli integration set %1 may_create_fields=true").arg(name));
    }
    const auto entities = describe(name, remoteEntity, stop);
    if (!entities)
        return failure(entities.error());
    auto file = mappingOf(name);
    if (!file)
        return failure(file.error());
    const auto mapping = std::ranges::find(file->entities, remoteEntity, &EntityMapping::remote);
    const QString hub = mapping != file->entities.end() ? mapping->hub : entities->first().hubEntity;
    const auto wanted = wantedField(m_session.schema(), hub, hubField);
    if (!wanted)
        return failure(wanted.error());
    if (entities->first().field(hubField)) {
        return failure(ErrorKind::Usage, tr("%1 of %2 have a field %3 already.").arg(remoteEntity, name, hubField),
                       tr("Map the two."));
    }
    auto connector = m_session.outside().connectors(*row);
    if (!connector)
        return failure(connector.error());
    const bool isToken = hubField == tokenFieldName;
    if (isToken && (*connector)->capabilities().clientChosenIds)
        return failure(ErrorKind::Usage, tr("%1 takes ids of ours and needs no field %2.").arg(name, hubField));
    const auto made = (*connector)->createField(remoteEntity, *wanted, stop);
    if (!made)
        return failure(made.error());
    const bool isMapped = mapping != file->entities.end()
        && std::ranges::any_of(mapping->fields, [&](const FieldMapping &line) { return line.hub == hubField; });
    if (mapping != file->entities.end() && !isMapped && !isToken) {
        FieldMapping line;
        line.hub = hubField;
        line.remote = made->name;
        mapping->fields.append(line);
        if (const auto applied = apply(*file, stop); !applied)
            return failure(applied.error());
    } else if (const auto read = describe(name, remoteEntity, stop); !read) {
        return failure(read.error());
    }
    return *made;
}

} // namespace syncline::core
