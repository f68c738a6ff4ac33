#include "core/engine/runner.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <mutex>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Start time of a process in clock ticks since boot, as Linux shows it; "" where there is none.
QString startOf(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = stat.readAll();
    const QList<QByteArray> words = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19; // field 22 of proc(5), counted behind the name
    return words.size() > startTime ? QString::fromLatin1(words[startTime]) : QString();
}

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Runner", text);
}

struct LiveRuns
{
    std::mutex mutex;
    QStringList ids;
};

LiveRuns &liveRuns()
{
    static LiveRuns runs;
    return runs;
}

} // namespace

QString ownClaim()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return QStringList{QString::fromLatin1(QSysInfo::bootUniqueId()), QString::number(pid), startOf(pid)}.join(u'/');
}

bool isClaimAlive(const QString &claim)
{
    const QStringList parts = claim.split(u'/');
    if (parts.size() != 3 || parts[0] != QString::fromLatin1(QSysInfo::bootUniqueId()))
        return false;
    return !parts[2].isEmpty() && startOf(parts[1].toLongLong()) == parts[2];
}

bool hasClaimDied(const QString &claim)
{
    return claim.section(u'/', 0, 0) == QString::fromLatin1(QSysInfo::bootUniqueId()) && !isClaimAlive(claim);
}

LiveRun::LiveRun(const QString &run) : m_run(run)
{
    const std::lock_guard lock(liveRuns().mutex);
    liveRuns().ids.append(run);
}

LiveRun::~LiveRun()
{
    const std::lock_guard lock(liveRuns().mutex);
    liveRuns().ids.removeOne(m_run);
}

bool isGoingOn(const RunRow &run)
{
    if (run.claimedBy != ownClaim())
        return isClaimAlive(run.claimedBy);
    const std::lock_guard lock(liveRuns().mutex);
    return liveRuns().ids.contains(run.id);
}

Error anotherRunGoesOn()
{
    return {ErrorKind::Usage,
            tr("Another run of this workspace is going on."),
            tr("Wait until it has finished, then try again."),
            {},
            {},
            false};
}

} // namespace syncline::core
