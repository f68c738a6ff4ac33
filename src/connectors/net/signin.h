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
/// Called with the whole new set when a token endpoint rotated a refresh token that was given to us, before the new token
/// is used. One that only came with a password sign-in needs no keeping.
using SecretsChanged = std::function<Result<void>(const Secrets &)>;

struct TokenEndpoint
{
    QByteArray path; ///< relative to the base URL: "/oauth/v2/token", "/Api/access_token"
};

/// Basic: user and password up front in every request.
Result<std::shared_ptr<Authenticator>> makeBasicAuthenticator(const Secrets &secrets);
/// An access token that does not run out, sent as "<header>: <prefix><token>".
Result<std::shared_ptr<Authenticator>> makeTokenAuthenticator(const Secrets &secrets,
                                                              const QByteArray &header = "Authorization",
                                                              const QByteArray &prefix = "Bearer ");
/// OAuth2 client credentials, password and refresh: asks the token endpoint through `client` (signIn = false,
/// secretBody = true), renews 60 s before expiry, once for all waiting threads, and again once after a 401. A refusal is
/// ErrorKind::Authentication with a remedy, whatever its status (a wrong password is 500 in SuiteCRM); only a gateway that
/// finds no server (502 to 504) is ErrorKind::Server. The answer's body is never shown: it may hold the password.
Result<std::shared_ptr<Authenticator>> makeOAuth2Authenticator(AuthKind kind, const TokenEndpoint &endpoint,
                                                               const Secrets &secrets, HttpClient &client,
                                                               const Clock &clock, SecretsChanged changed = {});

} // namespace syncline::connectors
