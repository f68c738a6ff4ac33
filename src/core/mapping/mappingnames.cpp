#include "core/mapping/mappingfile.h"

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

/// The value of an enumeration that has this name, of all that there are.
template<class Enum, std::size_t count>
std::optional<Enum> fromName(const QString &name, const Enum (&all)[count], QString (*nameOf)(Enum))
{
    for (const Enum one : all) {
        if (nameOf(one) == name)
            return one;
    }
    return std::nullopt;
}

constexpr Direction directions[] = {Direction::Both, Direction::Push, Direction::Pull};
constexpr ConflictPolicy conflictPolicies[] = {ConflictPolicy::Manual, ConflictPolicy::LastWriteWins,
                                               ConflictPolicy::FieldMerge, ConflictPolicy::PrimaryWins,
                                               ConflictPolicy::SecondaryWins};
constexpr DeletePolicy deletePolicies[] = {DeletePolicy::Ask, DeletePolicy::Ignore, DeletePolicy::Unlink,
                                           DeletePolicy::Archive, DeletePolicy::Propagate};

} // namespace

QString directionName(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return u"both"_s;
    case Direction::Push:
        return u"push"_s;
    case Direction::Pull:
        return u"pull"_s;
    }
    return {};
}

std::optional<Direction> directionFromName(const QString &name)
{
    return fromName(name, directions, directionName);
}

QString conflictPolicyName(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::Manual:
        return u"manual"_s;
    case ConflictPolicy::LastWriteWins:
        return u"last_write_wins"_s;
    case ConflictPolicy::FieldMerge:
        return u"field_merge"_s;
    case ConflictPolicy::PrimaryWins:
        return u"primary_wins"_s;
    case ConflictPolicy::SecondaryWins:
        return u"secondary_wins"_s;
    }
    return {};
}

std::optional<ConflictPolicy> conflictPolicyFromName(const QString &name)
{
    return fromName(name, conflictPolicies, conflictPolicyName);
}

QString deletePolicyName(DeletePolicy policy)
{
    switch (policy) {
    case DeletePolicy::Ask:
        return u"ask"_s;
    case DeletePolicy::Ignore:
        return u"ignore"_s;
    case DeletePolicy::Unlink:
        return u"unlink"_s;
    case DeletePolicy::Archive:
        return u"archive"_s;
    case DeletePolicy::Propagate:
        return u"propagate"_s;
    }
    return {};
}

std::optional<DeletePolicy> deletePolicyFromName(const QString &name)
{
    return fromName(name, deletePolicies, deletePolicyName);
}

std::optional<Direction> narrower(Direction a, Direction b)
{
    if (a == Direction::Both)
        return b;
    if (b == Direction::Both || a == b)
        return a;
    return std::nullopt;
}

} // namespace syncline::core
