#include "core/recipes/recipes.h"

#include "core/recipes/recipeevent.h"
#include "core/services/records.h"
#include "foundation/canonical.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Recipes)
};

QString isoUtc(std::chrono::milliseconds at)
{
    return QDateTime::fromMSecsSinceEpoch(at.count(), Qt::UTC).toString(Qt::ISODate);
}

QMap<QString, QString> textsOf(const QString &id, const QMap<QString, Value> &fields)
{
    QMap<QString, QString> texts{{u"id"_s, id}};
    for (auto it = fields.begin(); it != fields.end(); ++it)
        texts.insert(it.key(), it->isSet() ? it->members().join(u", "_s) : it->display());
    return texts;
}

/// Whoever sends events acts as itself in the audit.
class ActingAs
{
public:
    ActingAs(Session &session, const QString &name) : m_session(session), m_before(session.actor)
    {
        m_session.actor = {name, Role::Operator};
    }
    ~ActingAs() { m_session.actor = m_before; }
    ActingAs(const ActingAs &) = delete;
    ActingAs &operator=(const ActingAs &) = delete;

private:
    Session &m_session;
    Actor m_before;
};

} // namespace

/// One step: finds its record, computes the change, writes it.
class Recipes::Step
{
public:
    Step(Session &session, RecipeStore &store, const RecipeStep &step)
        : m_session(session)
        , m_store(store)
        , m_step(step)
    {
    }

    struct Done
    {
        QString record; ///< "": nothing was to be done
        bool isMade = false, isChanged = false;
    };

    Result<Done> carryOut(FormulaInput &input)
    {
        const auto key = m_step.key.value(input);
        if (!key)
            return failure(key.error());
        if (key->isEmpty())
            return Done{};
        auto found = find(*key);
        if (!found)
            return failure(found.error());
        input.steps[u"record"_s] = {};
        if (!found->isEmpty()) {
            if (auto shown = show(*found, u"record"_s, input); !shown)
                return failure(shown.error());
        }
        const auto holds = m_step.when.holds(input);
        if (!holds)
            return failure(holds.error());
        if (!*holds || (found->isEmpty() && !m_step.creates))
            return found->isEmpty() ? Result<Done>(Done{}) : keep(*found, input, {*found, false, false});
        return write(*key, *found, input);
    }

private:
    Result<Done> write(const QString &key, QString record, FormulaInput &input)
    {
        auto change = changeOf(m_step, input);
        if (!change)
            return failure(change.error());
        Records records(m_session);
        const bool isMade = record.isEmpty();
        if (isMade) {
            change->fields.insert(m_step.match, key);
            auto made = records.create(m_step.entity, change->fields);
            if (!made)
                return failure(made.error());
            record = *made;
        } else {
            dropEqual(change->fields, input.steps.value(u"record"_s));
            if (!change->fields.isEmpty()) {
                if (auto set = records.set(record, change->fields); !set)
                    return failure(set.error());
            }
        }
        const bool isChanged = isMade || !change->fields.isEmpty();
        return m_store.remember(m_step.entity, m_step.match, canonicalKey(key), record).and_then([&] {
            return keep(record, input, {record, isMade, isChanged});
        });
    }

    Result<Done> keep(const QString &record, FormulaInput &input, const Done &done)
    {
        return show(record, m_step.name, input).map([&] { return done; });
    }

    void dropEqual(QMap<QString, QString> &fields, const QMap<QString, QString> &before) const
    {
        for (auto it = fields.begin(); it != fields.end();) {
            const HubFieldDef *def = m_session.schema().field(m_step.entity, it.key());
            const auto parsed = Records(m_session).parse(m_step.entity, it.key(), *it);
            const QString shown = !parsed ? *it : parsed->isSet() ? parsed->members().join(u", "_s) : parsed->display();
            const bool isEqual = def && before.contains(it.key()) && before.value(it.key()) == shown;
            it = isEqual ? fields.erase(it) : std::next(it);
        }
    }

    QString canonicalKey(const QString &key) const
    {
        const HubFieldDef *def = m_session.schema().field(m_step.entity, m_step.match);
        return canonical(def ? def->type : FieldType::Text, Value::text(key)).value_or(key);
    }

