#include "core/sync/planner.h"

#include "core/sync/drafting.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

QString plannerText(const char *text)
{
    return QCoreApplication::translate("syncline::core::planner", text);
}

Value valueOf(const HubRecord &record, const QString &field)
{
    const auto it = record.fields.constFind(field);
    return it == record.fields.cend() ? Value::null() : it->value;
}

QString hubRow(const QString &hubId)
{
    return u"hub:"_s + hubId;
}

const System *Draft::system(const QString &name) const
{
    const auto it = snap.systems.constFind(name);
    return it == snap.systems.cend() || it->paused ? nullptr : &*it;
}

Draft::Draft(const Snapshot &snapshot) : snap(snapshot)
{
    for (const System &system : snapshot.systems) {
        for (const FieldMap &map : system.fields)
            m_maps[&system][map.hub].append(&map);
    }
}

QList<const FieldMap *> Draft::mapsOf(const System &system, const QString &field) const
{
    const auto maps = m_maps.constFind(&system);
    return maps == m_maps.cend() ? QList<const FieldMap *>() : maps->value(field);
}

const QStringList &Draft::fieldsOf(const QList<const System *> &systems)
{
    QStringList &names = m_fields[systems];
    if (!names.isEmpty())
        return names;
    for (const System *system : systems) {
        for (const FieldMap &map : system->fields)
            names << map.hub;
    }
    std::ranges::sort(names);
    names.removeDuplicates();
    return names;
}

bool Draft::worsens(const QString &systemName, const QString &record, Status status) const
{
    const auto rows = plan.ledger.constFind(systemName);
    if (rows == plan.ledger.cend())
        return true;
    const auto row = rows->constFind(record);
    return row == rows->cend() || row->status < status;
}

QString Draft::familyOf(const QString &systemName) const
{
    const auto it = snap.systems.constFind(systemName);
    if (it != snap.systems.cend())
        return it->family.isEmpty() ? it->name : it->family;
    const QString integration = systemName.section(u'/', 0, 0);
    return snap.systems.contains(integration) ? integration : systemName;
}

QList<const System *> Draft::siblings(const QString &family) const
{
    QList<const System *> found;
    for (const System &system : snap.systems) {
        if ((system.family.isEmpty() ? system.name : system.family) == family)
            found.append(&system);
    }
    return found;
}

void Draft::mark(const QString &systemName, const QString &record, Status status, const QString &reason)
{
    if (worsens(systemName, record, status))
        plan.ledger[systemName].insert(record, {status, reason});
}

void Draft::hold(const QString &systemName, const QString &hubId, const QString &remote, const QString &code,
                 const QString &reason)
{
    plan.held.append({systemName, hubId, remote, code, reason});
    mark(systemName, remote.isEmpty() ? hubRow(hubId) : remote, Status::Held, reason);
}

QString Draft::keyOfSide(const QString &systemName, const QMap<QString, Value> &byMap) const
{
    const auto found = snap.systems.constFind(systemName);
    if (found == snap.systems.cend())
        return {};
    for (const FieldMap &map : found->fields) {
        if (map.hub != snap.policies.key)
            continue;
        if (const QString key = keyOf(snap.policies, byMap.value(map.id)); !key.isEmpty())
            return key;
    }
    return {};
}

QString Draft::hubKey(const HubRecord &record) const
{
    return keyOf(snap.policies, valueOf(record, snap.policies.key));
}

QString keyOf(const Policies &policies, const Value &keyValue)
{
    const FieldType kind = policies.kinds.value(policies.key, FieldType::Text);
    const QString key = canonicalText(kind, keyValue);
    // Names are compared the way the CRMs' databases compare them: without regard to case.
    return kind == FieldType::Email ? key : key.toCaseFolded().trimmed();
}

QStringList guardSentences(const Policies &policies, int liveLinks, int removed, int cleared, int touchedLinks)
{
    const int share = int(liveLinks * policies.guardShare);
    const int limit = std::max(policies.guardFloor, std::min(policies.guardCount, share));
    QStringList guards;
    if (removed + cleared > limit) {
        guards << plannerText("This run would delete %1 records and clear %2 values; the limit is %3.")
                      .arg(removed)
                      .arg(cleared)
                      .arg(limit);
    }
    if (liveLinks >= policies.guardFloor && touchedLinks == liveLinks)
        guards << plannerText("This run would change every linked record (%1).").arg(liveLinks);
    return guards;
}

namespace {

void count(Draft &draft)
{
    Plan &plan = draft.plan;
    for (const Link &link : std::as_const(draft.links))
        plan.liveLinks += link.state == LinkState::Live ? 1 : 0;
    plan.removed = int(plan.queue.size());
    for (const Op &op : std::as_const(plan.ops)) {
        if (op.kind == OpKind::Delete || op.kind == OpKind::Archive || op.kind == OpKind::Unlink)
            ++plan.removed;
        if (op.kind != OpKind::Update)
            continue;
        for (const Sent &sent : op.sent)
            plan.cleared += sent.value.isBlank() && !sent.before.isBlank() ? 1 : 0;
        for (const HubChange &change : op.changes)
            plan.cleared += change.after.value.isBlank() && !change.before.value.isBlank() ? 1 : 0;
        if (op.system != hubSystem)
            plan.touched.insert({op.system, op.remote});
    }
    plan.guards = guardSentences(draft.snap.policies, plan.liveLinks, plan.removed, plan.cleared,
                                 int(plan.touched.size()));
}

void markLinks(Draft &draft)
{
    for (const Link &link : std::as_const(draft.links)) {
        if (!draft.system(link.system))
            continue;
        const bool out = link.state != LinkState::Live || draft.hub.value(link.hub).state != HubState::Live;
        draft.mark(link.system, link.remote, out ? Status::LeftOut : Status::Equal, [out] {
            return out ? plannerText("It is not kept in step any more.") : plannerText("Equal on both sides.");
        });
    }
}

} // namespace

Plan plan(const Snapshot &snapshot)
{
    Draft draft(snapshot);
    draft.hub = snapshot.hub;
    draft.links = snapshot.links;
    for (const Intent &intent : snapshot.intents)
        draft.busy.insert({draft.familyOf(intent.system), intent.hub});
    matchStrangers(draft);
    std::ranges::stable_sort(draft.links, {}, [](const Link &link) { return std::pair(link.system, link.remote); });
    for (const Link &link : std::as_const(draft.links))
        draft.byHub[link.hub].append(&link);
    for (auto it = draft.hub.begin(); it != draft.hub.end(); ++it) {
        if (it->state == HubState::Archived && snapshot.policies.consentOfArchived)
            planRecord(draft, *it);
        if (it->state != HubState::Live)
            continue;
        planDeletes(draft, *it);
        if (!draft.doomed.contains(it.key()))
            planRecord(draft, *it);
    }
    planCreates(draft);
    markLinks(draft);
    count(draft);
    std::ranges::stable_sort(draft.plan.ops, {},
                             [](const Op &op) { return std::tuple(op.hub, !op.isLocal(), !op.consentOnly); });
    return std::move(draft.plan);
}

} // namespace syncline::core
