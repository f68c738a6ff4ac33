#include "cli/command.h"

#include "core/services/signin.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

Result<core::SecretMap> readSecrets(Context &context)
{
    return core::secretsFromJson(context.surroundings().input.readAll());
}

/// On the error output, so that --json stays one document.
core::BrowserSignIn::Show showAddress(Context &context)
{
    return [&context](const QString &address) {
        context.note(cliText("Sign in in the browser; this command goes on by itself. If no browser opens, open:"));
        context.note(address);
        if (context.surroundings().openBrowser)
            context.surroundings().openBrowser(address);
    };
}

Result<int> signIn(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const QByteArray input = context.surroundings().input.readAll();
    const auto given = input.trimmed().isEmpty() ? Result<core::SecretMap>(core::SecretMap{})
                                                 : core::secretsFromJson(input);
    if (!given)
        return failure(given.error());
    const QString name = arguments.word(0);
    auto done = core::SignIn(**session).again(name, *given, showAddress(context), context.surroundings().stop);
    if (!done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("Signed in. Test it with: syncline-cli integration test %1").arg(name));
    return 0;
}

Result<int> add(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto settings = Arguments::pairs(arguments.all(u"--set"_s));
    if (!settings)
        return failure(settings.error());
    core::Integrations::NewIntegration wanted{arguments.word(0),
                                              arguments.value(u"--name"_s, arguments.word(0)),
                                              arguments.value(u"--url"_s),
                                              arguments.value(u"--auth"_s),
                                              *settings,
                                              std::nullopt};
    if (wanted.url.isEmpty() || wanted.auth.isEmpty()) {
        return failure(ErrorKind::Usage, cliText("--url and --auth are needed."),
                       cliText("For example: syncline-cli integration add mautic --name marketing --url "
                               "https://mautic.example.com --auth oauth2_client_credentials"));
    }
    core::Integrations integrations(**session);
    if (auto fine = integrations.checkAdd(wanted); !fine)
        return failure(fine.error());
    if (!core::EnvironmentSecrets::has(wanted.name) && settings->value(u"demo"_s) != "true"_L1) {
        const auto secrets = readSecrets(context);
        if (!secrets)
            return failure(secrets.error());
        const auto complete = core::SignIn(**session).secretsFor(wanted, *secrets, showAddress(context),
                                                                 context.surroundings().stop);
        if (!complete)
            return failure(complete.error());
        wanted.secrets = *complete;
    }
    const auto row = integrations.add(wanted);
    if (!row)
        return failure(row.error());
    context.print(QJsonObject{{u"name"_s, row->name}, {u"provider"_s, row->provider}, {u"url"_s, row->url}});
    context.line(cliText("Added %1. Test it with: syncline-cli integration test %1").arg(row->name));
    return 0;
}

QJsonObject toJson(const core::IntegrationInfo &info)
{
    QJsonObject settings;
    for (auto it = info.settings.begin(); it != info.settings.end(); ++it)
        settings.insert(it.key(), *it);
    QJsonObject health;
    if (!info.health.status.isEmpty())
        health.insert(u"status"_s, info.health.status);
    if (info.health.response)
        health.insert(u"response_ms"_s, qint64(info.health.response->count()));
    if (info.health.at)
        health.insert(u"at"_s, *info.health.at);
    return {{u"name"_s, info.name},   {u"provider"_s, info.provider}, {u"url"_s, info.url}, {u"auth"_s, info.auth},
            {u"state"_s, info.state}, {u"settings"_s, settings},      {u"health"_s, health}};
}

QJsonObject toJson(const connectors::TestReport &report)
{
    QJsonArray steps;
    QString kind;
    for (const connectors::TestStep &step : report.steps) {
        steps.append(QJsonObject{
            {u"step"_s, step.step}, {u"ok"_s, step.ok}, {u"message"_s, step.message}, {u"remedy"_s, step.remedy}});
        if (!step.ok)
            kind = errorKindName(step.kind);
    }
    return {{u"ok"_s, report.ok},
            {u"steps"_s, steps},
            {u"response_ms"_s, qint64(report.response.count())},
            {u"version"_s, report.version},
            {u"kind"_s, kind}};
}

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto list = core::Integrations(**session).list();
    if (!list)
        return failure(list.error());
    QJsonArray documents;
    QList<QStringList> rows;
    for (const core::IntegrationInfo &info : *list) {
        documents.append(toJson(info));
        rows << QStringList{info.name, info.provider, info.state, info.url};
    }
    context.print(documents);
    context.table({cliText("name"), cliText("provider"), cliText("state"), cliText("address")}, rows);
    return 0;
}

int testExitCode(const connectors::TestReport &report)
{
    if (report.ok)
        return 0;
    const auto failed = std::find_if(report.steps.rbegin(), report.steps.rend(),
                                     [](const auto &step) { return !step.ok; });
    const bool isRefused = failed != report.steps.rend()
        && (failed->kind == ErrorKind::Authentication || failed->kind == ErrorKind::Permission);
    return isRefused ? 3 : 4;
}

