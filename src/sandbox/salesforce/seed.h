#pragma once

#include "sandbox/salesforce/store.h"

namespace syncline::sandbox::salesforce {

void seedStore(Store &store, const CrmOptions &options);

} // namespace syncline::sandbox::salesforce
