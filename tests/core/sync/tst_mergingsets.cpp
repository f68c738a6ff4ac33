#include "mergecase.h"

#include <QTest>

using namespace syncline;
using namespace syncline::test;

/// What the planner does with the members of sets and lists: primaries, tag namespaces, a CRM with room for one. The oracle
/// knows none of them.
class TestMergingSets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangedPrimaryIsOneEdit();
    void twoChangedPrimariesAreAConflict();
    void anAdditionBeatsARemoval();
    void tagsOutsideTheNamespaceAreNeverRemoved_data();
    void tagsOutsideTheNamespaceAreNeverRemoved();
    void tagsInsideTheNamespaceAreRemoved();
    void withRoomForOneTheNextMemberIsShown_data();
    void withRoomForOneTheNextMemberIsShown();
    void whatACrmDoesNotTakeIsNotSentAgainAndAgain();
};

namespace {

Value mails(const QStringList &all, const QString &primary)
{
    Value::Items items;
    for (const QString &one : all)
        items.append({one, {}, one == primary});
    return Value::list(items);
}

} // namespace

void TestMergingSets::aChangedPrimaryIsOneEdit()
{
    const QStringList both{u"x@example.org"_s, u"y@example.org"_s};
    Case c(FieldType::List, mails(both, both[0]));
    c.shows(u"b"_s, mails(both, both[1]));
    const Plan plan = c.plan();
    QVERIFY(plan.conflicts.isEmpty());
    QCOMPARE(takenOver(plan), mails(both, both[1]));
    QCOMPARE(sentTo(plan, u"a"_s), mails(both, both[1]));
}

void TestMergingSets::twoChangedPrimariesAreAConflict()
{
    const QStringList all{u"x@example.org"_s, u"y@example.org"_s, u"z@example.org"_s};
    Case c(FieldType::List, mails(all, all[0]));
    c.shows(u"a"_s, mails(all, all[1]));
    c.shows(u"b"_s, mails(all, all[2]));
    const Plan plan = c.plan();
    QCOMPARE(plan.conflicts.size(), 1);
    QCOMPARE(writeCount(plan), 0);
}

void TestMergingSets::anAdditionBeatsARemoval()
{
    Case c(FieldType::Set, Value::set({u"old"_s}));
    c.link(u"b"_s).base[field] = {Half::of(Value::set({})), Half::of(Value::set({})), field};
    c.shows(u"a"_s, Value::set({}));
    c.shows(u"b"_s, Value::set({u"new"_s, u"old"_s}));
    QCOMPARE(sentTo(c.plan(), u"a"_s), Value::set({u"new"_s, u"old"_s}));
    QVERIFY(c.plan().conflicts.isEmpty());
}

void TestMergingSets::tagsOutsideTheNamespaceAreNeverRemoved_data()
{
    QTest::addColumn<ConflictPolicy>("policy");
    QTest::newRow("a person decides") << ConflictPolicy::Manual;
    QTest::newRow("the primary wins") << ConflictPolicy::PrimaryWins;
}

void TestMergingSets::tagsOutsideTheNamespaceAreNeverRemoved()
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

void TestMergingSets::tagsInsideTheNamespaceAreRemoved()
{
    Case c(FieldType::Set, Value::set({u"crm:vip"_s, u"mine"_s}));
    c.map(u"a"_s).tagNamespace = c.map(u"b"_s).tagNamespace = u"crm:"_s;
    c.shows(u"a"_s, Value::set({u"mine"_s}));
    QCOMPARE(takenOver(c.plan()), Value::set({u"mine"_s}));
    QCOMPARE(sentTo(c.plan(), u"b"_s), Value::set({u"mine"_s}));
}

/// "b" has room for one member and shows "one", which somebody takes away.
void TestMergingSets::withRoomForOneTheNextMemberIsShown_data()
{
    QTest::addColumn<QString>("at");
    QTest::newRow("it goes elsewhere") << u"a"_s;
    QTest::newRow("it goes there") << u"b"_s;
}

void TestMergingSets::withRoomForOneTheNextMemberIsShown()
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

void TestMergingSets::whatACrmDoesNotTakeIsNotSentAgainAndAgain()
{
    Case c(FieldType::Set, Value::set({u"one"_s}));
    c.map(u"b"_s).predict = [](const Value &value) { return value; };
    c.link(u"b"_s).base[field].remote = Half::of(Value::set({}));
    c.shows(u"b"_s, Value::set({}));
    QCOMPARE(writeCount(c.plan()), 0);
}

QTEST_GUILESS_MAIN(TestMergingSets)
#include "tst_mergingsets.moc"
