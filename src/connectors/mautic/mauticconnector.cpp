#include "connectors/mautic/mauticconnector.h"

#include "connectors/mautic/mauticauditlog.h"
#include "connectors/mautic/mauticencoding.h"
#include "connectors/mautic/mauticlistings.h"
#include "connectors/mautic/mautictest.h"
#include "connectors/mautic/mauticwebhooks.h"
#include "connectors/mautic/mauticwriter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

using namespace mautic;

constexpr int defaultPageSize = 100;
constexpr int defaultBatchSize = 100; ///< answers stay near 1 MiB, and below the usual time limits of PHP
constexpr int largestBatch = 200;     ///< more is a 500 on a server with the default setting

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::MauticConnector", text);
}

Capabilities capabilitiesOf(const ConnectorSettings &settings)
{
    Capabilities capabilities;
    capabilities.pageSize = settings.pageSize > 0 ? settings.pageSize : defaultPageSize;
    capabilities.readBatch = 100;
    capabilities.writeBatch = std::clamp(settings.batchSize > 0 ? settings.batchSize : defaultBatchSize, 1,
                                         largestBatch);
    capabilities.parallelRequests = std::max(1, settings.http.parallel);
    capabilities.deleteFeed = true;
    capabilities.sideEffects = {
        tr("Writing a contact's company text that Mautic does not know yet creates a company of that name and links "
           "it."),
        tr("Joining a segment or a campaign can send e-mails to the contact."),
        tr("New and changed contacts enter and leave filter segments, which can start campaigns and send e-mails."),
    };
    return capabilities;
}

class MauticConnector final : public Connector
{
public:
    MauticConnector(const ConnectorSettings &settings, std::unique_ptr<HttpClient> client, const Clock &clock)
        : m_capabilities(capabilitiesOf(settings))
        , m_client(std::move(client))
        , m_api(*m_client, settings.secrets)
        , m_catalog(m_api)
        , m_reader(m_api, m_capabilities)
        , m_writer(m_api, m_reader, m_capabilities.writeBatch)
        , m_listings(m_api, m_capabilities.pageSize, clock)
    {
    }

    const Capabilities &capabilities() const override { return m_capabilities; }
    TestReport test(std::stop_token stop) override
    {
        m_client->tokens()->clear(); // signing in is what is tested
        return testConnection(m_api, m_catalog, stop);
    }
    Result<QList<RemoteEntity>> describe(std::stop_token stop) override
    {
        auto entities = m_catalog.read(stop);
        if (entities)
            entities->append(Listings::entities());
        return entities;
    }

    void adopt(const QList<RemoteEntity> &entities) override { m_catalog.adopt(entities); }

    Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop) override
    {
        if (const auto list = Listings::entity(request.entity))
            return m_listings.read(*list, request, sink, stop);
        return entity(request.entity, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.read(known, request, sink, stop);
        });
    }

    Result<QList<LookUp>> readByIds(const QString &name, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop) override
    {
        if (const auto list = Listings::entity(name))
            return m_listings.byIds(*list, ids, fields, stop);
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.byIds(known, ids, fields, stop);
        });
    }

    Result<QList<RemoteRecord>> readByKey(const QString &name, const QString &field, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop) override
    {
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.byKey(known, field, values, fields, stop);
        });
    }

    Result<QList<RemoteRecord>> readCreatedSince(const QString &name, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop) override
    {
        if (const auto list = Listings::entity(name))
            return m_listings.createdSince(*list, since, fields, stop);
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.createdSince(known, since, fields, stop);
        });
    }

    QList<WriteOutcome> write(const QString &name, const QList<WriteOperation> &operations,
                              std::stop_token stop) override
    {
        if (const auto list = Listings::entity(name))
            return m_listings.write(*list, operations, stop);
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
        if (Listings::entity(name))
            return failure(ErrorKind::NotFound, tr("Mautic does not tell which %1 were deleted.").arg(name));
        const auto object = objectOf(name);
        return object ? deletedRecords(m_api, *object, cursor, stop) : unknownEntity(name);
    }

    Result<Encoded> encode(const QString &name, const RemoteField &field, const Value &value,
                           WriteKind kind) const override
    {
        return encodedValue(name, field, value, kind);
    }

    Result<RemoteField> createField(const QString &name, const RemoteField &wanted, std::stop_token stop) override
    {
        const auto object = objectOf(name);
        return object ? m_catalog.create(*object, wanted, stop) : unknownEntity(name);
    }

    Traffic takeTraffic() override
    {
        const HttpTraffic traffic = m_client->takeTraffic();
        return {traffic.requests, traffic.throttled};
    }

