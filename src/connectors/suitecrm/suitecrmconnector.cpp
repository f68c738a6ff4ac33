#include "connectors/suitecrm/suitecrmconnector.h"

#include "connectors/suitecrm/answer.h"
#include "connectors/suitecrm/connectiontest.h"
#include "connectors/suitecrm/encoding.h"
#include "connectors/suitecrm/legacy.h"
#include "connectors/suitecrm/metadata.h"
#include "connectors/suitecrm/reading.h"
#include "connectors/suitecrm/writing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace suitecrm {

namespace {

const QString ownerField = u"assigned_user_id"_s;

constexpr int defaultPage = 100; ///< a record costs PHP 50 KB of memory
constexpr int largestPage = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

Capabilities capabilitiesFor(const ConnectorSettings &settings)
{
    Capabilities capabilities;
    capabilities.pageSize = settings.pageSize > 0 ? std::min(settings.pageSize, largestPage) : defaultPage;
    capabilities.readBatch = settings.batchSize > 0 ? settings.batchSize : defaultPage;
    capabilities.writeBatch = 1;
    capabilities.parallelRequests = settings.http.parallel;
    capabilities.clientChosenIds = true;
    capabilities.tellsCreator = settings.auth == AuthKind::OAuth2ClientCredentials;
    capabilities.deleteFeed = true;
    capabilities.resolution = std::chrono::seconds(60); // seconds are cut in answers
    capabilities.overlap = std::chrono::seconds(120);
    capabilities.indexLag = std::chrono::seconds(0);
    capabilities.sideEffects = {
        tr("SuiteCRM keeps one opt-out flag per e-mail address: a change reaches every contact, lead and account that "
           "has the address."),
        tr("Workflows of SuiteCRM run on records that are created or changed, and may send messages."),
    };
    return capabilities;
}

class SuiteCrmConnector final : public Connector
{
public:
    SuiteCrmConnector(ConnectorSettings settings, std::unique_ptr<HttpClient> client, const Clock &clock)
        : m_capabilities(capabilitiesFor(settings))
        , m_site(std::move(settings), std::move(client), clock)
        , m_clock(clock)
    {
    }

    const Capabilities &capabilities() const override { return m_capabilities; }
    TestReport test(std::stop_token stop) override { return testConnection(m_site, m_clock, stop); }

    Result<QList<RemoteEntity>> describe(std::stop_token stop) override;
    void adopt(const QList<RemoteEntity> &entities) override { m_entities = entities; }
    Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop) override;
    Result<QList<LookUp>> readByIds(const QString &entity, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop) override;
    Result<QList<RemoteRecord>> readByKey(const QString &entity, const QString &field, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop) override;
    Result<QList<RemoteRecord>> readCreatedSince(const QString &entity, std::chrono::seconds since,
                                                 const QStringList &fields, std::stop_token stop) override;
    QList<WriteOutcome> write(const QString &entity, const QList<WriteOperation> &operations,
                              std::stop_token stop) override;
    Result<DeletedFeed> deletedSince(const QString &entity, const std::optional<QString> &cursor,
                                     std::stop_token stop) override;
    Result<Encoded> encode(const QString &entity, const RemoteField &field, const Value &value,
                           WriteKind kind) const override;
    QMap<QString, Value> createdWith(const QString &entity) const override;
    Traffic takeTraffic() override;

private:
    Result<const RemoteEntity *> ready(const QString &name, std::stop_token stop);
    void findOwnUser(std::stop_token stop);
    void addCurrencies(QList<RemoteEntity> &entities, std::stop_token stop);
    Reading reading(const RemoteEntity &entity) { return {m_site, m_capabilities, entity, m_ownUser}; }

    Capabilities m_capabilities;
    Site m_site;
    const Clock &m_clock;
    QList<RemoteEntity> m_entities; ///< as last described
    QString m_ownUser;              ///< whose creates are certainly the sync's
    QString m_owner;                ///< who is to own what is created; "" nobody
    bool m_askedForUser = false;
};

