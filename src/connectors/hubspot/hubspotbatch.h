#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotrefusal.h"

#include <QJsonObject>

namespace syncline::connectors::hubspot {

/// Links that a write makes and takes away, after the record itself.
struct LinkChange
{
    QString field;
    QStringList added, removed;
};

/// One operation as HubSpot takes it.
struct Item
{
    qsizetype index = 0;    ///< of the operation
    QString id;             ///< "" for a create
    QJsonObject properties; ///< texts only
    QList<LinkChange> links;
    std::optional<LinkChange> lists; ///< that a contact is put on and taken off
    QMap<QString, Value> predicted;  ///< by property: what a read will show afterwards
    bool isBackwards = false;        ///< it sets a lifecycle stage back, which HubSpot takes only for a blank one
    QStringList uniques;             ///< what no second item of the same batch may hold: "email\nx@example.org"

    /// Ties an answer to this item: results come in any order, and a new record has no id yet.
    QString trace() const { return QStringLiteral("operation-%1").arg(index); }
};

/// Error kind Validation: a value that HubSpot would refuse, or a new record without what it needs.
Result<Item> makeItem(const RemoteEntity &entity, const WriteOperation &operation, qsizetype index);

/// Items in batches of at most `most`: HubSpot refuses a batch in which an id or a unique value occurs twice.
QList<QList<Item>> batches(const QList<Item> &items, qsizetype most);

/// The items that go backwards, as they blank the stage first.
QList<Item> blankings(const QList<Item> &items);

/// The body of batch/create or batch/update.
QJsonObject batchBody(const QList<Item> &items);

/// What the answer to a batch says about one of its items.
struct ItemAnswer
{
    JsonView record; ///< missing: it was not written
    Refusal refusal; ///< empty: nothing was said
};
QHash<QString, ItemAnswer> itemAnswers(const QList<Item> &items, JsonView root); ///< by trace

} // namespace syncline::connectors::hubspot
