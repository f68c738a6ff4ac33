#include "core/services/records.h"
#include "simulation/pair.h"

#include <QHashSeed>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::simulation;

/// Short histories that are told step by step, of moments that random ones meet seldom. The promises are checked as there.
class TestMomentsOfARun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyThatIsEditedWhileItIsPlannedCountsOnce();
    void whatACrmPutBackIsAskedAboutInEachRun();
    void aDeleteIgnoresWhatIsNotMappedAnyMore();
    void aListingFromAnOldStateTakesNothingBack_data();
    void aListingFromAnOldStateTakesNothingBack();
    void anEditInAListingThatCannotBeLookedAtIsNotForgotten();
    void aMergeThatOnlyTheFeedTellsOfIsNotTakenForADelete_data();
    void aMergeThatOnlyTheFeedTellsOfIsNotTakenForADelete();
    void anEntityThatIsGoneIsToldOfAndNothingIsDeleted();
    void whatACrmWorksOutForANewRecordComesIn_data();
    void whatACrmWorksOutForANewRecordComesIn();
    void whatAFilterLeftOutComesInWhenTheFilterLetsIt();
    void whatLeavesAFilterStaysAsItIsAndComesBack();
    void aFirmWhoseCreateWasNotAnsweredGetsItsPeopleAllTheSame();
    void theLastRecordsOfACrmMayGoOneByOne();
    void aCreateWithoutAnAnswerIsKnownByItsToken_data();
    void aCreateWithoutAnAnswerIsKnownByItsToken();
    void whoBelongsToAFirmThatIsNotMadeAfterAllBelongsToTheOther_data();
    void whoBelongsToAFirmThatIsNotMadeAfterAllBelongsToTheOther();
};

namespace {

/// A fault of the requests of "b" that ask so, a number of them after some that pass.
World::RunOrder breaking(const QString &asks, FakeRemote::Fault fault, int passing = 0, int broken = 1000)
{
    World::RunOrder order;
    order.breaks = [=, asked = 0](const FakeRemote &remote, std::string_view what) mutable {
        if (remote.name != u"b" || what != asks.toStdString())
            return FakeRemote::Fault::None;
        ++asked;
        return asked > passing && asked <= passing + broken ? fault : FakeRemote::Fault::None;
    };
    return order;
}

} // namespace

