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

} // namespace

RecordShape::RecordShape(const RemoteEntity &entity, const QStringList &fields, QString user)
    : entityName(entity.name)
    , ownUser(std::move(user))
{
    for (const RemoteField &field : entity.fields) {
        if (fields.isEmpty() || fields.contains(field.name))
            members.push_back({field.name.toStdString(), &field});
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
        const Value value = readValue(*member.field, attributes[member.key]);
        if (!value.isAbsent())
            record.fields.insert(member.field->name, value);
    }
    record.modifiedAt = readInstant(attributes["date_modified"].text());
    record.createdAt = readInstant(attributes["date_entered"].text());
    const QString author = attributes["created_by"].text();
    if (!shape.ownUser.isEmpty() && !author.isEmpty())
        record.ours = author == shape.ownUser;
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
    QStringList asked = fields;
    if (asked.isEmpty()) {
        for (const RemoteField &field : entity.fields)
            asked << field.name;
    }
    for (const QString &name : {u"date_modified"_s, u"date_entered"_s, u"created_by"_s}) {
        if (!asked.contains(name))
            asked << name;
    }
    return asked.join(u',');
}

} // namespace syncline::connectors::suitecrm
