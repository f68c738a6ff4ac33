#pragma once

#include "connectors/mautic/mauticconnector.h"
#include "connectors/operations.h"
#include "sandbox/crm.h"
#include "support/scriptedhttpclient.h"

#include <QJsonArray>

/// The connector against a Mautic sandbox in the same process, or against scripted answers.
class MauticBench
{
public:
    using Intercept = std::function<std::optional<syncline::Result<syncline::connectors::HttpResponse>>(
        const syncline::connectors::HttpRequest &)>;

    explicit MauticBench(int records = 0, int pageSize = 0, int batchSize = 0);

    syncline::connectors::Connector &connector() { return *m_connector; }
    syncline::sandbox::Crm &crm() { return *m_crm; }
    syncline::sandbox::SandboxClock &clock() { return m_clock; }

    /// Asked before the sandbox; an answer or an error of its own keeps the request away from it.
    Intercept intercept;
    /// Called when the sandbox has done its work, before the answer reaches the connector.
    std::function<void(const syncline::connectors::HttpRequest &)> afterwards;

    /// Asks the sandbox directly, as another program would.
    QJsonObject ask(const QByteArray &method, const QByteArray &target, const QJsonValue &body = {});
    /// Makes a contact or company by hand and returns its id.
    QString add(const QString &entity, const QJsonObject &fields);
    void addField(const QString &alias, const QString &type, const QJsonObject &properties = {}, bool isUnique = false);
    QJsonObject record(const QString &entity, const QString &id) const; ///< {} where there is none
    QJsonArray records(const QString &entity) const { return m_crm->records(entity); }

    const QList<syncline::connectors::HttpRequest> &sent() { return m_network.script().sent; }
    void forgetSent() { m_network.script().sent.clear(); }
    /// Requests with this method, and with this text in their path.
    QList<syncline::connectors::HttpRequest> sent(const QByteArray &method, const QByteArray &part);

    QList<syncline::connectors::RemoteRecord> readAll(const QString &entity, const QStringList &fields,
                                                      const std::optional<QString> &cursor = {});
    syncline::connectors::WriteOutcome write(const QString &entity,
                                             const syncline::connectors::WriteOperation &operation);
    syncline::connectors::RemoteField field(const QString &entity, const QString &name);
    QString lastCursor;

private:
    syncline::Result<syncline::connectors::HttpResponse> answer(const syncline::connectors::HttpRequest &request);

    syncline::sandbox::SandboxClock m_clock;
    std::unique_ptr<syncline::sandbox::Crm> m_crm;
    syncline::support::ScriptedNetwork m_network;
    syncline::SystemClock m_systemClock;
    std::unique_ptr<syncline::connectors::Connector> m_connector;
};

QJsonArray bodyOf(const syncline::connectors::HttpRequest &request);
inline syncline::Value text(const char *utf8)
{
    return syncline::Value::text(QString::fromUtf8(utf8));
}
