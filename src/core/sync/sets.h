#pragma once

#include "core/sync/merger.h"

/// Sets, lists and references merge by their members, never as a whole (S-11, S-35, S-37). Private to core/sync.
namespace syncline::core {

bool isSetKind(FieldType kind);
/// Each side's additions and removals against its own base; an addition beats a removal.
Decision mergeSet(FieldType kind, const HubField &hub, const QList<Side> &sides, ConflictPolicy policy,
                  const Snapshot &snapshot);
/// A value that replaces the hub's takes none of the members that its side has no say about.
Value keepingForeign(FieldType kind, const Value &hub, const Voice &voice);
/// What the side should hold: its own with our changes.
Value setTarget(FieldType kind, const Side &side, const Value &value);

} // namespace syncline::core
