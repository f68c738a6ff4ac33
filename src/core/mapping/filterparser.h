#pragma once

#include "foundation/fieldtype.h"
#include "foundation/result.h"

#include <QMap>
#include <QStringList>

#include <memory>

namespace syncline::core::detail {

enum class FilterKind { Never, And, Or, Not, Compare };
enum class Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Has,
    Contains,
    StartsWith,
    In,
    Blank,
    NotBlank
};

/// A node of a parsed condition; immutable once parsed.
struct FilterNode
{
    FilterKind kind = FilterKind::Never;
    std::shared_ptr<const FilterNode> left;
    std::shared_ptr<const FilterNode> right;
    QString field; ///< Compare
    FieldType type = FieldType::Text;
    Comparison comparison = Comparison::Equal;
    QStringList operands; ///< ready for comparing: case folded, numbers plain, flags "true" or "false"
};

using FilterTree = std::shared_ptr<const FilterNode>;

/// Null for an expression of blanks. Errors name the position, from 1.
Result<FilterTree> parseFilter(const QString &expression, const QMap<QString, FieldType> &kinds);

/// The form in which texts of a condition are compared.
QString filterText(const QString &text);

} // namespace syncline::core::detail
