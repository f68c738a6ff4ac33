#pragma once

#include "connectors/api/connector.h"

#include <QJsonArray>
#include <QJsonObject>

namespace syncline::connectors::salesforce {

/// One operation as Salesforce takes it.
struct Item
{
    qsizetype index = 0; ///< of the operation
    QString id;          ///< "" for a create
    QJsonObject values;  ///< by column; without what stands in rows of its own
    QStringList contactsAdded, contactsRemoved;
    QMap<QString, Value> predicted; ///< by field: what a read will show afterwards
    QStringList uniques;            ///< what no second item of the same batch may hold: "Key__c\nx"
};

/// Error kind Validation: a value that Salesforce would refuse, or a new record without what it needs. NotFound: no id.
Result<Item> makeItem(const RemoteEntity &entity, const WriteOperation &operation, qsizetype index);

/// Items in batches of at most `most`, in which no id or unique value occurs twice.
QList<QList<Item>> batches(const QList<Item> &items, qsizetype most);

/// The body of a collection: each record succeeds or fails on its own.
QJsonObject collection(const QString &entity, const QList<Item> &items);

} // namespace syncline::connectors::salesforce
