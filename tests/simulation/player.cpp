#include "simulation/player.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::simulation {

using core::LinkRow;

namespace {

constexpr seconds untilKnown{4000}; ///< after it, what was under way is known
constexpr int faultPercent = 12;
constexpr int mostRuns = 15; ///< until nothing moves

} // namespace

Player::Player(const Setup &setup, const Dice &dice, Ghost &ghost)
    : m_ghost(ghost)
    , m_dice(dice)
    , m_world(setup, ghost)
    , m_people(m_world)
    , m_invariants(m_world)
{
}

void Player::play(const QList<Step> &steps)
{
    m_people.populate(m_dice);
    m_invariants.tellState();
    for (const Step &step : steps) {
        take(step);
        if (!m_ghost.violations().isEmpty())
            return;
    }
    comeToRest();
}

void Player::take(const Step &step)
{
    Dice dice(step.seed);
    switch (step.kind) {
    case Step::Kind::Act:
        return m_people.act(step.seed);
    case Step::Kind::Wait: {
        static const QList<int> waits{1, 5, 30, 61, 200};
        return m_world.passTime(seconds(dice.of(waits)));
    }
    case Step::Kind::Run:
    case Step::Kind::FullRun: {
        World::RunOrder order = orderOf(step, dice);
        order.full = step.kind == Step::Kind::FullRun;
        return run(order);
    }
    case Step::Kind::Preview:
        return preview(step);
    case Step::Kind::UndoLast:
        return undoLast(step);
    case Step::Kind::Hint:
        return hinted(step);
    }
}

World::RunOrder Player::orderOf(const Step &step, Dice &dice)
{
    World::RunOrder order;
    order.seed = dice.seed();
    order.faultPercent = step.isStormy ? faultPercent : 0;
    order.dieAt = step.dies ? 1 + dice.below(m_lastEffects) : -1;
    order.overrideGuards = dice.chance(80);
    m_hadBlindSpot = m_hadBlindSpot || step.isStormy;
    if (!step.isWatched)
        return order;
    // People act in the CRMs at any effect, in the workspace where the run holds no transaction.
    order.during = [this, meanwhile = Dice(dice.seed())](const Baton::Effect &effect) mutable {
        if (!meanwhile.chance(5))
            return;
        m_ghost.met(u"race: people act during a run"_s);
        if (effect.thread == 0 && effect.kind == EffectKind::Commit && effect.isDone)
            m_people.act(meanwhile.seed());
        else
            m_people.actOutside(meanwhile.seed());
    };
    return order;
}

void Player::countDeath(const World::RunEnd &end)
{
    m_ghost.met(u"death "_s + QString::fromStdString(end.deathAt));
    if (m_ghost.tell)
        m_ghost.tell(u"  dies "_s + QString::fromStdString(end.deathAt));
}

World::RunEnd Player::runAndCheck(const World::RunOrder &order)
{
    const bool isUndo = order.kind == World::RunOrder::Kind::Undo;
    if (isUndo) {
        m_wasUndone = true;
        m_invariants.sawOperations(order.run);
    }
    if (m_ghost.tell) {
        static const QStringList kinds{u"sync"_s, u"preview"_s, u"carry out"_s, u"undo"_s};
        m_ghost.tell((order.full ? u"full "_s : u""_s) + kinds[int(order.kind)]);
    }
    m_invariants.setChangedMeanwhile(bool(order.during));
    World::RunEnd end = m_world.run(order);
    ++m_runs;
    m_effects += end.effects;
    if (m_ghost.tell)
        m_ghost.tell(u"  %1 after %2 effects, %3 writes so far"_s.arg(end.outcome.status)
                         .arg(end.effects)
                         .arg(m_world.writes()));
    m_invariants.tellState();
    if (!end.lived)
        countDeath(end);
    if (!end.lived || end.error)
        m_invariants.checkDeletions(isUndo);
    if (!end.lived)
        return end;
    if (end.error && !order.mayFail && end.error->kind != ErrorKind::Authentication
        && end.error->kind != ErrorKind::Network && end.error->kind != ErrorKind::RateLimit)
        m_ghost.fail(u"error: %1 %2"_s.arg(end.error->message, end.error->providerMessage));
    if (!end.error && !end.outcome.run.isEmpty() && end.outcome.status != "planned"_L1)
        m_invariants.checkRun(end.outcome.run, isUndo);
    m_ghost.met(u"run: "_s + (end.error ? u"failed"_s : end.outcome.status));
    return end;
}

