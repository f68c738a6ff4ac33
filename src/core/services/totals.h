#pragma once

#include "core/services/dashboard.h"
#include "core/workspace/overviewstore.h"

namespace syncline::core {

/// Counts every record once, the worst first: failing, waiting, left out, in sync. Pure. `names`: of integrations by id.
Totals totalsOf(const QList<OverviewStore::HubCount> &hubs, const QList<OverviewStore::StrangerCount> &strangers,
                const QList<OverviewStore::Failing> &failing, const QMap<QString, QString> &names);
Waiting waitingOf(const QList<OverviewStore::WaitingCount> &counts);

} // namespace syncline::core
