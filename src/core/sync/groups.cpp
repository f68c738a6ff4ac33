#include "core/sync/groups.h"

#include "foundation/canonical.h"

#include <algorithm>

namespace syncline::core {

namespace {

Value mappedParts(const FieldMap &map, const Value &value)
{
    if (!value.isGroup() || map.parts.isEmpty())
        return value;
    Value::Parts parts = value.parts();
    parts.removeIf([&](const auto &part) {
        return std::ranges::find(map.parts, part.key(), &FieldMapPart::key) == map.parts.end();
    });
    return Value::group(parts);
}

} // namespace

Value overlaid(FieldType kind, const Value &under, const Value &over)
{
    if (kind != FieldType::Group || !over.isGroup())
        return over;
    Value::Parts all = under.parts();
    const auto parts = over.parts();
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        if (it->isReadable())
            all.insert(it.key(), *it);
    }
    return Value::group(all);
}

Value partsLike(const Value &value, const Value &like)
{
    if (!value.isGroup() || !like.isGroup())
        return value;
    Value::Parts parts = value.parts();
    const auto wanted = like.parts();
    parts.removeIf([&](const auto &part) { return !wanted.contains(part.key()); });
    return Value::group(parts);
}

Value filledLike(const Value &value, const Value &like)
{
    if (!value.isGroup() || !like.isGroup())
        return value;
    Value::Parts parts = value.parts();
    const auto wanted = like.parts();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!value.part(it.key()).isReadable())
            parts.insert(it.key(), Value::null());
    }
    return Value::group(parts);
}

Value readParts(const FieldMap &map, const Value &remote)
{
    if (!remote.isGroup())
        return remote;
    Value::Parts parts = remote.parts();
    for (const FieldMapPart &part : map.parts) {
        if (part.direction == Direction::Push)
            parts.remove(part.key);
    }
    return Value::group(parts);
}

Value withoutBlankParts(const Value &value)
{
    if (!value.isGroup())
        return value;
    Value::Parts parts = value.parts();
    parts.removeIf([](const auto &part) { return part.value().isBlank(); });
    return Value::group(parts);
}

bool sameWhole(FieldType kind, const Value &a, const Value &b)
{
    return same(kind, filledLike(a, b), filledLike(b, a));
}

bool holdsHub(FieldType kind, const FieldMap &map, const Half &base, const Value &hub)
{
    return !base.never && sameWhole(kind, mappedParts(map, base.value), mappedParts(map, hub));
}

bool holdsRemote(FieldType kind, const Half &base, const Value &remote)
{
    return !base.never && same(kind, filledLike(base.value, remote), remote);
}

} // namespace syncline::core
