// screenshots FOLDER [SIZE...]: opens the demo, synchronises it, and writes every view of the window in light and dark and
// in each SIZE (1280x800, 1024x700) as FOLDER/<view>-<size>-<scheme>.png. Scale and language come from the environment
// (QT_SCALE_FACTOR, LANGUAGE); scripts/screenshots goes through them.
#include "app/connectorfactory.h"
#include "app/language.h"
#include "app/standins.h"
#include "support/memorysecrets.h"
#include "ui/backend/runs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/views.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace syncline;

namespace {

/// Lets the window work until it says so; false after two minutes.
bool until(const std::function<bool()> &isSo)
{
    constexpr int patience = 120'000;
    QElapsedTimer timer;
    timer.start();
    while (!isSo()) {
        if (timer.elapsed() > patience)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    return true;
}

/// All questions asked so far are answered.
void settle(ui::MainWindow &window)
{
    for (int round = 0; round < 3; ++round) { // an answer may ask again
        bool answered = false;
        window.backend()->ask<int>(
            &window, [](core::Session &) -> Result<int> { return 0; },
            [&answered](const Result<int> &) { answered = true; });
        until([&answered] { return answered; });
        QCoreApplication::processEvents();
    }
}

bool hasTwoSystems(ui::MainWindow &window)
{
    int count = -1;
    if (window.backend() == nullptr)
        return false;
    window.backend()->ask<int>(
        &window,
        [](core::Session &session) -> Result<int> {
            const auto rows = session.stores().integrations.all();
            if (!rows)
                return failure(rows.error());
            int mapped = 0;
            for (const auto &row : *rows) {
                const auto mappings = session.stores().integrations.mappings(row.id);
                mapped += mappings && !mappings->isEmpty() ? 1 : 0;
            }
            return mapped;
        },
        [&count](const Result<int> &rows) { count = rows.value_or(0); });
    until([&count] { return count >= 0; });
    return count == 2;
}

void grab(ui::MainWindow &window, const QString &file)
{
    window.grab().save(file);
    QTextStream(stdout) << file << '\n';
}

void writeAll(ui::MainWindow &window, const QString &folder, const QStringList &sizes)
{
    for (const QString &size : sizes) {
        const QStringList sides = size.split(u'x');
        window.resize(sides.value(0).toInt(), sides.value(1).toInt());
        for (const bool isDark : {false, true}) {
            ui::Theme::instance().choose(isDark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
            for (const ui::ViewEntry &entry : ui::views()) {
                window.go({entry.name, {}, {}});
                settle(window);
                grab(window, u"%1/%2-%3-%4.png"_s.arg(folder, entry.name, size, isDark ? u"dark"_s : u"light"_s));
            }
        }
    }
}

int run(const QString &folder, const QStringList &sizes)
{
    const SystemClock clock;
    OpenGate gate;
    const auto network = connectors::makeNetwork(clock, gate);
    support::MemorySecrets secrets;
    app::StandIns standIns;
    ui::MainWindow window({{clock, gate, app::connectorFactory(*network, secrets, clock), app::providers(), &secrets,
                            app::checkedAddress, nullptr, app::tryConnector(*network, clock)},
                           u"0"_s,
                           [&standIns] { return standIns.start(); }});
    window.show();
    window.showFirstStart();
    grab(window, u"%1/first-start.png"_s.arg(folder));
    window.openDemo();
    if (!until([&window] { return hasTwoSystems(window); }))
        return 1;
    bool ended = false;
    QObject::connect(&window.backend()->runs(), &ui::Runs::finished, &window, [&ended] { ended = true; });
    window.backend()->runs().sync({});
    if (!until([&ended] { return ended; }))
        return 1;
    writeAll(window, folder, sizes);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"syncline-screenshots"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings().clear();
    app::speakLanguageOf(QLocale(), application);
    QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty())
        return 2;
    const QString folder = words.takeFirst();
    QDir().mkpath(folder);
    ui::Theme::instance().install();
    return run(folder, words.isEmpty() ? QStringList{u"1280x800"_s, u"1024x700"_s} : words);
}
