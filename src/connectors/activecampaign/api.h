#pragma once

#include "connectors/common/offsetwalk.h"
#include "connectors/net/httpclient.h"
#include "connectors/net/signin.h"
#include "foundation/json.h"

#include <QJsonObject>

#include <vector>

namespace syncline::connectors::activecampaign {

using Query = QList<QPair<QString, QString>>;

/// An answer with its JSON, read once. Of any status.
struct Answer
{
    HttpResponse response;
    JsonDocument document;
    bool isJson = false;

    JsonView root() const { return document.root(); }
    bool isSuccess() const { return response.isSuccess() && isJson; }
};

/// The account's address: what people paste may end in the API's path.
QUrl accountUrl(QUrl url);

/// Called for each page of a list with those of its rows that had not come yet. An error stops the walk.
using RowSink = std::function<Result<void>(const QList<JsonView> &rows, const Answer &answer)>;

/// Requests to one account, below <account>/api/3.
class Api
{
public:
    Api(HttpClient &client, Secrets secrets) : m_client(client), m_secrets(std::move(secrets)) {}

    HttpRequest get(const QByteArray &path, const Query &query = {}) const;
    /// Sent at most once; a lost answer is an error with outcomeUnknown.
    HttpRequest change(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) const;

    Result<Answer> send(HttpRequest request, std::stop_token stop);
    /// One answer per request, in order.
    std::vector<Result<Answer>> sendAll(const QList<HttpRequest> &requests, std::stop_token stop);
    /// A successful answer with a list under this key; everything else is an error about the thing that is named.
    Result<Answer> list(const HttpRequest &request, const QByteArray &key, const QString &about, std::stop_token stop);
    /// Every row of a list that can only be paged by offset. The list has the name of its path: "/accounts".
    Result<void> each(const QByteArray &path, const Query &query, const RowSink &sink, std::stop_token stop,
                      OffsetWalk walk = offsetWalk());
    static OffsetWalk offsetWalk();

    /// Why this answer is no success, in ActiveCampaign's own words.
    Error refusal(const Answer &answer, const QString &about) const;
    QString host() const { return m_client.settings().baseUrl.host(); }
    const HttpSettings &settings() const { return m_client.settings(); }

private:
    HttpClient &m_client;
    Secrets m_secrets;
};

} // namespace syncline::connectors::activecampaign
