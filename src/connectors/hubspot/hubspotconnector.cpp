#include "connectors/hubspot/hubspotconnector.h"

#include "connectors/hubspot/hubspotdeletions.h"
#include "connectors/hubspot/hubspotencoding.h"
#include "connectors/hubspot/hubspotowners.h"
#include "connectors/hubspot/hubspottest.h"
#include "connectors/hubspot/hubspotwriter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

using namespace hubspot;

constexpr int largestBatch = 100;           ///< of every call with several records, and of a page of a list
constexpr double requestsPerInterval = 100; ///< in ten seconds, of the smallest accounts; answers tell the real number
constexpr double searchesPerSecond = 5;
constexpr std::chrono::seconds searchLag{300}; ///< "a few moments", minutes under load
constexpr char apiHost[] = "api.hubapi.com";

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::HubSpotConnector", text);
}

int batchOf(int wanted)
{
    return std::clamp(wanted > 0 ? wanted : largestBatch, 1, largestBatch);
}

Capabilities capabilitiesOf(const ConnectorSettings &settings)
{
    Capabilities capabilities;
    capabilities.pageSize = batchOf(settings.pageSize);
    capabilities.readBatch = largestBatch;
    capabilities.writeBatch = batchOf(settings.batchSize);
    capabilities.parallelRequests = std::max(1, settings.http.parallel);
    capabilities.deleteFeed = true;
    capabilities.overlap = searchLag;
    capabilities.indexLag = searchLag;
    capabilities.ratePerSecond = requestsPerInterval / 10;
    capabilities.sideEffects = {
        tr("New and changed records can start workflows in HubSpot, which send e-mails and change other records."),
        tr("HubSpot may make a company for the domain of a new contact's address and link the two, if the account is "
           "set "
           "up so."),
    };
    return capabilities;
}

class HubSpotConnector final : public Connector
{
public:
    HubSpotConnector(const ConnectorSettings &settings, std::unique_ptr<HttpClient> client)
        : m_capabilities(capabilitiesOf(settings))
        , m_client(std::move(client))
        , m_api(*m_client, settings.secrets, settings.apiVersion.isEmpty() ? defaultVersion : settings.apiVersion)
        , m_catalog(m_api)
        , m_owners(m_api)
        , m_reader(m_api, m_capabilities)
        , m_writer(m_api, m_reader, m_capabilities.writeBatch)
    {
    }

    const Capabilities &capabilities() const override { return m_capabilities; }
    TestReport test(std::stop_token stop) override
    {
        m_client->tokens()->clear(); // signing in is what is tested
        return testConnection(m_api, m_catalog, stop);
    }
    Result<QList<RemoteEntity>> describe(std::stop_token stop) override { return m_catalog.read(stop); }

    void adopt(const QList<RemoteEntity> &entities) override { m_catalog.adopt(entities); }

    Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop) override
    {
        if (request.entity == ownersEntity)
            return m_owners.read(request, sink, stop);
        return entity(request.entity, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.read(known, request, sink, stop);
        });
    }

    Result<QList<LookUp>> readByIds(const QString &name, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop) override
    {
        if (name == ownersEntity)
            return m_owners.byIds(ids, fields, stop);
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.byIds(known, ids, fields, stop);
        });
    }

    Result<QList<RemoteRecord>> readByKey(const QString &name, const QString &field, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop) override
    {
        if (name == ownersEntity)
            return m_owners.byKey(field, values, fields, stop);
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.byKey(known, field, values, fields, stop);
        });
    }

    Result<QList<RemoteRecord>> readCreatedSince(const QString &name, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop) override
    {
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.createdSince(known, since, fields, stop);
        });
    }

    QList<WriteOutcome> write(const QString &name, const QList<WriteOperation> &operations,
                              std::stop_token stop) override
    {
        const auto known = entity(name, stop);
        if (known)
            return m_writer.write(*known, operations, stop);
        WriteOutcome notSent;
        notSent.error = known.error();
        return QList<WriteOutcome>(operations.size(), notSent);
    }

    Result<DeletedFeed> deletedSince(const QString &name, const std::optional<QString> &cursor,
                                     std::stop_token stop) override
    {
        return objectKind(name) ? deletedRecords(m_api, name, cursor, m_capabilities, stop) : unknownEntity(name);
    }

    Result<Encoded> encode(const QString &name, const RemoteField &field, const Value &value,
                           WriteKind kind) const override
    {
        return encodedValue(name, field, value, kind);
    }

    Result<RemoteField> createField(const QString &name, const RemoteField &wanted, std::stop_token stop) override
    {
        const ObjectKind *kind = objectKind(name);
        return kind ? m_catalog.create(*kind, wanted, stop) : unknownEntity(name);
    }

    Traffic takeTraffic() override
    {
        const HttpTraffic traffic = m_client->takeTraffic();
        return {traffic.requests, traffic.throttled};
    }

