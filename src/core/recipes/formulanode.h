#pragma once

#include "core/recipes/formula.h"

/// How a formula is kept. Private to core/recipes.
namespace syncline::core::detail {

struct FormulaNode
{
    enum class Kind {
        Plain,
        Reference,
        Joined, ///< pieces of a text
        Sum,
        Difference,
        Product,
        Lookup,
        FirstWord,
        OtherWords,
        AddDays,
        AddMonths,
        If ///< then, else
    };
    Kind kind = Kind::Plain;
    QString text; ///< Plain: itself; Reference: "event.email"
    std::vector<std::shared_ptr<const FormulaNode>> parts;
    Rounding rounding = Rounding::None;
    int places = 0;
    QMap<QString, QString> table;
    std::optional<QString> otherwise;
    std::optional<Condition> condition;
};

} // namespace syncline::core::detail
