#pragma once

#include "core/engine/catalog.h"

namespace syncline::core {

/// What planning a run again came to.
struct Replayed
{
    QString run;
    QString plannedHash, replayedHash;
    QString plannedWith; ///< the version of the program that planned it; "" where nothing was planned
    int operations = 0;  ///< as planned again
    /// The first that differ: {"place", "planned", "replayed"}, each an operation as in a report, or null for none.
    QJsonArray differences;

    bool isSame() const { return plannedHash == replayedHash; }
};

/// Makes the plan of a run again from what was kept of its inputs, in a workspace of its own that is thrown away.
/// Nothing is asked of a CRM, and the workspace is only read. Belongs to the thread of the stores.
class Replay
{
public:
    /// `offline` makes connectors that need no secrets; they are never asked anything.
    Replay(Stores &stores, const HubSchema &schema, ConnectorFactory offline, const Clock &clock, EffectGate &gate);
    /// Error kind Usage: there is no such run, it planned nothing of its own, or its inputs are not kept any more.
    Result<Replayed> run(const QString &id);

private:
    Stores &m_stores;
    const HubSchema &m_schema;
    ConnectorFactory m_offline;
    const Clock &m_clock;
    EffectGate &m_gate;
};

} // namespace syncline::core
