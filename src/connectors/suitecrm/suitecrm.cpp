#include "connectors/suitecrm/suitecrm.h"

#include "connectors/suitecrm/suitecrmvalues.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

using namespace suitecrm;

namespace suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

const QStringList modules{u"Accounts"_s, u"Contacts"_s};

/// Three requests at once are plenty for its PHP workers.
constexpr int parallel = 3;
constexpr int usualPage = 100;

QString labelOf(const QString &name)
{
    QString label = name;
    if (label.endsWith("_c"_L1))
        label.chop(2);
    label.replace(u'_', u' ');
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

QString databaseTime(std::chrono::seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.count(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

/// Computed fields, links and what the CRM keeps for itself are no fields to map.
bool isOffered(const QString &name, const JsonView &field)
{
    static const QStringList computed{u"email1"_s, u"email_opt_out"_s, u"invalid_email"_s, u"account_name"_s, u"account_id"_s};
    static const QStringList types{u"link"_s, u"function"_s, u"image"_s, u"file"_s, u"id"_s, u"emailbody"_s, u"parent"_s};
    if (name == "deleted"_L1)
        return false;
    if (field["source"].text() == "non-db"_L1)
        return computed.contains(name);
    return !types.contains(field["type"].text());
}

bool isReadOnly(const QString &name)
{
    static const QStringList names{u"date_entered"_s, u"date_modified"_s, u"created_by"_s, u"created_by_name"_s,
                                   u"modified_user_id"_s, u"modified_by_name"_s, u"invalid_email"_s, u"account_name"_s,
                                   u"account_id"_s, u"assigned_user_id"_s, u"name"_s, u"full_name"_s};
    return names.contains(name);
}

} // namespace

SuiteCrm::SuiteCrm(ConnectorSettings settings, std::unique_ptr<HttpClient> client, const Clock &clock)
    : m_settings(std::move(settings))
    , m_client(std::move(client))
    , m_clock(clock)
{
    m_capabilities.pageSize = m_settings.pageSize > 0 ? m_settings.pageSize : usualPage;
    m_capabilities.readBatch = 50;
    m_capabilities.writeBatch = m_settings.batchSize > 0 ? m_settings.batchSize : 50;
    m_capabilities.parallelRequests = m_client->settings().parallel;
    m_capabilities.clientChosenIds = true;
    m_capabilities.deleteFeed = true;
    m_capabilities.resolution = std::chrono::seconds(60); // answers show no seconds
    m_capabilities.overlap = std::chrono::seconds(120);
    m_capabilities.indexLag = std::chrono::seconds(0);
    m_root = "/Api/V8";
}

Result<Reading> SuiteCrm::ask(const HttpRequest &request, const QString &what, std::stop_token stop)
{
    const auto response = m_client->send(request, stop);
    if (!response)
        return failure(response.error());
    return readAnswer(*response, what);
}

Result<RemoteEntity> SuiteCrm::describeModule(const QString &module, std::stop_token stop)
{
    auto reading = ask(getRequest(m_root, "/meta/fields/" + module.toLatin1(), {}), tr("fields of %1").arg(module), stop);
    if (!reading)
        return failure(reading.error());
    if (reading->answer != Answer::Done)
        return failure(reading->error);
    const JsonView attributes = reading->document.root()["data"]["attributes"];
    if (!attributes.isObject() || attributes.size() == 0) {
        return failure(ErrorKind::Server, tr("SuiteCRM told no fields of %1.").arg(module),
                       tr("Check that the address is that of a SuiteCRM 7 or 8."));
    }
    RemoteEntity entity{module, module, module == "Contacts"_L1 ? u"contact"_s : u"company"_s, {}};
    for (const JsonView attribute : attributes) {
        const QString name = QString::fromUtf8(attribute.key().data(), qsizetype(attribute.key().size()));
        if (!isOffered(name, attribute))
            continue;
        RemoteField field;
        field.name = name;
        field.label = labelOf(name);
        field.nativeType = attribute["type"].text();
        field.type = typeOf(field.nativeType, name);
        field.required = attribute["required"].toBool();
        field.custom = name.endsWith("_c"_L1) || attribute["source"].text() == "custom_fields"_L1;
        field.readOnly = isReadOnly(name) && !(module == "Accounts"_L1 && name == "name"_L1);
        field.maxLength = int(attribute["len"].toInteger());
        if (field.maxLength == 0 && field.nativeType == "varchar"_L1 && attribute["source"].text() != "non-db"_L1)
            field.maxLength = 255;
        if (field.type == FieldType::Integer || field.type == FieldType::Decimal || field.type == FieldType::Enumeration || field.type == FieldType::Set)
            field.maxLength = 0;
        entity.fields.append(field);
    }
    std::ranges::sort(entity.fields, {}, &RemoteField::name);
    return entity;
}

/// Without URL rewriting the API answers below index.php; SuiteCRM 8 keeps it below /legacy.
Result<void> SuiteCrm::findRoot(std::stop_token stop)
{
    for (const QByteArray &root : {QByteArray("/Api/V8"), QByteArray("/Api/index.php/V8"), QByteArray("/legacy/Api/V8")}) {
        HttpRequest request = getRequest(root, "/meta/modules", {});
        const auto response = m_client->send(request, stop);
        if (!response)
            return failure(response.error());
        if (response->status != 404 && response->status != 405 && response->header("Content-Type").contains("json")) {
            m_root = root;
            return {};
        }
    }
    return failure(ErrorKind::Network, tr("There is no SuiteCRM API V8 at %1.").arg(m_settings.baseUrl.toString()),
                   tr("Check the address, with its sub-folder if it has one."));
}

Result<QList<RemoteEntity>> SuiteCrm::describe(std::stop_token stop)
{
    QList<RemoteEntity> entities;
    std::optional<Error> refused;
    for (const QString &module : modules) {
        auto entity = describeModule(module, stop);
        if (!entity && entity.error().kind == ErrorKind::Server && m_entities.isEmpty()) {
            if (auto found = findRoot(stop); !found)
                return failure(found.error());
            entity = describeModule(module, stop);
        }
        if (!entity && entity.error().kind == ErrorKind::Permission) {
            refused = entity.error();
            continue; // a role without this module
        }
        if (!entity)
            return failure(entity.error());
        m_entities.insert(module, *entity);
        entities.append(*entity);
    }
    if (entities.isEmpty())
        return failure(*refused);
    return entities;
}

Result<void> SuiteCrm::needFields(const QString &entity, std::stop_token stop)
{
    if (m_entities.contains(entity))
        return {};
    auto described = describeModule(entity, stop);
    if (!described)
        return failure(described.error());
    m_entities.insert(entity, *described);
    return {};
}

SuiteCrm::Query SuiteCrm::fieldsQuery(const QString &entity, QStringList fields) const
{
    for (const QString &always : {u"date_modified"_s, u"date_entered"_s}) {
        if (!fields.contains(always))
            fields << always;
    }
    const auto known = m_entities.constFind(entity);
    fields.removeIf([&](const QString &name) {
        return known != m_entities.cend() && !known->field(name) && name != "date_modified"_L1 && name != "date_entered"_L1;
    });
    return {{"fields[" + entity.toLatin1() + "]", fields.join(u',')}};
}

RemoteRecord SuiteCrm::record(const QString &entity, const JsonView &data) const
{
    RemoteRecord record;
    record.id = data["id"].text();
    const JsonView attributes = data["attributes"];
    const auto known = m_entities.constFind(entity);
    for (const JsonView attribute : attributes) {
        const QString name = QString::fromUtf8(attribute.key().data(), qsizetype(attribute.key().size()));
        const RemoteField *field = known == m_entities.cend() ? nullptr : known->field(name);
        if (field)
            record.fields.insert(name, decode(*field, attribute));
    }
    record.modifiedAt = secondsOf(attributes["date_modified"].text());
    record.createdAt = secondsOf(attributes["date_entered"].text());
    return record;
}

/// Walks by id, because ties in a sort by date lose records: each page begins behind the last row that was sent.
Result<QList<RemoteRecord>> SuiteCrm::walk(const QString &entity, const Query &filters, const QStringList &fields, int pageSize,
                                           const PageSink *sink, std::optional<std::chrono::seconds> *serverTime, std::stop_token stop)
{
    if (auto known = needFields(entity, stop); !known)
        return failure(known.error());
    QList<RemoteRecord> all;
    QString last;
    for (;;) {
        Query query = fieldsQuery(entity, fields);
        query << filters;
        if (!last.isEmpty())
            query.append({"filter[id][gt]", last});
        query.append({"sort", u"id"_s});
        query.append({"page[number]", u"1"_s});
        query.append({"page[size]", QString::number(pageSize)});
        const auto response = m_client->send(getRequest(m_root, "/module/" + entity.toLatin1(), query), stop);
        if (!response)
            return failure(response.error());
        if (serverTime && !*serverTime)
            *serverTime = response->date();
        const Reading reading = readAnswer(*response, tr("list of %1").arg(entity));
        if (reading.answer != Answer::Done)
            return failure(reading.error);
        const JsonView data = reading.document.root()["data"];
        if (!data.isArray()) {
            return failure(ErrorKind::Server, tr("SuiteCRM's list of %1 is no list.").arg(entity),
                           tr("Try again; if it stays so, look at SuiteCRM's log."));
        }
        QList<RemoteRecord> page;
        for (const JsonView row : data)
            page.append(record(entity, row));
        if (page.isEmpty())
            return all;
        if (page.last().id == last || std::ranges::any_of(page, [&](const RemoteRecord &r) { return r.id.isEmpty() || r.id == last; })) {
            return failure(ErrorKind::Server, tr("SuiteCRM sent the same page of %1 again.").arg(entity),
                           tr("Check that no cache stands between Syncline and SuiteCRM."));
        }
        last = page.last().id;
        if (!sink) {
            all << page;
        } else if (auto taken = (*sink)(std::move(page)); !taken) {
            return failure(taken.error());
        }
    }
}

Result<ReadEnd> SuiteCrm::read(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    Query filters;
    if (request.cursor) {
        const auto since = std::chrono::seconds(request.cursor->toLongLong()) - m_capabilities.overlap;
        filters.append({"filter[date_modified][gte]", databaseTime(since)});
    }
    std::optional<std::chrono::seconds> serverTime;
    const auto walked = walk(request.entity, filters, request.fields, m_capabilities.pageSize, &sink, &serverTime, stop);
    if (!walked)
        return failure(walked.error());
    const auto start = serverTime.value_or(std::chrono::seconds(m_clock.nowSeconds()));
    return ReadEnd{QString::number(start.count()), 0, !request.cursor};
}

Result<QList<LookUp>> SuiteCrm::readByIds(const QString &entity, const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    if (auto known = needFields(entity, stop); !known)
        return failure(known.error());
    QList<LookUp> looks;
    qsizetype next = 0;
    const Query query = fieldsQuery(entity, fields);
    m_client->sendAll(
        [&]() -> std::optional<HttpRequest> {
            if (next >= ids.size())
                return std::nullopt;
            return getRequest(m_root, "/module/" + entity.toLatin1() + '/' + encodeComponent(ids[next++]), query);
        },
        [&](Result<HttpResponse> response) {
            LookUp look;
            look.id = ids[looks.size()];
            if (!response) {
                look.error = response.error();
            } else {
                const Reading reading = readAnswer(*response, look.id);
                look.error = reading.error;
                look.presence = reading.answer == Answer::Done ? Presence::Found
                    : reading.answer == Answer::NotFound       ? Presence::NotFound
                    : reading.answer == Answer::Forbidden      ? Presence::Forbidden
                                                               : Presence::Unknown;
                if (look.presence == Presence::Found)
                    look.record = record(entity, reading.document.root()["data"]);
            }
            looks.append(look);
            return true;
        },
        stop);
    while (looks.size() < ids.size())
        looks.append({ids[looks.size()], Presence::Unknown, {}, Error{ErrorKind::Cancelled, tr("Cancelled."), {}, {}, {}, false}});
    return looks;
}

Result<QList<RemoteRecord>> SuiteCrm::readByKey(const QString &entity, const QString &field, const QStringList &values,
                                                const QStringList &fields, std::stop_token stop)
{
    QList<RemoteRecord> found;
    QSet<QString> seen;
    QStringList wanted = fields;
    if (!wanted.contains(field))
        wanted << field;
    for (const QString &value : values) {
        const QByteArray filter = "filter[" + field.toLatin1() + "][eq]";
        const auto records = walk(entity, {{filter, value}}, wanted, 50, nullptr, nullptr, stop);
        if (!records)
            return failure(records.error());
        for (const RemoteRecord &record : *records) {
            // The filter on email1 also finds records whose address was removed long ago, and finds some twice.
            const bool really = record.fields.value(field).text().compare(value.trimmed(), Qt::CaseInsensitive) == 0;
            if (really && !seen.contains(record.id)) {
                seen.insert(record.id);
                found.append(record);
            }
        }
    }
    return found;
}

Result<QList<RemoteRecord>> SuiteCrm::readCreatedSince(const QString &entity, std::chrono::seconds since, const QStringList &fields,
                                                       std::stop_token stop)
{
    return walk(entity, {{"filter[date_entered][gte]", databaseTime(since)}}, fields, m_capabilities.pageSize, nullptr, nullptr, stop);
}

/// Deleted records cannot be listed, but the refusal to list them names the first one: one request each (6, way A).
Result<DeletedFeed> SuiteCrm::deletedSince(const QString &entity, const std::optional<QString> &cursor, std::stop_token stop)
{
    DeletedFeed feed;
    QString last;
    std::optional<std::chrono::seconds> serverTime;
    for (;;) {
        Query query{{"filter[deleted][eq]", u"1"_s}};
        const auto since = std::chrono::seconds(cursor ? cursor->toLongLong() : m_clock.nowSeconds()) - m_capabilities.overlap;
        query.append({"filter[date_modified][gte]", databaseTime(since)});
        if (!last.isEmpty())
            query.append({"filter[id][gt]", last});
        query << Query{{"sort", u"id"_s}, {"page[number]", u"1"_s}, {"page[size]", u"1"_s}};
        const auto response = m_client->send(getRequest(m_root, "/module/" + entity.toLatin1(), query), stop);
        if (!response)
            return failure(response.error());
        if (!serverTime)
            serverTime = response->date();
        const Reading reading = readAnswer(*response, tr("deleted records of %1").arg(entity));
        QString id;
        if (reading.answer == Answer::Done)
            id = reading.document.root()["data"].at(0)["id"].text();
        else if (reading.answer == Answer::NotFound)
            id = reading.error.providerMessage.section(u"with id "_s, 1).section(u' ', 0, 0);
        else
            return failure(ErrorKind::NotFound, tr("SuiteCRM does not tell what was deleted."), {}, reading.error.providerMessage);
        if (id.isEmpty() || id == last)
            break;
        last = id;
        feed.records.append({id, std::nullopt});
    }
    feed.nextCursor = QString::number(serverTime.value_or(std::chrono::seconds(m_clock.nowSeconds())).count());
    return feed;
}

Result<Encoded> SuiteCrm::encode(const QString &, const RemoteField &field, const Value &value, WriteKind) const
{
    return encodeValue(field, value);
}

Connector::Traffic SuiteCrm::takeTraffic()
{
    const HttpTraffic traffic = m_client->takeTraffic();
    return {traffic.requests, traffic.throttled};
}

TestReport SuiteCrm::test(std::stop_token stop)
{
    TestReport report;
    const auto step = [&](const QString &name, const Result<void> &outcome, const QString &message) {
        TestStep made{name, outcome.has_value(), message, {}, ErrorKind::Internal};
        if (!outcome) {
            made.message = outcome.error().message;
            made.remedy = outcome.error().remedy;
            made.kind = outcome.error().kind;
        }
        report.steps.append(made);
        return outcome.has_value();
    };
    HttpRequest info;
    info.method = "POST";
    info.path = "/service/v4_1/rest.php";
    info.body = "method=get_server_info&input_type=JSON&response_type=JSON&rest_data=%5B%5D";
    info.contentType = "application/x-www-form-urlencoded";
    info.signIn = false;
    const auto probe = m_client->send(info, stop);
    Result<void> reached;
    if (!probe)
        reached = failure(probe.error());
    const bool tls = m_settings.baseUrl.scheme() == "https"_L1;
    if (!step(u"address"_s, reached, tr("%1 answers.").arg(m_settings.baseUrl.host())))
        return report;
    report.response = probe->elapsed;
    if (const auto document = JsonDocument::parse(probe->body); document)
        report.version = document->root()["suitecrm_version"].text();
    step(u"certificate"_s, {}, tls ? tr("The connection is encrypted.") : tr("This computer only; not encrypted."));
    auto modulesRead = ask(getRequest(m_root, "/meta/modules", {}), tr("list of modules"), stop);
    if (modulesRead && modulesRead->answer == Answer::Invalid) {
        if (auto found = findRoot(stop); !found) {
            step(u"sign_in"_s, found, {});
            return report;
        }
        modulesRead = ask(getRequest(m_root, "/meta/modules", {}), tr("list of modules"), stop);
    }
    Result<void> signedIn;
    if (!modulesRead)
        signedIn = failure(modulesRead.error());
    else if (modulesRead->answer != Answer::Done)
        signedIn = failure(modulesRead->error);
    if (!step(u"sign_in"_s, signedIn, tr("Signed in.")))
        return report;
    const auto described = describe(stop);
    Result<void> permitted;
    if (!described)
        permitted = failure(described.error());
    if (!step(u"permissions"_s, permitted, tr("The field lists can be read.")))
        return report;
    QStringList names;
    for (const RemoteEntity &entity : *described)
        names << entity.name;
    step(u"entities"_s, {}, tr("Found: %1.").arg(names.join(u", "_s)));
    report.fingerprint = m_settings.baseUrl.toString(QUrl::RemoveUserInfo);
    report.ok = true;
    return report;
}

} // namespace suitecrm

Result<std::unique_ptr<Connector>> makeSuiteCrmConnector(ConnectorSettings settings, Network &network, const Clock &clock)
{
    HttpSettings http = settings.http;
    http.baseUrl = settings.baseUrl;
    if (http.parallel == HttpSettings().parallel)
        http.parallel = parallel;
    auto client = network.makeClient(http);
    if (settings.auth != AuthKind::OAuth2ClientCredentials && settings.auth != AuthKind::OAuth2Password) {
        return failure(ErrorKind::Usage, suitecrm::tr("SuiteCRM does not take the sign-in kind %1.").arg(authKindName(settings.auth)),
                       suitecrm::tr("Use oauth2_client_credentials or oauth2_password."));
    }
    auto authenticator = makeOAuth2Authenticator(settings.auth, {"/Api/access_token"}, settings.secrets, *client, clock,
                                                 settings.secretsChanged);
    if (!authenticator)
        return failure(authenticator.error());
    client->setAuthenticator(std::move(*authenticator));
    return std::make_unique<suitecrm::SuiteCrm>(std::move(settings), std::move(client), clock);
}

} // namespace syncline::connectors
