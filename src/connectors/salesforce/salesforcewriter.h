#pragma once

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
    struct Job; ///< one call of write()

    QList<Item> prepare(Job &job, WriteKind kind);
    void send(Job &job, const QList<Item> &batch);
    void sendHalves(Job &job, const QList<Item> &batch);
    void readRow(Job &job, const Item &item, JsonView row, int status);
    void sendContacts(Job &job, const QList<Item> &items);
    void readBack(Job &job, const QList<Item> &items);
    void remove(Job &job, const QList<Item> &batch);

    Api &m_api;
    Reader &m_reader;
    ContactRoles m_roles;
    qsizetype m_batchSize;
};

} // namespace syncline::connectors::salesforce
