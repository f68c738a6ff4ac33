#pragma once

#include "connectors/net/refreshtokens.h"
#include "core/secrets/secretstore.h"

namespace syncline::app {

/// The refresh token of one account in the keychain, and a lock file in the user's runtime folder that keeps other programs
/// from renewing it at the same time. `account` is the key in the keychain.
std::shared_ptr<connectors::RefreshTokens> keptRefreshTokens(core::SecretStore &secrets, const QString &account);

} // namespace syncline::app
