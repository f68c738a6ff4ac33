#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

#include <QList>

/// The ways in which a store reads rows. Private to the stores.
namespace syncline::core {

template<typename Row, typename Read>
Result<QList<Row>> readAll(Statement query, Read read)
{
    if (auto done = query.run(); !done)
        return failure(done.error());
    QList<Row> rows;
    while (query.next())
        rows.append(read(query));
    query.finish();
    return rows;
}

template<typename Row, typename Read>
Result<std::optional<Row>> readFirst(Statement query, Read read)
{
    const auto found = query.first();
    if (!found)
        return failure(found.error());
    std::optional<Row> row;
    if (*found)
        row = read(query);
    query.finish();
    return row;
}

inline Result<qint64> readNumber(Statement query)
{
    const auto row = readFirst<qint64>(query, [](const Statement &q) { return q.integer(0); });
    if (!row)
        return failure(row.error());
    return row->value_or(0);
}

inline QString firstText(const Statement &query)
{
    return query.text(0);
}

/// Records from their columns in the order of hub_get, links_of_hub and stranger_get.
HubRow hubFrom(const Statement &row);
LinkRow linkFrom(const Statement &row);
StrangerRow strangerFrom(const Statement &row);

} // namespace syncline::core