    Result<bool> isLive(const QString &id)
    {
        const auto row = m_session.stores().records.hub(id);
        if (!row)
            return failure(row.error());
        return *row && (*row)->state == HubState::Live && (*row)->entity == m_step.entity;
    }

    /// By what a step meant before, else by the entity's match key.
    Result<QString> find(const QString &key)
    {
        const auto remembered = m_store.recordOf(m_step.entity, m_step.match, canonicalKey(key));
        if (!remembered)
            return failure(remembered.error());
        if (!remembered->isEmpty()) {
            const auto live = isLive(*remembered);
            if (!live || *live)
                return live ? Result<QString>(*remembered) : failure(live.error());
        }
        if (m_session.schema().matchKeyField(m_step.entity) != m_step.match)
            return QString();
        const auto hubs = m_session.stores().records.hubsByKey(m_step.entity, canonicalKey(key));
        if (!hubs)
            return failure(hubs.error());
        QStringList live;
        for (const QString &hub : *hubs) {
            const auto there = isLive(hub);
            if (!there)
                return failure(there.error());
            if (*there)
                live << hub;
        }
        if (live.size() > 1)
            return failure(ErrorKind::Conflict,
                           Text::tr("Several records of %1 have the %2 \"%3\".").arg(m_step.entity, m_step.match, key),
                           Text::tr("Decide about the duplicates in Review, then send the event again."));
        return live.value(0);
    }

    Result<void> show(const QString &id, const QString &name, FormulaInput &input)
    {
        const auto detail = Records(m_session).show(id);
        if (!detail)
            return failure(detail.error());
        input.steps.insert(name, textsOf(id, detail->fields));
        return {};
    }

    Session &m_session;
    RecipeStore &m_store;
    const RecipeStep &m_step;
};

Result<QList<RecipeRow>> Recipes::applied()
{
    return m_store.all();
}

Result<QList<FollowUpRow>> Recipes::followUps()
{
    return m_store.open();
}

Result<QStringList> Recipes::kinds()
{
    const auto rows = m_store.all();
    if (!rows)
        return failure(rows.error());
    QStringList kinds;
    for (const RecipeRow &row : *rows) {
        const auto recipe = Recipe::fromJson(row.document);
        if (!recipe)
            return failure(recipe.error());
        for (const RecipeEvent &event : recipe->events)
            kinds << event.kind;
    }
    kinds.removeDuplicates();
    return kinds;
}

Result<QList<std::pair<Recipe, RecipeRow>>> Recipes::recipesFor(const QString &kind)
{
    const auto rows = m_store.all();
    if (!rows)
        return failure(rows.error());
    QList<std::pair<Recipe, RecipeRow>> found;
    for (const RecipeRow &row : *rows) {
        const auto recipe = Recipe::fromJson(row.document);
        if (!recipe)
            return failure(recipe.error());
        if (recipe->event(kind))
            found.append({*recipe, row});
    }
    if (!found.isEmpty())
        return found;
    const auto known = kinds();
    return failure(ErrorKind::NotFound, Text::tr("No recipe of this workspace knows the event %1.").arg(kind),
                   known && !known->isEmpty() ? Text::tr("Events are: %1.").arg(known->join(u", "_s))
                                              : Text::tr("Apply a recipe first: syncline-cli recipe apply NAME"));
}

Result<CarriedOut> Recipes::carryOut(const BusinessEvent &event)
{
    const ActingAs actor(m_session, u"event "_s + event.kind);
    CarriedOut done;
    auto carried = m_session.stores().db.transaction("event", [&]() -> Result<void> {
        const auto before = m_store.carriedOut(event.id);
        if (!before)
            return failure(before.error());
        if (*before) {
            done.records = **before;
            done.wasBefore = true;
            return {};
        }
        const auto recipes = recipesFor(event.kind);
        if (!recipes)
            return failure(recipes.error());
        for (const auto &[recipe, row] : *recipes) {
            if (auto taken = steps(recipe, row, event, done); !taken)
                return taken;
        }
        done.records.removeDuplicates();
        return m_store.addEvent(event.id, event.kind, m_session.clock().now().count(), done.records);
    });
    if (!carried)
        return failure(carried.error());
    return done;
}

