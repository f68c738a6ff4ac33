#include "cli/command.h"

#include "core/services/integrations.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

Result<core::MappingFile> readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, cliText("The file %1 cannot be read: %2.").arg(name, file.errorString()),
                       cliText("Check its name and rights."));
    return core::mappingFileFromJson(file.readAll()).map_error([&](Error error) {
        error.message = cliText("%1: %2").arg(name, error.message);
        if (error.remedy.isEmpty())
            error.remedy = cliText("Correct the file; what it may hold stands in docs/mapping-file.md.");
        return error;
    });
}

void show(Context &context, const core::MappingFile &file)
{
    for (const core::EntityMapping &entity : file.entities) {
        context.line(u"%1 ↔ %2"_s.arg(entity.hub, entity.remote));
        QList<QStringList> rows;
        for (const core::FieldMapping &field : entity.fields)
            rows << QStringList{field.hub, core::directionName(field.direction), field.remote};
        context.table({cliText("here"), cliText("direction"), file.integration}, rows);
    }
}

Result<int> suggest(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Integrations integrations(**session);
    const auto file = integrations.suggest(arguments.word(0), context.surroundings().stop);
    if (!file)
        return failure(file.error());
    if (arguments.has(u"--apply"_s)) {
        const auto warnings = integrations.apply(*file, context.surroundings().stop);
        if (!warnings)
            return failure(warnings.error());
        for (const QString &warning : *warnings)
            context.note(warning);
    }
    context.print(core::toJson(*file));
    show(context, *file);
    context.line(arguments.has(u"--apply"_s) ? cliText("Applied.")
                                             : cliText("Nothing was applied; do so with --apply."));
    return 0;
}

Result<int> exportMapping(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto file = core::Integrations(**session).mappingOf(arguments.word(0));
    if (!file)
        return failure(file.error());
    context.surroundings().output.write(core::mappingFileToBytes(*file));
    return 0;
}

Result<int> importMapping(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto file = readFile(arguments.word(0));
    if (!file)
        return failure(file.error());
    const auto warnings = core::Integrations(**session).apply(*file, context.surroundings().stop);
    if (!warnings)
        return failure(warnings.error());
    context.print(QJsonObject{{u"ok"_s, true}, {u"warnings"_s, QJsonArray::fromStringList(*warnings)}});
    for (const QString &warning : *warnings)
        context.note(warning);
    context.line(cliText("The mapping of %1 was replaced.").arg(file->integration));
    return 0;
}

Result<int> check(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto file = readFile(arguments.word(0));
    if (!file)
        return failure(file.error());
    const auto issues = core::Integrations(**session).check(*file, context.surroundings().stop);
    if (!issues)
        return failure(issues.error());
    context.print(*issues);
    bool problems = false;
    for (const QJsonValue &issue : *issues) {
        problems = problems || issue["severity"_L1].toString() == "problem"_L1;
        context.line(issue["place"_L1].toString() + u": "_s + issue["message"_L1].toString());
        context.line(u"    "_s + issue["remedy"_L1].toString());
    }
    if (issues->isEmpty())
        context.line(cliText("The mapping is in order."));
    return problems ? 2 : 0;
}

Result<int> createField(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const QString name = arguments.word(0), entity = arguments.word(1), field = arguments.word(2);
    const auto made = core::Integrations(**session).createField(name, entity, field, context.surroundings().stop);
    if (!made)
        return failure(made.error());
    context.print(
        QJsonObject{{u"name"_s, made->name}, {u"label"_s, made->label}, {u"type"_s, fieldTypeName(made->type)}});
    context.line(cliText("%1 of %2 have the field %3 now.").arg(entity, name, made->name));
    return 0;
}

} // namespace

std::vector<Command> mappingCommands()
{
    return {
        {u"map suggest"_s,
         cliText("Suggests pairs of fields; nothing is applied unseen."),
         {{u"--apply"_s}, {}, 1, 1, u"map suggest N [--apply]"_s},
         suggest},
        {u"map export"_s, cliText("Prints the mapping as a file."), {{}, {}, 1, 1, u"map export N"_s}, exportMapping},
        {u"map import"_s,
         cliText("Replaces the mapping by a file, as a whole or not at all."),
         {{}, {}, 1, 1, u"map import FILE"_s},
         importMapping},
        {u"map create-field"_s,
         cliText("Makes a field for one of the hub's in the CRM, and maps the two; FIELD syncline_id: for the token of "
                 "creates."),
         {{}, {}, 3, 3, u"map create-field N REMOTE_ENTITY FIELD"_s},
         createField},
        {u"map check"_s,
         cliText("Says what is wrong with a mapping file."),
         {{}, {}, 1, 1, u"map check FILE"_s},
         check},
    };
}

} // namespace syncline::cli
