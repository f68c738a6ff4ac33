#include "core/sync/planner.h"
#include "core/sync/settle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// What the planner does with one field over its links: groups, primaries, tag namespaces, one-way fields. The oracle
/// knows none of them.
class TestMerging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangedPartOfAGroupIsPushedAlone();
    void aSideThatLacksAPartDoesNotClearIt();
    void partsThatTwoSidesKnowAtFirstSightFillEachOther();
    void differentPartsAtFirstSightAreAConflictOfTheGroup();
    void twoSidesThatChangeOneGroupAreOneConflict();
    void aPushOnlyPartOfAGroupNeverClaims();
    void aPullOnlyPartOfAGroupIsNeverWritten();
    void aChangedPrimaryIsOneEdit();
    void twoChangedPrimariesAreAConflict();
    void anAdditionBeatsARemoval();
    void tagsOutsideTheNamespaceAreNeverRemoved_data();
    void tagsOutsideTheNamespaceAreNeverRemoved();
    void tagsInsideTheNamespaceAreRemoved();
    void withRoomForOneTheNextMemberIsShown_data();
    void withRoomForOneTheNextMemberIsShown();
    void whatACrmWouldMakeOfTheOthersValueIsNoConflict_data();
    void whatACrmWouldMakeOfTheOthersValueIsNoConflict();
    void aGroupWithSuchAPartFillsTheRest();
    void aPulledFieldTakesAnEditOfTheWorkspaceBack();
    void aPulledFieldThatChangedWinsOverAnEditOfTheWorkspace();
    void whatWasNotSentOfAGroupIsNotAgreed();
    void aBlankGroupThatSomebodyChoseClearsItsParts();
    void aPartThatACrmRefusesIsNotMetByIt_data();
    void aPartThatACrmRefusesIsNotMetByIt();
    void aRefusedPartIsNotSentAgain();
    void anAnswerIsRefusedWhenAnotherPartMoved();
    void aSideThatAddsToAGroupDoesNotSilenceTheHubAgainstAnother();
    void aPushedFieldKeepsTheFarEdit_data();
    void aPushedFieldKeepsTheFarEdit();
};

namespace {

const QString field = u"field"_s;

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
Value sentTo(const Plan &plan, const QString &system)
{
    for (const Op &op : plan.ops) {
        if (op.system == system && op.kind == OpKind::Update)
            return op.sent.value(field).value;
    }
    return {};
}

/// What the plan puts into the hub; absent: nothing.
Value takenOver(const Plan &plan)
{
    for (const Op &op : plan.ops) {
        if (op.system == hubSystem && op.kind == OpKind::Update)
            return op.changes.value(field).after.value;
    }
    return {};
}

int writeCount(const Plan &plan)
{
    return int(std::ranges::count(plan.ops, OpKind::Update, &Op::kind));
}

Value text(const QString &value)
{
    return Value::text(value);
}

Value address(const QString &city, const QString &zip)
{
    return Value::group({{u"city"_s, text(city)}, {u"zip"_s, text(zip)}});
}

Value onlyCity(const QString &city)
{
    return Value::group({{u"city"_s, text(city)}});
}

Value mails(const QStringList &all, const QString &primary)
{
    Value::Items items;
    for (const QString &one : all)
        items.append({one, {}, one == primary});
    return Value::list(items);
}

} // namespace

void TestMerging::aChangedPartOfAGroupIsPushedAlone()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"53111"_s));
    c.shows(u"a"_s, address(u"Bonn"_s, u"53113"_s));
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan), address(u"Bonn"_s, u"53113"_s));
    QCOMPARE(sentTo(plan, u"b"_s), Value::group({{u"zip"_s, text(u"53113"_s)}}));
}

void TestMerging::aSideThatLacksAPartDoesNotClearIt()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"53111"_s));
    c.map(u"a"_s).parts = {{u"city"_s, Direction::Both}};
    c.link(u"a"_s).base[field].remote = Half::of(onlyCity(u"Bonn"_s));
    c.shows(u"a"_s, onlyCity(u"Köln"_s));
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan), address(u"Köln"_s, u"53111"_s));
    QCOMPARE(sentTo(plan, u"b"_s), onlyCity(u"Köln"_s));
}

