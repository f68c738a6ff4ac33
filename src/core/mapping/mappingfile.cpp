#include "core/mapping/mappingfile.h"

#include "core/mapping/jsonreader.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingFile)
};

QJsonArray toJson(const QList<QStringList> &match)
{
    QJsonArray rules;
    for (const QStringList &fields : match)
        rules.append(QJsonArray::fromStringList(fields));
    return rules;
}

QList<QStringList> readMatch(JsonReader &reader)
{
    QList<QStringList> match;
    for (const QJsonValue &rule : reader.array(u"match"_s)) {
        QStringList fields;
        for (const QJsonValue &field : rule.toArray())
            fields.append(field.toString());
        if (fields.isEmpty() || fields.contains(QString()))
            reader.fail(Text::tr("Each entry of \"match\" in %1 must be a list of hub fields.").arg(reader.place()));
        match.append(fields);
    }
    return match;
}

std::optional<Transform> readTransform(JsonReader &reader, const QString &key)
{
    const QJsonValue json = reader.value(key);
    if (json.isNull() || json.isUndefined())
        return std::nullopt;
    if (!json.isObject()) {
        reader.fail(Text::tr("\"%1\" in %2 must be an object.").arg(key, reader.place()));
        return std::nullopt;
    }
    auto transform = Transform::fromJson(json.toObject(), u"%1.%2"_s.arg(reader.place(), key));
    if (!transform) {
        reader.fail(transform.error().message, transform.error().remedy);
        return std::nullopt;
    }
    return *transform;
}

QList<FieldMapping> readFields(JsonReader &reader)
{
    QList<FieldMapping> fields;
    const QJsonArray json = reader.array(u"fields"_s);
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString place = u"%1.fields[%2]"_s.arg(reader.place()).arg(i);
        if (!json.at(i).isObject()) {
            reader.fail(Text::tr("%1 must be an object.").arg(place));
            return fields;
        }
        auto field = fieldMappingFromJson(json.at(i).toObject(), place);
        if (!field) {
            reader.fail(field.error().message, field.error().remedy);
            return fields;
        }
        fields.append(*field);
    }
    return fields;
}

Result<QJsonObject> documentOf(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return failure(
            ErrorKind::Usage,
            Text::tr("The mapping file is not JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
    }
    if (!document.isObject())
        return failure(ErrorKind::Usage, Text::tr("The mapping file must hold one object."));
    return document.object();
}

void readVersion(JsonReader &reader)
{
    const QJsonValue version = reader.required(u"syncline_mapping"_s);
    if (version.isUndefined() || version.toInt(-1) == MappingFile::version)
        return;
    reader.fail(Text::tr("This mapping file has version %1; this program knows version %2.")
                    .arg(version.toVariant().toString())
                    .arg(MappingFile::version),
                Text::tr("Export it again with this version of Syncline."));
}

} // namespace

QJsonObject toJson(const FieldMapping &field)
{
    QJsonObject json{{u"hub"_s, field.hub},
                     {u"remote"_s, field.remote},
                     {u"direction"_s, directionName(field.direction)},
                     {u"required"_s, field.required},
                     {u"default"_s, field.defaultValue.toJson()},
                     {u"transform"_s, field.transform.toJson()},
                     {u"inverse"_s, field.inverse ? QJsonValue(field.inverse->toJson()) : QJsonValue()},
                     {u"conflict"_s, field.conflict ? QJsonValue(conflictPolicyName(*field.conflict)) : QJsonValue()}};
    if (field.enforce)
        json.insert(u"enforce"_s, true);
    if (!field.tagNamespace.isEmpty())
        json.insert(u"tag_namespace"_s, field.tagNamespace);
    return json;
}

QJsonObject toJson(const EntityMapping &entity)
{
    QJsonArray fields;
    for (const FieldMapping &field : entity.fields)
        fields.append(toJson(field));
    return {{u"hub"_s, entity.hub},
            {u"remote"_s, entity.remote},
            {u"enabled"_s, entity.enabled},
            {u"direction"_s, directionName(entity.direction)},
            {u"match"_s, toJson(entity.match)},
            {u"conflict"_s, conflictPolicyName(entity.conflict)},
            {u"deletes"_s, deletePolicyName(entity.deletes)},
            {u"filter"_s, entity.filter},
            {u"fields"_s, fields}};
}

QJsonObject toJson(const MappingFile &file)
{
    QJsonArray entities;
    for (const EntityMapping &entity : file.entities)
        entities.append(toJson(entity));
    return {
        {u"syncline_mapping"_s, MappingFile::version}, {u"integration"_s, file.integration}, {u"entities"_s, entities}};
}

Result<FieldMapping> fieldMappingFromJson(const QJsonObject &json, const QString &place)
{
    JsonReader reader(json, place);
    FieldMapping field;
    field.hub = reader.requiredText(u"hub"_s);
    field.remote = reader.requiredText(u"remote"_s);
    field.direction = reader.named(u"direction"_s, directionFromName).value_or(Direction::Both);
    field.required = reader.boolean(u"required"_s, false);
    if (const QJsonValue given = reader.value(u"default"_s); !given.isUndefined())
        field.defaultValue = Value::fromJson(given);
    field.transform = readTransform(reader, u"transform"_s).value_or(Transform());
    field.inverse = readTransform(reader, u"inverse"_s);
    field.conflict = reader.named(u"conflict"_s, conflictPolicyFromName);
    field.enforce = reader.boolean(u"enforce"_s, false);
    field.tagNamespace = reader.text(u"tag_namespace"_s);
    if (auto end = reader.finish(); !end)
        return failure(end.error());
    return field;
}

Result<EntityMapping> entityMappingFromJson(const QJsonObject &json, const QString &place)
{
    JsonReader reader(json, place);
    EntityMapping entity;
    entity.hub = reader.requiredText(u"hub"_s);
    entity.remote = reader.requiredText(u"remote"_s);
    entity.enabled = reader.boolean(u"enabled"_s, true);
    entity.direction = reader.named(u"direction"_s, directionFromName).value_or(Direction::Both);
    entity.match = readMatch(reader);
    entity.conflict = reader.named(u"conflict"_s, conflictPolicyFromName).value_or(ConflictPolicy::Manual);
    entity.deletes = reader.named(u"deletes"_s, deletePolicyFromName).value_or(DeletePolicy::Ask);
    entity.filter = reader.text(u"filter"_s);
    entity.fields = readFields(reader);
    if (auto end = reader.finish(); !end)
        return failure(end.error());
    return entity;
}

Result<MappingFile> mappingFileFromJson(const QByteArray &bytes)
{
    const auto document = documentOf(bytes);
    if (!document)
        return failure(document.error());
    JsonReader reader(*document, Text::tr("the mapping file"));
    MappingFile file;
    readVersion(reader);
    file.integration = reader.requiredText(u"integration"_s);
    reader.required(u"entities"_s);
    const QJsonArray entities = reader.array(u"entities"_s);
    for (qsizetype i = 0; i < entities.size(); ++i) {
        auto entity = entityMappingFromJson(entities.at(i).toObject(), u"entities[%1]"_s.arg(i));
        if (!entity)
            reader.fail(entity.error().message, entity.error().remedy);
        else
            file.entities.append(*entity);
    }
    if (auto end = reader.finish(); !end)
        return failure(end.error());
    return file;
}

QByteArray mappingFileToBytes(const MappingFile &file)
{
    return QJsonDocument(toJson(file)).toJson(QJsonDocument::Indented);
}

} // namespace syncline::core
