#include "core/sync/drafting.h"
#include "core/sync/planner.h"

#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

bool isQueued(DeletePolicy policy)
{
    return policy == DeletePolicy::Propagate || policy == DeletePolicy::Ask;
}

/// S-18: something that the deleting side had not met: a remote change, or a hub value it never received.
bool isEditedElsewhere(const Draft &draft, const HubRecord &record, const QList<const Link *> &live, const Link *lost)
{
    for (const Link *link : live) {
        const System *system = draft.system(link->system);
        for (const FieldMap &map : system->fields) {
            const FieldType kind = draft.kind(map.hub);
            const HubField field = record.fields.value(map.hub);
            const Side side = makeSide(*link, map, field, kind, system->resolution);
            if (link != lost && side.claim)
                return true;
            if (link == lost && map.direction != Direction::Pull && !side.saw && !same(kind, side.remote, field.value))
                return true;
        }
    }
    return false;
}

class Deleting
{
public:
    Deleting(Draft &draft, const HubRecord &record) : m_draft(draft), m_record(record)
    {
        for (const Link *link : draft.byHub.value(record.id)) {
            if (link->state != LinkState::Live || !draft.system(link->system))
                continue;
            m_live.append(link);
            if (!isGone(*link))
                m_rest.append(link);
            else if (!draft.busy.contains({link->system, record.id}))
                m_lost.append(link);
        }
    }

    void run()
    {
        if (m_lost.isEmpty() && !m_record.deleteAsked)
            return;
        QList<Link> links;
        for (const Link *link : m_draft.byHub.value(m_record.id))
            links.append(*link);
        m_sight = sightOf(m_draft.snap, m_record, links);
        QList<const Link *> carried;
        for (const Link *link : std::as_const(m_lost))
            byPolicy(*link, carried);
        bool wanted = false;
        for (const Link *link : std::as_const(carried))
            wanted = queue(*link) || wanted;
        if (m_record.deleteAsked)
            wanted = queueAsked() || wanted;
        if (wanted)
            carryOut();
    }

private:
    void byPolicy(const Link &link, QList<const Link *> &carried)
    {
        const DeletePolicy policy = m_draft.system(link.system)->deletes;
        const QString reason = plannerText("It was deleted in %1.").arg(link.system);
        Op op;
        op.hub = m_record.id;
        op.remote = link.remote;
        op.reason = reason;
        if (isQueued(policy)) {
            carried.append(&link);
        } else if (policy == DeletePolicy::Archive) {
            op.system = hubSystem;
            op.kind = OpKind::Archive;
            m_draft.plan.ops.append(op);
            m_draft.doomed.insert(m_record.id);
        } else {
            op.system = link.system;
            op.kind = OpKind::Unlink;
            op.state = policy == DeletePolicy::Ignore ? LinkState::Gone : LinkState::Excluded;
            m_draft.plan.ops.append(op);
        }
        m_draft.mark(link.system, link.remote, isQueued(policy) ? Status::Held : Status::Written, reason);
    }

    bool queue(const Link &link)
    {
        const bool edited = isEditedElsewhere(m_draft, m_record, m_live, &link);
        const auto released = m_draft.snap.released.constFind(m_record.id);
        const bool byPerson = released != m_draft.snap.released.cend() && covers(*released, m_sight);
        const bool byRule = m_draft.snap.policies.releaseRule && permit(link) == u"strong" && !edited
            && m_draft.system(link.system)->deletes == DeletePolicy::Propagate;
        m_draft.plan.queue.append({m_record.id, link.system, permit(link), m_sight, edited, byPerson || byRule});
        m_draft.plan.held.append({link.system, m_record.id, link.remote, u"delete_waits"_s,
                                  plannerText("It was deleted in %1 and waits for a release.").arg(link.system)});
        return byPerson || byRule;
    }

