#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// What a test of a connection found, step by step.
using ConnectionReport = connectors::TestReport;
using ConnectionStep = connectors::TestStep;

/// An integration as a person sees it.
struct IntegrationInfo
{
    QString name, provider, url, auth;
    QString state; ///< active, paused
    QMap<QString, QString> settings;
    /// The last test.
    struct Health
    {
        QString status; ///< healthy, down; "" for never tested
        std::optional<std::chrono::milliseconds> response;
        std::optional<Millis> at;
        QString message; ///< of the step that failed
        QString remedy;
        bool isSignInRefused = false; ///< new keys are needed
    } health;
    QStringList entities; ///< mapped ones, by the provider's names
};

/// Connecting, testing, configuring and disconnecting systems (C12), and their mappings (M5).
class Integrations
{
public:
    explicit Integrations(Session &session) : m_session(session) {}

    struct NewIntegration
    {
        QString provider, name, url, auth;
        QMap<QString, QString> settings;
        std::optional<SecretMap> secrets;

        IntegrationRow row() const; ///< as it would be stored, without an id
    };
    /// What add() would refuse, told before a secret is asked for.
    Result<void> checkAdd(const NewIntegration &wanted);
    /// Links, bases and graves of the same account are found again (S-31).
    Result<IntegrationRow> add(const NewIntegration &wanted);
    Result<void> remove(const QString &name);
    Result<void> set(const QString &name, const QMap<QString, QString> &settings);
    Result<void> setPaused(const QString &name, bool paused);
    Result<QList<IntegrationInfo>> list();
    /// The outcome becomes the integration's health.
    Result<ConnectionReport> test(const QString &name, std::stop_token stop);
    /// The same before anything is stored; the name may be that of an integration that gets other keys.
    /// A refresh token that the try had to renew takes its place in `wanted`: the old one is worthless.
    Result<ConnectionReport> tryOut(NewIntegration &wanted, std::stop_token stop);
    /// `entity` "": all.
    Result<QList<connectors::RemoteEntity>> describe(const QString &name, const QString &entity, std::stop_token stop);

    /// Makes a field for a hub field in the CRM, if the integration may, and maps the two where the entity is mapped (M8).
    Result<connectors::RemoteField> createField(const QString &name, const QString &remoteEntity,
                                                const QString &hubField, std::stop_token stop);

    Result<MappingFile> suggest(const QString &name, std::stop_token stop);
    Result<MappingFile> mappingOf(const QString &name);
    /// Checks against the field lists and the workspace's policies, then replaces the integration's mapping as a whole.
    Result<QStringList> apply(const MappingFile &file, std::stop_token stop);
    Result<QJsonArray> check(const MappingFile &file, std::stop_token stop);
    Result<void> setPolicy(const QString &scope, const QMap<QString, QString> &rules);

private:
    Result<IntegrationRow> named(const QString &name);
    Result<void> checkNew(const QString &name, const QMap<QString, QString> &settings);
    Result<QList<connectors::RemoteEntity>> entitiesOf(const IntegrationRow &row, std::stop_token stop);
    Result<void> lookAgain(const IntegrationRow &row);
    Result<void> refuseOtherPolicies(const MappingFile &file);
    Result<void> adoptPolicies(const MappingFile &file);

    Session &m_session;
};

} // namespace syncline::core
