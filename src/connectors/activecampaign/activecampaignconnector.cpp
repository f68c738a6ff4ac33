#include "connectors/activecampaign/activecampaignconnector.h"

#include "connectors/activecampaign/activecampaignwebhooks.h"
#include "connectors/activecampaign/connectiontest.h"
#include "connectors/activecampaign/encoding.h"
#include "connectors/activecampaign/fieldmaking.h"
#include "connectors/activecampaign/metadata.h"
#include "connectors/activecampaign/writing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace activecampaign {

namespace {

constexpr int largestPage = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

Capabilities capabilitiesFor(const ConnectorSettings &settings)
{
    Capabilities capabilities;
    capabilities.pageSize = std::clamp(settings.pageSize > 0 ? settings.pageSize : largestPage, 2, largestPage);
    capabilities.readBatch = largestPage;
    capabilities.writeBatch = 1;
    capabilities.parallelRequests = settings.http.parallel;
    capabilities.overlap = std::chrono::minutes(10); // times may come late, and how they are compared is not documented
    capabilities.ratePerSecond = settings.http.ratePerSecond;
    capabilities.sideEffects = {
        tr("Automations of ActiveCampaign run on contacts that are created, changed or tagged, and may send messages."),
    };
    return capabilities;
}

class ActiveCampaignConnector final : public Connector
{
public:
    ActiveCampaignConnector(const ConnectorSettings &settings, std::unique_ptr<HttpClient> client)
        : m_capabilities(capabilitiesFor(settings))
        , m_client(std::move(client))
        , m_api(*m_client, settings.secrets)
        , m_belongings(m_api)
    {
    }

    const Capabilities &capabilities() const override { return m_capabilities; }
    TestReport test(std::stop_token stop) override { return testConnection(m_api, std::move(stop)); }

    Result<QList<RemoteEntity>> describe(std::stop_token stop) override
    {
        QList<RemoteEntity> entities;
        Error closed;
        for (const Kind &kind : kinds()) {
            auto entity = describeKind(m_api, kind, stop);
            if (entity)
                entities.append(std::move(*entity));
            else if (entity.error().kind != ErrorKind::Permission)
                return failure(entity.error());
            else
                closed = entity.error(); // the plan or the key's user lacks it; the others still work
        }
        if (entities.isEmpty())
            return failure(closed);
        m_entities = entities;
        return entities;
    }

    void adopt(const QList<RemoteEntity> &entities) override { m_entities = entities; }

    Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop) override
    {
        return with(request.entity, stop).and_then([&](Subject of) { return reading(of).walk(request, sink, stop); });
    }

    Result<QList<LookUp>> readByIds(const QString &name, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop) override
    {
        return with(name, stop).and_then([&](Subject of) { return reading(of).byIds(ids, fields, stop); });
    }

    Result<QList<RemoteRecord>> readByKey(const QString &name, const QString &field, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop) override
    {
        return with(name, stop).and_then([&](Subject of) { return reading(of).byKey(field, values, fields, stop); });
    }

    Result<QList<RemoteRecord>> readCreatedSince(const QString &name, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop) override
    {
        return with(name, stop).and_then([&](Subject of) { return reading(of).createdSince(since, fields, stop); });
    }

    QList<WriteOutcome> write(const QString &name, const QList<WriteOperation> &operations,
                              std::stop_token stop) override
    {
        const auto of = with(name, stop);
        if (!of) {
            WriteOutcome notSent;
            notSent.error = of.error();
            return QList<WriteOutcome>(operations.size(), notSent);
        }
        Reading records = reading(*of);
        return Writing(m_api, m_belongings, records, of->kind, of->entity,
                       name == "deals"_L1 ? ownUser(stop) : QString())
            .write(operations, stop);
    }

    Result<DeletedFeed> deletedSince(const QString &, const std::optional<QString> &, std::stop_token) override
    {
        return failure(ErrorKind::NotFound, tr("ActiveCampaign does not tell what was deleted."),
                       tr("Two complete readings find it."));
    }

