#include "simulation/world.h"

#include <QTest>

using namespace std::chrono_literals;
using syncline::core::ConflictPolicy;
using syncline::simulation::World;

/// Random histories of two CRMs with people, lost answers and processes that die at any effect. A failure prints the seed;
/// SYNCLINE_SEED=N runs that one alone.
class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historiesKeepTheirPromises_data();
    void historiesKeepTheirPromises();
    void deathAtEveryEffectOfAFirstSync();
};

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

/// Enough runs for everything to be known, then one that has nothing to do.
QString settleAndCheck(World &world)
{
    world.heal();
    for (int i = 0; i < 3; ++i) {
        world.passTime(120s);
        world.run();
    }
    const int writes = world.writes();
    world.passTime(120s);
    world.run();
    if (world.writes() != writes)
        return QStringLiteral("the last run wrote although nothing had changed");
    return world.violation();
}

} // namespace

void TestSimulation::historiesKeepTheirPromises_data()
{
    constexpr int inRow = 20; // a row has a time limit, the number of histories has none
    const int count = fromEnvironment("SYNCLINE_HISTORIES", 60);
    QTest::addColumn<ConflictPolicy>("policy");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (int from = 1; from <= count; from += inRow) {
        const int to = std::min(count, from + inRow - 1);
        QTest::addRow("a person decides, %d to %d", from, to) << ConflictPolicy::Manual << from << to;
        QTest::addRow("the last write wins, %d to %d", from, to) << ConflictPolicy::LastWriteWins << from << to;
    }
}

void TestSimulation::historiesKeepTheirPromises()
{
    QFETCH(ConflictPolicy, policy);
    QFETCH(int, from);
    QFETCH(int, to);
    const int only = fromEnvironment("SYNCLINE_SEED", -1);
    for (int seed = from; seed <= to; ++seed) {
        if (only >= 0 && seed != only)
            continue;
        World world(std::uint32_t(seed), policy);
        world.populate(6);
        std::mt19937 random{std::uint32_t(seed)};
        for (int round = 0; round < 4; ++round) {
            for (int i = 0; i < 3; ++i)
                world.edit();
            world.run(random() % 2 ? int(random() % 120) + 1 : -1);
            world.passTime(20s);
        }
        const QString violation = settleAndCheck(world);
        QVERIFY2(violation.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(violation)));
    }
}

void TestSimulation::deathAtEveryEffectOfAFirstSync()
{
    const int stride = fromEnvironment("SYNCLINE_STRIDE", 3);
    int last = 1;
    for (int dieAt = 1; dieAt <= last; dieAt += stride) {
        World world(99, ConflictPolicy::LastWriteWins);
        world.populate(5);
        if (!world.run(dieAt))
            last = std::max(last, dieAt + stride);
        const QString violation = settleAndCheck(world);
        QVERIFY2(violation.isEmpty(), qPrintable(QStringLiteral("death at effect %1: %2").arg(dieAt).arg(violation)));
    }
    QVERIFY2(last > 60, "the sweep ended too early to mean anything");
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
