#pragma once

#include "connectors/net/httpclient.h"

#include <QMap>
#include <QString>

namespace syncline::connectors {

enum class AuthKind { OAuth2ClientCredentials, OAuth2Password, OAuth2Code, Basic, Token };
QString authKindName(AuthKind kind); ///< "oauth2_client_credentials", ...
std::optional<AuthKind> authKindFromName(const QString &name);

/// Keys: client_id, client_secret, username, password, token, refresh_token (design.md, Command line). Lives in
/// memory and in the keychain only; has no QDebug operator on purpose.
using Secrets = QMap<QString, QString>;
/// Called with the whole new set when a token endpoint rotated the refresh token, before the new token is used.
using SecretsChanged = std::function<Result<void>(const Secrets &)>;

struct TokenEndpoint
{
    QByteArray path; ///< relative to the base URL: "/oauth/v2/token", "/Api/access_token"
};

/// Basic: user and password up front in every request.
Result<std::shared_ptr<Authenticator>> makeBasicAuthenticator(const Secrets &secrets);
/// OAuth2 client credentials, password and refresh: asks the token endpoint through `client` (signIn = false,
/// secretBody = true), renews 60 s before expiry, once for all waiting threads, and again once after a 401.
/// Every 400/401/500 of the token endpoint is ErrorKind::Authentication with a remedy; its body is never shown.
Result<std::shared_ptr<Authenticator>> makeOAuth2Authenticator(AuthKind kind, const TokenEndpoint &endpoint,
                                                               const Secrets &secrets, HttpClient &client,
                                                               const Clock &clock, SecretsChanged changed = {});

} // namespace syncline::connectors