void TestMerging::partsThatTwoSidesKnowAtFirstSightFillEachOther()
{
    Case c(FieldType::Group, Value::null());
    c.neverMet(u"a"_s, address(u"Bonn"_s, {}));
    c.neverMet(u"b"_s, address({}, u"53111"_s));
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan), address(u"Bonn"_s, u"53111"_s));
    QCOMPARE(sentTo(plan, u"a"_s), Value::group({{u"zip"_s, text(u"53111"_s)}}));
    QCOMPARE(sentTo(plan, u"b"_s), onlyCity(u"Bonn"_s));
}

void TestMerging::differentPartsAtFirstSightAreAConflictOfTheGroup()
{
    Case c(FieldType::Group, Value::null());
    c.neverMet(u"a"_s, address(u"Bonn"_s, {}));
    c.neverMet(u"b"_s, address(u"Köln"_s, u"53111"_s));
    const Plan plan = c.plan();
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(plan.conflicts.first().cause, ConflictCause::FirstMeeting);
    QCOMPARE(writeCount(plan), 0);
}

void TestMerging::twoSidesThatChangeOneGroupAreOneConflict()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"53111"_s));
    c.shows(u"a"_s, address(u"Bonn"_s, u"53113"_s));
    c.shows(u"b"_s, address(u"Köln"_s, u"53111"_s));
    const Plan plan = c.plan();
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(writeCount(plan), 0);
}

void TestMerging::aPushOnlyPartOfAGroupNeverClaims()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"53111"_s));
    c.map(u"a"_s).parts = {{u"city"_s, Direction::Both}, {u"zip"_s, Direction::Push}};
    c.shows(u"a"_s, address(u"Bonn"_s, u"99999"_s));
    QCOMPARE(takenOver(c.plan()), Value());
    QCOMPARE(sentTo(c.plan(), u"b"_s), Value());
}

void TestMerging::aPullOnlyPartOfAGroupIsNeverWritten()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"53111"_s));
    c.map(u"b"_s).parts = {{u"city"_s, Direction::Both}, {u"zip"_s, Direction::Pull}};
    c.shows(u"a"_s, address(u"Köln"_s, u"50667"_s));
    QCOMPARE(sentTo(c.plan(), u"b"_s), onlyCity(u"Köln"_s));
}

void TestMerging::aChangedPrimaryIsOneEdit()
{
    const QStringList both{u"x@example.org"_s, u"y@example.org"_s};
    Case c(FieldType::List, mails(both, both[0]));
    c.shows(u"b"_s, mails(both, both[1]));
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan), mails(both, both[1]));
    QCOMPARE(sentTo(plan, u"a"_s), mails(both, both[1]));
}

void TestMerging::twoChangedPrimariesAreAConflict()
{
    const QStringList all{u"x@example.org"_s, u"y@example.org"_s, u"z@example.org"_s};
    Case c(FieldType::List, mails(all, all[0]));
    c.shows(u"a"_s, mails(all, all[1]));
    c.shows(u"b"_s, mails(all, all[2]));
    const Plan plan = c.plan();
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(writeCount(plan), 0);
}

void TestMerging::anAdditionBeatsARemoval()
{
    Case c(FieldType::Set, Value::set({u"old"_s}));
    c.link(u"b"_s).base[field] = {Half::of(Value::set({})), Half::of(Value::set({})), field};
    c.shows(u"a"_s, Value::set({}));
    c.shows(u"b"_s, Value::set({u"new"_s, u"old"_s}));
    QCOMPARE(sentTo(c.plan(), u"a"_s), Value::set({u"new"_s, u"old"_s}));
    QVERIFY(c.plan().conflicts.isEmpty());
}

void TestMerging::tagsOutsideTheNamespaceAreNeverRemoved_data()
{
    QTest::addColumn<ConflictPolicy>("policy");
    QTest::newRow("a person decides") << ConflictPolicy::Manual;
    QTest::newRow("the primary wins") << ConflictPolicy::PrimaryWins;
}

void TestMerging::tagsOutsideTheNamespaceAreNeverRemoved()
{
    QFETCH(ConflictPolicy, policy);
    Case c(FieldType::Set, Value::set({u"crm:vip"_s, u"mine"_s}), policy);
    c.map(u"a"_s).tagNamespace = c.map(u"b"_s).tagNamespace = u"crm:"_s;
    c.shows(u"a"_s, Value::set({u"crm:new"_s, u"crm:vip"_s}));
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan), Value::set({u"crm:new"_s, u"crm:vip"_s, u"mine"_s}));
    QCOMPARE(sentTo(plan, u"b"_s), Value::set({u"crm:new"_s, u"crm:vip"_s, u"mine"_s}));
    QCOMPARE(sentTo(plan, u"a"_s), Value());
}

