#pragma once

#include "connectors/suitecrm/suitecrmconnector.h"
#include "support/scriptedhttpclient.h"

#include <QTest>
#include <QUrlQuery>

/// A SuiteCRM made of recorded answers: it introduces itself, everything else is told by the test.
namespace syncline::support {

inline HttpResponse suiteRecording(const QString &name)
{
    return recordedAnswer(QStringLiteral("suitecrm"), name);
}

inline HttpResponse suiteRefusal(const QByteArray &detail, int status = 400)
{
    return jsonAnswer(status, R"({"errors":{"status":400,"title":null,"detail":")" + detail + R"("}})");
}

class ScriptedSite
{
public:
    using Handler = std::function<Result<HttpResponse>(const HttpRequest &)>;

    explicit ScriptedSite(connectors::AuthKind auth = connectors::AuthKind::OAuth2ClientCredentials, int pageSize = 20)
    {
        m_network.script().answer = [this](const HttpRequest &request) { return answer(request); };
        connectors::ConnectorSettings settings;
        settings.baseUrl = QUrl(QStringLiteral("https://crm.example.com/crm/"));
        settings.auth = auth;
        settings.secrets = {{QStringLiteral("client_id"), QStringLiteral("c")},
                            {QStringLiteral("client_secret"), QStringLiteral("s")},
                            {QStringLiteral("username"), QStringLiteral("u")},
                            {QStringLiteral("password"), QStringLiteral("p")}};
        settings.pageSize = pageSize;
        auto made = connectors::makeSuiteCrmConnector(settings, m_network, m_clock);
        m_connector = std::move(*made);
    }

    connectors::Connector &connector() { return *m_connector; }
    Handler handler;
    Handler metadata; ///< answers /meta/fields instead of the recordings
    QString tokenAnswer = QStringLiteral("token_client_credentials");
    QByteArray apiPrefix = "/Api/V8"; ///< where the API of this site lives
    QList<HttpRequest> sent;          ///< what reached the handler

    connectors::RemoteEntity entity(const QString &name)
    {
        const auto described = m_connector->describe({});
        for (const auto &candidate : described.value_or(QList<connectors::RemoteEntity>())) {
            if (candidate.name == name)
                return candidate;
        }
        return {};
    }

private:
    Result<HttpResponse> answer(const HttpRequest &request)
    {
        const bool own = request.path.startsWith(apiPrefix);
        const QByteArray path = own ? request.path.mid(apiPrefix.size()) : request.path;
        if (own && path == "/meta/modules" && !request.signIn)
            return suiteRecording(QStringLiteral("no_bearer"));
        if (request.path.endsWith("/meta/modules"))
            return HttpResponse{404, {}, "<html>Not Found</html>", {}};
        if (own && metadata && path.startsWith("/meta/fields/"))
            return metadata(request);
        if (own && path.startsWith("/meta/fields/"))
            return suiteRecording(QStringLiteral("meta_fields_") + QString::fromLatin1(path.mid(13)));
        if (own && path == "/module/Currencies")
            return suiteRecording(QStringLiteral("list_currencies"));
        if (own && path == "/current-user")
            return suiteRecording(QStringLiteral("current_user"));
        if (path.endsWith("/access_token"))
            return suiteRecording(tokenAnswer);
        sent.append(request);
        return handler ? handler(request) : Result<HttpResponse>(suiteRefusal("unexpected"));
    }

    SystemClock m_clock;
    ScriptedNetwork m_network;
    std::unique_ptr<connectors::Connector> m_connector;
};

inline QMap<QString, QString> queryOf(const HttpRequest &request)
{
    QMap<QString, QString> items;
    for (const auto &[key, value] : QUrlQuery(QString::fromLatin1(request.query)).queryItems(QUrl::FullyDecoded))
        items.insert(key, value);
    return items;
}

inline QJsonObject dataOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object().value(QStringLiteral("data")).toObject();
}

inline QJsonObject attributesOf(const HttpRequest &request)
{
    return dataOf(request).value(QStringLiteral("attributes")).toObject();
}

} // namespace syncline::support
