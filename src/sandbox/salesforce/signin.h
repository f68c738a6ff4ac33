#pragma once

#include "sandbox/salesforce/reply.h"

#include <QHash>
#include <QSet>
#include <QUrlQuery>

#include <optional>
#include <random>

namespace syncline::sandbox::salesforce {

/// Who may come in: OAuth 2 with codes (PKCE), client credentials, and refresh tokens that are good for one use. Everything
/// is called "demo": the client's id and secret, and an access token that never ends, for looking around by hand.
class SignIn
{
public:
    explicit SignIn(std::uint32_t seed) : m_random(seed) {}

    /// Why this request has no business here; nothing where it has.
    std::optional<Response> refusal(const Request &request) const;
    Response token(const Request &request);
    /// The browser's part, without a page: whoever asks has consented already.
    Response authorize(const Request &request);

    Response identity() const; ///< who is signed in, and where

    void expireTokens() { m_access.clear(); }
    void revokeTokens();
    void setSecret(const QString &secret) { m_secret = secret; } ///< instead of "demo"

private:
    struct Code
    {
        QString redirect, challenge;
    };

    Response exchangeCode(const QUrlQuery &form, const Request &request);
    Response tokens(const Request &request, bool withRefresh);
    QByteArray randomText();

    std::mt19937 m_random;
    QSet<QByteArray> m_access, m_refresh;
    QHash<QByteArray, Code> m_codes;
    QString m_secret = QStringLiteral("demo");
};

} // namespace syncline::sandbox::salesforce
