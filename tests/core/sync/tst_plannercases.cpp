#include "core/sync/planner.h"
#include "core/sync/planworld.h"
#include "foundation/canonical.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;
using syncline::test::PlanWorld;
using syncline::test::visibleOperations;

/// The planner alone: one hub record that is perturbed on each side at random, every order of a few edits and syncs, and
/// values that have been trouble elsewhere.
class TestPlannerCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPerturbedRecordComesToRest();
    void everyOrderOfEditsAndSyncs();
    void atRestNoValueMoves_data();
    void atRestNoValueMoves();
};

namespace {

const QMap<QString, FieldType> kinds{{u"email"_s, FieldType::Email},
                                     {u"job"_s, FieldType::Text},
                                     {u"tags"_s, FieldType::Set},
                                     {u"consent"_s, FieldType::Consent}};

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

/// One edit, as small numbers, so that a failing list of them can be made shorter.
struct Edit
{
    int side = 0; ///< the last one is the hub's
    int field = 0, value = 0;
    bool syncs = false; ///< afterwards
};

void showValue(const Edit &edit, std::ostream &out)
{
    out << "side " << edit.side << " field " << edit.field << " value " << edit.value << (edit.syncs ? " sync" : "");
}

Value valueOf(int field, int value)
{
    switch (field) {
    case 0:
        return value == 0 ? Value::null() : Value::text(u"job %1"_s.arg(value));
    case 1:
        return Value::set(value == 0 ? QStringList() : QStringList{u"t%1"_s.arg(value), u"t%1"_s.arg(value / 2)});
    default:
        return value == 0 ? Value::null() : Value::text(value % 2 ? u"granted"_s : u"refused"_s);
    }
}

void carryOut(PlanWorld &world, const Edit &edit)
{
    static const QStringList fields{u"job"_s, u"tags"_s, u"consent"_s};
    const QStringList systems = world.systems();
    if (edit.side < systems.size())
        world.edit(systems[edit.side], fields[edit.field], valueOf(edit.field, edit.value));
    else
        world.editHub(fields[edit.field], valueOf(edit.field, edit.value));
}

/// The broken promise of a plan that was made from this snapshot; "" for none.
QString brokenBy(const Plan &plan, const Snapshot &before)
{
    for (const Op &op : plan.ops) {
        if (op.reason.isEmpty())
            return u"an operation without a reason"_s;
        const bool isManual = before.policies.conflict == ConflictPolicy::Manual;
        for (const Loser &loser : op.losers) {
            if (isManual && before.policies.kinds.value(loser.field) == FieldType::Text)
                return u"\"%1\" loses although a person was to decide"_s.arg(loser.value.display());
        }
        const auto consent = op.changes.constFind(u"consent"_s);
        if (op.system == hubSystem && consent != op.changes.cend() && strictness(consent->before.value) == 2
            && strictness(consent->after.value) < 2)
            return u"consent is loosened"_s;
    }
    for (const Link &link : before.links) {
        if (!plan.ledger.value(link.system).contains(link.remote))
            return u"the ledger has no row for "_s + link.remote;
    }
    for (const Stranger &stranger : before.strangers) {
        if (!plan.ledger.value(stranger.system).contains(stranger.id))
            return u"the ledger has no row for "_s + stranger.id;
    }
    return {};
}

/// Two runs after the last edit everybody agrees or waits for a person, and the third one is silent (S-32).
QString restless(PlanWorld &world)
{
    world.sync();
    world.sync();
    const Plan third = world.planNow();
    if (visibleOperations(third) > 0)
        return u"the third run is not silent: "_s + third.ops.first().reason;
    const auto &mapped = world.snapshot().policies.kinds;
    for (const HubRecord &record : std::as_const(world.snapshot().hub)) {
        for (auto kind = mapped.begin(); kind != mapped.end(); ++kind) {
            const bool isOpen = std::ranges::any_of(
                third.conflicts, [&](const Conflict &conflict) { return conflict.field == kind.key(); });
            for (const QString &system : world.systems()) {
                if (!isOpen && world.has(system)
                    && !same(*kind, world.record(system).value(kind.key()), record.fields.value(kind.key()).value))
                    return u"%1 of %2 differs from the hub's"_s.arg(kind.key(), system);
            }
        }
    }
    return {};
}

} // namespace

