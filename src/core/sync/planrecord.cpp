#include "core/sync/drafting.h"
#include "core/sync/groups.h"
#include "core/sync/planner.h"

#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Merges all fields of one hub record over its live links, then spreads the outcome (S-5, S-6).
class RecordPlanner
{
public:
    RecordPlanner(Draft &draft, const HubRecord &record) : m_draft(draft), m_record(record) {}

    void run()
    {
        collectLinks();
        if (m_record.state == HubState::Archived)
            m_outside = {m_live.cbegin(), m_live.cend()};
        else
            leaveOut();
        for (const QString &field : fields())
            mergeOne(field);
        emitOps();
    }

private:
    using Place = QPair<QString, QString>; ///< (integration, remote id)

    void collectLinks()
    {
        for (const Link *link : m_draft.byHub.value(m_record.id)) {
            if (!m_draft.system(link->system))
                continue;
            const bool busy = m_draft.busy.contains({m_draft.familyOf(link->system), m_record.id});
            if (busy) {
                hold(*link, u"unknown_outcome"_s, plannerText("The outcome of a write is unknown."));
            } else if (link->state == LinkState::Live && link->evidence.notFound && !isGone(*link)) {
                hold(*link, u"not_found"_s, plannerText("It was not found by its id."));
            } else if (link->state == LinkState::Live && !isGone(*link)) {
                m_live.append(link);
            }
        }
    }

    void hold(const Link &link, const QString &code, const QString &reason)
    {
        m_draft.hold(link.system, m_record.id, link.remote, code, reason);
    }

    QStringList fields() const
    {
        QList<const System *> systems;
        for (const Link *link : m_live)
            systems.append(m_draft.system(link->system));
        return m_draft.fieldsOf(systems);
    }

    const HubField &hubField(const QString &field) const
    {
        static const HubField none;
        const auto it = m_record.fields.constFind(field);
        return it == m_record.fields.cend() ? none : *it;
    }

    /// S-43: a link whose record is outside the integration's filter takes part with its consent only. First those that
    /// left it by an edit of their own, since what they changed is then not taken over.
    void leaveOut()
    {
        const auto isFiltered = [this](const Link *link) { return bool(m_draft.system(link->system)->takesPart); };
        if (std::ranges::none_of(m_live, isFiltered))
            return;
        while (leaveOnce()) {}
    }

    bool leaveOnce()
    {
        const auto merged = mergedValues();
        QList<const Link *> rejected, byItself;
        for (const Link *link : std::as_const(m_live)) {
            const auto &takesPart = m_draft.system(link->system)->takesPart;
            if (!takesPart || m_outside.contains(link) || takesPart(merged))
                continue;
            rejected.append(link);
            if (!takesPart(claimedValues(*link)))
                byItself.append(link);
        }
        const auto &leaving = byItself.isEmpty() ? rejected : byItself;
        for (const Link *link : leaving) {
            m_outside.insert(link);
            m_draft.plan.outside.insert(m_record.id);
            m_draft.mark(link->system, link->remote, Status::LeftOut,
                         plannerText("It is outside the filter of %1.").arg(link->system));
        }
        return !leaving.isEmpty();
    }

    QMap<QString, Value> hubValues() const
    {
        QMap<QString, Value> values;
        for (auto it = m_record.fields.begin(); it != m_record.fields.end(); ++it)
            values.insert(it.key(), it->value);
        return values;
    }

    /// The hub's values with what this side changed.
    QMap<QString, Value> claimedValues(const Link &link) const
    {
        auto values = hubValues();
        const System *system = m_draft.system(link.system);
        for (const FieldMap &map : system->fields) {
            const HubField hub = m_record.fields.value(map.hub);
            const FieldType kind = m_draft.kind(map.hub);
            const Side side = makeSide(link, map, hub, kind, system->resolution);
            if (side.claim)
                values.insert(map.hub, overlaid(kind, hub.value, readParts(map, side.remote)));
        }
        return values;
    }

