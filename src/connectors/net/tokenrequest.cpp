#include "connectors/net/tokenrequest.h"

#include "connectors/net/notices.h"
#include "foundation/json.h"
#include "foundation/log.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SignIn", text);
}

Error authenticationError(const QString &message, const QString &remedy)
{
    return {ErrorKind::Authentication, message, remedy, {}, {}, false};
}

/// What OAuth calls passing (RFC 6749, and Salesforce's own word): nobody has to connect again for it.
bool isPassing(const HttpResponse &answer)
{
    static const QStringList words{u"temporarily_unavailable"_s, u"server_error"_s, u"rate_limit_exceeded"_s};
    const auto document = JsonDocument::parse(withoutNotices(answer.body));
    return document && words.contains(document->root()["error"].text());
}

} // namespace

TokenRequest::TokenRequest(TokenEndpoint endpoint, HttpClient &client, const Clock &clock)
    : m_endpoint(std::move(endpoint))
    , m_client(client)
    , m_clock(clock)
{
}

QString TokenRequest::host() const
{
    return m_client.settings().baseUrl.host();
}

Result<Token> TokenRequest::ask(const Form &form, std::stop_token stop) const
{
    HttpRequest request;
    request.method = "POST";
    request.path = m_endpoint.path;
    request.body = formEncoded(form);
    request.contentType = "application/x-www-form-urlencoded";
    request.headers = {{"Accept", "application/json"}};
    request.signIn = false;
    request.secretBody = true;
    request.retryServerErrors = false;
    const auto answer = m_client.send(request, stop);
    if (!answer)
        return failure(answer.error());
    if (!answer->isSuccess())
        return failure(refusal(*answer));
    return token(*answer);
}

Result<Token> TokenRequest::token(const HttpResponse &answer) const
{
    const auto document = JsonDocument::parse(withoutNotices(answer.body));
    if (!document || document->root()["access_token"].text().isEmpty())
        return failure(wrongAddress(tr("%1 answered the sign-in with something else than a token.").arg(host())));
    const JsonView root = document->root();
    const auto lifetime = std::chrono::seconds(root["expires_in"].toInteger(3600));
    const auto early = std::min<std::chrono::seconds>(std::chrono::seconds(60), lifetime / 2);
    Token token{root["access_token"].text().toLatin1(), m_clock.now() + lifetime - early, root["refresh_token"].text()};
    if (const QString site = root["instance_url"].text(); !site.isEmpty()) {
        const auto checked = checkedBaseUrl(site);
        if (!checked)
            return failure(checked.error());
        token.site = *checked;
    }
    keepSecret(QString::fromLatin1(token.text));
    if (!token.refresh.isEmpty())
        keepSecret(token.refresh);
    return token;
}

/// Nobody refused the secrets: they never reached a CRM.
Error TokenRequest::wrongAddress(const QString &message) const
{
    return {ErrorKind::Network,
            message,
            tr("Check that the address is that of the CRM itself, with its sub-folder if it has one."),
            {},
            {},
            false};
}

/// The body of a refusal may hold the password in clear text (SuiteCRM does so): only the status is told.
Error TokenRequest::refusal(const HttpResponse &answer) const
{
    const int status = answer.status;
    if ((status >= 502 && status <= 504) || isPassing(answer)) {
        return {ErrorKind::Server,
                tr("%1 is not available at the moment (status %2).").arg(host()).arg(status),
                tr("Try again later; if it stays so, look at the server."),
                {},
                {},
                false};
    }
    switch (status) {
    case 403:
        return forbidden(answer);
    case 404:
    case 405:
        return wrongAddress(tr("%1 has no sign-in address at %2.").arg(host(), QString::fromLatin1(m_endpoint.path)));
    default:
        return authenticationError(tr("%1 refused the sign-in (status %2).").arg(host()).arg(answer.status),
                                   tr("Check client id, client secret, user name and password, then connect again."));
    }
}

Error TokenRequest::forbidden(const HttpResponse &answer) const
{
    if (answer.body.contains("api_disabled")) { // Mautic's word for it
        return authenticationError(tr("The API of %1 is switched off.").arg(host()),
                                   tr("Have an administrator switch it on (in Mautic: Settings, Configuration, API "
                                      "Settings, “API enabled”), then connect again."));
    }
    return authenticationError(
        tr("%1 does not let this account use its API (status 403).").arg(host()),
        tr("Have an administrator switch the API on in the CRM's settings and allow it to this account."));
}

} // namespace syncline::connectors
