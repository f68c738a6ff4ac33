#include "sandbox/suitecrm/schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

/// A static library's resources are only linked in when somebody names them, outside of any namespace.
static void linkSuiteCrmResources()
{
    Q_INIT_RESOURCE(suitecrm);
}

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

const QStringList moduleNames{u"Contacts"_s, u"Accounts"_s,   u"Leads"_s,         u"EmailAddresses"_s,
                              u"Users"_s,    u"Currencies"_s, u"Opportunities"_s, u"Tasks"_s,
                              u"Calls"_s,    u"Meetings"_s,   u"Notes"_s,         u"Emails"_s};

constexpr int textColumnBytes = 65535;

FieldKind kindOf(const QString &type)
{
    static const QHash<QString, FieldKind> kinds{{u"id"_s, FieldKind::Id},
                                                 {u"text"_s, FieldKind::LongText},
                                                 {u"emailbody"_s, FieldKind::LongText},
                                                 {u"bool"_s, FieldKind::Boolean},
                                                 {u"int"_s, FieldKind::Integer},
                                                 {u"float"_s, FieldKind::Number},
                                                 {u"currency"_s, FieldKind::Number},
                                                 {u"date"_s, FieldKind::Date},
                                                 {u"datetime"_s, FieldKind::DateTime},
                                                 {u"datetimecombo"_s, FieldKind::DateTime},
                                                 {u"link"_s, FieldKind::Link}};
    return kinds.value(type, FieldKind::Text);
}

/// A number, a text or nothing in the description; 0 if it says none.
int numberIn(const QJsonValue &value)
{
    return value.isString() ? value.toString().toInt() : value.toInt();
}

int maximumLength(FieldKind kind, const QString &type, const QJsonObject &meta)
{
    if (kind == FieldKind::LongText || type == "multienum"_L1)
        return textColumnBytes;
    const int length = numberIn(meta["len"_L1]);
    return length > 0 ? length : 255;
}

QString defaultOf(const QJsonObject &meta)
{
    const QJsonValue value = meta["default"_L1];
    if (value.isDouble())
        return QString::number(value.toInt());
    return value.toString();
}

Field fieldFrom(const QJsonObject &entry)
{
    Field field;
    field.name = entry["name"_L1].toString();
    const QJsonObject meta = entry["meta"_L1].toObject();
    const QString type = meta["type"_L1].toString();
    field.meta = meta;
    field.kind = kindOf(type);
    field.isColumn = meta["source"_L1].toString() != "non-db"_L1;
    field.isCustom = meta["source"_L1].toString() == "custom_fields"_L1;
    field.isListed = entry["listed"_L1].toBool(true);
    field.maximumLength = maximumLength(field.kind, type, meta);
    if (field.isCustom && meta.contains("precision"_L1))
        field.decimals = numberIn(meta["precision"_L1]);
    field.defaultValue = defaultOf(meta);
    if (entry["blank"_L1].isObject())
        field.blank = "{}";
    else if (entry["blank"_L1].isBool())
        field.blank = "false";
    field.key = '"' + field.name.toUtf8() + "\": ";
    field.label = entry["label"_L1].toString();
    for (const QJsonValue &option : entry["options"_L1].toArray())
        field.options.append({option[0].toString(), option[1].toString()});
    return field;
}

bool isComputed(const ModuleSchema &schema, const QString &field)
{
    static const QStringList names{
        u"modified_by_name"_s, u"created_by_name"_s, u"assigned_user_name"_s, u"email1"_s,          u"email2"_s,
        u"invalid_email"_s,    u"email_opt_out"_s,   u"report_to_name"_s,     u"parent_name"_s,     u"contact_name"_s,
        u"contact_phone"_s,    u"contact_email"_s,   u"currency_name"_s,      u"currency_symbol"_s, u"full_name"_s};
    if (schema.module == "EmailAddresses"_L1)
        return false;
    if (field == "name"_L1) // of a person
        return schema.has(u"last_name"_s) && schema.has(u"full_name"_s);
    if (field == "account_name"_L1)
        return schema.module != "Leads"_L1; // a lead's account is a text of its own
    return names.contains(field);
}

std::unique_ptr<ModuleSchema> load(const QString &name)
{
    const QJsonObject json = QJsonDocument::fromJson(fixedAnswer(name)).object();
    auto schema = std::make_unique<ModuleSchema>();
    schema->module = json["module"_L1].toString();
    schema->singular = json["singular"_L1].toString();
    schema->table = json["table"_L1].toString();
    schema->label = json["label"_L1].toString();
    for (const QJsonValue &hidden : json["hidden"_L1].toArray())
        schema->hiddenFields.append(hidden.toString());
    for (const QJsonValue &entry : json["fields"_L1].toArray()) {
        schema->index.insert(entry["name"_L1].toString(), int(schema->fields.size()));
        schema->fields.push_back(fieldFrom(entry.toObject()));
    }
    for (Field &field : schema->fields)
        field.isComputed = isComputed(*schema, field.name);
    for (const QJsonValue &pair : json["relationships"_L1].toArray())
        schema->relationships.push_back({pair[0].toString(), pair[1].toString()});
    return schema;
}

} // namespace

QByteArray fixedAnswer(const QString &name)
{
    linkSuiteCrmResources();
    QFile file(u":/sandbox/suitecrm/"_s + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Schemas::Schemas()
{
    for (const QString &name : moduleNames) {
        m_modules.push_back(load(name));
        const ModuleSchema *schema = m_modules.back().get();
        m_byName.insert(schema->module, schema);
        m_byName.insert(schema->singular, schema);
    }
}

const ModuleSchema *Schemas::find(const QString &name) const
{
    return m_byName.value(name, nullptr);
}

} // namespace syncline::sandbox::suitecrm
