#include "cli/command.h"

#include "core/automation/notifications.h"
#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

QString stageName(const QString &stage)
{
    if (stage == "reading"_L1)
        return cliText("Reading");
    if (stage == "planning"_L1)
        return cliText("Planning");
    if (stage == "waiting"_L1)
        return cliText("Waiting for writes whose answer was lost");
    return cliText("Writing");
}

core::ProgressSink progressOf(Context &context)
{
    if (!context.surroundings().errorsAreTerminal)
        return {};
    return [&context](const core::Progress &progress) {
        const QString text = u"\r\x1b[K%1 %2 %3 %4"_s.arg(stageName(progress.stage), progress.integration,
                                                          progress.entity, QString::number(progress.done));
        context.surroundings().errors.write(text.toUtf8());
    };
}

/// What an undo could not put back, record by record and field by field.
void showUndone(Context &context, const QJsonArray &undone)
{
    constexpr int shown = 50;
    QMap<QString, int> counts;
    int printed = 0;
    for (const QJsonValue &row : undone) {
        const QString outcome = row["outcome"_L1].toString();
        ++counts[outcome];
        if (outcome == "reversed"_L1 || row["kind"_L1].toString() == "link"_L1 || ++printed > shown)
            continue;
        const QString word = outcome == "kept"_L1 ? cliText("Kept") : cliText("Not possible");
        context.line(u"  %1: %2 %3 %4 %5: %6"_s.arg(word, row["system"_L1].toString(), row["entity"_L1].toString(),
                                                    row["remote_id"_L1].toString(row["record"_L1].toString()),
                                                    row["fields"_L1].toObject().keys().join(u", "_s),
                                                    row["reason"_L1].toString()));
    }
    if (printed > shown)
        context.line(cliText("  … and %1 more; see them with --json.").arg(printed - shown));
    context.line(cliText("Reversed %1, kept %2, not possible %3.")
                     .arg(counts.value(u"reversed"_s))
                     .arg(counts.value(u"kept"_s))
                     .arg(counts.value(u"not_possible"_s)));
}

void showReport(Context &context, const QJsonObject &report)
{
    QList<QStringList> rows;
    static const QStringList counts{u"seen"_s,   u"written"_s, u"equal"_s,   u"left_out"_s, u"conflict"_s, u"held"_s,
                                    u"failed"_s, u"created"_s, u"updated"_s, u"deleted"_s,  u"linked"_s};
    for (const QJsonValue &entry : report.value("ledger"_L1).toArray()) {
        QStringList row{entry["integration"_L1].toString(), entry["entity"_L1].toString()};
        for (const QString &count : counts)
            row << QString::number(entry[count].toInt());
        rows << row;
    }
    context.line();
    context.table(QStringList{cliText("integration"), cliText("entity")} + counts, rows);
    const QJsonArray errors = report.value("errors"_L1).toArray();
    constexpr int shown = 10;
    for (int i = 0; i < errors.size() && i < shown; ++i) {
        const QJsonValue error = errors[i];
        context.line(u"  %1 %2 %3: %4"_s.arg(error["integration"_L1].toString(), error["record"_L1].toString(),
                                             error["field"_L1].toString(), error["message"_L1].toString()));
    }
    if (errors.size() > shown)
        context.line(cliText("  … and %1 more; see them with --json.").arg(errors.size() - shown));
    if (report.contains("undone"_L1))
        showUndone(context, report.value("undone"_L1).toArray());
    for (const QJsonValue &guard : report.value("guards"_L1).toArray())
        context.line(cliText("Stopped: %1 Look at the plan, then go on with --yes.").arg(guard.toString()));
}

int exitCodeOf(const core::SyncOutcome &outcome, const QJsonObject &report)
{
    if (outcome.status == "stopped"_L1)
        return 5;
    if (outcome.worst) // an address where no CRM answers is not reached either
        return outcome.worst->kind == ErrorKind::Usage ? 4 : cli::exitCodeOf(outcome.worst->kind);
    return core::Reports::failed(report) > 0 ? 1 : 0;
}

Result<int> finish(Context &context, core::Session &session, const core::SyncOutcome &outcome, bool withOperations)
{
    const auto run = session.stores().runs.get(outcome.run);
    if (!run)
        return failure(run.error());
    auto catalog = session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const auto report = core::Reports(session.stores()).document(**run, *catalog, withOperations);
    if (!report)
        return failure(report.error());
    if (context.surroundings().errorsAreTerminal)
        context.surroundings().errors.write("\r\x1b[K");
    context.print(*report);
    showReport(context, *report);
    context.line(cliText("Run %1: %2.").arg(outcome.run, outcome.status));
    auto logged = session.log(u"info"_s, {}, cliText("Run %1: %2.").arg(outcome.run, outcome.status), outcome.run);
    if (!logged)
        return failure(logged.error());
    return exitCodeOf(outcome, *report);
}