    Result<Encoded> encode(const QString &name, const RemoteField &field, const Value &value, WriteKind) const override
    {
        const Kind *kind = findKind(name);
        return kind ? encodedValue(*kind, field, value) : unknownEntity(name);
    }

    Result<RemoteField> createField(const QString &name, const RemoteField &wanted, std::stop_token stop) override
    {
        const Kind *kind = findKind(name);
        m_entities.clear();
        return kind ? makeField(m_api, *kind, wanted, std::move(stop)) : unknownEntity(name);
    }

    Traffic takeTraffic() override
    {
        const HttpTraffic traffic = m_client->takeTraffic();
        return {traffic.requests, traffic.throttled};
    }

private:
    struct Subject
    {
        const Kind &kind;
        const RemoteEntity &entity;
    };

    static tl::unexpected<Error> unknownEntity(const QString &name)
    {
        QStringList known;
        for (const Kind &kind : kinds())
            known.append(kind.entity);
        return failure(ErrorKind::Usage, tr("ActiveCampaign has no entity \"%1\".").arg(name),
                       tr("Choose one of: %1.").arg(known.join(u", "_s)));
    }

    Result<Subject> with(const QString &name, std::stop_token stop)
    {
        const Kind *kind = findKind(name);
        if (!kind)
            return unknownEntity(name);
        if (m_entities.isEmpty()) {
            if (const auto described = describe(std::move(stop)); !described)
                return failure(described.error());
        }
        const auto entity = std::ranges::find(m_entities, name, &RemoteEntity::name);
        if (entity == m_entities.end())
            return failure(ErrorKind::Permission, tr("%1 does not offer %2.").arg(m_api.host(), name),
                           tr("Have an administrator give the group of the key's user the right to it, or remove it "
                              "from the mapping."));
        return Subject{*kind, *entity};
    }

    /// Who the key belongs to; "" where that cannot be asked.
    QString ownUser(std::stop_token stop)
    {
        if (m_ownUser.isEmpty()) {
            if (const auto answer = m_api.send(m_api.get("/users/me"), std::move(stop)))
                m_ownUser = answer->root()["user"]["id"].text();
        }
        return m_ownUser;
    }

    Reading reading(const Subject &of) { return {m_api, m_belongings, m_capabilities, of.kind, of.entity}; }

    // In the order of use: each keeps references to those above it.
    Capabilities m_capabilities;
    std::unique_ptr<HttpClient> m_client;
    Api m_api;
    Belongings m_belongings;
    QList<RemoteEntity> m_entities; ///< as last described
    QString m_ownUser;
};

Result<std::unique_ptr<HttpClient>> signedInClient(ConnectorSettings &settings, Network &network)
{
    if (settings.auth != AuthKind::Token) {
        return failure(ErrorKind::Usage,
                       tr("ActiveCampaign cannot be used with the sign-in %1.").arg(authKindName(settings.auth)),
                       tr("Use token, with the key from Settings, Developer."));
    }
    auto signIn = makeTokenAuthenticator(settings.secrets, "Api-Token", {});
    if (!signIn)
        return failure(signIn.error());
    settings.baseUrl = accountUrl(settings.baseUrl);
    settings.http.baseUrl = settings.baseUrl;
    auto client = network.makeClient(settings.http);
    client->setAuthenticator(std::move(*signIn));
    return client;
}

} // namespace

} // namespace activecampaign

Result<std::unique_ptr<Connector>> makeActiveCampaignConnector(ConnectorSettings settings, Network &network,
                                                               const Clock &)
{
    auto client = activecampaign::signedInClient(settings, network);
    if (!client)
        return failure(client.error());
    return std::make_unique<activecampaign::ActiveCampaignConnector>(settings, std::move(*client));
}

Result<std::unique_ptr<WebhookSubscriber>> makeActiveCampaignSubscriber(ConnectorSettings settings, Network &network,
                                                                        const Clock &)
{
    auto client = activecampaign::signedInClient(settings, network);
    if (!client)
        return failure(client.error());
    return std::make_unique<activecampaign::Hooks>(std::move(*client), settings.secrets);
}

} // namespace syncline::connectors
