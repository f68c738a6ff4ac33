#include "core/services/dashboard.h"
#include "core/services/records.h"
#include "core/services/review.h"
#include "core/workspace/writeturn.h"
#include "simulation/pair.h"
#include "support/statementwitness.h"

#include <QHashSeed>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::simulation;

/// What a person does in the workspace while somebody else writes to it: a run, another session, and a process that is
/// killed.
class TestBesideOthers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunEndsItsTurnWhenSomebodyWaits_data();
    void aRunEndsItsTurnWhenSomebodyWaits();
    void whatAnotherSessionWroteAtThatMomentStands_data();
    void whatAnotherSessionWroteAtThatMomentStands();
    void anAnswerToWhatMovedAtThatMomentIsRefused();
    void keepingApartSettlesNothingThatWasNotShown();
    void theDashboardIsOfOneMoment();
    void anEditAtAnyCommitOfARunStands_data();
    void anEditAtAnyCommitOfARunStands();
    void whatWasAcceptedIsThereAfterAKill_data();
    void whatWasAcceptedIsThereAfterAKill();
};

namespace {

/// A session as another program has it; no CRM can be reached from it.
struct Elsewhere
{
    SystemClock clock;
    OpenGate gate;

    std::unique_ptr<core::Session> open(const QString &file)
    {
        const core::ConnectorFactory nobody = [](const core::IntegrationRow &row) {
            return Result<std::unique_ptr<connectors::Connector>>(
                failure(ErrorKind::Network, row.name + u" is out of reach here."_s));
        };
        return must(core::Session::open(file, false, {clock, gate, nobody, {u"fake"_s}, nullptr, {}}));
    }
};

Setup askingAPerson()
{
    Setup setup = Pair::setupWith(Quirks{});
    setup.conflict = core::ConflictPolicy::Manual;
    setup.deletes = core::DeletePolicy::Ask;
    return setup;
}

/// Somebody changed the job in both CRMs.
struct Dispute
{
    Pair pair{askingAPerson()};
    QString inA;

    Dispute()
    {
        pair.edit(0, u"job"_s);
        pair.edit(1, u"job"_s);
        inA = pair.text(0, u"job"_s);
        pair.sync();
    }
    QString file() { return pair.world().file(); }
    core::HubRow hub() { return *must(pair.world().stores().records.hub(pair.hub())); }
};

void set(core::Session &session, const QString &id, const QString &field, const QString &text)
{
    must(core::Records(session).set(id, {{field, text}}));
}

Result<void> answer(core::Session &session, const QString &side)
{
    core::Review review(session);
    const auto cases = must(review.conflicts());
    return review.resolve(cases.first().id, {side, {}, false});
}

void act(core::Session &session, const QString &what, const QString &hub)
{
    if (what == "edit"_L1)
        set(session, hub, u"department"_s, u"mine"_s);
    else if (what == "answer"_L1)
        must(answer(session, u"a"_s));
    else
        must(core::Records(session).remove(hub));
}

void addActs()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"edit", "answer", "delete"})
        QTest::addRow("%s", what) << QString::fromLatin1(what);
}

/// Whether the act is to be seen in the workspace.
bool isDone(const core::HubRow &hub, const QString &what, const QString &inA)
{
    if (what == "delete"_L1)
        return hub.deleteAsked.has_value();
    const bool isEdit = what == "edit"_L1;
    return hub.fields.value(isEdit ? u"department"_s : u"job_title"_s).value.text() == (isEdit ? u"mine"_s : inA);
}

} // namespace

void TestBesideOthers::aRunEndsItsTurnWhenSomebodyWaits_data()
{
    QTest::addColumn<bool>("isAwaited");
    QTest::addColumn<int>("plans");
    QTest::addColumn<int>("takeovers");
    QTest::newRow("nobody waits: few transactions, which are dear") << false << 3 << 2;
    QTest::newRow("somebody waits all the time: the shortest ones") << true << 6 << 450;
}

