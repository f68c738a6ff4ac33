#include "core/mapping/jsonreader.h"
#include "core/recipes/recipe.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Resources of a static library are not there by themselves; the macro does not work within a namespace.
static void initRecipeResources()
{
    Q_INIT_RESOURCE(recipefiles);
}

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Recipe)
};

const QString builtInFolder = u":/syncline/recipes/"_s;

auto wrong(const QString &place, const QString &what, const QString &remedy = {})
{
    return failure(ErrorKind::Usage, Text::tr("%1: %2").arg(place, what),
                   remedy.isEmpty() ? Text::tr("See docs/recipes.md.") : remedy);
}

Result<RecipeSetting> settingFrom(const QJsonObject &json, const QString &place)
{
    JsonReader reader(json, place);
    RecipeSetting setting;
    setting.key = reader.requiredText(u"key"_s);
    setting.label = reader.requiredText(u"label"_s);
    setting.type = reader.named(u"type"_s, fieldTypeFromName).value_or(FieldType::Text);
    setting.value = reader.requiredText(u"value"_s);
    return reader.finish().map([&] { return setting; });
}

Result<QList<Formula>> formulas(const QJsonArray &json, const QString &place)
{
    QList<Formula> list;
    for (qsizetype i = 0; i < json.size(); ++i) {
        auto formula = Formula::fromJson(json.at(i), u"%1[%2]"_s.arg(place).arg(i));
        if (!formula)
            return failure(formula.error());
        list << *formula;
    }
    return list;
}

/// [["first_name", formula], …]: a list, since the order counts.
Result<QList<std::pair<QString, Formula>>> settersFrom(const QJsonArray &json, const QString &place)
{
    QList<std::pair<QString, Formula>> set;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString here = u"%1[%2]"_s.arg(place).arg(i);
        const QJsonArray pair = json.at(i).toArray();
        if (pair.size() != 2 || !pair.at(0).isString())
            return wrong(here, Text::tr("a pair of a hub field and a formula is needed."));
        auto formula = Formula::fromJson(pair.at(1), here);
        if (!formula)
            return failure(formula.error());
        set.append({pair.at(0).toString(), *formula});
    }
    return set;
}

/// Fills `target`, or gives the error.
template<class T>
Result<void> take(Result<T> read, T &target)
{
    if (!read)
        return failure(read.error());
    target = std::move(*read);
    return {};
}

Formula formulaOr(const QJsonValue &json, const QString &place, Result<void> &done)
{
    if (json.isUndefined())
        return {};
    auto formula = Formula::fromJson(json, place);
    if (!formula && done)
        done = failure(formula.error());
    return formula.value_or(Formula());
}

Result<RecipeStep> stepFrom(const QJsonObject &json, const QString &place)
{
    JsonReader reader(json, place);
    RecipeStep step;
    step.name = reader.requiredText(u"name"_s);
    step.entity = reader.requiredText(u"entity"_s);
    step.match = reader.requiredText(u"match"_s);
    step.creates = reader.boolean(u"creates"_s, true);
    Result<void> done;
    step.key = formulaOr(reader.required(u"key"_s), place + u".key"_s, done);
    step.after = formulaOr(reader.value(u"after"_s), place + u".after"_s, done);
    done =
        done.and_then([&] { return take(settersFrom(reader.array(u"set"_s), place + u".set"_s), step.set); })
            .and_then([&] { return take(formulas(reader.array(u"add_tags"_s), place + u".add_tags"_s), step.addTags); })
            .and_then([&] {
                return take(formulas(reader.array(u"remove_tags"_s), place + u".remove_tags"_s), step.removeTags);
            })
            .and_then([&] { return take(Condition::fromJson(reader.value(u"when"_s), place + u".when"_s), step.when); })
            .and_then([&] { return reader.finish(); });
    return done.map([&] { return step; });
}

Result<QList<EventField>> eventFields(const QJsonObject &json, const QString &place)
{
    QList<EventField> fields;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto type = fieldTypeFromName(it->toString());
        if (!type)
            return wrong(place, Text::tr("%1 has the unknown type \"%2\".").arg(it.key(), it->toString()));
        const bool optional = it.key().endsWith(u'?');
        fields.append({optional ? it.key().chopped(1) : it.key(), *type, !optional});
    }
    return fields;
}

Result<RecipeEvent> eventFrom(const QString &kind, const QJsonObject &json, const QString &place)
{
    JsonReader reader(json, place);
    RecipeEvent event;
    event.kind = kind;
    event.label = reader.requiredText(u"label"_s);
    event.example = reader.object(u"example"_s);
    auto done = take(eventFields(reader.object(u"fields"_s), place + u".fields"_s), event.fields);
    const QJsonArray steps = reader.array(u"steps"_s);
    for (qsizetype i = 0; done && i < steps.size(); ++i) {
        auto step = stepFrom(steps.at(i).toObject(), u"%1.steps[%2]"_s.arg(place).arg(i));
        if (!step)
            return failure(step.error());
        event.steps << *step;
    }
    return done.and_then([&] { return reader.finish(); }).map([&] { return event; });
}

