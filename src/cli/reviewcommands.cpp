#include "cli/command.h"
#include "cli/reviewjson.h"

#include "core/services/review.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

template<typename Case>
Command listing(const QString &name, const QString &summary, Result<QList<Case>> (core::Review::*list)(),
                const QStringList &columns)
{
    return {name, summary, {{}, {}, 0, 0, name}, [list, columns](Context &context, const Arguments &) -> Result<int> {
                auto session = context.session();
                if (!session)
                    return failure(session.error());
                core::Review review(**session);
                const auto cases = (review.*list)();
                if (!cases)
                    return failure(cases.error());
                QJsonArray items;
                for (const Case &found : *cases)
                    items.append(toJson(found));
                context.print(items);
                QList<QStringList> rows;
                for (const QJsonValue &item : std::as_const(items)) {
                    QStringList row;
                    for (const QString &column : columns)
                        row << cell(item[column]);
                    rows << row;
                }
                if (rows.isEmpty())
                    context.line(cliText("Nothing waits here."));
                else
                    context.table(columns, rows);
                return 0;
            }};
}

using Act = std::function<Result<void>(core::Review &, const QString &id)>;

/// Carries an act out for each id; the first that fails is told, the ones before stay done.
Command acting(const QString &name, const QString &summary, const QString &usage, const Act &act)
{
    return {name, summary, {{}, {}, 1, -1, usage}, [act](Context &context, const Arguments &arguments) -> Result<int> {
                auto session = context.session();
                if (!session)
                    return failure(session.error());
                core::Review review(**session);
                int count = 0;
                for (const QString &id : arguments.words()) {
                    if (auto done = act(review, id); !done)
                        return failure(done.error());
                    ++count;
                }
                context.print(QJsonObject{{u"ok"_s, true}, {u"count"_s, count}});
                context.line(cliText("Done for %1. The next sync carries it out.").arg(count));
                return 0;
            }};
}

Result<int> showConflict(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto conflict = core::Review(**session).conflict(arguments.word(0));
    if (!conflict)
        return failure(conflict.error());
    const QJsonObject json = toJson(*conflict);
    context.print(json);
    context.line(u"%1 %2, %3: %4"_s.arg(conflict->entity, conflict->record, conflict->field, conflict->cause));
    QList<QStringList> rows;
    for (const QJsonValue &side : json.value("sides"_L1).toArray())
        rows << QStringList{side["system"_L1].toString(), cell(side["base"_L1]), cell(side["value"_L1]),
                            cell(side["changed_at"_L1]), cell(side["by"_L1])};
    context.table({cliText("system"), cliText("before"), cliText("value"), cliText("changed"), cliText("by")}, rows);
    return 0;
}

Result<int> resolve(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Review::Answer answer;
    answer.take = arguments.value(u"--take"_s);
    answer.keepApart = arguments.has(u"--keep-apart"_s);
    if (!arguments.all(u"--value"_s).isEmpty())
        answer.value = Value::text(arguments.value(u"--value"_s));
    const int given = (answer.take.isEmpty() ? 0 : 1) + (answer.value ? 1 : 0) + (answer.keepApart ? 1 : 0);
    if (given != 1)
        return failure(ErrorKind::Usage, cliText("Say once how to decide."),
                       cliText("Use --take hub|NAME|base, --value V or --keep-apart."));
    core::Review review(**session);
    for (const QString &id : arguments.words()) { // a wrong id is told before the others are decided
        if (auto known = review.conflict(id); !known)
            return failure(known.error());
    }
    for (const QString &id : arguments.words()) {
        if (auto done = review.resolve(id, answer); !done)
            return failure(done.error());
    }
    context.print(QJsonObject{{u"ok"_s, true}, {u"count"_s, int(arguments.words().size())}});
    context.line(cliText("Decided %1. The next sync carries it out.").arg(arguments.words().size()));
    return 0;
}

Result<int> linkDuplicate(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (auto done = core::Review(**session).link(arguments.word(0), arguments.word(1)); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("Linked. The next sync merges the two."));
    return 0;
}

} // namespace

std::vector<Command> reviewCommands()
{
    return {
        listing(u"conflicts list"_s, cliText("Lists the values that wait for a decision."), &core::Review::conflicts,
                {u"id"_s, u"entity"_s, u"field"_s, u"cause"_s, u"record"_s}),
        {u"conflicts show"_s,
         cliText("Shows all sides of a conflict."),
         {{}, {}, 1, 1, u"conflicts show ID"_s},
         showConflict},
        {u"conflicts resolve"_s,
         cliText("Decides conflicts."),
         {{u"--keep-apart"_s},
          {u"--take"_s, u"--value"_s},
          1,
          -1,
          u"conflicts resolve ID… --take hub|NAME|base | --value V | --keep-apart"_s},
         resolve},
        listing(u"deletes list"_s, cliText("Lists the deletes that wait for a release."), &core::Review::deletes,
                {u"id"_s, u"entity"_s, u"from"_s, u"permit"_s, u"edited_elsewhere"_s, u"record"_s}),
        acting(u"deletes release"_s, cliText("Lets deletes go on to the other CRMs."), u"deletes release ID…"_s,
               [](core::Review &r, const QString &id) { return r.releaseDelete(id); }),
        acting(u"deletes keep"_s, cliText("Keeps records that were deleted in a CRM."), u"deletes keep ID…"_s,
               [](core::Review &r, const QString &id) { return r.keepDeleted(id); }),
        listing(u"duplicates list"_s, cliText("Lists records that may be the same."), &core::Review::duplicates,
                {u"id"_s, u"entity"_s, u"integration"_s, u"remote_id"_s, u"reason"_s}),
        {u"duplicates link"_s,
         cliText("Says that a record of a CRM belongs to a record here."),
         {{}, {}, 2, 2, u"duplicates link ID RECORD"_s},
         linkDuplicate},
        acting(u"duplicates apart"_s, cliText("Says that records of a CRM are others."), u"duplicates apart ID…"_s,
               [](core::Review &r, const QString &id) { return r.apart(id); }),
        listing(u"held list"_s, cliText("Lists records that wait, with the reason."), &core::Review::held,
                {u"id"_s, u"entity"_s, u"integration"_s, u"remote_id"_s, u"reason"_s}),
        acting(u"held retry"_s, cliText("Has held records looked at again."), u"held retry ID…"_s,
               [](core::Review &r, const QString &id) { return r.retry(id); }),
    };
}

} // namespace syncline::cli
