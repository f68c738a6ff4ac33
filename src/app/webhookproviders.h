#pragma once

#include "connectors/net/httpclient.h"
#include "core/automation/webhooks.h"
#include "core/secrets/secretstore.h"

namespace syncline::app {

/// The providers of this program that send webhooks, and who asks them to.
core::WebhookProviders webhookProviders(connectors::Network &network, core::SecretStore &secrets, const Clock &clock);

} // namespace syncline::app
