#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/salesforce/salesforcequota.h"
#include "connectors/salesforce/salesforcerefusal.h"

#include <QJsonObject>

namespace syncline::connectors::salesforce {

/// The newest that this connector is known to work with: Spring '26. Three come out each year; retired ones answer 410.
inline const QString newestVersion = QStringLiteral("66.0");
/// The versions that an org offers; needs no sign-in.
inline const QByteArray versionsPath = QByteArrayLiteral("/services/data/");

/// An answer with its JSON, read once. Of any status.
struct Answer
{
    HttpResponse response; ///< of a question that was sent inside another one: with the status of its part
    JsonDocument document;
    JsonView root;
    bool isJson = false;

    /// An empty body stands for "done" (204).
    bool isSuccess() const { return response.isSuccess() && isJson; }
    /// Salesforce itself says no; anything else that is no success came from something before it.
    bool isRefusal() const { return !response.isSuccess() && isJson && !readRefusal(root).isEmpty(); }
};

/// Of an answer to versionsPath: "58.0", "66.0".
QStringList versionsIn(const Answer &answer);
/// Of those that an org offers the newest that is known here; where it knows newer ones only, its oldest.
QString bestVersion(const QStringList &offered);

/// Requests to one org.
class Api
{
public:
    /// `version`: the one to speak whatever the org offers; "": chooseVersion() chooses.
    Api(HttpClient &client, const Clock &clock, Secrets secrets, const QString &version)
        : m_client(client)
        , m_clock(clock)
        , m_secrets(std::move(secrets))
        , m_version(version.isEmpty() ? newestVersion : version)
        , m_isChosen(!version.isEmpty())
        , m_quota(client.settings().sharePercent)
    {
    }

    /// Asks the org once which versions it offers, before anything else is asked; choose() is told them.
    Result<void> chooseVersion(std::stop_token stop);
    void choose(const QStringList &offered);

    /// "/services/data/v66.0" and what follows.
    QByteArray path(const QByteArray &rest) const { return versionsPath + 'v' + m_version.toLatin1() + rest; }

    Result<Answer> get(const QByteArray &path, const QByteArray &query, std::stop_token stop);
    /// A write of many records. Sent at most once; a lost answer is an error with outcomeUnknown.
    Result<Answer> change(const QByteArray &method, const QJsonObject &body, std::stop_token stop);
    Result<Answer> remove(const QStringList &ids, std::stop_token stop);
    Result<Answer> send(HttpRequest request, std::stop_token stop);

    struct Query
    {
        QString soql;
        QString about;            ///< for messages: "The records of Contact"
        bool withDeleted = false; ///< what lies in the recycle bin as well, and archived activities
    };
    struct QueryEnd
    {
        int rows = 0, requests = 0;
        std::optional<std::chrono::seconds> date; ///< the server's clock at the first answer
        bool wasCut = false; ///< Salesforce forgot where it was (a lost locator): ask again behind the last row
    };
    /// Asks, and follows the pages of the answer to the end. Salesforce decides how many rows stand in one.
    Result<QueryEnd> query(const Query &query, const std::function<Result<void>(JsonView rows)> &take,
                           std::stop_token stop);

    /// Why this answer is no success, about the thing that is named.
    Error refusal(const Answer &answer, const QString &about) const;
    Error refusal(const Refusal &refusal, int status, const QString &about) const
    {
        return errorOf(refusal, status, about, m_secrets);
    }
    QString site() const { return m_client.settings().baseUrl.host(); }
    bool isEncrypted() const { return m_client.settings().baseUrl.scheme() == QLatin1StringView("https"); }
    const QString &version() const { return m_version; }

private:
    Result<Answer> firstPage(const Query &query, std::stop_token stop);
    Error quotaSpent() const;

    HttpClient &m_client;
    const Clock &m_clock;
    Secrets m_secrets;
    QString m_version;
    bool m_isChosen;
    Quota m_quota;
};

} // namespace syncline::connectors::salesforce
