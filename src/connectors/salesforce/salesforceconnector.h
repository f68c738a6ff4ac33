#pragma once

#include "connectors/api/connector.h"
#include "connectors/net/codesignin.h"
#include "connectors/net/connectorsettings.h"

#include <memory>

namespace syncline::connectors {

/// Salesforce over its REST API (facts: docs/crm/salesforce.md). Entities: Account, Contact, Lead, Opportunity, Task, Event,
/// and User to read. The base URL is where people sign in; the answer to a sign-in names where the data are.
Result<std::unique_ptr<Connector>> makeSalesforceConnector(ConnectorSettings settings, Network &network,
                                                           const Clock &clock);

/// How a person signs in through the browser; its app needs the redirect address registered, and no secret.
const CodeEndpoint &salesforceCodeEndpoint();
/// The settings' secrets with the refresh token that such a sign-in gave (signInWithCode).
Result<Secrets> signInToSalesforce(const ConnectorSettings &settings, quint16 port, Network &network,
                                   const Clock &clock, const std::function<void(const QUrl &)> &show,
                                   std::stop_token stop);

} // namespace syncline::connectors
