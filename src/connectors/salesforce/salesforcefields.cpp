#include "connectors/salesforce/salesforcefields.h"

#include "connectors/salesforce/salesforcedecoding.h"
#include "connectors/salesforce/salesforceencoding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::FieldCatalog", text);
}

struct TypeRow
{
    const char *type;
    FieldType fieldType;
};

// Left out: address and location, whose parts are fields of their own, base64, anyType and complexvalue.
constexpr TypeRow types[] = {
    {"string", FieldType::Text},
    {"textarea", FieldType::LongText},
    {"boolean", FieldType::Boolean},
    {"int", FieldType::Integer},
    {"long", FieldType::Integer},
    {"double", FieldType::Decimal},
    {"currency", FieldType::Decimal},
    {"percent", FieldType::Decimal}, // 25 is 25 %
    {"date", FieldType::Date},
    {"datetime", FieldType::DateTime},
    {"time", FieldType::Text},
    {"email", FieldType::Email},
    {"phone", FieldType::Phone},
    {"url", FieldType::Url},
    {"picklist", FieldType::Enumeration},
    {"multipicklist", FieldType::Set},
    {"combobox", FieldType::Text}, // any text, with a few proposed
    {"encryptedstring", FieldType::Text},
    {"reference", FieldType::Ref},
    {"id", FieldType::Text},
};

std::optional<FieldType> typeOf(JsonView field)
{
    const QString name = field["name"].text(), type = field["type"].text();
    if (name == "HasOptedOutOfEmail"_L1 || name == "DoNotCall"_L1)
        return FieldType::Consent;
    const auto known = std::ranges::find_if(types,
                                            [&](const TypeRow &row) { return type == QLatin1StringView(row.type); });
    return known == std::end(types) ? std::nullopt : std::optional(known->fieldType);
}

QList<Option> optionsOf(JsonView field)
{
    QList<Option> options;
    for (const JsonView value : field["picklistValues"]) {
        if (value["active"].toBool(true))
            options.append({value["value"].text(), value["label"].text()});
    }
    return options;
}

/// Of the kinds that a reference may point to those that take part.
QStringList targetsOf(JsonView field)
{
    QStringList targets;
    for (const JsonView target : field["referenceTo"]) {
        if (objectKind(target.text()))
            targets.append(target.text());
    }
    return targets;
}

QList<RemoteField> references(const RemoteField &reference, const QStringList &targets)
{
    RemoteField field = reference;
    if (targets.size() <= 1) {
        field.refersTo = targets.value(0);
        if (targets.isEmpty())
            field.type = FieldType::Text; // to what takes no part: an id like any text
        return {field};
    }
    QList<RemoteField> parts;
    for (const QString &target : targets) {
        field.name = reference.name + u'_' + target;
        field.label = tr("%1 (%2)").arg(reference.label, target);
        field.nativeType = partType(reference.name);
        field.refersTo = target;
        parts.append(field);
    }
    return parts;
}

RemoteField madeField(const QString &name, const QString &label, FieldType type, QList<Option> options)
{
    RemoteField field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.nativeType = u"made"_s;
    field.readOnly = type != FieldType::Refs;
    field.options = std::move(options);
    return field;
}

/// The pipelines of an org: a record type has stages of its own among all.
QList<Option> recordTypesOf(JsonView described)
{
    QList<Option> options;
    for (const JsonView type : described["recordTypeInfos"]) {
        if (type["available"].toBool(true) && !type["master"].toBool())
            options.append({type["recordTypeId"].text(), type["name"].text()});
    }
    return options;
}

} // namespace

QList<RemoteField> describedFields(const ObjectKind &kind, JsonView described)
{
    RemoteField field;
    field.name = described["name"].text();
    const auto type = typeOf(described);
    if (field.name.isEmpty() || !type || described["deprecatedAndHidden"].toBool())
        return {};
    const bool isTakenNew = described["createable"].toBool(), isTakenLater = described["updateable"].toBool();
    field.type = *type;
    field.label = described["label"].text();
    if (field.label.isEmpty())
        field.label = field.name;
    field.nativeType = described["type"].text();
    field.readOnly = kind.isReadOnly || (!isTakenNew && !isTakenLater);
    field.createOnly = !field.readOnly && isTakenNew && !isTakenLater;
    // A check box is never null and never demanded.
    field.required = !field.readOnly && isTakenNew && !described["nillable"].toBool()
        && !described["defaultedOnCreate"].toBool() && described["type"].text() != "boolean"_L1;
    field.custom = described["custom"].toBool();
    field.unique = described["unique"].toBool();
    if (field.type != FieldType::Integer && field.type != FieldType::Decimal)
        field.maxLength = int(described["length"].toInteger());
    if (field.type == FieldType::Enumeration || field.type == FieldType::Set) {
        field.options = optionsOf(described);
        field.maxLength = 0;
        if (described["restrictedPicklist"].toBool())
            field.nativeType += u"(restricted)"_s;
    }
    return field.type == FieldType::Ref ? references(field, targetsOf(described)) : QList<RemoteField>{field};
}

