#pragma once

#include "connectors/api/connector.h"
#include "connectors/net/codesignin.h"
#include "connectors/net/connectorsettings.h"

#include <memory>

namespace syncline::connectors {

/// HubSpot over its CRM API, dated versions or v3 (facts: docs/crm/hubspot.md). Entities: companies, contacts,
/// deals, tasks, calls, notes, and owners to read.
Result<std::unique_ptr<Connector>> makeHubSpotConnector(ConnectorSettings settings, Network &network,
                                                        const Clock &clock);

/// How a person signs in through the browser; its app needs the redirect address registered.
const CodeEndpoint &hubSpotCodeEndpoint();
/// The settings' secrets with the refresh token that such a sign-in gave (signInWithCode).
Result<Secrets> signInToHubSpot(const ConnectorSettings &settings, quint16 port, Network &network, const Clock &clock,
                                const std::function<void(const QUrl &)> &show, std::stop_token stop);

} // namespace syncline::connectors
