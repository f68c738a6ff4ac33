#include "cli/command.h"

#include "core/automation/courier.h"
#include "core/automation/notifications.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

using core::Channel;

QJsonObject toJson(const core::ChannelInfo &info)
{
    const Channel &channel = info.channel;
    return {{u"name"_s, channel.name},
            {u"kind"_s, core::channelKindName(channel.kind)},
            {u"enabled"_s, channel.enabled},
            {u"severity"_s, core::severityName(channel.least)},
            {u"events"_s, QJsonArray::fromStringList(channel.events)},
            {u"to"_s, QJsonArray::fromStringList(channel.to)},
            {u"server"_s, channel.kind == Channel::Kind::Email ? channel.server : channel.host},
            {u"problem"_s, info.problem}};
}

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto infos = core::Channels(**session).list();
    if (!infos)
        return failure(infos.error());
    QJsonArray all;
    QList<QStringList> rows;
    for (const core::ChannelInfo &info : *infos) {
        all.append(toJson(info));
        const Channel &channel = info.channel;
        const QString where = channel.to.isEmpty() ? channel.host : channel.to.join(u", "_s);
        const QString what = channel.events.isEmpty() ? core::severityName(channel.least)
                                                      : channel.events.join(u", "_s);
        rows << QStringList{channel.name, core::channelKindName(channel.kind), where, what, info.problem};
    }
    context.print(all);
    context.table({cliText("name"), cliText("kind"), cliText("to"), cliText("tells"), cliText("last problem")}, rows);
    return 0;
}

/// One JSON object on standard input: {"url": "…"} or {"password": "…"}.
Result<core::SecretMap> readSecrets(Context &context, const QString &key)
{
    const QJsonObject object = QJsonDocument::fromJson(context.surroundings().input.readAll()).object();
    core::SecretMap secrets;
    for (auto it = object.begin(); it != object.end(); ++it)
        secrets.insert(it.key(), it->toString());
    if (secrets.size() == 1 && !secrets.value(key).isEmpty())
        return secrets;
    return failure(ErrorKind::Usage, cliText("On standard input there is no secret."),
                   cliText("Give it as one JSON object: {\"%1\": \"…\"}").arg(key));
}

Result<Channel> channelFrom(const Arguments &arguments)
{
    const auto kind = core::channelKindFromName(arguments.word(0));
    if (!kind)
        return failure(ErrorKind::Usage, cliText("There is no kind of channel \"%1\".").arg(arguments.word(0)),
                       cliText("Kinds are: email, slack, discord, webhook."));
    const QString least = arguments.value(u"--severity"_s, u"warning"_s);
    const auto severity = core::severityFromName(least);
    if (!severity)
        return failure(ErrorKind::Usage, cliText("There is no severity \"%1\".").arg(least),
                       cliText("Severities are: info, warning, problem."));
    Channel channel;
    channel.kind = *kind;
    channel.name = arguments.word(1);
    channel.least = *severity;
    channel.events = arguments.all(u"--event"_s);
    channel.server = arguments.value(u"--server"_s);
    channel.user = arguments.value(u"--user"_s);
    channel.from = arguments.value(u"--from"_s);
    channel.to = arguments.all(u"--to"_s);
    return channel;
}

Result<int> add(Context &context, const Arguments &arguments)
{
    const auto channel = channelFrom(arguments);
    if (!channel)
        return failure(channel.error());
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const bool isMail = channel->kind == Channel::Kind::Email;
    const bool isGiven = qEnvironmentVariableIsSet(
        core::Channels::environmentName(channel->name).toLatin1().constData());
    std::optional<core::SecretMap> secrets;
    if (isMail && channel->user.isEmpty()) {
        secrets = core::SecretMap();
    } else if (!isGiven) {
        const auto read = readSecrets(context, isMail ? u"password"_s : u"url"_s);
        if (!read)
            return failure(read.error());
        secrets = *read;
    }
    const auto added = core::Channels(**session).add(*channel, secrets);
    if (!added)
        return failure(added.error());
    QJsonObject document{{u"name"_s, channel->name}};
    if (!added->signingKey.isEmpty())
        document.insert(u"signing_key"_s, added->signingKey);
    context.print(document);
    context.line(cliText("Added %1. Try it with: syncline-cli notify test %1").arg(channel->name));
    if (!added->signingKey.isEmpty())
        context.line(cliText("Its messages are signed with %1; the key is not shown again.").arg(added->signingKey));
    return 0;
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (auto done = core::Channels(**session).remove(arguments.word(0)); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("%1 was removed.").arg(arguments.word(0)));
    return 0;
}

Result<int> test(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto channel = core::Channels(**session).named(arguments.word(0));
    if (!channel)
        return failure(channel.error());
    if (!context.surroundings().postman)
        return failure(ErrorKind::Internal, cliText("This program cannot send messages."));
    auto sent = core::Courier(**session, *context.surroundings().postman).test(*channel, context.surroundings().stop);
    if (!sent)
        return failure(sent.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("A test message was sent to %1.").arg(channel->name));
    return 0;
}

Result<int> history(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    constexpr int most = 100;
    const auto told = core::Notifications(**session).latest(most);
    if (!told)
        return failure(told.error());
    QJsonArray all;
    for (const core::Notification &one : *told) {
        const QJsonObject document = core::notificationDocument(one);
        all.append(document);
        context.line(document.value("at"_L1).toString() + u' ' + one.title + u". "_s + one.text);
    }
    context.print(all);
    return 0;
}

} // namespace

std::vector<Command> notifyCommands()
{
    const QString usage =
        u"notify add email|slack|discord|webhook NAME [--severity S] [--event E]… [--server smtp://…] "
        "[--user U] [--from A] [--to A]…"_s;
    return {
        {u"notify list"_s, cliText("Lists where notifications go."), {{}, {}, 0, 0, u"notify list"_s}, list},
        {u"notify add"_s,
         cliText("Sends notifications by e-mail, to Slack or Discord, or signed to a program."),
         {{}, {u"--severity"_s, u"--event"_s, u"--server"_s, u"--user"_s, u"--from"_s, u"--to"_s}, 2, 2, usage},
         add},
        {u"notify remove"_s, cliText("Stops sending there."), {{}, {}, 1, 1, u"notify remove NAME"_s}, remove},
        {u"notify test"_s, cliText("Sends a test message."), {{}, {}, 1, 1, u"notify test NAME"_s}, test},
        {u"notify history"_s, cliText("Shows what was told."), {{}, {}, 0, 0, u"notify history"_s}, history},
    };
}

} // namespace syncline::cli
