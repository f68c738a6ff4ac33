#include "core/recipes/recipesetup.h"

#include "core/mapping/suggest.h"
#include "core/services/integrations.h"
#include "core/services/ownfields.h"
#include "core/workspace/recipestore.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Recipes)
};

/// What the recipe still lacks of one mapped entity.
struct Gap
{
    EntityMapping *mapping;
    QString field;
};

class Setup
{
public:
    Setup(Session &session, const Recipe &recipe, bool dryRun, std::stop_token stop)
        : m_session(session)
        , m_recipe(recipe)
        , m_dryRun(dryRun)
        , m_stop(std::move(stop))
    {
    }

    Result<RecipeSetup> run()
    {
        if (auto added = addFields(); !added)
            return failure(added.error());
        const auto rows = m_session.stores().integrations.all();
        if (!rows)
            return failure(rows.error());
        for (const IntegrationRow &row : *rows) {
            auto mapped = map(row.name);
            if (mapped)
                continue;
            if (mapped.error().kind == ErrorKind::Storage || mapped.error().kind == ErrorKind::Usage)
                return failure(mapped.error());
            m_setup.unasked << row.name + u": "_s + mapped.error().message;
        }
        return m_setup;
    }

private:
    Result<void> addFields()
    {
        HubSchema wanted = HubSchema::builtIn();
        if (auto read = wanted.addOwnFromJson(m_recipe.ownFields); !read)
            return read;
        if (!m_dryRun)
            return OwnFields(m_session).adopt(m_recipe.ownFields).map([&](const QStringList &added) {
                m_setup.fields = added;
            });
        for (const QString &entity : wanted.entities()) {
            for (const HubFieldDef &field : wanted.entity(entity)->fields) {
                if (field.own && !m_session.schema().field(entity, field.key))
                    m_setup.fields << entity + u'.' + field.key;
            }
        }
        return {};
    }

    Result<void> map(const QString &integration)
    {
        Integrations integrations(m_session);
        auto file = integrations.mappingOf(integration);
        if (!file)
            return failure(file.error());
        const QList<Gap> gaps = gapsOf(*file);
        if (gaps.isEmpty())
            return {};
        const auto described = integrations.describe(integration, {}, m_stop);
        if (!described)
            return failure(described.error());
        bool isChanged = false;
        for (const Gap &gap : gaps)
            isChanged = fill(integration, gap, *described) || isChanged;
        if (!isChanged || m_dryRun)
            return {};
        const auto applied = integrations.apply(*file, m_stop);
        return applied ? Result<void>() : failure(applied.error());
    }

    QList<Gap> gapsOf(MappingFile &file)
    {
        QList<Gap> gaps;
        for (EntityMapping &mapping : file.entities) {
            for (const QString &field : m_recipe.needs.value(mapping.hub)) {
                const auto line = std::ranges::find(mapping.fields, field, &FieldMapping::hub);
                if (line == mapping.fields.end())
                    gaps.append({&mapping, field});
                else
                    m_setup.present.append({file.integration, mapping.hub, field, line->remote});
            }
        }
        return gaps;
    }

    bool fill(const QString &integration, const Gap &gap, const QList<connectors::RemoteEntity> &entities)
    {
        const auto remote = std::ranges::find(entities, gap.mapping->remote, &connectors::RemoteEntity::name);
        HubSchema schema = HubSchema::builtIn();
        (void)schema.addOwnFromJson(m_recipe.ownFields);
        RecipeSetup::Line line{integration, gap.mapping->hub, gap.field, {}};
        if (remote != entities.end()) {
            const auto suggested = suggest(*schema.entity(gap.mapping->hub), *remote).suggestions;
            for (const Suggestion &suggestion : suggested) {
                const bool isFree = std::ranges::find(gap.mapping->fields, suggestion.field.remote,
                                                      &FieldMapping::remote)
                    == gap.mapping->fields.end();
                if (suggestion.field.hub != gap.field || !isFree)
                    continue;
                gap.mapping->fields.append(suggestion.field);
                line.remote = suggestion.field.remote;
                m_setup.lines << line;
                return true;
            }
        }
        m_setup.missing << line;
        return false;
    }

    Session &m_session;
    const Recipe &m_recipe;
    bool m_dryRun;
    std::stop_token m_stop;
    RecipeSetup m_setup;
};

} // namespace

Result<RecipeSetup> setUp(Session &session, const Recipe &recipe, const QMap<QString, QString> &settings, bool dryRun,
                          std::stop_token stop)
{
    if (auto allowed = session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    if (auto fine = recipe.checkSettings(settings); !fine)
        return failure(fine.error());
    auto setup = Setup(session, recipe, dryRun, std::move(stop)).run();
    if (!setup || dryRun)
        return setup;
    const RecipeRow row{recipe.name, recipe.document, settings, session.clock().now().count()};
    auto stored = session.stores().db.transaction("recipe", [&] { return RecipeStore(session.stores().db).put(row); });
    return stored ? setup : Result<RecipeSetup>(failure(stored.error()));
}

Result<void> takeDown(Session &session, const QString &name)
{
    if (auto allowed = session.need(Role::Admin); !allowed)
        return allowed;
    RecipeStore store(session.stores().db);
    const auto rows = store.all();
    if (!rows)
        return failure(rows.error());
    if (std::ranges::find(*rows, name, &RecipeRow::name) == rows->end())
        return failure(ErrorKind::Usage, Text::tr("The recipe %1 is not applied here.").arg(name),
                       Text::tr("See: syncline-cli recipe list"));
    return session.stores().db.transaction("recipe", [&] { return store.remove(name); });
}

} // namespace syncline::core
