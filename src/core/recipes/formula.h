#pragma once

#include "core/recipes/decimals.h"
#include "foundation/json.h"
#include "foundation/result.h"

#include <QJsonValue>
#include <QMap>
#include <QStringList>

#include <memory>
#include <optional>

namespace syncline::core {

namespace detail {
struct FormulaNode;
}

/// What a formula may look at. Values are texts as the hub keeps them; what is not there is "".
struct FormulaInput
{
    JsonView event;                  ///< the event's body; the document must outlive this
    QMap<QString, QString> settings; ///< of the recipe
    QMap<QString, QMap<QString, QString>>
        steps;   ///< step name -> hub field -> value, with "id"; "record": this step's own
    QString now; ///< ISO 8601 UTC
};

/// A value that a recipe computes, as data: a text with `{event.customer.email}`, `{settings.rate}`, `{customer.id}` or
/// `{record.x_total}` in it, or an object with one operation:
/// sum, difference, product (each may have "round": "down"|"half_up" and "places"), lookup (with "table", "otherwise"),
/// first_word, other_words, add_days, add_months, if (with "then", "else").
/// Paths into the event may select from a list: `{event.handles[platform=twitter].handle}`.
/// Numbers are exact. Immutable, cheap to copy, pure.
class Formula
{
public:
    Formula(); ///< ""
    /// Strict: an unknown key or a wrong type is an error (Usage) that names `place`.
    static Result<Formula> fromJson(const QJsonValue &json, const QString &place);

    /// "": blank. An error (Validation) says what cannot be computed.
    Result<QString> value(const FormulaInput &input) const;
    /// Names of what stands before the first dot of its references: "event", "settings", "record", step names.
    QStringList sources() const;
    QStringList references() const; ///< "event.email", "settings.rate"
    bool isEmpty() const { return !m_root; }

private:
    friend class FormulaReader;
    std::shared_ptr<const detail::FormulaNode> m_root;
};

/// A yes or no: {"at_least": [a, b]}, {"equals": [a, b]}, {"is_blank": a}, {"not": c}, {"all": [c…]}, {"any": [c…]}.
/// at_least compares numbers; where one of the two is none, the answer is no.
class Condition
{
public:
    static Result<Condition> fromJson(const QJsonValue &json, const QString &place);
    Result<bool> holds(const FormulaInput &input) const;
    QStringList references() const;
    bool isEmpty() const { return m_kind == Kind::Always; }

private:
    enum class Kind { Always, AtLeast, Equals, IsBlank, Not, All, Any };
    Kind m_kind = Kind::Always;
    QList<Formula> m_values;
    QList<Condition> m_conditions;
};

} // namespace syncline::core
