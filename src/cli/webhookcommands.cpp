#include "cli/command.h"

#include "core/engine/reports.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

using core::Millis;
using core::WebhookInfo;
using core::Webhooks;

QJsonValue timeOrNull(const std::optional<Millis> &time)
{
    return time ? QJsonValue(core::isoTime(*time)) : QJsonValue();
}

QJsonObject toJson(const WebhookInfo &info)
{
    return {{u"integration"_s, info.integration},
            {u"provider"_s, info.provider},
            {u"address"_s, info.address},
            {u"subscribed"_s, !info.row.remoteId.isEmpty()},
            {u"debounce_ms"_s, info.row.debounce},
            {u"longest_ms"_s, info.row.longest},
            {u"received"_s, info.row.received},
            {u"refused"_s, info.row.refused},
            {u"last_at"_s, timeOrNull(info.row.lastAt)},
            {u"last_refused_at"_s, timeOrNull(info.row.lastRefusedAt)},
            {u"last_refusal"_s, info.row.lastRefusal}};
}

Result<core::WebhookProviders> providersOf(const Context &context)
{
    if (context.surroundings().webhooks)
        return *context.surroundings().webhooks;
    return failure(ErrorKind::Internal, cliText("This program knows no webhooks."));
}

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    const auto providers = providersOf(context);
    if (!session || !providers)
        return failure(session ? providers.error() : session.error());
    const auto infos = Webhooks(**session, *providers).list();
    if (!infos)
        return failure(infos.error());
    QJsonArray all;
    QList<QStringList> rows;
    for (const WebhookInfo &info : *infos) {
        all.append(toJson(info));
        rows << QStringList{info.integration, info.address, QString::number(info.row.received),
                            info.row.lastAt ? core::isoTime(*info.row.lastAt) : QString(),
                            QString::number(info.row.refused)};
    }
    context.print(all);
    context.table(
        {cliText("integration"), cliText("address"), cliText("received"), cliText("last"), cliText("refused")}, rows);
    return 0;
}

/// "--debounce 5": seconds, also parts of one.
Result<Millis> secondsOf(const Arguments &arguments, const QString &option, Millis usual)
{
    bool isNumber = false;
    constexpr double thousand = 1000;
    const double seconds = arguments.value(option, QString::number(double(usual) / thousand)).toDouble(&isNumber);
    if (isNumber && seconds >= 0 && seconds * thousand <= double(Webhooks::longestLongest))
        return Millis(seconds * thousand);
    return failure(ErrorKind::Usage,
                   cliText("%1 takes a number of seconds up to %2.").arg(option).arg(Webhooks::longestLongest / 1000),
                   cliText("Leave it out for %1.").arg(double(usual) / thousand));
}

/// One JSON object on standard input: {"key": "…"}.
Result<QByteArray> readKey(Context &context)
{
    const QJsonObject object = QJsonDocument::fromJson(context.surroundings().input.readAll()).object();
    const QByteArray key = object.value("key"_L1).toString().toUtf8();
    if (!key.isEmpty())
        return key;
    return failure(ErrorKind::Usage, cliText("On standard input there is no key for the signatures."),
                   cliText("Give it as one JSON object: {\"%1\": \"…\"}").arg(u"key"_s));
}

Result<int> add(Context &context, const Arguments &arguments)
{
    const auto debounce = secondsOf(arguments, u"--debounce"_s, Webhooks::usualDebounce);
    const auto longest = secondsOf(arguments, u"--longest"_s, Webhooks::usualLongest);
    if (!debounce || !longest)
        return failure(debounce ? longest.error() : debounce.error());
    auto session = context.session();
    const auto providers = providersOf(context);
    if (!session || !providers)
        return failure(session ? providers.error() : session.error());
    const QString name = arguments.word(0);
    const auto added = Webhooks(**session, *providers)
                           .add({name, arguments.value(u"--url"_s), [&] { return readKey(context); }, *debounce,
                                 *longest},
                                context.surroundings().stop);
    if (!added)
        return failure(added.error());
    context.print(
        QJsonObject{{u"integration"_s, name}, {u"address"_s, added->address}, {u"by_hand"_s, added->isByHand}});
    context.line(added->address);
    context.note(added->isByHand ? cliText("Enter this address in %1, as docs/webhooks.md says.").arg(name)
                                 : cliText("%1 sends to it from now on.").arg(name));
    context.note(cliText("It is taken while syncline-cli serve is running."));
    return 0;
}

