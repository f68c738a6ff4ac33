#include "connectors/mautic/mauticbench.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::connectors;

namespace {

QByteArray jsonBytes(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

QByteArray httpDate(std::int64_t seconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

MauticBench::MauticBench(int records, int pageSize, int batchSize)
{
    sandbox::CrmOptions options;
    options.records = records;
    m_crm = sandbox::makeMautic(options, m_clock);
    m_network.script().answer = [this](const HttpRequest &request) { return answer(request); };
    ConnectorSettings settings;
    settings.baseUrl = QUrl(u"https://mautic.example.test"_s);
    settings.auth = AuthKind::Basic;
    settings.secrets = {{u"username"_s, u"demo"_s}, {u"password"_s, u"demo-password"_s}};
    settings.pageSize = pageSize;
    settings.batchSize = batchSize;
    m_network.script().settings.baseUrl = settings.baseUrl;
    auto made = makeMauticConnector(settings, m_network, m_systemClock);
    if (made)
        m_connector = std::move(*made);
}

Result<HttpResponse> MauticBench::answer(const HttpRequest &request)
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
        asked.headers.emplaceBack("Authorization", "Bearer demo");
    if (!request.contentType.isEmpty())
        asked.headers.emplaceBack("Content-Type", request.contentType);
    const sandbox::Response response = m_crm->handle(asked);
    HttpResponse result{response.status, response.headers, response.body, std::chrono::milliseconds(1)};
    result.headers.emplaceBack("Date", httpDate(m_clock.now()));
    if (afterwards)
        afterwards(request);
    return result;
}

QJsonObject MauticBench::ask(const QByteArray &method, const QByteArray &target, const QJsonValue &body)
{
    const qsizetype mark = target.indexOf('?');
    sandbox::Request asked;
    asked.method = method;
    asked.path = mark < 0 ? target : target.left(mark);
    asked.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    asked.body = jsonBytes(body);
    asked.headers = {{"Authorization", "Bearer demo"}, {"Content-Type", "application/json"}};
    return QJsonDocument::fromJson(m_crm->handle(asked).body).object();
}

QString MauticBench::add(const QString &entity, const QJsonObject &fields)
{
    const QJsonObject made = m_crm->edit({{u"action"_s, u"create"_s}, {u"entity"_s, entity}, {u"fields"_s, fields}});
    return QString::number(made["id"_L1].toInt());
}

void MauticBench::addField(const QString &alias, const QString &type, const QJsonObject &properties, bool isUnique)
{
    ask("POST", "/api/fields/contact/new",
        QJsonObject{{u"label"_s, alias},
                    {u"alias"_s, alias},
                    {u"type"_s, type},
                    {u"properties"_s, properties},
                    {u"isUniqueIdentifer"_s, isUnique}});
}

QJsonObject MauticBench::record(const QString &entity, const QString &id) const
{
    for (const QJsonValue &record : m_crm->records(entity)) {
        if (QString::number(record["id"_L1].toInt()) == id)
            return record.toObject();
    }
    return {};
}

QList<HttpRequest> MauticBench::sent(const QByteArray &method, const QByteArray &part)
{
    QList<HttpRequest> list;
    for (const HttpRequest &request : sent()) {
        if (request.method == method && request.path.contains(part))
            list.append(request);
    }
    return list;
}

QList<RemoteRecord> MauticBench::readAll(const QString &entity, const QStringList &fields,
                                         const std::optional<QString> &cursor)
{
    QList<RemoteRecord> all;
    const auto end = m_connector->read({entity, fields, cursor, {}},
                                       [&](QList<RemoteRecord> page) -> Result<void> {
                                           all.append(page);
                                           return {};
                                       },
                                       {});
    lastCursor = end ? end->nextCursor : QString();
    return all;
}

WriteOutcome MauticBench::write(const QString &entity, const WriteOperation &operation)
{
    return m_connector->write(entity, {operation}, {}).value(0);
}

RemoteField MauticBench::field(const QString &entity, const QString &name)
{
    return describedField(*m_connector, entity, name);
}

QJsonArray bodyOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).array();
}
