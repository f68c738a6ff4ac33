#pragma once

#include "core/mapping/transform.h"
#include "core/sync/types.h"

#include <QJsonObject>
#include <QList>

#include <optional>

/// A mapping file as values; `docs/mapping-file.md` is its reference.
namespace syncline::core {

struct FieldMapping
{
    QString hub;    ///< hub field key
    QString remote; ///< remote field name
    Direction direction = Direction::Both;
    bool required = false;
    Value defaultValue = Value::null(); ///< takes the place of a blank value on its way; null: none
    Transform transform;
    std::optional<Transform> inverse;
    std::optional<ConflictPolicy> conflict;
    bool enforce = false;
    QString tagNamespace; ///< sets: only members with this prefix are ever removed; "" all
    bool operator==(const FieldMapping &) const = default;
};

struct EntityMapping
{
    QString hub;    ///< hub entity
    QString remote; ///< remote entity
    bool enabled = true;
    Direction direction = Direction::Both;
    QList<QStringList> match; ///< alternatives, each a list of hub fields; empty: the entity's default
    ConflictPolicy conflict = ConflictPolicy::Manual;
    DeletePolicy deletes = DeletePolicy::Ask;
    QString filter; ///< expression over hub fields; "" everything
    QList<FieldMapping> fields;
    bool operator==(const EntityMapping &) const = default;
};

struct MappingFile
{
    static constexpr int version = 1;
    QString integration;
    QList<EntityMapping> entities;
    bool operator==(const MappingFile &) const = default;
};

QString directionName(Direction direction);
std::optional<Direction> directionFromName(const QString &name);
QString conflictPolicyName(ConflictPolicy policy);
std::optional<ConflictPolicy> conflictPolicyFromName(const QString &name);
QString deletePolicyName(DeletePolicy policy);
std::optional<DeletePolicy> deletePolicyFromName(const QString &name);

/// The narrower of two directions; nullopt where nothing is left (push within pull).
std::optional<Direction> narrower(Direction a, Direction b);

QJsonObject toJson(const MappingFile &file);
QJsonObject toJson(const EntityMapping &entity);
QJsonObject toJson(const FieldMapping &field);

/// Strict: unknown keys, missing keys and wrong types are errors that name the key and its place
/// ("entities[0].fields[2]"). All or nothing.
Result<MappingFile> mappingFileFromJson(const QByteArray &bytes);
Result<EntityMapping> entityMappingFromJson(const QJsonObject &json, const QString &place);
Result<FieldMapping> fieldMappingFromJson(const QJsonObject &json, const QString &place);

/// Written so that people can read and compare it; reading it back gives an equal value.
QByteArray mappingFileToBytes(const MappingFile &file);

} // namespace syncline::core
