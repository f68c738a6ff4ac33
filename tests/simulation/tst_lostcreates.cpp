#include "simulation/ghost.h"
#include "simulation/world.h"

#include <QHashSeed>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::simulation;

/// Creates whose answer is lost, one after the other, in CRMs of every kind: each record is there once in the end.
/// SYNCLINE_LOST_CREATES says how many in all.
class TestLostCreates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRecordIsMadeTwice_data();
    void noRecordIsMadeTwice();
};

namespace {

constexpr int inRound = 100;

struct Kind
{
    const char *name;
    Quirks quirks;
};

QList<Kind> kinds()
{
    Quirks plain, late, prefixed, ours, unique, tokens;
    late.late = 30s;
    late.indexLag = 60s;
    late.skew = -86'400s;
    prefixed.ids = Quirks::Ids::Prefixed;
    prefixed.resolution = 60s;
    prefixed.indexLag = 10s;
    prefixed.tellsCreator = true;
    ours.ids = Quirks::Ids::Ours;
    ours.indexLag = 60s;
    unique.uniqueKey = true;
    unique.indexLag = 10s;
    unique.deleteFeed = true;
    tokens.hasTokens = true;
    tokens.indexLag = 60s;
    QList<Kind> all{{"nothing special", plain},
                    {"late listings and index, its clock a day behind", late},
                    {"stamps to the minute, tells who made a record", prefixed},
                    {"takes our ids", ours},
                    {"refuses a second address", unique},
                    {"keeps tokens", tokens}};
    for (Kind &kind : all) {
        kind.quirks.pageSize = 50;
        kind.quirks.readBatch = 50;
        kind.quirks.writeBatch = 10;
    }
    return all;
}

/// How a write of "b" goes wrong: two of three do, at first.
World::RunOrder breaking(Dice &dice, int percent, int &broken)
{
    static const QList<FakeRemote::Fault> faults{FakeRemote::Fault::AnswerLost, FakeRemote::Fault::AnswerLost,
                                                 FakeRemote::Fault::ArrivesLate, FakeRemote::Fault::RequestLost};
    World::RunOrder order;
    order.breaks = [&, percent](const FakeRemote &remote, std::string_view what) {
        const bool isHit = remote.name == u"b" && what == "write" && dice.chance(percent);
        broken += isHit ? 1 : 0;
        return isHit ? dice.of(faults) : FakeRemote::Fault::None;
    };
    return order;
}

QMap<QString, int> countsByAddress(const FakeRemote &remote)
{
    QMap<QString, int> counts;
    for (const QString &id : remote.people())
        ++counts[remote.records.at(id).fields.value(u"email"_s).text()];
    return counts;
}

} // namespace

void TestLostCreates::noRecordIsMadeTwice_data()
{
    QTest::addColumn<int>("kind");
    const auto all = kinds();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void TestLostCreates::noRecordIsMadeTwice()
{
    QFETCH(int, kind);
    const auto all = kinds();
    const int creates = std::max(qEnvironmentVariableIntValue("SYNCLINE_LOST_CREATES"), 1'200) / int(all.size());
    Setup setup;
    Quirks source;
    source.pageSize = 100;
    setup.places = {{u"a"_s, source, {}, {}}, {u"b"_s, all[kind].quirks, {}, {}}};
    setup.conflict = core::ConflictPolicy::LastWriteWins;
    Dice dice(17);
    for (int made = 0; made < creates; made += inRound) {
        Summary summary;
        Ghost ghost(summary);
        World world(setup, ghost);
        FakeRemote &from = *world.remotes()[0], &to = *world.remotes()[1];
        for (int i = 0; i < inRound; ++i)
            from.personCreates(peopleEntity, {{u"email"_s, Value::text(u"p%1@x.test"_s.arg(i))}});
        int broken = 0;
        for (const int percent : {66, 66, 30, 0, 0, 0, 0}) {
            const auto end = world.run(breaking(dice, percent, broken));
            QVERIFY2(!end.error, end.error ? qPrintable(end.error->message) : "");
            world.passTime(3'600s);
            to.catchUp();
        }
        QVERIFY(broken > 3);
        const auto counts = countsByAddress(to);
        QCOMPARE(counts.size(), inRound);
        for (auto it = counts.begin(); it != counts.end(); ++it)
            QVERIFY2(it.value() == 1, qPrintable(it.key() + u" is there %1 times"_s.arg(it.value())));
        QCOMPARE(countsByAddress(from).size(), inRound);
        QCOMPARE(must(world.stores().runs.intents()).size(), 0);
    }
}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    TestLostCreates test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_lostcreates.moc"
