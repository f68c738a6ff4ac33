#include "sandbox/salesforce/handedits.h"
#include "sandbox/salesforce/seed.h"
#include "sandbox/salesforce/signin.h"

#include <QRegularExpression>

#include <limits>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;
using namespace salesforce;

namespace {

constexpr qsizetype longestHead = 16'384; ///< address and headers
constexpr int developersCalls = 15'000;   ///< in a day, of a developer's organisation

/// Salesforce counts no seconds, only the calls of a day.
int dailyCallsOf(const QString &rateLimit)
{
    if (rateLimit == "off"_L1)
        return std::numeric_limits<int>::max();
    const int calls = rateLimit.toInt();
    return calls > 0 ? calls : developersCalls;
}

Response versions()
{
    QJsonArray list;
    for (int version = 58; version <= 66; ++version) {
        const QString name = u"%1.0"_s.arg(version);
        list.append(QJsonObject{{u"label"_s, u"Release %1"_s.arg(version)},
                                {u"url"_s, QString(u"/services/data/v"_s + name)},
                                {u"version"_s, name}});
    }
    return jsonReply(list);
}

/// The address of one of these versions without it; nothing for any other address.
std::optional<QByteArray> belowVersion(const QByteArray &path)
{
    static const QRegularExpression shape(u"^/services/data/v(5[89]|6[0-6])\\.0/([^/].*)$"_s);
    const auto match = shape.match(QString::fromLatin1(path));
    return match.hasMatch() ? std::optional(match.captured(2).toLatin1()) : std::nullopt;
}

Response limitTrouble(const QString &message)
{
    return troubleReply({403, u"REQUEST_LIMIT_EXCEEDED"_s, message});
}

class Salesforce final : public Crm
{
public:
    Salesforce(const CrmOptions &options, SandboxClock &clock) : m_options(options), m_clock(clock)
    {
        Salesforce::reset();
    }

    QString provider() const override { return u"salesforce"_s; }
    Response handle(const Request &request) override;
    QJsonArray records(const QString &entity) const override;
    QJsonObject edit(const QJsonObject &command) override { return editByHand(org(), command); }
    void reset() override;
    Response errorAnswer(int status) override;

private:
    Org org() { return {*m_store, m_settings, m_cursors}; }
    Response answer(const Request &request);
    Response routed(const Call &call);
    Response composite(const Call &call);
    Response limits() const;
    bool hide(const QJsonArray &names);
    bool applySwitch(const QString &name, const QJsonValue &value) override;

    CrmOptions m_options;
    SandboxClock &m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SignIn> m_signIn;
    Settings m_settings;
    Cursors m_cursors;
    int m_dailyCalls = developersCalls;
    int m_used = 0; ///< of today's calls
};

void Salesforce::reset()
{
    m_store = std::make_unique<Store>(m_clock);
    m_signIn = std::make_unique<SignIn>(m_options.seed);
    m_settings = Settings();
    m_cursors = Cursors();
    m_dailyCalls = dailyCallsOf(m_options.rateLimit);
    m_used = 0;
    seedStore(*m_store, m_options);
}

Response Salesforce::handle(const Request &request)
{
    if (request.path == "/services/oauth2/authorize")
        return m_signIn->authorize(request);
    if (request.path == "/services/oauth2/token")
        return m_signIn->token(request);
    qsizetype head = request.path.size() + request.query.size();
    for (const auto &[name, value] : request.headers)
        head += name.size() + value.size();
    if (head > longestHead)
        return edgeReply(414, "URI Too Long");
    if (request.path == "/services/data" || request.path == "/services/data/")
        return versions();
    Response response = answer(request);
    response.headers.append(
        {"Sforce-Limit-Info"_ba, "api-usage=" + QByteArray::number(m_used) + '/' + QByteArray::number(m_dailyCalls)});
    return response;
}

Response Salesforce::answer(const Request &request)
{
    if (const auto refusal = m_signIn->refusal(request))
        return *refusal;
    if (m_used >= m_dailyCalls)
        return limitTrouble(u"TotalRequests Limit exceeded."_s);
    if (m_settings.concurrent > 0) {
        --m_settings.concurrent;
        return limitTrouble(u"ConcurrentRequests (Concurrent API Requests) Limit exceeded."_s);
    }
    ++m_used;
    if (request.path == "/services/oauth2/userinfo")
        return m_signIn->identity();
    const auto target = belowVersion(request.path);
    return target ? routed(Call(request, *target)) : troubleReply(notFound());
}

Response Salesforce::routed(const Call &call)
{
    const QString area = call.part(0);
    std::optional<Response> response;
    if (area == "query"_L1 || area == "queryAll"_L1)
        response = queryAnswer(org(), call);
    else if (area == "sobjects"_L1)
        response = recordAnswer(org(), call);
    else if (area == "composite"_L1)
        response = call.is("POST", 1) ? composite(call) : collectionAnswer(org(), call);
    else if (area == "limits"_L1)
        response = limits();
    return response ? *response : troubleReply({405, u"METHOD_NOT_ALLOWED"_s, u"HTTP Method not allowed"_s});
}

/// Calls within a call. None refers to another one's answer here.
Response Salesforce::composite(const Call &call)
{
    QJsonArray answers;
    const QJsonArray parts = call.body[u"compositeRequest"_s].toArray();
    if (parts.size() > 25)
        return troubleReply({400, u"LIMIT_EXCEEDED"_s, u"Limit of 25 subrequests exceeded"_s});
    for (const QJsonValue &part : parts) {
        const QByteArray url = part[u"url"_s].toString().toLatin1();
        Request inner = call.request;
        inner.method = part[u"method"_s].toString().toLatin1();
        inner.path = url.left(url.indexOf('?'));
        inner.query = url.contains('?') ? url.mid(url.indexOf('?') + 1) : QByteArray();
        inner.body = QJsonDocument(part[u"body"_s].toObject()).toJson();
        const auto target = belowVersion(inner.path);
        const Response response = target ? routed(Call(inner, *target)) : troubleReply(notFound());
        const QJsonDocument body = QJsonDocument::fromJson(response.body);
        answers.append(QJsonObject{{u"body"_s, body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object())},
                                   {u"httpHeaders"_s, QJsonObject()},
                                   {u"httpStatusCode"_s, response.status},
                                   {u"referenceId"_s, part[u"referenceId"_s]}});
    }
    return jsonReply(QJsonObject{{u"compositeResponse"_s, answers}});
}

