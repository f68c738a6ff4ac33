#pragma once

#include "simulation/invariants.h"
#include "simulation/people.h"

namespace syncline::simulation {

/// What happens in one world, as a list of steps that each follow from a seed of their own: without one of them the others
/// stay what they are, so that a failing history can be made shorter.
struct Step
{
    enum class Kind { Act, Wait, Run, FullRun, Preview, UndoLast, Hint };
    Kind kind = Kind::Act;
    quint32 seed = 0;
    bool dies = false;      ///< the process, somewhere on its way
    bool isStormy = false;  ///< the network
    bool isWatched = false; ///< people act while it runs
};

struct Script
{
    quint32 seed = 0; ///< of the set-up and of the first people
    QList<Step> steps;
    bool isRelated = false; ///< in a world with firms and filters
    bool isHooked = false;  ///< webhooks start runs about single records, besides all others

    static Script random(quint32 seed, bool isRelated = false, bool isHooked = false);
    Setup setup(Dice &dice) const;
    void hook(); ///< puts steps of webhooks between those that are there
    QString describe() const;
};

struct Verdict
{
    QStringList violations;
    int runs = 0;      ///< processes
    int effects = 0;   ///< that they had
    QByteArray digest; ///< of everything that happened; "" where nobody listened
    bool isGood() const { return violations.isEmpty(); }
};

/// Plays a script in a world of its own. With `tell`, each thing that happens is a line, and the verdict has a digest.
Verdict play(const Script &script, Summary &summary, const std::function<void(const QString &)> &tell = {});

/// The shortest script found that still breaks the same promise as the whole one.
Script shrunk(const Script &script, const QString &violation);
/// The promise that a violation breaks: its first word.
QString promiseOf(const QString &violation);

} // namespace syncline::simulation
