#pragma once

#include "sandbox/hubspot/reply.h"

#include <QHash>
#include <QUrlQuery>

#include <random>

namespace syncline::sandbox::hubspot {

/// Who may come in: a service key that does not run out, and OAuth 2 with codes and refresh tokens. Everything is called
/// "demo": the key, the client's id and secret.
class SignIn
{
public:
    SignIn(const SandboxClock &clock, std::uint32_t seed) : m_clock(clock), m_random(seed) {}

    /// Why this request has no business here; nothing where it has.
    std::optional<Response> refusal(const Request &request) const;
    Response token(const Request &request);
    /// The browser's part, without a page: whoever asks has consented already.
    Response authorize(const Request &request);

    void expireTokens();
    void revokeTokens();
    void setSecret(const QString &secret) { m_secret = secret; } ///< instead of "demo"

private:
    struct Code
    {
        QString redirect, challenge;
    };

    Response exchangeCode(const QUrlQuery &form);
    Response tokens(const QByteArray &refreshToken);
    QByteArray randomText();

    const SandboxClock &m_clock;
    std::mt19937 m_random;
    QHash<QByteArray, qint64> m_access; ///< token -> when it runs out
    QSet<QByteArray> m_refresh;
    QHash<QByteArray, Code> m_codes;
    QString m_secret = QStringLiteral("demo");
};

} // namespace syncline::sandbox::hubspot