void TestBesideOthers::aRunEndsItsTurnWhenSomebodyWaits()
{
    QFETCH(bool, isAwaited);
    QFETCH(int, plans);
    QFETCH(int, takeovers);
    constexpr int people = 450;
    Quirks quirks;
    quirks.pageSize = 100;
    Setup setup;
    setup.places = {{u"a"_s, quirks, {}, {}}};
    Summary summary;
    Ghost ghost(summary);
    World world(setup, ghost);
    for (int i = 0; i < people; ++i)
        world.remotes()[0]->personCreates(peopleEntity, {{u"email"_s, Value::text(u"p%1@x.test"_s.arg(i))}});
    world.passTime(60s);
    std::map<std::string, int> commits;
    World::RunOrder order;
    order.during = [&](const Baton::Effect &effect) {
        if (effect.kind == EffectKind::Commit && effect.isDone)
            ++commits[std::string(effect.what)];
    };
    std::vector<std::jthread> waiting;
    support::StatementWitness witness;
    if (isAwaited) {
        witness.tell([&](std::string_view sql) {
            if (sql != "BEGIN IMMEDIATE")
                return;
            waiting.emplace_back([&] { const core::WriteTurn turn(world.file(), 60s); });
            while (!core::WriteTurn::isAwaited(world.file()))
                std::this_thread::yield();
        });
    }
    const auto end = witness.watching([&] { return world.run(order); });
    QVERIFY(!end.error);
    QCOMPARE(must(world.stores().records.hubPage(u"contact"_s, {}, people + 1)).size(), people);
    QCOMPARE(commits["plan"], plans);
    QCOMPARE(commits["hub records"], takeovers);
}

void TestBesideOthers::whatAnotherSessionWroteAtThatMomentStands_data()
{
    addActs();
}

/// The other session's edit comes after the act began, and just before it may write.
void TestBesideOthers::whatAnotherSessionWroteAtThatMomentStands()
{
    QFETCH(QString, what);
    Dispute dispute;
    Elsewhere elsewhere;
    support::StatementWitness witness;
    const auto mine = witness.watching([&] { return elsewhere.open(dispute.file()); });
    const auto other = elsewhere.open(dispute.file());
    const QString id = dispute.pair.hub();
    bool wasBeside = false;
    witness.tellOnce("BEGIN IMMEDIATE", [&] {
        set(*other, id, u"last_name"_s, u"beside"_s);
        wasBeside = true;
    });
    act(*mine, what, id);
    QVERIFY(wasBeside);
    const core::HubRow hub = dispute.hub();
    QCOMPARE(hub.fields.value(u"name"_s).value.part(u"last_name"_s).text(), u"beside"_s);
    QVERIFY(isDone(hub, what, dispute.inA));
    if (what == "delete"_L1) {
        const auto saw = [](const core::SightRow &row) { return row.value.contains(u"beside"); };
        QVERIFY(std::ranges::any_of(*hub.deleteAsked, saw));
    }
}

void TestBesideOthers::anAnswerToWhatMovedAtThatMomentIsRefused()
{
    Dispute dispute;
    Elsewhere elsewhere;
    support::StatementWitness witness;
    const auto mine = witness.watching([&] { return elsewhere.open(dispute.file()); });
    const auto other = elsewhere.open(dispute.file());
    witness.tellOnce("BEGIN IMMEDIATE", [&] { set(*other, dispute.pair.hub(), u"job_title"_s, u"beside"_s); });
    QVERIFY(!answer(*mine, u"a"_s));
    QCOMPARE(dispute.hub().fields.value(u"job_title"_s).value.text(), u"beside"_s);
}

/// The workspace and "a" are in dispute; "b" is edited after the plan that shows it, and a write of the same plan sees that.
void TestBesideOthers::keepingApartSettlesNothingThatWasNotShown()
{
    Pair pair{askingAPerson()};
    set(pair.world().session(), pair.hub(), u"job_title"_s, u"mine"_s);
    pair.edit(0, u"job"_s);
    pair.edit(0, u"dept"_s);
    pair.world().passTime(10s);
    World::RunOrder order;
    order.kind = World::RunOrder::Kind::Preview;
    order.run = pair.run(order).outcome.run;
    pair.edit(1, u"job"_s);
    const QString typed = pair.text(1, u"job"_s);
    order.kind = World::RunOrder::Kind::CarryOut;
    pair.run(order);
    core::Review review(pair.world().session());
    must(review.resolve(must(review.conflicts()).first().id, {{}, {}, true}));
    pair.edit(0, u"job"_s);
    for (int run = 0; run < 3; ++run) {
        pair.sync();
        QCOMPARE(pair.text(1, u"job"_s), typed);
    }
}

