#pragma once

#include "sandbox/crm.h"

#include <QHash>
#include <QSet>

#include <random>

namespace syncline::sandbox::suitecrm {

/// The token service and the tokens it gave out. Clients: "demo" takes every grant, "demo-client" only its own
/// credentials and "demo-password" only a password; each has the secret "demo". Users: "demo", and "inactive", who
/// gets a token all the same.
class SignIn
{
public:
    SignIn(SandboxClock &clock, std::uint32_t seed) : m_clock(clock), m_random(seed) {}

    Response token(const Request &request);
    /// Why the request's bearer is refused; "" if it is good.
    QString refusalOf(const Request &request) const;
    void signOut(const Request &request);
    void expireAll();                                            ///< access tokens only
    void revokeAll();                                            ///< access and refresh tokens
    void setSecret(const QString &secret) { m_secret = secret; } ///< instead of "demo": of clients and users

private:
    struct Access
    {
        std::int64_t expiresAt = 0;
        bool isRevoked = false;
    };
    struct Refresh
    {
        QByteArray accessToken;
        std::int64_t expiresAt = 0;
        bool isRevoked = false;
    };

    Response grantByPassword(const QHash<QString, QString> &form);
    Response grantByRefresh(const QHash<QString, QString> &form);
    Response granted(bool withRefreshToken);
    QByteArray newToken(int signatureBytes);

    SandboxClock &m_clock;
    std::mt19937_64 m_random;
    QString m_secret = QStringLiteral("demo");
    QHash<QByteArray, Access> m_access;
    QHash<QByteArray, Refresh> m_refresh;
};

} // namespace syncline::sandbox::suitecrm
