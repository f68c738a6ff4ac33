#pragma once

#include "connectors/mautic/mauticapi.h"
#include "connectors/mautic/mauticdecoding.h"
#include "connectors/mautic/mauticmemberships.h"
#include "connectors/mautic/mauticquery.h"

namespace syncline::connectors::mautic {

/// Everything that reads records.
class Reader
{
public:
    Reader(Api &api, const Capabilities &capabilities) : m_api(api), m_capabilities(capabilities), m_memberships(api) {}

    /// Keyset walk by id: rows that are deleted meanwhile shift nothing.
    Result<ReadEnd> read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                         std::stop_token stop);
    Result<QList<LookUp>> byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                std::stop_token stop);
    Result<QList<RemoteRecord>> byKey(const RemoteEntity &entity, const QString &field, const QStringList &values,
                                      const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                             const QStringList &fields, std::stop_token stop);

private:
    /// What stays the same from page to page.
    struct Walk
    {
        const RemoteEntity &entity;
        QStringList fields;
        QList<Condition> all; ///< joined by AND
        QList<Condition> any; ///< joined by OR, if there are some
        bool identifiedOnly = false;
        bool checkTotal = false; ///< a page that is shorter than the count says is an error
        QString after;           ///< the last id seen
        bool raw = false;        ///< ReadRequest::raw
    };
    struct Step
    {
        Page page;
        std::optional<std::chrono::seconds> date;
        bool isLast = false;
    };
    Result<Step> next(Walk &walk, std::stop_token stop);
    Result<Step> ask(const Walk &walk, const QList<Condition> &more, std::stop_token stop);
    static bool isTooShort(const Walk &walk, const Step &step);
    Result<void> checkStep(const Walk &walk, const Step &step) const;
    Result<QList<RemoteRecord>> collect(Walk walk, std::stop_token stop);
    LookUp alone(const RemoteEntity &entity, const QString &id, const QStringList &fields, std::stop_token stop);

    Api &m_api;
    const Capabilities &m_capabilities;
    Memberships m_memberships;
};

} // namespace syncline::connectors::mautic
