#include "connectors/hubspot/hubspotproperties.h"

#include "connectors/hubspot/hubspotlists.h"
#include "connectors/hubspot/hubspotowners.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

constexpr int longestText = 65'536;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::PropertyCatalog", text);
}

/// `type` says how a value is kept, `fieldType` how a form shows it: a multiple choice is an enumeration of check boxes.
struct TypeRow
{
    const char *type;
    const char *fieldType; ///< "" for every other one
    FieldType fieldTypeHere;
};

constexpr TypeRow types[] = {
    {"string", "textarea", FieldType::LongText},
    {"string", "html", FieldType::LongText},
    {"string", "phonenumber", FieldType::Phone},
    {"string", "", FieldType::Text},
    {"phone_number", "", FieldType::Phone},
    {"number", "", FieldType::Decimal},
    {"bool", "", FieldType::Boolean},
    {"date", "", FieldType::Date},
    {"datetime", "", FieldType::DateTime},
    {"enumeration", "checkbox", FieldType::Set},
    {"enumeration", "booleancheckbox", FieldType::Boolean},
    {"enumeration", "", FieldType::Enumeration},
};

/// HubSpot has no types for addresses of mail and web: their properties are texts.
struct MeaningRow
{
    const char *name;
    FieldType type;
};

constexpr MeaningRow meanings[] = {
    {"email", FieldType::Email},
    {"work_email", FieldType::Email},
    {"website", FieldType::Url},
    {"phone", FieldType::Phone},
    {"mobilephone", FieldType::Phone},
    {"fax", FieldType::Phone},
    {"hs_additional_emails", FieldType::Set},
    {"hs_email_optout", FieldType::Consent},
};

FieldType typeOf(const QString &name, const QString &type, const QString &fieldType)
{
    for (const MeaningRow &row : meanings) {
        if (name == QLatin1StringView(row.name))
            return row.type;
    }
    for (const TypeRow &row : types) {
        if (type == QLatin1StringView(row.type) && (!*row.fieldType || fieldType == QLatin1StringView(row.fieldType)))
            return row.fieldTypeHere;
    }
    return FieldType::Text;
}

QString labelOf(const ObjectKind &kind)
{
    static const QMap<QString, const char *> labels{
        {u"companies"_s, QT_TRANSLATE_NOOP("syncline::connectors::hubspot::PropertyCatalog", "Companies")},
        {u"contacts"_s, QT_TRANSLATE_NOOP("syncline::connectors::hubspot::PropertyCatalog", "Contacts")},
        {u"deals"_s, QT_TRANSLATE_NOOP("syncline::connectors::hubspot::PropertyCatalog", "Deals")},
        {u"tasks"_s, QT_TRANSLATE_NOOP("syncline::connectors::hubspot::PropertyCatalog", "Tasks")},
        {u"calls"_s, QT_TRANSLATE_NOOP("syncline::connectors::hubspot::PropertyCatalog", "Calls")},
        {u"notes"_s, QT_TRANSLATE_NOOP("syncline::connectors::hubspot::PropertyCatalog", "Notes")}};
    return tr(labels.value(kind.entity(), ""));
}

QString labelOfLink(const AssociationField &association)
{
    const QLatin1StringView to(association.to);
    if (to == "contacts"_L1)
        return tr("Associated contacts");
    if (to == "deals"_L1)
        return tr("Associated deal");
    return association.isOne ? tr("Associated company") : tr("Associated companies");
}

/// What the connector makes of something else than one property.
RemoteField madeField(const QString &name, const QString &label, FieldType type)
{
    RemoteField field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.nativeType = u"made"_s;
    field.readOnly = true;
    return field;
}

QList<Option> optionsOf(JsonView things)
{
    QList<Option> options;
    for (const JsonView thing : things) {
        if (!thing["archived"].toBool())
            options.append({thing["id"].text(), thing["label"].text()});
    }
    return options;
}

/// With the pipeline's name where there are several: their stages may be called alike.
QList<Option> stagesOf(JsonView pipelines)
{
    QList<Option> stages;
    for (const JsonView pipeline : pipelines) {
        for (Option stage : optionsOf(pipeline["stages"])) {
            if (pipelines.size() > 1)
                stage.label = pipeline["label"].text() + u": "_s + stage.label;
            stages.append(stage);
        }
    }
    return stages;
}

QString stagesByPipeline(JsonView pipelines)
{
    QStringList list;
    for (const JsonView pipeline : pipelines) {
        QStringList stages;
        for (const JsonView stage : pipeline["stages"])
            stages.append(stage["id"].text());
        list.append(pipeline["id"].text() + u'=' + stages.join(u','));
    }
    return stagesType + list.join(u';') + u')';
}

struct CreatableRow
{
    FieldType type;
    const char *native;
    const char *form;
};

