#include "cli/command.h"

#include "core/engine/reports.h"
#include "core/recipes/recipes.h"
#include "core/recipes/recipesetup.h"
#include "core/recipes/recipesync.h"
#include "foundation/ids.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

/// By its name, or by the path of a file.
Result<core::Recipe> recipeNamed(const QString &name)
{
    if (core::Recipe::builtInNames().contains(name) || !QFile::exists(name))
        return core::Recipe::builtIn(name);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, cliText("%1 cannot be read: %2").arg(name, file.errorString()));
    return core::Recipe::fromJson(file.readAll());
}

Result<int> list(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto applied = core::Recipes(**session).applied();
    if (!applied)
        return failure(applied.error());
    QJsonArray json;
    QList<QStringList> rows;
    const auto add = [&](const core::Recipe &recipe, bool isApplied) {
        json.append(QJsonObject{{u"name"_s, recipe.name}, {u"title"_s, recipe.title}, {u"applied"_s, isApplied}});
        rows << QStringList{recipe.name, isApplied ? cliText("yes") : cliText("no"), recipe.title};
    };
    for (const core::RecipeRow &row : *applied) {
        const auto recipe = core::Recipe::fromJson(row.document);
        if (!recipe)
            return failure(recipe.error());
        add(*recipe, true);
    }
    for (const QString &name : core::Recipe::builtInNames()) {
        if (std::ranges::find(*applied, name, &core::RecipeRow::name) != applied->end())
            continue;
        const auto recipe = core::Recipe::builtIn(name);
        if (!recipe)
            return failure(recipe.error());
        add(*recipe, false);
    }
    context.print(json);
    context.table({cliText("name"), cliText("applied"), cliText("title")}, rows);
    return 0;
}

Result<int> show(Context &context, const Arguments &arguments)
{
    const auto recipe = recipeNamed(arguments.word(0));
    if (!recipe)
        return failure(recipe.error());
    context.print(QJsonDocument::fromJson(recipe->document).object());
    context.line(recipe->title);
    context.line(recipe->description);
    context.line();
    QList<QStringList> settings;
    for (const core::RecipeSetting &setting : recipe->settings)
        settings << QStringList{setting.key, setting.value, setting.label};
    context.table({cliText("setting"), cliText("value"), cliText("meaning")}, settings);
    for (const core::RecipeEvent &event : recipe->events) {
        context.line();
        context.line(u"%1: %2"_s.arg(event.kind, event.label));
        context.line(QString::fromUtf8(QJsonDocument(event.example).toJson(QJsonDocument::Indented)).trimmed());
    }
    return 0;
}

QJsonArray toJson(const QList<core::RecipeSetup::Line> &lines)
{
    QJsonArray json;
    for (const core::RecipeSetup::Line &line : lines)
        json.append(QJsonObject{{u"integration"_s, line.integration},
                                {u"entity"_s, line.entity},
                                {u"hub"_s, line.hub},
                                {u"remote"_s, line.remote}});
    return json;
}

void showSetup(Context &context, const core::RecipeSetup &setup, bool dryRun)
{
    for (const QString &field : setup.fields)
        context.line(dryRun ? cliText("Would add the field %1.").arg(field)
                            : cliText("Added the field %1.").arg(field));
    for (const core::RecipeSetup::Line &line : setup.lines)
        context.line((dryRun ? cliText("Would map %1: %2 and %3.") : cliText("Mapped %1: %2 and %3."))
                         .arg(line.integration, line.hub, line.remote));
    for (const core::RecipeSetup::Line &line : setup.missing)
        context.line(cliText("%1 has no field for %2. Make one with: syncline-cli map create-field %1 ENTITY %2")
                         .arg(line.integration, line.hub));
    for (const QString &unasked : setup.unasked)
        context.note(cliText("Not asked: %1").arg(unasked));
}

Result<int> apply(Context &context, const Arguments &arguments)
{
    const auto recipe = recipeNamed(arguments.word(0));
    const auto settings = Arguments::pairs(arguments.all(u"--set"_s));
    if (!recipe || !settings)
        return failure(recipe ? settings.error() : recipe.error());
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const bool dryRun = arguments.has(u"--dry-run"_s);
    const auto setup = core::setUp(**session, *recipe, *settings, dryRun, context.surroundings().stop);
    if (!setup)
        return failure(setup.error());
    context.print(QJsonObject{{u"recipe"_s, recipe->name},
                              {u"dry_run"_s, dryRun},
                              {u"fields"_s, QJsonArray::fromStringList(setup->fields)},
                              {u"mapped"_s, toJson(setup->lines)},
                              {u"missing"_s, toJson(setup->missing)},
                              {u"not_asked"_s, QJsonArray::fromStringList(setup->unasked)}});
    showSetup(context, *setup, dryRun);
    context.line(dryRun ? cliText("Nothing was changed.") : cliText("%1 is applied.").arg(recipe->title));
    return 0;
}

Result<int> remove(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    if (auto done = core::takeDown(**session, arguments.word(0)); !done)
        return failure(done.error());
    context.print(QJsonObject{{u"ok"_s, true}});
    context.line(cliText("Its events are refused from now on; fields, mappings and records stay."));
    return 0;
}

