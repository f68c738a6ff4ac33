#include "connectors/hubspot/hubspotapi.h"

#include "connectors/common/answers.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Api", text);
}

HttpRequest post(const QByteArray &path, const QJsonObject &body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    return request;
}

} // namespace

QByteArray Api::path(const QByteArray &area, const QByteArray &rest) const
{
    // What hangs on what came with version 4, beside the third of everything else.
    const QByteArray version = area == "associations" && m_version == "v3"_L1 ? "v4"_ba : m_version.toLatin1();
    return version.startsWith('v') ? "/crm/" + version + '/' + area + rest : "/crm/" + area + '/' + version + rest;
}

QByteArray Api::objects(const QString &entity, const QByteArray &rest) const
{
    const ObjectKind *kind = objectKind(entity);
    return path("objects", '/' + (kind ? QByteArray(kind->path) : entity.toLatin1()) + rest);
}

QByteArray Api::associations(const QString &from, const QString &to, const QByteArray &rest) const
{
    return path("associations", '/' + from.toLatin1() + '/' + to.toLatin1() + rest);
}

Answer Api::read(HttpResponse response)
{
    Answer answer;
    answer.response = std::move(response);
    if (answer.response.body.isEmpty() && answer.response.isSuccess()) {
        answer.isJson = true; // 204
    } else if (auto document = JsonDocument::parse(answer.response.body)) {
        answer.document = std::move(*document);
        answer.isJson = answer.document.root().isObject();
    }
    return answer;
}

Result<Answer> Api::send(HttpRequest request, std::stop_token stop)
{
    request.headers.emplaceBack("Accept", "application/json");
    auto response = m_client.send(std::move(request), stop);
    if (!response)
        return failure(response.error());
    return read(std::move(*response));
}

Result<Answer> Api::get(const QByteArray &path, const QByteArray &query, std::stop_token stop)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    return send(std::move(request), stop);
}

Result<Answer> Api::ask(const QByteArray &path, const QJsonObject &body, std::stop_token stop,
                        const QByteArray &limitGroup)
{
    HttpRequest request = post(path, body);
    request.limitGroup = limitGroup;
    return send(std::move(request), stop);
}

Result<Answer> Api::change(const QByteArray &path, const QJsonObject &body, std::stop_token stop)
{
    HttpRequest request = post(path, body);
    request.repeat = Repeat::Once;
    return send(std::move(request), stop);
}

void Api::getAll(const QList<QByteArray> &paths, const std::function<bool(Result<Answer>)> &done, std::stop_token stop)
{
    auto path = paths.begin();
    const auto next = [&]() -> std::optional<HttpRequest> {
        if (path == paths.end())
            return std::nullopt;
        HttpRequest request;
        request.path = path->left(path->indexOf('?'));
        request.query = path->contains('?') ? path->mid(path->indexOf('?') + 1) : QByteArray();
        request.headers.emplaceBack("Accept", "application/json");
        ++path;
        return request;
    };
    const auto take = [&](Result<HttpResponse> response) {
        return done(std::move(response).map([](HttpResponse &&whole) { return read(std::move(whole)); }));
    };
    m_client.sendAll(next, take, stop);
}

QString Api::site() const
{
    return m_client.settings().baseUrl.host();
}

Error Api::refusal(const Answer &answer, const QString &about) const
{
    const int status = answer.response.status;
    if (answer.isRefusal())
        return errorOf(readRefusal(answer.root()), status, about, m_secrets);
    Error error;
    error.kind = answer.response.isSuccess() ? ErrorKind::Server : errorKindOfStatus(status);
    error.message = tr("%1: %2 gave an answer that is not HubSpot's (status %3).").arg(about, site()).arg(status);
    // At HubSpot's edge a token that is none of theirs ends so.
    error.remedy = status == 530 ? tr("Check that the key was copied as a whole.")
                                 : tr("Check the address: HubSpot's is https://api.hubapi.com.");
    error.providerMessage = providerWords(QString::fromUtf8(answer.response.body.left(2000)), m_secrets);
    return error;
}

} // namespace syncline::connectors::hubspot
