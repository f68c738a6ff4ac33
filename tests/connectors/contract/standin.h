#pragma once

#include "connectors/contract/party.h"
#include "sandbox/sandbox.h"

#include <thread>

namespace syncline::contract {

/// A CRM's stand-in in this process, behind its real server, and the connector that speaks to it.
class StandIn
{
public:
    explicit StandIn(const Party &party, int records = 0, int pageSize = 0);
    ~StandIn();

    connectors::Connector &connector() { return *m_connector; }
    /// Another one of the same account.
    std::unique_ptr<connectors::Connector> another() { return another(*m_network); }
    std::unique_ptr<connectors::Connector> another(connectors::Network &network);
    connectors::Network &network() { return *m_network; }
    QString address() const { return m_address; }

    /// A colleague at the CRM's own screen; returns the record.
    QJsonObject edit(const QString &action, const QString &id, const QJsonObject &fields = {},
                     const QString &into = {});
    QString create(const QString &email, const QString &name);
    QJsonArray records();
    void configure(const QJsonObject &switches);
    void fault(const QJsonObject &rule);
    /// A request of another program, signed in.
    QJsonObject ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    QJsonArray requests();
    void forgetRequests();
    void setClock(qint64 skew); ///< seconds that this CRM's clock is ahead

    /// One walk; after each page `between` may change the CRM.
    QList<connectors::RemoteRecord> read(const QStringList &fields, const std::optional<QString> &cursor = {},
                                         const std::function<void()> &between = {});
    QString lastCursor;
    Error lastError; ///< of the last walk that failed

private:
    QJsonDocument control(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {});
    void browse(const QUrl &address);

    const Party m_party;
    sandbox::Sandbox m_sandbox;
    QString m_address;
    SystemClock m_clock;
    OpenGate m_gate;
    std::unique_ptr<connectors::Network> m_network;
    connectors::ConnectorSettings m_settings;
    std::unique_ptr<connectors::Connector> m_connector;
    std::thread m_browser;
};

} // namespace syncline::contract
