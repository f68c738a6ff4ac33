#pragma once

#include "core/sync/types.h"

/// Merging one hub field over all its links at once (S-5 to S-11, S-24 to S-26). Private to core/sync.
namespace syncline::core {

struct Side ///< one live link that maps the field
{
    const Link *link = nullptr;
    const FieldMap *map = nullptr;
    Half baseHub, baseRemote;
    Value remote;
    bool readable = false;
    bool saw = false;   ///< it has met the hub's present value
    bool claim = false; ///< it changed since its base, to something else than the hub's value
    int resolution = 1;
};

struct Voice ///< a value that somebody stands for
{
    QString author;
    Value value;
    std::optional<Seconds> at, fieldAt;
    int resolution = 1;
    const Side *side = nullptr; ///< null: the hub's own
};

struct Decision
{
    Value value;
    std::optional<Voice> voice; ///< whose value replaces the hub's; none: the hub's stands
    bool hubLost = false;       ///< the hub's value was a contender and lost
    std::optional<ConflictCause> cause;
    bool freezesAll = true; ///< with a cause: all sides; else only `frozen`
    QList<const Side *> frozen;
};

Side makeSide(const Link &link, const FieldMap &map, const HubField &hub, FieldType kind, int resolution);
Decision mergeField(FieldType kind, const HubField &hub, const QList<Side> &sides, ConflictPolicy policy,
                    const Snapshot &snapshot);

/// What a side should hold for the hub to hold `value`: sets are the side's own with our changes (S-11), groups
/// only the parts that the side maps and that differ.
Value pushTarget(FieldType kind, const Side &side, const Value &value);
/// Does the side already show `value`, or what a write of it would leave there?
bool shows(FieldType kind, const FieldMap &map, const Value &remote, const Value &value);
HubField nextField(FieldType kind, const HubField &before, const Voice &voice, Seconds now);
QString canonicalText(FieldType kind, const Value &value); ///< "" for blank

} // namespace syncline::core
