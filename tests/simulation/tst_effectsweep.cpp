#include "simulation/player.h"

#include <QHashSeed>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::simulation;

/// Three standard runs, a first sync, one with edits, a new record and a deleted one, and the undo of a first sync, with
/// each of their effects gone wrong: the process dies before and after it, the disk is full, the request or its answer is lost, a page is cut.
class TestEffectSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deathAtEveryEffect_data() { runs(); }
    void deathAtEveryEffect();
    void everyCommitFindsTheDiskFull_data() { runs(); }
    void everyCommitFindsTheDiskFull();
    void everyRequestGoesWrong_data();
    void everyRequestGoesWrong();

private:
    static void runs();
};

namespace {

enum Which { FirstSync, LaterSync, UndoneSync };

Setup standardSetup()
{
    Setup setup;
    Quirks numbers;
    numbers.uniqueKey = true;
    numbers.deleteFeed = true;
    Quirks chosen;
    chosen.ids = Quirks::Ids::Ours;
    chosen.spelling = Quirks::Spelling::Trimmed;
    chosen.redirects = true;
    Quirks plain;
    plain.ids = Quirks::Ids::Prefixed;
    plain.indexLag = 10s;
    setup.places = {{u"a"_s, numbers, {}, {}}, {u"b"_s, chosen, {}, {}}, {u"c"_s, plain, {}, {}}};
    setup.conflict = core::ConflictPolicy::LastWriteWins;
    setup.deletes = core::DeletePolicy::Propagate;
    return setup;
}

/// The standard history up to the end of the run that is looked at; then rest.
class Standard
{
public:
    explicit Standard(Which which) : m_player(standardSetup(), Dice(7), m_ghost), m_which(which) {}

    /// How the run went that `order` is for.
    World::RunEnd run(World::RunOrder order)
    {
        meet();
        order.seed = 5;
        if (m_which == FirstSync)
            return m_player.runAndCheck(order);
        if (m_which == UndoneSync) {
            order.run = m_player.runAndCheck({}).outcome.run;
            order.kind = World::RunOrder::Kind::Undo;
            m_player.world().passTime(60s);
            return m_player.runAndCheck(order);
        }
        for (int i = 0; i < 2; ++i)
            m_player.runAndCheck({});
        change();
        order.full = true;
        return m_player.runAndCheck(order);
    }
    /// The first broken promise; "" for none.
    QString violation()
    {
        m_player.comeToRest();
        return m_ghost.violations().join(u"; "_s);
    }

private:
    FakeRemote &remote(int index) { return *m_player.world().remotes()[std::size_t(index)]; }
    QMap<QString, Value> person(int number)
    {
        return {{u"email"_s, Value::text(u"p%1@x.test"_s.arg(number))},
                {u"job"_s, Value::text(m_ghost.newToken())},
                {u"tags"_s, Value::set({m_ghost.newToken()})}};
    }
    void meet()
    {
        for (int i = 0; i < 2; ++i)
            remote(0).personCreates(peopleEntity, person(i));
        for (int i = 1; i < 4; ++i)
            remote(1).personCreates(peopleEntity, person(i));
        m_player.world().passTime(10s);
    }
    void change()
    {
        m_player.world().passTime(60s);
        const QStringList first = remote(0).alive(peopleEntity), second = remote(1).alive(peopleEntity);
        remote(0).personEdits(first[0], u"dept"_s, Value::text(m_ghost.newToken()));
        remote(1).personEdits(second[0], u"last"_s, Value::text(m_ghost.newToken() + u' '));
        remote(2).personEdits(remote(2).alive(peopleEntity)[0], u"job"_s, Value::text(m_ghost.newToken()));
        remote(0).personDeletes(first[3]);
        remote(1).personCreates(peopleEntity, person(7));
        m_player.world().passTime(10s);
    }

