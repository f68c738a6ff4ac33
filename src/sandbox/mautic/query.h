#pragma once

#include "sandbox/mautic/store.h"

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <set>

namespace syncline::sandbox::mautic {

using Predicate = std::function<bool(const Record &)>;

/// Why a list cannot be read; Mautic answers "error #500" to all of it.
struct BadQuery
{
};
template<class T>
using Parsed = tl::expected<T, BadQuery>;

/// The `where` of a list: conditions joined by AND. An operator that Mautic does not know drops its condition.
Parsed<Predicate> wherePredicate(const Store &store, Object object, const QJsonValue &where);

/// The only ids that can match, when a top-level condition asks for values of a unique field: found by the index.
std::optional<QList<int>> candidates(const Store &store, Object object, const QJsonValue &where);

/// The `search` of a list.
Parsed<Predicate> searchPredicate(Store &store, Object object, const QString &search, const Actor &actor);

/// True when the first comes before the second, by orderBy and orderByDir or order[]. Without an order contacts come
/// in one that is not by id.
using Order = std::function<bool(const Record &, const Record &)>;
Parsed<Order> listOrder(const Store &store, Object object, const QJsonObject &query);
bool isOrderById(const QJsonObject &query); ///< ascending, the order of the table itself

/// The numbers that a condition of equality or membership on this column lets through; nothing where there is none.
std::optional<std::set<int>> idsAsked(const QJsonValue &where, const QString &column);

/// The same operators over rows of texts, for the statistics tables.
Parsed<std::function<bool(const QJsonObject &)>> rowPredicate(const QJsonValue &where);

} // namespace syncline::sandbox::mautic
