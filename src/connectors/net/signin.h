#pragma once

#include "connectors/net/refreshtokens.h"
#include "connectors/net/tokenrequest.h"

namespace syncline::connectors {

enum class AuthKind { OAuth2ClientCredentials, OAuth2Password, OAuth2Code, Basic, Token };
QString authKindName(AuthKind kind); ///< "oauth2_client_credentials", ...
std::optional<AuthKind> authKindFromName(const QString &name);

/// Basic: user and password up front in every request.
Result<std::shared_ptr<Authenticator>> makeBasicAuthenticator(const Secrets &secrets);
/// An access token that does not run out, sent as "<header>: <prefix><token>".
Result<std::shared_ptr<Authenticator>> makeTokenAuthenticator(const Secrets &secrets,
                                                              const QByteArray &header = "Authorization",
                                                              const QByteArray &prefix = "Bearer ");
/// OAuth2 client credentials, password and refresh: asks the token endpoint through `client`, renews before the token runs
/// out, once for all waiting threads, and again once after a 401. Errors are those of TokenRequest. A refresh token that was
/// given to us is renewed under the lock of `kept`, which may be null; one that only came with a password sign-in needs no
/// keeping.
Result<std::shared_ptr<Authenticator>> makeOAuth2Authenticator(AuthKind kind, const TokenEndpoint &endpoint,
                                                               const Secrets &secrets, HttpClient &client,
                                                               const Clock &clock,
                                                               std::shared_ptr<RefreshTokens> kept = {});

} // namespace syncline::connectors
