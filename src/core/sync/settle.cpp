#include "core/sync/settle.h"

#include "core/sync/groups.h"
#include "core/sync/merger.h"
#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const FieldMap *mapOf(const System &system, const QString &id)
{
    const auto it = std::ranges::find(system.fields, id, &FieldMap::id);
    return it == system.fields.end() ? nullptr : &*it;
}

FieldType kindOf(const Policies &policies, const FieldMap &map)
{
    return policies.kinds.value(map.hub, FieldType::Text);
}

QString canonicalOr(FieldType kind, const Value &value)
{
    return value.isReadable() ? canonicalText(kind, value) : QString();
}

bool isExpected(FieldType kind, const FieldMap &map, const Value &got, const Value &sent)
{
    const Value relevant = partsLike(got, sent);
    return same(kind, relevant, sent) || (map.predict && same(kind, relevant, partsLike(map.predict(sent), sent)));
}

/// S-23 for the parts of a group: what was to be written, or was left out of the write because the CRM refuses it by name,
/// and still is what stood there before.
QStringList refusedParts(const FieldMap &map, const Policies &policies, const Sent &sent, const Value &got)
{
    QStringList refused;
    if (!got.isGroup())
        return refused;
    const Value predicted = map.predict ? map.predict(sent.hub) : sent.hub;
    for (const FieldMapPart &part : map.parts) {
        const Value there = got.part(part.key);
        const Value known = sent.before.part(part.key);
        const Value before = known.isReadable() ? known : Value::null();
        const Value wanted = sent.hub.isGroup() ? sent.hub.part(part.key) : Value::null();
        const FieldType kind = policies.kinds.value(part.key, FieldType::Text);
        const auto isTaken = [&](const Value &value) {
            return same(kind, value, wanted) || same(kind, value, predicted.part(part.key));
        };
        if (part.direction == Direction::Pull || !there.isReadable() || !wanted.isReadable())
            continue;
        const bool isWritten = sent.value.isGroup() && sent.value.parts().contains(part.key);
        if (isWritten ? !isTaken(there) && same(kind, there, before) : !isTaken(before))
            refused << part.key;
    }
    return refused;
}

/// What the side has met of the hub's value: of a part that it refused, what it had met before.
Value metBy(const Half &before, const Value &hub, const QStringList &refused)
{
    if (!hub.isGroup() || refused.isEmpty())
        return hub;
    Value::Parts parts = hub.parts();
    for (const QString &key : refused) {
        const Value met = before.never ? Value::absent() : before.value.part(key);
        if (met.isReadable())
            parts.insert(key, met);
        else
            parts.remove(key);
    }
    return Value::group(parts);
}

/// Had the two sides agreed on this part in their own spellings already? Then nothing of it was refused now.
bool wasAgreed(const Base &base, const Policies &policies, const QString &part, const Value &hub, const Value &got)
{
    const FieldType kind = policies.kinds.value(part, FieldType::Text);
    return !base.hub.never && !base.remote.never && same(kind, base.hub.value.part(part), hub.part(part))
        && same(kind, base.remote.value.part(part), got.part(part));
}

/// S-4: of a group only the parts that were sent are settled; the others stay as the plan saw them, so that what a person
/// changed in them meanwhile is still a change.
Value settledValue(const Sent &sent, const Value &got)
{
    if (!got.isGroup() || !sent.value.isGroup())
        return got;
    Value::Parts parts = got.parts();
    const auto written = sent.value.parts();
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const Value before = sent.before.part(it.key());
        if (!written.contains(it.key()) && it->isReadable())
            *it = before.isReadable() ? before : Value::null();
    }
    return Value::group(parts);
}

} // namespace

void observe(Link &link, const System &system, const Policies &policies, const QMap<QString, Value> &fields,
             std::optional<Seconds> mtime, const QMap<QString, Seconds> &times)
{
    link.evidence = {};
    if (link.state == LinkState::Gone)
        link.state = LinkState::Live; // back under its own id: its base is still good
    else if (link.state == LinkState::Deleted)
        link.state = LinkState::Excluded; // we deleted it, somebody restored it: ask
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it->isAbsent())
            continue;
        const FieldMap *map = mapOf(system, it.key());
        const auto base = link.base.constFind(it.key());
        if (map && link.wrote.contains(it.key()) && base != link.base.cend()
            && holdsRemote(kindOf(policies, *map), base->remote, *it))
            link.wrote.remove(it.key());
        link.shadow.insert(it.key(), *it);
    }
    link.mtime = mtime;
    link.times = times;
}

