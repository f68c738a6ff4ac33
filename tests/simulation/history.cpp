#include "simulation/history.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::simulation {

namespace {

const QStringList kindNames{u"act"_s,    u"wait"_s, u"run"_s, u"full run"_s, u"preview"_s, u"undo the last run"_s,
                            u"webhook"_s};

} // namespace

Script Script::random(quint32 seed, bool isRelated, bool isHooked)
{
    Dice dice(seed ^ 0x5eed5U);
    Script script{seed, {}, isRelated, isHooked};
    const int rounds = 2 + dice.below(5);
    for (int round = 0; round < rounds; ++round) {
        const int acts = dice.below(5);
        for (int i = 0; i < acts; ++i) {
            script.steps << Step{Step::Kind::Act, dice.seed()};
            if (dice.chance(50))
                script.steps << Step{Step::Kind::Wait, dice.seed()};
        }
        const int which = dice.below(100);
        Step step{which < 55       ? Step::Kind::Run
                      : which < 80 ? Step::Kind::FullRun
                      : which < 92 ? Step::Kind::Preview
                                   : Step::Kind::UndoLast,
                  dice.seed()};
        step.dies = dice.chance(40);
        step.isStormy = dice.chance(60);
        step.isWatched = dice.chance(40);
        script.steps << step << Step{Step::Kind::Wait, dice.seed()};
    }
    if (isHooked)
        script.hook();
    return script;
}

/// Behind what people did as a rule, now and then at any other time: late, or for the second time.
void Script::hook()
{
    Dice dice(seed ^ 0x400c5U);
    QList<Step> hooked;
    for (const Step &step : std::as_const(steps)) {
        hooked << step;
        if (!dice.chance(step.kind == Step::Kind::Act ? 60 : 20))
            continue;
        Step hint{Step::Kind::Hint, dice.seed()};
        hint.dies = dice.chance(25);
        hint.isStormy = dice.chance(40);
        hint.isWatched = dice.chance(40);
        hooked << hint;
    }
    steps = hooked;
}

Setup Script::setup(Dice &dice) const
{
    Setup setup = Setup::random(dice);
    if (isRelated)
        setup.relate(dice);
    return setup;
}

QString Script::describe() const
{
    Dice dice(seed);
    QString text = u"seed %1%2%3\n"_s.arg(seed).arg(isRelated ? u", related"_s : QString(),
                                                    isHooked ? u", hooked"_s : QString())
        + setup(dice).describe();
    for (const Step &step : steps) {
        text += u"%1 %2"_s.arg(kindNames[int(step.kind)]).arg(step.seed);
        text += (step.isStormy ? u", stormy"_s : QString()) + (step.isWatched ? u", people act meanwhile"_s : QString())
            + (step.dies ? u", dies"_s : QString()) + u'\n';
    }
    return text;
}

QString promiseOf(const QString &violation)
{
    return violation.section(u':', 0, 0);
}

Script shrunk(const Script &script, const QString &violation)
{
    const auto stillFails = [&](const Script &shorter) {
        Summary unused;
        const auto found = play(shorter, unused).violations;
        return std::ranges::any_of(found, [&](const QString &v) { return promiseOf(v) == promiseOf(violation); });
    };
    Script best = script;
    for (qsizetype chunk = std::max<qsizetype>(1, best.steps.size() / 2); chunk > 0; chunk /= 2) {
        for (qsizetype from = 0; from < best.steps.size();) {
            Script shorter = best;
            shorter.steps.remove(from, std::min(chunk, shorter.steps.size() - from));
            if (stillFails(shorter))
                best = shorter;
            else
                from += chunk;
        }
    }
    for (Step &step : best.steps) {
        for (bool Step::*trouble : {&Step::dies, &Step::isStormy, &Step::isWatched}) {
            if (!(step.*trouble))
                continue;
            step.*trouble = false;
            if (!stillFails(best))
                step.*trouble = true;
        }
    }
    return best;
}

} // namespace syncline::simulation