Result<void> Recipes::steps(const Recipe &recipe, const RecipeRow &row, const BusinessEvent &event, CarriedOut &done)
{
    const auto body = JsonDocument::parse(event.body);
    if (!body || !body->root().isObject())
        return failure(ErrorKind::Validation, Text::tr("The event %1 is no JSON object.").arg(event.kind),
                       Text::tr("Correct what sends it."));
    const RecipeEvent &known = *recipe.event(event.kind);
    if (auto fits = checkEvent(known, body->root()); !fits)
        return fits;
    FormulaInput input{body->root(), recipe.settingValues(row.settings), {}, isoUtc(m_session.clock().now())};
    for (const RecipeStep &step : known.steps) {
        const auto due = step.after.value(input);
        if (!due)
            return failure(due.error());
        if (!due->isEmpty()) {
            FollowUpRow waiting{0,           QDateTime::fromString(*due, Qt::ISODate).toMSecsSinceEpoch(),
                                recipe.name, event.kind,
                                step.name,   event.id,
                                event.body,  {},
                                {},          {}};
            for (auto it = input.steps.begin(); it != input.steps.end(); ++it) {
                if (it.key() != "record"_L1)
                    waiting.records.insert(it.key(), it->value(u"id"_s));
            }
            if (auto added = m_store.addFollowUp(waiting); !added)
                return added;
            ++done.followUps;
            continue;
        }
        const auto taken = Step(m_session, m_store, step).carryOut(input);
        if (!taken)
            return failure(taken.error());
        if (taken->isChanged)
            done.records << taken->record;
        if (taken->isMade)
            done.made << taken->record;
    }
    return {};
}

Result<QList<FollowedUp>> Recipes::carryOutDue()
{
    const auto rows = m_store.due(m_session.clock().now().count());
    if (!rows)
        return failure(rows.error());
    QList<FollowedUp> list;
    for (const FollowUpRow &row : *rows) {
        FollowedUp followed{row, {}, {}};
        auto done = m_session.stores().db.transaction("follow-up", [&] {
            return followUp(row, followed.records).and_then([&] { return m_store.removeFollowUp(row.nr); });
        });
        if (!done) {
            if (done.error().kind == ErrorKind::Storage)
                return failure(done.error());
            followed.problem = done.error();
            auto marked = m_session.stores().db.transaction(
                "follow-up", [&] { return m_store.failFollowUp(row.nr, done.error().message); });
            if (!marked)
                return failure(marked.error());
        }
        list << followed;
    }
    return list;
}

Result<void> Recipes::followUp(const FollowUpRow &row, QStringList &records)
{
    const ActingAs actor(m_session, u"event "_s + row.kind);
    const auto recipes = recipesFor(row.kind);
    if (!recipes)
        return failure(recipes.error());
    const auto recipe = std::ranges::find(*recipes, row.recipe, [](const auto &pair) { return pair.first.name; });
    if (recipe == recipes->end())
        return failure(ErrorKind::NotFound, Text::tr("The recipe %1 is not applied any more.").arg(row.recipe));
    const RecipeEvent &event = *recipe->first.event(row.kind);
    const auto step = std::ranges::find(event.steps, row.step, &RecipeStep::name);
    const auto body = JsonDocument::parse(row.body);
    if (step == event.steps.end() || !body)
        return failure(ErrorKind::NotFound,
                       Text::tr("The recipe %1 has no step %2 any more.").arg(row.recipe, row.step));
    FormulaInput input{
        body->root(), recipe->first.settingValues(recipe->second.settings), {}, isoUtc(m_session.clock().now())};
    for (auto it = row.records.begin(); it != row.records.end(); ++it) {
        const auto detail = Records(m_session).show(*it);
        input.steps.insert(it.key(), detail ? textsOf(*it, detail->fields) : QMap<QString, QString>());
    }
    const auto taken = Step(m_session, m_store, *step).carryOut(input);
    if (!taken)
        return failure(taken.error());
    if (taken->isChanged)
        records << taken->record;
    return {};
}

} // namespace syncline::core
