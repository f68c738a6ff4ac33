#pragma once

#include "sandbox/hubspot/store.h"

namespace syncline::sandbox::hubspot {

/// Invented people and companies, and some properties of the account's own.
void seedStore(Store &store, const CrmOptions &options);

} // namespace syncline::sandbox::hubspot
