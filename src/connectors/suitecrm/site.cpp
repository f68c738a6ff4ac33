#include "connectors/suitecrm/site.h"

#include "connectors/common/sendeach.h"
#include "connectors/net/notices.h"
#include "connectors/suitecrm/answer.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

constexpr char jsonApi[] = "application/vnd.api+json";

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

} // namespace

struct Site::Place
{
    QByteArray root; ///< "" for SuiteCRM 7, "/legacy" for 8
    QByteArray api;  ///< "/Api", or "/Api/index.php" where the web server does not rewrite addresses
};

QUrl siteUrl(QUrl url)
{
    QString path = url.path();
    // "/legacy" stays: a site may be reachable in that folder only.
    for (const QString &end :
         {u"/"_s, u"/index.php"_s, u"/access_token"_s, u"/V8"_s, u"/index.php"_s, u"/Api"_s, u"/"_s}) {
        while (path.endsWith(end))
            path.chop(end.size());
    }
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

Site::Site(ConnectorSettings settings, std::unique_ptr<HttpClient> client, const Clock &clock)
    : m_settings(std::move(settings))
    , m_client(std::move(client))
    , m_clock(clock)
{
}

QString Site::host() const
{
    return m_settings.baseUrl.host();
}

Result<void> Site::connect(std::stop_token stop)
{
    if (!m_api.isEmpty())
        return {};
    const Place places[] = {{"", "/Api"}, {"", "/Api/index.php"}, {"/legacy", "/Api"}, {"/legacy", "/Api/index.php"}};
    bool broken = false;
    for (const Place &place : places) {
        const auto finding = look(place, stop);
        if (!finding)
            return failure(finding.error());
        if (*finding == Finding::Here)
            return settle(place);
        broken = broken || *finding == Finding::Broken;
    }
    if (broken) {
        return failure(
            ErrorKind::Server, tr("The API of %1 is there, but fails.").arg(host()),
            tr("Have an administrator create the key pair of the API (Api/V8/OAuth2/private.key), and look into the "
               "web server's error log."));
    }
    return failure(ErrorKind::Usage,
                   tr("%1 answers, but there is no SuiteCRM with API V8.").arg(m_settings.baseUrl.toDisplayString()),
                   tr("Enter the address of SuiteCRM's own start page, with its sub-folder if it has one."));
}

/// An API that is asked without a token says 401 in its own JSON; everything else does not speak like that.
Result<Site::Finding> Site::look(const Place &place, std::stop_token stop)
{
    HttpRequest request;
    request.path = place.root + place.api + "/V8/meta/modules";
    request.headers = {{"Accept", jsonApi}};
    request.signIn = false;
    const auto answer = m_client->send(request, stop);
    if (!answer)
        return failure(answer.error());
    const auto document = JsonDocument::parseLeading(withoutNotices(answer->body));
    const bool speaksJson = document && document->root().isObject();
    if (speaksJson && (answer->status == 401 || answer->status == 400) && !readRefusal(*answer).detail.isEmpty())
        return Finding::Here;
    return answer->status >= 500 ? Finding::Broken : Finding::ElseWhere;
}

Result<void> Site::settle(const Place &place)
{
    const TokenEndpoint endpoint{place.root + place.api + "/access_token"};
    auto authenticator = makeOAuth2Authenticator(m_settings.auth, endpoint, m_settings.secrets, *m_client, m_clock,
                                                 m_settings.refreshTokens);
    if (!authenticator)
        return failure(authenticator.error());
    m_authenticator = *authenticator;
    m_client->setAuthenticator(m_authenticator);
    m_root = place.root;
    m_api = place.root + place.api + "/V8";
    return {};
}

Result<void> Site::signIn(std::stop_token stop)
{
    m_client->tokens()->clear();
    const auto headers = m_authenticator->headers(stop);
    if (!headers)
        return failure(headers.error());
    return {};
}

HttpRequest Site::get(const QByteArray &path, const Query &query) const
{
    HttpRequest request;
    request.path = m_api + path;
    request.query = formEncoded(query);
    request.headers = {{"Accept", jsonApi}};
    return request;
}

/// Writes go out once: a repeat that arrives late would overwrite what people entered meanwhile.
HttpRequest Site::write(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    HttpRequest request;
    request.method = method;
    request.path = m_api + path;
    request.body = body;
    if (!body.isEmpty())
        request.contentType = jsonApi; // with another type the body is ignored and blamed
    request.headers = {{"Accept", jsonApi}};
    request.repeat = Repeat::Once;
    return request;
}

HttpRequest Site::legacy(const QString &method, const QByteArray &data) const
{
    HttpRequest request;
    request.method = "POST";
    request.path = m_root + "/service/v4_1/rest.php";
    request.body = formEncoded({{u"method"_s, method},
                                {u"input_type"_s, u"JSON"_s},
                                {u"response_type"_s, u"JSON"_s},
                                {u"rest_data"_s, QString::fromUtf8(data)}});
    request.contentType = "application/x-www-form-urlencoded";
    request.signIn = false;
    request.secretBody = true;
    request.retryServerErrors = false;
    return request;
}

Result<HttpResponse> Site::send(const HttpRequest &request, std::stop_token stop)
{
    return m_client->send(request, stop);
}

QList<Result<HttpResponse>> Site::sendAll(const QList<HttpRequest> &requests, std::stop_token stop)
{
    return sendEach(*m_client, requests, std::move(stop));
}

} // namespace syncline::connectors::suitecrm
