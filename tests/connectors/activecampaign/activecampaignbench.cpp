#include "connectors/activecampaign/activecampaignbench.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;

namespace {

QByteArray httpDate(std::int64_t seconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

ActiveCampaignBench::ActiveCampaignBench(int records, int pageSize)
{
    sandbox::CrmOptions options;
    options.records = records;
    m_crm = sandbox::makeActiveCampaign(options, m_clock);
    m_network.script().answer = [this](const HttpRequest &request) { return answer(request); };
    ConnectorSettings settings;
    settings.baseUrl = QUrl(u"https://acme.api-us1.com"_s);
    settings.auth = AuthKind::Token;
    settings.secrets = {{u"token"_s, u"demo-key-of-a-user"_s}};
    settings.pageSize = pageSize;
    auto made = makeActiveCampaignConnector(settings, m_network, m_systemClock);
    if (made)
        m_connector = std::move(*made);
}

Result<HttpResponse> ActiveCampaignBench::answer(const HttpRequest &request)
{
    if (intercept) {
        if (auto own = intercept(request))
            return *own;
    }
    sandbox::Request asked;
    asked.method = request.method;
    asked.path = request.path;
    asked.query = request.query;
    asked.body = request.body;
    if (request.signIn)
        asked.headers.emplaceBack("Api-Token", "demo");
    const sandbox::Response response = m_crm->handle(asked);
    HttpResponse result{response.status, response.headers, response.body, std::chrono::milliseconds(1)};
    result.headers.emplaceBack("Date", httpDate(m_clock.now()));
    if (afterwards)
        afterwards(request);
    return result;
}

QString ActiveCampaignBench::add(const QString &entity, const QJsonObject &fields)
{
    return m_crm->edit({{u"action"_s, u"create"_s}, {u"entity"_s, entity}, {u"fields"_s, fields}})["id"_L1].toString();
}

void ActiveCampaignBench::edit(const QString &entity, const QString &id, const QJsonObject &fields)
{
    m_crm->edit({{u"action"_s, u"update"_s}, {u"entity"_s, entity}, {u"id"_s, id}, {u"fields"_s, fields}});
}

void ActiveCampaignBench::remove(const QString &entity, const QString &id)
{
    m_crm->edit({{u"action"_s, u"delete"_s}, {u"entity"_s, entity}, {u"id"_s, id}});
}

QJsonObject ActiveCampaignBench::record(const QString &entity, const QString &id) const
{
    for (const QJsonValue &record : m_crm->records(entity)) {
        if (record["id"_L1].toString() == id)
            return record.toObject();
    }
    return {};
}

QList<HttpRequest> ActiveCampaignBench::sent(const QByteArray &method, const QByteArray &part)
{
    QList<HttpRequest> list;
    for (const HttpRequest &request : sent()) {
        if (request.method == method && request.path.contains(part))
            list.append(request);
    }
    return list;
}

QList<HttpRequest> ActiveCampaignBench::writes()
{
    QList<HttpRequest> list;
    for (const HttpRequest &request : sent()) {
        if (request.method != "GET")
            list.append(request);
    }
    return list;
}

QList<RemoteRecord> ActiveCampaignBench::readAll(const QString &entity, const QStringList &fields,
                                                 const std::optional<QString> &cursor)
{
    QList<RemoteRecord> all;
    const auto end = m_connector->read({entity, fields, cursor, {}},
                                       [&](QList<RemoteRecord> page) -> Result<void> {
                                           all.append(page);
                                           return {};
                                       },
                                       {});
    lastEnd = end.value_or(ReadEnd());
    lastError = end ? Error() : end.error();
    return all;
}

WriteOutcome ActiveCampaignBench::write(const QString &entity, const WriteOperation &operation)
{
    return m_connector->write(entity, {operation}, {}).value(0);
}

RemoteField ActiveCampaignBench::field(const QString &entity, const QString &name)
{
    return describedField(*m_connector, entity, name);
}

QJsonObject bodyOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}