    Summary m_summary;
    Ghost m_ghost{m_summary};
    Player m_player;
    Which m_which;
};

/// While it exists no file grows or changes, as on a full disk.
void setDiskFull(bool isFull)
{
    static const rlimit usual = [] {
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        return limit;
    }();
    const rlimit limit{isFull ? 0 : usual.rlim_cur, usual.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

void TestEffectSweep::runs()
{
    QTest::addColumn<Which>("which");
    QTest::newRow("first sync") << FirstSync;
    QTest::newRow("later sync") << LaterSync;
    QTest::newRow("undone sync") << UndoneSync;
}

void TestEffectSweep::deathAtEveryEffect()
{
    QFETCH(Which, which);
    const int effects = Standard(which).run({}).effects;
    QVERIFY(effects > 60);
    int deaths = 0;
    for (int dieAt = 1; dieAt <= effects; ++dieAt) {
        Standard standard(which);
        World::RunOrder order;
        order.dieAt = dieAt;
        const World::RunEnd end = standard.run(order);
        deaths += end.lived ? 0 : 1;
        const QString violation = standard.violation();
        QVERIFY2(violation.isEmpty(),
                 qPrintable(
                     u"death %1, effect %2: %3"_s.arg(QString::fromStdString(end.deathAt)).arg(dieAt).arg(violation)));
    }
    QCOMPARE(deaths, effects);
}

void TestEffectSweep::everyCommitFindsTheDiskFull()
{
    QFETCH(Which, which);
    std::signal(SIGXFSZ, SIG_IGN);
    const int effects = Standard(which).run({}).effects;
    int commits = 0;
    for (int fullAt = 1; fullAt <= effects; ++fullAt) {
        Standard standard(which);
        World::RunOrder order;
        bool wasFull = false;
        order.during = [&](const Baton::Effect &effect) {
            const bool isFull = effect.kind == EffectKind::Commit && !effect.isDone && effect.number == fullAt;
            wasFull = wasFull || isFull;
            setDiskFull(isFull);
        };
        order.mayFail = true;
        standard.run(order);
        setDiskFull(false);
        if (!wasFull)
            continue;
        ++commits;
        const QString violation = standard.violation();
        QVERIFY2(violation.isEmpty(), qPrintable(u"disk full at effect %1: %2"_s.arg(fullAt).arg(violation)));
    }
    QVERIFY(commits > 15);
}

void TestEffectSweep::everyRequestGoesWrong_data()
{
    using Fault = FakeRemote::Fault;
    QTest::addColumn<Which>("which");
    QTest::addColumn<Fault>("fault");
    for (const Which which : {FirstSync, LaterSync, UndoneSync}) {
        const char *run = which == FirstSync ? "first sync" : which == LaterSync ? "later sync" : "undone sync";
        QTest::addRow("%s, the request is lost", run) << which << Fault::RequestLost;
        QTest::addRow("%s, the answer is lost", run) << which << Fault::AnswerLost;
        QTest::addRow("%s, it arrives late", run) << which << Fault::ArrivesLate;
        QTest::addRow("%s, it is refused for now", run) << which << Fault::TooMany;
        QTest::addRow("%s, the sign-in has expired", run) << which << Fault::Expired;
        QTest::addRow("%s, a page is old", run) << which << Fault::Stale;
    }
}

void TestEffectSweep::everyRequestGoesWrong()
{
    QFETCH(Which, which);
    QFETCH(FakeRemote::Fault, fault);
    const int requests = Standard(which).run({}).requests;
    QVERIFY(requests > 10);
    for (int number = 1; number <= requests; ++number) {
        Standard standard(which);
        World::RunOrder order;
        order.breakRequest = number;
        order.breakWith = fault;
        standard.run(order);
        const QString violation = standard.violation();
        QVERIFY2(violation.isEmpty(), qPrintable(u"request %1: %2"_s.arg(number).arg(violation)));
    }
}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    TestEffectSweep test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_effectsweep.moc"
