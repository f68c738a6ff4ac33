#include "core/sync/settle.h"
#include "mergecase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;

/// What the planner does with one field over its links: groups, one-way fields, what a CRM makes of a value. The oracle
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

Value address(const QString &city, const QString &zip)
{
    return Value::group({{u"city"_s, text(city)}, {u"zip"_s, text(zip)}});
}

Value onlyCity(const QString &city)
{
    return Value::group({{u"city"_s, text(city)}});
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
