#include "core/sync/sets.h"

#include "core/sync/choice.h"
#include "foundation/canonical.h"

#include <algorithm>

namespace syncline::core {

namespace {

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

} // namespace

bool isSetKind(FieldType kind)
{
    return kind == FieldType::Set || kind == FieldType::List || kind == FieldType::Refs;
}

Value keepingForeign(FieldType kind, const Value &hub, const Voice &voice)
{
    if (!isSetKind(kind) || !voice.side || voice.side->map->tagNamespace.isEmpty())
        return voice.value;
    const auto members = asSet(voice.value) | foreignTo(*voice.side->map, asSet(hub));
    return fromSet(kind, members, {voice.value, hub}, primaryOf(voice.value));
}

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

Value setTarget(FieldType kind, const Side &side, const Value &value)
{
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
    auto members = (((there | (wanted - old)) - dropped) | (removed & wanted)) - (added - wanted);
    if (members.isEmpty() && map.predict) // a CRM with room for one shows the next when that one goes
        members = (old - base) & wanted;
    return fromSet(kind, members, {value, side.remote}, primary);
}

} // namespace syncline::core
