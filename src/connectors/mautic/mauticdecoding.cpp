#include "connectors/mautic/mauticdecoding.h"

#include "connectors/mautic/mauticmemberships.h"
#include "connectors/mautic/mautictext.h"

#include "foundation/jsontext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

constexpr int bounced = 2; ///< reason of a do-not-contact entry: the mail server's word, not the person's

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Decoding", text);
}

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value::null() : Value::text(text);
}

Value setOf(JsonView value)
{
    if (value.isString())
        return Value::set(value.text().split(u'|', Qt::SkipEmptyParts));
    QStringList members;
    for (const JsonView member : value)
        members.append(member.text());
    return Value::set(members);
}

Value booleanOf(const QString &text)
{
    if (text.isEmpty())
        return Value::null();
    return Value::text(text == "1"_L1 || text == "true"_L1 ? u"true"_s : u"false"_s);
}

Value instantOf(const QString &text)
{
    if (text.isEmpty())
        return Value::null();
    const auto time = instant(text);
    return Value::text(time ? isoInstant(*time) : text);
}

Value tagsOf(JsonView tags)
{
    if (!tags.isArray() && !tags.isObject())
        return tags.isNull() ? Value::set({}) : Value::absent();
    QStringList names;
    for (const JsonView tag : tags)
        names.append(entitiesDecoded(tag.isObject() ? tag["tag"].text() : tag.text()));
    return Value::set(names);
}

Value consentOf(JsonView entries, const QString &channel)
{
    if (entries.isMissing())
        return Value::absent();
    for (const JsonView entry : entries) {
        const qint64 reason = entry["reason"].text().toLongLong();
        if (entry["channel"].text() == channel && reason > 0 && reason != bounced)
            return Value::text(u"refused"_s);
    }
    return Value::null();
}

Value ownerOf(JsonView owner)
{
    if (owner.isMissing())
        return Value::absent();
    return textOrNull(owner["id"].text());
}

/// A stage that was made since the stages were listed shows by its own name.
Value stageOf(const RemoteField &field, JsonView stage)
{
    const QString known = nameOfId(field, stage["id"].text());
    return stage.isMissing() ? Value::absent() : textOrNull(known.isEmpty() ? stage["name"].text() : known);
}

Value valueIn(const RemoteField &field, JsonView record)
{
    if (const QString channel = consentChannel(field.name); field.type == FieldType::Consent && !channel.isEmpty())
        return consentOf(record["doNotContact"], channel);
    if (field.nativeType == "tags"_L1)
        return tagsOf(record["tags"]);
    if (field.nativeType == "owner"_L1)
        return ownerOf(record["owner"]);
    if (nativeTypeOf(field).name == "stage"_L1 && field.name == stageField)
        return stageOf(field, record["stage"]);
    if (isMembership(field))
        return Value::absent(); // asked for apart
    return decodedValue(field, record["fields"]["all"][field.name.toStdString()]);
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
        return setOf(value);
    case FieldType::Boolean:
        return booleanOf(value.text());
    case FieldType::DateTime:
        return instantOf(value.text());
    case FieldType::Date:
        return textOrNull(value.text().left(10));
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Enumeration:
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

Result<RemoteRecord> decodedRecord(const RemoteEntity &entity, JsonView view, const QStringList &fields)
{
    RemoteRecord record;
    record.id = view["id"].text();
    if (idNumber(record.id) <= 0 || !view["fields"].isObject()) {
        return failure(ErrorKind::Server, tr("Mautic's list of %1 holds something that is no record.").arg(entity.name),
                       tr("Try again; if it stays so, look for an error in Mautic's log."));
    }
    for (const QString &name : fields) {
        const RemoteField *field = entity.field(name);
        const Value value = field ? valueIn(*field, view) : Value::absent();
        if (!value.isAbsent())
            record.fields.insert(name, value);
    }
    // Companies show no dates, and a contact has been modified only since its first edit.
    record.createdAt = instant(view["dateAdded"].text());
    record.modifiedAt = instant(view["dateModified"].text());
    if (!record.modifiedAt)
        record.modifiedAt = record.createdAt;
    return record;
}

Result<Page> decodedPage(const RemoteEntity &entity, JsonView root, const QStringList &fields, bool raw)
{
    const JsonView list = root[entity.name.toStdString()];
    if (!list.isArray() && !list.isObject()) {
        return failure(ErrorKind::Server, tr("Mautic's answer holds no list of %1.").arg(entity.name),
                       tr("Check that the address is that of Mautic itself, with its sub-folder if it has one."));
    }
    Page page;
    for (const JsonView row : list) {
        auto record = decodedRecord(entity, row, fields);
        if (!record)
            return failure(record.error());
        if (raw)
            record->raw = compactJson(row);
        page.records.append(std::move(*record));
    }
    std::ranges::sort(page.records, {}, [](const RemoteRecord &record) { return idNumber(record.id); });
    bool isNumber = false;
    const qint64 total = root["total"].text().toLongLong(&isNumber);
    page.total = isNumber ? total : -1;
    return page;
}

} // namespace syncline::connectors::mautic
