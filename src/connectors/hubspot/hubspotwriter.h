#pragma once

#include "connectors/hubspot/hubspotbatch.h"
#include "connectors/hubspot/hubspotreader.h"

namespace syncline::connectors::hubspot {

/// Everything that writes records: a hundred in a request, one outcome for each.
class Writer
{
public:
    Writer(Api &api, Reader &reader, qsizetype batchSize)
        : m_api(api)
        , m_reader(reader)
        , m_associations(api)
        , m_batchSize(batchSize)
    {
    }

    QList<WriteOutcome> write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                              std::stop_token stop);

private:
    struct Job; ///< one call of write()

    void prepare(Job &job, WriteKind kind, QList<Item> &items);
    void sendInSteps(Job &job, const QList<Item> &batch);
    void send(Job &job, const QList<Item> &batch);
    void sendHalves(Job &job, const QList<Item> &batch);
    void readItems(Job &job, const QList<Item> &batch, const Answer &answer);
    void readItem(Job &job, const Item &item, const ItemAnswer &answer, int status);
    void sendLinks(Job &job, const Item &item);
    void readBack(Job &job, const QList<Item> &items);
    void archive(Job &job, const QList<qsizetype> &indexes);

    Api &m_api;
    Reader &m_reader;
    Associations m_associations;
    qsizetype m_batchSize;
};

} // namespace syncline::connectors::hubspot
