#pragma once

#include "core/recipes/recipe.h"
#include "core/services/session.h"

namespace syncline::core {

/// What applying a recipe would do, or did.
struct RecipeSetup
{
    struct Line
    {
        QString integration, entity, hub, remote; ///< remote "": no field of the CRM fits
    };
    QStringList fields;  ///< of the workspace's own that are added: "contact.x_total_spent"
    QList<Line> lines;   ///< that are added to the mappings
    QList<Line> missing; ///< what no CRM field was found for
    QList<Line> present; ///< what is mapped already
    QStringList unasked; ///< integrations that did not answer, with the reason
};

/// Applies a recipe: own fields, and a line for each field that it needs and that a CRM has. Nothing that is mapped is
/// changed, nothing is removed. With `dryRun` nothing is stored. Asks the CRMs for their fields.
Result<RecipeSetup> setUp(Session &session, const Recipe &recipe, const QMap<QString, QString> &settings, bool dryRun,
                          std::stop_token stop);
/// Takes its events away; own fields, mappings and records stay.
Result<void> takeDown(Session &session, const QString &name);

} // namespace syncline::core
