#pragma once

#include "core/services/session.h"

namespace syncline::bench {

/// A workspace file with so many people and so many operations of so many runs, for the tables to be looked at.
Result<void> fillTables(core::Session &session, int records, int operations);

} // namespace syncline::bench
