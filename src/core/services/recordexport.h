#pragma once

#include "core/services/recordlist.h"

#include <functional>
#include <stop_token>

namespace syncline::core {

/// A table as a file: its heads, and the cells of each record.
struct RecordSheet
{
    QStringList head;
    std::function<QStringList(const RecordLine &)> cells; ///< called on the session's thread
};

/// Writes all records that the query finds, in its order; gives how many. The session's open list is replaced.
Result<int> exportRecords(Session &session, const RecordQuery &query, const RecordSheet &sheet, const QString &file,
                          const std::stop_token &stop);

} // namespace syncline::core
