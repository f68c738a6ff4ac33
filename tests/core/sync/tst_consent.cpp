#include "core/sync/planner.h"
#include "core/sync/undo.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

namespace {

const QString consent = u"consent"_s, title = u"title"_s;
const Value refused = Value::text(u"refused"_s), granted = Value::text(u"granted"_s), unknown = Value::null();

/// One person linked to "a", "b" and "c", with a job title and a consent; all agree, unless a test says otherwise.
struct Three
{
    Snapshot snapshot;

    Three()
    {
        snapshot.policies.kinds = {{consent, FieldType::Consent}, {title, FieldType::Text}};
        snapshot.policies.order = {u"a"_s, u"b"_s, u"c"_s};
        snapshot.policies.consentOfArchived = true;
        snapshot.now = 1'000'000;
        HubRecord record{u"h"_s, {}, HubState::Live, {}};
        record.fields.insert(title, HubField{Value::text(u"Clerk"_s), u"a"_s, 100, {}, {}});
        snapshot.hub.insert(record.id, record);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            add(name);
        agree(title, Value::text(u"Clerk"_s));
        agree(consent, unknown);
    }

    void add(const QString &name)
    {
        System system;
        system.name = name;
        for (const QString &field : {consent, title}) {
            FieldMap map;
            map.id = map.hub = field;
            system.fields.append(map);
        }
        snapshot.systems.insert(name, system);
        Link link;
        link.hub = u"h"_s;
        link.system = name;
        link.remote = u"1"_s;
        link.mtime = 500;
        snapshot.links.append(link);
    }
    void agree(const QString &field, const Value &value)
    {
        snapshot.hub[u"h"_s].fields[field].value = value;
        for (Link &link : snapshot.links) {
            link.base.insert(field, {Half::of(value), Half::of(value), field});
            link.shadow.insert(field, value);
        }
    }
    Link &link(const QString &name) { return snapshot.links[name.front().unicode() - u'a']; }
    void shows(const QString &name, const QString &field, const Value &value)
    {
        link(name).shadow.insert(field, value);
    }
    void direct(const QString &name, Direction direction) { snapshot.systems[name].fields[0].direction = direction; }
    /// Takes part with clerks only.
    void filterClerks(const QString &name)
    {
        snapshot.systems[name].takesPart = [](const QMap<QString, Value> &values) {
            return values.value(title).text() == "Clerk"_L1;
        };
    }
    Plan plan() const { return core::plan(snapshot); }
};

/// What the plan writes to an integration; absent: nothing.
Value sentTo(const Plan &plan, const QString &system, const QString &field)
{
    for (const Op &op : plan.ops) {
        if (op.system == system && op.kind == OpKind::Update && op.sent.contains(field))
            return op.sent.value(field).value;
    }
    return {};
}

Value takenOver(const Plan &plan, const QString &field)
{
    for (const Op &op : plan.ops) {
        if (op.system == hubSystem && op.kind == OpKind::Update && op.changes.contains(field))
            return op.changes.value(field).after.value;
    }
    return {};
}

int writeCount(const Plan &plan)
{
    return int(std::ranges::count(plan.ops, OpKind::Update, &Op::kind));
}

} // namespace

/// A refusal reaches everything that is linked, and nothing but a person's act takes it back (S-24, S-33).
class TestConsent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusalGoesBeforeAllOtherWrites();
    void aRefusalPassesAnOpenConflict();
    void outsideAFilterOnlyARefusalPasses();
    void anEditThatLeavesTheFilterStaysWhereItIs();
    void aConsentIsNotSpreadOutsideTheFilter();
    void aFilterOnConsentItselfDoesNotKeepTheRefusalBack();
    void aRecordThatComesBackIntoTheFilterIsKeptInStepAgain();
    void anArchivedRecordIsFrozenButForARefusal();
    void aRefusalIsNotWrittenWhereConsentIsOnlyRead();
    void aPushNeverTakesARefusalBack_data();
    void aPushNeverTakesARefusalBack();
    void theStricterWinsWhateverThePolicySays_data();
    void theStricterWinsWhateverThePolicySays();
    void leavingARefusalIsForAPerson();
    void aPersonLoosensItEverywhere();
    void undoLeavesARefusalAlone();
    void aRefusalGoesOnWhileADeleteWaits();
    void twoPeopleMergedInOneCrmLoosenNothing();
};

void TestConsent::aRefusalGoesBeforeAllOtherWrites()
{
    Three c;
    c.shows(u"a"_s, consent, refused);
    c.shows(u"a"_s, title, Value::text(u"Manager"_s));
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan, consent), refused);
    for (const QString &name : {u"b"_s, u"c"_s}) {
        const auto isRemote = [&](const Op &op) { return op.system == name && op.kind == OpKind::Update; };
        const auto first = std::ranges::find_if(plan.ops, isRemote);
        QVERIFY(first != plan.ops.end() && first->consentOnly);
        QCOMPARE(first->sent.keys(), QStringList{consent});
        QCOMPARE(sentTo(plan, name, title), Value::text(u"Manager"_s));
    }
}