void showOperations(Context &context, const QJsonArray &operations)
{
    constexpr int shown = 20;
    int printed = 0;
    for (const QJsonValue &operation : operations) {
        if (operation["kind"_L1].toString() == "link"_L1 || printed >= shown)
            continue;
        ++printed;
        QStringList changes;
        const QJsonObject fields = operation["fields"_L1].toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            changes << it.key() + u": "_s + cell((*it)["before"_L1]).left(24) + u" → "_s
                    + cell((*it)["after"_L1]).left(24);
        context.line(u"%1 %2 %3  %4"_s.arg(operation["system"_L1].toString(), operation["kind"_L1].toString(),
                                           operation["entity"_L1].toString(), changes.join(u"; "_s).left(140)));
    }
    if (operations.size() > printed)
        context.line(cliText("… %1 operations in all; see every one with --json.").arg(operations.size()));
}

Result<int> sync(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (!arguments.all(u"--plan"_s).isEmpty()) {
        const bool other = arguments.has(u"--full"_s) || arguments.has(u"--dry-run"_s)
            || !arguments.all(u"--integration"_s).isEmpty() || !arguments.all(u"--entity"_s).isEmpty();
        if (other || arguments.value(u"--plan"_s).isEmpty())
            return failure(ErrorKind::Usage,
                           cliText("--plan carries out a stored plan as it is; only --yes goes with it."),
                           cliText("For another plan: syncline-cli sync --dry-run, with the options you want."));
    }
    core::SyncOptions options;
    options.integrations = arguments.all(u"--integration"_s);
    options.entities = arguments.all(u"--entity"_s);
    options.full = arguments.has(u"--full"_s);
    options.dryRun = arguments.has(u"--dry-run"_s);
    options.planOf = arguments.value(u"--plan"_s);
    options.overrideGuards = arguments.has(u"--yes"_s);
    return runSync(context, **session, options);
}

Result<int> listRuns(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto runs = (*session)->stores().runs.latest(50);
    if (!runs)
        return failure(runs.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const core::RunRow &run : *runs) {
        list.append(
            QJsonObject{{u"run"_s, run.id},
                        {u"kind"_s, run.kind},
                        {u"status"_s, run.status},
                        {u"dry_run"_s, run.dryRun},
                        {u"started_at"_s, core::isoTime(run.startedAt)},
                        {u"finished_at"_s, run.finishedAt ? QJsonValue(core::isoTime(*run.finishedAt)) : QJsonValue()},
                        {u"by"_s, run.actor}});
        rows << QStringList{run.id, run.kind, run.status, core::isoTime(run.startedAt)};
    }
    context.print(list);
    context.table({cliText("run"), cliText("kind"), cliText("status"), cliText("started")}, rows);
    return 0;
}

Result<int> showRun(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto run = (*session)->stores().runs.get(arguments.word(0));
    if (!run)
        return failure(run.error());
    if (!*run)
        return failure(ErrorKind::Usage, cliText("There is no run %1.").arg(arguments.word(0)),
                       cliText("See the runs with: syncline-cli runs list"));
    auto catalog = (*session)->catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const auto report = core::Reports((*session)->stores()).document(**run, *catalog, true);
    if (!report)
        return failure(report.error());
    context.print(*report);
    showOperations(context, report->value("operations"_L1).toArray());
    showReport(context, *report);
    return 0;
}

Result<int> undoRun(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::SyncOptions options;
    options.dryRun = arguments.has(u"--dry-run"_s);
    options.overrideGuards = true;
    if (auto allowed = (*session)->need(core::Role::Operator); !allowed)
        return failure(allowed.error());
    auto runner = (*session)->runner();
    runner.setProgress(progressOf(context));
    const auto outcome = runner.undo(arguments.word(0), options, context.surroundings().stop);
    if (!outcome)
        return failure(outcome.error());
    return finish(context, **session, *outcome, true);
}

