#include "core/sync/merger.h"

#include "core/sync/groups.h"
#include "foundation/canonical.h"

#include <algorithm>
#include <tuple>

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

bool isSetKind(FieldType kind)
{
    return kind == FieldType::Set || kind == FieldType::List || kind == FieldType::Refs;
}

Voice voiceOf(const Side &side)
{
    std::optional<Seconds> fieldAt;
    if (const auto it = side.link->times.constFind(side.map->id); it != side.link->times.cend())
        fieldAt = *it;
    return {side.link->system, side.remote, side.link->mtime, fieldAt, side.resolution, &side};
}

/// S-5: the changed remotes, and the hub's value unless one of them was made in sight of it.
QList<Voice> contenders(FieldType kind, const HubField &hub, const QList<const Side *> &sides, const Snapshot &snapshot)
{
    QList<Voice> voices;
    bool seen = false;
    for (const Side *side : sides) {
        if (!side->claim)
            continue;
        Voice voice = voiceOf(*side);
        const bool first = side->baseRemote.never;
        const Value read = readParts(*side->map, side->remote);
        voice.value = overlaid(kind, hub.value, first ? withoutBlankParts(read) : read);
        voices.append(voice);
        // What a first meeting adds to a group takes nothing from the hub.
        const bool adds = kind == FieldType::Group && first
            && same(kind, withoutBlankParts(hub.value), withoutBlankParts(read));
        seen = seen || side->saw || adds;
    }
    if (!voices.isEmpty() && !seen) {
        const auto system = snapshot.systems.constFind(hub.author);
        voices.append({hub.author.isEmpty() ? personAuthor : hub.author, hub.value, hub.at, hub.fieldAt,
                       system == snapshot.systems.cend() ? 1 : system->resolution, nullptr});
    }
    return voices;
}

/// The fixed total order that breaks ties: primary, person, integrations as listed, then the value.
std::tuple<int, QString> rank(const Voice &voice, const Policies &policies)
{
    int place = 0;
    if (voice.author != policies.primary || policies.primary.isEmpty()) {
        const auto listed = policies.order.indexOf(voice.author);
        place = voice.author == personAuthor ? 1 : 2 + int(listed < 0 ? policies.order.size() : listed);
    }
    const QString shown = voice.value.isNull() ? u"None"_s
        : voice.value.isText()                 ? u"'"_s + voice.value.text() + u"'"_s
                                               : voice.value.members().join(u"', '"_s);
    return {place, shown};
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
        if (voice.author != personAuthor && (voice.author == policies.primary) == primary)
            best.append(voice);
    }
    if (best.isEmpty()
        || !std::ranges::all_of(best, [&](const Voice &v) { return sameWhole(kind, v.value, best.first().value); }))
        return std::nullopt;
    return *lowest(best, policies);
}

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

QSet<QString> asSet(const Value &value)
{
    const QStringList members = value.members();
    return {members.begin(), members.end()};
}

QSet<QString> asSet(const Half &half)
{
    return half.never ? QSet<QString>() : asSet(half.value);
}

QString primaryOf(const Value &value)
{
    const auto items = value.items();
    const auto it = std::ranges::find_if(items, &ListItem::primary);
    return it == items.end() ? QString() : it->value;
}

/// A value of the kind with these members; lists keep the labels that any of the sources knows.
Value fromSet(FieldType kind, const QSet<QString> &members, const QList<Value> &sources, const QString &primary)
{
    if (kind == FieldType::Set)
        return Value::set(QStringList(members.begin(), members.end()));
    QStringList sorted(members.begin(), members.end());
    std::ranges::sort(sorted);
    Value::Items items;
    for (const QString &member : sorted) {
        QString label;
        for (const Value &source : sources) {
            const auto known = source.items();
            const auto it = std::ranges::find(known, member, &ListItem::value);
            if (it != known.end() && label.isEmpty())
                label = it->label;
        }
        items.append({member, label, member == primary});
    }
    return Value::list(items);
}

bool mayRemove(const FieldMap &map, const QString &member)
{
    return map.tagNamespace.isEmpty() || member.startsWith(map.tagNamespace);
}

QSet<QString> foreignTo(const FieldMap &map, QSet<QString> members)
{
    members.removeIf([&](const QString &member) { return mayRemove(map, member); });
    return members;
}

/// S-37: a value that replaces the hub's takes none of the members that its side has no say about.
Value keepingForeign(FieldType kind, const Value &hub, const Voice &voice)
{
    if (!isSetKind(kind) || !voice.side || voice.side->map->tagNamespace.isEmpty())
        return voice.value;
    const auto members = asSet(voice.value) | foreignTo(*voice.side->map, asSet(hub));
    return fromSet(kind, members, {voice.value, hub}, primaryOf(voice.value));
}

