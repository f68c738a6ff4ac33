#pragma once

#include "sandbox/hubspot/store.h"

#include <tl/expected.hpp>

namespace syncline::sandbox::hubspot {

/// Why a value is refused, as an entry of the JSON inside the message of a 400.
struct ValueProblem
{
    QString property, error, message; ///< error: "INVALID_OPTION", ...
};

/// The value as it is kept, or why not. Numbers and booleans are taken as such, too.
tl::expected<QString, ValueProblem> keptValue(const Property &property, const QJsonValue &given, const QString &before);

/// All values of a write. Unknown, computed and unfit ones are problems.
struct Checked
{
    Values values;
    QList<ValueProblem> problems;
};
Checked checkedValues(const Table &table, const QJsonObject &properties, const Record *before);

} // namespace syncline::sandbox::hubspot
