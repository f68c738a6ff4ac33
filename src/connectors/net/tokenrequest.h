#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/net/token.h"

namespace syncline::connectors {

struct TokenEndpoint
{
    QByteArray path; ///< relative to the base URL: "/oauth/v2/token", "/Api/access_token"
    /// A program that signs people in needs no client secret here, and sends none unless it was given one (RFC 7636).
    bool takesPublicClients = false;
};

/// One question to an OAuth2 token endpoint (RFC 6749). A refusal is ErrorKind::Authentication with a remedy, whatever its
/// status (a wrong password is 500 in SuiteCRM); only a gateway that finds no server (502 to 504) is ErrorKind::Server. The
/// answer's body is never shown: it may hold the password. The tokens that come are kept out of logs from here on.
class TokenRequest
{
public:
    using Form = QList<QPair<QString, QString>>;

    TokenRequest(TokenEndpoint endpoint, HttpClient &client, const Clock &clock);
    Result<Token> ask(const Form &form, std::stop_token stop) const;

private:
    Result<Token> token(const HttpResponse &answer) const;
    Error wrongAddress(const QString &message) const;
    Error refusal(const HttpResponse &answer) const;
    Error forbidden(const HttpResponse &answer) const;
    QString host() const;

    const TokenEndpoint m_endpoint;
    HttpClient &m_client;
    const Clock &m_clock;
};

} // namespace syncline::connectors
