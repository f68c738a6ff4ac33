#pragma once

#include "core/engine/operationdocument.h"
#include "core/engine/reader.h"

namespace syncline::core {

/// Brings what an answered write did into the workspace, and finds out about writes whose answer was lost.
/// Runs on the run's thread; asks the CRMs itself only in settleUnknown().
class Settler
{
public:
    Settler(Stores &stores, const Catalog &catalog, const Clock &clock, Reader &reader)
        : m_stores(stores)
        , m_catalog(catalog)
        , m_clock(clock)
        , m_reader(reader)
    {
    }

    /// The answer to an update or a create, which showed `there` (S-4). Saves link and operation; the caller removes the
    /// intent.
    Result<void> settleAnswer(const EntityContext &context, OperationRow &operation, RemoteWrite &write,
                              const connectors::WriteOutcome &outcome, const ShownRecord &there);
    Result<void> settleDelete(const EntityContext &context, OperationRow &operation);
    /// S-23: fields that the CRM would not take, with its words.
    Result<void> settleRefusal(const EntityContext &context, const OperationRow &operation, const RemoteWrite &write,
                               const QStringList &remoteFields, const Error &error);

    struct Unknowns
    {
        int settled = 0;
        int open = 0;                      ///< still unknown
        std::chrono::milliseconds wait{0}; ///< until the last of them can be told; 0: nothing to wait for
    };
    /// Intents whose outcome nobody knows: asks the CRM (S-20, S-21). Before anything is written again.
    Result<Unknowns> settleUnknown(const QMap<QString, EntityContext> &contexts, std::stop_token stop);

private:
    struct Open;
    static LinkRow newLink(const OperationRow &operation, const Binding &binding, const QString &remoteId);
    static std::optional<Seconds> modified(const connectors::RemoteRecord &record, std::optional<Seconds> otherwise);
    Result<void> settleOpenUpdates(Open &open);
    Result<void> settleOpenCreates(Open &open);
    Result<QList<connectors::RemoteRecord>> candidatesOf(const Open &open, int index,
                                                         const QList<connectors::RemoteRecord> &found);
    Result<void> settleOpenCreate(Open &open, int index, const QMap<int, QList<connectors::RemoteRecord>> &candidates);
    static void searchTokens(const Open &open, QList<connectors::RemoteRecord> &found);
    static bool isInDoubt(const Open &open, int index, const QMap<int, QList<connectors::RemoteRecord>> &candidates);
    Result<void> settleOwnIds(Open &open);
    Result<void> adoptCreated(Open &open, int index, const connectors::RemoteRecord &record);
    Result<void> giveUp(Open &open, int index);
    Result<void> nameCreated(const OperationRow &operation, const RemoteWrite &write);
    Result<void> closeUpdate(Open &open, int index, const connectors::LookUp &look);
    Result<bool> mayHaveArrived(Open &open);
    std::chrono::milliseconds lingering(const Account &account) const;

    Stores &m_stores;
    const Catalog &m_catalog;
    const Clock &m_clock;
    Reader &m_reader;
};

} // namespace syncline::core
