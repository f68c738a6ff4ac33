#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotapi.h"

namespace syncline::connectors::hubspot {

/// The people who own records: few, read only, and always all of them, those who left as well, because old records name them.
class Owners
{
public:
    explicit Owners(Api &api) : m_api(api) {}

    static RemoteEntity entity();
    Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop);
    Result<QList<LookUp>> byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> byKey(const QString &field, const QStringList &values, const QStringList &fields,
                                      std::stop_token stop);

private:
    Result<QList<RemoteRecord>> all(const QStringList &fields, std::stop_token stop);
    Result<void> page(bool isArchive, QString &after, const QStringList &fields, QList<RemoteRecord> &owners,
                      std::stop_token stop);

    Api &m_api;
    std::optional<std::chrono::seconds> m_date; ///< of the server, at the last list
};

} // namespace syncline::connectors::hubspot
