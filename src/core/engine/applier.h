#pragma once

#include "core/engine/progress.h"
#include "core/engine/remotebatch.h"
#include "core/engine/settler.h"
#include "core/engine/workers.h"

#include <stop_token>

namespace syncline::core {

/// Step 6 and 7 of a run: carries a stored plan out. Local operations of one hub record are one transaction, valid only
/// while the record is as planned; each remote write has its intent before and its settling after (S-6). Runs on the
/// run's thread; connectors are called on the workers'.
class Applier
{
public:
    Applier(Stores &stores, const Catalog &catalog, const Clock &clock, Settler &settler, Reader &reader,
            Workers &workers, const QMap<QString, EntityContext> &contexts, const QString &run, const QString &claim,
            const ProgressSink &progress)
        : m_stores(stores)
        , m_catalog(catalog)
        , m_clock(clock)
        , m_settler(settler)
        , m_reader(reader)
        , m_workers(workers)
        , m_contexts(contexts)
        , m_run(run)
        , m_claim(claim)
        , m_progress(progress)
    {
    }

    Result<void> applyLocal(const QString &entity, std::stop_token stop);
    Result<void> applyRemote(Phase phase, const QString &entity, std::stop_token stop);
    /// Remote deletes, then the hub records that nothing holds any more; evidence is asked for again (S-18).
    Result<void> applyDeletes(const QString &entity, std::stop_token stop);

private:
    struct Group;
    struct Lane;
    Result<void> applyGroup(const EntityContext &context, const QList<OperationRow> &operations);
    Result<bool> isStillValid(const EntityContext &context, Group &group);
    Result<bool> refersToNobody(const EntityContext &context, const Group &group);
    Result<bool> isThereOrComing(const QString &hubId);
    Result<void> carryOut(const EntityContext &context, Group &group, const OperationRow &operation);
    Result<void> linkStranger(const EntityContext &context, Group &group, const OperationRow &operation);
    Result<void> save(const EntityContext &context, Group &group);
    Result<void> auditLosers(const OperationRow &operation, const QList<Loser> &losers);

    Result<std::shared_ptr<RemoteBatch>> prepare(const EntityContext &context, Lane &lane, Phase phase, int size,
                                                 std::stop_token stop);
    Result<bool> nameReferred(const Binding &binding, const connectors::Connector &connector, OperationRow &operation);
    Result<bool> admit(const EntityContext &context, const Binding &binding, OperationRow &operation);
    Result<void> settle(const EntityContext &context, RemoteBatch &batch);
    Result<void> settleOne(const EntityContext &context, RemoteBatch &batch, int index);
    Result<void> settleUnsent(const EntityContext &context, RemoteBatch &batch, int index);
    Result<void> settleRefusedWrite(const EntityContext &context, RemoteBatch &batch, int index);
    Result<void> barIfLeftOut(const EntityContext &context, const RemoteBatch &batch, int index);
    Result<void> settlePartlyRefused(const EntityContext &context, RemoteBatch &batch, int index);
    Result<void> fail(const EntityContext &context, const OperationRow &operation, Status status,
                      const QString &outcome, const Error &error);
    Result<bool> evidenceStands(const EntityContext &context, const QString &hubId, std::stop_token stop);
    Result<bool> keepsRecord(const EntityContext &context, const QString &hubId);
    Result<void> deleteHub(const EntityContext &context, const OperationRow &operation);

    Stores &m_stores;
    const Catalog &m_catalog;
    const Clock &m_clock;
    Settler &m_settler;
    Reader &m_reader;
    Workers &m_workers;
    const QMap<QString, EntityContext> &m_contexts;
    QString m_run;
    QString m_claim;
    const ProgressSink &m_progress;
    bool m_isSomethingVoid = false; ///< what was planned of some record of this run is not carried out
};

} // namespace syncline::core
