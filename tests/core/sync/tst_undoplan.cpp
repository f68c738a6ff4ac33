#include "core/sync/planner.h"
#include "core/sync/undo.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// Taking a run back as a plan (S-27).
class TestUndoPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOnlyReadDoesNotRedoIt();
    void aRecordThatIsDeletedAlreadyHoldsNothingBack();
};

namespace {

const QString field = u"field"_s;

Base agreed(const QString &value)
{
    return {Half::of(Value::text(value)), Half::of(Value::text(value)), field};
}

/// One hub record that "a" and "b" agree with.
Snapshot inStep(const QString &value)
{
    Snapshot snapshot;
    snapshot.policies.kinds = {{field, FieldType::Text}};
    snapshot.policies.order = {u"a"_s, u"b"_s};
    snapshot.now = 1'000'000;
    const HubField held{Value::text(value), u"a"_s, 100, {}, {}};
    snapshot.hub.insert(u"h"_s, {u"h"_s, {{field, held}}, HubState::Live, {}});
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
        link.remote = name + u'1';
        link.base.insert(field, agreed(value));
        link.shadow.insert(field, Value::text(value));
        snapshot.links.append(link);
    }
    return snapshot;
}

QMap<QString, QPair<Value, Value>> change(const QString &before, const QString &after)
{
    return {{field, {before.isEmpty() ? Value::null() : Value::text(before), Value::text(after)}}};
}

int writeCount(const Plan &plan)
{
    return int(std::ranges::count(plan.ops, OpKind::Update, &Op::kind));
}

} // namespace

/// The value that is put back is a person's, but no edit against a side that was never given the other one.
void TestUndoPlan::whatIsOnlyReadDoesNotRedoIt()
{
    Snapshot snapshot = inStep(u"new"_s);
    snapshot.systems[u"b"_s].fields.first().direction = Direction::Pull;
    snapshot.systems[u"b"_s].fields.first().enforce = true;
    snapshot.links[1].base.insert(field, agreed(u"own"_s));
    snapshot.links[1].shadow.insert(field, Value::text(u"own"_s));
    QCOMPARE(writeCount(plan(snapshot)), 0);
    const QList<JournalRow> rows{{hubSystem, OpKind::Update, u"h"_s, {}, change(u"old"_s, u"new"_s), false},
                                 {u"a"_s, OpKind::Update, u"h"_s, u"a1"_s, change(u"old"_s, u"new"_s), false}};
    const UndoPlan back = undo(rows, snapshot);
    QCOMPARE(writeCount(back.plan), 2);
    for (const Op &op : back.plan.ops) {
        if (op.system == hubSystem)
            snapshot.hub[u"h"_s].fields[field] = op.changes.value(field).after;
        else if (op.kind == OpKind::Agree)
            snapshot.links[1].base.insert(op.agreed);
    }
    snapshot.links[0].base.insert(field, agreed(u"old"_s));
    snapshot.links[0].shadow.insert(field, Value::text(u"old"_s));
    QCOMPARE(snapshot.hub.value(u"h"_s).fields.value(field).value, Value::text(u"old"_s));
    QCOMPARE(writeCount(plan(snapshot)), 0);
}

/// An undo whose delete was answered late left the record here; taken back once more it goes.
void TestUndoPlan::aRecordThatIsDeletedAlreadyHoldsNothingBack()
{
    Snapshot snapshot = inStep(u"new"_s);
    const QList<JournalRow> rows{{hubSystem, OpKind::Create, u"h"_s, {}, change({}, u"new"_s), false},
                                 {u"b"_s, OpKind::Create, u"h"_s, u"b1"_s, change({}, u"new"_s), false}};
    const auto deletes = [&] {
        QStringList systems;
        const UndoPlan back = undo(rows, snapshot);
        for (const Op &op : back.plan.ops)
            systems << (op.kind == OpKind::Delete ? op.system : QString());
        return systems.join(u' ');
    };
    QCOMPARE(deletes(), u"b hub"_s);
    snapshot.links[1].state = LinkState::Deleted;
    QCOMPARE(deletes(), hubSystem);
    snapshot.links[1].state = LinkState::Excluded; // somebody restored it
    QCOMPARE(deletes(), QString());
}

QTEST_GUILESS_MAIN(TestUndoPlan)
#include "tst_undoplan.moc"
