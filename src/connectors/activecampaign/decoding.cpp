#include "connectors/activecampaign/decoding.h"

#include "connectors/activecampaign/metadata.h"
#include "connectors/activecampaign/money.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

const QString bars = QStringLiteral("||");

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value::null() : Value::text(text);
}

Value dateOf(const QString &text)
{
    const QString day = text.left(10);
    return day.isEmpty() || day.startsWith("0000"_L1) ? Value::null() : Value::text(day);
}

Value instantOf(const QString &text)
{
    const auto time = instant(text);
    if (time)
        return Value::text(isoInstant(*time));
    return text.startsWith("0000"_L1) ? Value::null() : textOrNull(text);
}

/// "||A||C||"; one choice may come bare.
Value choicesOf(JsonView value)
{
    if (value.isArray()) {
        QStringList members;
        for (const JsonView member : value)
            members.append(member.text());
        return Value::set(members);
    }
    return Value::set(value.text().split(bars, Qt::SkipEmptyParts));
}

Value choiceOf(const QString &text)
{
    const QStringList members = text.split(bars, Qt::SkipEmptyParts);
    return textOrNull(text.startsWith(bars) ? members.value(0) : text);
}

QString statusWord(const QString &number)
{
    return number == "1"_L1 ? u"won"_s : number == "2"_L1 ? u"lost"_s : u"open"_s;
}

/// 0 refers to nothing.
Value referenceOf(const QString &id)
{
    return idNumber(id) > 0 ? Value::text(id) : Value::null();
}

/// A built-in field that is no plain column; absent for those that are.
Value derivedValue(const RemoteField &field, JsonView row)
{
    if (field.nativeType == native::constant)
        return Value::text(field.options.first().value);
    if (field.nativeType == native::fullName)
        return textOrNull(QString(row["firstName"].text() + u' ' + row["lastName"].text()).trimmed());
    if (field.nativeType.startsWith(native::about)) {
        const bool isIt = field.nativeType.mid(native::about.size()) == row["reltype"].text();
        return row["relid"].isMissing() ? Value::absent() : isIt ? referenceOf(row["relid"].text()) : Value::null();
    }
    if (row[field.name.toStdString()].isMissing())
        return Value::absent();
    const QString text = row[field.name.toStdString()].text();
    if (field.nativeType == native::money)
        return textOrNull(fromCents(text));
    if (field.nativeType.startsWith(native::currency))
        return textOrNull(text.toUpper());
    if (field.nativeType == native::dealStatus)
        return Value::text(statusWord(text));
    return field.type == FieldType::Ref ? referenceOf(text) : Value::absent();
}

Value listsOf(const QString &contact, const Beside &beside)
{
    return Value::set(beside.lists.value(contact));
}

Value tagsOf(const QString &contact, const Beside &beside)
{
    QStringList names;
    for (const QString &tag : beside.tags.value(contact).keys()) {
        if (const QString name = beside.tagNames.value(tag); !name.isEmpty())
            names.append(name);
    }
    return Value::set(names);
}

Value besideValue(const RemoteField &field, const QString &id, const Beside &beside)
{
    if (field.custom && beside.hasCustom && beside.allCustom)
        return beside.allCustom->value(id, field.name);
    if (field.custom)
        return beside.hasCustom ? beside.custom.value(id).value(field.name, Value::null()) : Value::absent();
    if (field.nativeType == native::tags)
        return beside.hasTags ? tagsOf(id, beside) : Value::absent();
    if (field.nativeType == native::lists)
        return beside.hasLists ? listsOf(id, beside) : Value::absent();
    if (!beside.hasLinks)
        return Value::absent();
    const AccountLink link = beside.links.value(id);
    if (field.nativeType == native::accountLink)
        return textOrNull(link.account);
    if (field.nativeType == native::jobTitle)
        return textOrNull(link.jobTitle);
    return beside.hasAccountNames ? textOrNull(beside.accountNames.value(link.account)) : Value::absent();
}

bool isBeside(const RemoteField &field)
{
    static const QStringList origins{native::tags, native::lists, native::accountLink, native::jobTitle,
                                     native::accountName};
    return field.custom || origins.contains(field.nativeType);
}

Value valueIn(const RemoteField &field, JsonView row, const QString &id, const Beside &beside)
{
    if (isBeside(field))
        return besideValue(field, id, beside);
    const Value derived = derivedValue(field, row);
    return derived.isAbsent() ? decodedValue(field, row[field.name.toStdString()]) : derived;
}

} // namespace

Value decodedValue(const RemoteField &field, JsonView value)
{
    if (value.isMissing())
        return Value::absent();
    if (value.isNull())
        return Value::null();
    switch (field.type) {
    case FieldType::Set:
        return choicesOf(value);
    case FieldType::Enumeration:
        return choiceOf(value.text());
    case FieldType::Date:
        return dateOf(value.text());
    case FieldType::DateTime:
        return instantOf(value.text());
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Boolean:
    case FieldType::List:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return value.isArray() || value.isObject() ? Value::absent() : textOrNull(value.text());
}

Value decodedCustom(const RemoteField &field, JsonView value)
{
    return nativeName(field) == "currency"_L1 ? textOrNull(fromCents(value.text())) : decodedValue(field, value);
}

Result<RemoteRecord> decodedRecord(const Kind &kind, const RemoteEntity &entity, JsonView row, const Beside &beside,
                                   const QStringList &fields)
{
    RemoteRecord record;
    record.id = row["id"].text();
    if (idNumber(record.id) <= 0) {
        return failure(ErrorKind::Server,
                       tr("ActiveCampaign's list of %1 holds something that is no record.").arg(entity.name),
                       tr("Try again; if it stays so, ask ActiveCampaign's support."));
    }
    for (const QString &name : fields) {
        const RemoteField *field = entity.field(name);
        if (!field)
            continue;
        const Value value = valueIn(*field, row, record.id, beside);
        if (!value.isAbsent())
            record.fields.insert(name, value);
    }
    record.createdAt = instant(row[kind.createdKey.toStdString()].text());
    record.modifiedAt = instant(row[kind.modifiedKey.toStdString()].text());
    if (!record.modifiedAt) // new rows may have none
        record.modifiedAt = record.createdAt;
    return record;
}

} // namespace syncline::connectors::activecampaign
