#pragma once

#include "core/engine/parts.h"

namespace syncline::core {

/// Keeps what the parts of a plan are made from, so that the plan can be made again (Replay). Costs a run one copy of
/// each row inside the database; the rows are not read for it (docs/adr/0009).
class PlanJournal
{
public:
    /// What is kept in one workspace; of a run that looks at more, nothing can be replayed.
    static constexpr int mostRecords = 100'000;
    static constexpr Seconds keptFor = 30 * 86'400;

    PlanJournal(Stores &stores, const Catalog &catalog, QString run);
    /// Called in the transaction that stores the part's plan, before that changes a row.
    Result<void> keep(const Part &part, const EntityContext &context, Seconds now);

private:
    Result<QString> keepSetup(const EntityContext &context);

    Stores &m_stores;
    const Catalog &m_catalog;
    QString m_run;
    QMap<QString, QString> m_setups; ///< hub entity -> hash of what is set up for it
    int m_records = 0;
};

/// What a plan of an entity depends on besides records: integrations with their fields and mappings, and the policies.
Result<QJsonObject> setupDocument(Stores &stores, const Catalog &catalog, const EntityContext &context);
/// Lays it out in an empty workspace.
Result<void> restoreSetup(Stores &stores, const QJsonObject &setup);
struct AccountState ///< of an integration when it was planned
{
    bool isConnected = false; ///< it had a connector
    bool isPaused = false;    ///< it took no part
};
QMap<QString, AccountState> accountStates(const QJsonObject &setup); ///< by integration id

} // namespace syncline::core
