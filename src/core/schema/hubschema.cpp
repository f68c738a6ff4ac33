#include "core/schema/hubschema.h"

#include "core/schema/builtinschema.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::HubSchema)
};

bool isKey(const QString &key)
{
    const auto isKeyCharacter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), isKeyCharacter);
}

bool isOwnKey(const QString &key)
{
    return key.size() > 2 && key.startsWith("x_"_L1) && isKey(key);
}

} // namespace

const HubFieldDef *HubEntityDef::field(const QString &fieldKey) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const HubFieldDef &field) { return field.key == fieldKey; });
    return found == fields.end() ? nullptr : &*found;
}

HubSchema HubSchema::builtIn()
{
    HubSchema schema;
    schema.m_entities = builtInEntities();
    return schema;
}

QStringList HubSchema::entities() const
{
    QStringList keys;
    for (const HubEntityDef &entity : m_entities)
        keys.append(entity.key);
    return keys;
}

const HubEntityDef *HubSchema::entity(const QString &key) const
{
    const auto found = std::find_if(m_entities.begin(), m_entities.end(),
                                    [&](const HubEntityDef &entity) { return entity.key == key; });
    return found == m_entities.end() ? nullptr : &*found;
}

HubEntityDef *HubSchema::mutableEntity(const QString &key)
{
    const auto found = std::find_if(m_entities.begin(), m_entities.end(),
                                    [&](const HubEntityDef &entity) { return entity.key == key; });
    return found == m_entities.end() ? nullptr : &*found;
}

const HubFieldDef *HubSchema::field(const QString &entityKey, const QString &fieldKey) const
{
    const HubEntityDef *found = entity(entityKey);
    return found ? found->field(fieldKey) : nullptr;
}

QStringList HubSchema::groups(const QString &entityKey) const
{
    QStringList keys;
    if (const HubEntityDef *found = entity(entityKey)) {
        for (const HubFieldDef &field : found->fields) {
            if (!field.group.isEmpty() && !keys.contains(field.group))
                keys.append(field.group);
        }
    }
    return keys;
}

QStringList HubSchema::parts(const QString &entityKey, const QString &group) const
{
    QStringList keys;
    const HubEntityDef *found = entity(entityKey);
    if (!found || group.isEmpty())
        return keys;
    for (const HubFieldDef &field : found->fields) {
        if (field.group == group)
            keys.append(field.key);
    }
    return keys;
}

QString HubSchema::mergeKey(const QString &entityKey, const QString &fieldKey) const
{
    const HubFieldDef *found = field(entityKey, fieldKey);
    return found && !found->group.isEmpty() ? found->group : fieldKey;
}

QMap<QString, FieldType> HubSchema::kinds(const QString &entityKey) const
{
    QMap<QString, FieldType> kinds;
    if (const HubEntityDef *found = entity(entityKey)) {
        for (const HubFieldDef &field : found->fields) {
            kinds.insert(field.key, field.type);
            if (!field.group.isEmpty())
                kinds.insert(field.group, FieldType::Group);
        }
    }
    return kinds;
}

QString HubSchema::matchKeyField(const QString &entityKey) const
{
    if (entityKey == "company"_L1)
        return u"name"_s;
    if (entityKey == "deal"_L1 || entityKey == "activity"_L1)
        return {};
    return field(entityKey, u"email"_s) ? u"email"_s : QString();
}

Result<void> HubSchema::addField(const QString &entityKey, HubFieldDef field)
{
    HubEntityDef *target = mutableEntity(entityKey);
    if (!target)
        return failure(ErrorKind::Usage, Text::tr("There is no entity \"%1\".").arg(entityKey));
    if (!isOwnKey(field.key)) {
        return failure(ErrorKind::Usage, Text::tr("\"%1\" cannot be the key of a field of your own.").arg(field.key),
                       Text::tr("Choose a key that starts with x_ and has only small letters, digits and _."));
    }
    if (target->field(field.key)) {
        return failure(ErrorKind::Usage,
                       Text::tr("The entity \"%1\" already has a field \"%2\".").arg(entityKey, field.key),
                       Text::tr("Choose another key."));
    }
    if (field.type == FieldType::Group)
        return failure(ErrorKind::Usage, Text::tr("The field \"%1\" cannot be a group.").arg(field.key));
    field.own = true;
    if (field.label.isEmpty())
        field.label = field.key;
    target->fields.append(std::move(field));
    return {};
}

Result<void> HubSchema::addEntity(const QString &key, const QString &label)
{
    if (!isOwnKey(key)) {
        return failure(ErrorKind::Usage, Text::tr("\"%1\" cannot be the key of an entity of your own.").arg(key),
                       Text::tr("Choose a key that starts with x_ and has only small letters, digits and _."));
    }
    if (entity(key))
        return failure(ErrorKind::Usage, Text::tr("There already is an entity \"%1\".").arg(key),
                       Text::tr("Choose another key."));
    m_entities.append({key, label.isEmpty() ? key : label, {}, true});
    return {};
}

} // namespace syncline::core
