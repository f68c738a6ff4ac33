#pragma once

#include "connectors/api/connector.h"
#include "core/engine/fieldlists.h"
#include "core/engine/plannedlinks.h"
#include "core/mapping/compiledmapping.h"
#include "core/schema/hubschema.h"
#include "core/sync/types.h"
#include "core/workspace/erasurestore.h"
#include "core/workspace/replaystore.h"
#include "foundation/clock.h"

#include <functional>
#include <memory>
#include <vector>

namespace syncline::core {

/// Makes the connector of an integration, with its secrets from the keychain. Errors: unknown provider, no secret
/// to be had, an address that is not allowed.
using ConnectorFactory = std::function<Result<std::unique_ptr<connectors::Connector>>(const IntegrationRow &)>;

/// The workspace's rooms of data, over one connection.
struct Stores
{
    explicit Stores(Database &database)
        : db(database)
        , integrations(database)
        , records(database)
        , runs(database)
        , review(database)
        , views(database)
        , replay(database)
        , erasures(database)
    {
    }
    Database &db;
    IntegrationStore integrations;
    RecordStore records;
    RunStore runs;
    ReviewStore review;
    ViewStore views;
    ReplayStore replay;
    ErasureStore erasures;
};

/// One entity of one integration, bound to a hub entity.
struct Binding
{
    QString integration; ///< id
    QString name;        ///< of the integration, for people; the planner's is system.name
    connectors::RemoteEntity remote;
    CompiledMapping mapping;
    System system;
    QString fingerprint;                          ///< of what is read and how it is mapped
    std::shared_ptr<const References> references; ///< that the mapping asks
    /// The CRM does not tell of the entity any more. It takes no part, like an integration that is paused: nothing is asked,
    /// written or concluded.
    bool isGone = false;
};

struct Account
{
    IntegrationRow row;
    std::unique_ptr<connectors::Connector> connector;
    std::optional<Error> down; ///< why it takes no part in this run
    std::vector<Binding> bindings;
    bool mayWrite = true; ///< C15: else nothing is sent, whatever was planned

    /// The first of the hub entity's, or that of one remote entity.
    const Binding *binding(const QString &hubEntity, const QString &remoteEntity = {}) const;
};

/// Where a workspace has no rule of its own: a run that would change more of an entity's linked records asks first.
constexpr double usualChangePercent = 20;

/// What a run works with: the integrations with their connectors, mappings and policies, loaded once at its start.
class Catalog
{
public:
    struct Choice
    {
        QStringList integrations;             ///< by name; empty: all
        QStringList entities;                 ///< hub entities; empty: all
        bool connect = true;                  ///< make connectors and refresh old field lists
        std::chrono::minutes describedFor{5}; ///< M1: how long a field list is good
        /// Connectors work with the cached field lists, too, while these are good: a run about a few records asks for nothing
        /// that it need not know. A field that is gone by then makes it fail, and it is tried again.
        bool adoptsFieldLists = false;
        std::shared_ptr<ScriptSource> scripts = {}; ///< evaluates the mappings' functions
    };
    static Result<Catalog> load(Stores &stores, const HubSchema &schema, const ConnectorFactory &factory,
                                const Clock &clock, const Choice &choice, std::stop_token stop);

    /// Hub entities that take part, companies before contacts (S-34).
    QStringList entities() const;
    /// In workspace order.
    const std::vector<std::unique_ptr<Account>> &accounts() const { return m_accounts; }
    /// An integration that should take part in the entity and does not is owed what the run does without it. One that a
    /// person paused is brought up to date when it is resumed.
    bool isSomebodyAway(const QString &hubEntity) const;
    Account *account(const QString &integrationId) const;
    Account *accountNamed(const QString &name) const;
    const Binding *binding(const QString &integrationId, const QString &hubEntity,
                           const QString &remoteEntity = {}) const;
    bool isReferredTo(const QString &hubEntity) const;
    /// The name shown for an integration id; "hub" for the hub.
    QString nameOf(const QString &integrationId) const;

    Policies policies(const QString &hubEntity) const;
    /// Of the linked records; a run that would change more of them asks first.
    double changeShare(const QString &hubEntity) const;
    QMap<QString, System> systems(const QString &hubEntity) const;
    const HubSchema &schema() const { return m_schema; }
    /// What the present run's plan will link; shared by all mappings.
    PlannedLinks &plannedLinks() const { return *m_planned; }
    /// The canonical match key of hub values of an entity.
    QString matchKey(const QString &hubEntity, const QMap<QString, Value> &values) const;

private:
    HubSchema m_schema;
    QMap<QString, QJsonObject> m_policies;
    std::vector<std::unique_ptr<Account>> m_accounts;
    std::shared_ptr<PlannedLinks> m_planned;
};

} // namespace syncline::core
