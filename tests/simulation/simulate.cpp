#include "simulation/history.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHashSeed>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace syncline::simulation;

/// Random histories by the minute, one seed after the other. tests/simulation/run is the way to it.
namespace {

void print(const QString &text)
{
    std::fputs(qPrintable(text), stdout);
    std::fflush(stdout);
}

void tellFailure(const Script &script, const Verdict &verdict, bool shrink)
{
    print(u"seed %1: %2\n"_s.arg(script.seed).arg(verdict.violations.join(u"; "_s)));
    if (!shrink)
        return;
    const Script shorter = shrunk(script, verdict.violations.first());
    print(u"--- shrunk to %1 of %2 steps\n"_s.arg(shorter.steps.size()).arg(script.steps.size()) + shorter.describe());
    Summary unused;
    play(shorter, unused, [](const QString &line) { print(line + u'\n'); });
    print(u"---\n"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption from(u"from"_s, u"first seed"_s, u"seed"_s, u"1"_s);
    const QCommandLineOption step(u"step"_s, u"from one seed to the next"_s, u"count"_s, u"1"_s);
    const QCommandLineOption count(u"count"_s, u"how many histories"_s, u"count"_s, u"0"_s);
    const QCommandLineOption minutes(u"minutes"_s, u"how long"_s, u"minutes"_s, u"0"_s);
    const QCommandLineOption one(u"one"_s, u"tell one history"_s, u"seed"_s);
    const QCommandLineOption related(u"related"_s, u"in worlds with firms and filters"_s);
    const QCommandLineOption hooked(u"hooked"_s, u"with webhooks that start runs about single records"_s);
    const QCommandLineOption shrink(u"shrink"_s, u"make failing histories shorter and tell them"_s);
    const QCommandLineOption most(u"failures"_s, u"stop after so many"_s, u"count"_s, u"1"_s);
    const QCommandLineOption summaryFile(u"summary"_s, u"JSON file for what was met"_s, u"file"_s);
    parser.addOptions({from, step, count, minutes, one, related, hooked, shrink, most, summaryFile});
    parser.addHelpOption();
    parser.process(application);

    Summary summary;
    if (parser.isSet(one)) {
        const Script script = Script::random(parser.value(one).toUInt(), parser.isSet(related), parser.isSet(hooked));
        print(script.describe());
        const Verdict verdict = play(script, summary, [](const QString &line) { print(line + u'\n'); });
        print(QString::fromLatin1(verdict.digest) + u'\n');
        return verdict.isGood() ? 0 : 1;
    }
    QElapsedTimer timer;
    timer.start();
    const qint64 until = qint64(parser.value(minutes).toDouble() * 60'000);
    const int histories = parser.value(count).toInt();
    int played = 0, failed = 0, runs = 0;
    qint64 effects = 0;
    quint32 seed = parser.value(from).toUInt();
    for (; (histories == 0 || played < histories) && (until == 0 || timer.elapsed() < until)
         && failed < parser.value(most).toInt();
         seed += parser.value(step).toUInt()) {
        const Script script = Script::random(seed, parser.isSet(related), parser.isSet(hooked));
        const Verdict verdict = play(script, summary);
        ++played;
        runs += verdict.runs;
        effects += verdict.effects;
        if (verdict.isGood())
            continue;
        ++failed;
        tellFailure(script, verdict, parser.isSet(shrink));
    }
    QJsonObject totals{{u"histories"_s, played},
                       {u"failed"_s, failed},
                       {u"runs"_s, runs},
                       {u"effects"_s, effects},
                       {u"milliseconds"_s, timer.elapsed()},
                       {u"next"_s, qint64(seed)},
                       {u"met"_s, summary.toJson()}};
    if (QFile file(parser.value(summaryFile)); parser.isSet(summaryFile) && file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(totals).toJson());
    print(u"%1 histories, %2 failed, %3 runs, %4 effects, %5 s; next seed %6\n"_s.arg(played)
              .arg(failed)
              .arg(runs)
              .arg(effects)
              .arg(double(timer.elapsed()) / 1000)
              .arg(seed));
    if (!parser.isSet(summaryFile))
        print(summary.text());
    return failed == 0 ? 0 : 1;
}
