#pragma once

#include "core/sync/types.h"

/// Groups (S-36): the hub's value has every part, a side's only those that it maps, a write only those that change.
/// A part that one of two values lacks is blank where both should know it, and unknown where it was not delivered.
/// Values of other kinds pass through unchanged. Private to core/sync.
namespace syncline::core {

/// `under` with the readable parts of `over` laid over it; other kinds: `over`.
Value overlaid(FieldType kind, const Value &under, const Value &over);
/// The parts of `value` that `like` has as well.
Value partsLike(const Value &value, const Value &like);
/// `value` with a blank for each part of `like` that it lacks.
Value filledLike(const Value &value, const Value &like);
/// The parts that a map reads: push-only parts never claim.
Value readParts(const FieldMap &map, const Value &remote);
/// At first sight a blank part says nothing, on either side (S-7).
Value withoutBlankParts(const Value &value);

/// As same(), but a part that one of them lacks counts as blank.
bool sameWhole(FieldType kind, const Value &a, const Value &b);
/// Is this the hub value of the base, in the parts that the map has?
bool holdsHub(FieldType kind, const FieldMap &map, const Half &base, const Value &hub);
/// Is this the remote value of the base? Parts that are not delivered now say nothing.
bool holdsRemote(FieldType kind, const Half &base, const Value &remote);

} // namespace syncline::core
