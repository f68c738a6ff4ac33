#pragma once

#include "connectors/api/connector.h"
#include "connectors/suitecrm/site.h"

namespace syncline::connectors::suitecrm {

/// Tells step by step how far the connection works, with a remedy where it stops.
TestReport testConnection(Site &site, const Clock &clock, std::stop_token stop);

} // namespace syncline::connectors::suitecrm
