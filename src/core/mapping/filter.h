#pragma once

#include "foundation/fieldtype.h"
#include "foundation/result.h"
#include "foundation/value.h"

#include <QMap>
#include <QStringList>

#include <memory>

namespace syncline::core {

namespace detail {
struct FilterNode;
}

/// A condition on a hub record (Y13), for example
/// `consent_email != "refused" and (country = "Germany" or tags has "vip") and birth_date >= 1990-01-01`.
///
/// Operators: = != < <= > >=, `has`, `contains`, `starts with`, `in (a, b)`, `is blank`, `is not blank`, and, or, not,
/// parentheses. Values: "text" or 'text', numbers, dates, true, false. Texts compare without regard to case;
/// numbers and dates by their value. A blank field is never less or greater than anything, and differs from every
/// value. Immutable, cheap to copy, pure.
class Filter
{
public:
    Filter(); ///< accepts everything
    /// `kinds`: the fields that may be named, with their types. An error (Usage) names the position, from 1.
    static Result<Filter> parse(const QString &expression, const QMap<QString, FieldType> &kinds);

    /// For an expression that could not be understood: no record goes anywhere.
    static Filter acceptsNothing();

    bool isEmpty() const { return m_root == nullptr; }
    QString expression() const { return m_expression; }
    QStringList fields() const; ///< those it looks at, sorted
    /// `record`: hub values by field key; groups may be given whole.
    bool accepts(const QMap<QString, Value> &record) const;

private:
    QString m_expression;
    std::shared_ptr<const detail::FilterNode> m_root;
};

} // namespace syncline::core
