#pragma once

#include "sandbox/suitecrm/installation.h"

namespace syncline::sandbox::suitecrm {

/// Fills an empty installation with the users and with people and companies of the common pool.
void seed(Installation &site, const CrmOptions &options);

} // namespace syncline::sandbox::suitecrm
