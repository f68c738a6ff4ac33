#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotassociations.h"
#include "connectors/hubspot/hubspotlists.h"

#include <QHash>
#include <QSet>

namespace syncline::connectors::hubspot {

/// Everything that reads records. Full walks page through the list, incremental ones search; values always come from the
/// records themselves, never from the search's index, which may hold what was written over already.
class Reader
{
public:
    Reader(Api &api, const Capabilities &capabilities)
        : m_api(api)
        , m_capabilities(capabilities)
        , m_associations(api)
        , m_lists(api)
    {
    }

    Result<ReadEnd> read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                         std::stop_token stop);
    Result<QList<LookUp>> byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                std::stop_token stop);
    Result<QList<RemoteRecord>> byKey(const RemoteEntity &entity, const QString &field, const QStringList &values,
                                      const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                             const QStringList &fields, std::stop_token stop);

private:
    /// What a batch read found. Records that are not there are simply missing.
    struct Batch
    {
        QList<RemoteRecord> records;     ///< by id, ascending
        QHash<QString, QString> winners; ///< of records that were merged: old id -> the id it has now
        QMap<QString, QStringList> otherEmails;
        int requests = 0;
    };
    Result<Batch> batch(const RemoteEntity &entity, const QStringList &keys, const QStringList &fields,
                        const QString &keyProperty, std::stop_token stop);
    Result<void> batchPart(const RemoteEntity &entity, const QStringList &keys, const QStringList &fields,
                           const QString &keyProperty, Batch &found, std::stop_token stop);

    Result<ReadEnd> readList(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                             std::stop_token stop);
    Result<ReadEnd> readChanged(const RemoteEntity &entity, const ReadRequest &request, std::chrono::milliseconds since,
                                const PageSink &sink, std::stop_token stop);
    Result<QList<RemoteRecord>> listed(const RemoteEntity &entity, const Answer &answer, const QStringList &fields,
                                       bool isWhole, int &requests, std::stop_token stop);
    /// What stands beside the records; the number of requests.
    Result<int> complete(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                         std::stop_token stop);
    void alone(const RemoteEntity &entity, const QStringList &fields, const QList<LookUp *> &looks,
               std::stop_token stop);
    void fill(const RemoteEntity &entity, const QStringList &fields, const QList<LookUp *> &looks,
              std::stop_token stop);
    LookUp seen(const RemoteEntity &entity, const QString &id, const Answer &answer, const QStringList &fields) const;

    Api &m_api;
    const Capabilities &m_capabilities;
    Associations m_associations;
    Lists m_lists;
    bool m_raw = false; ///< ReadRequest::raw, of the walk that goes on
};

} // namespace syncline::connectors::hubspot