private:
    tl::unexpected<Error> unknownEntity(const QString &name) const
    {
        return failure(ErrorKind::Usage, tr("HubSpot has no entity \"%1\".").arg(name),
                       tr("Choose companies, contacts, deals, tasks, calls, notes or owners."));
    }
    Result<RemoteEntity> entity(const QString &name, std::stop_token stop)
    {
        const ObjectKind *kind = objectKind(name);
        return kind ? m_catalog.entity(*kind, stop) : unknownEntity(name);
    }

    // In the order of use: each keeps references to those above it.
    Capabilities m_capabilities;
    std::unique_ptr<HttpClient> m_client;
    Api m_api;
    PropertyCatalog m_catalog;
    Owners m_owners;
    Reader m_reader;
    Writer m_writer;
};

Result<std::shared_ptr<Authenticator>> authenticator(const ConnectorSettings &settings, HttpClient &client,
                                                     const Clock &clock)
{
    switch (settings.auth) {
    case AuthKind::Token:
        return makeTokenAuthenticator(settings.secrets);
    case AuthKind::OAuth2Code:
        return makeOAuth2Authenticator(settings.auth, hubSpotCodeEndpoint().token, settings.secrets, client, clock,
                                       settings.refreshTokens);
    case AuthKind::OAuth2ClientCredentials:
    case AuthKind::OAuth2Password:
    case AuthKind::Basic:
        break;
    }
    return failure(ErrorKind::Usage, tr("HubSpot offers no sign-in of the kind %1.").arg(authKindName(settings.auth)),
                   tr("Use token, which takes a service key or a private app's token, or oauth2_code."));
}

} // namespace

Result<std::unique_ptr<Connector>> makeHubSpotConnector(ConnectorSettings settings, Network &network,
                                                        const Clock &clock)
{
    settings.http.baseUrl = settings.baseUrl;
    settings.http.ratePerInterval = requestsPerInterval;
    settings.http.groupRates = {{searchGroup, searchesPerSecond}};
    auto client = network.makeClient(settings.http);
    auto signIn = authenticator(settings, *client, clock);
    if (!signIn)
        return failure(signIn.error());
    client->setAuthenticator(std::move(*signIn));
    return std::make_unique<HubSpotConnector>(settings, std::move(client));
}

const CodeEndpoint &hubSpotCodeEndpoint()
{
    static const CodeEndpoint endpoint{
        "/oauth/authorize",
        {"/oauth/2026-03/token"},
        "localhost",
        u"crm.objects.contacts.read crm.objects.contacts.write crm.objects.companies.read crm.objects.companies.write "
        "crm.objects.deals.read crm.objects.deals.write crm.objects.owners.read crm.schemas.deals.read crm.schemas.contacts.read crm.schemas.companies.read"_s};
    return endpoint;
}

Result<Secrets> signInToHubSpot(const ConnectorSettings &settings, quint16 port, Network &network, const Clock &clock,
                                const std::function<void(const QUrl &)> &show, std::stop_token stop)
{
    HttpSettings http = settings.http;
    http.baseUrl = settings.baseUrl;
    CodeEndpoint endpoint = hubSpotCodeEndpoint();
    if (settings.baseUrl.host() == QLatin1StringView(apiHost)) // people sign in where they work, not at the API
        endpoint.authorizeAt = QUrl(u"https://app.hubspot.com/oauth/authorize"_s);
    const auto client = network.makeClient(http);
    return signInWithCode(endpoint, settings.secrets, port, *client, clock, show, stop);
}

} // namespace syncline::connectors
