#pragma once

#include "connectors/net/connectorsettings.h"
#include "core/engine/catalog.h"
#include "core/secrets/secretstore.h"
#include "core/services/breakers.h"

namespace syncline::app {

/// The providers of this program, by name. The only list of them.
QStringList providers();

/// The address of a CRM in its one spelling, or why it may not be connected to.
Result<QString> checkedAddress(const QString &text);

/// What an integration's row says about its connector, checked.
Result<connectors::ConnectorSettings> connectorSettings(const core::IntegrationRow &row,
                                                        const core::SecretMap &secrets);

/// The same with its secrets, from the environment or the keychain.
Result<connectors::ConnectorSettings> signInSettings(const core::IntegrationRow &row, core::SecretStore &secrets);

/// Makes connectors: settings from the integration's row, secrets from the environment or the keychain.
core::ConnectorFactory connectorFactory(connectors::Network &network, core::SecretStore &secrets, const Clock &clock);

/// The same with secrets that are stored nowhere yet; a renewed refresh token takes its place among them.
using TryConnector = std::function<Result<std::unique_ptr<connectors::Connector>>(
    const core::IntegrationRow &, const std::shared_ptr<core::SecretMap> &)>;
TryConnector tryConnector(connectors::Network &network, const Clock &clock);

/// The circuit breakers of the integrations, by their ids.
core::Breakers breakers(const connectors::Network &network);

} // namespace syncline::app
