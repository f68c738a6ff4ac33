#include "cli/command.h"

#include "core/services/ownfields.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const core::OwnFields::Row &row : core::OwnFields(**session).list()) {
        QJsonArray options;
        for (const core::HubOption &option : row.field.options)
            options.append(QJsonObject{{u"value"_s, option.value}, {u"label"_s, option.label}});
        const QString type = fieldTypeName(row.field.type);
        json.append(QJsonObject{{u"entity"_s, row.entity},
                                {u"key"_s, row.field.key},
                                {u"label"_s, row.field.label},
                                {u"type"_s, type},
                                {u"ref"_s, row.field.refEntity},
                                {u"options"_s, options}});
        rows << QStringList{row.entity, row.field.key, row.field.label, type};
    }
    context.print(json);
    if (rows.isEmpty())
        context.line(cliText("This workspace has only the built-in fields."));
    else
        context.table({cliText("entity"), cliText("key"), cliText("label"), cliText("type")}, rows);
    return 0;
}

Result<int> add(Context &context, const Arguments &arguments)
{
    core::HubFieldDef field;
    field.key = arguments.word(1);
    field.label = arguments.value(u"--label"_s);
    field.refEntity = arguments.value(u"--ref"_s);
    const QString typeName = arguments.value(u"--type"_s, u"text"_s);
    const auto type = fieldTypeFromName(typeName);
    if (!type)
        return failure(ErrorKind::Usage, cliText("There is no type named %1.").arg(typeName),
                       cliText("Types are: text, long_text, integer, decimal, boolean, date, date_time, enumeration, "
                               "set, list, email, phone, url, ref, refs, consent."));
    field.type = *type;
    for (const QString &option : arguments.all(u"--option"_s))
        field.options.append({option, option});
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (auto done = core::OwnFields(**session).add(arguments.word(0), field); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}, {u"entity"_s, arguments.word(0)}, {u"key"_s, field.key}});
    context.line(cliText("%1 has a field %2 now. Map it to make use of it.").arg(arguments.word(0), field.key));
    return 0;
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (auto done = core::OwnFields(**session).remove(arguments.word(0), arguments.word(1)); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("%1 has no field %2 any more.").arg(arguments.word(0), arguments.word(1)));
    return 0;
}

} // namespace

std::vector<Command> fieldCommands()
{
    return {{u"field list"_s,
             cliText("The fields that this workspace has beside the built-in ones."),
             {{}, {}, 0, 0, u"field list"_s},
             list},
            {u"field add"_s,
             cliText("Gives an entity a field of your own; its key starts with x_."),
             {{},
              {u"--label"_s, u"--type"_s, u"--option"_s, u"--ref"_s},
              2,
              2,
              u"field add ENTITY KEY [--label TEXT] [--type TYPE] [--option VALUE]… [--ref ENTITY]"_s},
             add},
            {u"field remove"_s,
             cliText("Takes a field of your own away that nothing uses."),
             {{}, {}, 2, 2, u"field remove ENTITY KEY"_s},
             remove}};
}

} // namespace syncline::cli
