#pragma once

#include "connectors/api/connector.h"
#include "connectors/net/connectorsettings.h"

#include <memory>

namespace syncline::connectors {

/// Mautic 4 to 6 over its REST API (facts: docs/crm/mautic.md). Entities: contacts, companies.
Result<std::unique_ptr<Connector>> makeMauticConnector(ConnectorSettings settings, Network &network,
                                                       const Clock &clock);

} // namespace syncline::connectors
