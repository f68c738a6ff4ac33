#pragma once

#include "connectors/hubspot/hubspotrefusal.h"
#include "connectors/net/httpclient.h"

#include <QJsonObject>

namespace syncline::connectors::hubspot {

/// The one that is sent where nothing else is set. HubSpot brings one out each March and September and supports it for
/// eighteen months; bodies are those of v3.
inline const QString defaultVersion = QStringLiteral("2026-03");
/// Who the account is; it has no dated version yet.
inline const QByteArray accountPath = QByteArrayLiteral("/account-info/v3/details");
/// HttpRequest::limitGroup of searches, which have a limit of their own.
inline const QByteArray searchGroup = QByteArrayLiteral("search");

/// An answer with its JSON, read once. Of any status.
struct Answer
{
    HttpResponse response;
    JsonDocument document;
    bool isJson = false;

    JsonView root() const { return document.root(); }
    bool isSuccess() const { return response.isSuccess() && isJson; }
    /// HubSpot itself says no; anything else that is no success came from something before it.
    bool isRefusal() const { return !response.isSuccess() && isJson && !readRefusal(root()).isEmpty(); }
};

/// Requests to one HubSpot account.
class Api
{
public:
    Api(HttpClient &client, Secrets secrets, QString version)
        : m_client(client)
        , m_secrets(std::move(secrets))
        , m_version(std::move(version))
    {
    }

    /// The one place that knows where the version stands: "/crm/objects/2026-03/contacts", "/crm/v3/objects/contacts".
    QByteArray path(const QByteArray &area, const QByteArray &rest) const;
    QByteArray objects(const QString &entity, const QByteArray &rest = {}) const;
    QByteArray associations(const QString &from, const QString &to, const QByteArray &rest) const;

    Result<Answer> get(const QByteArray &path, const QByteArray &query, std::stop_token stop);
    /// A POST that only reads.
    Result<Answer> ask(const QByteArray &path, const QJsonObject &body, std::stop_token stop,
                       const QByteArray &limitGroup = {});
    /// Sent at most once. A lost answer is an error with outcomeUnknown.
    Result<Answer> change(const QByteArray &path, const QJsonObject &body, std::stop_token stop);
    Result<Answer> send(HttpRequest request, std::stop_token stop);
    /// GETs side by side; `done` gets each answer in the order of the paths.
    void getAll(const QList<QByteArray> &paths, const std::function<bool(Result<Answer>)> &done, std::stop_token stop);

    /// Why this answer is no success, about the thing that is named.
    Error refusal(const Answer &answer, const QString &about) const;
    Error refusal(const Refusal &refusal, int status, const QString &about) const
    {
        return errorOf(refusal, status, about, m_secrets);
    }
    QString site() const;
    bool isEncrypted() const { return m_client.settings().baseUrl.scheme() == QLatin1StringView("https"); }
    const QString &version() const { return m_version; }

private:
    static Answer read(HttpResponse response);

    HttpClient &m_client;
    Secrets m_secrets;
    QString m_version;
};

} // namespace syncline::connectors::hubspot
