#include "core/sync/merger.h"

#include "core/sync/choice.h"
#include "core/sync/groups.h"
#include "core/sync/sets.h"
#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int swingLimit = 2;
constexpr Seconds swingWindow = 86'400;
constexpr int trailLength = 8;

bool isWinnerPolicy(ConflictPolicy policy)
{
    return policy == ConflictPolicy::PrimaryWins || policy == ConflictPolicy::SecondaryWins;
}

/// S-5: the changed remotes, and the hub's value unless one of them was made in sight of it.
QList<Voice> contenders(FieldType kind, const HubField &hub, const QList<const Side *> &sides, const Snapshot &snapshot)
{
    QList<Voice> voices;
    bool seen = false;
    bool allAdd = true;
    for (const Side *side : sides) {
        if (!side->claim)
            continue;
        Voice voice = voiceOf(*side);
        const bool first = side->baseRemote.never;
        const Value read = readParts(*side->map, side->remote);
        voice.value = overlaid(kind, hub.value, first ? withoutBlankParts(read) : read);
        voices.append(voice);
        // What a first meeting adds to a group takes nothing from the hub; another side that contradicts it does.
        const bool adds = kind == FieldType::Group && first
            && same(kind, withoutBlankParts(hub.value), withoutBlankParts(read));
        seen = seen || side->saw;
        allAdd = allAdd && adds;
    }
    if (!voices.isEmpty() && !seen && !allAdd) {
        const auto system = snapshot.systems.constFind(hub.author);
        voices.append({hub.author.isEmpty() ? personAuthor : hub.author, hub.value, hub.at, hub.fieldAt,
                       system == snapshot.systems.cend() ? 1 : system->resolution, nullptr});
    }
    return voices;
}

/// S-26: the same source has put the same value here twice within a day.
bool swings(FieldType kind, const HubField &hub, const Voice &voice, Seconds now)
{
    const QString value = canonicalText(kind, voice.value);
    return std::ranges::count_if(hub.trail,
                                 [&](const TrailStep &step) {
                                     return step.author == voice.author && step.canonical == value
                                         && now - step.at < swingWindow;
                                 })
        >= swingLimit;
}

/// S-24: the stricter wins by itself; leaving "refused" is for a person.
Decision mergeConsent(const HubField &hub, const QList<Side> &sides, const Snapshot &snapshot)
{
    QList<const Side *> loosened, rest;
    for (const Side &side : sides) {
        const bool loosens = side.claim && side.saw && !side.baseRemote.never && strictness(side.baseRemote.value) == 2;
        (loosens ? loosened : rest).append(&side);
    }
    const auto voices = contenders(FieldType::Consent, hub, rest, snapshot);
    Decision decision{hub.value, {}, false, {}, true, {}};
    if (strictness(hub.value) != 2 && !voices.isEmpty()) {
        int top = 0;
        for (const Voice &voice : voices)
            top = std::max(top, strictness(voice.value));
        QList<Voice> strict;
        for (const Voice &voice : voices) {
            if (strictness(voice.value) == top)
                strict.append(voice);
        }
        const Voice winner = *lowest(strict, snapshot.policies);
        decision.value = winner.value;
        if (winner.side)
            decision.voice = winner;
        decision.hubLost = std::ranges::any_of(voices, [](const Voice &v) { return !v.side; });
    }
    if (!loosened.isEmpty()) {
        decision.cause = ConflictCause::ConsentLoosened;
        decision.freezesAll = false;
        decision.frozen = loosened;
    }
    return decision;
}

bool isPutBack(FieldType kind, const QList<Side> &sides)
{
    return kind != FieldType::Consent && std::ranges::any_of(sides, [&](const Side &side) {
               const auto wrote = side.link->wrote.constFind(side.map->id);
               return side.claim && side.saw && wrote != side.link->wrote.cend() && same(kind, side.remote, *wrote);
           });
}

} // namespace