/// References of a step name settings and earlier steps that there are.
Result<void> checkReferences(const Recipe &recipe, const RecipeStep &step, const QStringList &known,
                             const QString &place)
{
    QStringList references = step.key.references() + step.when.references() + step.after.references();
    for (const auto &[field, formula] : step.set)
        references += formula.references();
    for (const Formula &tag : step.addTags + step.removeTags)
        references += tag.references();
    for (const QString &reference : std::as_const(references)) {
        const QString source = reference.section(u'.', 0, 0), rest = reference.section(u'.', 1);
        if (source == "settings"_L1) {
            if (std::ranges::find(recipe.settings, rest, &RecipeSetting::key) == recipe.settings.end())
                return wrong(place, Text::tr("there is no setting \"%1\".").arg(rest));
        } else if (!known.contains(source)) {
            return wrong(place, Text::tr("nothing before this step is called \"%1\".").arg(source));
        }
    }
    return {};
}

Result<void> checkStep(const HubSchema &schema, const RecipeStep &step, const QString &place)
{
    if (!schema.entity(step.entity))
        return wrong(place, Text::tr("there is no entity \"%1\".").arg(step.entity));
    QStringList fields{step.match};
    for (const auto &[field, formula] : step.set)
        fields << field;
    if (!step.addTags.isEmpty() || !step.removeTags.isEmpty())
        fields << u"tags"_s;
    for (const QString &field : std::as_const(fields)) {
        if (!schema.field(step.entity, field))
            return wrong(place, Text::tr("%1 has no field \"%2\".").arg(step.entity, field),
                         Text::tr("Fields of the recipe's own stand under \"fields\"."));
    }
    return {};
}

Result<void> check(const Recipe &recipe)
{
    HubSchema schema = HubSchema::builtIn();
    if (auto added = schema.addOwnFromJson(recipe.ownFields); !added)
        return added;
    for (auto it = recipe.needs.begin(); it != recipe.needs.end(); ++it) {
        for (const QString &field : *it) {
            if (!schema.field(it.key(), field))
                return wrong(u"needs"_s, Text::tr("%1 has no field \"%2\".").arg(it.key(), field));
        }
    }
    for (const RecipeEvent &event : recipe.events) {
        QStringList known{u"event"_s, u"record"_s, u"now"_s};
        for (const RecipeStep &step : event.steps) {
            const QString place = u"events.%1, step %2"_s.arg(event.kind, step.name);
            auto fine = checkStep(schema, step, place).and_then([&] {
                return checkReferences(recipe, step, known, place);
            });
            if (!fine)
                return fine;
            known << step.name;
        }
    }
    return {};
}

} // namespace

Result<Recipe> Recipe::fromJson(const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonDocument file = QJsonDocument::fromJson(json, &parsed);
    if (!file.isObject())
        return failure(ErrorKind::Usage, Text::tr("The recipe is no JSON object: %1").arg(parsed.errorString()),
                       Text::tr("See docs/recipes.md."));
    JsonReader reader(file.object(), u"recipe"_s);
    Recipe recipe;
    recipe.document = json;
    if (reader.required(u"syncline_recipe"_s).toInt() != 1)
        reader.fail(Text::tr("This is no recipe of a kind that is known here: \"syncline_recipe\" is not 1."));
    recipe.name = reader.requiredText(u"name"_s);
    recipe.title = reader.requiredText(u"title"_s);
    recipe.description = reader.requiredText(u"description"_s);
    recipe.ownFields = reader.array(u"fields"_s);
    const QJsonObject needs = reader.object(u"needs"_s);
    for (auto it = needs.begin(); it != needs.end(); ++it) {
        for (const QJsonValue &field : it->toArray())
            recipe.needs[it.key()] << field.toString();
    }
    const QJsonArray settings = reader.array(u"settings"_s);
    for (qsizetype i = 0; i < settings.size(); ++i) {
        auto setting = settingFrom(settings.at(i).toObject(), u"settings[%1]"_s.arg(i));
        if (!setting)
            return failure(setting.error());
        recipe.settings << *setting;
    }
    const QJsonObject events = reader.object(u"events"_s);
    for (auto it = events.begin(); it != events.end(); ++it) {
        auto event = eventFrom(it.key(), it->toObject(), u"events."_s + it.key());
        if (!event)
            return failure(event.error());
        recipe.events << *event;
    }
    return reader.finish().and_then([&] { return check(recipe); }).map([&] { return recipe; });
}

QStringList Recipe::builtInNames()
{
    return {u"badge-maker"_s, u"revivatech"_s};
}

Result<Recipe> Recipe::builtIn(const QString &name)
{
    initRecipeResources();
    QFile file(builtInFolder + name + u".json"_s);
    if (!builtInNames().contains(name) || !file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::Usage, Text::tr("There is no recipe named %1.").arg(name),
            Text::tr("Recipes are: %1. A file of your own is named by its path.").arg(builtInNames().join(u", "_s)));
    return fromJson(file.readAll());
}

} // namespace syncline::core