    /// The hub's values after this merge; a field that waits for a decision as the first of its sides has it.
    QMap<QString, Value> mergedValues() const
    {
        auto values = hubValues();
        for (const QString &field : fields()) {
            const auto [sides, policy] = sidesOf(field);
            const Decision decision = mergeField(m_draft.kind(field), m_record.fields.value(field), sides, policy,
                                                 m_draft.snap);
            const auto first = std::ranges::find_if(sides, &Side::claim);
            const bool open = decision.cause && decision.freezesAll && first != sides.end();
            values.insert(field, open && decision.value.isBlank() ? first->remote : decision.value);
        }
        return values;
    }

    struct Field
    {
        QList<Side> sides;
        ConflictPolicy policy;
    };

    Field sidesOf(const QString &field) const
    {
        const FieldType kind = m_draft.kind(field);
        const HubField &hub = hubField(field);
        Field found{{}, m_draft.snap.policies.conflict};
        bool own = false;
        for (const Link *link : m_live) {
            const System *system = m_draft.system(link->system);
            if (kind != FieldType::Consent && m_outside.contains(link))
                continue;
            for (const FieldMap *map : m_draft.mapsOf(*system, field)) {
                Side side = makeSide(*link, *map, hub, kind, system->resolution);
                side.claim = side.claim && (!m_outside.contains(link) || strictness(side.remote) == 2);
                found.sides.append(side);
                if (map->conflict && !own) {
                    found.policy = *map->conflict;
                    own = true;
                }
            }
        }
        return found;
    }

    void mergeOne(const QString &field)
    {
        const FieldType kind = m_draft.kind(field);
        const HubField &hub = hubField(field);
        const auto [sides, policy] = sidesOf(field);
        if (sides.isEmpty())
            return;
        const Decision decision = mergeField(kind, hub, sides, policy, m_draft.snap);
        if (decision.cause)
            addConflict(field, hub, sides, decision);
        if (decision.voice) {
            const HubField next = nextField(kind, hub, *decision.voice, m_draft.snap.now);
            m_changes.insert(field, {hub, next});
            m_authors << field;
            if (decision.hubLost)
                m_lost[{hubSystem, {}}].append({field, hub.author, hub.value});
        }
        for (const Side &side : sides) {
            const bool frozen = decision.cause && (decision.freezesAll || decision.frozen.contains(&side));
            spread(field, kind, side, decision, frozen);
        }
    }

    void addConflict(const QString &field, const HubField &hub, const QList<Side> &sides, const Decision &decision)
    {
        Conflict conflict{m_record.id, field, *decision.cause, {}};
        conflict.sides.append({hubSystem, {}, hub.value, {}, hub.at, hub.author});
        for (const Side &side : sides) {
            if (side.claim) {
                const Value base = side.baseRemote.never ? Value::absent() : side.baseRemote.value;
                conflict.sides.append(
                    {side.link->system, side.link->remote, side.remote, base, side.link->mtime, side.link->system});
            }
            const bool marked = decision.freezesAll || (side.claim && decision.frozen.contains(&side));
            if (marked)
                m_draft.mark(side.link->system, side.link->remote, Status::Conflict,
                             plannerText("%1 waits for a decision.").arg(field));
        }
        m_draft.frozen.insert({m_record.id, field});
        m_draft.plan.conflicts.append(conflict);
    }

    bool isAgreed(FieldType kind, const Side &side, const Value &hub, const Value &remote) const
    {
        return holdsHub(kind, *side.map, side.baseHub, hub) && holdsRemote(kind, side.baseRemote, remote);
    }

    void agree(const Side &side, const Half &hub)
    {
        m_agrees[{side.link->system, side.link->remote}].insert(side.map->id,
                                                                {hub, Half::of(side.remote), side.map->id});
    }

