#pragma once

#include "core/mapping/scriptrunner.h"

#include <QDeadlineTimer>
#include <QProcess>

namespace syncline::core {

/// One child process `syncline-script` with its limits, from start to end. Used by the thread that made it. Private to
/// core/mapping.
class ScriptChild
{
public:
    ScriptChild(const QString &program, const ScriptLimits &limits, std::chrono::milliseconds runStart);
    ~ScriptChild();

    Result<void> start();
    /// All jobs, after which the child ends. Results in their order; fewer if the child died on the way.
    QList<Transformed> evaluate(const QList<ScriptJob> &jobs);
    /// One job, after which the child waits for the next; nothing if it died.
    std::optional<Transformed> ask(const ScriptJob &job);
    QString death() const { return m_death; } ///< why it died; "" while it lives

private:
    std::optional<Transformed> receive(const QDeadlineTimer &deadline);
    void waitForMore(const QDeadlineTimer &deadline);
    void finish();

    QProcess m_process;
    ScriptLimits m_limits;
    QString m_death;
    qint64 m_received = 0; ///< bytes of whole lines
};

} // namespace syncline::core
