#pragma once

#include "connectors/api/connector.h"
#include "foundation/json.h"

namespace syncline::connectors::salesforce {

/// A field that shows those ids of a reference column that are of one kind: what a task is about may be an account, an
/// opportunity, or something else. Its native type is "part(WhatId)".
QString partColumn(const RemoteField &field); ///< "WhatId"; "" for every other field
QString partType(const QString &column);

/// The columns to ask for so that these fields can be shown: Id, the times, and what makes a record's fate first.
QStringList columnsFor(const RemoteEntity &entity, const QStringList &fields);

/// A column as it stands in a row.
Value decodedValue(const RemoteField &field, JsonView value);
/// Error kind Server: something that is no record.
Result<RemoteRecord> decodedRecord(const RemoteEntity &entity, JsonView row, const QStringList &fields);

} // namespace syncline::connectors::salesforce