private:
    tl::unexpected<Error> unknownEntity(const QString &name) const
    {
        return failure(ErrorKind::Usage, tr("Mautic has no entity \"%1\".").arg(name),
                       tr("Choose contacts or companies."));
    }
    Result<RemoteEntity> entity(const QString &name, std::stop_token stop)
    {
        const auto object = objectOf(name);
        return object ? m_catalog.entity(*object, stop) : unknownEntity(name);
    }

    // In the order of use: each keeps references to those above it.
    Capabilities m_capabilities;
    std::unique_ptr<HttpClient> m_client;
    Api m_api;
    FieldCatalog m_catalog;
    Reader m_reader;
    Writer m_writer;
    Listings m_listings;
};

Result<std::shared_ptr<Authenticator>> authenticator(const ConnectorSettings &settings, HttpClient &client,
                                                     const Clock &clock)
{
    switch (settings.auth) {
    case AuthKind::Basic:
        return makeBasicAuthenticator(settings.secrets);
    case AuthKind::OAuth2ClientCredentials:
    case AuthKind::OAuth2Code:
        return makeOAuth2Authenticator(settings.auth, mauticCodeEndpoint().token, settings.secrets, client, clock,
                                       settings.refreshTokens);
    case AuthKind::OAuth2Password:
    case AuthKind::Token:
        break;
    }
    return failure(ErrorKind::Usage, tr("Mautic offers no sign-in of the kind %1.").arg(authKindName(settings.auth)),
                   tr("Use oauth2_client_credentials, oauth2_code or basic."));
}

Result<std::unique_ptr<HttpClient>> signedInClient(ConnectorSettings &settings, Network &network, const Clock &clock)
{
    settings.baseUrl = siteUrl(settings.baseUrl);
    settings.http.baseUrl = settings.baseUrl;
    auto client = network.makeClient(settings.http);
    auto signIn = authenticator(settings, *client, clock);
    if (!signIn)
        return failure(signIn.error());
    client->setAuthenticator(std::move(*signIn));
    return client;
}

} // namespace

Result<std::unique_ptr<Connector>> makeMauticConnector(ConnectorSettings settings, Network &network, const Clock &clock)
{
    auto client = signedInClient(settings, network, clock);
    if (!client)
        return failure(client.error());
    return std::make_unique<MauticConnector>(settings, std::move(*client), clock);
}

Result<std::unique_ptr<WebhookSubscriber>> makeMauticSubscriber(ConnectorSettings settings, Network &network,
                                                                const Clock &clock)
{
    auto client = signedInClient(settings, network, clock);
    if (!client)
        return failure(client.error());
    return std::make_unique<Hooks>(std::move(*client), settings.secrets);
}

const CodeEndpoint &mauticCodeEndpoint()
{
    static const CodeEndpoint endpoint{"/oauth/v2/authorize", {"/oauth/v2/token"}, "127.0.0.1", {}};
    return endpoint;
}

Result<Secrets> signInToMautic(const ConnectorSettings &settings, quint16 port, Network &network, const Clock &clock,
                               const std::function<void(const QUrl &)> &show, std::stop_token stop)
{
    HttpSettings http = settings.http;
    http.baseUrl = siteUrl(settings.baseUrl);
    const auto client = network.makeClient(http);
    return signInWithCode(mauticCodeEndpoint(), settings.secrets, port, *client, clock, show, stop);
}

} // namespace syncline::connectors
