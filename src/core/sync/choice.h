#pragma once

#include "core/sync/merger.h"

/// Which of several values of a field wins, where one does (S-9, S-10). Private to core/sync.
namespace syncline::core {

Voice voiceOf(const Side &side);
/// The voice whose author comes first in the fixed total order; null for none.
const Voice *lowest(const QList<Voice> &voices, const Policies &policies);
/// The winner by the policy; none: a conflict.
std::optional<Voice> choose(FieldType kind, const QList<Voice> &voices, ConflictPolicy policy,
                            const Policies &policies);
ConflictCause conflictOf(const QList<Side> &sides);

} // namespace syncline::core
