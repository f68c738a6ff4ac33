#pragma once

#include "connectors/hubspot/hubspotproperties.h"

namespace syncline::connectors::hubspot {

/// Connector::test(): address, certificate, sign-in, rights, entities. Stops at the first step that fails.
TestReport testConnection(Api &api, PropertyCatalog &catalog, std::stop_token stop);

} // namespace syncline::connectors::hubspot
