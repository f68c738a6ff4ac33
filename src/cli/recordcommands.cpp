#include "cli/command.h"
#include "cli/recordjson.h"

#include "core/services/csvfile.h"
#include "core/services/records.h"
#include "core/services/unmerge.h"

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

Result<void> writeCsv(const QJsonArray &records, const QList<core::HubFieldDef> &fields, const QString &file)
{
    QStringList head{u"id"_s};
    for (const core::HubFieldDef &field : fields)
        head << field.key;
    core::CsvFile csv(file);
    auto done = csv.open().and_then([&] { return csv.add(head); });
    for (qsizetype row = 0; done && row < records.size(); ++row) {
        const QJsonValue record = records[row];
        QStringList cells{record["id"_L1].toString()};
        for (const QString &field : head.mid(1))
            cells << cell(record["fields"_L1][field]);
        done = csv.add(cells);
    }
    return done.and_then([&] { return csv.commit(); });
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
    const auto written = writeCsv(*all, (*session)->schema().entity(arguments.word(0))->fields, arguments.word(1));
    if (!written)
        return failure(written.error());
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
