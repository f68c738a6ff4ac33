#pragma once

#include "core/mapping/mappingline.h"

/// Values of fields that refer to other records: ids of the CRM on one side, of the hub on the other.
namespace syncline::core {

/// The records referred to, the primary first.
QStringList referredIds(const Value &value);
/// The same value with other ids in place of its own; "" leaves one out.
Value withIds(const Value &value, FieldType type, const std::function<QString(const QString &)> &idFor);

/// Absent where nothing of it is linked: then nothing is known of it in the hub.
Value referenceToHub(const MappingLine &line, const Value &raw, const References *references);
/// Records without an id there stand as placeholders. One place takes the primary.
Value referenceToRemote(const MappingLine &line, const Value &hubValue, const References *references);

} // namespace syncline::core
