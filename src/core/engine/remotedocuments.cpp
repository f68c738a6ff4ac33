#include "core/engine/fieldlists.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QJsonObject fieldToJson(const connectors::RemoteField &field)
{
    QJsonArray options;
    for (const auto &option : field.options)
        options.append(QJsonObject{{u"value"_s, option.value}, {u"label"_s, option.label}});
    return {{u"name"_s, field.name},         {u"label"_s, field.label},          {u"type"_s, fieldTypeName(field.type)},
            {u"required"_s, field.required}, {u"read_only"_s, field.readOnly},   {u"create_only"_s, field.createOnly},
            {u"custom"_s, field.custom},     {u"unique"_s, field.unique},        {u"looked_up"_s, field.lookedUp},
            {u"options"_s, options},         {u"max_length"_s, field.maxLength}, {u"native_type"_s, field.nativeType},
            {u"refers_to"_s, field.refersTo}};
}

connectors::RemoteField fieldFromJson(const QJsonObject &json)
{
    connectors::RemoteField field;
    field.name = json.value("name"_L1).toString();
    field.label = json.value("label"_L1).toString();
    field.type = fieldTypeFromName(json.value("type"_L1).toString()).value_or(FieldType::Text);
    field.required = json.value("required"_L1).toBool();
    field.readOnly = json.value("read_only"_L1).toBool();
    field.createOnly = json.value("create_only"_L1).toBool();
    field.custom = json.value("custom"_L1).toBool();
    field.unique = json.value("unique"_L1).toBool();
    field.lookedUp = json.value("looked_up"_L1).toBool();
    field.maxLength = json.value("max_length"_L1).toInt();
    field.nativeType = json.value("native_type"_L1).toString();
    field.refersTo = json.value("refers_to"_L1).toString();
    const QJsonArray options = json.value("options"_L1).toArray();
    for (const QJsonValue &option : options)
        field.options.append({option["value"_L1].toString(), option["label"_L1].toString()});
    return field;
}

} // namespace

QJsonObject remoteEntityToJson(const connectors::RemoteEntity &entity)
{
    QJsonArray fields;
    for (const auto &field : entity.fields)
        fields.append(fieldToJson(field));
    return {{u"name"_s, entity.name},
            {u"label"_s, entity.label},
            {u"hub_entity"_s, entity.hubEntity},
            {u"fields"_s, fields}};
}

connectors::RemoteEntity remoteEntityFromJson(const QJsonObject &json)
{
    connectors::RemoteEntity entity;
    entity.name = json.value("name"_L1).toString();
    entity.label = json.value("label"_L1).toString();
    entity.hubEntity = json.value("hub_entity"_L1).toString();
    const QJsonArray fields = json.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields)
        entity.fields.append(fieldFromJson(field.toObject()));
    return entity;
}

} // namespace syncline::core
