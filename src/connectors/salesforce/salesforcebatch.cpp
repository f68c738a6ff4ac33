#include "connectors/salesforce/salesforcebatch.h"

#include "connectors/common/batches.h"
#include "connectors/salesforce/salesforcedecoding.h"
#include "connectors/salesforce/salesforceencoding.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Batch", text);
}

Result<void> checkNeeded(const RemoteEntity &entity, const Item &item)
{
    QStringList missing;
    for (const RemoteField &field : entity.fields) {
        const QString column = partColumn(field).isEmpty() ? field.name : partColumn(field);
        if (field.required && item.values.value(column).isNull())
            missing.append(field.name);
        else if (field.required && !item.values.contains(column))
            missing.append(field.name);
    }
    if (missing.isEmpty())
        return {};
    return failure(
        Error{ErrorKind::Validation,
              tr("A new record of %1 in Salesforce needs these fields: %2.").arg(entity.name, missing.join(u", "_s)),
              tr("Map them all, and enter values or give the mapping defaults."),
              {},
              missing,
              false});
}

/// A reference to several kinds of records is one column: a blank part clears it only where no other part fills it.
void setPart(Item &item, const QString &column, const QJsonValue &id)
{
    if (!id.isNull() || !item.values.contains(column))
        item.values.insert(column, id);
}

void setContacts(Item &item, const Value &wanted, const Value &before)
{
    const QStringList now = before.isReadable() ? before.members() : QStringList(), then = wanted.members();
    std::ranges::copy_if(then, std::back_inserter(item.contactsAdded),
                         [&](const QString &id) { return !now.contains(id); });
    std::ranges::copy_if(now, std::back_inserter(item.contactsRemoved),
                         [&](const QString &id) { return !then.contains(id); });
}

void setField(Item &item, const RemoteField &field, const Encoded &encoded, const WriteOperation &operation)
{
    item.predicted.insert(field.name, encoded.predicted);
    const QString part = partColumn(field);
    if (field.name == contactsField) {
        setContacts(item, operation.fields.value(field.name), operation.before.value(field.name));
    } else if (!part.isEmpty()) {
        setPart(item, part, encoded.json);
    } else if (operation.kind != WriteKind::Create || !encoded.json.isNull()) {
        item.values.insert(field.name, encoded.json);
        if (field.unique && encoded.json.isString())
            item.uniques.append(field.name + u'\n' + encoded.json.toString().toLower());
    }
}

} // namespace

Result<Item> makeItem(const RemoteEntity &entity, const WriteOperation &operation, qsizetype index)
{
    Item item;
    item.index = index;
    const bool isCreate = operation.kind == WriteKind::Create;
    item.id = isCreate ? QString() : longId(operation.remoteId);
    if (!isCreate && item.id.isEmpty()) {
        return failure(ErrorKind::NotFound,
                       tr("\"%1\" is no id of a record of %2 in Salesforce.").arg(operation.remoteId, entity.name),
                       tr("Check whether the record still exists in Salesforce."));
    }
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it) {
        const RemoteField *field = entity.field(it.key());
        if (!field)
            return failure(ErrorKind::Validation,
                           tr("%1 in Salesforce has no field %2 any more.").arg(entity.name, it.key()),
                           tr("Read the field list again and mend the mapping."));
        const auto encoded = encodedValue(entity.name, *field, *it, operation.kind);
        if (!encoded)
            return failure(encoded.error());
        setField(item, *field, *encoded, operation);
    }
    if (isCreate) {
        if (auto complete = checkNeeded(entity, item); !complete)
            return failure(complete.error());
    }
    return item;
}

QList<QList<Item>> batches(const QList<Item> &items, qsizetype most)
{
    return splitBatches(items, most, [](const Item &item) {
        return item.id.isEmpty() ? item.uniques : QStringList(item.uniques) << u"id\n"_s + item.id;
    });
}

QJsonObject collection(const QString &entity, const QList<Item> &items)
{
    QJsonArray records;
    for (const Item &item : items) {
        QJsonObject record = item.values;
        record.insert(u"attributes"_s, QJsonObject{{u"type"_s, entity}});
        if (!item.id.isEmpty())
            record.insert(u"id"_s, item.id);
        records.append(record);
    }
    return {{u"allOrNone"_s, false}, {u"records"_s, records}};
}

} // namespace syncline::connectors::salesforce