void TestConsent::aRefusalPassesAnOpenConflict()
{
    Three c;
    c.shows(u"a"_s, title, Value::text(u"Manager"_s));
    c.shows(u"b"_s, title, Value::text(u"Chief"_s));
    c.shows(u"a"_s, consent, refused);
    const Plan plan = c.plan();
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(sentTo(plan, u"b"_s, consent), refused);
    QCOMPARE(sentTo(plan, u"c"_s, consent), refused);
    QVERIFY(sentTo(plan, u"c"_s, title).isAbsent());
}

void TestConsent::outsideAFilterOnlyARefusalPasses()
{
    Three c;
    c.filterClerks(u"b"_s);
    c.shows(u"a"_s, title, Value::text(u"Manager"_s)); // by which it leaves b's filter
    c.shows(u"a"_s, consent, refused);
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan, title), Value::text(u"Manager"_s));
    QCOMPARE(sentTo(plan, u"c"_s, title), Value::text(u"Manager"_s));
    QVERIFY(sentTo(plan, u"b"_s, title).isAbsent());
    QCOMPARE(sentTo(plan, u"b"_s, consent), refused);
}

void TestConsent::anEditThatLeavesTheFilterStaysWhereItIs()
{
    Three c;
    c.filterClerks(u"b"_s);
    c.shows(u"b"_s, title, Value::text(u"Manager"_s));
    Plan plan = c.plan();
    QCOMPARE(writeCount(plan), 0);
    QCOMPARE(plan.ledger[u"b"_s][u"1"_s].status, Status::LeftOut);
    c.shows(u"b"_s, consent, refused);
    plan = c.plan();
    QCOMPARE(takenOver(plan, consent), refused);
    QCOMPARE(sentTo(plan, u"a"_s, consent), refused);
    QVERIFY(sentTo(plan, u"a"_s, title).isAbsent());
}

void TestConsent::aConsentIsNotSpreadOutsideTheFilter()
{
    Three c;
    c.filterClerks(u"b"_s);
    c.agree(title, Value::text(u"Manager"_s));
    c.shows(u"a"_s, consent, granted);
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan, consent), granted);
    QCOMPARE(sentTo(plan, u"c"_s, consent), granted);
    QVERIFY(sentTo(plan, u"b"_s, consent).isAbsent());
    Three other;
    other.filterClerks(u"b"_s);
    other.agree(title, Value::text(u"Manager"_s));
    other.shows(u"b"_s, consent, granted);
    QCOMPARE(writeCount(other.plan()), 0);
}

void TestConsent::aFilterOnConsentItselfDoesNotKeepTheRefusalBack()
{
    Three c;
    for (const QString &name : {u"a"_s, u"b"_s})
        c.snapshot.systems[name].takesPart = [](const QMap<QString, Value> &values) {
            return values.value(consent).text() != "refused"_L1;
        };
    c.shows(u"a"_s, consent, refused);
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan, consent), refused);
    QCOMPARE(sentTo(plan, u"b"_s, consent), refused);
    QCOMPARE(sentTo(plan, u"c"_s, consent), refused);
}

void TestConsent::aRecordThatComesBackIntoTheFilterIsKeptInStepAgain()
{
    Three c;
    c.filterClerks(u"b"_s);
    c.snapshot.hub[u"h"_s].fields[title].value = Value::text(u"Manager"_s); // while it was away b kept the clerk
    for (const QString &name : {u"a"_s, u"c"_s}) {
        c.link(name).base[title] = {Half::of(Value::text(u"Manager"_s)), Half::of(Value::text(u"Manager"_s)), title};
        c.shows(name, title, Value::text(u"Manager"_s));
    }
    QCOMPARE(writeCount(c.plan()), 0);
    c.shows(u"a"_s, title, Value::text(u"Clerk"_s));
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan, title), Value::text(u"Clerk"_s));
    QCOMPARE(sentTo(plan, u"c"_s, title), Value::text(u"Clerk"_s));
    QVERIFY(sentTo(plan, u"b"_s, title).isAbsent()); // it shows the clerk already
    QVERIFY(plan.conflicts.isEmpty());
    c.snapshot.systems[u"b"_s].takesPart = [](const QMap<QString, Value> &values) {
        return values.value(title).text() != "Manager"_L1;
    };
    c.shows(u"a"_s, title, Value::text(u"Chief"_s));
    QCOMPARE(sentTo(c.plan(), u"b"_s, title), Value::text(u"Chief"_s));
}

