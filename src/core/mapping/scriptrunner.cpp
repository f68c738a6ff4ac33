#include "core/mapping/scriptrunner.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSet>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::ScriptRunner)
};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool limitsMemory = false; // its shadow memory alone is larger than any limit
#else
constexpr bool limitsMemory = true;
#endif

void setLimit(decltype(RLIMIT_AS) resource, rlim_t limit)
{
    const rlimit both{limit, limit};
    setrlimit(resource, &both);
}

/// Runs in the child between fork and exec: system calls only.
void restrictChild(const ScriptLimits &limits)
{
    if (limitsMemory)
        setLimit(RLIMIT_AS, static_cast<rlim_t>(limits.memoryBytes));
    setLimit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpuSeconds));
    setLimit(RLIMIT_CORE, 0);
}

QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment; // nothing of ours: no secrets, no time zone, no language
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    if (own.contains(u"LD_LIBRARY_PATH"_s))
        environment.insert(u"LD_LIBRARY_PATH"_s, own.value(u"LD_LIBRARY_PATH"_s));
    return environment;
}

Transformed resultOf(const QByteArray &line, qint64 limit)
{
    if (line.size() > limit)
        return tl::unexpected<QString>(Text::tr("The function's result is too large."));
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    if (answer.contains("value"_L1))
        return Value::fromJson(answer.value("value"_L1));
    const QString error = answer.value("error"_L1).toString();
    return tl::unexpected<QString>(error.isEmpty() ? Text::tr("The function gave no result.")
                                                   : Text::tr("The function failed: %1").arg(error));
}

/// One child, from start to end, over the jobs of a batch.
class Child
{
public:
    Child(const QString &program, const ScriptLimits &limits, std::chrono::milliseconds runStart) : m_limits(limits)
    {
        m_process.setProgram(program);
        m_process.setArguments({QString::number(runStart.count())});
        m_process.setProcessEnvironment(bareEnvironment());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.setChildProcessModifier([limits] { restrictChild(limits); });
    }

    Result<void> start()
    {
        m_process.start(QIODevice::ReadWrite);
        if (m_process.waitForStarted(5000))
            return {};
        return failure(ErrorKind::Internal,
                       Text::tr("The program \"%1\", which runs scripted transforms, does not start: %2")
                           .arg(m_process.program(), m_process.errorString()),
                       Text::tr("Install Syncline again."));
    }

    /// Results in the order of the jobs; fewer than jobs if the child died on the way.
    QList<Transformed> evaluate(const QList<ScriptJob> &jobs)
    {
        for (const ScriptJob &job : jobs)
            m_process.write(job.input() + '\n');
        m_process.closeWriteChannel();
        QList<Transformed> results;
        const QDeadlineTimer deadline(m_limits.wall);
        while (results.size() < jobs.size() && m_death.isEmpty()) {
            if (m_process.canReadLine())
                results.append(resultOf(readLine(), m_limits.resultBytes));
            else
                waitForMore(deadline);
        }
        finish();
        return results;
    }

    QString death() const { return m_death; }

private:
    QByteArray readLine()
    {
        const QByteArray line = m_process.readLine();
        m_received += line.size();
        return line;
    }

    void waitForMore(const QDeadlineTimer &deadline)
    {
        if (m_process.bytesAvailable() > m_limits.resultBytes || m_received > m_limits.outputBytes)
            m_death = Text::tr("it wrote too much");
        else if (deadline.hasExpired())
            m_death = Text::tr("it took too long");
        else if (!m_process.waitForReadyRead(int(deadline.remainingTime())) && !m_process.canReadLine())
            m_death = causeOfDeath(deadline);
    }

    QString causeOfDeath(const QDeadlineTimer &deadline) const
    {
        if (deadline.hasExpired())
            return Text::tr("it took too long");
        return Text::tr("it used too much time or memory");
    }

    void finish()
    {
        if (!m_death.isEmpty())
            m_process.kill();
        if (!m_process.waitForFinished(1000)) {
            m_process.kill();
            m_process.waitForFinished(1000);
        }
    }

    QProcess m_process;
    ScriptLimits m_limits;
    QString m_death;
    qint64 m_received = 0; ///< bytes of whole lines
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
    Child child(m_program, m_limits, runStart);
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
