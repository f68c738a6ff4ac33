#include "sandbox/salesforce/signin.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

const QString organization = u"00DgL000000001AAAA"_s, user = u"005gL0000000001AAA"_s;

QString identityUrl()
{
    return u"https://login.salesforce.com/id/"_s + organization + u'/' + user;
}

QUrlQuery formOf(const QByteArray &body)
{
    return QUrlQuery(QString::fromLatin1(body).replace(u'+', u"%20"_s));
}

QString field(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

Response refused(const QString &error, const QString &description)
{
    return jsonReply(QJsonObject{{u"error"_s, error}, {u"error_description"_s, description}}, 400);
}

/// People sign in at one host, and their data is at another: here the two names of this computer.
QByteArray instanceOf(const Request &request)
{
    return "http://" + request.header("Host").replace("127.0.0.1", "localhost");
}

} // namespace

std::optional<Response> SignIn::refusal(const Request &request) const
{
    const QByteArray authorization = request.header("Authorization");
    const QByteArray token = authorization.startsWith("Bearer ") ? authorization.mid(7) : QByteArray();
    const bool isInstance = !request.header("Host").startsWith("127.0.0.1");
    if ((m_access.contains(token) && isInstance) || (!token.isEmpty() && token == m_secret.toUtf8()))
        return std::nullopt;
    Response response = troubleReply({401, u"INVALID_SESSION_ID"_s, u"Session expired or invalid"_s});
    response.headers.append({"WWW-Authenticate"_ba, "Token"_ba});
    return response;
}

Response SignIn::token(const Request &request)
{
    const QUrlQuery form = formOf(request.body);
    const QString kind = field(form, u"grant_type"_s), secret = field(form, u"client_secret"_s);
    if (field(form, u"client_id"_s) != "demo"_L1)
        return refused(u"invalid_client_id"_s, u"client identifier invalid"_s);
    // A client that cannot keep a secret has none to show.
    const bool isPublic = kind != "client_credentials"_L1 && secret.isEmpty();
    if (!isPublic && secret != m_secret)
        return refused(u"invalid_client"_s, u"invalid client credentials"_s);
    if (kind == "client_credentials"_L1)
        return tokens(request, false);
    if (kind == "authorization_code"_L1)
        return exchangeCode(form, request);
    if (kind != "refresh_token"_L1)
        return refused(u"unsupported_grant_type"_s, u"grant type not supported"_s);
    if (!m_refresh.remove(field(form, u"refresh_token"_s).toLatin1()))
        return refused(u"invalid_grant"_s, u"expired access/refresh token"_s);
    return tokens(request, true);
}

Response SignIn::exchangeCode(const QUrlQuery &form, const Request &request)
{
    const auto known = m_codes.constFind(field(form, u"code"_s).toLatin1());
    if (known == m_codes.cend())
        return refused(u"invalid_grant"_s, u"expired authorization code"_s);
    const Code code = *known;
    m_codes.erase(known);
    const QByteArray digest = QCryptographicHash::hash(field(form, u"code_verifier"_s).toLatin1(),
                                                       QCryptographicHash::Sha256);
    const QByteArray proof = digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (code.redirect != field(form, u"redirect_uri"_s))
        return refused(u"redirect_uri_mismatch"_s, u"redirect_uri must match configuration"_s);
    if (code.challenge.isEmpty() || code.challenge.toLatin1() != proof)
        return refused(u"invalid_grant"_s, u"invalid code verifier"_s);
    return tokens(request, true);
}

/// Nothing tells how long they last.
Response SignIn::tokens(const Request &request, bool withRefresh)
{
    const QByteArray access = "00DgL!" + randomText();
    m_access.insert(access);
    QJsonObject body{{u"access_token"_s, QString::fromLatin1(access)},
                     {u"scope"_s, u"refresh_token api"_s},
                     {u"instance_url"_s, QString::fromLatin1(instanceOf(request))},
                     {u"id"_s, identityUrl()},
                     {u"token_type"_s, u"Bearer"_s},
                     {u"issued_at"_s, QString::number(QDateTime::currentMSecsSinceEpoch())}};
    if (withRefresh) {
        const QByteArray refresh = "5Aep" + randomText();
        m_refresh.insert(refresh);
        body.insert(u"refresh_token"_s, QString::fromLatin1(refresh));
    }
    return jsonReply(body);
}

Response SignIn::authorize(const Request &request)
{
    const QUrlQuery query = formOf(request.query);
    const QString redirect = field(query, u"redirect_uri"_s);
    if (field(query, u"client_id"_s) != "demo"_L1)
        return edgeReply(400, "error=invalid_client_id&amp;error_description=client%20identifier%20invalid");
    if (QUrl(redirect).host() != "localhost"_L1)
        return edgeReply(400, "error=redirect_uri_mismatch&amp;error_description=must%20match%20configuration");
    const QByteArray code = "aPrx" + randomText();
    m_codes.insert(code, {redirect, field(query, u"code_challenge"_s)});
    const QByteArray state = QUrl::toPercentEncoding(field(query, u"state"_s));
    return {302,
            {{"Location", redirect.toUtf8() + "?code=" + code + "&state=" + state}, {"Content-Type", "text/html"}},
            {},
            false};
}

Response SignIn::identity() const
{
    return jsonReply(QJsonObject{{u"sub"_s, identityUrl()},
                                 {u"user_id"_s, user},
                                 {u"organization_id"_s, organization},
                                 {u"preferred_username"_s, u"demo@example.com"_s},
                                 {u"name"_s, u"Demo User"_s},
                                 {u"email"_s, u"demo@example.com"_s},
                                 {u"zoneinfo"_s, u"Europe/Berlin"_s},
                                 {u"active"_s, true}});
}

void SignIn::revokeTokens()
{
    m_access.clear();
    m_refresh.clear();
}

QByteArray SignIn::randomText()
{
    QByteArray bytes;
    for (int i = 0; i < 48; ++i)
        bytes += char(m_random() & 0xff);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace syncline::sandbox::salesforce
