/// What the window costs: how soon it is there, how long it keeps its thread from the next event while a sync runs and
/// while long tables are looked at, and its memory. docs/benchmarks.md explains each line. The parts run as processes of
/// their own, so that one does not warm up the other.

#include "app/connectorfactory.h"
#include "bench/standins.h"
#include "bench/windowtiming.h"
#include "bench/windowworld.h"
#include "core/services/demo.h"
#include "support/memorysecrets.h"
#include "ui/backend/runs.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/palette.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::bench;

namespace {

QString number(double value, int digits = 1)
{
    return QString::number(value, 'f', digits);
}

/// Megabytes of VmHWM (the peak) or VmRSS (now).
double memory(const QByteArray &which)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(QByteArray(which + ':')))
            return line.mid(which.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Lets the window work until it is so; false after `patience` milliseconds.
bool until(const std::function<bool()> &isSo, int patience = 1'800'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!isSo()) {
        if (timer.elapsed() > patience)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

void wait(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    until([&] { return timer.elapsed() > milliseconds; });
}

void print(const QString &part, const TimedApplication::Timing &timing)
{
    QTextStream out(stdout);
    out << u"%1: %2 events, %3 ms of CPU together; %4 took more than 8 ms of CPU, %5 more than 16; longest on the wall %6 ms\n"_s
               .arg(part)
               .arg(timing.events)
               .arg(number(timing.cpu, 0))
               .arg(timing.over8)
               .arg(timing.over16)
               .arg(number(timing.worstWall));
    for (const TimedApplication::Handler &handler : timing.worst)
        out << u"    %1 ms of CPU, %2 ms on the wall: %3\n"_s.arg(number(handler.cpu), number(handler.wall),
                                                                  handler.what);
}

/// The real window on the real core; secrets in memory.
class Shown
{
public:
    Shown()
        : m_window({{m_clock, m_gate, app::connectorFactory(*m_network, m_secrets, m_clock), app::providers(),
                     &m_secrets, app::checkedAddress, nullptr, app::tryConnector(*m_network, m_clock)},
                    u"0"_s,
                    {}})
    {
        m_window.resize(1280, 800);
        m_window.show();
    }
    ui::MainWindow &window() { return m_window; }

    /// A question is answered: those asked before it are, too.
    void settle()
    {
        bool answered = false;
        m_window.backend()->ask<int>(
            &m_window, [](core::Session &) -> Result<int> { return 0; },
            [&answered](const Result<int> &) { answered = true; });
        until([&answered] { return answered; });
        wait(50);
    }
    template<class T>
    Result<T> work(std::function<Result<T>(core::Session &, std::stop_token)> work)
    {
        std::optional<Result<T>> done;
        m_window.backend()->work<T>(&m_window, std::move(work), [&done](const Result<T> &result) { done = result; });
        until([&done] { return done.has_value(); });
        return done ? *done : failure(ErrorKind::Internal, u"no answer"_s);
    }
    QTableView *table(const QString &name)
    {
        for (QTableView *found : m_window.findChildren<QTableView *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

private:
    SystemClock m_clock;
    OpenGate m_gate;
    std::unique_ptr<connectors::Network> m_network = connectors::makeNetwork(m_clock, m_gate);
    support::MemorySecrets m_secrets;
    ui::MainWindow m_window;
};

/// Ends when the window has been painted.
int showEmpty()
{
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    QCoreApplication::processEvents();
    window.repaint();
    return 0;
}

int showFirst(const QString &file)
{
    Shown shown;
    shown.window().openWorkspace(file, false);
    QCoreApplication::processEvents();
    shown.window().repaint();
    std::fflush(stdout);
    std::_Exit(0); // what it takes to end is not the question
}

/// A first sync with the views shown in turn, as a person might look at them.
int sync(TimedApplication &application, int contacts)
{
    const StandIns standIns(contacts / 2);
    const QTemporaryDir folder;
    Shown shown;
    shown.window().openWorkspace(folder.filePath(u"bench.syncline"_s), true);
    shown.settle();
    const QMap<QString, QString> addresses{{u"mautic"_s, standIns.address(u"mautic"_s)},
                                           {u"suitecrm"_s, standIns.address(u"suitecrm"_s)}};
    const auto connected = shown.work<void>([addresses](core::Session &session, std::stop_token stop) {
        return core::connectDemo(session, addresses, stop);
    });
    if (!connected) {
        QTextStream(stderr) << connected.error().message << '\n';
        return 1;
    }
    const QStringList views{u"dashboard"_s, u"records"_s, u"activity"_s, u"review"_s, u"integrations"_s};
    int step = 0;
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, &shown.window(), [&] {
        shown.window().go({views[++step % views.size()], {}, {}});
    });
    shown.window().go({u"dashboard"_s, {}, {}});
    shown.settle();
    application.forget();
    looking.start(3000);
    QElapsedTimer timer;
    timer.start();
    shown.window().backend()->runs().sync({});
    if (!until([&] { return !shown.window().backend()->runs().isRunning(); }))
        return 1;
    looking.stop();
    const TimedApplication::Timing timing = application.timing();
    QTextStream(stdout)
        << u"sync of %1 contacts, %2 s, a view every 3 s; peak memory of window, engine and connectors %3 MB\n"_s
               .arg(contacts)
               .arg(number(double(timer.elapsed()) / 1000))
               .arg(number(memory("VmHWM")));
    print(u"    window's thread"_s, timing);
    return 0;
}

/// Rows are here: the one in the middle of what is seen is no "…".
bool isRead(const QTableView &table)
{
    const QModelIndex middle = table.indexAt(table.viewport()->rect().center());
    return middle.isValid() && table.model()->index(middle.row(), 0).data().toString() != u"…"_s;
}

void scrollThrough(QTableView &table)
{
    QScrollBar *bar = table.verticalScrollBar();
    for (int page = 0; page < 60; ++page) { // as somebody turns the wheel
        bar->setValue(bar->value() + 10);
        wait(16);
    }
    for (int jump = 1; jump <= 40; ++jump) { // as somebody drags the bar
        bar->setValue(int(qint64(bar->maximum()) * (jump * 17 % 41) / 40));
        wait(16);
    }
    bar->setValue(bar->maximum());
    until([&table] { return isRead(table); });
}

int tables(TimedApplication &application, const QString &file)
{
    Shown shown;
    shown.window().openWorkspace(file, false);
    shown.settle();
    for (const auto &[view, name] :
         {std::pair(u"records"_s, u"records"_s), std::pair(u"activity"_s, u"operations"_s)}) {
        application.forget();
        QElapsedTimer timer;
        timer.start();
        shown.window().go({view, {}, {}});
        QTableView *table = nullptr;
        if (!until([&] {
                return (table = shown.table(name)) != nullptr && table->model()->rowCount() > 0 && isRead(*table);
            }))
            return 1;
        const qint64 opened = timer.elapsed();
        scrollThrough(*table);
        QTextStream(stdout) << u"%1: %2 rows, the first ones after %3 ms; memory %4 MB, peak %5 MB\n"_s.arg(view)
                                   .arg(table->model()->rowCount())
                                   .arg(opened)
                                   .arg(number(memory("VmRSS")), number(memory("VmHWM")));
        print(u"    window's thread"_s, application.timing());
    }
    return 0;
}

int fill(const QString &file, int records, int operations)
{
    SystemClock clock;
    OpenGate gate;
    const auto session = core::Session::open(
        file, true, {clock, gate, {}, {}, nullptr, [](const QString &address) { return Result<QString>(address); }});
    const auto done = session ? fillTables(**session, records, operations) : failure(session.error());
    if (!done)
        QTextStream(stderr) << done.error().message << '\n';
    return done ? 0 : 1;
}

/// Medians of processes that take turns, so that a busy moment meets both.
void compareStarts(const QString &program, const QString &file)
{
    constexpr int turns = 9;
    QList<double> empty, first;
    for (int turn = 0; turn < turns; ++turn) {
        empty << bench::run(program, {u"--part"_s, u"empty"_s}).wall * 1000;
        first << bench::run(program, {u"--part"_s, u"first"_s, u"--file"_s, file}).wall * 1000;
    }
    std::ranges::sort(empty);
    std::ranges::sort(first);
    QTextStream(stdout) << u"first window %1 ms, an empty window of Qt %2 ms: ratio %3 (medians of %4)\n"_s.arg(
        number(first[turns / 2], 0), number(empty[turns / 2], 0), number(first[turns / 2] / empty[turns / 2], 2),
        QString::number(turns));
}

int runParts(const QCommandLineParser &parser)
{
    const QString program = QCoreApplication::applicationFilePath();
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"tables.syncline"_s);
    if (fill(file, parser.value(u"records"_s).toInt(), parser.value(u"operations"_s).toInt()) != 0)
        return 1;
    compareStarts(program, file);
    const QList<QStringList> parts{{u"--part"_s, u"tables"_s, u"--file"_s, file},
                                   {u"--part"_s, u"sync"_s, u"--contacts"_s, parser.value(u"contacts"_s)}};
    for (const QStringList &part : parts) {
        const Cost cost = bench::run(program, part);
        QTextStream(stdout) << '\n' << QString::fromUtf8(cost.output);
        if (cost.exitCode != 0)
            return cost.exitCode;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"syncline-bench-window"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"What the window costs its thread, and how soon it is there."_s);
    parser.addHelpOption();
    parser.addOptions({{u"contacts"_s, u"How many contacts to sync."_s, u"N"_s, u"100000"_s},
                       {u"records"_s, u"How many records in the table."_s, u"N"_s, u"200000"_s},
                       {u"operations"_s, u"How many rows of activity."_s, u"N"_s, u"1000000"_s},
                       {u"part"_s, u"Only one: empty, first, tables, sync."_s, u"NAME"_s},
                       {u"file"_s, u"The workspace of the parts first and tables."_s, u"FILE"_s}});
    parser.process(application);
    const QString part = parser.value(u"part"_s);
    if (part == "empty"_L1)
        return showEmpty();
    if (part.isEmpty())
        return runParts(parser);
    ui::Theme::instance().install();
    if (part == "first"_L1)
        return showFirst(parser.value(u"file"_s));
    if (part == "tables"_L1)
        return tables(application, parser.value(u"file"_s));
    return sync(application, parser.value(u"contacts"_s).toInt());
}
