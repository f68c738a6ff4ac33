#include "core/services/dashboard.h"
#include "core/services/reviewboard.h"
#include "support/openworkspace.h"
#include "support/reviewworld.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::test;

/// Deciding and taking back, as the window does it, on a workspace that real runs made.
class TestReviewServices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConflictHasAllSidesAndTheirBase();
    void aConflictStaysWhileOneOfItsSystemsIsDown();
    void aDecisionIsTakenBackUntilARunCarriesItOut();
    void oneAnswerSettlesAllLikeIt();
    void onlyTheNewerOneIsTakenWhereAsked();
    void aNewcomerIsLinkedAndTheLinkTakenBack();
    void aDeleteIsKeptAndTheDecisionTakenBack();
};

void TestReviewServices::aConflictHasAllSidesAndTheirBase()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    core::ReviewBoard board(file.session());
    const auto all = board.conflicts();
    QVERIFY(all && all->size() == 1);
    QCOMPARE(all->first().title, u"Zoë Ängström 0"_s);
    const auto one = board.conflict(all->first().item.id);
    QVERIFY(one && one->conflicts.size() == 1);
    QStringList told;
    for (const auto &side : one->conflicts.first().sides)
        told << u"%1: %2 -> %3"_s.arg(side.system, side.base.display(), side.value.display());
    told.sort();
    QCOMPARE(told.mid(0, 1) + told.mid(2), QStringList({u"crm: Clerk -> Chief"_s, u"marketing: Clerk -> Manager"_s}));
    QVERIFY(told.at(1).startsWith(u"hub"_s) && told.at(1).endsWith(u"Clerk"_s));
}

void TestReviewServices::aConflictStaysWhileOneOfItsSystemsIsDown()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    world.suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}});
    world.mautic.edit(u"contacts"_s, world.mauticId(0), {{u"firstname"_s, u"Zoe"_s}});
    QCOMPARE(world.workspace.run({u"sync"_s}).exitCode, 4); // plans the person anew
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    QCOMPARE(core::Review(file.session()).conflicts()->size(), 1);
    QCOMPARE(core::Dashboard(file.session()).badges(0)->waiting, 1);
    world.suite.fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 0}});
    world.workspace.sync();
    core::Review review(file.session());
    QCOMPARE(review.conflicts()->size(), 1);
    QVERIFY(review.resolve(review.conflicts()->first().id, {u"crm"_s, {}, false}));
    world.workspace.sync();
    QCOMPARE(world.titles(0), QStringList({u"Chief"_s, u"Chief"_s}));
    QVERIFY(review.conflicts()->isEmpty());
}

void TestReviewServices::aDecisionIsTakenBackUntilARunCarriesItOut()
{
    const ReviewWorld world;
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    core::Review review(file.session());
    const QString id = review.conflicts()->first().id;
    QVERIFY(review.resolve(id, {u"crm"_s, {}, false}));
    QVERIFY(review.conflicts()->isEmpty());
    auto decided = review.decided(0, 10);
    QVERIFY(decided && decided->size() == 1 && decided->first().open);
    QVERIFY(review.takeBack(decided->first().id));
    QCOMPARE(review.conflicts()->first().id, id);
    world.workspace.sync(); // as if it had never been decided
    QCOMPARE(world.titles(0), QStringList({u"Manager"_s, u"Chief"_s}));
    QVERIFY(review.resolve(id, {u"crm"_s, {}, false}));
    world.workspace.sync();
    QCOMPARE(world.titles(0), QStringList({u"Chief"_s, u"Chief"_s}));
    decided = review.decided(0, 10);
    QVERIFY(!decided->first().open);
    const auto again = review.takeBack(decided->first().id);
    QVERIFY(!again && again.error().kind == ErrorKind::Conflict);
    QVERIFY(!again.error().remedy.isEmpty());
}

