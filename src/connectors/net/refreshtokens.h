#pragma once

#include "foundation/result.h"

#include <QMap>
#include <QString>

#include <memory>
#include <stop_token>

namespace syncline::connectors {

/// Keys: client_id, client_secret, username, password, token, refresh_token (design.md, Command line). Lives in
/// memory and in the keychain only; has no QDebug operator on purpose.
using Secrets = QMap<QString, QString>;

/// Where an account's refresh token is kept for all who use it: the window, the command line, a service. Each renewal makes
/// the old one worthless (seen with Mautic and SuiteCRM), so that only one may renew at a time, and each reads again what
/// another one may have stored. Called on the thread that renews; may block.
class RefreshTokens
{
public:
    virtual ~RefreshTokens() = default;
    /// Keeps all other programs out until what it returns is let go.
    virtual Result<std::shared_ptr<void>> lock(std::stop_token stop) = 0;
    virtual Result<Secrets> read() = 0;
    /// Called before a rotated token is used: what cannot be stored must not be spent.
    virtual Result<void> write(const Secrets &secrets) = 0;
};

} // namespace syncline::connectors