namespace rc {

template<>
struct Arbitrary<Edit>
{
    static Gen<Edit> arbitrary()
    {
        return gen::build<Edit>(gen::set(&Edit::side, gen::inRange(0, 4)), gen::set(&Edit::field, gen::inRange(0, 3)),
                                gen::set(&Edit::value, gen::inRange(0, 4)), gen::set(&Edit::syncs));
    }
};

} // namespace rc

void TestPlannerCases::aPerturbedRecordComesToRest()
{
    const int cases = fromEnvironment("SYNCLINE_PLANNER_CASES", 200'000);
    const std::string parameters = "max_size=15 max_success=" + std::to_string(cases) + " "
        + qgetenv("RC_PARAMS").toStdString();
    qputenv("RC_PARAMS", QByteArray::fromStdString(parameters));
    const bool good = rc::check("a perturbed record comes to rest", [](const std::vector<Edit> &edits) {
        const auto policy = *rc::gen::element(ConflictPolicy::Manual, ConflictPolicy::LastWriteWins,
                                              ConflictPolicy::FieldMerge, ConflictPolicy::PrimaryWins,
                                              ConflictPolicy::SecondaryWins);
        PlanWorld world(3, kinds, policy);
        for (const Edit &edit : edits) {
            carryOut(world, edit);
            if (!edit.syncs)
                continue;
            PlanWorld copy = world;
            copy.planNow();
            const QString broken = brokenBy(world.sync(), copy.snapshot());
            if (!broken.isEmpty())
                RC_FAIL(broken.toStdString());
        }
        const QString broken = restless(world);
        if (!broken.isEmpty())
            RC_FAIL(broken.toStdString());
    });
    QVERIFY(good);
}

namespace {

/// Every history of so many edits over three systems, two fields and two values, each with and without a sync behind it.
/// Systems, fields and values that nobody used yet are alike: only the first of them is taken.
class Interleavings
{
public:
    explicit Interleavings(int edits) : m_most(edits) {}

    void from(const PlanWorld &world, int depth, int systems, const std::array<int, 2> &values)
    {
        if (!broken.isEmpty())
            return;
        ++histories;
        PlanWorld rested = world;
        broken = restless(rested);
        if (!broken.isEmpty() || depth == m_most)
            return;
        const int fields = values[0] > 0 ? 2 : 1;
        for (int system = 0; system < std::min(3, systems + 1); ++system) {
            for (int field = 0; field < fields; ++field) {
                for (int value = 0; value < std::min(2, values[std::size_t(field)] + 1); ++value)
                    edit(world, {system, field, value, false}, depth, systems, values);
            }
        }
    }

    int histories = 0;
    QString broken;
    QStringList trail;

private:
    void edit(const PlanWorld &world, const Edit &edit, int depth, int systems, const std::array<int, 2> &values)
    {
        static const QStringList fields{u"job"_s, u"dept"_s};
        const QString name = QChar(u'a' + edit.side);
        PlanWorld next = world;
        next.edit(name, fields[edit.field], Value::text(u"value %1"_s.arg(edit.value)));
        const int used = std::max(systems, edit.side + 1);
        auto known = values;
        auto &count = known[std::size_t(edit.field)];
        count = std::max(count, edit.value + 1);
        for (const bool syncs : {false, true}) {
            if (syncs)
                next.sync();
            trail << u"%1.%2=%3%4"_s.arg(name, fields[edit.field]).arg(edit.value).arg(syncs ? u", sync"_s : u""_s);
            from(next, depth + 1, used, known);
            if (!broken.isEmpty())
                return;
            trail.removeLast();
        }
    }

    int m_most;
};

} // namespace

void TestPlannerCases::everyOrderOfEditsAndSyncs()
{
    const QMap<QString, FieldType> two{
        {u"email"_s, FieldType::Email}, {u"job"_s, FieldType::Text}, {u"dept"_s, FieldType::Text}};
    Interleavings all(fromEnvironment("SYNCLINE_INTERLEAVED_EDITS", 4));
    for (const auto policy : {ConflictPolicy::Manual, ConflictPolicy::LastWriteWins}) {
        all.from(PlanWorld(3, two, policy), 0, 0, {0, 0});
        QVERIFY2(all.broken.isEmpty(), qPrintable(all.trail.join(u"; "_s) + u": "_s + all.broken));
    }
    QVERIFY(all.histories > 100);
    qInfo("%d histories", all.histories);
}

void TestPlannerCases::atRestNoValueMoves_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<Value>("spelt");
    const auto row = [](const char *name, FieldType type, const QString &value, const QString &spelt) {
        QTest::newRow(name) << type << Value::text(value) << Value::text(spelt);
    };
    row("case of an address", FieldType::Email, u"Ada@X.Test"_s, u"ada@x.test"_s);
    row("composed and decomposed", FieldType::Text, u"Jos\u00e9"_s, u"Jose\u0301"_s);
    row("cut accents", FieldType::Text, u"Jos\u00e9"_s, u"Jos"_s);
    row("phone spellings", FieldType::Phone, u"+44 20 7123 4567"_s, u"+442071234567"_s);
    row("another time zone's instant", FieldType::DateTime, u"2026-03-29T01:30:00Z"_s, u"2026-03-29T01:30:00Z"_s);
    row("a minute's resolution", FieldType::DateTime, u"2026-03-29T01:30:17Z"_s, u"2026-03-29T01:30:00Z"_s);
    row("0.1 + 0.2", FieldType::Decimal, u"0.30000000000000004"_s, u"0.3"_s);
    row("superfluous zeros", FieldType::Decimal, u"1.0"_s, u"1.00"_s);
    row("nineteen digits", FieldType::Integer, u"9007199254740993123"_s, u"9007199254740993123"_s);
    row("a boolean's words", FieldType::Boolean, u"yes"_s, u"1"_s);
    row("HTML entities", FieldType::Text, u"Fish &amp; Chips"_s, u"Fish & Chips"_s);
    row("64 KB cut short", FieldType::LongText, QString(65'536, u'x'), QString(1000, u'x'));
    row("emoji dropped", FieldType::Text, u"Ada \U0001F469\u200D\U0001F680"_s, u"Ada "_s);
    row("right to left", FieldType::Text, u"\u202Bעדה\u202C"_s, u"עדה"_s);
    row("outer blanks", FieldType::Text, u"  Ada "_s, u"Ada"_s);
    row("a lone slash", FieldType::Url, u"https://X.test/"_s, u"https://x.test"_s);
    row("empty for null", FieldType::Text, u""_s, u""_s);
    QTest::newRow("null for a text") << FieldType::Text << Value::text(u"!"_s) << Value::null();
    QTest::newRow("order of a multi-select")
        << FieldType::Set << Value::set({u"b"_s, u"a"_s}) << Value::set({u"a"_s, u"b"_s});
    QTest::newRow("a tag refused") << FieldType::Set << Value::set({u"b"_s, u"a"_s}) << Value::set({u"a"_s});
    QTest::newRow("an empty set for null") << FieldType::Set << Value::set({}) << Value::null();
    QTest::newRow("absent") << FieldType::Text << Value::text(u"Ada"_s) << Value::absent();
    QTest::newRow("forbidden") << FieldType::Text << Value::text(u"Ada"_s) << Value::forbidden();
}

/// A value goes from one system to two that store it in a spelling of their own; then nothing is ever written again.
void TestPlannerCases::atRestNoValueMoves()
{
    QFETCH(FieldType, type);
    QFETCH(Value, value);
    QFETCH(Value, spelt);
    PlanWorld world(3, {{u"email"_s, FieldType::Email}, {u"field"_s, type}}, ConflictPolicy::Manual);
    for (const QString &system : {u"b"_s, u"c"_s}) {
        world.setSpelling(system,
                          [&](const Value &sent) { return same(type, sent, value) || sent == value ? spelt : sent; });
    }
    world.edit(u"a"_s, u"field"_s, value);
    world.sync();
    world.sync();
    for (int run = 3; run < 8; ++run) {
        const Plan plan = world.sync();
        QVERIFY2(visibleOperations(plan) == 0,
                 qPrintable(u"run %1: %2"_s.arg(run).arg(plan.ops.isEmpty() ? QString() : plan.ops.first().reason)));
        QVERIFY(plan.conflicts.isEmpty());
    }
    QCOMPARE(world.record(u"a"_s).value(u"field"_s), value);
}

QTEST_GUILESS_MAIN(TestPlannerCases)
#include "tst_plannercases.moc"