    void spread(const QString &field, FieldType kind, const Side &side, const Decision &decision, bool frozen)
    {
        const bool isReference = kind == FieldType::Ref || kind == FieldType::Refs;
        if (!side.readable && isReference && side.remote.isAbsent())
            return; // it refers to a record that is not linked, and waits
        const QString &system = side.link->system, &remote = side.link->remote;
        if (!side.readable) {
            m_draft.mark(system, remote, Status::LeftOut, [&] {
                return plannerText("%1 cannot be read there, and what cannot be read is not written.").arg(field);
            });
            return;
        }
        if (m_outside.contains(side.link) && strictness(decision.value) < 2)
            return;
        const Value hubValue = valueOf(m_record, field);
        if (frozen) {
            if (!side.claim && same(kind, side.remote, hubValue) && !isAgreed(kind, side, side.remote, side.remote))
                agree(side, Half::of(hubValue));
            return;
        }
        const Value target = pushTarget(kind, side, decision.value);
        if (showsTarget(kind, side, target)) {
            if (!isAgreed(kind, side, decision.value, side.remote))
                agree(side, Half::of(decision.value));
            const bool source = decision.voice && decision.voice->side == &side;
            m_draft.mark(system, remote, source ? Status::Written : Status::Equal,
                         [&] { return plannerText("%1 was taken over.").arg(field); });
            return;
        }
        if (side.saw && !side.claim && !decision.voice && !mustEnforce(kind, side)) {
            m_draft.mark(system, remote, Status::Equal, [&] {
                return plannerText("%1: the CRM keeps its own spelling, or it differs since an undo.").arg(field);
            });
            return;
        }
        if (side.map->direction == Direction::Pull) {
            if (side.claim)
                agree(side, side.baseHub);
            m_draft.mark(system, remote, Status::LeftOut,
                         [&] { return plannerText("%1 is only read, by the mapping.").arg(field); });
            return;
        }
        push(field, kind, side, decision, target);
    }

    /// S-42: a push-only field is corrected where somebody changed it there, if the mapping says so.
    bool mustEnforce(FieldType kind, const Side &side) const
    {
        return side.map->enforce && side.map->direction == Direction::Push
            && !holdsRemote(kind, side.baseRemote, side.remote);
    }

    bool showsTarget(FieldType kind, const Side &side, const Value &target) const
    {
        if (kind != FieldType::Group)
            return shows(kind, *side.map, side.remote, target);
        const auto parts = target.parts();
        const Value predicted = side.map->predict ? side.map->predict(target) : target;
        for (auto it = parts.begin(); it != parts.end(); ++it) {
            const FieldType part = m_draft.kind(it.key());
            const Value there = side.remote.part(it.key());
            if (there.isReadable() && !same(part, there, *it) && !same(part, there, predicted.part(it.key())))
                return false;
        }
        return true;
    }

    void push(const QString &field, FieldType kind, const Side &side, const Decision &decision, const Value &target)
    {
        const QString system = side.link->system, remote = side.link->remote;
        const QPair<QString, QString> refused(canonicalText(kind, decision.value), canonicalText(kind, side.remote));
        if (const auto it = side.link->refused.constFind(side.map->id);
            it != side.link->refused.cend() && *it == refused) {
            m_draft.mark(system, remote, Status::Failed,
                         plannerText("%1: the CRM did not take this value.").arg(field));
            return;
        }
        if (side.map->required && decision.value.isBlank()) {
            m_draft.mark(system, remote, Status::Failed,
                         plannerText("%1 is required there and blank here.").arg(field));
            return;
        }
        if (!m_draft.system(system)->updates) {
            m_draft.mark(system, remote, Status::LeftOut,
                         plannerText("Nothing is written to %1, by its settings.").arg(system));
            return;
        }
        const QString author = decision.voice ? decision.voice->author : m_record.fields.value(field).author;
        if (kind == FieldType::Consent && strictness(side.remote) == 2 && strictness(target) < 2
            && author != personAuthor) {
            Conflict conflict{m_record.id, field, ConflictCause::ConsentLoosened, {}};
            const HubField hub = m_record.fields.value(field);
            conflict.sides.append({hubSystem, {}, decision.value, {}, hub.at, hub.author});
            conflict.sides.append({system, remote, side.remote, {}, side.link->mtime, system});
            m_draft.plan.conflicts.append(conflict);
            m_draft.frozen.insert({m_record.id, field});
            m_draft.mark(system, remote, Status::Conflict,
                         plannerText("Only a person loosens consent (%1).").arg(field));
            return;
        }
        const Place place(system, remote);
        const Sent sent{decision.value, differing(kind, side, target), side.remote};
        (kind == FieldType::Consent && strictness(target) == 2 ? m_consent : m_pushes)[place].insert(side.map->id,
                                                                                                     sent);
        m_pushNames[place] << field;
        const bool overwrittenPush = side.map->direction == Direction::Push
            && !holdsRemote(kind, side.baseRemote, side.remote) && !side.remote.isBlank();
        if (side.claim || overwrittenPush)
            m_lost[place].append({field, system, side.remote});
        m_draft.mark(system, remote, Status::Written, [&] { return plannerText("%1 changed here.").arg(field); });
    }

