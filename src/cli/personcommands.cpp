#include "cli/command.h"

#include "core/services/outputfile.h"
#include "core/services/people.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

Result<core::PersonFile> found(Context &context, const QString &sought)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    return core::People(**session).find(sought, context.surroundings().stop);
}

void sayUnasked(Context &context, const QStringList &sentences)
{
    for (const QString &sentence : sentences)
        context.note(cliText("Not asked: %1").arg(sentence));
}

Result<int> exportPerson(Context &context, const Arguments &arguments)
{
    const auto file = found(context, arguments.word(0));
    if (!file)
        return failure(file.error());
    auto session = context.session();
    const auto document = core::People(**session).exported(*file);
    if (!document)
        return failure(document.error());
    core::OutputFile output(arguments.word(1), core::OutputFile::Readers::Owner);
    auto done = output.open().and_then([&] { return output.write(*document); }).and_then([&] {
        return output.commit();
    });
    if (!done)
        return failure(done.error());
    const auto here = file->people.size() + file->activities.size();
    context.print(QJsonObject{{u"ok"_s, true},
                              {u"workspace"_s, here},
                              {u"crms"_s, file->records.size()},
                              {u"not_asked"_s, QJsonArray::fromStringList(file->unasked)}});
    context.line(cliText("Wrote %1 records of the workspace and %2 of the CRMs.").arg(here).arg(file->records.size()));
    sayUnasked(context, file->unasked);
    return file->unasked.isEmpty() ? 0 : 1;
}

QJsonObject toJson(const core::PersonRecord &record)
{
    return {{u"integration"_s, record.system},
            {u"entity"_s, record.key.remoteEntity},
            {u"remote_id"_s, record.key.remoteId}};
}

/// What would go, before anything does.
Result<int> listPerson(Context &context, const core::PersonFile &file)
{
    QJsonArray records, here;
    QList<QStringList> rows;
    for (const core::HubRow &hub : file.people + file.activities) {
        here.append(QJsonObject{{u"entity"_s, hub.entity}, {u"id"_s, hub.id}});
        rows << QStringList{cliText("the workspace"), hub.entity, hub.id};
    }
    for (const core::PersonRecord &record : file.records) {
        records.append(toJson(record));
        rows << QStringList{record.system, record.key.remoteEntity, record.key.remoteId};
    }
    context.print(QJsonObject{
        {u"workspace"_s, here}, {u"crms"_s, records}, {u"not_asked"_s, QJsonArray::fromStringList(file.unasked)}});
    context.table({cliText("where"), cliText("entity"), cliText("id")}, rows);
    sayUnasked(context, file.unasked);
    return 0;
}

Result<int> showErasure(Context &context, const core::Erasure &erasure)
{
    QJsonArray records;
    QList<QStringList> rows;
    for (const core::Erasure::Place &place : erasure.places) {
        QJsonObject json = toJson(place.record);
        json.insert(u"gone"_s, place.isGone);
        json.insert(u"problem"_s, place.problem);
        records.append(json);
        rows << QStringList{place.record.system, place.record.key.remoteEntity, place.record.key.remoteId,
                            place.isGone ? cliText("gone") : place.problem};
    }
    context.print(QJsonObject{{u"erased"_s, erasure.isComplete()},
                              {u"workspace"_s, erasure.people + erasure.activities},
                              {u"crms"_s, records},
                              {u"not_asked"_s, QJsonArray::fromStringList(erasure.unasked)}});
    context.table({cliText("where"), cliText("entity"), cliText("id"), cliText("now")}, rows);
    context.line(cliText("Nothing of this person is left in the workspace."));
    if (!erasure.isComplete())
        context.note(cliText("Something is left in a CRM. Mend what is named, then erase the address once more."));
    sayUnasked(context, erasure.unasked);
    return erasure.isComplete() ? 0 : 1;
}

Result<int> erase(Context &context, const Arguments &arguments)
{
    const auto file = found(context, arguments.word(0));
    if (!file)
        return failure(file.error());
    if (arguments.has(u"--dry-run"_s))
        return listPerson(context, *file);
    auto session = context.session();
    const auto erasure = core::People(**session).erase(*file, context.surroundings().stop);
    if (!erasure)
        return failure(erasure.error());
    return showErasure(context, *erasure);
}

} // namespace

std::vector<Command> personCommands()
{
    return {
        {u"person export"_s,
         cliText("Writes everything that is known of a person to a file."),
         {{}, {}, 2, 2, u"person export EMAIL FILE"_s},
         exportPerson},
        {u"person erase"_s,
         cliText("Deletes a person in the CRMs and forgets every value here; --dry-run lists what would go."),
         {{u"--dry-run"_s}, {}, 1, 1, u"person erase EMAIL [--dry-run]"_s},
         erase},
    };
}

} // namespace syncline::cli
