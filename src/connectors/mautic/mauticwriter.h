#pragma once

#include "connectors/mautic/mauticbatch.h"
#include "connectors/mautic/mauticreader.h"

namespace syncline::connectors::mautic {

/// Everything that writes records: one request after the other, because two at once that concern the same person can
/// leave two contacts with one address.
class Writer
{
public:
    Writer(Api &api, Reader &reader, qsizetype batchSize) : m_api(api), m_reader(reader), m_batchSize(batchSize) {}

    QList<WriteOutcome> write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                              std::stop_token stop);

private:
    struct Job; ///< one call of write()

    void prepare(Job &job, WriteKind kind, QList<Item> &items);
    void update(Job &job, const QList<Item> &batch);
    void create(Job &job, const QList<Item> &batch);
    void remove(Job &job, qsizetype index);

    QList<Item> withoutTaken(Job &job, const QList<Item> &batch);
    void send(Job &job, const QList<Item> &batch);
    void sendParts(Job &job, const QList<Item> &batch);
    void readItems(Job &job, const QList<Item> &batch, const Answer &answer);
    void readItem(Job &job, const Item &item, const ItemAnswer &answer);
    void afterBreakdown(Job &job, const QList<Item> &batch, const Error &error);
    std::optional<LookUp> sightOf(Job &job, const Item &item);
    void sendConsents(Job &job, const Item &item);
    void sendMemberships(Job &job, const Item &item);
    void readBack(Job &job, const QList<Item> &batch);

    Api &m_api;
    Reader &m_reader;
    qsizetype m_batchSize; ///< shrinks to what the server takes
};

/// What a refusal by Mautic itself, with this HTTP status, means for a record.
WriteOutcome::Status statusOf(int status);

} // namespace syncline::connectors::mautic
