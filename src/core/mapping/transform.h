#pragma once

#include "foundation/result.h"
#include "foundation/value.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace syncline::core {

enum class TransformType { Direct, Constant, Lookup, Template, Function, Builtin };

enum class Builtin { Trim, Lower, Upper, E164, DateFormat, Split, Join, BooleanWords, Number, TagAdd, TagRemove };

/// How a value changes on its way, as data. `transform` of a field mapping is the way from the hub to the CRM, and
/// from the CRM to the hub for a field that is only pulled; `inverse` is the way back.
struct Transform
{
    TransformType type = TransformType::Direct;
    Value constant = Value::null();   ///< Constant: {"value": ...}
    QMap<QString, QString> table;     ///< Lookup: {"table": {from: to}, "otherwise": ...}
    std::optional<QString> otherwise; ///< Lookup: without it a value that is not in the table is refused
    QString text;                     ///< Template: {"template": "{first_name} {last_name}"}
    QString expression;               ///< Function: {"expression": "value.trim()"}, with `value` and `record`
    Builtin builtin = Builtin::Trim;  ///< {"type": "builtin", "name": "trim", ...}
    QMap<QString, QString> arguments; ///< of a built-in, by name; see builtinArguments()

    bool isDirect() const { return type == TransformType::Direct; }
    /// True where several inputs give one output, or something is lost, so that no way back can be derived.
    bool isLossy() const { return !inverse().has_value(); }
    /// The way back, where there is exactly one.
    std::optional<Transform> inverse() const;
    /// Hub fields that a template names, in order.
    QStringList templateFields() const;
    /// "lookup", "trim", ...: for messages and files.
    QString name() const;

    QJsonObject toJson() const;
    /// Strict: an unknown key or a wrong type is an error that names it and the place.
    static Result<Transform> fromJson(const QJsonObject &json, const QString &place);

    bool operator==(const Transform &) const = default;
};

QString builtinName(Builtin builtin);
std::optional<Builtin> builtinFromName(const QString &name);
/// The arguments that a built-in takes: name -> default ("" where it must be given: see requiredArguments()).
QMap<QString, QString> builtinArguments(Builtin builtin);
QStringList requiredArguments(Builtin builtin);

/// A transform's outcome: the new value, or a sentence that says why there is none.
using Transformed = tl::expected<Value, QString>;

/// Carries out one value. Templates take `record` (hub key -> value); functions are not evaluated here: see
/// ScriptResults. Blank values pass unchanged through everything but constants, templates, lookups that name ""
/// and tag_add. `region` is the ISO 3166 code for phone numbers that do not name one.
Transformed apply(const Transform &transform, const Value &value, const QMap<QString, Value> &record,
                  const QString &region);

} // namespace syncline::core
