#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

namespace syncline::core {

/// Questions over many rows at once, for those who look at a workspace: what is in sync, what a plan holds.
/// Belongs to the thread of its Database.
class OverviewStore
{
public:
    explicit OverviewStore(Database &database) : m_db(database) {}

    struct HubCount
    {
        QString entity;
        HubState state = HubState::Live;
        bool linked = false, waits = false;
        int count = 0;
    };
    Result<QList<HubCount>> hubs(); ///< without the deleted ones

    struct StrangerCount
    {
        QString entity, integration, leftOut, grave; ///< grave: why it must not come in; "" where it may
        bool waits = false;
        int count = 0;
    };
    Result<QList<StrangerCount>> strangers();

    /// A record that failed when it was last looked at. It stands in one of the counts above.
    struct Failing
    {
        QString integration, entity, record, reason, hubId; ///< hubId: "" for a record without a link
        HubState state = HubState::Live;
        bool linked = false, waits = false;
        QString leftOut, grave;
    };
    Result<QList<Failing>> failing();

    struct WaitingCount
    {
        QString kind, code; ///< of review_items
        bool remote = false;
        int count = 0;
    };
    Result<QList<WaitingCount>> waiting();

    struct ReasonCount
    {
        QString integration, entity;
        Status status = Status::Equal;
        QString reason;
        int count = 0;
    };
    Result<QList<ReasonCount>> reasons(const QString &run); ///< most frequent first

    Result<QList<OperationRow>> latestOperations(const QString &run, int limit);

    /// One planned operation; names and values are read for those that are looked at.
    struct Planned
    {
        int seq = 0;
        Phase phase = Phase::Remote;
        QString integration, entity, kind, hubId, outcome;
        bool moved = false; ///< its hub record is not as it was planned on
    };
    Result<QList<Planned>> plan(const QString &run);
    Result<QList<int>> search(const QString &run, const QString &text); ///< sequence numbers
    /// Takes all of one hub record out of a stored plan into another run: operations and ledger.
    Result<void> moveRecord(const QString &run, const QString &hubId, const QString &toRun);

    struct RunTotals ///< of the syncs that came to their end and were no previews
    {
        int runs = 0, successes = 0;
        Millis duration = 0; ///< of all together
    };
    Result<RunTotals> runTotals();

    struct Fate ///< what an undo does about one write of the run that it takes back
    {
        int id = 0;                                   ///< its number in the undoing run
        QString outcome, entity, hubId, system, kind; ///< outcome: reversed, kept, not_possible; system: its name
    };
    Result<QList<Fate>> fates(const QString &undoRun);
    Result<std::optional<QJsonObject>> fate(const QString &undoRun, int id);
    Result<QList<int>> searchFates(const QString &undoRun, const QString &text); ///< ids

private:
    Database &m_db;
};

} // namespace syncline::core
