#pragma once

#include "core/engine/replay.h"
#include "core/engine/runner.h"
#include "core/secrets/secretstore.h"
#include "core/services/breakers.h"

namespace syncline::core {

/// What a person may do (P4).
enum class Role { Viewer, Operator, Admin };

struct Actor
{
    QString name = QStringLiteral("person");
    Role role = Role::Admin;
};

class BrowserSignIn;

/// An open workspace with everything that its services need. Belongs to the thread that opened it.
class Session
{
public:
    struct Outside
    {
        const Clock &clock;
        EffectGate &gate;
        ConnectorFactory connectors;
        QStringList providers; ///< that the factory knows
        SecretStore *secrets = nullptr;
        /// An address that may be connected to, in its one spelling.
        std::function<Result<QString>(const QString &)> checkAddress;
        BrowserSignIn *browser = nullptr; ///< null: the program has no way to open one
        /// Makes a connector with these secrets, for a try before anything is stored. A refresh token that is renewed
        /// takes its place among them. May be empty.
        std::function<Result<std::unique_ptr<connectors::Connector>>(const IntegrationRow &,
                                                                     const std::shared_ptr<SecretMap> &)>
            tryOut = {};
        Actor actor = {}; ///< who works with the sessions
        Breakers breakers = {};
    };
    static Result<std::unique_ptr<Session>> open(const QString &file, bool create, const Outside &outside);

    Stores &stores() { return m_stores; }
    const HubSchema &schema() const { return m_schema; }
    /// Stores what the user added to the hub's entities and fields; sessions opened from now on have it as well.
    Result<void> keepSchema(const HubSchema &schema);
    const Outside &outside() const { return m_outside; }
    const Clock &clock() const { return m_outside.clock; }
    Actor actor; ///< as in outside()

    /// Refuses what the actor's role does not allow.
    Result<void> need(Role role) const;
    Result<Catalog> catalog(bool connect, const QStringList &integrations = {}, std::stop_token stop = {});
    Result<QMap<QString, QString>> integrationNames(); ///< by id
    /// Makes the plan of a run again (Replay). Needs no secrets and asks nothing of a CRM.
    Result<Replayed> replay(const QString &run);
    Runner runner() { return Runner(m_stores, m_schema, m_outside.connectors, m_outside.clock, m_outside.gate); }
    Result<void> log(const QString &level, const QString &integration, const QString &message, const QString &run = {});

private:
    Session(std::unique_ptr<Database> database, const Outside &outside);
    std::unique_ptr<Database> m_database;
    Stores m_stores;
    HubSchema m_schema;
    Outside m_outside;
};

} // namespace syncline::core
