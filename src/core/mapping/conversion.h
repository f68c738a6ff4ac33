#pragma once

#include "core/mapping/transform.h"
#include "foundation/fieldtype.h"

namespace syncline::core {

/// M4: a value of one type as a value of another, exact or not at all.
///
/// Consent and boolean: a CRM's flag is an opt-out, so "refused" <-> true; "granted" and no statement -> false, and
/// false is read as no statement. Text is parsed strictly: "1,200" is not a number, "1.2.24" is not a date. A date
/// and an instant never turn into each other. Phones become E.164 with `region` for numbers without a country.
/// Absent and forbidden stay; blank stays blank.
Transformed convert(const Value &value, FieldType from, FieldType to, const QString &region);

/// Whether convert() can do anything with these types. Text converts to and from everything but groups.
bool isConvertible(FieldType from, FieldType to);

} // namespace syncline::core
