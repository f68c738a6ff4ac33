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

RowDecoder::RowDecoder(const Kind &kind, const RemoteEntity &entity, const QStringList &fields)
    : m_entity(entity)
    , m_createdKey(kind.createdKey.toStdString())
    , m_modifiedKey(kind.modifiedKey.toStdString())
{
    for (const QString &name : fields) {
        if (const RemoteField *field = entity.field(name))
            m_columns.push_back({field, name.toStdString(), sourceOf(*field)});
    }
}

RowDecoder::Source RowDecoder::sourceOf(const RemoteField &field)
{
    static const QHash<QString, Source> known{{native::tags, Source::Tags},
                                              {native::lists, Source::Lists},
                                              {native::accountLink, Source::Account},
                                              {native::jobTitle, Source::JobTitle},
                                              {native::accountName, Source::AccountName},
                                              {native::constant, Source::Constant},
                                              {native::fullName, Source::FullName},
                                              {native::money, Source::Money},
                                              {native::dealStatus, Source::DealStatus}};
    if (field.custom)
        return Source::Custom;
    if (field.nativeType.startsWith(native::about))
        return Source::About;
    if (field.nativeType.startsWith(native::currency))
        return Source::Currency;
    return known.value(field.nativeType, field.type == FieldType::Ref ? Source::Reference : Source::Plain);
}

Value RowDecoder::aboutValue(const RemoteField &field, JsonView row)
{
    const bool isIt = field.nativeType.mid(native::about.size()) == row["reltype"].text();
    return row["relid"].isMissing() ? Value::absent() : isIt ? referenceOf(row["relid"].text()) : Value::null();
}

Value RowDecoder::besideValue(const Column &column, const QString &id, const Beside &beside)
{
    const AccountLink link = beside.links.value(id);
    switch (column.source) {
    case Source::Custom:
        if (!beside.hasCustom)
            return Value::absent();
        return beside.allCustom ? beside.allCustom->value(id, column.field->name)
                                : beside.custom.value(id).value(column.field->name, Value::null());
    case Source::Tags:
        return beside.hasTags ? tagsOf(id, beside) : Value::absent();
    case Source::Lists:
        return beside.hasLists ? listsOf(id, beside) : Value::absent();
    case Source::Account:
        return beside.hasLinks ? textOrNull(link.account) : Value::absent();
    case Source::JobTitle:
        return beside.hasLinks ? textOrNull(link.jobTitle) : Value::absent();
    default:
        return beside.hasAccountNames ? textOrNull(beside.accountNames.value(link.account)) : Value::absent();
    }
}

Value RowDecoder::valueIn(const Column &column, JsonView row, const QString &id, const Beside &beside)
{
    if (column.source >= Source::Custom)
        return besideValue(column, id, beside);
    const JsonView value = row[column.key];
    switch (column.source) {
    case Source::Constant:
        return Value::text(column.field->options.first().value);
    case Source::FullName:
        return textOrNull(QString(row["firstName"].text() + u' ' + row["lastName"].text()).trimmed());
    case Source::About:
        return aboutValue(*column.field, row);
    case Source::Plain:
        return decodedValue(*column.field, value);
    case Source::Reference:
        return value.isMissing() ? Value::absent() : referenceOf(value.text());
    case Source::Money:
        return value.isMissing() ? Value::absent() : textOrNull(fromCents(value.text()));
    case Source::Currency:
        return value.isMissing() ? Value::absent() : textOrNull(value.text().toUpper());
    case Source::DealStatus:
        return value.isMissing() ? Value::absent() : Value::text(statusWord(value.text()));
    default:
        return Value::absent();
    }
}

Result<RemoteRecord> RowDecoder::record(JsonView row, const Beside &beside) const
{
    RemoteRecord record;
    record.id = row["id"].text();
    if (idNumber(record.id) <= 0) {
        return failure(ErrorKind::Server,
                       tr("ActiveCampaign's list of %1 holds something that is no record.").arg(m_entity.name),
                       tr("Try again; if it stays so, ask ActiveCampaign's support."));
    }
    for (const Column &column : m_columns) {
        Value value = valueIn(column, row, record.id, beside);
        if (!value.isAbsent())
            record.fields.insert(column.field->name, std::move(value));
    }
    record.createdAt = instant(row[m_createdKey].text());
    record.modifiedAt = instant(row[m_modifiedKey].text());
    if (!record.modifiedAt) // new rows may have none
        record.modifiedAt = record.createdAt;
    return record;
}

} // namespace syncline::connectors::activecampaign
