#include "core/schema/hubschema.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::HubSchema)
};

QJsonObject toJson(const HubFieldDef &field)
{
    QJsonObject json{{u"key"_s, field.key}, {u"label"_s, field.label}, {u"type"_s, fieldTypeName(field.type)}};
    if (!field.refEntity.isEmpty())
        json.insert(u"ref"_s, field.refEntity);
    QJsonArray options;
    for (const HubOption &option : field.options)
        options.append(QJsonObject{{u"value"_s, option.value}, {u"label"_s, option.label}});
    if (!options.isEmpty())
        json.insert(u"options"_s, options);
    return json;
}

Result<void> knowsOnly(const QJsonObject &json, const QStringList &keys, const QString &place)
{
    for (const QString &key : json.keys()) {
        if (!keys.contains(key))
            return failure(ErrorKind::Usage, Text::tr("Unknown key \"%1\" in %2.").arg(key, place),
                           Text::tr("Remove it or correct its spelling."));
    }
    return {};
}

Result<QList<HubOption>> optionsFromJson(const QJsonArray &json, const QString &place)
{
    QList<HubOption> options;
    for (const QJsonValue &entry : json) {
        const QJsonObject option = entry.toObject();
        if (auto known = knowsOnly(option, {u"value"_s, u"label"_s}, place); !known)
            return failure(known.error());
        const QString value = option.value("value"_L1).toString();
        if (value.isEmpty())
            return failure(ErrorKind::Usage, Text::tr("An option without a value in %1.").arg(place));
        options.append({value, option.value("label"_L1).toString(value)});
    }
    return options;
}

Result<HubFieldDef> fieldFromJson(const QJsonObject &json, const QString &place)
{
    const QStringList keys{u"key"_s, u"label"_s, u"type"_s, u"ref"_s, u"options"_s};
    if (auto known = knowsOnly(json, keys, place); !known)
        return failure(known.error());
    HubFieldDef field;
    field.key = json.value("key"_L1).toString();
    field.label = json.value("label"_L1).toString();
    field.refEntity = json.value("ref"_L1).toString();
    const QString typeName = json.value("type"_L1).toString(u"text"_s);
    const std::optional<FieldType> type = fieldTypeFromName(typeName);
    if (!type)
        return failure(ErrorKind::Usage, Text::tr("Unknown type \"%1\" in %2.").arg(typeName, place));
    field.type = *type;
    auto options = optionsFromJson(json.value("options"_L1).toArray(), place);
    if (!options)
        return failure(options.error());
    field.options = *options;
    return field;
}

Result<void> addEntityFromJson(HubSchema &schema, const QJsonObject &json, const QString &place)
{
    if (auto known = knowsOnly(json, {u"entity"_s, u"label"_s, u"fields"_s}, place); !known)
        return known;
    const QString entity = json.value("entity"_L1).toString();
    if (!schema.entity(entity)) {
        if (auto added = schema.addEntity(entity, json.value("label"_L1).toString()); !added)
            return added;
    }
    const QJsonArray fields = json.value("fields"_L1).toArray();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        auto field = fieldFromJson(fields.at(i).toObject(), u"%1.fields[%2]"_s.arg(place).arg(i));
        if (!field)
            return failure(field.error());
        if (auto added = schema.addField(entity, *field); !added)
            return added;
    }
    return {};
}

} // namespace

QJsonArray HubSchema::ownToJson() const
{
    QJsonArray json;
    for (const HubEntityDef &entity : m_entities) {
        QJsonArray fields;
        for (const HubFieldDef &field : entity.fields) {
            if (field.own)
                fields.append(toJson(field));
        }
        if (fields.isEmpty() && !entity.own)
            continue;
        QJsonObject row{{u"entity"_s, entity.key}, {u"fields"_s, fields}};
        if (entity.own)
            row.insert(u"label"_s, entity.label);
        json.append(row);
    }
    return json;
}

Result<void> HubSchema::addOwnFromJson(const QJsonArray &json)
{
    HubSchema extended = *this; // all or nothing
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (auto added = addEntityFromJson(extended, json.at(i).toObject(), u"[%1]"_s.arg(i)); !added)
            return added;
    }
    *this = std::move(extended);
    return {};
}

} // namespace syncline::core
