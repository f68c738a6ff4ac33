#pragma once

#include "connectors/common/writejob.h"
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
        , m_lists(api)
        , m_batchSize(batchSize)
    {
    }

    QList<WriteOutcome> write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                              std::stop_token stop);

private:
    void prepare(WriteJob &job, WriteKind kind, QList<Item> &items);
    void sendInSteps(WriteJob &job, const QList<Item> &batch);
    void send(WriteJob &job, const QList<Item> &batch);
    void sendHalves(WriteJob &job, const QList<Item> &batch);
    void readItems(WriteJob &job, const QList<Item> &batch, const Answer &answer);
    void readItem(WriteJob &job, const Item &item, const ItemAnswer &answer, int status);
    void sendLinks(WriteJob &job, const Item &item);
    void sendLists(WriteJob &job, const QList<Item> &items);
    void sendList(WriteJob &job, const QString &list, const QList<Item> &items);
    void readBack(WriteJob &job, const QList<Item> &items);
    void archive(WriteJob &job, const QList<qsizetype> &indexes);

    Api &m_api;
    Reader &m_reader;
    Associations m_associations;
    Lists m_lists;
    qsizetype m_batchSize;
};

} // namespace syncline::connectors::hubspot
