#pragma once

#include "connectors/api/connector.h"
#include "core/mapping/mappingfile.h"

/// Short ways to write remote fields and mapping lines in tests.
namespace syncline::core::test {

inline connectors::RemoteField remoteField(const QString &name, FieldType type = FieldType::Text, bool readOnly = false)
{
    connectors::RemoteField field;
    field.name = name;
    field.label = name;
    field.type = type;
    field.readOnly = readOnly;
    return field;
}

inline FieldMapping line(const QString &hub, const QString &remote, Direction direction = Direction::Both)
{
    FieldMapping field;
    field.hub = hub;
    field.remote = remote;
    field.direction = direction;
    return field;
}

inline Transform builtin(Builtin name, QMap<QString, QString> arguments = {})
{
    Transform transform;
    transform.type = TransformType::Builtin;
    transform.builtin = name;
    transform.arguments = std::move(arguments);
    return transform;
}

inline Transform lookup(QMap<QString, QString> table, std::optional<QString> otherwise = {})
{
    Transform transform;
    transform.type = TransformType::Lookup;
    transform.table = std::move(table);
    transform.otherwise = std::move(otherwise);
    return transform;
}

inline Transform templateOf(const QString &text)
{
    Transform transform;
    transform.type = TransformType::Template;
    transform.text = text;
    return transform;
}

inline Transform function(const QString &expression)
{
    Transform transform;
    transform.type = TransformType::Function;
    transform.expression = expression;
    return transform;
}

} // namespace syncline::core::test
