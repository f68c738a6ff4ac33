#include "simulation/history.h"

#include <QHashSeed>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace syncline::simulation;

/// Random histories of several CRMs with people, a bad network and processes that die at any effect. A failure prints the
/// seed and the shortest history found that breaks the same promise; tests/simulation/run goes on by the minute.
class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historiesKeepTheirPromises_data();
    void historiesKeepTheirPromises();
    void sameSeedSameHistory();
};

namespace {

/// Histories beyond those that every run plays, which broke a promise once; docs/verification.md tells of them.
constexpr int mended[] = {258,  628,  901,  1334, 1362, 2351,  4479,  4676,  4763,  4971, 5238,
                          5887, 6377, 7143, 8137, 9520, 10103, 11093, 12138, 12479, 12779};

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

/// One of the programs that share the histories, SYNCLINE_PART=2/4: which rows are its own.
class Part
{
public:
    bool isMine() { return m_row++ % m_parts == m_part; }
    bool isFirst() const { return m_part == 0; }

private:
    const QByteArrayList m_words = qgetenv("SYNCLINE_PART").split('/');
    const int m_parts = std::max(1, m_words.value(1).toInt());
    const int m_part = std::max(0, m_words.value(0).toInt() - 1);
    int m_row = 0;
};

QByteArray told(quint32 seed, QByteArray &digest)
{
    Summary unused;
    QByteArray text;
    digest = play(Script::random(seed), unused, [&](const QString &line) { text += line.toUtf8() + '\n'; }).digest;
    return text;
}

} // namespace

void TestSimulation::historiesKeepTheirPromises_data()
{
    // A row has a time limit, the number of histories has none. With those that were mended, five thousand are played.
    constexpr int inRow = 50;
    const int count = fromEnvironment("SYNCLINE_HISTORIES", 4250);
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("related");
    QTest::addColumn<bool>("hooked");
    Part part;
    const auto add = [&](const char *worlds, int last, bool related, bool hooked) {
        for (int from = 1; from <= last; from += inRow) {
            const int to = std::min(last, from + inRow - 1);
            if (part.isMine())
                QTest::addRow("%d to %d%s", from, to, worlds) << from << to << related << hooked;
        }
    };
    add("", count, false, false);
    add(" with firms and filters", count / 8, true, false);
    add(" with firms, filters and webhooks", count / 20, true, true);
    for (const int seed : mended) {
        if (seed > count && part.isMine())
            QTest::addRow("%d, which was mended", seed) << seed << seed << false << false;
    }
}

void TestSimulation::historiesKeepTheirPromises()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, related);
    QFETCH(bool, hooked);
    for (int seed = from; seed <= to; ++seed) {
        Summary unused;
        const Script script = Script::random(quint32(seed), related, hooked);
        const Verdict verdict = play(script, unused);
        if (verdict.isGood())
            continue;
        const QString history = shrunk(script, verdict.violations.first()).describe();
        QFAIL(qPrintable(QStringLiteral("seed %1: %2\n%3").arg(seed).arg(verdict.violations.join(u'\n'), history)));
    }
}

void TestSimulation::sameSeedSameHistory()
{
    if (!Part().isFirst())
        return;
    for (quint32 seed = 1; seed <= 10; ++seed) {
        QByteArray first, second;
        const QByteArray one = told(seed, first), other = told(seed, second);
        QVERIFY(one.size() > 100);
        QCOMPARE(one, other);
        QCOMPARE(first, second);
    }
}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    TestSimulation test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_simulation.moc"