Result<QList<RemoteEntity>> SuiteCrmConnector::describe(std::stop_token stop)
{
    if (auto connected = m_site.connect(stop); !connected)
        return failure(connected.error());
    QList<RemoteEntity> entities;
    Error closed;
    for (const Module &module : modules()) {
        if (!module.isDescribed) {
            entities.append(fixedEntity(module));
            continue;
        }
        const auto answer = m_site.send(m_site.get("/meta/fields/" + module.name.toLatin1()), stop);
        const auto document = successDocument(answer, tr("%1 did not describe %2.").arg(m_site.host(), module.name));
        if (!document && document.error().kind != ErrorKind::Permission)
            return failure(document.error());
        if (!document)
            closed = document.error(); // a module may be switched off; the other one still works
        else
            entities.append(readEntity(module, document->root()["data"]["attributes"]));
    }
    const bool isOpen = std::ranges::any_of(entities, [](const RemoteEntity &entity) {
        const Module *module = findModule(entity.name);
        return module && module->isDescribed;
    });
    if (!isOpen)
        return failure(closed);
    addCurrencies(entities, stop);
    addLabels(m_site, entities, stop);
    m_entities = entities;
    return entities;
}

/// The site's own currency has an id and no code: which one it is, is a setting (S-36).
void SuiteCrmConnector::addCurrencies(QList<RemoteEntity> &entities, std::stop_token stop)
{
    QMap<QString, QString> idByCode;
    if (const QString own = m_site.settings().currency.toUpper(); !own.isEmpty())
        idByCode.insert(own, baseCurrency);
    const Query query{
        {u"fields[Currencies]"_s, u"iso4217,status"_s}, {u"page[number]"_s, u"1"_s}, {u"page[size]"_s, u"100"_s}};
    const auto document = successDocument(m_site.send(m_site.get("/module/Currencies", query), stop), {});
    if (document) {
        for (const JsonView item : document->root()["data"]) {
            const QString code = item["attributes"]["iso4217"].text().toUpper();
            if (!code.isEmpty() && !idByCode.contains(code))
                idByCode.insert(code, item["id"].text());
        }
    }
    for (RemoteEntity &entity : entities) {
        if (entity.hubEntity == "deal"_L1 && !idByCode.isEmpty())
            entity.fields.append(currencyField(idByCode));
    }
}

/// The entity, with the site found and its fields and the sync's own user known.
Result<const RemoteEntity *> SuiteCrmConnector::ready(const QString &name, std::stop_token stop)
{
    if (m_entities.isEmpty()) {
        if (const auto described = describe(stop); !described)
            return failure(described.error());
    }
    if (const auto connected = m_site.connect(stop); !connected) // where the field lists were another connector's
        return failure(connected.error());
    findOwnUser(stop);
    for (const RemoteEntity &entity : std::as_const(m_entities)) {
        if (entity.name == name)
            return &entity;
    }
    return failure(ErrorKind::Permission, tr("%1 does not offer %2.").arg(m_site.host(), name),
                   tr("Have an administrator open the module to the sync's user, or remove it from the mapping."));
}

/// Only client credentials act as a user of the sync's own; with a password it may be a person's. An administrator sees
/// every record; from others a role may hide what nobody owns, and a record that was just made would seem to be gone.
void SuiteCrmConnector::findOwnUser(std::stop_token stop)
{
    if (m_askedForUser)
        return;
    const auto answer = m_site.send(m_site.get("/current-user"), stop);
    if (!answer)
        return;
    m_askedForUser = true;
    QString user;
    if (const auto document = successDocument(answer, {})) {
        user = document->root()["data"]["id"].text();
        if (document->root()["data"]["attributes"]["is_admin"].text() == "0"_L1)
            m_owner = user;
    }
    if (m_capabilities.tellsCreator)
        m_ownUser = user;
    m_capabilities.tellsCreator = !m_ownUser.isEmpty();
}

