#include "cli/command.h"

#include "core/automation/courier.h"
#include "core/automation/serveapi.h"
#include "core/automation/webhookreceiver.h"
#include "core/engine/reports.h"
#include "foundation/ids.h"
#include "foundation/log.h"

#include <QFileInfo>

#include <condition_variable>
#include <thread>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

constexpr int usualPort = 17646;
const QString tokenKey = u"token"_s;
constexpr const char *tokenVariable = "SYNCLINE_SERVE_TOKEN";

/// Each workspace has a token of its own.
QString tokenAccount(const Context &context)
{
    return u"serve "_s + QFileInfo(context.workspace()).absoluteFilePath();
}

Result<int> newToken(Context &context, core::Session &session)
{
    if (auto allowed = session.need(core::Role::Admin); !allowed)
        return failure(allowed.error());
    constexpr int bytes = 32;
    const QString token = QString::fromLatin1(
        randomBytes(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    core::SecretStore *secrets = context.surroundings().outside.secrets;
    const auto kept = secrets ? secrets->write(tokenAccount(context), {{tokenKey, token}})
                              : Result<void>(failure(ErrorKind::Storage, cliText("There is no keychain here.")));
    if (!kept) {
        Error error = kept.error();
        error.remedy = cliText("Unlock a keychain, or set %1 yourself.").arg(QLatin1String(tokenVariable));
        return failure(error);
    }
    context.print(QJsonObject{{u"token"_s, token}});
    context.line(token);
    context.note(cliText("It is kept in the keychain and is not shown again."));
    return 0;
}

/// Of the environment, else of the keychain; "" where there is none.
Result<QByteArray> tokenOf(Context &context)
{
    QByteArray token = qgetenv(tokenVariable);
    if (token.isEmpty() && context.surroundings().outside.secrets) {
        if (const auto kept = context.surroundings().outside.secrets->read(tokenAccount(context)))
            token = kept->value(tokenKey).toUtf8();
    }
    if (!token.isEmpty() && token.size() < core::ServeApi::leastToken) {
        return failure(ErrorKind::Usage, cliText("The token in %1 is too short.").arg(QLatin1String(tokenVariable)),
                       cliText("Use at least %1 characters that nobody guesses.").arg(core::ServeApi::leastToken));
    }
    keepSecret(QString::fromUtf8(token));
    return token;
}

QString sentenceOf(const QJsonObject &event)
{
    const QString name = event.value("event"_L1).toString();
    const QJsonValue error = event.value("error"_L1);
    QString text;
    if (name == "started"_L1)
        text = cliText("Listening on http://127.0.0.1:%1").arg(event.value("port"_L1).toInt());
    else if (name == "schedules_taken"_L1)
        text = cliText("Schedules run here.");
    else if (name == "schedules_elsewhere"_L1)
        text = cliText("Schedules are run by another program; this one takes over when it ends.");
    else if (name == "run_started"_L1)
        text = event.value("webhook"_L1).toBool() ? cliText("A run begins, as a webhook asks for.")
            : event.value("schedule"_L1).isNull()
            ? cliText("A run begins that was asked for.")
            : cliText("A run of schedule %1 begins.").arg(event.value("schedule"_L1).toString());
    else if (name == "run_ended"_L1)
        text = cliText("Run %1: %2.").arg(event.value("run"_L1).toString(), event.value("status"_L1).toString());
    else if (name == "notification"_L1)
        text = event.value("notification"_L1)["title"_L1].toString();
    else if (name == "stopped"_L1)
        text = cliText("Stopped.");
    if (error.isObject())
        text += (text.isEmpty() ? QString() : u" "_s) + error["message"_L1].toString();
    return event.value("at"_L1).toString() + u' ' + text;
}

/// Sends messages on a thread and a session of its own, since that blocks.
std::jthread startCourier(Context &context)
{
    return std::jthread([file = context.workspace(), outside = context.surroundings().outside,
                         postman = context.surroundings().postman](const std::stop_token &stop) {
        auto session = core::Session::open(file, false, outside);
        std::mutex mutex;
        std::condition_variable_any changed;
        while (session && postman && !stop.stop_requested()) {
            const auto delivered = core::Scheduler(**session).holds();
            if (delivered && *delivered) // a storage error shows in the runs as well
                std::ignore = core::Courier(**session, *postman).deliver(stop);
            std::unique_lock lock(mutex);
            changed.wait_for(lock, stop, core::Scheduler::lookEvery, [] { return false; });
        }
    });
}

Result<std::uint16_t> portOf(const Arguments &arguments)
{
    bool isNumber = false;
    const int port = arguments.value(u"--port"_s, QString::number(usualPort)).toInt(&isNumber);
    constexpr int highest = 65535;
    if (!isNumber || port < 0 || port > highest)
        return failure(ErrorKind::Usage, cliText("--port takes a number from 0 to %1.").arg(highest),
                       cliText("Leave it out for %1; 0 is any free one.").arg(usualPort));
    return std::uint16_t(port);
}

Result<int> serve(Context &context, const Arguments &arguments)
{
    const auto port = portOf(arguments);
    if (!port)
        return failure(port.error());
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (arguments.has(u"--new-token"_s))
        return newToken(context, **session);
    if (auto allowed = (*session)->need(core::Role::Operator); !allowed)
        return failure(allowed.error());
    const auto token = tokenOf(context);
    if (!token)
        return failure(token.error());
    const Surroundings &outside = context.surroundings();
    if (!outside.metrics || !outside.openWebPort)
        return failure(ErrorKind::Internal, cliText("This program cannot serve."));
    const auto tell = [&context](const QJsonObject &event) {
        context.print(event);
        context.line(sentenceOf(event));
    };
    const auto now = [&] { return core::isoTime((*session)->clock().now().count()); };
    core::Worker worker(**session, *outside.metrics, tell);
    core::ServeApi api(worker, *token);
    std::optional<core::WebhookReceiver> webhooks;
    if (outside.webhooks)
        webhooks.emplace(context.workspace(), outside.outside, *outside.webhooks, [&worker] { worker.wake(); });
    const auto web = outside.openWebPort(
        *port, {[&api](const core::WebRequest &asked) { return api.answer(asked); }, webhooks ? &*webhooks : nullptr});
    if (!web)
        return failure(web.error());
    tell({{u"event"_s, u"started"_s},
          {u"at"_s, now()},
          {u"workspace"_s, context.workspace()},
          {u"port"_s, (*web)->number()},
          {u"token"_s, !token->isEmpty()}});
    if (token->isEmpty())
        context.note(cliText("POST /sync is closed: there is no token. Make one with: syncline-cli serve --new-token"));
    {
        const std::jthread courier = startCourier(context);
        if (auto done = worker.run(outside.stop); !done)
            return failure(done.error());
    }
    tell({{u"event"_s, u"stopped"_s}, {u"at"_s, now()}});
    return 0;
}

} // namespace

std::vector<Command> serveCommands()
{
    return {{u"serve"_s,
             cliText("Runs schedules in the background and answers on a local port, until it is stopped."),
             {{u"--new-token"_s}, {u"--port"_s}, 0, 0, u"serve [--port 17646] [--new-token]"_s},
             serve}};
}

} // namespace syncline::cli
