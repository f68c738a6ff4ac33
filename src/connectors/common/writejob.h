#pragma once

#include "connectors/api/connector.h"

#include <stop_token>

namespace syncline::connectors {

/// One call of write() that goes out in batches, and the outcome of each operation. What is written in a batch is an Item of
/// the connector with the `index` of its operation.
struct WriteJob
{
    /// Nothing is sent yet: every outcome says that it was cancelled.
    WriteJob(const RemoteEntity &entity, const QList<WriteOperation> &operations, std::stop_token stop);

    const RemoteEntity &entity;
    const QList<WriteOperation> &operations;
    std::stop_token stop;
    QList<WriteOutcome> outcomes; ///< in the order of the operations

    template<class Item>
    void set(const Item &item, WriteOutcome::Status status, const Error &error)
    {
        outcomes[item.index].status = status;
        outcomes[item.index].error = error;
    }
    template<class Item>
    void setAll(const QList<Item> &batch, WriteOutcome::Status status, const Error &error)
    {
        for (const Item &item : batch)
            set(item, status, error);
    }
    /// The record as a text about it begins; "" is a new one.
    QString about(const QString &id) const;
    /// The CRM answered, and told nothing of the record: what became of it is unknown.
    Error unmentioned(const QString &crm, const QString &id) const;
};

} // namespace syncline::connectors