QMap<QString, FieldOutcome> settleWrite(Link &link, const System &system, const Policies &policies,
                                        const QMap<QString, Sent> &sent, const QMap<QString, Value> &answer)
{
    QMap<QString, FieldOutcome> outcomes;
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const FieldMap *map = mapOf(system, it.key());
        if (!map)
            continue;
        const FieldType kind = kindOf(policies, *map);
        const Value got = answer.value(it.key());
        if (got.isAbsent()) {
            link.base.insert(it.key(), {Half::of(it->hub), Half::of(it->value), map->id});
            outcomes.insert(it.key(), FieldOutcome::NotShown);
            continue;
        }
        const Value relevant = partsLike(got, it->value);
        const bool arrived = same(kind, relevant, it->value);
        const bool predicted = isExpected(kind, *map, got, it->value);
        if (arrived || predicted || !same(kind, relevant, partsLike(it->before, it->value))) {
            const Base before = link.base.value(it.key());
            QStringList refused = refusedParts(*map, policies, *it, got);
            const Value met = metBy(before.hub, it->hub, refused);
            link.base.insert(it.key(), {Half::of(met), Half::of(settledValue(*it, got)), map->id});
            link.wrote.insert(it.key(), it->before);
            link.refused.remove(it.key());
            outcomes.insert(it.key(), arrived ? FieldOutcome::Arrived : FieldOutcome::ChangedByCrm);
            refused.removeIf([&](const QString &part) {
                return !it->value.parts().contains(part) || wasAgreed(before, policies, part, it->hub, got);
            });
            if (refused.isEmpty())
                continue;
            link.refused.insert(it.key(), {canonicalOr(kind, it->hub), canonicalOr(kind, got)});
            outcomes.insert(it.key(), FieldOutcome::Refused);
        } else {
            link.refused.insert(it.key(), {canonicalOr(kind, it->hub), canonicalOr(kind, got)});
            outcomes.insert(it.key(), FieldOutcome::Refused);
        }
    }
    for (auto it = answer.begin(); it != answer.end(); ++it) {
        if (!it->isAbsent())
            link.shadow.insert(it.key(), *it);
    }
    return outcomes;
}

void settleBlanks(Link &link, const System &system, const HubRecord &hub)
{
    link.wrote.clear();
    for (const FieldMap &map : system.fields) {
        const auto field = hub.fields.constFind(map.hub);
        const Value value = field == hub.fields.cend() ? Value::null() : field->value;
        const Value there = link.shadow.value(map.id);
        if (!link.base.contains(map.id) && value.isBlank() && there.isBlank())
            link.base.insert(map.id, {Half::of(value), Half::of(there), map.id});
    }
}

void settleRefused(Link &link, const System &system, const Policies &policies, const QMap<QString, Sent> &sent,
                   const QStringList &mapIds)
{
    for (const QString &id : mapIds) {
        const FieldMap *map = mapOf(system, id);
        if (!map || !sent.contains(id))
            continue;
        const FieldType kind = kindOf(policies, *map);
        link.refused.insert(id, {canonicalOr(kind, sent.value(id).hub), canonicalOr(kind, link.shadow.value(id))});
    }
}

bool settleReread(Link &link, const System &system, const Policies &policies, const QMap<QString, Sent> &sent,
                  const QMap<QString, Value> &nowThere, bool waited, bool ours)
{
    QMap<QString, Base> fresh;
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const FieldMap *map = mapOf(system, it.key());
        const Value got = nowThere.value(it.key());
        if (map && !got.isAbsent() && isExpected(kindOf(policies, *map), *map, got, it->value))
            fresh.insert(it.key(), {Half::of(it->hub), Half::of(settledValue(*it, got)), map->id});
    }
    if (fresh.isEmpty() && !ours && !waited)
        return false;
    for (auto it = fresh.begin(); it != fresh.end(); ++it) {
        link.base.insert(it.key(), *it);
        link.wrote.insert(it.key(), sent.value(it.key()).before);
    }
    for (auto it = nowThere.begin(); it != nowThere.end(); ++it) {
        if (!it->isAbsent())
            link.shadow.insert(it.key(), *it);
    }
    return true;
}

bool resolve(HubRecord &record, QList<Link> &links, const QMap<QString, System> &systems, const Policies &policies,
             const QString &field, const Value &value, const QMap<QString, Value> &seen, Seconds at)
{
    const FieldType kind = policies.kinds.value(field, FieldType::Text);
    const HubField before = record.fields.value(field);
    if (!sameWhole(kind, before.value, seen.value(QStringLiteral("hub"), Value::null())))
        return false;
    record.fields.insert(field, HubField{value, personAuthor, at, at, {}});
    for (Link &link : links) {
        const auto system = systems.constFind(link.system);
        const auto shown = seen.constFind(link.system + u'/' + link.remote);
        if (link.hub != record.id || system == systems.cend() || shown == seen.cend())
            continue;
        for (const FieldMap &map : system->fields) {
            if (map.hub != field)
                continue;
            const Half hubHalf = sameWhole(kind, value, *shown) ? Half::of(value) : Half{};
            link.base.insert(map.id, {hubHalf, Half::of(*shown), map.id});
            link.wrote.remove(map.id);
            link.refused.remove(map.id);
        }
    }
    return true;
}

bool maybeOurs(const Snapshot &snapshot, const Stranger &stranger)
{
    return std::ranges::any_of(snapshot.intents, [&](const Intent &intent) {
        if (intent.kind != IntentKind::Create || intent.system != stranger.system)
            return false;
        if (stranger.ours)
            return *stranger.ours;
        const int resolution = snapshot.systems.value(intent.system).resolution;
        return !stranger.created || *stranger.created >= intent.at - resolution;
    });
}

bool showsCreate(const System &system, const Policies &policies, const Intent &intent,
                 const QMap<QString, Value> &there)
{
    return std::ranges::all_of(system.fields, [&](const FieldMap &map) {
        const Value got = there.value(map.id);
        const auto sent = intent.fields.constFind(map.id);
        const Value value = sent == intent.fields.cend() ? Value::null() : sent->value;
        return !got.isReadable() || isExpected(kindOf(policies, map), map, got, value);
    });
}

} // namespace syncline::core