constexpr CreatableRow creatable[] = {
    {FieldType::Text, "string", "text"},
    {FieldType::LongText, "string", "textarea"},
    {FieldType::Email, "string", "text"},
    {FieldType::Url, "string", "text"},
    {FieldType::Phone, "string", "phonenumber"},
    {FieldType::Integer, "number", "number"},
    {FieldType::Decimal, "number", "number"},
    {FieldType::Boolean, "bool", "booleancheckbox"},
    {FieldType::Date, "date", "date"},
    {FieldType::DateTime, "datetime", "date"},
    {FieldType::Enumeration, "enumeration", "select"},
    {FieldType::Set, "enumeration", "checkbox"},
};

QJsonObject optionJson(const Option &option, int order)
{
    return {{u"value"_s, option.value},
            {u"label"_s, option.label.isEmpty() ? option.value : option.label},
            {u"displayOrder"_s, order},
            {u"hidden"_s, false}};
}

QList<Option> optionsIn(JsonView list)
{
    QList<Option> options;
    for (const JsonView entry : list)
        options.append({entry["value"].text(), entry["label"].text()});
    return options;
}

bool isReadOnly(JsonView property)
{
    const QString type = property["type"].text();
    return property["calculated"].toBool() || property["modificationMetadata"]["readOnlyValue"].toBool()
        || type == "object_coordinates"_L1 || type == "json"_L1;
}

bool isTextual(FieldType type)
{
    return type == FieldType::Text || type == FieldType::LongText;
}

} // namespace

std::optional<RemoteField> describedField(const ObjectKind &kind, JsonView property)
{
    RemoteField field;
    field.name = property["name"].text();
    if (field.name.isEmpty() || property["archived"].toBool())
        return std::nullopt;
    const QString type = property["type"].text(), fieldType = property["fieldType"].text();
    field.label = property["label"].text();
    if (field.label.isEmpty())
        field.label = field.name;
    field.nativeType = type + u'/' + fieldType;
    field.type = typeOf(field.name, type, fieldType);
    field.readOnly = isReadOnly(property);
    const bool isOwner = property["referencedObjectType"].text() == "OWNER"_L1;
    if (property["externalOptions"].toBool()) {
        field.type = isOwner ? FieldType::Ref : FieldType::Text;
        field.refersTo = isOwner ? ownersEntity : QString();
        field.readOnly = field.readOnly || !isOwner;
    }
    field.custom = !property["hubspotDefined"].toBool();
    field.unique = property["hasUniqueValue"].toBool() || field.name == QLatin1StringView(kind.uniqueKey);
    if (field.type == FieldType::Enumeration || field.type == FieldType::Set)
        field.options = optionsIn(property["options"]);
    if (isTextual(field.type))
        field.maxLength = longestText;
    return field;
}

/// A kind that the key has no scope for takes no part; the others go on.
Result<QList<RemoteEntity>> PropertyCatalog::read(std::stop_token stop)
{
    m_known.clear();
    QList<RemoteEntity> entities;
    std::optional<Error> denied;
    for (const ObjectKind &kind : objectKinds()) {
        auto found = entity(kind, stop);
        if (found)
            entities.append(std::move(*found));
        else if (found.error().kind == ErrorKind::Permission)
            denied = found.error();
        else
            return failure(found.error());
    }
    if (entities.isEmpty() && denied)
        return failure(*denied);
    const auto owners = m_api.get(m_api.path("owners", {}), "limit=1&archived=false", stop);
    if (!owners)
        return failure(owners.error());
    if (owners->isSuccess())
        entities.prepend(Owners::entity());
    return entities;
}

void PropertyCatalog::adopt(const QList<RemoteEntity> &entities)
{
    for (const RemoteEntity &entity : entities)
        m_known.insert(entity.name, entity);
}

Result<RemoteEntity> PropertyCatalog::entity(const ObjectKind &kind, std::stop_token stop)
{
    const auto known = m_known.constFind(kind.entity());
    if (known != m_known.cend())
        return *known;
    auto asked = ask(kind, stop);
    if (asked)
        m_known.insert(kind.entity(), *asked);
    return asked;
}

/// Labels of the kinds, and the fields of a kind that are no properties.
Result<void> PropertyCatalog::complete(const ObjectKind &kind, RemoteEntity &entity, std::stop_token stop)
{
    if (*kind.activity) {
        RemoteField type = madeField(activityField, tr("Type"), FieldType::Enumeration);
        type.options = {{QString::fromLatin1(kind.activity), entity.label}};
        entity.fields.append(type);
    }
    for (const AssociationField &association : kind.associations) {
        RemoteField field = madeField(QString::fromLatin1(association.name), labelOfLink(association),
                                      association.isOne ? FieldType::Ref : FieldType::Refs);
        field.readOnly = false;
        field.refersTo = QString::fromLatin1(association.to);
        entity.fields.append(field);
    }
    if (kind.entity() == "contacts"_L1) {
        auto lists = Lists(m_api).field(stop);
        if (!lists)
            return failure(lists.error());
        if (*lists)
            entity.fields.append(**lists);
    }
    return kind.entity() == "deals"_L1 ? completeDeals(entity, stop) : Result<void>();
}

