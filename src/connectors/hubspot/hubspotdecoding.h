#pragma once

#include "connectors/api/connector.h"
#include "foundation/json.h"

#include <QTimeZone>

namespace syncline::connectors::hubspot {

/// Times of HubSpot: ISO 8601 with or without milliseconds, or milliseconds since 1970.
std::optional<std::chrono::milliseconds> instant(const QString &text);
QString isoInstant(std::chrono::milliseconds time);
/// Ids are 64-bit numbers, kept as text; 0 for what is none.
qint64 idNumber(const QString &id);

/// A deal's close date: a day to people, an instant to HubSpot. The field's native type is "day(Europe/Berlin)".
bool isDayOfInstant(const RemoteField &field);
QTimeZone zoneOf(const RemoteField &field);

/// A property as it stands in a record; blanks of both kinds (null and "") are null.
Value decodedValue(const RemoteField &field, JsonView value);
/// Error kind Server: something that is no record.
Result<RemoteRecord> decodedRecord(const RemoteEntity &entity, JsonView view, const QStringList &fields);
/// The ids of the records that were merged into this one.
QStringList mergedIds(JsonView view);

} // namespace syncline::connectors::hubspot
