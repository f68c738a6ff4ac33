#pragma once

#include "core/recipes/formula.h"
#include "core/schema/hubschema.h"

#include <QJsonArray>
#include <QJsonObject>

namespace syncline::core {

/// A number or word that a business may change without editing the recipe.
struct RecipeSetting
{
    QString key, label;
    FieldType type = FieldType::Text;
    QString value; ///< unless the workspace says otherwise
};

/// What a business event has to carry: name -> type. Names may be paths; those with "?" at the end may be missing.
struct EventField
{
    QString path;
    FieldType type = FieldType::Text;
    bool required = true;
};

/// One record that an event makes or changes.
struct RecipeStep
{
    QString name;   ///< what later steps call the record
    QString entity; ///< of the hub
    QString match;  ///< hub field that finds it ...
    Formula key;    ///< ... by this value; blank: the step is left out
    Condition when; ///< looks at the record as it is, too
    bool creates = true;
    QList<std::pair<QString, Formula>> set; ///< in this order; later ones see earlier ones as "record"
    QList<Formula> addTags, removeTags;
    Formula after; ///< a time: the step waits for it as a follow-up; blank: at once
};

struct RecipeEvent
{
    QString kind, label; ///< "booking_created"
    QList<EventField> fields;
    QJsonObject example;
    QList<RecipeStep> steps;
};

/// A ready-made set-up for a business: own fields, the hub fields it needs to be mapped, settings, and what each event
/// does. A value; the file is docs/recipes.md.
struct Recipe
{
    QString name, title, description;
    QList<RecipeSetting> settings;
    QJsonArray ownFields;             ///< as HubSchema::ownToJson()
    QMap<QString, QStringList> needs; ///< hub entity -> hub fields that should reach the CRMs
    QList<RecipeEvent> events;
    QByteArray document; ///< the file as it was read

    /// Strict: an unknown key, entity, field or reference is an error (Usage) that names it and the place.
    static Result<Recipe> fromJson(const QByteArray &json);
    /// Of the built-in ones; error Usage names them.
    static Result<Recipe> builtIn(const QString &name);
    static QStringList builtInNames();

    const RecipeEvent *event(const QString &kind) const;
    QMap<QString, QString> settingValues(const QMap<QString, QString> &changed) const;
    /// Error kind Usage names the setting, and what it may be.
    Result<void> checkSettings(const QMap<QString, QString> &changed) const;
};

} // namespace syncline::core
