#include "cli/command.h"
#include "cli/recordjson.h"

#include "core/services/records.h"
#include "core/services/unmerge.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

constexpr int pageSize = 500;

/// All pages of an entity, one after the other.
Result<QJsonArray> allRecords(core::Records &records, const QString &entity)
{
    QJsonArray all;
    QString after;
    for (;;) {
        const auto page = records.list(entity, after, pageSize);
        if (!page)
            return failure(page.error());
        for (const core::RecordSummary &record : *page)
            all.append(toJson(record));
        if (page->size() < pageSize)
            return all;
        after = page->last().id;
    }
}

Result<int> list(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Records records(**session);
    const auto all = allRecords(records, arguments.word(0));
    if (!all)
        return failure(all.error());
    context.print(*all);
    QList<QStringList> rows;
    for (const QJsonValue &record : *all) {
        const QJsonValue fields = record["fields"_L1];
        const QString name = fields["name"_L1].isString()
            ? fields["name"_L1].toString()
            : fields["first_name"_L1].toString() + u' ' + fields["last_name"_L1].toString();
        rows << QStringList{record["id"_L1].toString(), name, fields["email"_L1].toString(),
                            QString::number(record["links"_L1].toArray().size())};
    }
    context.table({cliText("id"), cliText("name"), cliText("e-mail"), cliText("links")}, rows);
    return 0;
}

Result<int> show(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto record = core::Records(**session).show(arguments.word(0));
    if (!record)
        return failure(record.error());
    const QJsonObject json = toJson(*record);
    context.print(json);
    const QJsonObject fields = json.value("fields"_L1).toObject();
    QList<QStringList> rows;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        rows << QStringList{it.key(), cell(*it)};
    context.table({cliText("field"), cliText("value")}, rows);
    for (const core::RecordLink &link : record->links)
        context.line(u"%1 %2 %3"_s.arg(link.integration, link.entity, link.remoteId));
    return 0;
}

Result<int> create(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto id = Arguments::pairs(arguments.words(1)).and_then([&](const auto &pairs) {
        return core::Records(**session).create(arguments.word(0), pairs);
    });
    if (!id)
        return failure(id.error());
    context.print(QJsonObject{{u"id"_s, *id}});
    context.line(cliText("Made %1. The next sync creates it in the CRMs.").arg(*id));
    return 0;
}

Result<int> set(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    auto done = Arguments::pairs(arguments.words(1)).and_then([&](const auto &pairs) {
        return core::Records(**session).set(arguments.word(0), pairs);
    });
    if (!done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("Changed. The next sync carries it to the CRMs."));
    return 0;
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (auto done = core::Records(**session).remove(arguments.word(0)); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("The delete is asked for; the next sync carries it out."));
    return 0;
}

Result<int> unmerge(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto made = core::unmerge(**session, arguments.word(0));
    if (!made)
        return failure(made.error());
    context.print(QJsonObject{{u"ok"_s, true}, {u"records"_s, QJsonArray::fromStringList(*made)}});
    for (const QString &id : *made)
        context.line(cliText("Made %1 of it. Nothing changed in the CRMs.").arg(id));
    if (made->isEmpty())
        context.line(cliText("The next sync may create it where it was merged away."));
    return 0;
}

Result<int> syncRecords(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::SyncOptions options;
    options.records = arguments.words();
    options.dryRun = arguments.has(u"--dry-run"_s);
    return runSync(context, **session, options);
}

QByteArray csvCell(const QString &text)
{
    QString safe = text;
    // A spreadsheet would run a cell that begins like a formula. Phone numbers and amounts have no letter, bracket of a
    // call or sign that could do harm, and stay as they are.
    static const QRegularExpression harmless(u"^[+-]\\d[\\d .,/-]*$"_s);
    if (!safe.isEmpty() && u"=+-@\t\r"_s.contains(safe.front()) && !harmless.match(safe).hasMatch())
        safe.prepend(u'\'');
    if (safe.contains(u'"') || safe.contains(u',') || safe.contains(u'\n') || safe.contains(u'\r'))
        safe = u'"' + safe.replace(u"\""_s, u"\"\""_s) + u'"';
    return safe.toUtf8();
}

Result<int> exportRecords(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Records records(**session);
    const auto all = allRecords(records, arguments.word(0));
    if (!all)
        return failure(all.error());
    QSaveFile file(arguments.word(1));
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Usage, cliText("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()),
                       cliText("Choose another file, in a folder that you may write to."));
    QStringList columns;
    for (const auto &field : (*session)->schema().entity(arguments.word(0))->fields)
        columns << field.key;
    QByteArray head = "id";
    for (const QString &column : columns)
        head += ',' + csvCell(column);
    file.write(head + "\r\n");
    for (const QJsonValue &record : *all) {
        QByteArray row = csvCell(record["id"_L1].toString());
        for (const QString &column : columns)
            row += ',' + csvCell(cell(record["fields"_L1][column]));
        file.write(row + "\r\n");
    }
    if (!file.commit())
        return failure(ErrorKind::Storage,
                       cliText("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()),
                       cliText("Free some space, then try again."));
    context.print(QJsonObject{{u"ok"_s, true}, {u"count"_s, all->size()}});
    context.line(cliText("Wrote %1 records.").arg(all->size()));
    return 0;
}

Result<int> why(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto answer = core::Records(**session).why(arguments.word(0), arguments.word(1), arguments.word(2));
    if (!answer)
        return failure(answer.error());
    context.print(toJson(*answer));
    context.line(answer->sentence);
    for (const core::RecordStep &step : answer->history)
        context.line(
            u"  %1 %2 (%3): %4"_s.arg(step.system, step.operation.kind, step.operation.outcome, step.operation.reason));
    return 0;
}

} // namespace

std::vector<Command> recordCommands()
{
    return {
        {u"records list"_s, cliText("Lists the records here."), {{}, {}, 1, 1, u"records list ENTITY"_s}, list},
        {u"records show"_s,
         cliText("Shows a record with its values in each CRM."),
         {{}, {}, 1, 1, u"records show ID"_s},
         show},
        {u"records create"_s,
         cliText("Makes a record here; the next sync creates it in the CRMs."),
         {{}, {}, 2, -1, u"records create ENTITY FIELD=VALUE…"_s},
         create},
        {u"records set"_s, cliText("Changes a record here."), {{}, {}, 2, -1, u"records set ID FIELD=VALUE…"_s}, set},
        {u"records delete"_s,
         cliText("Asks for a record to be deleted everywhere."),
         {{}, {}, 1, 1, u"records delete ID"_s},
         remove},
        {u"records sync"_s,
         cliText("Brings some records into step now, and only these."),
         {{u"--dry-run"_s}, {}, 1, -1, u"records sync ID… [--dry-run]"_s},
         syncRecords},
        {u"records unmerge"_s,
         cliText("Takes a record apart that stands for several."),
         {{}, {}, 1, 1, u"records unmerge ID"_s},
         unmerge},
        {u"records export"_s,
         cliText("Writes the records to a CSV file."),
         {{}, {}, 2, 2, u"records export ENTITY FILE"_s},
         exportRecords},
        {u"why"_s, cliText("Says where a value comes from."), {{}, {}, 3, 3, u"why ENTITY ID FIELD"_s}, why},
    };
}

} // namespace syncline::cli
