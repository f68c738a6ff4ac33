#pragma once

#include "connectors/api/webhooks.h"

namespace syncline::connectors {

/// HubSpot signs method, address, body and time with the app's client secret (docs/crm/hubspot.md, 9).
std::unique_ptr<WebhookReader> makeHubSpotWebhookReader();

} // namespace syncline::connectors
