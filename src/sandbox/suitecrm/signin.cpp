#include "sandbox/suitecrm/signin.h"

#include "sandbox/suitecrm/phptext.h"
#include "sandbox/suitecrm/reply.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t accessSeconds = 3600;
constexpr std::int64_t refreshSeconds = 30 * 24 * 3600;

using Form = QHash<QString, QString>;

Form readForm(const Request &request)
{
    Form form;
    if (request.header("Content-Type").contains("json")) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        for (auto it = body.begin(); it != body.end(); ++it)
            form.insert(it.key(), it.value().toString());
    } else {
        const QUrlQuery query(QString::fromUtf8(QByteArray(request.body).replace('+', ' ')));
        for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
            form.insert(key, value);
    }
    const QByteArray authorization = request.header("Authorization");
    if (authorization.startsWith("Basic ")) {
        const QByteArray pair = QByteArray::fromBase64(authorization.mid(6));
        form.insert(u"client_id"_s, QString::fromUtf8(pair.left(pair.indexOf(':'))));
        form.insert(u"client_secret"_s, QString::fromUtf8(pair.mid(pair.indexOf(':') + 1)));
    }
    return form;
}

Response tokenError(int status, const QString &error, const QString &text, const QString &hint = {})
{
    QByteArray body = "{\"error\":" + jsonString(error) + ",\"error_description\":" + jsonString(text);
    if (!hint.isEmpty())
        body += ",\"hint\":" + jsonString(hint);
    Response response{
        status, {{"Content-Type", "application/json"}}, body + ",\"message\":" + jsonString(text) + '}', status != 401};
    if (response.closeConnection)
        response.headers.emplaceBack("Connection", "close");
    return response;
}

Response unknownError(const QString &text)
{
    return tokenError(500, u"unknown_error"_s, text);
}

Response badRefresh(const QString &hint)
{
    return tokenError(401, u"invalid_request"_s, u"The refresh token is invalid."_s, hint);
}

QByteArray bearer(const Request &request)
{
    const QByteArray authorization = request.header("Authorization");
    return authorization.startsWith("Bearer ") ? authorization.mid(7).trimmed() : QByteArray();
}

bool mayUse(const QString &client, const QString &grant)
{
    if (client == "demo-client"_L1)
        return grant == "client_credentials"_L1;
    return client != "demo-password"_L1 || grant != "client_credentials"_L1;
}

} // namespace

Response SignIn::token(const Request &request)
{
    static const QStringList grants{u"client_credentials"_s, u"password"_s, u"refresh_token"_s};
    static const QStringList clients{u"demo"_s, u"demo-client"_s, u"demo-password"_s};
    const Form form = readForm(request);
    const QString grant = form.value(u"grant_type"_s);
    const QString client = form.value(u"client_id"_s);
    if (!grants.contains(grant))
        return tokenError(400, u"unsupported_grant_type"_s,
                          u"The authorization grant type is not supported by the authorization server."_s,
                          u"Check that all required parameters have been provided"_s);
    if (client.isEmpty())
        return tokenError(400, u"invalid_request"_s,
                          u"The request is missing a required parameter, includes an invalid parameter value, "
                          "includes a parameter more than once, or is otherwise malformed."_s,
                          u"Check the `client_id` parameter"_s);
    if (!clients.contains(client))
        return unknownError(u"OAuth2Clients module with id %1 is not found"_s.arg(client));
    if (form.value(u"client_secret"_s) != m_secret || !mayUse(client, grant))
        return tokenError(401, u"invalid_client"_s, u"Client authentication failed"_s);
    if (grant == "password"_L1)
        return grantByPassword(form);
    return grant == "refresh_token"_L1 ? grantByRefresh(form) : granted(false);
}

Response SignIn::grantByPassword(const Form &form)
{
    const QString user = form.value(u"username"_s);
    if (user != "demo"_L1 && user != "inactive"_L1)
        return unknownError(u"No user found with this username: %1"_s.arg(user));
    const QString password = form.value(u"password"_s);
    if (password != m_secret) // 7.14.6 really says the password aloud
        return unknownError(u"The password is invalid: %1"_s.arg(password));
    return granted(true);
}

Response SignIn::grantByRefresh(const Form &form)
{
    const auto known = m_refresh.find(form.value(u"refresh_token"_s).toLatin1());
    if (known == m_refresh.end())
        return badRefresh(u"Cannot decrypt the refresh token"_s);
    if (known->expiresAt <= m_clock.now())
        return badRefresh(u"Token has expired"_s);
    if (known->isRevoked)
        return badRefresh(u"Token has been revoked"_s);
    known->isRevoked = true;
    m_access[known->accessToken].isRevoked = true; // the old access token dies with it
    return granted(true);
}

Response SignIn::granted(bool withRefreshToken)
{
    const QByteArray access = newToken(430);
    m_access.insert(access, {m_clock.now() + accessSeconds, false});
    QByteArray body = R"({"token_type":"Bearer","expires_in":3600,"access_token":")" + access + '"';
    if (withRefreshToken) {
        const QByteArray refresh = newToken(500);
        m_refresh.insert(refresh, {access, m_clock.now() + refreshSeconds, false});
        body += R"(,"refresh_token":")" + refresh + '"';
    }
    return {200,
            {{"Content-Type", "application/json; charset=UTF-8"},
             {"pragma", "no-cache"},
             {"cache-control", "no-store, max-age=0"},
             {"Expires", httpDate(m_clock.now())}},
            body + '}',
            false};
}

/// Three parts of base64url as in a JWT.
QByteArray SignIn::newToken(int signatureBytes)
{
    QByteArray noise;
    while (noise.size() < signatureBytes) {
        const std::uint64_t bits = m_random();
        noise.append(reinterpret_cast<const char *>(&bits), sizeof bits);
    }
    const auto encoded = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray issuedAt = QByteArray::number(qlonglong(m_clock.now()));
    const QByteArray claims = R"({"aud":"demo","iat":)" + issuedAt + R"(,"sub":""})";
    return encoded(R"({"typ":"JWT","alg":"RS256"})") + '.' + encoded(claims) + '.' + encoded(noise);
}

QString SignIn::refusalOf(const Request &request) const
{
    const QByteArray token = bearer(request);
    if (token.count('.') != 2)
        return u"The JWT string must have two dots"_s;
    const auto known = m_access.constFind(token);
    if (known == m_access.cend() || known->expiresAt <= m_clock.now())
        return u"Access token could not be verified"_s;
    return known->isRevoked ? u"Access token has been revoked"_s : QString();
}

void SignIn::signOut(const Request &request)
{
    m_access[bearer(request)].isRevoked = true;
}

void SignIn::expireAll()
{
    for (Access &access : m_access)
        access.expiresAt = 0;
}

void SignIn::revokeAll()
{
    for (Access &access : m_access)
        access.isRevoked = true;
    for (Refresh &refresh : m_refresh)
        refresh.isRevoked = true;
}

} // namespace syncline::sandbox::suitecrm
