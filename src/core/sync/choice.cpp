#include "core/sync/choice.h"

#include "core/sync/groups.h"
#include "foundation/canonical.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// The primary integration, in whichever of its entities (S-40).
bool isPrimary(const QString &author, const Policies &policies)
{
    return !policies.primary.isEmpty() && (author == policies.primary || author.startsWith(policies.primary + u'/'));
}

/// The fixed total order that breaks ties: primary, person, integrations as listed, then the value.
std::tuple<int, QString> rank(const Voice &voice, const Policies &policies)
{
    int place = 0;
    if (!isPrimary(voice.author, policies)) {
        const auto listed = policies.order.indexOf(voice.author);
        place = voice.author == personAuthor ? 1 : 2 + int(listed < 0 ? policies.order.size() : listed);
    }
    const QString shown = voice.value.isNull() ? u"None"_s
        : voice.value.isText()                 ? u"'"_s + voice.value.text() + u"'"_s
                                               : voice.value.members().join(u"', '"_s);
    return {place, shown};
}

} // namespace

Voice voiceOf(const Side &side)
{
    std::optional<Seconds> fieldAt;
    if (const auto it = side.link->times.constFind(side.map->id); it != side.link->times.cend())
        fieldAt = *it;
    return {side.link->system, side.remote, side.link->mtime, fieldAt, side.resolution, &side};
}

const Voice *lowest(const QList<Voice> &voices, const Policies &policies)
{
    const Voice *best = nullptr;
    for (const Voice &voice : voices) {
        if (!best || rank(voice, policies) < rank(*best, policies))
            best = &voice;
    }
    return best;
}

namespace {

/// S-9: ties are measured against the newest, so that three voices cannot go round in a circle.
std::optional<Voice> newest(const QList<Voice> &voices, const Policies &policies, bool byField)
{
    if (byField && std::ranges::any_of(voices, [](const Voice &v) { return !v.fieldAt; }))
        byField = false;
    const auto time = [&](const Voice &v) { return byField ? v.fieldAt : v.at; };
    if (std::ranges::any_of(voices, [&](const Voice &v) { return !time(v); }))
        return std::nullopt;
    const Voice *top = &voices.first();
    for (const Voice &voice : voices) {
        if (*time(voice) > *time(*top))
            top = &voice;
    }
    QList<Voice> tied;
    for (const Voice &voice : voices) {
        if (*time(*top) - *time(voice) <= policies.tolerance + std::max(voice.resolution, top->resolution) - 1)
            tied.append(voice);
    }
    return *lowest(tied, policies);
}

/// S-10: by author; what the policy does not cover is a conflict.
std::optional<Voice> byAuthor(FieldType kind, const QList<Voice> &voices, bool primary, const Policies &policies)
{
    QList<Voice> best;
    for (const Voice &voice : voices) {
        if (voice.author != personAuthor && isPrimary(voice.author, policies) == primary)
            best.append(voice);
    }
    if (best.isEmpty()
        || !std::ranges::all_of(best, [&](const Voice &v) { return sameWhole(kind, v.value, best.first().value); }))
        return std::nullopt;
    return *lowest(best, policies);
}

} // namespace

std::optional<Voice> choose(FieldType kind, const QList<Voice> &voices, ConflictPolicy policy, const Policies &policies)
{
    switch (policy) {
    case ConflictPolicy::Manual:
        return std::nullopt;
    case ConflictPolicy::LastWriteWins:
        return newest(voices, policies, false);
    case ConflictPolicy::FieldMerge:
        return newest(voices, policies, true);
    case ConflictPolicy::PrimaryWins:
        return byAuthor(kind, voices, true, policies);
    case ConflictPolicy::SecondaryWins:
        return byAuthor(kind, voices, false, policies);
    }
    return std::nullopt;
}

ConflictCause conflictOf(const QList<Side> &sides)
{
    const bool first = std::ranges::any_of(sides, [](const Side &side) { return side.claim && side.baseRemote.never; });
    return first ? ConflictCause::FirstMeeting : ConflictCause::SeveralSides;
}

} // namespace syncline::core
