#include "core/sync/drafting.h"
#include "core/sync/planner.h"

#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Obstacle
{
    QString code, reason;
};

/// S-16: a hub record without a record in an integration gets one, if its key is certainly free there.
class Creating
{
public:
    explicit Creating(Draft &draft) : m_draft(draft)
    {
        for (auto it = draft.hub.begin(); it != draft.hub.end(); ++it) {
            auto &values = m_after[it.key()];
            for (auto field = it->fields.begin(); field != it->fields.end(); ++field)
                values.insert(field.key(), field->value);
            const auto changed = draft.after.value(it.key());
            for (auto field = changed.begin(); field != changed.end(); ++field)
                values.insert(field.key(), *field);
            const QString key = keyOf(draft.snap.policies, values.value(draft.snap.policies.key));
            m_keys.insert(it.key(), key);
            if (it->state == HubState::Live && !key.isEmpty())
                ++m_owners[key];
        }
    }

    void run()
    {
        for (auto system = m_draft.snap.systems.begin(); system != m_draft.snap.systems.end(); ++system) {
            if (!system->paused)
                createIn(*system);
        }
    }

private:
    void createIn(const System &system)
    {
        const QString family = m_draft.familyOf(system.name);
        const auto siblings = m_draft.siblings(family);
        QSet<QString> used, linked;
        for (const Link &link : std::as_const(m_draft.links)) {
            if (m_draft.familyOf(link.system) != family)
                continue;
            linked.insert(link.hub);
            if (link.state != LinkState::Gone && link.state != LinkState::Deleted && !isGone(link))
                used.insert(m_draft.keyOfSide(link.system, link.shadow));
        }
        for (auto it = m_draft.hub.begin(); it != m_draft.hub.end(); ++it) {
            if (it->state != HubState::Live || m_draft.doomed.contains(it.key()) || !system.creates
                || linked.contains(it.key()) || !isPlaceOf(it.key(), system, siblings))
                continue;
            if (const auto obstacle = obstacleOf(system, siblings, it.key(), used)) {
                m_draft.hold(system.name, it.key(), {}, obstacle->code, obstacle->reason);
                continue;
            }
            create(system, it.key());
        }
    }

    /// S-40: of several entities of one integration the first that takes the record; if none does, the first says so.
    bool isPlaceOf(const QString &hub, const System &system, const QList<const System *> &siblings) const
    {
        if (siblings.size() < 2)
            return true;
        const auto takes = [&](const System *one) {
            return one->creates && !one->paused && (!one->takesPart || one->takesPart(m_after.value(hub)));
        };
        const auto first = std::ranges::find_if(siblings, takes);
        return (first == siblings.end() ? siblings.first() : *first) == &system;
    }

    std::optional<Obstacle> obstacleOf(const System &system, const QList<const System *> &siblings, const QString &hub,
                                       const QSet<QString> &used) const
    {
        const QString key = m_keys.value(hub);
        if (m_draft.busy.contains({m_draft.familyOf(system.name), hub}))
            return Obstacle{u"unknown_outcome"_s, plannerText("Nobody knows yet whether its create arrived.")};
        if (!system.listed)
            return Obstacle{u"not_listed"_s, plannerText("%1 was not read completely yet.").arg(system.name)};
        const auto barred = m_draft.snap.barred.constFind({system.name, hub});
        if (barred != m_draft.snap.barred.cend() && *barred == key)
            return Obstacle{u"refused"_s,
                            plannerText("%1 refused to create it, or has it outside the filter.").arg(system.name)};
        if (key.isEmpty()) {
            if (m_draft.snap.policies.createWithoutKey || m_draft.snap.policies.takesKeyless)
                return std::nullopt;
            return Obstacle{u"no_key"_s, plannerText("It has no match key (%1).").arg(m_draft.snap.policies.key)};
        }
        const bool isHint = m_draft.snap.policies.keyIsHint;
        if (m_owners.value(key) > 1 && !isHint)
            return Obstacle{u"several_hub_records"_s, plannerText("Several records here have this match key.")};
        if (isHeld(siblings, key) || (used.contains(key) && !isHint))
            return Obstacle{u"key_taken"_s, plannerText("%1 has a record with this match key.").arg(system.name)};
        if (m_draft.frozen.contains({hub, m_draft.snap.policies.key}))
            return Obstacle{u"key_in_conflict"_s, plannerText("Its match key is in conflict.")};
        return isHint ? std::nullopt : alteredKey(system, hub);
    }

    /// Something in that integration has the key and is not linked.
    bool isHeld(const QList<const System *> &siblings, const QString &key) const
    {
        return std::ranges::any_of(siblings, [&](const System *one) {
            const QPair<QString, QString> place(one->name, key);
            return m_draft.heldKeys.contains(place) || m_draft.snap.heldKeys.contains(place);
        });
    }

    /// S-19: a key that the CRM would change could not be found there again.
    std::optional<Obstacle> alteredKey(const System &system, const QString &hub) const
    {
        const QString key = m_draft.snap.policies.key;
        for (const FieldMap &map : system.fields) {
            if (map.hub != key || !map.predict)
                continue;
            const Value value = m_after.value(hub).value(key);
            if (!same(m_draft.kind(key), map.predict(value), value))
                return Obstacle{u"key_altered"_s, plannerText("%1 would change its match key.").arg(system.name)};
        }
        return std::nullopt;
    }

    void create(const System &system, const QString &hub)
    {
        Op op;
        op.system = system.name;
        op.kind = OpKind::Create;
        op.hub = hub;
        op.reason = plannerText("Not yet in %1.").arg(system.name);
        for (const FieldMap &map : system.fields) {
            const Value value = m_after.value(hub).value(map.hub, Value::null());
            if (map.direction == Direction::Pull || (value.isBlank() && !map.fillsBlank) || !value.isReadable()
                || m_draft.frozen.contains({hub, map.hub}))
                continue;
            op.sent.insert(map.id, {value, written(map, value), Value::null()});
        }
        m_draft.plan.ops.append(op);
        m_draft.mark(system.name, hubRow(hub), Status::Written, plannerText("Created."));
    }

    /// Of a group the parts that the map writes and that hold something, or get something in its place.
    static Value written(const FieldMap &map, const Value &value)
    {
        if (!value.isGroup() || map.parts.isEmpty())
            return value;
        Value::Parts parts;
        for (const FieldMapPart &part : map.parts) {
            const Value held = value.part(part.key);
            if (part.direction != Direction::Pull && (map.fillsBlank || !held.isBlank()))
                parts.insert(part.key, held.isReadable() ? held : Value::null());
        }
        return Value::group(parts);
    }

    Draft &m_draft;
    QMap<QString, QMap<QString, Value>> m_after;
    QMap<QString, QString> m_keys;
    QMap<QString, int> m_owners;
};

} // namespace

void planCreates(Draft &draft)
{
    Creating(draft).run();
}

} // namespace syncline::core
