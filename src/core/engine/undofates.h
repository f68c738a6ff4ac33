#pragma once

#include "core/engine/catalog.h"

namespace syncline::core {

/// After the inverse of a run was carried out, at once or as a stored preview: what was planned to be reversed and did not
/// come to it is told as kept or not possible, and every fate gets its audit row (S-27). Opens its own transaction.
Result<void> settleUndoFates(Stores &stores, const Catalog &catalog, const RunRow &run, Millis now);

} // namespace syncline::core
