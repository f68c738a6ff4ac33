#pragma once

#include "core/sync/types.h"

namespace syncline::core {

/// Everything that one run would do, operation by operation, with a reason for each. Pure: no I/O, no clock.
/// The same snapshot gives the same plan, to the order of its operations.
Plan plan(const Snapshot &snapshot);

/// The sentences that stop a run, from counts summed over the parts of a workspace (S-29).
QStringList guardSentences(const Policies &policies, int liveLinks, int removed, int cleared, int touchedLinks);

/// S-17: "strong", "weak", or "" where nothing proves that the record is gone.
QString permit(const Link &link);
bool isGone(const Link &link);

/// What a person sees who releases a delete (S-18).
Sight sightOf(const Snapshot &snapshot, const HubRecord &record, const QList<Link> &links);
/// Nothing stands there now that the person did not see.
bool covers(const std::optional<Sight> &seen, const Sight &sight);

/// The match key of hub values, canonical; "" for none.
QString keyOf(const Policies &policies, const Value &keyValue);

} // namespace syncline::core
