#include "cli/cli.h"

#include "cli/command.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::cli {

QString cliText(const char *text)
{
    return QCoreApplication::translate("syncline::cli", text);
}

QString cell(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? cliText("yes") : cliText("no");
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return {};
}

Result<core::Session *> Context::open(bool create)
{
    auto session = core::Session::open(m_workspace, create, m_surroundings.outside);
    if (!session)
        return failure(session.error());
    m_session = std::move(*session);
    return m_session.get();
}

Result<core::Session *> Context::session()
{
    return m_session ? Result<core::Session *>(m_session.get()) : open(false);
}

Result<core::Session *> Context::makeWorkspace()
{
    QDir().mkpath(QFileInfo(m_workspace).absolutePath());
    return open(true);
}

void Context::print(const QJsonValue &document)
{
    if (!m_json)
        return;
    const QJsonDocument json = document.isArray() ? QJsonDocument(document.toArray())
                                                  : QJsonDocument(document.toObject());
    m_surroundings.output.write(json.toJson(QJsonDocument::Compact) + '\n');
}

void Context::line(const QString &text)
{
    if (!m_json)
        m_surroundings.output.write(text.toUtf8() + '\n');
}

void Context::note(const QString &text)
{
    m_surroundings.errors.write(text.toUtf8() + '\n');
}

void Context::table(const QStringList &header, const QList<QStringList> &rows)
{
    if (m_json)
        return;
    constexpr qsizetype widest = 48;
    QList<qsizetype> widths;
    for (const QString &title : header)
        widths << title.size();
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], std::min(widest, row[i].size()));
    }
    const auto print = [&](const QStringList &row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            QString shown = row[i].simplified();
            if (shown.size() > widest)
                shown = shown.first(widest - 1) + u'…';
            text += i + 1 < row.size() ? shown.leftJustified(widths[i] + 2) : shown;
        }
        line(text);
    };
    print(header);
    for (const QStringList &row : rows)
        print(row);
}

int exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::Validation:
        return 2;
    case ErrorKind::Authentication:
    case ErrorKind::Permission:
        return 3;
    case ErrorKind::Network:
    case ErrorKind::Server:
    case ErrorKind::RateLimit:
        return 4;
    case ErrorKind::Guard:
        return 5;
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        return 1;
    }
    return 1;
}

namespace {

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (auto commands :
         {workspaceCommands(), integrationCommands(), fieldCommands(), mappingCommands(), syncCommands(),
          recipeCommands(), eventSourceCommands(), reviewCommands(), recordCommands(), personCommands(),
          statusCommands(), mirrorCommands(), scheduleCommands(), serveCommands(), notifyCommands(), webhookCommands()})
        std::ranges::move(commands, std::back_inserter(all));
    return all;
}