Result<int> test(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto report = core::Integrations(**session).test(arguments.word(0), context.surroundings().stop);
    if (!report)
        return failure(report.error());
    context.print(toJson(*report));
    for (const connectors::TestStep &step : report->steps) {
        context.line((step.ok ? u"✓ "_s : u"✗ "_s) + step.step + u": "_s + step.message);
        if (!step.remedy.isEmpty())
            context.line(u"    "_s + step.remedy);
    }
    return testExitCode(*report);
}

Result<int> describe(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto described = core::Integrations(**session).describe(arguments.word(0), arguments.word(1),
                                                                  context.surroundings().stop);
    if (!described)
        return failure(described.error());
    QJsonArray entities;
    for (const connectors::RemoteEntity &entity : *described)
        entities.append(core::remoteEntityToJson(entity));
    context.print(QJsonObject{{u"entities"_s, entities}});
    for (const connectors::RemoteEntity &entity : *described) {
        context.line(entity.name);
        QList<QStringList> rows;
        for (const connectors::RemoteField &field : entity.fields) {
            const QString flags = (field.required ? cliText("required ") : QString())
                + (field.readOnly ? cliText("read only ") : QString()) + (field.custom ? cliText("custom") : QString());
            rows << QStringList{field.name, fieldTypeName(field.type), field.label, flags};
        }
        context.table({cliText("field"), cliText("type"), cliText("label"), QString()}, rows);
    }
    return 0;
}

using Act = std::function<Result<void>(core::Integrations &, const Arguments &)>;

Command simple(const QString &name, const QString &summary, Arguments::Grammar grammar, const QString &said,
               const Act &act)
{
    return {name, summary, std::move(grammar),
            [act, said](Context &context, const Arguments &arguments) -> Result<int> {
                auto session = context.session();
                if (!session)
                    return failure(session.error());
                core::Integrations integrations(**session);
                if (auto done = act(integrations, arguments); !done)
                    return failure(done.error());
                context.print(QJsonObject{{u"ok"_s, true}});
                context.line(said.arg(arguments.word(0)));
                return 0;
            }};
}

} // namespace

std::vector<Command> integrationCommands()
{
    std::vector<Command> commands{
        {u"integration add"_s,
         cliText("Connects an account; its secrets come as one JSON object on standard input."),
         {{},
          {u"--name"_s, u"--url"_s, u"--auth"_s, u"--set"_s},
          1,
          1,
          u"integration add PROVIDER --name N --url U --auth KIND [--set KEY=VALUE]…"_s},
         add},
        {u"integration list"_s, cliText("Lists the connected accounts."), {{}, {}, 0, 0, u"integration list"_s}, list},
        {u"integration reconnect"_s,
         cliText("Signs an account in again: in the browser, or with secrets as one JSON object on standard input."),
         {{}, {}, 1, 1, u"integration reconnect N"_s},
         signIn},
        {u"integration test"_s,
         cliText("Tries the connection step by step."),
         {{}, {}, 1, 1, u"integration test N"_s},
         test},
        {u"integration describe"_s,
         cliText("Shows the fields of the CRM."),
         {{}, {}, 1, 2, u"integration describe N [ENTITY]"_s},
         describe},
    };
    commands.push_back(simple(
        u"integration remove"_s, cliText("Disconnects an account; its links are kept for the day it comes back."),
        {{}, {}, 1, 1, u"integration remove N"_s}, cliText("Removed %1. What it holds stays as it is."),
        [](core::Integrations &i, const Arguments &a) { return i.remove(a.word(0)); }));
    commands.push_back(simple(u"integration set"_s, cliText("Changes settings of an account."),
                              {{}, {}, 2, -1, u"integration set N KEY=VALUE…"_s}, cliText("Changed %1."),
                              [](core::Integrations &i, const Arguments &a) {
                                  return Arguments::pairs(a.words(1)).and_then([&](const auto &pairs) {
                                      return i.set(a.word(0), pairs);
                                  });
                              }));
    commands.push_back(simple(u"integration pause"_s, cliText("Leaves an account out of runs."),
                              {{}, {}, 1, 1, u"integration pause N"_s}, cliText("%1 takes no part in runs."),
                              [](core::Integrations &i, const Arguments &a) { return i.setPaused(a.word(0), true); }));
    commands.push_back(simple(u"integration resume"_s, cliText("Lets a paused account take part again."),
                              {{}, {}, 1, 1, u"integration resume N"_s}, cliText("%1 takes part in runs again."),
                              [](core::Integrations &i, const Arguments &a) { return i.setPaused(a.word(0), false); }));
    commands.push_back(simple(u"policy set"_s,
                              cliText("Sets how conflicts and deletes of an entity or a field are decided."),
                              {{}, {}, 2, -1, u"policy set ENTITY[.FIELD] KEY=VALUE…"_s},
                              cliText("Changed the policy of %1."), [](core::Integrations &i, const Arguments &a) {
                                  return Arguments::pairs(a.words(1)).and_then([&](const auto &pairs) {
                                      return i.setPolicy(a.word(0), pairs);
                                  });
                              }));
    return commands;
}

} // namespace syncline::cli
