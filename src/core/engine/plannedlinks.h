#pragma once

#include "core/mapping/references.h"
#include "core/workspace/rows.h"
#include "core/workspace/store.h"

#include <QHash>
#include <QSet>

namespace syncline::core {

/// Links that the run's plan will make: records planned later may refer to them already.
class PlannedLinks
{
public:
    void clear();
    void add(const OperationRow &operation);
    void add(const LinkKey &remote, const QString &hub); ///< no remote id: it is made by the plan
    QString hubOf(const LinkKey &remote) const;          ///< "" for none
    QString remoteOf(const QString &integration, const QString &remoteEntity, const QString &hub) const; ///< ""
    /// The record will be there once the plan is carried out, with an id that is known or not.
    bool expects(const QString &integration, const QString &remoteEntity, const QString &hub) const;

private:
    QHash<QString, QString> m_hubs;    ///< "integration/entity/remote id" -> hub id
    QHash<QString, QString> m_remotes; ///< "integration/entity/hub id" -> remote id; "" before a create
};

/// The references of one integration: links of the workspace, and those that are planned. For the run's thread.
class LinkedReferences final : public References
{
public:
    LinkedReferences(RecordStore &records, QString integration, std::shared_ptr<const PlannedLinks> planned)
        : m_records(records)
        , m_integration(std::move(integration))
        , m_planned(std::move(planned))
    {
    }
    QString hubOf(const QString &remoteEntity, const QString &remoteId) const override;
    QString remoteOf(const QString &remoteEntity, const QString &hubId) const override;
    bool expects(const QString &remoteEntity, const QString &hubId) const override;

private:
    RecordStore &m_records;
    QString m_integration;
    std::shared_ptr<const PlannedLinks> m_planned;
};

/// The references of one integration as they were looked up for some records. For any thread.
class CarriedReferences final : public References
{
public:
    CarriedReferences(const QString &integration, const QList<LinkedPair> &pairs);
    QString hubOf(const QString &remoteEntity, const QString &remoteId) const override;
    QString remoteOf(const QString &remoteEntity, const QString &hubId) const override;
    bool expects(const QString &remoteEntity, const QString &hubId) const override;

private:
    QString m_integration;
    PlannedLinks m_links;
};

} // namespace syncline::core
