#pragma once

#include "connectors/api/connector.h"
#include "connectors/mautic/mauticmemberships.h"

#include <QJsonObject>

namespace syncline::connectors::mautic {

/// A do-not-contact entry that an update sets or takes away: a request of its own.
struct ConsentChange
{
    QString field;
    QString channel;
    bool isRefusal = false;
};

/// One operation as Mautic takes it.
struct Item
{
    qsizetype index = 0; ///< of the operation
    QString id;          ///< "" for a create
    QJsonObject body;    ///< without the id
    QList<ConsentChange> consents;
    QList<MembershipChange> memberships;
    QMap<QString, Value> predicted; ///< by field: what a read will show afterwards
    QMap<QString, QString> uniques; ///< unique field -> value that is written
};

/// Error kind Validation: a field that Mautic would refuse, drop or bend.
Result<Item> makeItem(const RemoteEntity &entity, const WriteOperation &operation, qsizetype index);

/// Items in batches of at most `most`: no id and no unique value occurs twice in one of them.
QList<QList<Item>> batches(const QList<Item> &items, qsizetype most);

/// The request's body. Every item of an update carries its id: one without would shift all that follow.
QJsonArray batchBody(const QList<Item> &items);

/// What the answer to a batch says about one of its items.
struct ItemAnswer
{
    int status = 0; ///< 0: nothing
    JsonView record, error;
};
ItemAnswer itemAnswer(JsonView root, const QString &entity, qsizetype index);

/// The most items that this Mautic takes, out of its complaint about a batch; 0 when the complaint is another one.
int batchLimit(JsonView root);

} // namespace syncline::connectors::mautic
