#include "sandbox/hubspot/signin.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

constexpr int accessSeconds = 1800;

QUrlQuery formOf(const QByteArray &body)
{
    return QUrlQuery(QString::fromLatin1(body).replace(u'+', u"%20"_s));
}

QString field(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

Response refused(const QString &status, const QString &message)
{
    return troubleReply({400, status, message});
}

} // namespace

std::optional<Response> SignIn::refusal(const Request &request) const
{
    static const QRegularExpression shape(u"^[\\x21-\\x7e]+$"_s);
    const QByteArray authorization = request.header("Authorization");
    if (!authorization.startsWith("Bearer ")) {
        return troubleReply({401, u"INVALID_AUTHENTICATION"_s,
                             u"Authentication credentials not found. This API supports OAuth 2.0 authentication."_s});
    }
    const QByteArray token = authorization.mid(7);
    if (!shape.match(QString::fromUtf8(token)).hasMatch()) // never gets past the edge
        return Response{530, {{"Content-Type", "text/html"}}, "<html><body>error code: 1016</body></html>", false};
    if (token == m_secret.toUtf8())
        return std::nullopt;
    const auto known = m_access.constFind(token);
    if (known == m_access.cend()) {
        return troubleReply({401, u"INVALID_AUTHENTICATION"_s,
                             u"Authentication credentials not found. The access token is unknown."_s});
    }
    const qint64 late = m_clock.now() - *known;
    if (late < 0)
        return std::nullopt;
    return troubleReply({401, u"EXPIRED_AUTHENTICATION"_s,
                         u"The OAuth token used to make this call expired %1 second(s) ago."_s.arg(late)});
}

Response SignIn::token(const Request &request)
{
    const QUrlQuery form = formOf(request.body);
    if (field(form, u"client_id"_s) != "demo"_L1 || field(form, u"client_secret"_s) != m_secret)
        return refused(u"BAD_CLIENT_ID"_s, u"missing or unknown client id, or the secret does not fit"_s);
    const QString kind = field(form, u"grant_type"_s);
    if (kind == "authorization_code"_L1)
        return exchangeCode(form);
    const QByteArray refreshToken = field(form, u"refresh_token"_s).toLatin1();
    if (kind == "refresh_token"_L1 && m_refresh.contains(refreshToken))
        return tokens(refreshToken);
    return refused(u"BAD_REFRESH_TOKEN"_s, u"missing or invalid refresh token"_s);
}

Response SignIn::exchangeCode(const QUrlQuery &form)
{
    const auto known = m_codes.constFind(field(form, u"code"_s).toLatin1());
    if (known == m_codes.cend())
        return refused(u"BAD_AUTH_CODE"_s, u"missing or unknown auth code"_s);
    const Code code = *known;
    m_codes.erase(known);
    const QByteArray digest = QCryptographicHash::hash(field(form, u"code_verifier"_s).toLatin1(),
                                                       QCryptographicHash::Sha256);
    const QByteArray proof = digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (code.redirect != field(form, u"redirect_uri"_s))
        return refused(u"MISMATCH_REDIRECT_URI_AUTH_CODE"_s, u"redirect_uri does not match the one of the code"_s);
    if (!code.challenge.isEmpty() && code.challenge.toLatin1() != proof)
        return refused(u"BAD_CODE_VERIFIER"_s, u"code_verifier does not match the challenge"_s);
    const QByteArray refreshToken = randomText();
    m_refresh.insert(refreshToken);
    return tokens(refreshToken);
}

/// A refresh token stays the same for ever.
Response SignIn::tokens(const QByteArray &refreshToken)
{
    const QByteArray access = randomText();
    m_access.insert(access, m_clock.now() + accessSeconds);
    return jsonReply({{u"access_token"_s, QString::fromLatin1(access)},
                      {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
                      {u"expires_in"_s, accessSeconds},
                      {u"token_type"_s, u"bearer"_s},
                      {u"token_use"_s, u"access_token"_s},
                      {u"hub_id"_s, 4711},
                      {u"user_id"_s, 9},
                      {u"scopes"_s, QJsonArray{u"crm.objects.contacts.read"_s, u"crm.objects.contacts.write"_s}}});
}

Response SignIn::authorize(const Request &request)
{
    const QUrlQuery query = formOf(request.query);
    const QString redirect = field(query, u"redirect_uri"_s);
    const bool isLocal = QUrl(redirect).host() == "localhost"_L1;
    if (field(query, u"client_id"_s) != "demo"_L1 || !isLocal || field(query, u"scope"_s).isEmpty())
        return {
            400, {{"Content-Type", "text/html"}}, "<html><body>This app cannot be authorized.</body></html>", false};
    const QByteArray code = randomText();
    m_codes.insert(code, {redirect, field(query, u"code_challenge"_s)});
    const QByteArray state = QUrl::toPercentEncoding(field(query, u"state"_s));
    return {302,
            {{"Location", redirect.toUtf8() + "?code=" + code + "&state=" + state}, {"Content-Type", "text/html"}},
            {},
            false};
}

void SignIn::expireTokens()
{
    for (qint64 &expires : m_access)
        expires = m_clock.now() - 7;
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

} // namespace syncline::sandbox::hubspot
