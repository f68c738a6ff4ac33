#pragma once

#include "connectors/net/signin.h"

namespace syncline::connectors {

/// What a connector of an HTTP CRM is made from. Everything but URL and sign-in has the provider's default.
struct ConnectorSettings
{
    QUrl baseUrl;
    AuthKind auth = AuthKind::OAuth2ClientCredentials;
    Secrets secrets;
    std::shared_ptr<RefreshTokens> refreshTokens; ///< null: nobody else uses the account's refresh token
    HttpSettings http;                            ///< its baseUrl is set by the connector
    int pageSize = 0;                             ///< 0: the provider's default
    int batchSize = 0;
    QString currency;   ///< ISO 4217 code of the account's own currency, where its API does not tell; "" unknown
    QString apiVersion; ///< "": the one that the connector was written for
};

} // namespace syncline::connectors
