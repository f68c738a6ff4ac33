#pragma once

#include "sandbox/salesforce/values.h"

#include <memory>

namespace syncline::sandbox::salesforce {

/// A condition on a record: AND, OR, NOT over comparisons.
class Condition
{
public:
    virtual ~Condition() = default;
    virtual bool holds(const Table &table, const Record &record) const = 0;
};

/// SELECT ... FROM ... WHERE ... ORDER BY ... LIMIT ... OFFSET of one object: no functions, no joins, no subqueries.
struct Soql
{
    QStringList fields; ///< as the object spells them
    const Table *table = nullptr;
    std::shared_ptr<const Condition> where; ///< null: all
    QList<std::pair<QString, bool>> order;  ///< field, descending
    int limit = -1;
    int offset = 0;
};

/// MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD, NUMBER_OUTSIDE_VALID_RANGE.
struct Parsed
{
    Soql soql;
    std::optional<Trouble> trouble;
};
Parsed parseSoql(const QString &text, const Store &store, const Settings &settings);

/// The ids that it selects, in its order; those in the recycle bin where `withDeleted`.
QStringList selected(const Soql &soql, bool withDeleted);

} // namespace syncline::sandbox::salesforce
