#include "sandbox/mautic/fields.h"

#include "sandbox/mautic/phptext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

const std::array<QLatin1StringView, 18> typeNames{"text"_L1,   "textarea"_L1, "html"_L1,  "number"_L1, "boolean"_L1,
                                                  "date"_L1,   "datetime"_L1, "time"_L1,  "select"_L1, "multiselect"_L1,
                                                  "lookup"_L1, "email"_L1,    "url"_L1,   "tel"_L1,    "country"_L1,
                                                  "region"_L1, "timezone"_L1, "locale"_L1};

struct Standard
{
    const char *label, *alias;
    FieldType type;
    const char *group;
    bool isFixed = true;
};

constexpr Standard contactFields[] = {
    {"Title", "title", FieldType::Lookup, "core"},
    {"First Name", "firstname", FieldType::Text, "core"},
    {"Last Name", "lastname", FieldType::Text, "core"},
    {"Primary company", "company", FieldType::Text, "core"},
    {"Position", "position", FieldType::Text, "core"},
    {"Email", "email", FieldType::Email, "core"},
    {"Mobile", "mobile", FieldType::Tel, "core"},
    {"Phone", "phone", FieldType::Tel, "core"},
    {"Points", "points", FieldType::Number, "core"},
    {"Fax", "fax", FieldType::Tel, "core", false},
    {"Address Line 1", "address1", FieldType::Text, "core"},
    {"Address Line 2", "address2", FieldType::Text, "core"},
    {"City", "city", FieldType::Text, "core"},
    {"State", "state", FieldType::Region, "core"},
    {"Zip Code", "zipcode", FieldType::Text, "core"},
    {"Country", "country", FieldType::Country, "core"},
    {"Preferred Locale", "preferred_locale", FieldType::Locale, "core"},
    {"Preferred Timezone", "timezone", FieldType::Timezone, "core"},
    {"Date Last Active", "last_active", FieldType::DateTime, "core"},
    {"Attribution Date", "attribution_date", FieldType::DateTime, "core"},
    {"Attribution", "attribution", FieldType::Number, "core"},
    {"Website", "website", FieldType::Url, "core", false},
    {"Facebook", "facebook", FieldType::Text, "social", false},
    {"Foursquare", "foursquare", FieldType::Text, "social", false},
    {"Instagram", "instagram", FieldType::Text, "social", false},
    {"mautic.lead.field.linkedin", "linkedin", FieldType::Text, "social", false},
    {"Skype", "skype", FieldType::Text, "social", false},
    {"Twitter", "twitter", FieldType::Text, "social", false},
};

constexpr Standard companyFields[] = {
    {"Address 1", "companyaddress1", FieldType::Text, "core"},
    {"Address 2", "companyaddress2", FieldType::Text, "core"},
    {"Company Email", "companyemail", FieldType::Email, "core"},
    {"Phone", "companyphone", FieldType::Tel, "core"},
    {"City", "companycity", FieldType::Text, "core"},
    {"State", "companystate", FieldType::Region, "core"},
    {"Zip Code", "companyzipcode", FieldType::Text, "core"},
    {"Country", "companycountry", FieldType::Country, "core"},
    {"Company Name", "companyname", FieldType::Text, "core"},
    {"Website", "companywebsite", FieldType::Url, "core"},
    {"Number of Employees", "companynumber_of_employees", FieldType::Number, "professional", false},
    {"Fax", "companyfax", FieldType::Tel, "professional", false},
    {"Annual Revenue", "companyannual_revenue", FieldType::Number, "professional", false},
    {"Industry", "companyindustry", FieldType::Select, "professional", false},
    {"Description", "companydescription", FieldType::Text, "professional", false},
};