    bool queueAsked()
    {
        const bool edited = isEditedElsewhere(m_draft, m_record, m_live, nullptr);
        const auto released = m_draft.snap.released.constFind(m_record.id);
        const bool ok = covers(m_record.deleteAsked, m_sight)
            || (released != m_draft.snap.released.cend() && covers(*released, m_sight));
        m_draft.plan.queue.append({m_record.id, hubSystem, personAuthor, m_sight, edited, ok});
        return ok;
    }

    void carryOut()
    {
        m_draft.doomed.insert(m_record.id);
        bool waiting = false;
        for (const Link *link : std::as_const(m_rest)) {
            if (m_draft.busy.contains({link->system, m_record.id})) {
                waiting = true;
                m_draft.mark(link->system, link->remote, Status::Held,
                             plannerText("The outcome of a write is unknown."));
            } else if (link->evidence.notFound) {
                waiting = true;
                m_draft.mark(link->system, link->remote, Status::Held, plannerText("It was not found by its id."));
            } else if (isQueued(m_draft.system(link->system)->deletes)) {
                waiting = true;
                deleteRemote(*link);
            } else {
                m_draft.mark(link->system, link->remote, Status::LeftOut,
                             plannerText("Deletes are not carried to %1.").arg(link->system));
            }
        }
        if (waiting)
            return;
        Op op;
        op.system = hubSystem;
        op.kind = OpKind::Delete;
        op.hub = m_record.id;
        op.reason = plannerText("The delete was released.");
        m_draft.plan.ops.append(op);
    }

    void deleteRemote(const Link &link)
    {
        Op op;
        op.system = link.system;
        op.kind = OpKind::Delete;
        op.hub = m_record.id;
        op.remote = link.remote;
        op.reason = plannerText("The delete was released.");
        for (const FieldMap &map : m_draft.system(link.system)->fields) {
            if (link.shadow.contains(map.id))
                op.sent.insert(map.id, {valueOf(m_record, map.hub), Value::null(), link.shadow.value(map.id)});
        }
        m_draft.plan.ops.append(op);
        m_draft.mark(link.system, link.remote, Status::Written, op.reason);
    }

    Draft &m_draft;
    const HubRecord &m_record;
    QList<const Link *> m_live, m_lost, m_rest;
    Sight m_sight;
};

} // namespace

QString permit(const Link &link)
{
    if (link.evidence.notFound && link.evidence.inFeed)
        return u"strong"_s;
    return link.evidence.notFound && link.evidence.missing >= 2 ? u"weak"_s : QString();
}

bool isGone(const Link &link)
{
    return !permit(link).isEmpty();
}

Sight sightOf(const Snapshot &snapshot, const HubRecord &record, const QList<Link> &links)
{
    const auto shown = [&](const QString &field, const Value &value) {
        const FieldType kind = snapshot.policies.kinds.value(field, FieldType::Text);
        if (!value.isReadable())
            return value.isAbsent() ? u"<absent>"_s : u"<forbidden>"_s;
        return canonicalText(kind, value);
    };
    Sight sight;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
        sight.append({hubSystem, it.key(), shown(it.key(), it->value)});
    for (const Link &link : links) {
        if (link.state != LinkState::Live || isGone(link))
            continue;
        const auto system = snapshot.systems.constFind(link.system);
        if (system == snapshot.systems.cend())
            continue;
        for (const FieldMap &map : system->fields) {
            if (link.shadow.contains(map.id))
                sight.append({link.system + u'/' + link.remote, map.hub, shown(map.hub, link.shadow.value(map.id))});
        }
    }
    std::sort(sight.begin(), sight.end());
    return sight;
}

bool covers(const std::optional<Sight> &seen, const Sight &sight)
{
    return seen && std::ranges::all_of(sight, [&](const SightRow &row) { return seen->contains(row); });
}

void planDeletes(Draft &draft, const HubRecord &record)
{
    Deleting(draft, record).run();
}

} // namespace syncline::core
