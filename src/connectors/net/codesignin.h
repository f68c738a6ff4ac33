#pragma once

#include "connectors/net/refreshtokens.h"
#include "connectors/net/tokenrequest.h"

namespace syncline::connectors {

/// How a provider signs a person in through the browser.
struct CodeEndpoint
{
    QByteArray authorizePath; ///< relative to the base URL: "/oauth/v2/authorize"
    TokenEndpoint token;
    QByteArray redirectHost = "127.0.0.1"; ///< as this CRM wants it: that, or "localhost"
    QString scope;                         ///< "" where the CRM has none
    QUrl authorizeAt = {};                 ///< instead of authorizePath where people sign in at another host
};

/// The address that has to be registered at the CRM for this port.
QString redirectAddress(const CodeEndpoint &endpoint, quint16 port);

/// Signs in by OAuth2 authorization code with PKCE (RFC 6749, 7636, 8252): listens on loopback, gives the address that a
/// browser has to open to `show`, waits for the browser to come back and exchanges the code. `account` holds client_id and
/// client_secret; what comes back has the refresh token besides. Blocks the calling thread. Errors: Usage (port in use, a
/// secret missing), Authentication (refused, or not done in time), Cancelled, and those of TokenRequest.
Result<Secrets> signInWithCode(const CodeEndpoint &endpoint, const Secrets &account, quint16 port, HttpClient &client,
                               const Clock &clock, const std::function<void(const QUrl &)> &show, std::stop_token stop,
                               std::chrono::milliseconds within = std::chrono::minutes(5));

} // namespace syncline::connectors