Result<QList<RemoteEntity>> FieldCatalog::read(std::stop_token stop)
{
    m_known.clear();
    m_objects.clear();
    if (auto done = readObjects(stop); !done)
        return failure(done.error());
    QList<RemoteEntity> entities;
    for (const ObjectKind &kind : objectKinds()) {
        if (!m_objects.contains(kind.entity()))
            continue;
        auto found = entity(kind, stop);
        if (!found)
            return failure(found.error());
        entities.append(std::move(*found));
    }
    return entities;
}

Result<void> FieldCatalog::readObjects(std::stop_token stop)
{
    if (auto chosen = m_api.chooseVersion(stop); !chosen)
        return chosen;
    const auto answer = m_api.get(m_api.path("/sobjects"), {}, stop);
    if (!answer)
        return failure(answer.error());
    const JsonView list = answer->root["sobjects"];
    if (!answer->isSuccess() || !list.isArray())
        return failure(m_api.refusal(*answer, tr("The list of objects")));
    for (const JsonView object : list) {
        if (object["queryable"].toBool(true))
            m_objects.insert(object["name"].text());
    }
    return {};
}

Result<RemoteEntity> FieldCatalog::entity(const ObjectKind &kind, std::stop_token stop)
{
    if (auto chosen = m_api.chooseVersion(stop); !chosen)
        return failure(chosen.error());
    const auto known = m_known.constFind(kind.entity());
    if (known != m_known.cend())
        return *known;
    if (m_objects.isEmpty()) {
        if (auto done = readObjects(stop); !done)
            return failure(done.error());
    }
    auto asked = ask(kind, stop);
    if (asked)
        m_known.insert(kind.entity(), *asked);
    return asked;
}

void FieldCatalog::adopt(const QList<RemoteEntity> &entities)
{
    for (const RemoteEntity &entity : entities)
        m_known.insert(entity.name, entity);
}

Result<RemoteEntity> FieldCatalog::ask(const ObjectKind &kind, std::stop_token stop)
{
    const QByteArray path = m_api.path(QByteArray("/sobjects/") + kind.name + "/describe");
    const auto answer = m_api.get(path, {}, stop);
    if (!answer)
        return failure(answer.error());
    const JsonView list = answer->root["fields"];
    if (!answer->isSuccess() || !list.isArray())
        return failure(m_api.refusal(*answer, tr("The field list of %1").arg(kind.entity())));
    RemoteEntity entity;
    entity.name = kind.entity();
    entity.hubEntity = QString::fromLatin1(kind.hubEntity);
    entity.label = answer->root["labelPlural"].text();
    if (entity.label.isEmpty())
        entity.label = entity.name;
    for (const JsonView field : list)
        entity.fields += describedFields(kind, field);
    complete(kind, answer->root, entity);
    return entity;
}

/// The fields that are more than one column, or none.
void FieldCatalog::complete(const ObjectKind &kind, JsonView described, RemoteEntity &entity) const
{
    const auto recordType = std::ranges::find(entity.fields, u"RecordTypeId"_s, &RemoteField::name);
    if (recordType != entity.fields.end()) {
        recordType->type = FieldType::Enumeration;
        recordType->options = recordTypesOf(described);
    }
    if (kind.isActivity()) {
        const QList<Option> all{{u"task"_s, tr("Task")}, {u"call"_s, tr("Call")}, {u"email"_s, tr("E-mail")}};
        const QList<Option> meeting{{u"meeting"_s, tr("Meeting")}};
        entity.fields.append(madeField(activityField, tr("Kind of activity"), FieldType::Enumeration,
                                       entity.name == "Event"_L1 ? meeting : all));
    }
    if (entity.hubEntity != "deal"_L1)
        return;
    if (entity.field(closedColumn) && entity.field(wonColumn)) {
        entity.fields.append(madeField(dealStatusField, tr("Status"), FieldType::Enumeration,
                                       {{u"open"_s, tr("Open")}, {u"won"_s, tr("Won")}, {u"lost"_s, tr("Lost")}}));
    }
    if (m_objects.contains(contactRoleObject)) {
        RemoteField contacts = madeField(contactsField, tr("Contacts"), FieldType::Refs, {});
        contacts.refersTo = u"Contact"_s;
        entity.fields.append(contacts);
    }
}

} // namespace syncline::connectors::salesforce
