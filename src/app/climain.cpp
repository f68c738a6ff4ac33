#include "app/browsersignin.h"
#include "app/connectorfactory.h"
#include "app/curlpostman.h"
#include "app/demo.h"
#include "app/language.h"
#include "app/webhookproviders.h"
#include "app/webport.h"
#include "cli/cli.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QUrl>

#include <atomic>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

std::stop_source stopSource;

/// The first Ctrl-C lets the run end in order; the second one is for the impatient.
void onSignal(int signal)
{
    static std::atomic<bool> asked = false;
    if (asked.exchange(true)) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    stopSource.request_stop();
}

/// A core file would hold passwords and tokens.
void leaveNoCoreFile()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

/// As desktops do it; where there is none, nothing happens and the address that is shown serves.
void openBrowser(const QString &address)
{
    const QString wanted = qEnvironmentVariable("BROWSER").section(u':', 0, 0);
    QProcess browser;
    browser.setProgram(wanted.isEmpty() ? QStringLiteral("xdg-open") : wanted);
    browser.setArguments({address});
    browser.setStandardOutputFile(QProcess::nullDevice());
    browser.setStandardErrorFile(QProcess::nullDevice());
    browser.startDetached();
}

} // namespace

int main(int argc, char *argv[])
{
    leaveNoCoreFile();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("syncline-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SYNCLINE_VERSION));
    syncline::app::speakLanguageOf(QLocale(), application);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error to tell, no reason to die
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);

    const syncline::SystemClock clock;
    syncline::OpenGate gate;
    syncline::core::Metrics metrics;
    const auto network = syncline::connectors::makeNetwork(clock, gate);
    network->setLog([&metrics](const syncline::connectors::HttpLogEntry &entry) {
        metrics.countAnswer(entry.host, entry.status, entry.elapsed);
    });
    const auto secrets = syncline::core::makeKeychainStore();
    const auto postman = syncline::app::makePostman();
    const auto webhooks = syncline::app::webhookProviders(*network, *secrets, clock);
    const auto browser = syncline::app::makeBrowserSignIn(*network, clock);
    QFile input, output, errors;
    if (!input.open(stdin, QIODevice::ReadOnly)
        || !output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)
        || !errors.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    const syncline::core::Session::Outside outside{clock,
                                                   gate,
                                                   syncline::app::connectorFactory(*network, *secrets, clock),
                                                   syncline::app::providers(),
                                                   secrets.get(),
                                                   syncline::app::checkedAddress,
                                                   browser.get(),
                                                   syncline::app::tryConnector(*network, clock),
                                                   {},
                                                   syncline::app::breakers(*network)};
    const syncline::cli::Surroundings surroundings{outside,
                                                   input,
                                                   output,
                                                   errors,
                                                   QStringLiteral(SYNCLINE_VERSION),
                                                   stopSource.get_token(),
                                                   syncline::app::startDemo,
                                                   openBrowser,
                                                   isatty(STDERR_FILENO) == 1,
                                                   &metrics,
                                                   syncline::app::openWebPort,
                                                   postman.get(),
                                                   &webhooks};
    return syncline::cli::run(QCoreApplication::arguments().mid(1), surroundings);
}
