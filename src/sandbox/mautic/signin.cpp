#include "sandbox/mautic/signin.h"

#include "sandbox/mautic/phptext.h"
#include "sandbox/mautic/reply.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

constexpr int accessSeconds = 3600;

const Actor clientActor{0, u"demo [1]"_s};
const Actor demoUser{2, u"Demo User"_s};

Response denied(const QString &message, const QString &type = u"access_denied"_s)
{
    return plainError(401, message, type);
}

QJsonObject tokenParameters(const Request &request)
{
    if (request.method == "GET")
        return phpParameters(request.query);
    if (request.header("Content-Type").startsWith("application/json"))
        return QJsonDocument::fromJson(request.body).object();
    return phpParameters(request.body);
}

/// The client may name itself in the Authorization header.
void addBasicClient(QJsonObject &parameters, const QByteArray &authorization)
{
    if (!authorization.startsWith("Basic "))
        return;
    const QByteArray pair = QByteArray::fromBase64(authorization.mid(6));
    const qsizetype colon = pair.indexOf(':');
    parameters[u"client_id"_s] = QString::fromUtf8(pair.left(colon));
    parameters[u"client_secret"_s] = QString::fromUtf8(pair.mid(colon + 1));
}

bool isClient(const QString &id)
{
    return id == "demo"_L1 || id.startsWith("1_"_L1); // real ids are a row number, "_" and random text
}

} // namespace

tl::expected<Actor, Response> SignIn::actor(const Request &request, const Store &store) const
{
    const QByteArray authorization = request.header("Authorization");
    if (authorization.startsWith("Basic "))
        return basicActor(authorization.mid(6), store);
    if (authorization.startsWith("Bearer "))
        return bearerActor(authorization.mid(7));
    const QString token = phpParameters(request.query)["access_token"_L1].toString();
    if (!token.isEmpty())
        return bearerActor(token.toLatin1());
    return tl::unexpected(denied(u"API authorization denied."_s));
}

tl::expected<Actor, Response> SignIn::basicActor(const QByteArray &credentials, const Store &store) const
{
    if (!m_isBasicEnabled) {
        return tl::unexpected(
            plainError(403,
                       u"Basic Auth disabled. You need to enable HTTP basic auth in the API settings of "
                       "Mautic's Configuration."_s,
                       u"access_denied"_s));
    }
    const QByteArray pair = QByteArray::fromBase64(credentials);
    const QString name = QString::fromUtf8(pair.left(pair.indexOf(':')));
    const auto user = std::ranges::find(store.users, name, &User::username);
    if (user == store.users.end() || pair.mid(pair.indexOf(':') + 1) != m_secret.toUtf8())
        return tl::unexpected(denied(u"Authorization denied, invalid credentials."_s));
    return Actor{user->id, user->firstName + u' ' + user->lastName};
}

tl::expected<Actor, Response> SignIn::bearerActor(const QByteArray &token) const
{
    if (token == m_secret.toUtf8())
        return demoUser;
    const auto known = m_access.constFind(token);
    if (known == m_access.cend())
        return tl::unexpected(denied(u"The access token provided is invalid."_s, u"invalid_grant"_s));
    if (known->expires <= m_clock.now())
        return tl::unexpected(denied(u"The access token provided has expired."_s, u"invalid_grant"_s));
    return known->actor;
}

Response SignIn::token(const Request &request)
{
    QJsonObject parameters = tokenParameters(request);
    addBasicClient(parameters, request.header("Authorization"));
    if (parameters["grant_type"_L1].toString().isEmpty())
        return plainError(400, u"Invalid grant_type parameter or parameter missing"_s, u"invalid_request"_s);
    if (!isClient(parameters["client_id"_L1].toString()) || parameters["client_secret"_L1] != m_secret)
        return plainError(400, u"The client credentials are invalid"_s, u"invalid_client"_s);
    return grant(parameters);
}

Response SignIn::grant(const QJsonObject &parameters)
{
    const QString kind = parameters["grant_type"_L1].toString();
    if (kind == "client_credentials"_L1)
        return tokens(clientActor, false);
    if (kind == "refresh_token"_L1)
        return refresh(parameters);
    if (kind == "authorization_code"_L1)
        return exchangeCode(parameters);
    const bool isDemo = parameters["username"_L1] == "demo"_L1 && parameters["password"_L1] == "demo"_L1;
    if (kind == "password"_L1 && isDemo)
        return tokens(demoUser, true);
    return plainError(400, u"The grant type is unauthorized for this client_id"_s, u"unauthorized_client"_s);
}

Response SignIn::refresh(const QJsonObject &parameters)
{
    const QByteArray token = parameters["refresh_token"_L1].toString().toLatin1();
    if (!m_refresh.contains(token))
        return plainError(400, u"Invalid refresh token"_s, u"invalid_grant"_s);
    return tokens(m_refresh.take(token), true);
}

Response SignIn::exchangeCode(const QJsonObject &parameters)
{
    const QByteArray code = parameters["code"_L1].toString().toLatin1();
    const auto known = m_codes.constFind(code);
    if (known == m_codes.cend())
        return plainError(400, u"Code doesn't exist or is invalid for the client"_s, u"invalid_grant"_s);
    if (known->redirect != parameters["redirect_uri"_L1].toString())
        return plainError(400, u"The redirect URI is missing or do not match"_s, u"redirect_uri_mismatch"_s);
    const Actor actor = known->actor;
    m_codes.erase(known);
    return tokens(actor, true);
}

Response SignIn::tokens(const Actor &actor, bool withRefresh)
{
    const QByteArray access = randomText();
    m_access.insert(access, {actor, m_clock.now() + accessSeconds});
    QByteArray json = R"({"access_token":")" + access + R"(","expires_in":)" + QByteArray::number(accessSeconds)
        + R"(,"token_type":"bearer","scope":null)";
    if (withRefresh) {
        const QByteArray refreshToken = randomText();
        m_refresh.insert(refreshToken, actor);
        json += R"(,"refresh_token":")" + refreshToken + '"';
    }
    Response response = plainReply(json + '}', 200);
    response.headers.append({"Pragma"_ba, "no-cache"_ba});
    return response;
}

Response SignIn::authorize(const Request &request)
{
    const QJsonObject parameters = phpParameters(request.query);
    const QString redirect = parameters["redirect_uri"_L1].toString();
    const QString host = QUrl(redirect).host();
    const bool isLocal = host == "127.0.0.1"_L1 || host == "localhost"_L1;
    if (!isClient(parameters["client_id"_L1].toString()) || !isLocal)
        return {302, {{"Location", "/s/login"}, {"Content-Type", "text/html; charset=UTF-8"}}, {}, false};
    const QByteArray code = randomText();
    m_codes.insert(code, {redirect, demoUser});
    const QByteArray state = QUrl::toPercentEncoding(parameters["state"_L1].toString());
    const QByteArray target = redirect.toUtf8() + (redirect.contains(u'?') ? '&' : '?') + "state=" + state
        + "&code=" + code;
    return {302, {{"Location", target}, {"Content-Type", "text/html; charset=UTF-8"}}, {}, false};
}

void SignIn::expireTokens()
{
    for (Access &access : m_access)
        access.expires = 0;
}

void SignIn::revokeTokens()
{
    m_access.clear();
    m_refresh.clear();
}

QByteArray SignIn::randomText()
{
    QByteArray bytes;
    for (int i = 0; i < 64; ++i)
        bytes += char(m_random() & 0xff);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).left(86);
}

} // namespace syncline::sandbox::mautic
