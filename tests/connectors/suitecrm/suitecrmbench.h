#pragma once

#include "connectors/suitecrm/suitecrmconnector.h"
#include "sandbox/crm.h"
#include "support/scriptedhttpclient.h"

#include <QDateTime>
#include <QLocale>

/// The connector against a SuiteCRM sandbox in the same process.
class SuiteCrmBench
{
public:
    explicit SuiteCrmBench(int pageSize = 10)
    {
        using namespace syncline;
        sandbox::CrmOptions options;
        options.records = 0;
        m_crm = sandbox::makeSuiteCrm(options, m_clock);
        m_network.script().answer = [this](const connectors::HttpRequest &request) { return answer(request); };
        connectors::ConnectorSettings settings;
        settings.baseUrl = QUrl(QStringLiteral("https://crm.example.test"));
        settings.secrets = {{QStringLiteral("client_id"), QStringLiteral("demo-client")},
                            {QStringLiteral("client_secret"), QStringLiteral("demo")}};
        settings.pageSize = pageSize;
        auto made = connectors::makeSuiteCrmConnector(settings, m_network, m_systemClock);
        if (made)
            m_connector = std::move(*made);
        const auto token = m_crm->handle({"POST",
                                          "/Api/access_token",
                                          {},
                                          {{"Content-Type", "application/x-www-form-urlencoded"}},
                                          "grant_type=client_credentials&client_id=demo-client&client_secret=demo"});
        m_bearer = "Bearer "
            + QJsonDocument::fromJson(token.body).object().value(QStringLiteral("access_token")).toString().toLatin1();
    }

    syncline::connectors::Connector &connector() { return *m_connector; }
    syncline::sandbox::SandboxClock &clock() { return m_clock; }
    const QList<syncline::connectors::HttpRequest> &sent() { return m_network.script().sent; }
    void forgetSent() { m_network.script().sent.clear(); }
    void configure(const QJsonObject &switches) { m_crm->configure(switches); }

    QJsonObject edit(const char *action, const QString &id, const QJsonObject &fields = {},
                     const QString &entity = QStringLiteral("Contacts"))
    {
        return m_crm->edit({{QStringLiteral("action"), QString::fromLatin1(action)},
                            {QStringLiteral("entity"), entity},
                            {QStringLiteral("id"), id},
                            {QStringLiteral("fields"), fields}});
    }
    QJsonObject stored(const QString &id, const QString &entity = QStringLiteral("Contacts")) const
    {
        for (const QJsonValue &record : m_crm->records(entity)) {
            if (record[QStringLiteral("id")].toString() == id)
                return record.toObject();
        }
        return {};
    }
    /// A record with a running number as its id.
    QString add(const QJsonObject &fields, const QString &entity = QStringLiteral("Contacts"))
    {
        const QString id = QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_number, 12, 10, QLatin1Char('0'));
        edit("create", id, fields, entity);
        return id;
    }
    syncline::connectors::WriteOutcome write(syncline::connectors::WriteKind kind, const QString &id,
                                             const QMap<QString, syncline::Value> &fields = {},
                                             const QString &entity = QStringLiteral("Contacts"))
    {
        return m_connector->write(entity, {{kind, id, fields, {}}}, {}).first();
    }
    syncline::connectors::LookUp look(const QString &id, const QStringList &fields = {},
                                      const QString &entity = QStringLiteral("Contacts"))
    {
        const auto looks = m_connector->readByIds(entity, {id}, fields, {});
        return looks ? looks->first() : syncline::connectors::LookUp{};
    }
    syncline::connectors::RemoteField field(const QString &name)
    {
        const auto described = m_connector->describe({});
        for (const auto &entity : described.value_or(QList<syncline::connectors::RemoteEntity>())) {
            const auto *found = entity.name == QStringLiteral("Contacts") ? entity.field(name) : nullptr;
            if (found)
                return *found;
        }
        return {};
    }

private:
    syncline::Result<syncline::connectors::HttpResponse> answer(const syncline::connectors::HttpRequest &request)
    {
        syncline::sandbox::Request asked{request.method, request.path, request.query, request.headers, request.body};
        if (request.signIn)
            asked.headers.emplaceBack("Authorization", m_bearer);
        if (!request.contentType.isEmpty())
            asked.headers.emplaceBack("Content-Type", request.contentType);
        const auto response = m_crm->handle(asked);
        syncline::connectors::HttpResponse result{response.status, response.headers, response.body,
                                                  std::chrono::milliseconds(1)};
        const QDateTime now = QDateTime::fromSecsSinceEpoch(m_clock.now(), Qt::UTC);
        result.headers.emplaceBack(
            "Date", QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1());
        return result;
    }

    syncline::sandbox::SandboxClock m_clock;
    std::unique_ptr<syncline::sandbox::Crm> m_crm;
    syncline::support::ScriptedNetwork m_network;
    syncline::SystemClock m_systemClock;
    std::unique_ptr<syncline::connectors::Connector> m_connector;
    QByteArray m_bearer;
    int m_number = 0;
};
