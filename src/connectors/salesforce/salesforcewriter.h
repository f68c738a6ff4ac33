#pragma once

#include "connectors/common/writejob.h"
#include "connectors/salesforce/salesforcebatch.h"
#include "connectors/salesforce/salesforcereader.h"

namespace syncline::connectors::salesforce {

/// Everything that writes records: two hundred in a request, one outcome for each.
class Writer
{
public:
    Writer(Api &api, Reader &reader, qsizetype batchSize)
        : m_api(api)
        , m_reader(reader)
        , m_roles(api)
        , m_batchSize(batchSize)
    {
    }

    QList<WriteOutcome> write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                              std::stop_token stop);

private:
    QList<Item> prepare(WriteJob &job, WriteKind kind);
    void send(WriteJob &job, const QList<Item> &batch);
    void sendHalves(WriteJob &job, const QList<Item> &batch);
    void readRow(WriteJob &job, const Item &item, JsonView row, int status);
    void sendContacts(WriteJob &job, const QList<Item> &items);
    void readBack(WriteJob &job, const QList<Item> &items);
    void remove(WriteJob &job, const QList<Item> &batch);

    Api &m_api;
    Reader &m_reader;
    ContactRoles m_roles;
    qsizetype m_batchSize;
};

} // namespace syncline::connectors::salesforce