QJsonArray industryOptions()
{
    static const char *const names[] = {"Aerospace & Defense",
                                        "Agriculture",
                                        "Apparel",
                                        "Automotive & Assembly",
                                        "Banking",
                                        "Biotechnology",
                                        "Chemicals",
                                        "Communications",
                                        "Construction",
                                        "Consumer Packaged Goods",
                                        "Education",
                                        "Electronics",
                                        "Energy",
                                        "Engineering",
                                        "Entertainment",
                                        "Environmental",
                                        "Finance",
                                        "Food & Beverage",
                                        "Government",
                                        "Healthcare",
                                        "Hospitality",
                                        "Insurance",
                                        "Machinery",
                                        "Manufacturing",
                                        "Media",
                                        "Metals & Mining",
                                        "Not for Profit",
                                        "Oil & Gas",
                                        "Packaging & Paper",
                                        "Private Equity & Principal Investors",
                                        "Recreation",
                                        "Real Estate",
                                        "Retail",
                                        "Semiconductors",
                                        "Shipping",
                                        "Social Sector",
                                        "Technology",
                                        "Telecommunications",
                                        "Transportation",
                                        "Utilities",
                                        "Other"};
    QJsonArray options;
    for (const char *name : names) {
        const QString text = QString::fromLatin1(name);
        options.append(QJsonObject{{u"label"_s, text}, {u"value"_s, text}});
    }
    return options;
}

QJsonObject standardProperties(const QString &alias)
{
    if (alias == "title"_L1)
        return {{u"list"_s, QJsonArray{u"Mr"_s, u"Mrs"_s, u"Miss"_s}}};
    if (alias == "attribution"_L1 || alias == "companyannual_revenue"_L1)
        return {{u"roundmode"_s, 4}, {u"scale"_s, 2}};
    if (alias == "companynumber_of_employees"_L1)
        return {{u"roundmode"_s, 4}, {u"scale"_s, 0}};
    if (alias == "companyindustry"_L1)
        return {{u"list"_s, industryOptions()}};
    return {};
}

Field standardField(const Standard &standard, Object object, int order)
{
    Field field;
    field.label = QString::fromLatin1(standard.label);
    field.alias = QString::fromLatin1(standard.alias);
    field.type = standard.type;
    field.group = QString::fromLatin1(standard.group);
    field.order = order;
    field.object = object;
    field.isFixed = standard.isFixed;
    field.isShortVisible = field.alias == "firstname"_L1 || field.alias == "lastname"_L1 || field.alias == "email"_L1
        || field.alias == "companyname"_L1;
    field.isUnique = field.alias == "email"_L1 || field.alias == "companyname"_L1;
    field.isRequired = field.alias == "companyname"_L1;
    field.properties = standardProperties(field.alias);
    if (field.alias == "points"_L1)
        field.defaultValue = u"0"_s;
    return field;
}

QByteArray boolText(bool value)
{
    return value ? "true" : "false";
}

QByteArray nullable(const QString &text)
{
    return text.isEmpty() ? "null"_ba : jsonText(text);
}

} // namespace

QString fieldTypeName(FieldType type)
{
    return typeNames[std::size_t(type)];
}

std::optional<FieldType> fieldType(const QString &name)
{
    const auto found = std::ranges::find(typeNames, name);
    if (found == typeNames.end())
        return std::nullopt;
    return FieldType(found - typeNames.begin());
}

std::optional<int> Field::scale() const
{
    const QJsonValue scale = properties["scale"_L1];
    if (scale.isUndefined() || scale.isNull())
        return std::nullopt;
    return scale.isString() ? scale.toString().toInt() : scale.toInt();
}

bool Field::hasOption(const QString &value) const
{
    const QJsonArray list = properties["list"_L1].toArray();
    return std::ranges::any_of(list, [&](const QJsonValue &option) { return option["value"_L1].toString() == value; });
}

QString Field::optionLabel(const QString &value) const
{
    for (const QJsonValue &option : properties["list"_L1].toArray()) {
        if (option["value"_L1].toString() == value)
            return option["label"_L1].toString();
    }
    return value;
}

void Field::prepare()
{
    key = jsonText(alias) + ':';
    const QByteArray names = R"("label":)" + jsonText(label) + R"(,"alias":)" + jsonText(alias) + R"(,"type":)"
        + jsonText(fieldTypeName(type));
    const QByteArray number = QByteArray::number(id);
    const QByteArray stored = properties.isEmpty() ? "a:0:{}"_ba : phpSerialized(properties);
    const QByteArray objectName = object == Object::Contact ? "lead" : "company";
    readHead = key + R"({"id":")" + number + R"(",)" + names + R"(,"group":)" + jsonText(group) + R"(,"object":")"
        + objectName + R"(","is_fixed":")" + (isFixed ? "1" : "0") + R"(","properties":)"
        + jsonText(QString::fromUtf8(stored)) + R"(,"default_value":)" + jsonValue(defaultValue) + R"(,"value":)";
    writeHead = key + R"({"id":)" + number + R"(,"group":)" + jsonText(group) + ',' + names;
    if (object == Object::Contact)
        writeHead += R"(,"properties":)" + (properties.isEmpty() ? "[]"_ba : jsonValue(properties));
    writeHead += R"(,"value":)";
    readBlank = readHead + R"(null,"normalizedValue":""})";
    writeBlank = writeHead + R"(null,"normalizedValue":""})";
}

