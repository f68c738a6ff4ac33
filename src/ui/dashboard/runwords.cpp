#include "ui/dashboard/runwords.h"

#include "ui/preview/previewtree.h"
#include "ui/preview/times.h"
#include "ui/records/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::RunWords", text);
}

} // namespace

QString runSentence(const core::RunSummary &run)
{
    QStringList parts;
    parts << (run.written > 0
                  ? tr("%1 written in %2")
                        .arg(numberText(run.written), counted(run.systems.size(), tr("1 system"), tr("%1 systems")))
                  : tr("nothing to write"));
    if (run.failed > 0)
        parts << tr("%1 failed").arg(numberText(run.failed));
    if (run.finishedAt)
        parts << tr("took %1").arg(durationText(run.durationMs()));
    return parts.join(u", "_s);
}

QString runScope(const core::RunSummary &run)
{
    QStringList entities;
    for (const QString &entity : run.entities)
        entities << insideSentence(entityPlural(entity));
    QString scope = run.systems.join(u" ⇄ "_s);
    if (entities.size() == 1)
        scope += u", "_s + entities.first();
    return run.kind == "undo"_L1 ? QString(tr("Undo") + u", "_s + scope) : scope;
}

State runMark(const core::RunSummary &run)
{
    if (run.status == "failed"_L1 && !run.cancelled)
        return State::Failing;
    if (run.cancelled || run.status == "interrupted"_L1)
        return State::Off;
    if (run.status == "stopped"_L1)
        return State::Waiting;
    if (run.status == "partial"_L1)
        return State::Failing;
    return run.status == "done"_L1 ? State::Ok : State::Running;
}

QString runWord(const core::RunSummary &run)
{
    if (run.cancelled)
        return tr("Cancelled");
    if (run.status == "interrupted"_L1)
        return tr("Interrupted");
    if (run.status == "failed"_L1)
        return tr("Failed");
    if (run.status == "stopped"_L1)
        return tr("Stopped by the guard");
    if (run.status == "partial"_L1)
        return tr("Done, with problems");
    if (run.status == "planned"_L1)
        return tr("Preview");
    return run.status == "done"_L1 ? tr("Done") : tr("Running");
}

QString operationWord(const core::RecentOperation &operation)
{
    if (operation.outcome == "failed"_L1 || operation.outcome == "refused"_L1)
        return tr("Failed");
    if (operation.outcome == "moved"_L1)
        return tr("Put off");
    if (operation.outcome == "unknown"_L1)
        return tr("Answer lost");
    if (operation.kind == "create"_L1)
        return tr("Created");
    if (operation.kind == "delete"_L1)
        return tr("Deleted");
    if (operation.kind == "archive"_L1)
        return tr("Archived");
    if (operation.kind == "unlink"_L1)
        return tr("Unlinked");
    return tr("Updated");
}

} // namespace syncline::ui
