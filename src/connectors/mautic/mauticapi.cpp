#include "connectors/mautic/mauticapi.h"

#include "connectors/common/answers.h"
#include "connectors/net/notices.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Api", text);
}

QByteArray jsonBytes(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

QString remedyOfForbidden(JsonView error)
{
    if (error["type"].text() == "api_disabled"_L1)
        return tr("Have an administrator switch on the API in Mautic: Configuration, API Settings.");
    if (error["type"].text() == "access_denied"_L1)
        return tr("Have an administrator switch on HTTP basic auth in Mautic's API Settings, or connect with OAuth 2.");
    return tr("Give the role of the connected user this right in Mautic: Settings, Roles.");
}

QString remedyOf(ErrorKind kind, JsonView error)
{
    if (const QString usual = usualRemedy(kind); !usual.isEmpty())
        return usual;
    if (kind == ErrorKind::Authentication)
        return tr("Connect this integration again.");
    if (kind == ErrorKind::Permission)
        return remedyOfForbidden(error);
    if (kind == ErrorKind::RateLimit)
        return tr("Try again later, or lower rate_per_hour of this integration.");
    if (kind == ErrorKind::NotFound)
        return tr("Check the address of the integration, and whether the record still exists.");
    return tr("Look into Mautic's log, or ask its administrator.");
}

QStringList guiltyFields(JsonView error)
{
    QStringList names;
    if (error["details"].isObject()) {
        for (const JsonView detail : error["details"])
            names.append(QString::fromUtf8(detail.key().data(), qsizetype(detail.key().size())));
    }
    return names;
}

} // namespace

std::optional<Object> objectOf(const QString &entity)
{
    if (entity == "contacts"_L1)
        return Object::Contact;
    if (entity == "companies"_L1)
        return Object::Company;
    return std::nullopt;
}

QString entityName(Object object)
{
    return object == Object::Contact ? u"contacts"_s : u"companies"_s;
}

QString recordKey(Object object)
{
    return object == Object::Contact ? u"contact"_s : u"company"_s;
}

QString auditName(Object object)
{
    return object == Object::Contact ? u"lead"_s : u"company"_s;
}

QUrl siteUrl(QUrl url)
{
    static const QRegularExpression end(
        u"(?:/api|/s|/s/(?:login|dashboard|contacts|companies|config|credentials).*)?/*$"_s);
    QString path = url.path();
    url.setPath(path.left(end.match(path).capturedStart()));
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

bool Answer::isRefusal() const
{
    return !response.isSuccess() && isJson && root()["errors"].isArray();
}

Result<Answer> Api::send(HttpRequest request, std::stop_token stop)
{
    request.path = "/api" + request.path;
    request.headers.emplaceBack("Accept", "application/json");
    auto response = m_client.send(std::move(request), stop);
    if (!response)
        return failure(response.error());
    Answer answer;
    answer.response = std::move(*response);
    if (auto document = JsonDocument::parse(withoutNotices(answer.response.body))) {
        answer.document = std::move(*document);
        answer.isJson = true;
    }
    return answer;
}

Result<Answer> Api::get(const QByteArray &path, const QByteArray &query, std::stop_token stop)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    return send(std::move(request), stop);
}

Result<Answer> Api::change(const QByteArray &method, const QByteArray &path, const QJsonValue &body,
                           std::stop_token stop, qsizetype records)
{
    HttpRequest request;
    request.timeout = m_client.settings().timeout + std::chrono::seconds(records);
    request.method = method;
    request.path = path;
    request.body = jsonBytes(body);
    request.contentType = "application/json"; // a body of any other type is ignored, and an empty contact made
    request.repeat = Repeat::Once;
    request.retryServerErrors = false;
    return send(std::move(request), stop);
}

QString Api::site() const
{
    return m_client.settings().baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

Error Api::refusal(int status, JsonView error, const QString &about) const
{
    Error result;
    result.kind = errorKindOfStatus(status);
    result.providerMessage = providerWords(error["message"].text(), m_secrets);
    result.message = result.providerMessage.isEmpty()
        ? tr("%1: Mautic answered with status %2.").arg(about).arg(status)
        : tr("%1: Mautic says \"%2\".").arg(about, result.providerMessage);
    result.remedy = remedyOf(result.kind, error);
    result.fields = guiltyFields(error);
    return result;
}

Error Api::refusal(const Answer &answer, const QString &about) const
{
    if (answer.isRefusal())
        return refusal(answer.response.status, answer.root()["errors"].at(0), about);
    const QString words = providerWords(QString::fromUtf8(answer.response.body.left(2000)), m_secrets);
    return Error{
        answer.response.isSuccess() ? ErrorKind::Server : errorKindOfStatus(answer.response.status),
        tr("%1: %2 gave an answer that is not Mautic's (status %3).").arg(about, site()).arg(answer.response.status),
        tr("Check that the address is that of Mautic itself, with its sub-folder if it has one."),
        words,
        {},
        false};
}

} // namespace syncline::connectors::mautic
