#include "connectors/mautic/mauticfields.h"

#include "connectors/mautic/mauticquery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

constexpr int fieldsPerPage = 500; ///< without a limit Mautic lists 30, and custom fields are missing
constexpr int columnLength = 191;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::FieldCatalog", text);
}

struct TypeRow
{
    const char *name;
    FieldType type;
    int maxLength;
};

// Countries, regions, time zones and locales must be on lists of Mautic's own, which the API does not tell.
constexpr TypeRow types[] = {
    {"text", FieldType::Text, columnLength},
    {"textarea", FieldType::LongText, 0},
    {"html", FieldType::LongText, 0},
    {"number", FieldType::Integer, 0},
    {"boolean", FieldType::Boolean, 0},
    {"date", FieldType::Date, 0},
    {"datetime", FieldType::DateTime, 0},
    {"time", FieldType::Text, 0},
    {"select", FieldType::Enumeration, 0},
    {"multiselect", FieldType::Set, 0},
    {"lookup", FieldType::Text, columnLength},
    {"email", FieldType::Email, columnLength},
    {"url", FieldType::Url, columnLength},
    {"tel", FieldType::Phone, columnLength},
    {"country", FieldType::Text, columnLength},
    {"region", FieldType::Text, columnLength},
    {"timezone", FieldType::Text, columnLength},
    {"locale", FieldType::Text, columnLength},
};

/// Decimal places, from JSON or from the PHP-serialised text that stands in a record.
int scaleIn(JsonView properties)
{
    static const QRegularExpression serialized(u"s:5:\"scale\";(?:i:(\\d+);|s:\\d+:\"(\\d+)\";)"_s);
    if (!properties.isString())
        return int(properties["scale"].text().toInt());
    const QRegularExpressionMatch match = serialized.match(properties.text());
    return match.captured(1).isEmpty() ? match.captured(2).toInt() : match.captured(1).toInt();
}

/// Entries with value and label, plain texts, or (in fields that are as old as Mautic 2) one text "a|b|c".
QList<Option> optionsIn(JsonView list)
{
    QList<Option> options;
    for (const QString &value : list.text().split(u'|', Qt::SkipEmptyParts))
        options.append({value, value});
    for (const JsonView entry : list) {
        const QString value = entry.isObject() ? entry["value"].text() : entry.text();
        if (!value.isEmpty())
            options.append({value, entry.isObject() ? entry["label"].text() : value});
    }
    return options;
}

void setType(RemoteField &field, const QString &name, JsonView properties)
{
    const auto row = std::ranges::find_if(types,
                                          [&](const TypeRow &known) { return name == QLatin1String(known.name); });
    field.nativeType = name;
    if (row == std::end(types))
        return; // a type of a plug-in: as text
    field.type = row->type;
    field.maxLength = row->maxLength;
    if (field.type == FieldType::Integer) {
        const int scale = scaleIn(properties);
        field.type = scale > 0 ? FieldType::Decimal : FieldType::Integer;
        field.nativeType = scale > 0 ? u"number(%1)"_s.arg(scale) : name;
    }
    const bool hasOptions = field.type == FieldType::Enumeration || field.type == FieldType::Set;
    if (hasOptions && properties.isObject())
        field.options = optionsIn(properties["list"]);
}

bool isTrue(JsonView view)
{
    return view.text() == "true"_L1 || view.text() == "1"_L1;
}

RemoteField synthetic(const QString &name, const QString &label, FieldType type, const QString &nativeType,
                      bool readOnly)
{
    RemoteField field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.nativeType = nativeType;
    field.readOnly = readOnly;
    return field;
}

RemoteField referring(const QString &name, const QString &label, FieldType type, const QString &nativeType,
                      const QString &entity)
{
    RemoteField field = synthetic(name, label, type, nativeType, false);
    field.refersTo = entity;
    return field;
}

constexpr QChar betweenNames(0x1F);

