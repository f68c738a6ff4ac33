#include "bench/child.h"

#include <QFile>
#include <QTemporaryFile>

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace syncline::bench {

namespace {

/// Our environment without the keychain of the person who measures.
std::vector<std::string> environment()
{
    std::vector<std::string> variables;
    for (char **variable = environ; *variable; ++variable) {
        const std::string text = *variable;
        if (!text.starts_with("DBUS_SESSION_BUS_ADDRESS=") && !text.starts_with("LC_ALL="))
            variables.push_back(text);
    }
    variables.push_back("LC_ALL=C.UTF-8");
    return variables;
}

std::vector<char *> pointers(std::vector<std::string> &texts)
{
    std::vector<char *> list;
    for (std::string &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

/// -1 if it could not be started.
pid_t start(const QString &program, const QStringList &arguments, int output)
{
    std::vector<std::string> words{program.toStdString()};
    for (const QString &argument : arguments)
        words.push_back(argument.toStdString());
    std::vector<std::string> variables = environment();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t pid = -1;
    const int failed = posix_spawn(&pid, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                                   pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? pid : -1;
}

/// VmHWM of /proc/PID/status; 0 when the process has ended. The kernel's other figure, ru_maxrss, begins with what the
/// parent held when it started the child.
qint64 peakOf(pid_t pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

} // namespace

Cost run(const QString &program, const QStringList &arguments)
{
    constexpr std::chrono::milliseconds step{5};
    Cost cost;
    QTemporaryFile output;
    if (!output.open())
        return cost;
    const auto began = std::chrono::steady_clock::now();
    const pid_t pid = start(program, arguments, output.handle());
    if (pid < 0)
        return cost;
    int status = 0;
    rusage usage{};
    while (wait4(pid, &status, WNOHANG, &usage) == 0) {
        cost.peakKib = std::max(cost.peakKib, peakOf(pid));
        std::this_thread::sleep_for(step);
    }
    cost.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    output.seek(0);
    cost.output = output.readAll();
    return cost;
}

Child::Child(const QString &program, const QStringList &arguments)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    m_output = ends[0];
    m_pid = start(program, arguments, ends[1]);
    close(ends[1]);
}

Child::~Child()
{
    if (m_output >= 0)
        close(m_output);
    end();
}

void Child::end()
{
    const pid_t pid = std::exchange(m_pid, -1);
    if (pid <= 0)
        return;
    kill(pid, SIGTERM);
    waitpid(pid, nullptr, 0);
}

qint64 Child::peakKib() const
{
    return peakOf(m_pid);
}

QList<QByteArray> Child::lines(int count)
{
    QByteArray text;
    std::array<char, 4096> buffer{};
    while (text.count('\n') < count) {
        const ssize_t got = read(m_output, buffer.data(), buffer.size());
        if (got <= 0)
            return {};
        text.append(buffer.data(), got);
    }
    return text.trimmed().split('\n');
}

double Child::cpu() const
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(m_pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> words = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int userTime = 11, systemTime = 12; // fields 14 and 15 of proc(5), counted behind the name
    if (words.size() <= systemTime)
        return 0;
    return double(words[userTime].toLongLong() + words[systemTime].toLongLong()) / double(sysconf(_SC_CLK_TCK));
}

} // namespace syncline::bench
