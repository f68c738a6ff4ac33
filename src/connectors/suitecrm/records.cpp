#include "connectors/suitecrm/records.h"

#include "connectors/suitecrm/wiretext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

QString parentIn(const JsonView &attributes, const QString &module)
{
    return attributes["parent_type"].text() == module ? attributes["parent_id"].text() : QString();
}

Value durationIn(const JsonView &attributes)
{
    const JsonView hours = attributes["duration_hours"], minutes = attributes["duration_minutes"];
    if (hours.isMissing() && minutes.isMissing())
        return Value::absent();
    if (hours.text().isEmpty() && minutes.text().isEmpty())
        return Value::null();
    return Value::text(QString::number(hours.text().toInt() * 60 + minutes.text().toInt()));
}

/// A link to another record; absent where the answer does not hold the columns that tell it.
Value referenceIn(const RecordShape::Member &member, const JsonView &attributes)
{
    if (attributes["parent_type"].isMissing())
        return Value::absent();
    QString id = member.origin == Origin::Contact ? attributes[contactColumn.toStdString()].text() : QString();
    if (id.isEmpty())
        id = parentIn(attributes, member.field->refersTo);
    return Value::text(id);
}

Value currencyIn(const RemoteField &field, const JsonView &id)
{
    const QString code = currencyCode(field, id.text());
    return id.isMissing() || code.isEmpty() ? Value::absent() : Value::text(code);
}

Value valueIn(const RecordShape::Member &member, const JsonView &attributes)
{
    switch (member.origin) {
    case Origin::Column:
        break;
    case Origin::Parent:
    case Origin::Contact:
        return referenceIn(member, attributes);
    case Origin::Duration:
        return durationIn(attributes);
    case Origin::ActivityType:
        return Value::text(member.field->nativeType.section(u'(', 1).chopped(1));
    case Origin::Currency:
        return currencyIn(*member.field, attributes[currencyColumn.toStdString()]);
    case Origin::Links: // the parent; the rest is asked for
        return Value::text(parentIn(attributes, member.field->refersTo));
    }
    return readValue(*member.field, attributes[member.key]);
}

} // namespace

RecordShape::RecordShape(const RemoteEntity &entity, const QStringList &fields, QString user)
    : entityName(entity.name)
    , ownUser(std::move(user))
{
    for (const RemoteField &field : entity.fields) {
        if (fields.isEmpty() || fields.contains(field.name))
            members.push_back({field.name.toStdString(), &field, originOf(field)});
    }
}

Result<RemoteRecord> readRecord(const RecordShape &shape, const JsonView &data)
{
    RemoteRecord record;
    record.id = data["id"].text();
    if (record.id.isEmpty()) {
        return failure(ErrorKind::Server, tr("SuiteCRM delivered an entry of %1 without an id.").arg(shape.entityName),
                       tr("Try again; if it stays so, look into suitecrm.log."));
    }
    const JsonView attributes = data["attributes"];
    for (const RecordShape::Member &member : shape.members) {
        const Value value = valueIn(member, attributes);
        if (!value.isAbsent())
            record.fields.insert(member.field->name, value);
    }
    record.modifiedAt = readInstant(attributes["date_modified"].text());
    record.createdAt = readInstant(attributes["date_entered"].text());
    const QString author = attributes["created_by"].text();
    if (!shape.ownUser.isEmpty() && !author.isEmpty())
        record.ours = author == shape.ownUser;
    const QString contact = attributes[contactColumn.toStdString()].text();
    if (shape.entityName == "Leads"_L1 && attributes["converted"].text() == "1"_L1 && !contact.isEmpty())
        record.successor = RemoteRecord::Successor{u"Contacts"_s, contact};
    return record;
}

Result<QList<RemoteRecord>> readRecords(const RecordShape &shape, const JsonView &root)
{
    const JsonView data = root["data"];
    if (!data.isArray()) {
        return failure(ErrorKind::Server, tr("SuiteCRM's answer holds no list of %1.").arg(shape.entityName),
                       tr("Try again; if it stays so, look for a proxy or a PHP error message in between."));
    }
    QList<RemoteRecord> records;
    for (const JsonView &item : data) {
        auto record = readRecord(shape, item);
        if (!record)
            return failure(record.error());
        records.append(std::move(*record));
    }
    return records;
}

QString askedFields(const RemoteEntity &entity, const QStringList &fields)
{
    QStringList asked;
    for (const RemoteField &field : entity.fields) {
        if (fields.isEmpty() || fields.contains(field.name))
            asked << columnsOf(field);
    }
    for (const QString &name : fields) { // what the list of fields does not hold, such as `deleted`
        if (!entity.field(name))
            asked << name;
    }
    asked << u"date_modified"_s << u"date_entered"_s << u"created_by"_s;
    if (entity.name == "Leads"_L1)
        asked << u"converted"_s << contactColumn;
    asked.removeDuplicates();
    return asked.join(u',');
}

} // namespace syncline::connectors::suitecrm