QMap<QString, Value> SuiteCrmConnector::createdWith(const QString &name) const
{
    const auto entity = std::ranges::find(m_entities, name, &RemoteEntity::name);
    if (m_owner.isEmpty() || entity == m_entities.end() || !entity->field(ownerField))
        return {};
    return {{ownerField, Value::text(m_owner)}};
}

Result<ReadEnd> SuiteCrmConnector::read(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    const auto entity = ready(request.entity, stop);
    if (!entity)
        return failure(entity.error());
    return reading(**entity).walk(request, sink, stop);
}

Result<QList<LookUp>> SuiteCrmConnector::readByIds(const QString &name, const QStringList &ids,
                                                   const QStringList &fields, std::stop_token stop)
{
    const auto entity = ready(name, stop);
    if (!entity)
        return failure(entity.error());
    return reading(**entity).byIds(ids, fields, stop);
}

Result<QList<RemoteRecord>> SuiteCrmConnector::readByKey(const QString &name, const QString &field,
                                                         const QStringList &values, const QStringList &fields,
                                                         std::stop_token stop)
{
    const auto entity = ready(name, stop);
    if (!entity)
        return failure(entity.error());
    return reading(**entity).byKey(field, values, fields, stop);
}

Result<QList<RemoteRecord>> SuiteCrmConnector::readCreatedSince(const QString &name, std::chrono::seconds since,
                                                                const QStringList &fields, std::stop_token stop)
{
    const auto entity = ready(name, stop);
    if (!entity)
        return failure(entity.error());
    return reading(**entity).createdSince(since, fields, stop);
}

QList<WriteOutcome> SuiteCrmConnector::write(const QString &name, const QList<WriteOperation> &operations,
                                             std::stop_token stop)
{
    const auto entity = ready(name, stop);
    const Module *module = findModule(name);
    if (!entity || !module) {
        WriteOutcome outcome;
        if (!entity)
            outcome.error = entity.error();
        QList<WriteOutcome> outcomes(operations.size(), outcome);
        for (int i = 0; i < operations.size(); ++i)
            outcomes[i].remoteId = operations[i].remoteId;
        return outcomes;
    }
    Reading records = reading(**entity);
    return Writing(m_site, records, *module, **entity, m_ownUser).write(operations, stop);
}

Result<DeletedFeed> SuiteCrmConnector::deletedSince(const QString &name, const std::optional<QString> &cursor,
                                                    std::stop_token stop)
{
    const auto entity = ready(name, stop);
    if (!entity)
        return failure(entity.error());
    return reading(**entity).deletedSince(cursor, stop);
}

Result<Encoded> SuiteCrmConnector::encode(const QString &, const RemoteField &field, const Value &value,
                                          WriteKind) const
{
    const auto wire = encodeValue(field, value);
    if (!wire)
        return failure(wire.error());
    const QJsonValue json = QJsonDocument::fromJson('[' + wire->json + ']').array().first();
    return Encoded{json, wire->predicted, wire->warning};
}

Connector::Traffic SuiteCrmConnector::takeTraffic()
{
    const HttpTraffic traffic = m_site.takeTraffic();
    return {traffic.requests, traffic.throttled};
}

} // namespace

} // namespace suitecrm

Result<std::unique_ptr<Connector>> makeSuiteCrmConnector(ConnectorSettings settings, Network &network,
                                                         const Clock &clock)
{
    if (settings.auth == AuthKind::Basic || settings.auth == AuthKind::Token) {
        return failure(ErrorKind::Usage,
                       suitecrm::tr("SuiteCRM cannot be used with the sign-in %1.").arg(authKindName(settings.auth)),
                       suitecrm::tr("Use oauth2_client_credentials or oauth2_password."));
    }
    settings.baseUrl = suitecrm::siteUrl(settings.baseUrl);
    settings.http.baseUrl = settings.baseUrl;
    auto client = network.makeClient(settings.http);
    return std::make_unique<suitecrm::SuiteCrmConnector>(std::move(settings), std::move(client), clock);
}

} // namespace syncline::connectors
