#include "cli/command.h"

#include "core/automation/eventsources.h"
#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

using core::EventSourceRow;
using core::EventSources;

QJsonValue timeOrNull(const std::optional<qint64> &time)
{
    return time ? QJsonValue(core::isoTime(*time)) : QJsonValue();
}

QJsonObject toJson(const EventSourceRow &row)
{
    return {{u"name"_s, row.name},
            {u"kinds"_s, QJsonArray::fromStringList(row.kinds)},
            {u"made_at"_s, core::isoTime(row.madeAt)},
            {u"events"_s, row.events},
            {u"refused"_s, row.refused},
            {u"last_at"_s, timeOrNull(row.lastAt)},
            {u"last_refused_at"_s, timeOrNull(row.lastRefusedAt)},
            {u"last_refusal"_s, row.lastRefusal}};
}

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto sources = EventSources(**session).list();
    if (!sources)
        return failure(sources.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const EventSourceRow &row : *sources) {
        json.append(toJson(row));
        rows << QStringList{row.name,
                            row.kinds.isEmpty() ? cliText("all") : row.kinds.join(u", "_s),
                            QString::number(row.events),
                            row.lastAt ? core::isoTime(*row.lastAt) : QString(),
                            QString::number(row.refused),
                            row.lastRefusal};
    }
    context.print(json);
    context.table({cliText("source"), cliText("events"), cliText("received"), cliText("last"), cliText("refused"),
                   cliText("problem")},
                  rows);
    return 0;
}

Result<int> tellToken(Context &context, const QString &name, const Result<QByteArray> &token)
{
    if (!token)
        return failure(token.error());
    context.print(QJsonObject{{u"name"_s, name}, {u"token"_s, QString::fromLatin1(*token)}});
    context.line(QString::fromLatin1(*token));
    context.note(cliText("Enter it in %1 now: it is not shown again.").arg(name));
    return 0;
}

Result<int> add(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const QString name = arguments.word(0);
    return tellToken(context, name, EventSources(**session).add(name, arguments.all(u"--kind"_s)));
}

Result<int> renew(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    return tellToken(context, arguments.word(0), EventSources(**session).renew(arguments.word(0)));
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const QString name = arguments.word(0);
    if (auto done = EventSources(**session).remove(name); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("What %1 sends is refused from now on.").arg(name));
    return 0;
}

} // namespace

std::vector<Command> eventSourceCommands()
{
    return {{u"event sources"_s,
             cliText("The programs that may send business events to serve."),
             {{}, {}, 0, 0, u"event sources"_s},
             list},
            {u"event add-source"_s,
             cliText("Lets a program send business events, with a token of its own, which is shown once."),
             {{}, {u"--kind"_s}, 1, 1, u"event add-source NAME [--kind KIND]…"_s},
             add},
            {u"event new-token"_s,
             cliText("A new token for a program that sends events; the one before is void."),
             {{}, {}, 1, 1, u"event new-token NAME"_s},
             renew},
            {u"event remove-source"_s,
             cliText("Refuses what this program sends from now on."),
             {{}, {}, 1, 1, u"event remove-source NAME"_s},
             remove}};
}

} // namespace syncline::cli
