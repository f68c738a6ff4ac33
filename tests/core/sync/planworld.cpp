#include "core/sync/planworld.h"

#include "core/sync/planner.h"
#include "core/sync/settle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::test {

using namespace core;

namespace {

QString remoteId(const QString &system)
{
    return system + u"-1"_s;
}

} // namespace

PlanWorld::PlanWorld(int systems, const QMap<QString, FieldType> &fields, ConflictPolicy policy)
{
    m_snapshot.now = 1'000'000;
    m_snapshot.policies.kinds = fields;
    m_snapshot.policies.conflict = policy;
    m_snapshot.policies.primary = u"a"_s;
    for (int i = 0; i < systems; ++i) {
        System system;
        system.name = QChar(u'a' + i);
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            FieldMap map;
            map.id = map.hub = it.key();
            system.fields << map;
        }
        m_snapshot.systems.insert(system.name, system);
        m_snapshot.policies.order << system.name;
    }
}

void PlanWorld::setSpelling(const QString &system, const std::function<Value(const Value &)> &spelling)
{
    m_spellings.insert(system, spelling);
}

void PlanWorld::edit(const QString &system, const QString &field, const Value &value)
{
    ++m_snapshot.now;
    auto &record = m_records[system];
    if (record.isEmpty()) {
        const auto &kinds = m_snapshot.policies.kinds;
        for (auto it = kinds.begin(); it != kinds.end(); ++it)
            record.insert(it.key(), Value::null());
        record.insert(m_snapshot.policies.key, Value::text(u"p@x.test"_s));
    }
    record.insert(field, value);
    m_modified.insert(system, m_snapshot.now);
}

void PlanWorld::editHub(const QString &field, const Value &value)
{
    ++m_snapshot.now;
    for (HubRecord &record : m_snapshot.hub)
        record.fields.insert(field, HubField{value, personAuthor, m_snapshot.now, m_snapshot.now, {}});
}

void PlanWorld::observe(const QString &name)
{
    const auto record = m_records.constFind(name);
    if (record == m_records.cend())
        return;
    const auto link = std::ranges::find(m_snapshot.links, name, &Link::system);
    if (link != m_snapshot.links.end()) {
        core::observe(*link, m_snapshot.systems[name], m_snapshot.policies, *record, m_modified.value(name), {});
        return;
    }
    m_snapshot.strangers.removeIf([&](const Stranger &stranger) { return stranger.system == name; });
    m_snapshot.strangers << Stranger{name, remoteId(name),         *record, m_modified.value(name),
                                     {},   m_modified.value(name), {}};
}

Plan PlanWorld::planNow()
{
    for (const QString &name : systems())
        observe(name);
    return plan(m_snapshot);
}

Plan PlanWorld::sync()
{
    m_snapshot.now += 5;
    const Plan made = planNow();
    for (const Op &op : made.ops)
        carryOut(op);
    return made;
}

void PlanWorld::carryOut(const Op &op)
{
    if (!op.isLocal())
        return write(op);
    const auto link = std::ranges::find(m_snapshot.links, op.system, &Link::system);
    switch (op.kind) {
    case OpKind::Create:
    case OpKind::Update: {
        HubRecord &record = m_snapshot.hub[op.hub];
        record.id = op.hub;
        for (auto it = op.changes.begin(); it != op.changes.end(); ++it)
            record.fields.insert(it.key(), it->after);
        break;
    }
    case OpKind::Link: {
        const auto stranger = std::ranges::find(m_snapshot.strangers, op.system, &Stranger::system);
        Link made;
        made.hub = op.hub;
        made.system = op.system;
        made.remote = op.remote;
        made.shadow = stranger->fields;
        made.mtime = stranger->mtime;
        m_snapshot.links << made;
        m_snapshot.strangers.erase(stranger);
        break;
    }
    case OpKind::Agree:
        for (auto it = op.agreed.begin(); it != op.agreed.end(); ++it) {
            link->base.insert(it.key(), *it);
            link->refused.remove(it.key());
            link->wrote.remove(it.key());
        }
        break;
    case OpKind::Relink:
    case OpKind::Unlink:
    case OpKind::Archive:
    case OpKind::Delete:
        qFatal("nothing is deleted here");
    }
}

void PlanWorld::write(const Op &op)
{
    auto &record = m_records[op.system];
    const System &system = m_snapshot.systems[op.system];
    if (op.kind == OpKind::Create) {
        for (const FieldMap &map : system.fields)
            record.insert(map.id, Value::null());
        Link made;
        made.hub = op.hub;
        made.system = op.system;
        made.remote = remoteId(op.system);
        m_snapshot.links << made;
    }
    const auto spelling = m_spellings.value(op.system);
    for (auto it = op.sent.begin(); it != op.sent.end(); ++it)
        record.insert(it.key(), spelling ? spelling(it->value) : it->value);
    m_modified.insert(op.system, m_snapshot.now);
    Link &link = *std::ranges::find(m_snapshot.links, op.system, &Link::system);
    link.mtime = m_snapshot.now;
    settleWrite(link, system, m_snapshot.policies, op.sent, record);
    if (op.kind == OpKind::Create)
        settleBlanks(link, system, m_snapshot.hub.value(op.hub));
}

int visibleOperations(const Plan &plan)
{
    return int(std::ranges::count_if(plan.ops, [](const Op &op) { return op.kind != OpKind::Agree; }));
}

} // namespace syncline::test
