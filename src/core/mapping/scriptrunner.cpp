#include "core/mapping/scriptrunner.h"

#include "core/mapping/scriptchild.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::ScriptRunner)
};

QList<ScriptJob> unknownJobs(const QList<ScriptJob> &jobs, const ScriptResults &results)
{
    QList<ScriptJob> unknown;
    QSet<QByteArray> seen;
    for (const ScriptJob &job : jobs) {
        const QByteArray key = job.key();
        if (!results.contains(job) && !seen.contains(key)) {
            seen.insert(key);
            unknown.append(job);
        }
    }
    return unknown;
}

} // namespace

ScriptRunner::ScriptRunner(QString program, EffectGate &gate, ScriptLimits limits)
    : m_program(std::move(program))
    , m_gate(gate)
    , m_limits(limits)
{
}

QString ScriptRunner::defaultProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/syncline-script"_s;
    if (QFileInfo(beside).isExecutable())
        return beside;
    return QCoreApplication::applicationDirPath() + u"/../libexec/syncline/syncline-script"_s;
}

Result<int> ScriptRunner::runRound(const QList<ScriptJob> &jobs, std::chrono::milliseconds runStart,
                                   ScriptResults &results, QString *death)
{
    m_gate.before(EffectKind::Process, "syncline-script");
    ScriptChild child(m_program, m_limits, runStart);
    if (auto started = child.start(); !started)
        return failure(started.error());
    const QList<Transformed> answers = child.evaluate(jobs);
    m_gate.after(EffectKind::Process, "syncline-script");
    for (qsizetype i = 0; i < answers.size(); ++i)
        results.insert(jobs.at(i), answers.at(i));
    *death = child.death();
    return int(answers.size());
}

// The child answers job by job, so that after its death the first unanswered one is the suspect. What came before it
// in the same child may have eaten the limits, so the suspect gets a child of its own before it is blamed.
Result<void> ScriptRunner::run(const QList<ScriptJob> &jobs, std::chrono::milliseconds runStart, ScriptResults &results)
{
    QList<ScriptJob> waiting = unknownJobs(jobs, results);
    int batch = m_limits.batch;
    while (!waiting.isEmpty()) {
        const QList<ScriptJob> round = waiting.first(qMin<qsizetype>(batch, waiting.size()));
        QString death;
        const auto answered = runRound(round, runStart, results, &death);
        if (!answered)
            return failure(answered.error());
        waiting.remove(0, *answered);
        const bool died = *answered < round.size();
        if (died && round.size() == 1) {
            results.insert(waiting.takeFirst(),
                           tl::unexpected<QString>(Text::tr("The function was stopped: %1.").arg(death)));
        }
        batch = died && round.size() > 1 ? 1 : m_limits.batch;
    }
    return {};
}

} // namespace syncline::core