void Player::run(const World::RunOrder &order)
{
    const World::RunEnd end = runAndCheck(order);
    if (!end.lived)
        return;
    m_lastEffects = std::max(20, end.effects);
    if (end.outcome.status == "done"_L1 || end.outcome.status == "partial"_L1)
        m_lastRun = end.outcome.run;
}

/// A plan is made and shown; after a while, in which people may act, exactly that plan is carried out.
void Player::preview(const Step &step)
{
    Dice dice(step.seed);
    World::RunOrder order = orderOf(step, dice);
    order.kind = World::RunOrder::Kind::Preview;
    const int dieAt = std::exchange(order.dieAt, -1);
    const int writes = m_world.writes();
    const World::RunEnd shown = runAndCheck(order);
    if (m_world.writes() != writes)
        m_ghost.fail(u"preview: it wrote"_s);
    if (shown.outcome.status != "planned"_L1)
        return;
    const int planned = m_invariants.visibleOperations(shown.outcome.run);
    if (dice.chance(50))
        m_people.act(dice.seed());
    order.kind = World::RunOrder::Kind::CarryOut;
    order.run = shown.outcome.run;
    order.seed = dice.seed();
    order.dieAt = dieAt;
    const World::RunEnd done = runAndCheck(order);
    if (done.lived && !done.error) {
        m_ghost.met(u"act: preview carried out"_s);
        if (m_invariants.visibleOperations(shown.outcome.run) != planned)
            m_ghost.fail(u"preview: the run did something that was not shown"_s);
    }
}

void Player::undoLast(const Step &step)
{
    if (m_lastRun.isEmpty())
        return;
    Dice dice(step.seed);
    World::RunOrder order = orderOf(step, dice);
    order.kind = World::RunOrder::Kind::Undo;
    order.run = std::exchange(m_lastRun, {});
    m_ghost.met(u"act: run undone"_s);
    runAndCheck(order);
}

/// As a webhook starts it: about single records, and nobody is there to override a guard.
void Player::hinted(const Step &step)
{
    Dice dice(step.seed);
    World::RunOrder order = orderOf(step, dice);
    order.overrideGuards = false;
    order.places = hints(dice);
    if (order.places.isEmpty())
        return;
    m_ghost.met(u"run: for a webhook"_s);
    if (m_ghost.tell) {
        for (const core::LinkKey &key : std::as_const(order.places))
            m_ghost.tell(u"  hint: %1 %2 %3"_s.arg(key.integration, key.remoteEntity, key.remoteId));
    }
    run(order);
}

/// Mostly what changed last; what comes late, twice, or about somebody who is gone is about any record.
QList<core::LinkKey> Player::hints(Dice &dice) const
{
    QList<core::LinkKey> places;
    for (int left = 1 + dice.below(3); left > 0; --left) {
        const FakeRemote &remote = *m_world.remotes()[std::size_t(dice.below(int(m_world.remotes().size())))];
        QStringList ids;
        for (const auto &[id, record] : remote.records)
            ids << id;
        std::ranges::stable_sort(ids, std::greater(),
                                 [&](const QString &id) { return remote.records.at(id).modified; });
        if (ids.isEmpty())
            continue;
        const QString id = dice.chance(70) ? ids.value(dice.below(std::min<int>(2, int(ids.size())))) : dice.of(ids);
        const core::LinkKey place{World::integrationId(remote.name), remote.records.at(id).entity, id};
        if (std::ranges::none_of(places, [&](const core::LinkKey &other) {
                return other.integration == place.integration && other.remoteId == place.remoteId;
            }))
            places << place;
    }
    return places;
}

