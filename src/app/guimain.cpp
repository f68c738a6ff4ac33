// syncline: the window.
#include "app/account.h"
#include "app/browsersignin.h"
#include "app/connectorfactory.h"
#include "app/curlpostman.h"
#include "app/desktopnotices.h"
#include "app/language.h"
#include "app/singleinstance.h"
#include "app/standins.h"
#include "app/webhookproviders.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspaces.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace syncline;

namespace {

/// A core file would hold passwords and tokens.
void leaveNoCoreFile()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("GuiMain", "Keeps the contacts of several CRMs in sync."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"workspace"_s, QCoreApplication::translate("GuiMain", "The workspace file to open."),
                                 u"[WORKSPACE]"_s);
    parser.addOption(
        {u"demo"_s, QCoreApplication::translate("GuiMain", "Opens the demo: two practice systems on this computer.")});
}

ui::SchemeChoice schemeOf(const QString &text)
{
    return text == "light"_L1 ? ui::SchemeChoice::Light
        : text == "dark"_L1   ? ui::SchemeChoice::Dark
                              : ui::SchemeChoice::Desktop;
}

/// What was asked for on the command line, else the workspace of last time, else the assistant.
void open(ui::MainWindow &window, const QString &wish)
{
    const QStringList recent = ui::recentWorkspaces();
    if (wish == "--demo"_L1)
        window.openDemo();
    else if (!wish.isEmpty())
        window.openWorkspace(wish, false);
    else if (!recent.isEmpty() && recent.first() != ui::demoWorkspace())
        window.openWorkspace(recent.first(), false);
    else
        window.showFirstStart();
}

} // namespace

int main(int argc, char *argv[])
{
    leaveNoCoreFile();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error to tell, no reason to die
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"syncline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SYNCLINE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Syncline"_s);
    QGuiApplication::setDesktopFileName(u"org.syncline.Syncline"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    if (const QString language = QSettings().value(u"appearance/language"_s).toString(); !language.isEmpty())
        QLocale::setDefault(QLocale(language)); // its dates and numbers, too
    app::speakLanguageOf(QLocale(), application);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    const QString wish = parser.isSet(u"demo"_s) ? u"--demo"_s
        : words.isEmpty()                        ? QString()
                                                 : QFileInfo(words.first()).absoluteFilePath();
    app::SingleInstance instance(u"syncline-window"_s);
    if (!instance.claim(wish))
        return 0;

    ui::Theme::instance().install();
    ui::Theme::instance().choose(schemeOf(QSettings().value(u"appearance/scheme"_s).toString()));
    const SystemClock clock;
    OpenGate gate;
    const auto network = connectors::makeNetwork(clock, gate);
    const auto secrets = core::makeKeychainStore();
    app::StandIns standIns;
    const auto browser = app::makeBrowserSignIn(*network, clock);
    const core::Session::Outside outside{clock,
                                         gate,
                                         app::connectorFactory(*network, *secrets, clock),
                                         app::providers(),
                                         secrets.get(),
                                         app::checkedAddress,
                                         browser.get(),
                                         app::tryConnector(*network, clock),
                                         {app::nameOfAccount(), core::Role::Admin},
                                         app::breakers(*network)};
    const auto postman = app::makePostman();
    const auto webhooks = app::webhookProviders(*network, *secrets, clock);
    app::DesktopNotices notices;
    ui::MainWindow window(
        {outside, QStringLiteral(SYNCLINE_VERSION), [&standIns] { return standIns.start(); }, postman.get(),
         [&notices](const core::Notification &made, const QString &button, std::function<void()> open) {
             return notices.show(made, button, std::move(open));
         },
         &webhooks});
    QObject::connect(&instance, &app::SingleInstance::called, &window, [&window](const QString &message) {
        if (!message.isEmpty())
            open(window, message);
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    });
    window.show();
    open(window, wish);
    return QApplication::exec();
}