ConflictCause conflictOf(const QList<Side> &sides)
{
    const bool first = std::ranges::any_of(sides, [](const Side &side) { return side.claim && side.baseRemote.never; });
    return first ? ConflictCause::FirstMeeting : ConflictCause::SeveralSides;
}

/// S-35: a change of primary is one edit. Nothing: several, and no policy decides.
std::optional<QString> mergePrimary(const HubField &hub, const QList<Side> &sides, ConflictPolicy policy,
                                    const Policies &policies)
{
    const QString present = primaryOf(hub.value);
    QList<Voice> voices;
    bool seen = present.isEmpty();
    for (const Side &side : sides) {
        const QString primary = primaryOf(side.remote);
        const bool moved = side.baseRemote.never ? present.isEmpty() : primary != primaryOf(side.baseRemote.value);
        if (!side.claim || primary.isEmpty() || !moved)
            continue;
        Voice voice = voiceOf(side);
        voice.value = Value::text(primary);
        voices.append(voice);
        seen = seen || (!side.baseHub.never && primaryOf(side.baseHub.value) == present);
    }
    if (voices.isEmpty())
        return present;
    if (!seen)
        voices.append(
            {hub.author.isEmpty() ? personAuthor : hub.author, Value::text(present), hub.at, hub.fieldAt, 1, nullptr});
    if (std::ranges::all_of(voices, [&](const Voice &voice) { return voice.value == voices.first().value; }))
        return voices.first().value.text();
    const auto winner = choose(FieldType::Text, voices, policy, policies);
    return winner ? std::optional(winner->value.text()) : std::nullopt;
}

/// The source of smallest rank stands for a union; its time is the newest.
Voice unionVoice(const QList<Voice> &voices, const Value &value, const Policies &policies)
{
    Voice by = *lowest(voices, policies);
    by.value = value;
    by.fieldAt.reset();
    by.at.reset();
    by.side = nullptr;
    for (const Voice &voice : voices) {
        if (voice.at)
            by.at = by.at ? std::max(*by.at, *voice.at) : *voice.at;
    }
    return by;
}

/// S-11, S-35: each side's additions and removals against its own base; an addition beats a removal.
Decision mergeSet(FieldType kind, const HubField &hub, const QList<Side> &sides, ConflictPolicy policy,
                  const Snapshot &snapshot)
{
    QSet<QString> adds, removes;
    QList<Voice> voices;
    QList<Value> sources{hub.value};
    for (const Side &side : sides) {
        if (!side.claim)
            continue;
        adds |= asSet(side.remote) - asSet(side.baseRemote);
        auto gone = asSet(side.baseRemote) - asSet(side.remote);
        gone -= foreignTo(*side.map, gone);
        removes |= gone;
        sources << side.remote;
        voices.append(voiceOf(side));
    }
    Decision decision{hub.value, {}, false, {}, true, {}};
    const auto primary = mergePrimary(hub, sides, policy, snapshot.policies);
    if (!primary) {
        decision.cause = conflictOf(sides);
        return decision;
    }
    const Value value = fromSet(kind, (asSet(hub.value) - (removes - adds)) | adds, sources, *primary);
    if (same(kind, value, hub.value))
        return decision;
    decision.value = value;
    decision.voice = unionVoice(voices, value, snapshot.policies);
    return decision;
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
    if (kind == FieldType::Group && value.isGroup() && !side.map->parts.isEmpty()) {
        Value::Parts parts;
        for (const FieldMapPart &part : side.map->parts) {
            const Value wanted = value.part(part.key);
            if (part.direction != Direction::Pull)
                parts.insert(part.key, wanted.isReadable() ? wanted : Value::null());
        }
        return Value::group(parts);
    }
    if (!isSetKind(kind))
        return value;
    const FieldMap &map = *side.map;
    const auto wanted = asSet(value), there = asSet(side.remote), base = asSet(side.baseRemote),
               old = asSet(side.baseHub);
    const QString primary = primaryOf(value).isEmpty() ? primaryOf(side.remote) : primaryOf(value);
    if (side.baseHub.never && !side.baseRemote.never) { // a person decided: the value itself
        const auto foreign = foreignTo(map, there);
        return foreign.isEmpty() ? value : fromSet(kind, wanted | foreign, {value, side.remote}, primary);
    }
    // What is not ours to remove is not ours to put back either.
    auto added = there - base, removed = base - there, dropped = old - wanted;
    for (auto *members : {&added, &removed, &dropped})
        *members -= foreignTo(map, *members);
    const auto members = (((there | (wanted - old)) - dropped) | (removed & wanted)) - (added - wanted);
    return fromSet(kind, members, {value, side.remote}, primary);
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