void TestConsent::anArchivedRecordIsFrozenButForARefusal()
{
    Three c;
    c.snapshot.hub[u"h"_s].state = HubState::Archived;
    c.shows(u"a"_s, title, Value::text(u"Manager"_s));
    QCOMPARE(writeCount(c.plan()), 0);
    c.shows(u"a"_s, consent, refused);
    const Plan plan = c.plan();
    QCOMPARE(sentTo(plan, u"b"_s, consent), refused);
    QCOMPARE(sentTo(plan, u"c"_s, consent), refused);
    QVERIFY(sentTo(plan, u"c"_s, title).isAbsent());
    QVERIFY(takenOver(plan, title).isAbsent());
}

void TestConsent::aRefusalIsNotWrittenWhereConsentIsOnlyRead()
{
    Three c;
    c.direct(u"b"_s, Direction::Pull);
    c.shows(u"a"_s, consent, refused);
    const Plan plan = c.plan();
    QVERIFY(sentTo(plan, u"b"_s, consent).isAbsent());
    QCOMPARE(sentTo(plan, u"c"_s, consent), refused);
}

void TestConsent::aPushNeverTakesARefusalBack_data()
{
    QTest::addColumn<Value>("hub");
    QTest::newRow("granted") << granted;
    QTest::newRow("unknown") << unknown;
}

void TestConsent::aPushNeverTakesARefusalBack()
{
    QFETCH(Value, hub);
    Three c;
    c.direct(u"b"_s, Direction::Push); // what it holds is not taken over
    c.snapshot.hub[u"h"_s].fields[consent] = {hub, u"a"_s, 900, {}, {}};
    c.shows(u"a"_s, consent, hub);
    c.shows(u"b"_s, consent, refused);
    QVERIFY(sentTo(c.plan(), u"b"_s, consent).isAbsent());
    c.snapshot.systems[u"b"_s].fields[0].enforce = true;
    QVERIFY(sentTo(c.plan(), u"b"_s, consent).isAbsent());
}

void TestConsent::theStricterWinsWhateverThePolicySays_data()
{
    QTest::addColumn<int>("policy");
    for (const auto policy : {ConflictPolicy::Manual, ConflictPolicy::LastWriteWins, ConflictPolicy::FieldMerge,
                              ConflictPolicy::PrimaryWins, ConflictPolicy::SecondaryWins})
        QTest::addRow("%d", int(policy)) << int(policy);
}

void TestConsent::theStricterWinsWhateverThePolicySays()
{
    QFETCH(int, policy);
    Three c;
    c.snapshot.policies.conflict = ConflictPolicy(policy);
    c.snapshot.policies.primary = u"a"_s;
    c.shows(u"a"_s, consent, granted);
    c.link(u"a"_s).mtime = 9000;
    c.shows(u"b"_s, consent, refused);
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan, consent), refused);
    QCOMPARE(sentTo(plan, u"a"_s, consent), refused);
    QCOMPARE(sentTo(plan, u"c"_s, consent), refused);
}

void TestConsent::leavingARefusalIsForAPerson()
{
    Three c;
    c.agree(consent, refused);
    c.shows(u"b"_s, consent, granted);
    const Plan plan = c.plan();
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(plan.conflicts.first().cause, ConflictCause::ConsentLoosened);
    QCOMPARE(writeCount(plan), 0); // neither spread nor put back
}

void TestConsent::aPersonLoosensItEverywhere()
{
    Three c;
    c.agree(consent, refused);
    c.snapshot.hub[u"h"_s].fields[consent] = {granted, personAuthor, 900, 900, {}};
    const Plan plan = c.plan();
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QCOMPARE(sentTo(plan, name, consent), granted);
}

void TestConsent::undoLeavesARefusalAlone()
{
    Three c;
    c.agree(consent, refused);
    JournalRow here{hubSystem, OpKind::Update, u"h"_s, {}, {{consent, {unknown, refused}}}, false};
    JournalRow there{u"b"_s, OpKind::Update, u"h"_s, u"1"_s, {{consent, {unknown, refused}}}, false};
    const UndoPlan inverse = undo({here, there}, c.snapshot);
    QVERIFY(inverse.plan.ops.isEmpty());
    for (const UndoRow &row : inverse.rows)
        QCOMPARE(row.outcome, UndoOutcome::Kept);
}

void TestConsent::aRefusalGoesOnWhileADeleteWaits()
{
    Three c;
    c.link(u"c"_s).evidence = {true, true, 0};
    c.shows(u"a"_s, consent, refused);
    const Plan plan = c.plan();
    QCOMPARE(plan.queue.size(), 1);
    QCOMPARE(sentTo(plan, u"b"_s, consent), refused);
}

void TestConsent::twoPeopleMergedInOneCrmLoosenNothing()
{
    Three c; // the link moved to the surviving record, which knows of no refusal
    c.agree(consent, refused);
    c.link(u"a"_s).remote = u"2"_s;
    c.shows(u"a"_s, consent, unknown);
    const Plan plan = c.plan();
    QCOMPARE(writeCount(plan), 0);
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(plan.conflicts.first().cause, ConflictCause::ConsentLoosened);
}

QTEST_GUILESS_MAIN(TestConsent)
#include "tst_consent.moc"