    /// Of a group only the parts that the CRM does not show yet: a write carries only what changed.
    Value differing(FieldType kind, const Side &side, const Value &target) const
    {
        if (kind != FieldType::Group)
            return target;
        Value::Parts parts = target.parts();
        parts.removeIf([&](const auto &part) {
            return same(m_draft.kind(part.key()), part.value(), side.remote.part(part.key()));
        });
        return Value::group(parts);
    }

    void emitOps()
    {
        Op op;
        op.hub = m_record.id;
        if (!m_changes.isEmpty()) {
            op.system = hubSystem;
            op.kind = OpKind::Update;
            op.changes = m_changes;
            QStringList sources;
            for (auto it = m_changes.begin(); it != m_changes.end(); ++it) {
                sources << plannerText("%1 from %2").arg(it.key(), it->after.author);
                m_draft.after[m_record.id].insert(it.key(), it->after.value);
            }
            op.reason = sources.join(u"; "_s);
            op.losers = m_lost.value({hubSystem, {}});
            m_draft.plan.ops.append(op);
        }
        for (auto it = m_agrees.begin(); it != m_agrees.end(); ++it) {
            Op agreed;
            agreed.system = it.key().first;
            agreed.kind = OpKind::Agree;
            agreed.hub = m_record.id;
            agreed.remote = it.key().second;
            agreed.agreed = *it;
            agreed.reason = plannerText("Both sides hold the same.");
            m_draft.plan.ops.append(agreed);
        }
        for (auto it = m_consent.begin(); it != m_consent.end(); ++it)
            emitPush(it.key(), *it, true);
        for (auto it = m_pushes.begin(); it != m_pushes.end(); ++it)
            emitPush(it.key(), *it, false);
    }

    void emitPush(const Place &place, const QMap<QString, Sent> &sent, bool consent)
    {
        Op op;
        op.system = place.first;
        op.kind = OpKind::Update;
        op.hub = m_record.id;
        op.remote = place.second;
        op.sent = sent;
        op.consentOnly = consent;
        op.reason = consent ? plannerText("Consent was withdrawn; that goes everywhere.")
                            : plannerText("Changed here: %1.").arg(m_pushNames.value(place).join(u", "_s));
        for (const Loser &loser : m_lost.value(place)) {
            if ((m_draft.kind(loser.field) == FieldType::Consent) == consent || m_consent.isEmpty()
                || !m_pushes.contains(place))
                op.losers.append(loser);
        }
        m_draft.plan.ops.append(op);
    }

    Draft &m_draft;
    const HubRecord &m_record;
    QList<const Link *> m_live;
    QSet<const Link *> m_outside; ///< of the live ones: only their consent is kept in step
    QMap<QString, HubChange> m_changes;
    QStringList m_authors;
    QMap<Place, QMap<QString, Base>> m_agrees;
    QMap<Place, QMap<QString, Sent>> m_pushes, m_consent;
    QMap<Place, QStringList> m_pushNames;
    QMap<Place, QList<Loser>> m_lost;
};

} // namespace

void planRecord(Draft &draft, const HubRecord &record)
{
    RecordPlanner(draft, record).run();
}

} // namespace syncline::core
