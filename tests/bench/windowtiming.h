#pragma once

#include <QApplication>
#include <QList>
#include <QString>

namespace syncline::bench {

/// An application that measures each event that its window's thread handles: by the CPU clock of the thread, so that
/// other programs do not count, and by the wall.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

    struct Handler
    {
        double cpu = 0, wall = 0; ///< milliseconds
        QString what;             ///< receiver and kind of event
    };
    struct Timing
    {
        qint64 events = 0;
        qint64 over8 = 0, over16 = 0; ///< handlers by CPU
        double cpu = 0;               ///< of all handlers together
        double worstWall = 0;
        QList<Handler> worst; ///< by CPU, the worst first
    };
    void forget() { m_timing = {}; }
    const Timing &timing() const { return m_timing; }

private:
    void take(const Handler &handler);

    Timing m_timing;
    int m_depth = 0; ///< events that are handled inside another one are part of it
};

} // namespace syncline::bench