QMap<QString, QString> namesIn(const RemoteField &field)
{
    QMap<QString, QString> nameById;
    const QString list = field.nativeType.section(u'(', 1).chopped(1);
    for (const QString &pair : list.split(betweenNames, Qt::SkipEmptyParts))
        nameById.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return nameById;
}

/// A field whose values are the names of things that Mautic has.
RemoteField named(const QString &name, const QString &label, FieldType type, const QMap<QString, QString> &nameById)
{
    RemoteField field = synthetic(name, label, type, namedType(name, nameById), false);
    for (const QString &value : nameById)
        field.options.append({value, value});
    return field;
}

QList<RemoteField> syntheticFields(Object object)
{
    if (object == Object::Company)
        return {};
    return {synthetic(tagsField, tr("Tags"), FieldType::Set, u"tags"_s, false),
            synthetic(u"dnc_email"_s, tr("Do not contact: e-mail"), FieldType::Consent, u"do_not_contact"_s, false),
            synthetic(u"dnc_sms"_s, tr("Do not contact: SMS"), FieldType::Consent, u"do_not_contact"_s, false),
            referring(ownerField, tr("Owner"), FieldType::Ref, u"owner"_s, u"users"_s),
            referring(companiesField, tr("Companies"), FieldType::Refs, u"companies"_s, u"companies"_s)};
}

/// A synthetic field has its place in a request, so that a custom field of the same name cannot be written.
void addFields(QList<RemoteField> &fields, Object object)
{
    for (const RemoteField &own : syntheticFields(object)) {
        fields.removeIf([&](const RemoteField &field) { return field.name == own.name; });
        fields.append(own);
    }
}

QByteArray fieldsPath(Object object)
{
    return object == Object::Contact ? "/fields/contact" : "/fields/company";
}

} // namespace

NativeType nativeTypeOf(const RemoteField &field)
{
    const qsizetype bracket = field.nativeType.indexOf(u'(');
    if (bracket < 0)
        return {field.nativeType, 0};
    return {field.nativeType.left(bracket),
            field.nativeType.mid(bracket + 1).chopped(1).toInt()}; // 0 for lists of names
}

QString consentChannel(const QString &field)
{
    if (field == "dnc_email"_L1)
        return u"email"_s;
    return field == "dnc_sms"_L1 ? u"sms"_s : QString();
}

QString namedType(const QString &kind, const QMap<QString, QString> &nameById)
{
    QStringList pairs;
    for (auto it = nameById.begin(); it != nameById.end(); ++it)
        pairs << it.key() + u'=' + *it;
    return kind + u'(' + pairs.join(betweenNames) + u')';
}

QString nameOfId(const RemoteField &field, const QString &id)
{
    return namesIn(field).value(id);
}

QString idOfName(const RemoteField &field, const QString &name)
{
    return namesIn(field).key(name);
}

std::optional<RemoteField> describedField(Object object, JsonView metadata)
{
    RemoteField field;
    field.name = metadata["alias"].text();
    const bool isPublished = metadata["isPublished"].isMissing() || isTrue(metadata["isPublished"]);
    if (field.name.isEmpty() || !isPublished)
        return std::nullopt;
    field.label = metadata["label"].text();
    if (field.label.isEmpty())
        field.label = field.name;
    setType(field, metadata["type"].text(), metadata["properties"]);
    field.custom = !isTrue(metadata["isFixed"]) && !isTrue(metadata["is_fixed"]);
    const bool isCompanyName = object == Object::Company && field.name == companyNameField;
    field.required = isTrue(metadata["isRequired"]) || isCompanyName;
    field.unique = isTrue(metadata["isUniqueIdentifier"]) || isCompanyName
        || (object == Object::Contact && field.name == "email"_L1);
    // Two writers race over points, and the last activity is the server's own.
    field.readOnly = object == Object::Contact && (field.name == pointsField || field.name == "last_active"_L1);
    return field;
}