QString defaultWorkspace()
{
    if (const QString chosen = qEnvironmentVariable("SYNCLINE_WORKSPACE"); !chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/syncline/workspace.syncline"_s;
}

int report(Context &context, const Error &error)
{
    context.print(QJsonObject{{u"error"_s,
                               QJsonObject{{u"kind"_s, errorKindName(error.kind)},
                                           {u"message"_s, error.message},
                                           {u"remedy"_s, error.remedy},
                                           {u"provider_message"_s, error.providerMessage}}}});
    context.note(cliText("Error: %1").arg(error.message));
    if (!error.providerMessage.isEmpty())
        context.note(u"  "_s + error.providerMessage);
    if (!error.remedy.isEmpty())
        context.note(u"  "_s + error.remedy);
    return exitCodeOf(error.kind);
}

QJsonObject helpJson(const std::vector<Command> &commands)
{
    QJsonArray list;
    for (const Command &command : commands)
        list.append(QJsonObject{
            {u"command"_s, command.name}, {u"usage"_s, command.grammar.usage}, {u"summary"_s, command.summary}});
    return {{u"commands"_s, list}};
}

void help(Context &context, const std::vector<Command> &commands)
{
    if (context.json())
        return context.print(helpJson(commands));
    const auto write = [&](const QString &text) { context.surroundings().output.write(text.toUtf8() + '\n'); };
    write(cliText("Keeps contacts and companies the same in several CRMs."));
    write(QString());
    write(cliText("Usage: syncline-cli [--workspace FILE] [--json] COMMAND"));
    write(QString());
    for (const Command &command : commands) {
        write(u"  "_s + command.grammar.usage);
        write(u"      "_s + command.summary);
    }
    write(QString());
    write(cliText(
        "Exit codes: 0 done, 1 some records failed, 2 usage, 3 authentication, 4 unreachable, 5 stopped by a guard."));
    write(cliText("The workspace is --workspace, else $SYNCLINE_WORKSPACE, else %1.").arg(defaultWorkspace()));
}

/// "integration add mautic ..." is the command of two words where there is one.
const Command *find(const std::vector<Command> &commands, QStringList &words)
{
    for (const int length : {2, 1}) {
        const QString name = words.mid(0, length).join(u' ');
        const auto it = std::ranges::find(commands, name, &Command::name);
        if (it != commands.end() && words.size() >= length) {
            words = words.mid(length);
            return &*it;
        }
    }
    return nullptr;
}

/// Is it the first word of commands of two, such as "runs list"?
bool isGroup(const std::vector<Command> &commands, const QString &word)
{
    return std::ranges::any_of(commands, [&](const Command &command) { return command.name.startsWith(word + u' '); });
}

QString nearest(const std::vector<Command> &commands, const QString &first)
{
    QStringList names;
    for (const Command &command : commands) {
        if (command.name.section(u' ', 0, 0) == first)
            names << command.name;
    }
    return names.isEmpty() ? cliText("See all commands with: syncline-cli --help")
                           : cliText("Commands are: %1.").arg(names.join(u", "_s));
}

} // namespace

int run(const QStringList &arguments, const Surroundings &surroundings)
{
    QString workspace = defaultWorkspace();
    bool json = false, wantsHelp = false;
    QStringList words;
    std::optional<QString> missing;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == "--json"_L1)
            json = true;
        else if (word == "--help"_L1 || word == "-h"_L1)
            wantsHelp = true;
        else if (word.startsWith("--workspace="_L1))
            workspace = word.section(u'=', 1);
        else if (word == "--workspace"_L1 && i + 1 < arguments.size())
            workspace = arguments[++i];
        else if (word == "--workspace"_L1)
            missing = word;
        else
            words << word;
    }
    Context context(surroundings, workspace, json);
    const auto commands = allCommands();
    if (words == QStringList{u"--version"_s}) {
        context.print(QJsonObject{{u"version"_s, surroundings.version}});
        context.line(u"syncline-cli "_s + surroundings.version);
        return 0;
    }
    if (missing)
        return report(context,
                      {ErrorKind::Usage,
                       cliText("%1 needs a value.").arg(*missing),
                       cliText("See all commands with: syncline-cli --help"),
                       {},
                       {},
                       false});
    if (json && words.isEmpty() && !wantsHelp)
        return report(context,
                      {ErrorKind::Usage,
                       cliText("A command is missing."),
                       cliText("See all commands with: syncline-cli --help"),
                       {},
                       {},
                       false});
    if (wantsHelp || words.isEmpty()) {
        help(context, commands);
        return wantsHelp ? 0 : 2;
    }
    const QString first = words.first();
    const QString asked = words.mid(0, isGroup(commands, first) ? 2 : 1).join(u' ');
    const Command *command = find(commands, words);
    if (!command) {
        return report(context,
                      {ErrorKind::Usage,
                       cliText("There is no command \"%1\".").arg(asked),
                       nearest(commands, first),
                       {},
                       {},
                       false});
    }
    const auto parsed = Arguments::parse(words, command->grammar);
    if (!parsed)
        return report(context, parsed.error());
    const auto done = command->run(context, *parsed);
    return done ? *done : report(context, done.error());
}

} // namespace syncline::cli
