#pragma once

#include "connectors/api/connector.h"
#include "connectors/api/webhooks.h"
#include "connectors/net/codesignin.h"
#include "connectors/net/connectorsettings.h"

#include <memory>

namespace syncline::connectors {

/// Mautic 4 to 6 over its REST API (facts: docs/crm/mautic.md). Entities: contacts, companies.
Result<std::unique_ptr<Connector>> makeMauticConnector(ConnectorSettings settings, Network &network,
                                                       const Clock &clock);

/// Makes and removes hooks of the account.
Result<std::unique_ptr<WebhookSubscriber>> makeMauticSubscriber(ConnectorSettings settings, Network &network,
                                                                const Clock &clock);

/// How a person signs in through the browser; its client needs the redirect address registered.
const CodeEndpoint &mauticCodeEndpoint();
/// The settings' secrets with the refresh token that such a sign-in gave (signInWithCode).
Result<Secrets> signInToMautic(const ConnectorSettings &settings, quint16 port, Network &network, const Clock &clock,
                               const std::function<void(const QUrl &)> &show, std::stop_token stop);

} // namespace syncline::connectors
