#pragma once

#include "core/recipes/recipe.h"

namespace syncline::core {

/// Does the event carry what the recipe needs? Error kind Validation names every field that is missing or wrong.
Result<void> checkEvent(const RecipeEvent &event, const JsonView &body);

/// What a step does to its record. Pure.
struct StepChange
{
    QMap<QString, QString> fields; ///< hub field -> text as Records takes it; only what is not blank
};

/// `input` has the record as it is under "record". Error kind Validation where something cannot be computed.
Result<StepChange> changeOf(const RecipeStep &step, FormulaInput input);

} // namespace syncline::core
