#pragma once

#include "core/sync/planner.h"

#include <algorithm>

/// One field of one record and two CRMs, for tests of what the planner makes of it.
namespace syncline::test {

using namespace Qt::StringLiterals;
using namespace core;

inline const QString field = u"field"_s;

/// One hub record linked to "a" and "b"; each base is agreed as the hub was, unless a test says otherwise.
struct Case
{
    Snapshot snapshot;

    Case(FieldType kind, const Value &agreed, ConflictPolicy policy = ConflictPolicy::Manual)
    {
        snapshot.policies.kinds = {{field, kind}, {u"city"_s, FieldType::Text}, {u"zip"_s, FieldType::Text}};
        snapshot.policies.order = {u"a"_s, u"b"_s};
        snapshot.policies.primary = u"a"_s;
        snapshot.policies.conflict = policy;
        snapshot.now = 1'000'000;
        snapshot.hub.insert(u"h"_s, {u"h"_s, {{field, HubField{agreed, u"a"_s, 100, {}, {}}}}, HubState::Live, {}});
        for (const QString &name : {u"a"_s, u"b"_s}) {
            FieldMap map;
            map.id = map.hub = field;
            System system;
            system.name = name;
            system.fields = {map};
            snapshot.systems.insert(name, system);
            Link link;
            link.hub = u"h"_s;
            link.system = name;
            link.remote = u"1"_s;
            link.base.insert(field, {Half::of(agreed), Half::of(agreed), field});
            link.shadow.insert(field, agreed);
            link.mtime = 500;
            snapshot.links.append(link);
        }
    }

    Link &link(const QString &name) { return snapshot.links[name == u"a"_s ? 0 : 1]; }
    FieldMap &map(const QString &name) { return snapshot.systems[name].fields.first(); }
    void shows(const QString &name, const Value &value) { link(name).shadow.insert(field, value); }
    void neverMet(const QString &name, const Value &value)
    {
        link(name).base.clear();
        shows(name, value);
    }
    void typedInWorkspace(const Value &value)
    {
        snapshot.hub[u"h"_s].fields[field] = {value, personAuthor, 900, 900, {}};
    }
    Plan plan() const { return core::plan(snapshot); }
};

/// What the plan writes to an integration; absent: nothing.
inline Value sentTo(const Plan &plan, const QString &system)
{
    for (const Op &op : plan.ops) {
        if (op.system == system && op.kind == OpKind::Update)
            return op.sent.value(field).value;
    }
    return {};
}

/// What the plan puts into the hub; absent: nothing.
inline Value takenOver(const Plan &plan)
{
    for (const Op &op : plan.ops) {
        if (op.system == hubSystem && op.kind == OpKind::Update)
            return op.changes.value(field).after.value;
    }
    return {};
}

inline int writeCount(const Plan &plan)
{
    return int(std::ranges::count(plan.ops, OpKind::Update, &Op::kind));
}

inline Value text(const QString &value)
{
    return Value::text(value);
}

} // namespace syncline::test
