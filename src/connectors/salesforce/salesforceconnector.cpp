#include "connectors/salesforce/salesforceconnector.h"

#include "connectors/salesforce/salesforcedeletions.h"
#include "connectors/salesforce/salesforceencoding.h"
#include "connectors/salesforce/salesforcetest.h"
#include "connectors/salesforce/salesforcewriter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

using namespace salesforce;

constexpr int largestPage = 2'000, largestBatch = 200;
/// A long transaction ends with a modification time that is over; integrations saw minutes.
constexpr std::chrono::seconds lateCommits{300};

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SalesforceConnector", text);
}

int within(int wanted, int most)
{
    return std::clamp(wanted > 0 ? wanted : most, 1, most);
}

Capabilities capabilitiesOf(const ConnectorSettings &settings)
{
    Capabilities capabilities;
    capabilities.pageSize = within(settings.pageSize, largestPage);
    capabilities.readBatch = largestBatch;
    capabilities.writeBatch = within(settings.batchSize, largestBatch);
    capabilities.parallelRequests = std::max(1, settings.http.parallel);
    capabilities.deleteFeed = true;
    capabilities.overlap = lateCommits;
    capabilities.indexLag = std::chrono::seconds(0); // queries see what is stored
    capabilities.sideEffects = {
        tr("New and changed records can start flows and triggers in Salesforce, which send e-mails and change other "
           "records."),
        tr("Deleting an account in Salesforce deletes its contacts, opportunities and activities as well."),
    };
    return capabilities;
}

class SalesforceConnector final : public Connector
{
public:
    SalesforceConnector(const ConnectorSettings &settings, std::unique_ptr<HttpClient> client, const Clock &clock)
        : m_capabilities(capabilitiesOf(settings))
        , m_client(std::move(client))
        , m_api(*m_client, clock, settings.secrets, settings.apiVersion)
        , m_catalog(m_api)
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
        return entity(request.entity, stop).and_then([&](const RemoteEntity &known) {
            return m_reader.read(known, request, sink, stop);
        });
    }

    Result<QList<LookUp>> readByIds(const QString &name, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop) override
    {
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
        return entity(name, stop).and_then([&](const RemoteEntity &known) {
            return deletedRecords(m_api, known, cursor, m_capabilities, stop);
        });
    }

    Result<Encoded> encode(const QString &name, const RemoteField &field, const Value &value,
                           WriteKind kind) const override
    {
        return encodedValue(name, field, value, kind);
    }

    Traffic takeTraffic() override
    {
        const HttpTraffic traffic = m_client->takeTraffic();
        return {traffic.requests, traffic.throttled};
    }

private:
    Result<RemoteEntity> entity(const QString &name, std::stop_token stop)
    {
        if (const ObjectKind *kind = objectKind(name))
            return m_catalog.entity(*kind, stop);
        return failure(ErrorKind::Usage, tr("Salesforce has no entity \"%1\" here.").arg(name),
                       tr("Choose Account, Contact, Lead, Opportunity, Task, Event or User."));
    }

    // In the order of use: each keeps references to those above it.
    Capabilities m_capabilities;
    std::unique_ptr<HttpClient> m_client;
    Api m_api;
    FieldCatalog m_catalog;
    Reader m_reader;
    Writer m_writer;
};

bool isOffered(AuthKind kind)
{
    return kind == AuthKind::OAuth2Code || kind == AuthKind::OAuth2ClientCredentials;
}

} // namespace

Result<std::unique_ptr<Connector>> makeSalesforceConnector(ConnectorSettings settings, Network &network,
                                                           const Clock &clock)
{
    if (!isOffered(settings.auth)) {
        return failure(ErrorKind::Usage,
                       tr("Salesforce offers no sign-in of the kind %1.").arg(authKindName(settings.auth)),
                       tr("Use oauth2_code, or oauth2_client_credentials with the address of your own Salesforce."));
    }
    settings.http.baseUrl = settings.baseUrl;
    auto client = network.makeClient(settings.http);
    auto signIn = makeOAuth2Authenticator(settings.auth, salesforceCodeEndpoint().token, settings.secrets, *client,
                                          clock, settings.refreshTokens);
    if (!signIn)
        return failure(signIn.error());
    client->setAuthenticator(std::move(*signIn));
    return std::make_unique<SalesforceConnector>(settings, std::move(client), clock);
}

/// Whether Salesforce takes 127.0.0.1 in a redirect address is told differently; "localhost" it does.
const CodeEndpoint &salesforceCodeEndpoint()
{
    static const CodeEndpoint endpoint{
        "/services/oauth2/authorize", {"/services/oauth2/token", true}, "localhost", u"api refresh_token"_s};
    return endpoint;
}

Result<Secrets> signInToSalesforce(const ConnectorSettings &settings, quint16 port, Network &network,
                                   const Clock &clock, const std::function<void(const QUrl &)> &show,
                                   std::stop_token stop)
{
    HttpSettings http = settings.http;
    http.baseUrl = settings.baseUrl;
    const auto client = network.makeClient(http);
    return signInWithCode(salesforceCodeEndpoint(), settings.secrets, port, *client, clock, show, stop);
}

} // namespace syncline::connectors
