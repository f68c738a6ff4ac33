#include "connectors/suitecrm/metadata.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

constexpr int defaultVarchar = 255; ///< SuiteCRM's column length where the metadata names none

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

/// Types that hold no value of the record itself.
bool isSkippedType(const QString &type)
{
    static const QSet<QString> types{u"link"_s, u"id"_s,     u"function"_s,    u"image"_s,
                                     u"file"_s, u"parent"_s, u"parent_type"_s, u"emailbody"_s};
    return types.contains(type);
}

/// Computed fields that people want to see all the same.
bool isKeptComputed(const QString &name)
{
    static const QSet<QString> names{u"email1"_s,     u"email_opt_out"_s, u"invalid_email"_s,
                                     u"account_id"_s, u"account_name"_s,  u"full_name"_s};
    return names.contains(name);
}

bool isReadOnly(const QString &name, const QString &type)
{
    static const QSet<QString> names{u"date_entered"_s,     u"date_modified"_s, u"created_by"_s,
                                     u"modified_user_id"_s, u"invalid_email"_s, u"account_name"_s};
    return names.contains(name) || type == "fullname"_L1 || type == "assigned_user_name"_L1;
}

FieldType typeOf(const QString &name, const QString &native)
{
    static const QMap<QString, FieldType> types{
        {u"text"_s, FieldType::LongText},
        {u"phone"_s, FieldType::Phone},
        {u"email"_s, FieldType::Email},
        {u"url"_s, FieldType::Url},
        {u"enum"_s, FieldType::Enumeration},
        {u"radioenum"_s, FieldType::Enumeration},
        {u"dynamicenum"_s, FieldType::Enumeration},
        {u"multienum"_s, FieldType::Set},
        {u"bool"_s, FieldType::Boolean},
        {u"int"_s, FieldType::Integer},
        {u"long"_s, FieldType::Integer},
        {u"float"_s, FieldType::Decimal},
        {u"double"_s, FieldType::Decimal},
        {u"decimal"_s, FieldType::Decimal},
        {u"currency"_s, FieldType::Decimal},
        {u"date"_s, FieldType::Date},
        {u"datetime"_s, FieldType::DateTime},
        {u"datetimecombo"_s, FieldType::DateTime},
    };
    if (name == "email1"_L1)
        return FieldType::Email;
    if (name == "email_opt_out"_L1)
        return FieldType::Consent;
    return types.value(native, FieldType::Text);
}

bool hasLength(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Enumeration:
    case FieldType::Phone:
    case FieldType::Url:
        return true;
    case FieldType::LongText:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Set:
    case FieldType::List:
    case FieldType::Email:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        return false;
    }
    return false;
}

QString labelOf(const QString &name)
{
    if (name == "email1"_L1)
        return tr("E-mail");
    if (name == "email_opt_out"_L1)
        return tr("E-mail Opt Out");
    QStringList words = name.split(u'_', Qt::SkipEmptyParts);
    if (words.size() > 1 && words.last() == "c"_L1) // custom fields end in _c
        words.removeLast();
    for (QString &word : words)
        word[0] = word[0].toUpper();
    return words.join(u' ');
}

std::optional<RemoteField> readField(const Module &module, const QString &name, const JsonView &meta)
{
    const QString native = meta["type"].text();
    const bool computed = meta["source"].text() == "non-db"_L1;
    // `deleted` is left out on purpose: writing it deletes the record.
    const QString refersTo = referredModule(module.name, name);
    if (isSkippedType(native) && refersTo.isEmpty())
        return std::nullopt;
    if (name == "deleted"_L1 || (computed && !isKeptComputed(name)))
        return std::nullopt;
    RemoteField field;
    field.name = name;
    field.label = labelOf(name);
    field.nativeType = native;
    field.type = refersTo.isEmpty() ? typeOf(name, native) : FieldType::Ref;
    field.refersTo = refersTo;
    field.required = meta["required"].text() == "true"_L1; // true or the text "true"
    field.readOnly = isReadOnly(name, native);
    field.custom = meta["source"].text() == "custom_fields"_L1;
    if (hasLength(field.type)) {
        const int length = int(meta["len"].text().toInt()); // a number, a text, or the word "id"
        field.maxLength = length > 0 ? length : computed ? 0 : defaultVarchar;
    }
    return field;
}

} // namespace

RemoteEntity fixedEntity(const Module &module)
{
    return {module.name, labelOf(module), module.hubEntity, fixedFields(module)};
}

RemoteEntity readEntity(const Module &module, const JsonView &attributes)
{
    RemoteEntity entity{module.name, labelOf(module), module.hubEntity, {}};
    const QList<RemoteField> made = madeFields(module);
    for (const JsonView &meta : attributes) {
        const auto key = meta.key();
        auto field = readField(module, QString::fromUtf8(key.data(), qsizetype(key.size())), meta);
        const bool isMade = field
            && std::ranges::any_of(made, [&](const RemoteField &other) { return other.name == field->name; });
        if (field && !isMade)
            entity.fields.append(*field);
    }
    if (!entity.fields.isEmpty())
        entity.fields.append(made);
    return entity;
}

} // namespace syncline::connectors::suitecrm