void TestMerging::tagsInsideTheNamespaceAreRemoved()
{
    Case c(FieldType::Set, Value::set({u"crm:vip"_s, u"mine"_s}));
    c.map(u"a"_s).tagNamespace = c.map(u"b"_s).tagNamespace = u"crm:"_s;
    c.shows(u"a"_s, Value::set({u"mine"_s}));
    QCOMPARE(takenOver(c.plan()), Value::set({u"mine"_s}));
    QCOMPARE(sentTo(c.plan(), u"b"_s), Value::set({u"mine"_s}));
}

/// "b" has room for one member and shows "one", which somebody takes away.
void TestMerging::withRoomForOneTheNextMemberIsShown_data()
{
    QTest::addColumn<QString>("at");
    QTest::newRow("it goes elsewhere") << u"a"_s;
    QTest::newRow("it goes there") << u"b"_s;
}

void TestMerging::withRoomForOneTheNextMemberIsShown()
{
    QFETCH(QString, at);
    const Value both = Value::set({u"one"_s, u"two"_s}), one = Value::set({u"one"_s}), two = Value::set({u"two"_s});
    Case c(FieldType::Set, both);
    c.map(u"b"_s).predict = [](const Value &value) { return Value::set(value.members().first(1)); };
    c.link(u"b"_s).base[field].remote = Half::of(one);
    c.shows(u"b"_s, one);
    QCOMPARE(writeCount(c.plan()), 0);
    c.shows(at, at == "a"_L1 ? two : Value::set({}));
    QCOMPARE(takenOver(c.plan()), two);
    QCOMPARE(sentTo(c.plan(), u"b"_s), two);
}

namespace {

Value inEnglish(const Value &value)
{
    return value == text(u"Köln"_s) ? text(u"Cologne"_s) : value;
}

} // namespace

void TestMerging::whatACrmWouldMakeOfTheOthersValueIsNoConflict_data()
{
    QTest::addColumn<bool>("first"); // do they meet for the first time, or did both change
    QTest::newRow("first meeting") << true;
    QTest::newRow("both edited") << false;
}

void TestMerging::whatACrmWouldMakeOfTheOthersValueIsNoConflict()
{
    QFETCH(bool, first);
    Case c(FieldType::Text, first ? Value::null() : text(u"Bonn"_s));
    c.map(u"a"_s).predict = inEnglish;
    if (first)
        c.link(u"a"_s).base.clear();
    if (first)
        c.link(u"b"_s).base.clear();
    c.shows(u"a"_s, text(u"Cologne"_s));
    c.shows(u"b"_s, text(u"Köln"_s));
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan), text(u"Köln"_s));
    QVERIFY(sentTo(plan, u"a"_s).isAbsent() && sentTo(plan, u"b"_s).isAbsent());
    c.shows(u"a"_s, text(u"Aachen"_s));
    QCOMPARE(c.plan().conflicts.size(), 1);
}

void TestMerging::aGroupWithSuchAPartFillsTheRest()
{
    Case c(FieldType::Group, Value::null());
    c.map(u"a"_s).predict = [](const Value &value) {
        Value::Parts parts = value.parts();
        if (parts.contains(u"city"_s))
            parts[u"city"_s] = inEnglish(parts.value(u"city"_s));
        return Value::group(parts);
    };
    c.neverMet(u"a"_s, address(u"Cologne"_s, {}));
    c.neverMet(u"b"_s, address(u"Köln"_s, u"50667"_s));
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan), address(u"Köln"_s, u"50667"_s));
    QCOMPARE(sentTo(plan, u"a"_s).part(u"zip"_s), text(u"50667"_s));
    QVERIFY(sentTo(plan, u"b"_s).isAbsent());
}

