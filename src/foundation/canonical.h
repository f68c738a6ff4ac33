#pragma once

#include "foundation/value.h"

namespace syncline {

/// The form in which the sync compares values of a type (S-1); nullopt is *blank*: null, empty text, empty set
/// and consent "unknown" are one. E-mail: NFC, trimmed, case folded. Phone: E.164 or NFC text without blanks,
/// dashes, dots, slashes and parentheses. Decimal/integer: no superfluous zeros or sign, no exponent.
/// Boolean: "true"/"false" ("1", "0", "yes", "no", "on", "off" are understood). Date-time: UTC to the second or
/// finer. URL: NFC, scheme and host lower case, no lone trailing slash. Set/Refs: sorted canonical members joined by U+001F.
/// List: sorted canonical values, the primary marked. Group: every part that is present, by key.
/// Text and the rest: NFC, nothing else.
/// Must not be asked of an unreadable value (returns nullopt).
std::optional<QString> canonical(FieldType type, const Value &value);

/// canonical(a) == canonical(b). Groups are compared only in the parts that both have. An unreadable value is the
/// same as one in the same state (absent and absent, forbidden and forbidden) and as nothing else, blank included.
bool same(FieldType type, const Value &a, const Value &b);

/// granted 0 < no statement 1 < refused 2 (S-24).
int strictness(const Value &consent);

} // namespace syncline