QString canonicalText(FieldType kind, const Value &value)
{
    return canonical(kind, value).value_or(QString());
}

bool shows(FieldType kind, const FieldMap &map, const Value &remote, const Value &value)
{
    return same(kind, remote, value) || (map.predict && same(kind, remote, map.predict(value)));
}

Side makeSide(const Link &link, const FieldMap &map, const HubField &hub, FieldType kind, int resolution)
{
    Side side;
    side.link = &link;
    side.map = &map;
    side.resolution = resolution;
    if (const auto base = link.base.constFind(map.id); base != link.base.cend() && base->map == map.id) { // S-22
        side.baseHub = base->hub;
        side.baseRemote = base->remote;
    }
    side.remote = link.shadow.value(map.id);
    side.readable = side.remote.isReadable();
    const bool first = side.baseRemote.never;
    const bool hubBlank = !hub.value.isReadable() || hub.value.isBlank();
    side.saw = holdsHub(kind, map, side.baseHub, hub.value) || (first && hubBlank);
    if (!side.readable || map.direction == Direction::Push)
        return side;
    const Value read = readParts(map, side.remote);
    const Value said = first ? withoutBlankParts(read) : read;
    const bool changed = first ? !said.isBlank() : !holdsRemote(kind, side.baseRemote, said); // S-7
    side.claim = changed && !shows(kind, map, said, filledLike(hub.value, said));
    return side;
}

namespace {

/// First meetings of a group that contradict nobody unite: what one lacks the other fills.
void unite(const HubField &hub, QList<Voice> &voices)
{
    Value united = hub.value;
    for (const Voice &voice : std::as_const(voices)) {
        if (!voice.side || !voice.side->baseRemote.never)
            return;
        const Value said = partsLike(voice.value, withoutBlankParts(readParts(*voice.side->map, voice.side->remote)));
        if (!united.isBlank() && !same(FieldType::Group, withoutBlankParts(united), said))
            return;
        united = overlaid(FieldType::Group, united, said);
    }
    for (Voice &voice : voices)
        voice.value = united;
}

/// What a side shows is no other value than the one it would make of another side's: "Germany" in a CRM that knows
/// countries in English, beside "Deutschland". Then the other's counts for both.
Value asOthersHaveIt(FieldType kind, const Voice &voice, const QList<Voice> &voices, const Policies &policies)
{
    Value value = voice.value;
    if (!voice.side || !voice.side->map->predict)
        return value;
    for (const Voice &other : voices) {
        if (!other.side || other.side == voice.side || sameWhole(kind, other.value, value))
            continue;
        const Value made = voice.side->map->predict(other.value);
        if (kind != FieldType::Group) {
            if (same(kind, made, value))
                return other.value;
            continue;
        }
        Value::Parts parts = value.parts();
        const auto theirs = other.value.parts();
        for (auto it = theirs.begin(); it != theirs.end(); ++it) {
            const FieldType part = policies.kinds.value(it.key(), FieldType::Text);
            if (parts.contains(it.key()) && !it->isBlank() && same(part, made.part(it.key()), parts.value(it.key())))
                parts.insert(it.key(), *it);
        }
        value = Value::group(parts);
    }
    return value;
}

/// S-42: what is only read from a side and changed there stands against an edit in the workspace.
bool overrulesHub(const Side &side)
{
    return side.claim && side.map->direction == Direction::Pull && side.map->enforce;
}

/// One value becomes the hub's; of several the policy chooses, or a person.
Decision mergeContenders(FieldType kind, const HubField &hub, const QList<Side> &sides, ConflictPolicy policy,
                         const Snapshot &snapshot)
{
    QList<const Side *> all;
    for (const Side &side : sides)
        all.append(&side);
    QList<Voice> voices = contenders(kind, hub, all, snapshot);
    const bool overruled = hub.author == personAuthor && std::ranges::any_of(sides, overrulesHub)
        && voices.removeIf([](const Voice &voice) { return !voice.side; }) > 0;
    for (Voice &voice : voices)
        voice.value = asOthersHaveIt(kind, voice, voices, snapshot.policies);
    if (kind == FieldType::Group)
        unite(hub, voices);
    const auto agrees = [&](const Voice &voice) { return sameWhole(kind, voice.value, voices.first().value); };
    auto winner = std::ranges::all_of(voices, agrees) ? std::optional(*lowest(voices, snapshot.policies))
                                                      : choose(kind, voices, policy, snapshot.policies);
    Decision decision{hub.value, {}, false, {}, true, {}};
    if (!winner) {
        decision.cause = conflictOf(sides);
        return decision;
    }
    winner->value = keepingForeign(kind, hub.value, *winner);
    decision.value = winner->value;
    if (winner->side)
        decision.voice = winner;
    decision.hubLost = overruled || std::ranges::any_of(voices, [](const Voice &voice) { return !voice.side; });
    return decision;
}

/// S-42: the value that a side from which the field is only read holds against a person's edit in the workspace.
std::optional<Voice> heldAgainst(FieldType kind, const HubField &hub, const QList<Side> &sides)
{
    std::optional<Voice> found;
    if (hub.author != personAuthor || kind == FieldType::Consent || isSetKind(kind))
        return found;
    for (const Side &side : sides) {
        const bool agreedBefore = !side.baseHub.never && holdsRemote(kind, side.baseRemote, side.remote);
        if (side.map->direction != Direction::Pull || !side.map->enforce || !side.readable || side.saw || !agreedBefore
            || shows(kind, *side.map, side.remote, hub.value))
            continue;
        Voice voice = voiceOf(side);
        voice.value = overlaid(kind, hub.value, side.remote);
        if (found && !sameWhole(kind, found->value, voice.value))
            return std::nullopt;
        if (!found)
            found = voice;
    }
    return found;
}

} // namespace