void TestMerging::aPulledFieldTakesAnEditOfTheWorkspaceBack()
{
    Case c(FieldType::Text, text(u"theirs"_s));
    c.map(u"a"_s).direction = Direction::Pull;
    c.map(u"a"_s).enforce = true;
    c.typedInWorkspace(text(u"typed"_s));
    const Plan plan = c.plan();
    QCOMPARE(takenOver(plan), text(u"theirs"_s));
    QCOMPARE(plan.ops.first().losers, (QList<Loser>{{field, personAuthor, text(u"typed"_s)}}));
    QCOMPARE(sentTo(plan, u"a"_s), Value());
}

void TestMerging::aPulledFieldThatChangedWinsOverAnEditOfTheWorkspace()
{
    Case c(FieldType::Text, text(u"old"_s));
    c.map(u"a"_s).direction = Direction::Pull;
    c.map(u"a"_s).enforce = true;
    c.typedInWorkspace(text(u"typed"_s));
    c.shows(u"a"_s, text(u"theirs"_s));
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan), text(u"theirs"_s));
    QCOMPARE(plan.ops.first().losers, (QList<Loser>{{field, personAuthor, text(u"typed"_s)}}));
    QCOMPARE(sentTo(plan, u"b"_s), text(u"theirs"_s));
}

void TestMerging::aPushedFieldKeepsTheFarEdit_data()
{
    QTest::addColumn<bool>("enforced");
    QTest::addColumn<Value>("sent");
    QTest::newRow("until the hub's value changes") << false << Value();
    QTest::newRow("unless the mapping enforces it") << true << text(u"ours"_s);
}

void TestMerging::aPushedFieldKeepsTheFarEdit()
{
    QFETCH(bool, enforced);
    QFETCH(Value, sent);
    Case c(FieldType::Text, text(u"ours"_s));
    c.map(u"b"_s).direction = Direction::Push;
    c.map(u"b"_s).enforce = enforced;
    c.shows(u"b"_s, text(u"theirs"_s));
    QCOMPARE(takenOver(c.plan()), Value());
    QCOMPARE(sentTo(c.plan(), u"b"_s), sent);
}

/// The workspace has a city, one side adds the zip at first sight, and another one has another city.
void TestMerging::aSideThatAddsToAGroupDoesNotSilenceTheHubAgainstAnother()
{
    Case c(FieldType::Group, Value::null(), ConflictPolicy::LastWriteWins);
    c.typedInWorkspace(onlyCity(u"Bonn"_s));
    c.neverMet(u"a"_s, Value::group({{u"zip"_s, text(u"1"_s)}}));
    c.neverMet(u"b"_s, onlyCity(u"Ulm"_s));
    QVERIFY(takenOver(c.plan()).part(u"city"_s) != text(u"Ulm"_s)); // typed at 900, the sides are of 500
    c.snapshot.policies.conflict = ConflictPolicy::Manual;
    const Plan asked = c.plan();
    QCOMPARE(asked.conflicts.size(), 1);
    QVERIFY(takenOver(asked).isAbsent());
}

/// S-4: while the zip is written somebody changes the city; the answer shows both.
void TestMerging::whatWasNotSentOfAGroupIsNotAgreed()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"1"_s));
    c.typedInWorkspace(address(u"Bonn"_s, u"2"_s));
    const Plan plan = c.plan();
    QCOMPARE(sentTo(plan, u"a"_s), Value::group({{u"zip"_s, text(u"2"_s)}}));
    for (const Op &op : plan.ops) {
        if (op.system != u"a"_s || op.kind != OpKind::Update)
            continue;
        settleWrite(c.link(u"a"_s), c.snapshot.systems[u"a"_s], c.snapshot.policies, op.sent,
                    {{field, address(u"K\u00f6ln"_s, u"2"_s)}});
    }
    QCOMPARE(takenOver(c.plan()), address(u"K\u00f6ln"_s, u"2"_s));
}

/// A conflict of first sight that a person answers with the blank of the hub.
void TestMerging::aBlankGroupThatSomebodyChoseClearsItsParts()
{
    Case c(FieldType::Group, Value::null());
    for (const QString &name : {u"a"_s, u"b"_s}) {
        c.map(name).parts = {{u"city"_s, Direction::Both}, {u"zip"_s, Direction::Both}};
        c.neverMet(name, address(name == u"a"_s ? u"Bonn"_s : u"Köln"_s, u"1"_s));
    }
    QCOMPARE(c.plan().conflicts.size(), 1);
    QVERIFY(resolve(
        c.snapshot.hub[u"h"_s], c.snapshot.links, c.snapshot.systems, c.snapshot.policies, field, Value::null(),
        {{u"hub"_s, Value::null()}, {u"a/1"_s, c.link(u"a"_s).shadow[field]}, {u"b/1"_s, c.link(u"b"_s).shadow[field]}},
        950));
    const Plan plan = c.plan();
    const Value blank = Value::group({{u"city"_s, Value::null()}, {u"zip"_s, Value::null()}});
    QCOMPARE(sentTo(plan, u"a"_s), blank);
    QCOMPARE(sentTo(plan, u"b"_s), blank);
    QVERIFY(plan.conflicts.isEmpty());
}