void Player::comeToRest()
{
    if (m_ghost.tell)
        m_ghost.tell(u"coming to rest"_s);
    for (const auto &remote : m_world.remotes())
        remote->isBlind = false;
    World::RunOrder order;
    order.full = m_hadBlindSpot || m_dice.chance(30);
    int runs = 0;
    for (; runs < mostRuns; ++runs) {
        m_world.passTime(untilKnown);
        order.seed = m_dice.seed();
        const int writes = m_world.writes();
        const World::RunEnd end = runAndCheck(order);
        if (!m_ghost.violations().isEmpty())
            return;
        if (!end.error && m_invariants.visibleOperations(end.outcome.run) == 0 && m_world.writes() == writes)
            break;
    }
    if (runs == mostRuns)
        return m_ghost.fail(u"silence: never"_s);
    m_ghost.met(u"rest after %1 runs"_s.arg(runs));
    m_invariants.checkEnd(m_wasUndone);
    if (m_ghost.violations().isEmpty() && m_dice.chance(10) && !m_lastRun.isEmpty())
        checkReplay(m_lastRun);
    if (m_ghost.violations().isEmpty() && m_dice.chance(25))
        checkUndo();
}

QMap<QString, QSet<int>> Player::texts() const
{
    static const QStringList fields{u"job"_s, u"dept"_s, u"first"_s, u"last"_s};
    QMap<QString, QSet<int>> found;
    for (const auto &remote : m_world.remotes()) {
        for (const auto &[id, record] : remote->records) {
            for (const QString &field : record.deleted ? QStringList() : fields)
                found.insert(remote->place(id) + u'.' + field, Ghost::tokensIn(record.fields.value(field)));
        }
    }
    return found;
}

void Player::checkUndo()
{
    const auto &remotes = m_world.remotes();
    if (std::ranges::any_of(remotes, [](const auto &remote) { return remote->quirks.hasWillOfItsOwn(); }))
        return;
    for (int i = 0; i < 3; ++i)
        m_people.editSomething(m_dice.seed());
    m_world.passTime(untilKnown);
    const auto before = texts();
    World::RunOrder order;
    order.seed = m_dice.seed();
    const World::RunEnd done = runAndCheck(order);
    if (done.error || done.outcome.status != "done"_L1 || m_invariants.visibleOperations(done.outcome.run) == 0)
        return;
    m_world.passTime(untilKnown);
    order.kind = World::RunOrder::Kind::Undo;
    order.run = done.outcome.run;
    runAndCheck(order);
    m_ghost.met(u"undo of an untouched run"_s);
    for (const QString &when : {u"after the undo"_s, u"after the next run"_s}) {
        const auto now = texts();
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (now.contains(it.key()) && now.value(it.key()) != *it)
                m_ghost.fail(u"undo: %1 is not what it was, %2"_s.arg(it.key(), when));
        }
        m_world.passTime(untilKnown);
        order = {};
        order.seed = m_dice.seed();
        runAndCheck(order);
    }
}

void Player::checkReplay(const QString &run)
{
    const auto replayed = m_world.session().replay(run);
    if (!replayed)
        return; // it planned nothing, or its inputs are not kept
    m_ghost.met(u"run replayed"_s);
    if (!replayed->isSame())
        m_ghost.fail(u"replay: the plan of run %1 is another one"_s.arg(run));
}

Verdict play(const Script &script, Summary &summary, const std::function<void(const QString &)> &tell)
{
    Ghost ghost(summary);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (tell) {
        ghost.tell = [&](const QString &line) {
            hash.addData((line + u'\n').toUtf8());
            tell(line);
        };
    }
    Dice dice(script.seed);
    const Setup setup = script.setup(dice);
    Player player(setup, dice, ghost);
    player.play(script.steps);
    return {ghost.violations(), player.runs(), player.effects(), tell ? hash.result().toHex() : QByteArray()};
}

} // namespace syncline::simulation