Decision mergeField(FieldType kind, const HubField &hub, const QList<Side> &sides, ConflictPolicy policy,
                    const Snapshot &snapshot)
{
    Decision decision{hub.value, {}, false, {}, true, {}};
    if (isPutBack(kind, sides)) { // S-25
        decision.cause = ConflictCause::PutBack;
        return decision;
    }
    if (kind == FieldType::Consent) {
        decision = mergeConsent(hub, sides, snapshot);
    } else if (std::ranges::none_of(sides, &Side::claim)) {
        decision.voice = heldAgainst(kind, hub, sides);
        if (decision.voice) {
            decision.value = decision.voice->value;
            decision.hubLost = true;
        }
        return decision;
    } else if (isSetKind(kind) && !isWinnerPolicy(policy)) {
        decision = mergeSet(kind, hub, sides, policy, snapshot);
    } else {
        decision = mergeContenders(kind, hub, sides, policy, snapshot);
    }
    if (decision.voice && decision.voice->author != personAuthor && swings(kind, hub, *decision.voice, snapshot.now))
        return {hub.value, {}, false, ConflictCause::Swings, true, {}};
    return decision;
}

Value pushTarget(FieldType kind, const Side &side, const Value &value)
{
    if (kind == FieldType::Group && !side.map->parts.isEmpty()) { // a blank group is one with every part blank
        Value::Parts parts;
        for (const FieldMapPart &part : side.map->parts) {
            const Value wanted = value.part(part.key);
            if (part.direction != Direction::Pull)
                parts.insert(part.key, wanted.isReadable() ? wanted : Value::null());
        }
        return Value::group(parts);
    }
    return isSetKind(kind) ? setTarget(kind, side, value) : value;
}

HubField nextField(FieldType kind, const HubField &before, const Voice &voice, Seconds now)
{
    HubField next{voice.value, voice.author, voice.at, voice.fieldAt, before.trail};
    while (next.trail.size() >= trailLength)
        next.trail.removeFirst();
    next.trail.append({voice.author, canonicalText(kind, voice.value), now});
    return next;
}

} // namespace syncline::core