void TestReviewServices::oneAnswerSettlesAllLikeIt()
{
    const ReviewWorld world(4);
    for (int i = 0; i < 4; ++i)
        world.changeTitles(i, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    core::ReviewBoard board(file.session());
    core::Review review(file.session());
    core::AlikeRule rule;
    rule.like = review.conflicts()->first().id;
    rule.answer.take = u"marketing"_s;
    const auto preview = board.preview(rule);
    QVERIFY(preview && preview->size() == 4);
    QVERIFY(std::ranges::all_of(*preview, &core::AlikeLine::decides));
    QCOMPARE(preview->first().after.display(), u"Manager"_s);
    QCOMPARE(board.decide(rule, u"batch"_s).value_or(0), 4);
    QVERIFY(review.conflicts()->isEmpty());
    QCOMPARE(review.takeBackAll(u"batch"_s).value_or(0), 4);
    QCOMPARE(review.conflicts()->size(), 4);
    rule.like = review.conflicts()->first().id;
    QCOMPARE(board.decide(rule, u"again"_s).value_or(0), 4);
    world.workspace.sync();
    for (int i = 0; i < 4; ++i)
        QCOMPARE(world.titles(i), QStringList({u"Manager"_s, u"Manager"_s}));
    QCOMPARE(shown(world.workspace.planned()), u"[]"_s);
}

void TestReviewServices::onlyTheNewerOneIsTakenWhereAsked()
{
    const ReviewWorld world(2);
    // Mautic's clock is behind: its edits are the older ones, by more than the tolerance.
    world.mautic.setClock(-600);
    world.changeTitles(0, u"Manager"_s, u"Chief"_s);
    world.mautic.setClock(600);
    world.changeTitles(1, u"Manager"_s, u"Chief"_s);
    world.workspace.sync();
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    core::ReviewBoard board(file.session());
    core::AlikeRule rule;
    rule.like = core::Review(file.session()).conflicts()->first().id;
    rule.answer.take = u"crm"_s;
    rule.when = core::AlikeRule::When::Newer;
    const auto preview = board.preview(rule);
    QVERIFY(preview && preview->size() == 2);
    for (const core::AlikeLine &line : *preview)
        QVERIFY2(line.decides || !line.why.isEmpty(), qPrintable(line.title));
    const auto decides = std::ranges::count_if(*preview, &core::AlikeLine::decides);
    QCOMPARE(board.decide(rule, u"newer"_s).value_or(0), int(decides));
    QCOMPARE(core::Review(file.session()).conflicts()->size(), 2 - decides);
}

void TestReviewServices::aNewcomerIsLinkedAndTheLinkTakenBack()
{
    const ReviewWorld world;
    world.bringDuplicate();
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    core::ReviewBoard board(file.session());
    core::Review review(file.session());
    const auto all = board.duplicates();
    QVERIFY(all && all->size() == 1);
    const auto one = board.duplicate(all->first().item.id);
    QVERIFY(one && one->candidates.size() == 2);
    QVERIFY(one->likely.isEmpty()); // never chosen by itself where two fit
    const QString bob = one->candidates.at(one->candidates.first().title == u"Bob"_s ? 0 : 1).record;
    QVERIFY(review.link(one->held.id, bob));
    QVERIFY(board.duplicates()->isEmpty());
    QVERIFY(review.takeBack(review.decided(0, 1)->first().id));
    QCOMPARE(board.duplicates()->size(), 1);
    QVERIFY(review.link(one->held.id, bob));
    world.workspace.sync();
    const QJsonArray links = world.workspace.must({u"records"_s, u"show"_s, bob}).object().value("links"_L1).toArray();
    QVERIFY(std::ranges::any_of(
        links, [](const QJsonValue &link) { return link["integration"_L1].toString() == u"marketing"_s; }));
}

void TestReviewServices::aDeleteIsKeptAndTheDecisionTakenBack()
{
    const ReviewWorld world;
    world.loseInMautic(0);
    support::OpenWorkspace file;
    QVERIFY(file.open(world.workspace.file()));
    core::ReviewBoard board(file.session());
    core::Review review(file.session());
    const auto deletes = board.deletes();
    QVERIFY(deletes && deletes->size() == 1);
    QCOMPARE(deletes->first().stillIn, QStringList(u"crm"_s));
    QVERIFY(review.keepDeleted(deletes->first().item.id));
    QVERIFY(board.deletes()->isEmpty());
    QVERIFY(review.takeBack(review.decided(0, 1)->first().id));
    QCOMPARE(board.deletes()->size(), 1);
    QVERIFY(review.releaseDelete(deletes->first().item.id));
    QVERIFY(board.deletes()->first().item.released);
    world.workspace.sync();
    QCOMPARE(world.suite.records(u"Contacts"_s).size(), 0);
}

QTEST_GUILESS_MAIN(TestReviewServices)
#include "tst_reviewservices.moc"