Result<QByteArray> bodyOf(Context &context, const QString &name)
{
    if (name.isEmpty() || name == "-"_L1)
        return context.surroundings().input.readAll();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, cliText("%1 cannot be read: %2").arg(name, file.errorString()));
    return file.readAll();
}

QJsonArray placesOf(const core::CarriedToCrms &carried)
{
    QJsonArray places;
    for (const core::CarriedToCrms::Place &place : carried.places)
        places.append(QJsonObject{{u"integration"_s, place.integration},
                                  {u"entity"_s, place.entity},
                                  {u"record"_s, place.record},
                                  {u"kind"_s, place.kind},
                                  {u"outcome"_s, place.outcome}});
    return places;
}

Result<int> send(Context &context, const Arguments &arguments)
{
    const auto body = bodyOf(context, arguments.word(1));
    auto session = context.session();
    if (!body || !session)
        return failure(body ? session.error() : body.error());
    const Clock &clock = (*session)->clock();
    const QString id = arguments.value(u"--id"_s, newUuid7(clock.now(), randomBytes(10)));
    const auto done = core::Recipes(**session).carryOut({u"command line/"_s + id, arguments.word(0), *body});
    if (!done)
        return failure(done.error());
    const auto carried = core::carryToCrms(**session, arguments.has(u"--no-sync"_s) ? QStringList() : done->records,
                                           u"event "_s + arguments.word(0), context.surroundings().stop);
    if (!carried)
        return failure(carried.error());
    context.print(QJsonObject{{u"event"_s, id},
                              {u"was_before"_s, done->wasBefore},
                              {u"records"_s, QJsonArray::fromStringList(done->records)},
                              {u"made"_s, QJsonArray::fromStringList(done->made)},
                              {u"follow_ups"_s, done->followUps},
                              {u"run"_s, carried->run},
                              {u"status"_s, carried->status},
                              {u"crms"_s, placesOf(*carried)}});
    if (done->wasBefore)
        context.line(cliText("This event was carried out before."));
    context.line(cliText("Records made: %1, changed: %2; steps that wait for their time: %3.")
                     .arg(done->made.size())
                     .arg(done->records.size() - done->made.size())
                     .arg(done->followUps));
    for (const core::CarriedToCrms::Place &place : carried->places)
        context.line(u"  %1: %2 %3: %4"_s.arg(place.integration, place.kind, place.entity, place.outcome));
    if (carried->worst)
        return exitCodeOf(carried->worst->kind);
    return core::Reports::failed(carried->report) > 0 ? 1 : 0;
}

Result<int> followUps(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    core::Recipes recipes(**session);
    QStringList records;
    if (arguments.has(u"--run-due"_s)) {
        const auto done = recipes.carryOutDue();
        if (!done)
            return failure(done.error());
        for (const core::FollowedUp &followed : *done)
            records += followed.records;
    }
    const auto carried = core::carryToCrms(**session, records, u"follow-up"_s, context.surroundings().stop);
    const auto open = recipes.followUps();
    if (!carried || !open)
        return failure(carried ? open.error() : carried.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const core::FollowUpRow &row : *open) {
        json.append(QJsonObject{{u"due_at"_s, core::isoTime(row.dueAt)},
                                {u"recipe"_s, row.recipe},
                                {u"event"_s, row.kind},
                                {u"step"_s, row.step},
                                {u"state"_s, row.state},
                                {u"problem"_s, row.problem}});
        rows << QStringList{core::isoTime(row.dueAt), row.kind, row.step, row.state, row.problem};
    }
    context.print(QJsonObject{{u"carried_out"_s, QJsonArray::fromStringList(records)},
                              {u"crms"_s, placesOf(*carried)},
                              {u"follow_ups"_s, json}});
    context.table({cliText("due"), cliText("event"), cliText("step"), cliText("state"), cliText("problem")}, rows);
    return 0;
}

} // namespace

std::vector<Command> recipeCommands()
{
    return {{u"recipe list"_s, cliText("Ready-made set-ups for a business."), {{}, {}, 0, 0, u"recipe list"_s}, list},
            {u"recipe show"_s,
             cliText("What a recipe sets up and which events it knows."),
             {{}, {}, 1, 1, u"recipe show NAME|FILE"_s},
             show},
            {u"recipe apply"_s,
             cliText("Adds a recipe's fields, mapping lines and events to the workspace."),
             {{u"--dry-run"_s}, {u"--set"_s}, 1, 1, u"recipe apply NAME|FILE [--set KEY=VALUE]… [--dry-run]"_s},
             apply},
            {u"recipe remove"_s,
             cliText("Takes a recipe's events away; what it set up stays."),
             {{}, {}, 1, 1, u"recipe remove NAME"_s},
             remove},
            {u"event send"_s,
             cliText("Carries out a business event, from a file or standard input, and brings its records into step."),
             {{u"--no-sync"_s}, {u"--id"_s}, 1, 2, u"event send KIND [FILE] [--id ID] [--no-sync]"_s},
             send},
            {u"event follow-ups"_s,
             cliText("Steps of events that wait for their time; --run-due carries out those whose time has come."),
             {{u"--run-due"_s}, {}, 0, 0, u"event follow-ups [--run-due]"_s},
             followUps}};
}

} // namespace syncline::cli