Fields::Fields()
{
    int order = 0;
    for (const Standard &standard : contactFields)
        add(standardField(standard, Object::Contact, ++order));
    order = 0;
    for (const Standard &standard : companyFields)
        add(standardField(standard, Object::Company, ++order));
}

const QList<const Field *> &Fields::shown(Object object) const
{
    return m_shown[int(object)];
}

const Field *Fields::find(Object object, const QString &alias) const
{
    const Field *gone = nullptr;
    for (const Field &field : m_fields) {
        if (field.object != object || field.alias != alias)
            continue;
        if (!field.isGone)
            return &field;
        gone = &field;
    }
    return gone;
}

Field *Fields::byId(int id)
{
    const auto found = std::ranges::find_if(m_fields,
                                            [id](const Field &field) { return field.id == id && !field.isGone; });
    return found == m_fields.end() ? nullptr : &*found;
}

Field &Fields::add(Field field)
{
    field.id = m_nextId++;
    field.column = m_columns[int(field.object)]++;
    if (field.order == 0)
        field.order = field.id - standardFields;
    m_fields.push_back(std::move(field));
    changed();
    return m_fields.back();
}

void Fields::remove(int id)
{
    std::erase_if(m_fields, [id](const Field &field) { return field.id == id && field.id > standardFields; });
    if (Field *standard = byId(id)) {
        standard->isGone = true;
        standard->isPublished = standard->isUnique = standard->isRequired = false;
    }
    rebuild();
}

void Fields::changed()
{
    for (Field &field : m_fields)
        field.prepare();
    rebuild();
}

void Fields::rebuild()
{
    for (const Object object : {Object::Contact, Object::Company}) {
        m_shown[int(object)].clear();
        m_groups[int(object)].clear();
    }
    for (const bool isOwn : {true, false}) {
        for (const Field &field : m_fields) {
            if (!field.isPublished || (field.id > standardFields) != isOwn)
                continue;
            m_shown[int(field.object)].append(&field);
            m_groups[int(field.object)][field.group].append(&field);
        }
    }
}

QByteArray fieldJson(const Field &field, bool isDeleted)
{
    return phpObject({{u"isPublished"_s, boolText(field.isPublished)},
                      {u"dateAdded"_s, jsonTime(field.added)},
                      {u"dateModified"_s, jsonTime(field.modified)},
                      {u"createdBy"_s, "null"},
                      {u"createdByUser"_s, nullable(field.createdByUser)},
                      {u"modifiedBy"_s, "null"},
                      {u"modifiedByUser"_s, nullable(field.modifiedByUser)},
                      {u"id"_s, isDeleted ? "null"_ba : QByteArray::number(field.id)},
                      {u"label"_s, jsonText(field.label)},
                      {u"alias"_s, jsonText(field.alias)},
                      {u"type"_s, jsonText(fieldTypeName(field.type))},
                      {u"group"_s, jsonText(field.group)},
                      {u"order"_s, QByteArray::number(field.order)},
                      {u"object"_s, field.object == Object::Contact ? R"("lead")" : R"("company")"},
                      {u"defaultValue"_s, jsonValue(field.defaultValue)},
                      {u"isRequired"_s, boolText(field.isRequired)},
                      {u"isFixed"_s, boolText(field.isFixed)},
                      {u"isListable"_s, "true"},
                      {u"isVisible"_s, "true"},
                      {u"isShortVisible"_s, boolText(field.isShortVisible)},
                      {u"isUniqueIdentifier"_s, boolText(field.isUnique)},
                      {u"isPubliclyUpdatable"_s, "false"},
                      {u"properties"_s, jsonValue(field.properties)}});
}

} // namespace syncline::sandbox::mautic