void TestMerging::aPartThatACrmRefusesIsNotMetByIt_data()
{
    QTest::addColumn<bool>("byName"); // else: answered with success, and unchanged
    QTest::newRow("refused by name") << true;
    QTest::newRow("ignored") << false;
}

/// S-4, S-23: what the CRM did not take it has not seen either, so that a later edit there does not replace it unasked.
void TestMerging::aPartThatACrmRefusesIsNotMetByIt()
{
    QFETCH(bool, byName);
    Case c(FieldType::Group, address(u"Bonn"_s, u"1"_s));
    const QList<FieldMapPart> parts{{u"city"_s, Direction::Both}, {u"zip"_s, Direction::Both}};
    c.map(u"a"_s).parts = c.map(u"b"_s).parts = parts;
    c.typedInWorkspace(address(u"Köln"_s, u"2!"_s));
    const Plan plan = c.plan();
    for (const Op &op : plan.ops) {
        if (op.kind != OpKind::Update)
            continue;
        QMap<QString, Sent> sent = op.sent;
        if (op.system == u"a"_s && byName)
            sent[field].value = onlyCity(u"Köln"_s);
        const Value shown = address(u"Köln"_s, op.system == u"a"_s ? u"1"_s : u"2!"_s);
        settleWrite(c.link(op.system), c.snapshot.systems[op.system], c.snapshot.policies, sent, {{field, shown}});
        if (op.system == u"a"_s && byName)
            settleRefused(c.link(u"a"_s), c.snapshot.systems[u"a"_s], c.snapshot.policies, op.sent, {field});
    }
    QCOMPARE(writeCount(c.plan()), 0);
    c.shows(u"a"_s, address(u"Köln"_s, u"3"_s));
    QCOMPARE(c.plan().conflicts.size(), 1);
    QCOMPARE(takenOver(c.plan()), Value());
}

void TestMerging::aRefusedPartIsNotSentAgain()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"1"_s));
    c.map(u"a"_s).parts = {{u"city"_s, Direction::Both}, {u"zip"_s, Direction::Both}};
    c.typedInWorkspace(address(u"Köln"_s, u"2!"_s));
    const Plan first = c.plan();
    for (const Op &op : first.ops) {
        if (op.system == u"a"_s && op.kind == OpKind::Update)
            settleWrite(c.link(u"a"_s), c.snapshot.systems[u"a"_s], c.snapshot.policies, op.sent,
                        {{field, address(u"Köln"_s, u"1"_s)}});
    }
    QVERIFY(sentTo(c.plan(), u"a"_s).isAbsent());
    c.typedInWorkspace(address(u"Köln"_s, u"1"_s));
    QVERIFY(sentTo(c.plan(), u"a"_s).isAbsent());
    c.typedInWorkspace(address(u"Köln"_s, u"4"_s));
    QCOMPARE(sentTo(c.plan(), u"a"_s), Value::group({{u"zip"_s, text(u"4"_s)}}));
}

/// S-8: what the hub held when the person looked had no zip.
void TestMerging::anAnswerIsRefusedWhenAnotherPartMoved()
{
    Case c(FieldType::Group, address(u"Bonn"_s, u"1"_s));
    QVERIFY(!resolve(c.snapshot.hub[u"h"_s], c.snapshot.links, c.snapshot.systems, c.snapshot.policies, field,
                     onlyCity(u"Köln"_s), {{u"hub"_s, onlyCity(u"Bonn"_s)}}, 950));
    QCOMPARE(c.snapshot.hub[u"h"_s].fields[field].value, address(u"Bonn"_s, u"1"_s));
}

QTEST_GUILESS_MAIN(TestMerging)
#include "tst_merging.moc"
