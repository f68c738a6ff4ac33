#include "connectors/salesforce/salesforcedecoding.h"

#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Decoding", text);
}

JsonView column(JsonView row, const QString &name)
{
    return row[name.toStdString()];
}

/// Of a task whether it is a call or an e-mail; an event is a meeting.
Value activityOf(const ObjectKind &kind, JsonView row)
{
    if (kind.entity() == "Event"_L1)
        return Value::text(u"meeting"_s);
    const QString subtype = column(row, subtypeColumn).text().toLower();
    return Value::text(subtype == "call"_L1 || subtype == "email"_L1 ? subtype : u"task"_s);
}

Value dealStatusOf(JsonView row)
{
    const JsonView closed = column(row, closedColumn);
    if (closed.isMissing())
        return Value::absent();
    if (!closed.toBool())
        return Value::text(u"open"_s);
    return Value::text(column(row, wonColumn).toBool() ? u"won"_s : u"lost"_s);
}

/// Of a reference to several kinds of records: the id if it is one of this kind.
Value partOf(const RemoteField &field, JsonView value)
{
    if (value.isMissing())
        return Value::absent();
    const QString id = longId(value.text());
    const ObjectKind *kind = objectKindOfId(id);
    return kind && kind->entity() == field.refersTo ? Value::text(id) : Value::null();
}

Value fieldValue(const ObjectKind &kind, const RemoteField &field, JsonView row)
{
    if (field.name == activityField)
        return activityOf(kind, row);
    if (field.name == dealStatusField)
        return dealStatusOf(row);
    const QString part = partColumn(field);
    return part.isEmpty() ? decodedValue(field, column(row, field.name)) : partOf(field, column(row, part));
}

QStringList columnsOf(const RemoteEntity &entity, const RemoteField &field)
{
    if (field.name == dealStatusField)
        return {closedColumn, wonColumn};
    if (field.name == activityField)
        return entity.field(subtypeColumn) ? QStringList{subtypeColumn} : QStringList();
    if (field.name == contactsField)
        return {};
    const QString part = partColumn(field);
    return {part.isEmpty() ? field.name : part};
}

} // namespace

QString partColumn(const RemoteField &field)
{
    return field.nativeType.startsWith("part("_L1) ? field.nativeType.mid(5).chopped(1) : QString();
}

QString partType(const QString &column)
{
    return u"part("_s + column + u')';
}

QStringList columnsFor(const RemoteEntity &entity, const QStringList &fields)
{
    QStringList columns{u"Id"_s};
    // A column that the user may not see makes Salesforce refuse the whole query.
    for (const QString &name : {modifiedColumn, createdColumn, convertedColumn, convertedContactColumn}) {
        if (entity.field(name))
            columns.append(name);
    }
    for (const QString &name : fields) {
        const RemoteField *field = entity.field(name);
        columns += field ? columnsOf(entity, *field) : QStringList();
    }
    columns.removeDuplicates();
    return columns;
}

Value decodedValue(const RemoteField &field, JsonView value)
{
    if (value.isMissing())
        return Value::absent();
    QString text = value.text();
    if (text.isEmpty())
        return field.type == FieldType::Set ? Value::set({}) : Value::null();
    switch (field.type) {
    case FieldType::Set:
        return Value::set(text.split(u';', Qt::SkipEmptyParts));
    case FieldType::DateTime: {
        const auto time = instant(text); // "2026-02-01T21:20:00.000+0000": whole seconds
        return Value::text(time ? isoInstant(*time) : text);
    }
    case FieldType::Date:
        return Value::text(text.left(10));
    case FieldType::Integer:
    case FieldType::Decimal:
        return Value::text(withoutExponent(text));
    case FieldType::Consent: // a flag that says no, and no word of a yes
        return text == "true"_L1 ? Value::text(u"refused"_s) : Value::null();
    case FieldType::Ref: {
        const QString id = longId(text);
        return Value::text(id.isEmpty() ? text : id);
    }
    case FieldType::LongText:
        return Value::text(text.replace("\r\n"_L1, "\n"_L1));
    case FieldType::Text:
    case FieldType::Boolean:
    case FieldType::Enumeration:
    case FieldType::List:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Refs:
    case FieldType::Group:
        break;
    }
    return Value::text(text);
}

Result<RemoteRecord> decodedRecord(const RemoteEntity &entity, JsonView row, const QStringList &fields)
{
    RemoteRecord record;
    record.id = longId(row["Id"].text());
    const ObjectKind *kind = objectKind(entity.name);
    if (record.id.isEmpty() || !kind) {
        return failure(ErrorKind::Server,
                       tr("Salesforce's answer about %1 holds something that is no record.").arg(entity.name),
                       tr("Try again; if it stays so, tell Salesforce's support."));
    }
    for (const QString &name : fields) {
        const RemoteField *field = entity.field(name);
        const Value value = field ? fieldValue(*kind, *field, row) : Value::absent();
        if (!value.isAbsent())
            record.fields.insert(name, value);
    }
    record.modifiedAt = instant(column(row, modifiedColumn).text());
    record.createdAt = instant(column(row, createdColumn).text());
    const QString contact = longId(column(row, convertedContactColumn).text());
    if (column(row, convertedColumn).toBool() && !contact.isEmpty())
        record.successor = RemoteRecord::Successor{u"Contact"_s, contact};
    return record;
}

} // namespace syncline::connectors::salesforce
