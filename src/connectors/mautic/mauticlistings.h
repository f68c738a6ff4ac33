#pragma once

#include "connectors/mautic/mauticapi.h"

#include "connectors/api/connector.h"
#include "foundation/clock.h"

namespace syncline::connectors::mautic {

/// Mautic's smaller lists: users, segments, campaigns, e-mails and forms with their counts, notes, and what contacts did.
/// They cannot be asked for what changed, so every walk is a full one. Only notes are written.
class Listings
{
public:
    Listings(Api &api, int pageSize, const Clock &clock) : m_api(api), m_pageSize(pageSize), m_clock(clock) {}

    static QList<RemoteEntity> entities();
    static std::optional<RemoteEntity> entity(const QString &name);

    Result<ReadEnd> read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                         std::stop_token stop);
    Result<QList<LookUp>> byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                std::stop_token stop);
    Result<QList<RemoteRecord>> createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                             const QStringList &fields, std::stop_token stop);
    QList<WriteOutcome> write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                              std::stop_token stop);

private:
    struct Page
    {
        QList<RemoteRecord> records;
        std::optional<std::chrono::seconds> date;
        bool isLast = false;
    };
    Result<Page> page(const RemoteEntity &entity, int start, const QStringList &fields, std::stop_token stop);
    Result<Page> events(const RemoteEntity &entity, int number, const QStringList &fields, std::chrono::seconds since,
                        std::stop_token stop);
    Result<ReadEnd> readEvents(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                               std::stop_token stop);
    Result<QList<RemoteRecord>> all(const RemoteEntity &entity, const QStringList &fields, std::stop_token stop);
    LookUp lookUp(const RemoteEntity &entity, const QString &id, const QStringList &fields, std::stop_token stop);
    WriteOutcome writeNote(const RemoteEntity &entity, const WriteOperation &operation, std::stop_token stop);

    Api &m_api;
    int m_pageSize;
    const Clock &m_clock;
};

} // namespace syncline::connectors::mautic
