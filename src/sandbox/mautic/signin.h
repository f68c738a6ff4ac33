#pragma once

#include "sandbox/mautic/store.h"

#include <tl/expected.hpp>

#include <random>

namespace syncline::sandbox::mautic {

/// Who may come in: Basic, and the OAuth 2 token endpoint with its tokens. The password is always "demo", and so are
/// the client's id and secret; "demo" itself works as a token, too.
class SignIn
{
public:
    SignIn(const SandboxClock &clock, std::uint32_t seed) : m_clock(clock), m_random(seed) {}

    tl::expected<Actor, Response> actor(const Request &request, const Store &store) const;
    Response token(const Request &request);
    /// The browser's part, without a page: whoever asks has consented already.
    Response authorize(const Request &request);

    void expireTokens();
    void revokeTokens();
    void setSecret(const QString &secret) { m_secret = secret; } ///< instead of "demo": of clients, users and tokens
    void setBasicEnabled(bool isEnabled) { m_isBasicEnabled = isEnabled; }

private:
    struct Access
    {
        Actor actor;
        qint64 expires = 0;
    };
    struct Code
    {
        QString redirect;
        Actor actor;
    };

    tl::expected<Actor, Response> basicActor(const QByteArray &credentials, const Store &store) const;
    tl::expected<Actor, Response> bearerActor(const QByteArray &token) const;
    Response grant(const QJsonObject &parameters);
    Response exchangeCode(const QJsonObject &parameters);
    Response refresh(const QJsonObject &parameters);
    Response tokens(const Actor &actor, bool withRefresh);
    QByteArray randomText();

    const SandboxClock &m_clock;
    std::mt19937 m_random;
    QHash<QByteArray, Access> m_access;
    QHash<QByteArray, Actor> m_refresh;
    QHash<QByteArray, Code> m_codes;
    QString m_secret = QStringLiteral("demo");
    bool m_isBasicEnabled = true;
};

} // namespace syncline::sandbox::mautic
