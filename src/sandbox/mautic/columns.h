#pragma once

#include "sandbox/mautic/store.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <functional>
#include <optional>

namespace syncline::sandbox::mautic {

/// One column of the database: how a record's value is read. Missing texts and numbers are null.
struct Column
{
    enum class Kind { Number, Time, Text };
    Kind kind = Kind::Text;
    std::function<std::optional<double>(const Record &)> number; ///< Number, Time (UTC seconds)
    std::function<QJsonValue(const Record &)> text;              ///< Text; null or a string
};

Column fieldColumn(const Field &field);
/// By its name in the database; nothing when there is none.
std::optional<Column> column(const Store &store, Object object, const QString &name);
/// At the top level of a filter the names of the objects' properties work as well.
QString columnName(const QString &name);

/// SQL's LIKE over collated text.
QRegularExpression likePattern(const QString &text);
/// The entries of a list that may have arrived as a map.
QJsonArray listOf(const QJsonValue &value);

} // namespace syncline::sandbox::mautic
