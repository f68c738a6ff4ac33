#pragma once

#include <QByteArray>
#include <QStringList>

#include <sys/types.h>

/// Child processes and what they cost.
namespace syncline::bench {

/// What one run of a program took.
struct Cost
{
    double wall = 0;    ///< seconds
    double cpu = 0;     ///< seconds, user and system
    qint64 peakKib = 0; ///< the most memory that was resident at once
    int exitCode = -1;
    QByteArray output;
};

/// Runs a program to its end. Standard error is ours.
Cost run(const QString &program, const QStringList &arguments);

/// A program that runs beside the measurement and ends with this object.
class Child
{
public:
    Child(const QString &program, const QStringList &arguments);
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// Waits for so many lines of standard output.
    QList<QByteArray> lines(int count);
    double cpu() const;     ///< seconds so far
    qint64 peakKib() const; ///< the most memory that was resident at once, so far
    void end();             ///< asks it to, and waits

private:
    pid_t m_pid = -1;
    int m_output = -1;
};

} // namespace syncline::bench
