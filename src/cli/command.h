#pragma once

#include "cli/arguments.h"
#include "cli/cli.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

/// One command of syncline-cli. Private to cli.
namespace syncline::cli {

class Context
{
public:
    Context(const Surroundings &surroundings, QString workspace, bool json)
        : m_surroundings(surroundings)
        , m_workspace(std::move(workspace))
        , m_json(json)
    {
    }
    const Surroundings &surroundings() const { return m_surroundings; }
    QString workspace() const { return m_workspace; }
    bool json() const { return m_json; }
    Result<core::Session *> session(); ///< opened at first use
    Result<core::Session *> makeWorkspace();

    void print(const QJsonValue &document); ///< with --json
    void line(const QString &text = {});    ///< without
    void note(const QString &text);         ///< to the error output
    /// A table of columns, padded, without --json.
    void table(const QStringList &header, const QList<QStringList> &rows);

private:
    Result<core::Session *> open(bool create);
    const Surroundings &m_surroundings;
    QString m_workspace;
    bool m_json;
    std::unique_ptr<core::Session> m_session;
};

struct Command
{
    QString name; ///< "sync", "integration add"
    QString summary;
    Arguments::Grammar grammar;
    std::function<Result<int>(Context &, const Arguments &)> run;
};

std::vector<Command> workspaceCommands();
std::vector<Command> integrationCommands();
std::vector<Command> fieldCommands();
std::vector<Command> mappingCommands();
std::vector<Command> syncCommands();
std::vector<Command> reviewCommands();
std::vector<Command> recipeCommands();
std::vector<Command> eventSourceCommands();
std::vector<Command> recordCommands();
std::vector<Command> personCommands();
std::vector<Command> statusCommands();
std::vector<Command> mirrorCommands();
std::vector<Command> scheduleCommands();
std::vector<Command> serveCommands();
std::vector<Command> notifyCommands();
std::vector<Command> webhookCommands();

QString cliText(const char *text); ///< translated
QString cell(const QJsonValue &value);

/// Runs, shows the report and gives the exit code of a sync.
Result<int> runSync(Context &context, core::Session &session, const core::SyncOptions &options);

} // namespace syncline::cli