/// A record that waits comes in before each statement.
void TestBesideOthers::theDashboardIsOfOneMoment()
{
    Dispute dispute;
    Elsewhere elsewhere;
    support::StatementWitness witness;
    const auto mine = witness.watching([&] { return elsewhere.open(dispute.file()); });
    const auto other = elsewhere.open(dispute.file());
    int added = 0;
    witness.tell([&](std::string_view) {
        core::HubRow hub;
        hub.id = u"added-%1"_s.arg(++added);
        hub.entity = u"contact"_s;
        core::ReviewItem item;
        item.id = hub.id;
        item.kind = u"held"_s;
        item.entity = hub.entity;
        item.hubId = hub.id;
        item.document = {{u"code"_s, u"no_key"_s}, {u"reason"_s, u"It has no match key."_s}};
        must(other->stores().db.transaction("beside", [&] {
            return other->stores().records.insertHub(hub).and_then([&] { return other->stores().review.put(item); });
        }));
    });
    const auto shown = must(core::Dashboard(*mine).snapshot());
    witness.tell({});
    QVERIFY(added > 3);
    QCOMPARE(shown.totals.waiting, shown.waiting.all());
    const auto later = must(core::Dashboard(*mine).snapshot());
    QCOMPARE(later.totals.waiting, later.waiting.all());
    QVERIFY(later.totals.waiting > shown.totals.waiting);
}

void TestBesideOthers::anEditAtAnyCommitOfARunStands_data()
{
    QTest::addColumn<QString>("field");
    QTest::addRow("of the field that comes in") << u"job_title"_s;
    QTest::addRow("of another field") << u"department"_s;
}

/// A run takes an edit of one CRM over; after one of its commits a person edits the same record in the workspace.
void TestBesideOthers::anEditAtAnyCommitOfARunStands()
{
    QFETCH(QString, field);
    int commits = 1;
    for (int at = 1; at <= commits; ++at) {
        Pair pair(Quirks{});
        pair.edit(0, u"job"_s);
        const QString fromA = pair.text(0, u"job"_s);
        pair.world().passTime(100s);
        const QString typed = pair.ghost().newToken();
        int commit = 0;
        World::RunOrder order;
        order.during = [&](const Baton::Effect &effect) {
            if (effect.thread != 0 || effect.kind != EffectKind::Commit || !effect.isDone || ++commit != at)
                return;
            const auto before = must(pair.world().stores().records.hub(pair.hub()))->fields.value(field).value;
            set(pair.world().session(), pair.hub(), field, typed);
            pair.ghost().saw(before);
            pair.ghost().typed(Value::text(typed), u"hub."_s + field);
        };
        pair.run(order);
        commits = commit;
        pair.player().comeToRest();
        const QString where = u"after commit %1 of %2"_s.arg(at).arg(commits);
        QVERIFY2(pair.violations().isEmpty(), qPrintable(u"%1: %2"_s.arg(where, pair.violations())));
        const bool isSame = field == "job_title"_L1;
        for (int place = 0; place < 2; ++place) {
            QVERIFY2(pair.text(place, isSame ? u"job"_s : u"dept"_s) == typed, qPrintable(where));
            QVERIFY2(pair.text(place, u"job"_s) == (isSame ? typed : fromA), qPrintable(where));
        }
    }
    QVERIFY(commits > 5);
}

void TestBesideOthers::whatWasAcceptedIsThereAfterAKill_data()
{
    addActs();
}

void TestBesideOthers::whatWasAcceptedIsThereAfterAKill()
{
    QFETCH(QString, what);
    Dispute dispute;
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--act"_s, dispute.file(), what, dispute.pair.hub()});
    QVERIFY(process.waitForReadyRead());
    QCOMPARE(process.readAllStandardOutput(), "accepted\n"_ba);
    QCOMPARE(::kill(pid_t(process.processId()), SIGKILL), 0);
    QVERIFY(process.waitForFinished());
    QVERIFY(isDone(dispute.hub(), what, dispute.inA));
    dispute.pair.sync();
    if (what == "delete"_L1)
        return;
    const bool isEdit = what == "edit"_L1;
    for (int place = 0; place < 2; ++place)
        QCOMPARE(dispute.pair.text(place, isEdit ? u"dept"_s : u"job"_s), isEdit ? u"mine"_s : dispute.inA);
}

/// The process that is killed: it accepts, and then never comes to its end.
[[noreturn]] static void actAndStay(const QStringList &arguments)
{
    Elsewhere elsewhere;
    const auto session = elsewhere.open(arguments[2]);
    act(*session, arguments[3], arguments[4]);
    std::fputs("accepted\n", stdout);
    std::fflush(stdout);
    for (;;)
        ::pause();
}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--act"_L1)
        actAndStay(application.arguments());
    TestBesideOthers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_besideothers.moc"
