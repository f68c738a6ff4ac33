#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/net/signin.h"
#include "foundation/json.h"

#include <QJsonValue>

namespace syncline::connectors::mautic {

enum class Object { Contact, Company };
std::optional<Object> objectOf(const QString &entity);
QString entityName(Object object); ///< "contacts": the entity, its path and the key of its lists
QString recordKey(Object object);  ///< "contact": the key of one record in an answer
QString auditName(Object object);  ///< "lead": its name in the audit log

/// An answer with its JSON, read once. Of any status.
struct Answer
{
    HttpResponse response;
    JsonDocument document;
    bool isJson = false;

    JsonView root() const { return document.root(); }
    /// Mautic itself says no; anything else that is no success came from something before it.
    bool isRefusal() const;
};

/// The site's own address: what people paste may end in a page of Mautic's or in the API's path. "/index.php" stays: who
/// sees it in an address has a server that does not rewrite addresses.
QUrl siteUrl(QUrl url);

/// Requests to one Mautic, below <site>/api.
class Api
{
public:
    Api(HttpClient &client, Secrets secrets) : m_client(client), m_secrets(std::move(secrets)) {}

    Result<Answer> get(const QByteArray &path, const QByteArray &query, std::stop_token stop);
    /// Sent at most once. A lost answer is an error with outcomeUnknown. A batch keeps silent until its last record is
    /// saved, so it gets a second more for each.
    Result<Answer> change(const QByteArray &method, const QByteArray &path, const QJsonValue &body,
                          std::stop_token stop, qsizetype records = 1);
    Result<Answer> send(HttpRequest request, std::stop_token stop);

    /// Why this answer is no success, about the thing that is named ("contacts 12 of https://..."), in Mautic's own words.
    Error refusal(const Answer &answer, const QString &about) const;
    /// The same for one entry of "errors".
    Error refusal(int status, JsonView error, const QString &about) const;
    QString site() const;

private:
    HttpClient &m_client;
    Secrets m_secrets;
};

} // namespace syncline::connectors::mautic