QJsonObject toJson(const core::DeliveryRow &row)
{
    return {{u"id"_s, row.id},         {u"at"_s, core::isoTime(row.at)}, {u"outcome"_s, row.outcome},
            {u"events"_s, row.events}, {u"requests"_s, row.requests},    {u"from"_s, row.peer},
            {u"bytes"_s, row.bytes}};
}

/// With its headers and its body.
Result<int> show(Context &context, const core::DeliveryRow &row)
{
    QJsonObject shown = toJson(row);
    QJsonArray headers;
    for (const auto &[name, value] : row.headers) {
        headers.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
        context.line(name + u": "_s + value);
    }
    shown.insert(u"headers"_s, headers);
    shown.insert(u"body"_s, QString::fromUtf8(row.body));
    context.print(shown);
    context.line();
    context.line(QString::fromUtf8(row.body));
    return 0;
}

Result<int> deliveries(Context &context, const Arguments &arguments)
{
    constexpr int shown = 50;
    auto session = context.session();
    const auto providers = providersOf(context);
    if (!session || !providers)
        return failure(session ? providers.error() : session.error());
    Webhooks webhooks(**session, *providers);
    if (arguments.has(u"--show"_s))
        return webhooks.delivery(arguments.value(u"--show"_s).toLongLong()).and_then([&](const core::DeliveryRow &row) {
            return show(context, row);
        });
    const auto rows = webhooks.deliveries(arguments.word(0), shown);
    if (!rows)
        return failure(rows.error());
    QJsonArray all;
    QList<QStringList> lines;
    for (const core::DeliveryRow &row : *rows) {
        all.append(toJson(row));
        lines << QStringList{QString::number(row.id),     core::isoTime(row.at),         row.outcome,
                             QString::number(row.events), QString::number(row.requests), QString::number(row.bytes)};
    }
    context.print(all);
    context.table({cliText("number"), cliText("at"), cliText("outcome"), cliText("events"), cliText("requests"),
                   cliText("bytes")},
                  lines);
    return 0;
}

Result<int> test(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    const auto providers = providersOf(context);
    core::Postman *postman = context.surroundings().postman;
    if (!session || !providers)
        return failure(session ? providers.error() : session.error());
    if (!postman)
        return failure(ErrorKind::Internal, cliText("This program sends nothing."));
    const QString name = arguments.word(0);
    if (auto done = Webhooks(**session, *providers).test(name, *postman, context.surroundings().stop); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("A request to the address of %1 arrived here and was accepted.").arg(name));
    return 0;
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    const auto providers = providersOf(context);
    if (!session || !providers)
        return failure(session ? providers.error() : session.error());
    const QString name = arguments.word(0);
    const bool alsoThere = !arguments.has(u"--only-here"_s);
    if (auto done = Webhooks(**session, *providers).remove(name, alsoThere, context.surroundings().stop); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("The webhook of %1 was removed.").arg(name));
    return 0;
}

} // namespace

std::vector<Command> webhookCommands()
{
    return {
        {u"webhook list"_s,
         cliText("Lists the addresses at which systems tell of changes."),
         {{}, {}, 0, 0, u"webhook list"_s},
         list},
        {u"webhook add"_s,
         cliText("Lets a system tell of changes at once, at an address of its own below the one given."),
         {{},
          {u"--url"_s, u"--debounce"_s, u"--longest"_s},
          1,
          1,
          u"webhook add N --url https://… [--debounce 5] [--longest 30]"_s},
         add},
        {u"webhook deliveries"_s,
         cliText("Lists what came to a system's address last, and why it was refused; shows one as it came."),
         {{}, {u"--show"_s}, 1, 1, u"webhook deliveries N [--show NUMBER]"_s},
         deliveries},
        {u"webhook test"_s,
         cliText("Sends a request to a system's address, as the system does, and says whether it arrives."),
         {{}, {}, 1, 1, u"webhook test N"_s},
         test},
        {u"webhook remove"_s,
         cliText("Takes a system's address back, in that system as well where its API can."),
         {{u"--only-here"_s}, {}, 1, 1, u"webhook remove N [--only-here]"_s},
         remove},
    };
}

} // namespace syncline::cli
