#include "core/services/records.h"
#include "simulation/player.h"

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
};

namespace {

/// One person in "a" that both CRMs have after a sync.
class Pair
{
public:
    explicit Pair(const Quirks &inB) : m_player(setupWith(inB), Dice(7), m_ghost)
    {
        person(0, u"p1@x.test"_s);
        sync();
        sync();
    }
    Player &player() { return m_player; }
    World &world() { return m_player.world(); }
    FakeRemote &remote(int index) { return *world().remotes()[std::size_t(index)]; }
    QString idIn(int index) { return remote(index).alive(peopleEntity).value(0); }
    QString hub() { return must(world().stores().records.hubPage(u"contact"_s, {}, 10)).first().id; }
    void person(int index, const QString &email)
    {
        remote(index).personCreates(peopleEntity,
                                    {{u"email"_s, Value::text(email)},
                                     {u"job"_s, Value::text(m_ghost.newToken())},
                                     {u"dept"_s, Value::text(m_ghost.newToken())}});
    }
    void edit(int index, const QString &field)
    {
        remote(index).personEdits(idIn(index), field, Value::text(m_ghost.newToken()));
    }
    QString text(int index, const QString &field) { return remote(index).records.at(idIn(index)).fields[field].text(); }
    void sync(World::RunOrder order = {})
    {
        order.full = true;
        m_player.runAndCheck(order);
        world().passTime(100s);
    }
    QString conflicts()
    {
        QStringList causes;
        for (const auto &item : must(world().stores().review.ofHub(hub())))
            causes << item.document.value("cause"_L1).toString();
        return causes.join(u", "_s);
    }
    QString violations() const { return m_ghost.violations().join(u"; "_s); }
    Ghost &ghost() { return m_ghost; }

private:
    static Setup setupWith(const Quirks &inB)
    {
        Setup setup;
        setup.places = {{u"a"_s, {}, {}, {}}, {u"b"_s, inB, {}, {}}};
        setup.conflict = core::ConflictPolicy::LastWriteWins;
        setup.deletes = core::DeletePolicy::Propagate;
        return setup;
    }

    Summary m_summary;
    Ghost m_ghost{m_summary};
    Player m_player;
};

} // namespace

/// Its new address makes it part of another group, which is planned later in the same run.
void TestMomentsOfARun::aKeyThatIsEditedWhileItIsPlannedCountsOnce()
{
    Pair pair({});
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
    Pair pair({});
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

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    TestMomentsOfARun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_momentsofarun.moc"
