#pragma once

#include "core/automation/metrics.h"
#include "core/automation/postman.h"
#include "core/automation/web.h"
#include "core/automation/webhooks.h"
#include "core/services/session.h"

#include <QIODevice>

namespace syncline::cli {

/// What the command line is given by its main(): where it reads and writes, and the outside of the core.
struct Surroundings
{
    core::Session::Outside outside;
    QIODevice &input;
    QIODevice &output; ///< results; with --json one document and nothing else
    QIODevice &errors; ///< messages
    QString version;
    std::stop_token stop;
    /// Starts the stand-ins for `init --demo`: provider -> address. May be empty.
    std::function<Result<QMap<QString, QString>>()> startDemo;
    /// Opens an address in the user's browser. May be empty: it is shown in any case.
    std::function<void(const QString &)> openBrowser;
    bool errorsAreTerminal = false;                   ///< progress is shown there
    core::Metrics *metrics = nullptr;                 ///< counts the requests of this process; needed for `serve`
    core::OpenWebPort openWebPort = {};               ///< needed for `serve`
    core::Postman *postman = nullptr;                 ///< null: no messages are sent
    const core::WebhookProviders *webhooks = nullptr; ///< needed for `webhook`, and for `serve` to take any
};

/// Runs one command (without the program's name). Returns the exit code of docs/cli.md: 0 done, 1 some records failed,
/// 2 usage, 3 authentication, 4 unreachable, 5 stopped by a guard.
int run(const QStringList &arguments, const Surroundings &surroundings);

int exitCodeOf(ErrorKind kind);

} // namespace syncline::cli