Result<QList<RemoteEntity>> FieldCatalog::read(std::stop_token stop)
{
    m_contacts.reset();
    m_companies.reset();
    QList<RemoteEntity> entities;
    for (const Object object : {Object::Contact, Object::Company}) {
        auto found = entity(object, stop);
        if (!found)
            return failure(found.error());
        entities.append(std::move(*found));
    }
    return entities;
}

void FieldCatalog::adopt(const QList<RemoteEntity> &entities)
{
    for (const RemoteEntity &entity : entities) {
        if (const auto object = objectOf(entity.name))
            (*object == Object::Contact ? m_contacts : m_companies) = entity;
    }
}

Result<RemoteEntity> FieldCatalog::entity(Object object, std::stop_token stop)
{
    auto &known = object == Object::Contact ? m_contacts : m_companies;
    if (!known) {
        auto asked = ask(object, stop);
        if (!asked)
            return asked;
        known = std::move(*asked);
    }
    return *known;
}

namespace {

QString nativeNameOf(const RemoteField &wanted)
{
    switch (wanted.type) {
    case FieldType::LongText:
        return u"textarea"_s;
    case FieldType::Integer:
    case FieldType::Decimal:
        return u"number"_s;
    case FieldType::Boolean:
        return u"boolean"_s;
    case FieldType::Date:
        return u"date"_s;
    case FieldType::DateTime:
        return u"datetime"_s;
    case FieldType::Enumeration:
        return wanted.options.isEmpty() ? u"text"_s : u"select"_s;
    case FieldType::Set:
        return wanted.options.isEmpty() ? u"text"_s : u"multiselect"_s;
    case FieldType::Email:
        return u"email"_s;
    case FieldType::Phone:
        return u"tel"_s;
    case FieldType::Url:
        return u"url"_s;
    case FieldType::Text:
    case FieldType::List:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return u"text"_s;
}

QJsonObject propertiesOf(const RemoteField &wanted, const QString &native)
{
    if (native == "number"_L1)
        return {{u"roundmode"_s, 4}, {u"scale"_s, wanted.type == FieldType::Decimal ? 2 : 0}};
    if (native == "boolean"_L1)
        return {{u"no"_s, tr("No")}, {u"yes"_s, tr("Yes")}};
    QJsonArray list;
    for (const Option &option : wanted.options)
        list.append(QJsonObject{{u"label"_s, option.label.isEmpty() ? option.value : option.label},
                                {u"value"_s, option.value}});
    return list.isEmpty() ? QJsonObject() : QJsonObject{{u"list"_s, list}};
}

} // namespace

Result<RemoteField> FieldCatalog::create(Object object, const RemoteField &wanted, std::stop_token stop)
{
    const QString native = nativeNameOf(wanted);
    QJsonObject body{{u"label"_s, wanted.label}, {u"alias"_s, wanted.name}, {u"type"_s, native}};
    if (const QJsonObject properties = propertiesOf(wanted, native); !properties.isEmpty())
        body.insert(u"properties"_s, properties);
    const auto answer = m_api.change("POST", fieldsPath(object) + "/new", body, stop);
    if (!answer)
        return failure(answer.error());
    auto made = answer->response.isSuccess() ? describedField(object, answer->root()["field"]) : std::nullopt;
    if (!made)
        return failure(m_api.refusal(*answer, tr("The new field %1 in %2").arg(wanted.name, m_api.site())));
    m_contacts.reset();
    m_companies.reset();
    return *made;
}

Result<RemoteEntity> FieldCatalog::ask(Object object, std::stop_token stop)
{
    auto fields = askFields(object, stop);
    if (!fields)
        return failure(fields.error());
    RemoteEntity entity;
    entity.name = entityName(object);
    entity.label = object == Object::Contact ? tr("Contacts") : tr("Companies");
    entity.hubEntity = object == Object::Contact ? u"contact"_s : u"company"_s;
    entity.fields = std::move(*fields);
    addFields(entity.fields, object);
    if (object == Object::Contact)
        addMemberships(entity.fields, stop);
    return entity;
}

/// What the user may not list is not offered.
void FieldCatalog::addMemberships(QList<RemoteField> &fields, std::stop_token stop)
{
    const auto add = [&](const QString &name, const QString &label, FieldType type, const char *key) {
        const auto known = names('/' + (name == stageField ? QByteArray("stages") : name.toLatin1()), key, stop);
        if (!known)
            return;
        fields.removeIf([&](const RemoteField &field) { return field.name == name; });
        fields.append(named(name, label, type, *known));
    };
    add(stageField, tr("Stage"), FieldType::Enumeration, "stages");
    add(u"segments"_s, tr("Segments"), FieldType::Set, "lists");
    add(u"campaigns"_s, tr("Campaigns"), FieldType::Set, "campaigns");
}

/// By id; of two things with one name the second is told by its id.
Result<QMap<QString, QString>> FieldCatalog::names(const QByteArray &path, const char *key, std::stop_token stop)
{
    ListQuery query;
    query.byId(fieldsPerPage);
    const auto answer = m_api.get(path, query.encoded(), stop);
    if (!answer)
        return failure(answer.error());
    const JsonView list = answer->root()[key];
    if (!answer->response.isSuccess() || (!list.isArray() && !list.isObject()))
        return failure(m_api.refusal(*answer, tr("The list %1 of %2").arg(QString::fromLatin1(path), m_api.site())));
    QMap<QString, QString> nameById;
    for (const JsonView item : list) {
        const QString id = item["id"].text(), name = item["name"].text();
        const bool isTaken = std::ranges::find(nameById, name) != nameById.end();
        nameById.insert(id, isTaken || name.isEmpty() ? u"%1 (%2)"_s.arg(name, id) : name);
    }
    return nameById;
}

Result<QList<RemoteField>> FieldCatalog::askFields(Object object, std::stop_token stop)
{
    const QString about = tr("The field list of %1 in %2").arg(entityName(object), m_api.site());
    QList<RemoteField> fields;
    for (int start = 0;; start += fieldsPerPage) {
        ListQuery query;
        query.set(u"limit"_s, QString::number(fieldsPerPage)).set(u"start"_s, QString::number(start));
        const auto answer = m_api.get(fieldsPath(object), query.encoded(), stop);
        if (!answer)
            return failure(answer.error());
        if (answer->response.status == 403)
            return fieldsInRecord(object, *answer, stop);
        const JsonView list = answer->root()["fields"];
        if (!answer->response.isSuccess() || (!list.isArray() && !list.isObject()))
            return failure(m_api.refusal(*answer, about));
        for (const JsonView metadata : list) {
            if (auto field = describedField(object, metadata))
                fields.append(std::move(*field));
        }
        if (list.size() < fieldsPerPage)
            return fields;
    }
}

/// A user who may only view gets no field list, but every record tells labels and types of its fields.
Result<QList<RemoteField>> FieldCatalog::fieldsInRecord(Object object, const Answer &refused, std::stop_token stop)
{
    ListQuery query;
    query.byId(1);
    const auto answer = m_api.get('/' + entityName(object).toLatin1(), query.encoded(), stop);
    if (!answer)
        return failure(answer.error());
    QList<RemoteField> fields;
    for (const JsonView group : answer->root()[entityName(object).toStdString()].at(0)["fields"]) {
        if (group.key() == "all" || !group.isObject())
            continue;
        for (const JsonView metadata : group) {
            if (auto field = describedField(object, metadata))
                fields.append(std::move(*field));
        }
    }
    if (!fields.isEmpty())
        return fields;
    Error error = m_api.refusal(refused, tr("The field list of %1 in %2").arg(entityName(object), m_api.site()));
    error.remedy = tr("Give the connected user's role the right to view custom fields in Mautic: Settings, Roles.");
    return failure(error);
}

} // namespace syncline::connectors::mautic
