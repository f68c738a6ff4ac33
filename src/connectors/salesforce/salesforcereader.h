#pragma once

#include "connectors/salesforce/salesforceroles.h"

namespace syncline::connectors::salesforce {

/// Everything that reads records: by queries, in the order of ids.
class Reader
{
public:
    Reader(Api &api, const Capabilities &capabilities) : m_api(api), m_capabilities(capabilities), m_roles(api) {}

    Result<ReadEnd> read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                         std::stop_token stop);
    Result<QList<LookUp>> byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                std::stop_token stop);
    Result<QList<RemoteRecord>> byKey(const RemoteEntity &entity, const QString &field, const QStringList &values,
                                      const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                             const QStringList &fields, std::stop_token stop);

private:
    /// What queries by id found.
    struct Found
    {
        QHash<QString, RemoteRecord> records;
        QHash<QString, QString> masters; ///< of records that were merged: the one that stays
    };
    Result<void> find(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields, Found &found,
                      std::stop_token stop);
    Result<QList<RemoteRecord>> matching(const RemoteEntity &entity, const QString &condition,
                                         const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> decoded(const RemoteEntity &entity, JsonView rows, const QStringList &fields) const;
    Result<int> complete(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                         std::stop_token stop);
    QString about(const RemoteEntity &entity) const;

    Api &m_api;
    const Capabilities &m_capabilities;
    ContactRoles m_roles;
};

} // namespace syncline::connectors::salesforce
