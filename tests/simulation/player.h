#pragma once

#include "simulation/history.h"

#include <QCryptographicHash>

namespace syncline::simulation {

/// One history on its way.
class Player
{
public:
    Player(const Setup &setup, const Dice &dice, Ghost &ghost);

    /// The first people, the steps, and rest.
    void play(const QList<Step> &steps);
    /// Runs and looks at what it did.
    World::RunEnd runAndCheck(const World::RunOrder &order);
    /// No more edits and no more faults: all sides agree soon, and then nothing moves.
    void comeToRest();
    World &world() { return m_world; }
    People &people() { return m_people; }
    int runs() const { return m_runs; }
    int effects() const { return m_effects; }

private:
    void take(const Step &step);
    void run(const World::RunOrder &order);
    void preview(const Step &step);
    void undoLast(const Step &step);
    void hinted(const Step &step);
    QList<core::LinkKey> hints(Dice &dice) const;
    World::RunOrder orderOf(const Step &step, Dice &dice);
    void countDeath(const World::RunEnd &end);
    /// A run that nobody touched since is taken back: every text is what it was, and the next run does not do it again.
    void checkUndo();
    /// A kept run gives the same plan when it is planned again.
    void checkReplay(const QString &run);
    /// The texts of all records that are alive, by place.
    QMap<QString, QSet<int>> texts() const;

    Ghost &m_ghost;
    Dice m_dice;
    World m_world;
    People m_people;
    Invariants m_invariants;
    int m_runs = 0;
    int m_effects = 0;
    int m_lastEffects = 60; ///< of a run that lived: where the next one may die
    QString m_lastRun;      ///< that wrote and came to its end
    bool m_wasUndone = false;
    bool m_hadBlindSpot = false; ///< something that only a complete listing finds
};

} // namespace syncline::simulation
