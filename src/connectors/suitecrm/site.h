#pragma once

#include "connectors/net/connectorsettings.h"
#include "foundation/json.h"

#include <memory>

namespace syncline::connectors::suitecrm {

using Query = QList<QPair<QString, QString>>;

/// One SuiteCRM over HTTP: finds where its API lives (7, 8 below /legacy, without URL rewriting), signs in, sends.
/// Used from the connector's thread only.
class Site
{
public:
    Site(ConnectorSettings settings, std::unique_ptr<HttpClient> client, const Clock &clock);

    /// Finds the API, once. Errors: Network (no answer), Usage (an answer, but no SuiteCRM), Server.
    Result<void> connect(std::stop_token stop);
    /// Asks for a new token now, without a request for data.
    Result<void> signIn(std::stop_token stop);

    HttpRequest get(const QByteArray &path, const Query &query = {}) const; ///< path below .../V8
    HttpRequest write(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    /// A call of the legacy v4.1 API, which takes no token. `data` is its rest_data.
    HttpRequest legacy(const QString &method, const QByteArray &data) const;

    Result<HttpResponse> send(const HttpRequest &request, std::stop_token stop);
    /// One answer per request, in order.
    QList<Result<HttpResponse>> sendAll(const QList<HttpRequest> &requests, std::stop_token stop);

    const ConnectorSettings &settings() const { return m_settings; }
    bool isBelowLegacy() const { return m_root == "/legacy"; } ///< SuiteCRM 8
    QString host() const;
    HttpTraffic takeTraffic() { return m_client->takeTraffic(); }

private:
    struct Place;
    enum class Finding { Here, ElseWhere, Broken };
    Result<Finding> look(const Place &place, std::stop_token stop);
    Result<void> settle(const Place &place);

    ConnectorSettings m_settings;
    std::unique_ptr<HttpClient> m_client;
    const Clock &m_clock;
    std::shared_ptr<Authenticator> m_authenticator;
    QByteArray m_root; ///< "" or "/legacy"
    QByteArray m_api;  ///< "/Api/V8", ...; empty until it was found
};

/// The site's own address: what people paste may end in the API's path.
QUrl siteUrl(QUrl url);

} // namespace syncline::connectors::suitecrm
