#include "bench/windowtiming.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <ctime>

namespace syncline::bench {

namespace {

constexpr int worstKept = 5;

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QString nameOf(const QObject *receiver, QEvent::Type type)
{
    const char *word = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 %2 (%3)")
        .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName(),
             word ? QLatin1String(word) : QLatin1String("own"));
}

} // namespace

bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    // Qt asks the application about the events of every thread.
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards; its name is made up front only for what may be long.
    const QString what = event->type() == QEvent::Timer || event->type() == QEvent::SockAct
        ? QString::fromLatin1(receiver->metaObject()->className()) + QStringLiteral(" (Timer)")
        : nameOf(receiver, event->type());
    ++m_depth;
    const double wall = milliseconds(CLOCK_MONOTONIC), cpu = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    const bool handled = QApplication::notify(receiver, event);
    take({milliseconds(CLOCK_THREAD_CPUTIME_ID) - cpu, milliseconds(CLOCK_MONOTONIC) - wall, what});
    --m_depth;
    return handled;
}

void TimedApplication::take(const Handler &handler)
{
    ++m_timing.events;
    m_timing.cpu += handler.cpu;
    m_timing.over8 += handler.cpu > 8 ? 1 : 0;
    m_timing.over16 += handler.cpu > 16 ? 1 : 0;
    m_timing.worstWall = std::max(m_timing.worstWall, handler.wall);
    QList<Handler> &worst = m_timing.worst;
    if (worst.size() == worstKept && worst.last().cpu >= handler.cpu)
        return;
    worst.insert(std::ranges::find_if(worst, [&](const Handler &other) { return other.cpu < handler.cpu; }), handler);
    if (worst.size() > worstKept)
        worst.removeLast();
}

} // namespace syncline::bench
