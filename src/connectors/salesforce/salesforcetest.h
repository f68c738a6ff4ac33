#pragma once

#include "connectors/salesforce/salesforcefields.h"

namespace syncline::connectors::salesforce {

/// Connector::test(): address, certificate, sign-in, rights, entities. Stops at the first step that fails.
TestReport testConnection(Api &api, FieldCatalog &catalog, std::stop_token stop);

} // namespace syncline::connectors::salesforce