QString sentenceOf(const core::Replayed &replayed)
{
    if (replayed.isSame())
        return cliText("Run %1 planned again comes to the same plan (operations: %2).")
            .arg(replayed.run)
            .arg(replayed.operations);
    if (replayed.differences.isEmpty())
        return cliText(
                   "Run %1 planned again comes to another plan: the operations are the same, but not what counts as "
                   "agreed between the systems.")
            .arg(replayed.run);
    return cliText("Run %1 planned again comes to another plan; operations that differ:").arg(replayed.run);
}

void showDifferences(Context &context, const QJsonArray &differences)
{
    constexpr int shown = 20;
    const auto line = [](const QJsonValue &operation) {
        return operation.isNull()
            ? cliText("nothing")
            : u"%1 %2 %3 %4"_s.arg(operation["system"_L1].toString(), operation["kind"_L1].toString(),
                                   operation["record"_L1].toString(), cell(operation["fields"_L1]).left(100));
    };
    for (qsizetype i = 0; i < differences.size() && i < shown; ++i) {
        context.line(cliText("  %1. planned: %2")
                         .arg(differences[i]["place"_L1].toInt())
                         .arg(line(differences[i]["planned"_L1])));
        context.line(cliText("     now: %1").arg(line(differences[i]["replayed"_L1])));
    }
    if (differences.size() > shown)
        context.line(cliText("  … and %1 more; see them with --json.").arg(differences.size() - shown));
}

Result<int> replayRun(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto replayed = (*session)->replay(arguments.word(0));
    if (!replayed)
        return failure(replayed.error());
    context.print(QJsonObject{{u"run"_s, replayed->run},
                              {u"same"_s, replayed->isSame()},
                              {u"operations"_s, replayed->operations},
                              {u"plan_hash"_s, replayed->plannedHash},
                              {u"replayed_hash"_s, replayed->replayedHash},
                              {u"planned_with"_s, replayed->plannedWith},
                              {u"differences"_s, replayed->differences}});
    context.line(sentenceOf(*replayed));
    showDifferences(context, replayed->differences);
    const QString version = context.surroundings().version;
    if (!replayed->isSame() && replayed->plannedWith != version)
        context.line(cliText("It was planned with version %1; this is %2.").arg(replayed->plannedWith, version));
    return replayed->isSame() ? 0 : 1;
}

} // namespace

Result<int> runSync(Context &context, core::Session &session, const core::SyncOptions &chosen)
{
    core::SyncOptions options = chosen;
    options.actor = session.actor.name;
    if (auto allowed = session.need(core::Role::Operator); !allowed)
        return failure(allowed.error());
    auto runner = session.runner();
    runner.setProgress(progressOf(context));
    const auto outcome = runner.sync(options, context.surroundings().stop);
    if (!outcome)
        return failure(outcome.error());
    if (options.dryRun && !context.json()) {
        auto catalog = session.catalog(false);
        if (!catalog)
            return failure(catalog.error());
        const auto operations = core::Reports(session.stores()).operations(outcome->run, *catalog);
        if (!operations)
            return failure(operations.error());
        showOperations(context, *operations);
        context.line(cliText("Carry it out with: syncline-cli sync --plan %1").arg(outcome->run));
    }
    const auto code = finish(context, session, *outcome, options.dryRun);
    // Who is told of it is told by the window or by `serve`; a run that went well is not called a failure for that.
    std::ignore = core::Notifications(session).observe();
    return code;
}

std::vector<Command> syncCommands()
{
    return {
        {u"sync"_s,
         cliText("Reads, plans and writes; --dry-run shows every write and makes none."),
         {{u"--full"_s, u"--dry-run"_s, u"--yes"_s},
          {u"--integration"_s, u"--entity"_s, u"--plan"_s},
          0,
          0,
          u"sync [--integration N]… [--entity E]… [--full] [--dry-run] [--plan RUN] [--yes]"_s},
         sync},
        {u"runs list"_s, cliText("Lists the latest runs."), {{}, {}, 0, 0, u"runs list"_s}, listRuns},
        {u"runs show"_s,
         cliText("Shows a run with every operation and its reason."),
         {{}, {}, 1, 1, u"runs show ID"_s},
         showRun},
        {u"runs undo"_s,
         cliText("Takes a run back; what was touched since is kept."),
         {{u"--dry-run"_s}, {}, 1, 1, u"runs undo ID [--dry-run]"_s},
         undoRun},
        {u"replay"_s,
         cliText("Makes the plan of a run again from what it was made from, and says whether it is the same."),
         {{}, {}, 1, 1, u"replay RUN"_s},
         replayRun},
    };
}

} // namespace syncline::cli