/// Stages are those of all pipelines; a close date is a day where the account is.
Result<void> PropertyCatalog::completeDeals(RemoteEntity &entity, std::stop_token stop)
{
    RemoteField status = madeField(dealStatusField, tr("Status"), FieldType::Enumeration);
    status.options = {{u"open"_s, tr("Open")}, {u"won"_s, tr("Won")}, {u"lost"_s, tr("Lost")}};
    entity.fields.append(status);
    const auto details = m_api.get(accountPath, {}, stop);
    if (!details)
        return failure(details.error());
    const auto pipelines = m_api.get(m_api.path("pipelines", "/deals"), {}, stop);
    if (!pipelines)
        return failure(pipelines.error());
    if (!pipelines->isSuccess())
        return failure(m_api.refusal(*pipelines, tr("The pipelines of deals")));
    for (RemoteField &field : entity.fields) {
        if (field.name == closeDateProperty) {
            field.type = FieldType::Date;
            field.nativeType = u"day("_s + details->root()["timeZone"].text() + u')';
        } else if (field.name == pipelineProperty) {
            field.options = optionsOf(pipelines->root()["results"]);
        } else if (field.name == stageProperty) {
            field.options = stagesOf(pipelines->root()["results"]);
            if (pipelines->root()["results"].size() > 1)
                field.nativeType = stagesByPipeline(pipelines->root()["results"]);
        }
        field.required = field.required || field.name == "dealname"_L1 || field.name == stageProperty;
    }
    return {};
}

/// The group that holds the kind's own properties: what it is called differs from kind to kind.
Result<QString> PropertyCatalog::ownGroup(const ObjectKind &kind, std::stop_token stop)
{
    const auto answer = m_api.get(m_api.path("properties", QByteArray("/") + kind.name), {}, stop);
    if (!answer)
        return failure(answer.error());
    for (const JsonView property : answer->root()["results"]) {
        const QString group = property["groupName"].text();
        if (property["name"].text() == QLatin1StringView(kind.needed[0]) && !group.isEmpty())
            return group;
    }
    return QString(QString::fromLatin1(kind.hubEntity) + u"information"_s);
}

/// Makes a property in the group that holds the kind's own ones.
Result<RemoteField> PropertyCatalog::create(const ObjectKind &kind, const RemoteField &wanted, std::stop_token stop)
{
    const auto type = std::ranges::find(creatable, wanted.type, &CreatableRow::type);
    if (type == std::end(creatable)) {
        return failure(ErrorKind::Usage,
                       tr("HubSpot has no properties of the type %1.").arg(fieldTypeName(wanted.type)),
                       tr("Choose another field."));
    }
    const auto group = ownGroup(kind, stop);
    if (!group)
        return failure(group.error());
    QJsonArray options;
    for (const Option &option : wanted.options)
        options.append(optionJson(option, int(options.size())));
    if (wanted.type == FieldType::Boolean)
        options = {optionJson({u"true"_s, tr("Yes")}, 0), optionJson({u"false"_s, tr("No")}, 1)};
    const QJsonObject body{{u"name"_s, wanted.name.toLower()},
                           {u"label"_s, wanted.label.isEmpty() ? wanted.name : wanted.label},
                           {u"type"_s, QString::fromLatin1(type->native)},
                           {u"fieldType"_s, QString::fromLatin1(type->form)},
                           {u"groupName"_s, *group},
                           {u"options"_s, options}};
    const auto answer = m_api.change(m_api.path("properties", QByteArray("/") + kind.name), body, stop);
    if (!answer)
        return failure(answer.error());
    auto made = answer->isSuccess() ? describedField(kind, answer->root()) : std::nullopt;
    if (!made)
        return failure(m_api.refusal(*answer, tr("The property %1 of %2").arg(wanted.name, kind.entity())));
    m_known.remove(kind.entity());
    return *made;
}

Result<RemoteEntity> PropertyCatalog::ask(const ObjectKind &kind, std::stop_token stop)
{
    const QString about = tr("The list of properties of %1").arg(kind.entity());
    const auto answer = m_api.get(m_api.path("properties", QByteArray("/") + kind.name), {}, stop);
    if (!answer)
        return failure(answer.error());
    const JsonView list = answer->root()["results"];
    if (!answer->isSuccess() || !list.isArray())
        return failure(m_api.refusal(*answer, about));
    RemoteEntity entity;
    entity.name = kind.entity();
    entity.hubEntity = QString::fromLatin1(kind.hubEntity);
    entity.label = labelOf(kind);
    for (const JsonView property : list) {
        if (auto field = describedField(kind, property))
            entity.fields.append(std::move(*field));
    }
    if (auto done = complete(kind, entity, stop); !done)
        return failure(done.error());
    return entity;
}

} // namespace syncline::connectors::hubspot
