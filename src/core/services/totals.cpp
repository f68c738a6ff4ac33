#include "core/services/totals.h"

#include "core/services/reviewtypes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Totals", text);
}

QString graveText(const QString &grave)
{
    if (grave == "apart"_L1)
        return tr("Kept apart by you");
    if (grave == "merged"_L1 || grave == "replaced"_L1)
        return tr("Merged into another record");
    if (grave == "archived"_L1)
        return tr("Archived");
    if (grave == "excluded"_L1)
        return tr("Unlinked");
    return tr("Deleted elsewhere");
}

/// Reason by reason: (integration, text) -> count.
using Reasons = QMap<QPair<QString, QString>, int>;

QList<Share> sorted(const Reasons &reasons)
{
    QList<Share> list;
    for (auto it = reasons.begin(); it != reasons.end(); ++it) {
        if (*it > 0)
            list.append({{}, it.key().first, it.key().second, *it});
    }
    std::ranges::stable_sort(list, std::greater(), &Share::count);
    return list;
}

QPair<QString, QString> hubReason(HubState state)
{
    return {{}, state == HubState::Archived ? tr("Archived") : tr("In no connected system yet")};
}

QPair<QString, QString> strangerReason(const QString &integration, const QString &leftOut, const QString &grave)
{
    if (!grave.isEmpty())
        return {{}, graveText(grave)};
    if (!leftOut.isEmpty())
        return {integration, leftOut};
    return {{}, tr("New, comes in with the next run")};
}

} // namespace

Totals totalsOf(const QList<OverviewStore::HubCount> &hubs, const QList<OverviewStore::StrangerCount> &strangers,
                const QList<OverviewStore::Failing> &failing, const QMap<QString, QString> &names)
{
    Totals totals;
    QMap<QString, int> inSync;
    Reasons leftOut, failed;
    QSet<QString> kinds;
    const auto countHub = [&](const QString &entity, HubState state, bool linked, bool waits, int count) {
        if (waits)
            totals.waiting += count;
        else if (state == HubState::Live && linked)
            inSync[entity] += count;
        else
            leftOut[hubReason(state)] += count;
    };
    const auto countStranger = [&](const QString &integration, const QString &reason, const QString &grave, bool waits,
                                   int count) {
        if (waits)
            totals.waiting += count;
        else
            leftOut[strangerReason(integration, reason, grave)] += count;
    };
    for (const auto &row : hubs) {
        kinds.insert(row.entity);
        countHub(row.entity, row.state, row.linked, row.waits, row.count);
    }
    for (const auto &row : strangers) {
        kinds.insert(row.entity);
        countStranger(row.integration, row.leftOut, row.grave, row.waits, row.count);
    }
    QSet<QString> counted; // a record may fail in several systems
    for (const auto &row : failing) {
        const QString record = row.hubId.isEmpty() ? row.integration + u'/' + row.entity + u'/' + row.record
                                                   : row.hubId;
        if (counted.contains(record))
            continue;
        counted.insert(record);
        if (row.hubId.isEmpty())
            countStranger(row.integration, row.leftOut, row.grave, row.waits, -1);
        else
            countHub(row.entity, row.state, row.linked, row.waits, -1);
        ++failed[{row.integration, QString(names.value(row.integration, row.integration) + u": " + row.reason)}];
        ++totals.failing;
    }
    for (auto it = inSync.begin(); it != inSync.end(); ++it) {
        totals.inSync += *it;
        if (*it > 0)
            totals.inSyncBy.append({it.key(), {}, {}, *it});
    }
    std::ranges::stable_sort(totals.inSyncBy, std::greater(), &Share::count);
    totals.leftOutWhy = sorted(leftOut);
    totals.failingWhy = sorted(failed);
    for (const Share &share : std::as_const(totals.leftOutWhy))
        totals.leftOut += share.count;
    totals.kinds = int(kinds.size());
    return totals;
}

Waiting waitingOf(const QList<OverviewStore::WaitingCount> &counts)
{
    Waiting waiting;
    for (const auto &row : counts) {
        switch (waitKindOf(row.kind, row.code, row.remote)) {
        case WaitKind::Conflict:
            waiting.conflicts += row.count;
            break;
        case WaitKind::Duplicate:
            waiting.duplicates += row.count;
            break;
        case WaitKind::Delete:
            waiting.deletes += row.count;
            break;
        case WaitKind::Held:
            waiting.held += row.count;
            break;
        case WaitKind::None:
            break;
        }
    }
    return waiting;
}

} // namespace syncline::core
