#pragma once

#include "connectors/activecampaign/activecampaignconnector.h"
#include "connectors/operations.h"
#include "sandbox/crm.h"
#include "support/scriptedhttpclient.h"

#include <QJsonArray>

/// The connector against an ActiveCampaign sandbox in the same process, or against scripted answers.
class ActiveCampaignBench
{
public:
    using Intercept = std::function<std::optional<syncline::Result<syncline::connectors::HttpResponse>>(
        const syncline::connectors::HttpRequest &)>;

    explicit ActiveCampaignBench(int records = 0, int pageSize = 0);

    syncline::connectors::Connector &connector() { return *m_connector; }
    syncline::sandbox::Crm &crm() { return *m_crm; }
    syncline::sandbox::SandboxClock &clock() { return m_clock; }

    /// Asked before the sandbox; an answer or an error of its own keeps the request away from it.
    Intercept intercept;
    /// Called when the sandbox has done its work, before the answer reaches the connector.
    std::function<void(const syncline::connectors::HttpRequest &)> afterwards;

    QString add(const QString &entity, const QJsonObject &fields); ///< by hand; returns the id
    void edit(const QString &entity, const QString &id, const QJsonObject &fields);
    void remove(const QString &entity, const QString &id);
    QJsonObject record(const QString &entity, const QString &id) const; ///< {} where there is none

    const QList<syncline::connectors::HttpRequest> &sent() { return m_network.script().sent; }
    void forgetSent() { m_network.script().sent.clear(); }
    QList<syncline::connectors::HttpRequest> sent(const QByteArray &method, const QByteArray &part);
    QList<syncline::connectors::HttpRequest> writes();

    QList<syncline::connectors::RemoteRecord> readAll(const QString &entity, const QStringList &fields,
                                                      const std::optional<QString> &cursor = {});
    syncline::connectors::WriteOutcome write(const QString &entity,
                                             const syncline::connectors::WriteOperation &operation);
    syncline::connectors::RemoteField field(const QString &entity, const QString &name);
    syncline::connectors::ReadEnd lastEnd;
    syncline::Error lastError; ///< of the last readAll()

private:
    syncline::Result<syncline::connectors::HttpResponse> answer(const syncline::connectors::HttpRequest &request);

    syncline::sandbox::SandboxClock m_clock;
    std::unique_ptr<syncline::sandbox::Crm> m_crm;
    syncline::support::ScriptedNetwork m_network;
    syncline::SystemClock m_systemClock;
    std::unique_ptr<syncline::connectors::Connector> m_connector;
};

QJsonObject bodyOf(const syncline::connectors::HttpRequest &request);
inline syncline::Value text(const char *utf8)
{
    return syncline::Value::text(QString::fromUtf8(utf8));
}