/// Its new address makes it part of another group, which is planned later in the same run.
void TestMomentsOfARun::aKeyThatIsEditedWhileItIsPlannedCountsOnce()
{
    Pair pair(Quirks{});
    pair.edit(0, u"job"_s);
    pair.person(0, u"p2@x.test"_s);
    pair.world().passTime(10s);
    World::RunOrder order;
    bool wasEdited = false;
    order.during = [&](const Baton::Effect &effect) {
        if (wasEdited || effect.kind != EffectKind::Commit || !effect.isDone || effect.what != "plan")
            return;
        wasEdited = true;
        must(core::Records(pair.world().session()).set(pair.hub(), {{u"email"_s, u"p2@x.test"_s}}));
    };
    pair.sync(order);
    QVERIFY(wasEdited);
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::whatACrmPutBackIsAskedAboutInEachRun()
{
    Quirks puttingBack;
    puttingBack.putsBack = true;
    Pair pair(puttingBack);
    const QString before = pair.text(1, u"job"_s);
    pair.edit(0, u"job"_s);
    const QString typed = pair.text(0, u"job"_s);
    pair.sync();
    for (int run = 0; run < 3; ++run) {
        pair.sync();
        QCOMPARE(pair.conflicts(), u"put back by the CRM"_s);
        QCOMPARE(pair.text(0, u"job"_s), typed);
        QCOMPARE(pair.text(1, u"job"_s), before);
    }
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::aDeleteIgnoresWhatIsNotMappedAnyMore()
{
    Pair pair(Quirks{});
    pair.world().place(1).unmapped << u"dept"_s;
    pair.world().remap(1);
    pair.edit(1, u"dept"_s);
    pair.ghost().personDeleted(u"hub/"_s + pair.hub());
    must(core::Records(pair.world().session()).remove(pair.hub()));
    for (int run = 0; run < 3; ++run)
        pair.sync();
    QCOMPARE(pair.remote(0).alive({}), QStringList());
    QCOMPARE(pair.remote(1).alive({}), QStringList());
}

void TestMomentsOfARun::aListingFromAnOldStateTakesNothingBack_data()
{
    QTest::addColumn<int>("resolution");
    QTest::addRow("stamps to the second") << 1;
    QTest::addRow("stamps to the minute, the same before and after the write") << 60;
}

/// Our write was seen to stand; then a page from before it comes.
void TestMomentsOfARun::aListingFromAnOldStateTakesNothingBack()
{
    QFETCH(int, resolution);
    Quirks quirks;
    quirks.resolution = seconds(resolution);
    Pair pair(quirks);
    pair.world().passTime(61s - pair.remote(1).now() % 60s);
    pair.edit(1, u"job"_s);
    pair.run();
    pair.world().passTime(2s);
    pair.edit(0, u"job"_s);
    const QString typed = pair.text(0, u"job"_s);
    pair.run();
    QCOMPARE(pair.text(1, u"job"_s), typed);
    World::RunOrder full;
    full.full = true;
    pair.run(full);
    World::RunOrder stale = breaking(u"page"_s, FakeRemote::Fault::Stale);
    stale.full = true;
    for (int run = 0; run < 2; ++run) {
        pair.run(stale);
        QCOMPARE(pair.text(0, u"job"_s), typed);
        QCOMPARE(pair.text(1, u"job"_s), typed);
        QCOMPARE(pair.conflicts(), QString());
    }
    QCOMPARE(pair.violations(), QString());
}

/// The same minute, so that the page could be an old one; it is not, but nobody answers who could tell.
void TestMomentsOfARun::anEditInAListingThatCannotBeLookedAtIsNotForgotten()
{
    Quirks quirks;
    quirks.resolution = 60s;
    Pair pair(quirks);
    pair.world().passTime(61s - pair.remote(1).now() % 60s);
    pair.edit(1, u"job"_s);
    pair.run();
    pair.edit(1, u"job"_s);
    const QString typed = pair.text(1, u"job"_s);
    for (int run = 0; run < 2; ++run) {
        pair.run(breaking(u"ids"_s, FakeRemote::Fault::RequestLost, 0, 1));
        pair.world().passTime(1000s);
    }
    pair.run();
    QCOMPARE(pair.text(0, u"job"_s), typed);
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::aMergeThatOnlyTheFeedTellsOfIsNotTakenForADelete_data()
{
    QTest::addColumn<int>("passing");
    QTest::addColumn<int>("broken");
    QTest::addRow("no look-up is answered") << 0 << 1000;
    for (int passing = 0; passing < 4; ++passing)
        QTest::addRow("one is not, after %d", passing) << passing << 1;
}

void TestMomentsOfARun::aMergeThatOnlyTheFeedTellsOfIsNotTakenForADelete()
{
    QFETCH(int, passing);
    QFETCH(int, broken);
    Quirks quirks;
    quirks.deleteFeed = true;
    quirks.feedTellsWinner = true;
    Pair pair(quirks);
    pair.sync();
    const QString here = pair.idIn(0), loser = pair.idIn(1);
    const QString winner = pair.person(1, u"p1@x.test"_s);
    pair.remote(1).personMerges(loser, winner);
    pair.run(breaking(u"ids"_s, FakeRemote::Fault::RequestLost, passing, broken));
    pair.world().passTime(100s);
    for (int run = 0; run < 3; ++run) {
        pair.run();
        pair.world().passTime(100s);
    }
    QVERIFY(pair.remote(0).isAlive(here));
    QVERIFY(pair.remote(1).isAlive(winner));
    pair.edit(0, u"job"_s);
    pair.sync();
    QCOMPARE(pair.text(1, winner, u"job"_s), pair.text(0, here, u"job"_s));
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::anEntityThatIsGoneIsToldOfAndNothingIsDeleted()
{
    Quirks quirks;
    quirks.hasLeads = true;
    Pair pair(quirks);
    const QString lead = pair.person(1, u"p2@x.test"_s, leadsEntity);
    pair.sync();
    pair.sync();
    QStringList inA = pair.remote(0).alive(peopleEntity);
    QCOMPARE(inA.size(), 2);
    inA.removeAll(pair.idIn(0));
    const QString same = inA.first();
    const QString asBefore = pair.text(1, lead, u"job"_s);

    pair.remote(1).withdrawn = {leadsEntity};
    pair.remote(0).personEdits(same, u"job"_s, Value::text(pair.ghost().newToken()));
    pair.edit(1, u"job"_s);
    for (int run = 0; run < 4; ++run) {
        pair.world().passTime(3600s);
        World::RunOrder full;
        full.full = true;
        const auto end = pair.run(full);
        const auto errors = must(pair.world().stores().runs.errors(end.outcome.run));
        QCOMPARE(errors.size(), 1);
        QVERIFY2(errors[0]["message"_L1].toString().contains(u"b has no Leads any more"),
                 qPrintable(errors[0]["message"_L1].toString()));
        QVERIFY(!errors[0]["remedy"_L1].toString().isEmpty());
    }
    QVERIFY(pair.remote(0).isAlive(same));
    QVERIFY(pair.remote(1).isAlive(lead));
    QCOMPARE(pair.remote(1).alive(peopleEntity).size(), 1);
    QCOMPARE(pair.text(1, lead, u"job"_s), asBefore);
    QCOMPARE(pair.text(0, u"job"_s), pair.text(1, u"job"_s)); // the others go on

    pair.remote(1).withdrawn.clear();
    pair.world().passTime(3600s);
    pair.sync();
    QCOMPARE(pair.text(1, lead, u"job"_s), pair.text(0, same, u"job"_s));
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::whatACrmWorksOutForANewRecordComesIn_data()
{
    QTest::addColumn<core::Direction>("direction");
    QTest::addColumn<bool>("later");
    QTest::addRow("only read, at once") << core::Direction::Pull << false;
    QTest::addRow("only read, later") << core::Direction::Pull << true;
    QTest::addRow("both ways, at once") << core::Direction::Both << false;
    QTest::addRow("both ways, later") << core::Direction::Both << true;
}

void TestMomentsOfARun::whatACrmWorksOutForANewRecordComesIn()
{
    QFETCH(core::Direction, direction);
    QFETCH(bool, later);
    Quirks quirks;
    quirks.fills = u"dept"_s;
    quirks.fillsLater = later;
    Setup setup = Pair::setupWith(quirks);
    setup.places[1].oneWay.insert(u"dept"_s, direction);
    Pair pair(setup);
    const QString made = pair.remote(0).personCreates(
        peopleEntity, {{u"email"_s, Value::text(u"p2@x.test"_s)}, {u"job"_s, Value::text(pair.ghost().newToken())}});
    pair.sync();
    QCOMPARE(pair.remote(1).alive(peopleEntity).size(), 2);
    pair.sync();
    QCOMPARE(pair.text(0, made, u"dept"_s), u"worked out"_s);
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::whatAFilterLeftOutComesInWhenTheFilterLetsIt()
{
    Setup setup = Pair::setupWith(Quirks{});
    setup.places[1].filter = u"job_title = \"vip\""_s;
    Pair pair(setup);
    const QString out = pair.person(1, u"p2@x.test"_s);
    pair.sync();
    QCOMPARE(pair.remote(0).alive({}).size(), 1);
    pair.world().place(1).filter.clear();
    pair.world().remap(1);
    pair.sync();
    QCOMPARE(pair.remote(0).alive({}).size(), 2);
    QVERIFY(pair.remote(1).isAlive(out));
    QCOMPARE(pair.violations(), QString());
}

/// S-43: neither written to nor deleted while it is outside, and in step again afterwards.
void TestMomentsOfARun::whatLeavesAFilterStaysAsItIsAndComesBack()
{
    Setup setup = Pair::setupWith(Quirks{});
    setup.places[1].filter = u"job_title != \"out\""_s;
    Pair pair(setup);
    const QString there = pair.idIn(1), dept = pair.text(1, u"dept"_s), job = pair.text(1, u"job"_s);
    QVERIFY(!dept.isEmpty());
    pair.remote(0).personEdits(pair.idIn(0), u"job"_s, Value::text(u"out"_s));
    pair.edit(0, u"dept"_s);
    for (int run = 0; run < 3; ++run) {
        pair.sync();
        QVERIFY(pair.remote(1).isAlive(there));
        QCOMPARE(pair.text(1, u"dept"_s), dept);
        QCOMPARE(pair.text(1, u"job"_s), job);
    }
    pair.edit(0, u"job"_s);
    pair.sync();
    pair.sync();
    for (const QString &field : {u"dept"_s, u"job"_s})
        QCOMPARE(pair.text(1, field), pair.text(0, field));
    QCOMPARE(pair.remote(1).alive({}), QStringList{there});
    QCOMPARE(pair.violations(), QString());
}

/// The person is made without the firm, which nobody knows the id of yet.
void TestMomentsOfARun::aFirmWhoseCreateWasNotAnsweredGetsItsPeopleAllTheSame()
{
    Quirks quirks;
    quirks.hasFirms = true;
    Setup setup = Pair::setupWith(quirks);
    setup.places[0].quirks.hasFirms = true;
    Pair pair(setup);
    const QString firm = pair.remote(0).personCreates(firmsEntity, {{u"name"_s, Value::text(u"Firm 1"_s)}});
    const QString person = pair.person(0, u"p2@x.test"_s);
    pair.remote(0).personEdits(person, u"firm"_s, Value::text(firm));
    pair.world().passTime(10s);
    pair.run(breaking(u"write"_s, FakeRemote::Fault::AnswerLost, 0, 1));
    pair.world().passTime(1000s);
    pair.run();
    const QString there = pair.remote(1).alive(firmsEntity).value(0);
    QVERIFY(!there.isEmpty());
    QCOMPARE(pair.remote(1).alive(firmsEntity).size(), 1);
    int members = 0;
    for (const QString &id : pair.remote(1).alive(peopleEntity))
        members += pair.text(1, id, u"firm"_s) == there ? 1 : 0;
    QCOMPARE(members, 1);
    pair.player().comeToRest();
    QCOMPARE(pair.violations(), QString());
}

/// An empty listing is none while there are three records that it should show; those that are known to be gone are not.
void TestMomentsOfARun::theLastRecordsOfACrmMayGoOneByOne()
{
    Quirks quirks;
    quirks.deleteFeed = true;
    Setup setup = Pair::setupWith(quirks);
    setup.deletes = core::DeletePolicy::Ask;
    Pair pair(setup);
    for (const QString &email : {u"p2@x.test"_s, u"p3@x.test"_s})
        pair.person(0, email);
    pair.sync();
    QCOMPARE(pair.remote(1).alive(peopleEntity).size(), 3);
    for (const QString &id : pair.remote(1).alive(peopleEntity)) {
        pair.remote(1).personDeletes(id);
        pair.world().passTime(100s);
        for (int run = 0; run < 2; ++run) {
            World::RunOrder order;
            order.full = true;
            const World::RunEnd end = pair.run(order);
            QCOMPARE(end.outcome.status, u"done"_s);
            QVERIFY(!end.outcome.worst);
            pair.world().passTime(100s);
        }
    }
    QCOMPARE(pair.remote(0).alive(peopleEntity).size(), 3);
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::aCreateWithoutAnAnswerIsKnownByItsToken_data()
{
    QTest::addColumn<FakeRemote::Fault>("fault");
    QTest::newRow("it arrived, and somebody gave it another address") << FakeRemote::Fault::AnswerLost;
    QTest::newRow("it did not arrive, and somebody made another one") << FakeRemote::Fault::RequestLost;
}

/// Its address tells nothing, and there is a new record that nobody can explain. Without a token it would stay open.
void TestMomentsOfARun::aCreateWithoutAnAnswerIsKnownByItsToken()
{
    QFETCH(FakeRemote::Fault, fault);
    const bool arrived = fault == FakeRemote::Fault::AnswerLost;
    Quirks quirks;
    quirks.hasTokens = true;
    Pair pair(quirks);
    pair.person(0, u"p2@x.test"_s);
    pair.world().passTime(10s);
    World::RunOrder order = breaking(u"write"_s, fault, 0, 1);
    order.during = [&, seen = false](const Baton::Effect &effect) mutable {
        if (seen || effect.what != "write" || !effect.isDone)
            return;
        seen = true;
        if (arrived)
            pair.remote(1).personEdits(pair.remote(1).alive(peopleEntity).last(), u"email"_s,
                                       Value::text(u"p3@x.test"_s));
        else
            pair.person(1, u"p4@x.test"_s);
    };
    pair.run(order);
    pair.world().passTime(1000s);
    pair.run();
    QCOMPARE(must(pair.world().stores().runs.intents()).size(), 0);
    pair.player().comeToRest();
    for (int place = 0; place < 2; ++place)
        QCOMPARE(pair.remote(place).alive(peopleEntity).size(), arrived ? 2 : 3);
    QCOMPARE(pair.violations(), QString());
}

void TestMomentsOfARun::whoBelongsToAFirmThatIsNotMadeAfterAllBelongsToTheOther_data()
{
    QTest::addColumn<int>("renamedIn");
    for (int place = 0; place < 2; ++place)
        QTest::addRow("renamed in %c", 'a' + place) << place;
}

/// One firm gets the name with which another one is new elsewhere: they are one, and the new one's people come along.
void TestMomentsOfARun::whoBelongsToAFirmThatIsNotMadeAfterAllBelongsToTheOther()
{
    QFETCH(int, renamedIn);
    const int newIn = 1 - renamedIn;
    Quirks quirks;
    quirks.hasFirms = true;
    Setup setup = Pair::setupWith(quirks);
    setup.places[0].quirks.hasFirms = true;
    for (int number = 1; number <= 6; ++number) { // which one is carried out first depends on their ids
        Pair pair(setup);
        FakeRemote &there = pair.remote(newIn);
        for (int other = 1; other < number; ++other)
            there.personDeletes(there.personCreates(firmsEntity, {{u"name"_s, Value::text(u"Gone"_s)}}));
        const QString known = pair.remote(renamedIn).personCreates(firmsEntity,
                                                                   {{u"name"_s, Value::text(u"Firm 1"_s)}});
        pair.sync();
        pair.remote(renamedIn).personEdits(known, u"name"_s, Value::text(u"Firm 2"_s));
        const QString firm = there.personCreates(firmsEntity, {{u"name"_s, Value::text(u"Firm 2"_s)}});
        const QString person = pair.person(newIn, u"p2@x.test"_s);
        there.personEdits(person, u"firm"_s, Value::text(firm));
        pair.sync();
        pair.player().comeToRest();
        QCOMPARE(pair.violations(), QString());
    }
}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    TestMomentsOfARun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_momentsofarun.moc"
