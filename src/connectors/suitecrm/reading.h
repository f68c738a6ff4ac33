#pragma once

#include "connectors/suitecrm/records.h"
#include "connectors/suitecrm/site.h"

namespace syncline::connectors::suitecrm {

/// Everything that is read from one module of a connected site.
class Reading
{
public:
    Reading(Site &site, const Capabilities &capabilities, const RemoteEntity &entity, QString ownUser)
        : m_site(site)
        , m_capabilities(capabilities)
        , m_entity(entity)
        , m_ownUser(std::move(ownUser))
    {
    }

    Result<ReadEnd> walk(const ReadRequest &request, const PageSink &sink, std::stop_token stop);
    Result<QList<RemoteRecord>> createdSince(std::chrono::seconds since, const QStringList &fields,
                                             std::stop_token stop);
    QList<LookUp> byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> byKey(const QString &field, const QStringList &values, const QStringList &fields,
                                      std::stop_token stop);
    Result<DeletedFeed> deletedSince(const std::optional<QString> &cursor, std::stop_token stop);

private:
    struct Page
    {
        QList<RemoteRecord> records;
        std::optional<std::chrono::seconds> serverTime;
    };

    RecordShape shape(const QStringList &fields) const { return {m_entity, fields, m_ownUser}; }
    QString doing() const;
    Query listQuery(const QStringList &fields, int size) const;
    Query fieldQuery(const QStringList &fields) const;
    Result<Page> page(const Query &query, const QStringList &fields, std::stop_token stop);
    Result<HttpResponse> sendPage(Query query, int &size, std::stop_token stop);
    Result<ReadEnd> walkById(const Query &filters, const ReadRequest &request, const PageSink &sink,
                             std::stop_token stop);
    LookUp lookUp(const QString &id, const QStringList &fields, const Result<HttpResponse> &answer,
                  std::stop_token stop);
    LookUp lookInList(const QString &id, const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> rest(const Query &query, const QStringList &fields, std::stop_token stop);
    Result<void> fillLinks(QList<RemoteRecord> &records, const QStringList &fields, std::stop_token stop);
    void fillLinks(QList<LookUp> &looks, const QStringList &fields, std::stop_token stop);
    Result<DeletedFeed> collectDeleted(const Query &filters, std::stop_token stop);

    Site &m_site;
    const Capabilities &m_capabilities;
    const RemoteEntity &m_entity;
    QString m_ownUser;
    std::optional<std::chrono::seconds> m_firstAnswer; ///< the server's time at the start of a walk
    int m_requests = 0;
};

} // namespace syncline::connectors::suitecrm
