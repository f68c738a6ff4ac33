#include "sandbox/hubspot/calls.h"
#include "sandbox/hubspot/limits.h"
#include "sandbox/hubspot/seed.h"
#include "sandbox/hubspot/signin.h"
#include "sandbox/hubspot/view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;
using namespace hubspot;

namespace {

constexpr qsizetype longestAddress = 16'000;

QJsonObject failed(const QString &message)
{
    return {{u"error"_s, message}};
}

/// /crm/objects/2026-03/... or /crm/v3/objects/...; nothing for another path.
std::optional<Call> callOf(const Request &request)
{
    static const QRegularExpression version(u"^(v3|v4|\\d{4}-(03|09))$"_s);
    QStringList parts;
    for (const QByteArray &part : request.path.split('/')) {
        if (!part.isEmpty())
            parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    if (parts.size() < 3 || parts.takeFirst() != "crm"_L1)
        return std::nullopt;
    const qsizetype place = version.match(parts[0]).hasMatch() ? 0 : 1;
    if (!version.match(parts[place]).hasMatch())
        return std::nullopt;
    parts.removeAt(place);
    Call call;
    call.method = request.method;
    call.area = parts.takeFirst();
    call.path = parts;
    call.query = QUrlQuery(QString::fromLatin1(request.query));
    call.body = QJsonDocument::fromJson(request.body).object();
    return call;
}

bool isSearch(const Request &request)
{
    return request.path.endsWith("/search") && request.path.contains("/objects");
}

Response details()
{
    return jsonReply({{u"portalId"_s, 4711},
                      {u"accountType"_s, u"STANDARD"_s},
                      {u"timeZone"_s, u"Europe/Berlin"_s},
                      {u"companyCurrency"_s, u"EUR"_s},
                      {u"additionalCurrencies"_s, QJsonArray{u"USD"_s}},
                      {u"utcOffset"_s, u"+01:00"_s},
                      {u"utcOffsetMilliseconds"_s, 3'600'000},
                      {u"uiDomain"_s, u"app-eu1.hubspot.com"_s},
                      {u"dataHostingLocation"_s, u"eu1"_s}});
}

class HubSpot final : public Crm
{
public:
    HubSpot(const CrmOptions &options, SandboxClock &clock) : m_options(options), m_clock(clock) { HubSpot::reset(); }

    QString provider() const override { return u"hubspot"_s; }
    Response handle(const Request &request) override;
    QJsonArray records(const QString &entity) const override;
    QJsonObject edit(const QJsonObject &command) override;
    void reset() override;
    Response errorAnswer(int status) override;

private:
    Response answer(const Request &request);
    Response routed(const Request &request);
    QJsonObject withLinks(const Table &table, const Record &record) const;
    QJsonObject write(Table &table, const Record *record, const QJsonObject &fields);
    QJsonObject editRecord(Table &table, const QJsonObject &command);
    bool optOut(const QString &email);
    bool applySwitch(const QString &name, const QJsonValue &value) override;

    CrmOptions m_options;
    SandboxClock &m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SignIn> m_signIn;
    Settings m_settings;
    Limits m_limits;
    bool m_isMoving = false; ///< to another data centre
    int m_locked = 0;        ///< so many writes meet other writers
};

void HubSpot::reset()
{
    m_store = std::make_unique<Store>(m_clock);
    m_signIn = std::make_unique<SignIn>(m_clock, m_options.seed);
    m_settings = Settings();
    m_limits = Limits();
    m_limits.set(m_options.rateLimit);
    m_isMoving = false;
    m_locked = 0;
    seedStore(*m_store, m_options);
}

Response HubSpot::handle(const Request &request)
{
    if (request.path == "/oauth/authorize")
        return m_signIn->authorize(request);
    static const QList<QByteArray> tokenPaths{"/oauth/v1/token", "/oauth/v3/token", "/oauth/2026-03/token"};
    if (tokenPaths.contains(request.path))
        return m_signIn->token(request);
    if (auto refusal = m_limits.refusal(isSearch(request))) {
        m_limits.addHeaders(*refusal, isSearch(request));
        return *refusal;
    }
    Response response = answer(request);
    m_limits.addHeaders(response, isSearch(request));
    return response;
}

Response HubSpot::answer(const Request &request)
{
    if (request.path.size() + request.query.size() > longestAddress)
        return {414, {{"Content-Type", "text/html"}}, "<html><body>414 Request-URI Too Large</body></html>", false};
    if (m_isMoving) {
        Response response = troubleReply(
            {477, u"MIGRATION_IN_PROGRESS"_s, u"This account is being moved to another data hosting location."_s});
        response.headers.append({"Retry-After"_ba, "86400"_ba});
        return response;
    }
    if (const auto refusal = m_signIn->refusal(request))
        return *refusal;
    return routed(request);
}

Response HubSpot::routed(const Request &request)
{
    if (request.method == "GET" && request.path == "/account-info/v3/details")
        return details();
    const auto call = callOf(request);
    if (!call) // a path that nobody is in charge of
        return {404, {{"Content-Type", "text/html;charset=utf-8"}}, {}, false};
    const bool writes = call->path.contains(u"update"_s) || call->path.contains(u"create"_s);
    if (writes && m_locked > 0) {
        --m_locked;
        return troubleReply({423, u"LOCKED"_s, u"The records are being changed by another request."_s});
    }
    std::optional<Response> response;
    if (call->area == "objects"_L1)
        response = objectAnswer(*m_store, m_settings, *call);
    else if (call->area == "properties"_L1)
        response = propertyAnswer(*m_store, m_settings, *call);
    else if (call->area == "associations"_L1)
        response = associationAnswer(*m_store, *call);
    else if (call->area == "owners"_L1)
        response = ownerAnswer(*m_store, *call);
    else if (call->area == "lists"_L1)
        response = listAnswer(*m_store, m_settings, *call);
    else if (call->area == "pipelines"_L1)
        response = pipelineAnswer(*m_store, *call);
    return response ? *response : troubleReply({405, u"METHOD_NOT_ALLOWED"_s, u"HTTP 405 Method Not Allowed"_s});
}

Response HubSpot::errorAnswer(int status)
{
    if (status == 429)
        return m_limits.usedUp();
    if (status == 500)
        return troubleReply({500, u"INTERNAL_ERROR"_s, u"internal error"_s});
    return Crm::errorAnswer(status);
}

QJsonArray HubSpot::records(const QString &entity) const
{
    QJsonArray list;
    if (const Table *table = std::as_const(*m_store).table(entity)) {
        for (const auto &[id, record] : table->records) {
            if (record.archived == 0)
                list.append(withLinks(*table, record));
        }
    }
    return list;
}

/// With the ids of the records that it is linked to, by their kind.
QJsonObject HubSpot::withLinks(const Table &table, const Record &record) const
{
    QJsonObject flat = flatRecord(table, record);
    for (const auto &[name, other] : m_store->tables()) {
        QJsonArray ids;
        for (const qint64 id : m_store->associated(table.name, record.id, name))
            ids.append(QString::number(id));
        if (!ids.isEmpty())
            flat.insert(name, ids);
    }
    QJsonArray lists;
    for (const ContactList &list : m_store->lists()) {
        if (table.name == "contacts"_L1 && list.members.contains(record.id))
            lists.append(list.id);
    }
    if (!lists.isEmpty())
        flat.insert(u"lists"_s, lists);
    return flat;
}

QJsonObject HubSpot::edit(const QJsonObject &command)
{
    Table *table = m_store->table(command["entity"_L1].toString());
    if (command["entity"_L1] == "properties"_L1)
        return failed(u"Properties are changed through the API."_s);
    return table ? editRecord(*table, command) : failed(u"Unknown entity."_s);
}

QJsonObject HubSpot::editRecord(Table &table, const QJsonObject &command)
{
    const QString action = command["action"_L1].toString();
    if (action == "create"_L1)
        return write(table, nullptr, command["fields"_L1].toObject());
    const qint64 id = command["id"_L1].toVariant().toLongLong();
    const Record *record = table.find(id);
    if (!record)
        return failed(u"There is no such record."_s);
    if (action == "update"_L1)
        return write(table, record, command["fields"_L1].toObject());
    const QJsonObject last = flatRecord(table, *record);
    if (action == "delete"_L1) {
        m_store->archive(table, id, m_store->now());
    } else if (action == "restore"_L1) {
        m_store->restore(table, id, m_store->now());
    } else if (action == "erase"_L1) {
        m_store->erase(table, id);
    } else if (action == "link"_L1 || action == "unlink"_L1) {
        const QJsonObject others = command["fields"_L1].toObject();
        for (auto it = others.begin(); it != others.end(); ++it) {
            const qint64 other = it->toVariant().toLongLong();
            if (action == "link"_L1)
                m_store->associate(table.name, id, it.key(), other);
            else
                m_store->dissociate(table.name, id, it.key(), other);
        }
    } else if (action == "merge"_L1) {
        const qint64 into = command["into"_L1].toVariant().toLongLong();
        if (!table.find(into) || into == id)
            return failed(u"There is no record to merge into."_s);
        return flatRecord(table, m_store->merge(table, into, id, m_settings.mergeGivesNewId, m_store->now()));
    } else {
        return failed(u"HubSpot cannot do that."_s);
    }
    return last;
}

QJsonObject HubSpot::write(Table &table, const Record *record, const QJsonObject &fields)
{
    const Checked checked = checkedValues(table, fields, record);
    const auto trouble = record ? updateTrouble(table, *record, checked) : createTrouble(table, checked);
    if (trouble)
        return failed(trouble->message);
    if (!record)
        return flatRecord(table, m_store->create(table, checked.values, m_store->now()));
    m_store->update(table, record->id, checked.values, m_store->now());
    return flatRecord(table, *record);
}

bool HubSpot::applySwitch(const QString &name, const QJsonValue &value)
{
    if (name == "expire_tokens"_L1) {
        m_signIn->expireTokens();
    } else if (name == "revoke_tokens"_L1) {
        m_signIn->revokeTokens();
    } else if (name == "secret"_L1) {
        m_signIn->setSecret(value.toString());
    } else if (name == "deny"_L1) {
        m_settings.denied.clear();
        for (const QJsonValue &area : value.toArray())
            m_settings.denied.insert(area.toString());
    } else if (name == "rate_limit"_L1) {
        m_limits.set(value.toVariant().toString());
    } else if (name == "daily_remaining"_L1) {
        m_limits.setDailyRemaining(value.toInt());
    } else if (name == "retry_after"_L1) {
        m_limits.setRetryAfter(value.toBool());
    } else if (name == "search_lag"_L1) {
        m_store->setSearchLag(value.toInt() * 1000);
    } else if (name == "merge_gives_new_id"_L1) {
        m_settings.mergeGivesNewId = value.toBool(true);
    } else if (name == "moving"_L1) {
        m_isMoving = value.toBool();
    } else if (name == "locked"_L1) {
        m_locked = value.toInt();
    } else if (name == "opt_out"_L1) {
        return optOut(value.toString());
    } else {
        return false;
    }
    return true;
}

/// The person unsubscribes on a page of the account.
bool HubSpot::optOut(const QString &email)
{
    Table &contacts = *m_store->table(u"contacts"_s);
    const Record *record = contacts.holder(u"email"_s, email);
    if (record)
        m_store->update(contacts, record->id, {{u"hs_email_optout"_s, u"true"_s}}, m_store->now());
    return record != nullptr;
}

} // namespace

QStringList hubspot::Call::list(const QString &key) const
{
    QStringList names;
    for (const QString &value : query.allQueryItemValues(key, QUrl::FullyDecoded))
        names += value.split(u',', Qt::SkipEmptyParts);
    return names;
}

std::unique_ptr<Crm> makeHubSpot(const CrmOptions &options, SandboxClock &clock)
{
    return std::make_unique<HubSpot>(options, clock);
}

} // namespace syncline::sandbox
