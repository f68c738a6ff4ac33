#pragma once

#include "connectors/api/connector.h"
#include "connectors/api/webhooks.h"
#include "connectors/net/connectorsettings.h"

namespace syncline::connectors {

/// Requests per second that ActiveCampaign allows an account, all its tools together.
inline constexpr double activeCampaignRate = 5;

/// ActiveCampaign over API v3 (facts: docs/crm/activecampaign.md). Entities: users (read only),
/// accounts, contacts, deals, dealTasks, notes.
Result<std::unique_ptr<Connector>> makeActiveCampaignConnector(ConnectorSettings settings, Network &network,
                                                               const Clock &clock);
/// Makes and removes webhooks of the account.
Result<std::unique_ptr<WebhookSubscriber>> makeActiveCampaignSubscriber(ConnectorSettings settings, Network &network,
                                                                        const Clock &clock);

} // namespace syncline::connectors