Response Salesforce::limits() const
{
    const QJsonObject calls{{u"Max"_s, m_dailyCalls}, {u"Remaining"_s, m_dailyCalls - m_used}};
    return jsonReply(QJsonObject{{u"DailyApiRequests"_s, calls}});
}

Response Salesforce::errorAnswer(int status)
{
    if (status == 429) // it has no such status
        return limitTrouble(u"ConcurrentRequests (Concurrent API Requests) Limit exceeded."_s);
    if (status == 500)
        return troubleReply({500, u"UNKNOWN_EXCEPTION"_s, u"An unexpected error occurred. ErrorId: 1-2 (3)"_s});
    return edgeReply(status, "Server Unavailable");
}

QJsonArray Salesforce::records(const QString &entity) const
{
    QJsonArray list;
    if (const Table *table = std::as_const(*m_store).table(entity)) {
        for (const auto &[id, record] : table->records) {
            if (record.deleted == 0)
                list.append(flatRecord(*table, record));
        }
    }
    return list;
}

/// Fields that this user sees no longer: ["Contact.X_Text__c"].
bool Salesforce::hide(const QJsonArray &names)
{
    for (auto &[name, table] : m_store->tables()) {
        for (Field &field : table.fields)
            field.isHidden = names.contains(QString(name + u'.' + field.name));
    }
    return true;
}

bool Salesforce::applySwitch(const QString &name, const QJsonValue &value)
{
    if (name == "expire_tokens"_L1) {
        m_signIn->expireTokens();
    } else if (name == "revoke_tokens"_L1) {
        m_signIn->revokeTokens();
    } else if (name == "secret"_L1) {
        m_signIn->setSecret(value.toString());
    } else if (name == "deny"_L1) {
        m_settings.denied.clear();
        for (const QJsonValue &object : value.toArray())
            m_settings.denied.insert(object.toString());
    } else if (name == "hide"_L1) {
        return hide(value.toArray());
    } else if (name == "daily_remaining"_L1) {
        m_used = m_dailyCalls - value.toInt();
    } else if (name == "concurrent"_L1) {
        m_settings.concurrent = value.toInt();
    } else if (name == "locked"_L1) {
        m_settings.locked = value.toInt();
    } else if (name == "duplicate_rule"_L1) {
        m_settings.hasDuplicateRule = !value.isNull() && value != false;
        m_settings.isMisspelled = value == "misspelled"_L1;
    } else if (name == "rows_in_page"_L1) {
        m_settings.rowsInPage = std::max(1, value.toInt());
    } else if (name == "lose_locators"_L1) {
        m_settings.losesLocators = value.toBool();
    } else {
        return false;
    }
    return true;
}

} // namespace

/// A plus sign that is not encoded is a blank.
salesforce::Call::Call(const Request &made, const QByteArray &target)
    : request(made)
    , method(made.method)
    , query(QString::fromLatin1(QByteArray(made.query).replace('+', "%20")))
    , body(QJsonDocument::fromJson(made.body).object())
{
    for (const QByteArray &part : target.split('/')) {
        if (!part.isEmpty())
            path.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
}

std::unique_ptr<Crm> makeSalesforce(const CrmOptions &options, SandboxClock &clock)
{
    return std::make_unique<Salesforce>(options, clock);
}

} // namespace syncline::sandbox
