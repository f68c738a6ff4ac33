#pragma once

#include "core/mapping/references.h"
#include "core/workspace/rows.h"
#include "core/workspace/store.h"

#include <QHash>
#include <QUuid>

#include <optional>

namespace syncline::core {

/// Links that the run's plan will make: records planned later may refer to them already. A first run plans a link for every
/// record, so that what its operations can tell is asked of them, and the rest is kept small.
class PlannedLinks
{
public:
    explicit PlannedLinks(RunStore &runs) : m_runs(runs) {}
    /// Forgets the plan before.
    void begin(const QString &run);
    void add(const OperationRow &operation);    ///< which is stored already
    QString hubOf(const LinkKey &remote) const; ///< "" for none
    /// Nothing: the plan links no such record. "": the record is made by the plan and has no id yet.
    std::optional<QString> remoteOf(const QString &integration, const QString &remoteEntity, const QString &hub) const;

private:
    RunStore &m_runs;
    QString m_run;
    QHash<QUuid, QUuid> m_hubs; ///< by the digest of the link's key
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
    std::optional<QString> remote(const QString &remoteEntity, const QString &hubId) const;

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
    QHash<QString, QString> m_hubs;    ///< "entity/remote id" -> hub id
    QHash<QString, QString> m_remotes; ///< "entity/hub id" -> remote id; "" before a create
};

} // namespace syncline::core
