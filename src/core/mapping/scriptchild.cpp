#include "core/mapping/scriptchild.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

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

} // namespace

ScriptChild::ScriptChild(const QString &program, const ScriptLimits &limits, std::chrono::milliseconds runStart)
    : m_limits(limits)
{
    m_process.setProgram(program);
    m_process.setArguments({QString::number(runStart.count())});
    m_process.setProcessEnvironment(bareEnvironment());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([limits] { restrictChild(limits); });
}

ScriptChild::~ScriptChild()
{
    finish();
}

Result<void> ScriptChild::start()
{
    m_process.start(QIODevice::ReadWrite);
    if (m_process.waitForStarted(5000))
        return {};
    return failure(ErrorKind::Internal,
                   Text::tr("The program \"%1\", which runs scripted transforms, does not start: %2")
                       .arg(m_process.program(), m_process.errorString()),
                   Text::tr("Install Syncline again."));
}

QList<Transformed> ScriptChild::evaluate(const QList<ScriptJob> &jobs)
{
    for (const ScriptJob &job : jobs)
        m_process.write(job.input() + '\n');
    m_process.closeWriteChannel();
    QList<Transformed> results;
    const QDeadlineTimer deadline(m_limits.wall);
    while (results.size() < jobs.size()) {
        auto result = receive(deadline);
        if (!result)
            break;
        results.append(std::move(*result));
    }
    finish();
    return results;
}

std::optional<Transformed> ScriptChild::ask(const ScriptJob &job)
{
    m_process.write(job.input() + '\n');
    auto result = receive(QDeadlineTimer(m_limits.wall));
    if (!result)
        finish();
    return result;
}

std::optional<Transformed> ScriptChild::receive(const QDeadlineTimer &deadline)
{
    while (m_death.isEmpty()) {
        if (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine();
            m_received += line.size();
            return resultOf(line, m_limits.resultBytes);
        }
        waitForMore(deadline);
    }
    return std::nullopt;
}

void ScriptChild::waitForMore(const QDeadlineTimer &deadline)
{
    if (m_process.bytesAvailable() > m_limits.resultBytes || m_received > m_limits.outputBytes)
        m_death = Text::tr("it wrote too much");
    else if (deadline.hasExpired())
        m_death = Text::tr("it took too long");
    else if (!m_process.waitForReadyRead(int(deadline.remainingTime())) && !m_process.canReadLine())
        m_death = deadline.hasExpired() ? Text::tr("it took too long") : Text::tr("it used too much time or memory");
}

void ScriptChild::finish()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_death.isEmpty())
        m_process.kill();
    if (!m_process.waitForFinished(1000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

} // namespace syncline::core
