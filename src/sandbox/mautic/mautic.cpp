#include "sandbox/mautic/hooks.h"
#include "sandbox/mautic/phptext.h"
#include "sandbox/mautic/seed.h"
#include "sandbox/mautic/signin.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;
using namespace mautic;

namespace {

const Actor administrator{1, u"Ada Admin"_s};

/// So many requests in each second; Mautic itself counts by the hour, which no test can wait for.
class RateLimit
{
public:
    void setLimit(int perSecond) { m_limit = perSecond; }
    bool isOn() const { return m_limit > 0; }
    int limit() const { return m_limit; }
    int remaining() const { return std::max(0, m_limit - m_used); }

    /// Counts anew when the second changes, which is the reset that the answers tell.
    bool take(std::int64_t second)
    {
        if (second != m_second) {
            m_second = second;
            m_used = 0;
        }
        return !isOn() || ++m_used <= m_limit;
    }

private:
    int m_limit = 0;
    int m_used = 0;
    std::int64_t m_second = 0;
};

int rateOf(const QString &text)
{
    return text.toInt(); // "off" and "real" are 0: Mautic has no limit unless one is configured
}

Response redirectWithoutSlash(const Request &request)
{
    const QByteArray path = request.path.left(request.path.size() - 1);
    const QByteArray target = "http://" + request.header("Host") + path
        + (request.query.isEmpty() ? QByteArray() : '?' + request.query);
    const QByteArray shown = QString::fromUtf8(target).toHtmlEscaped().toUtf8();
    const QByteArray page = "<!DOCTYPE html>\n<html>\n    <head>\n        <meta charset=\"UTF-8\" />\n        <meta "
                            "http-equiv=\"refresh\" content=\"0;url='"
        + shown + "'\" />\n\n        <title>Redirecting to " + shown
        + "</title>\n    </head>\n    <body>\n        Redirecting to <a href=\"" + shown + "\">" + shown
        + "</a>.\n    </body>\n</html>";
    return {301, {{"Content-Type", "text/html; charset=UTF-8"}, {"Location", target}}, page, false};
}

/// A body of an unknown content type is ignored, as the real server does; nothing when JSON cannot be read.
std::optional<QJsonValue> parsedBody(const Request &request)
{
    const QByteArray type = request.header("Content-Type").toLower();
    if (type.startsWith("application/x-www-form-urlencoded"))
        return phpParameters(request.body);
    if (!type.startsWith("application/json") || request.body.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? std::optional<QJsonValue>(document.object()) : std::nullopt;
}

QByteArray effectiveMethod(const Request &request)
{
    const QByteArray instead = request.header("X-HTTP-Method-Override").toUpper();
    return request.method == "POST" && !instead.isEmpty() ? instead : request.method;
}

QStringList decodedPath(const QByteArray &path)
{
    QStringList parts;
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty())
            parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    return parts;
}

Response selfReply(const Store &store, const Call &call)
{
    const QByteArray role = R"("role":{"isPublished":true,"id":1,"name":"Administrator","description":"Full system )"
                            R"(access","isAdmin":true},"timezone":"","locale":"")";
    const User *user = store.user(call.actor.userId);
    if (!user) {
        const QStringList names = call.actor.name.split(u' ');
        return controllerReply(R"({"isPublished":true,"username":)" + jsonText(call.actor.name) + R"(,"firstName":)"
                               + jsonText(names.first()) + R"(,"lastName":)" + jsonText(names.last()) + ',' + role
                               + '}');
    }
    const QByteArray now = jsonTime(store.now());
    return controllerReply(R"({"isPublished":true,"id":)" + QByteArray::number(user->id) + R"(,"username":)"
                           + jsonText(user->username) + R"(,"firstName":)" + jsonText(user->firstName)
                           + R"(,"lastName":)" + jsonText(user->lastName) + R"(,"email":)"
                           + jsonText(user->username + u"@example.test"_s) + ',' + role + R"(,"lastLogin":)" + now
                           + R"(,"lastActive":)" + now + '}');
}

std::optional<Object> objectNamed(const QString &entity)
{
    if (entity == "contacts"_L1)
        return Object::Contact;
    if (entity == "companies"_L1)
        return Object::Company;
    return std::nullopt;
}

QJsonObject failed(const QString &message)
{
    return {{u"error"_s, message}};
}

class Mautic final : public Crm
{
public:
    Mautic(const CrmOptions &options, SandboxClock &clock) : m_options(options), m_clock(clock) { Mautic::reset(); }

    QString provider() const override { return u"mautic"_s; }
    Response handle(const Request &request) override;
    QJsonArray records(const QString &entity) const override;
    QJsonObject edit(const QJsonObject &command) override;
    void reset() override;
    Response errorAnswer(int status) override;

private:
    Response answered(const Request &request);
    QJsonObject edited(const QJsonObject &command);
    void sendHooks();
    Response answer(const Request &request);
    Response limited(const Request &request);
    void addLimitHeaders(Response &response, int limit, int remaining) const;
    Response route(const Request &request, const Actor &actor);
    std::optional<Response> routed(const Call &call);
    QJsonObject flat(Object object, const Record &record) const;
    QJsonObject editRecord(Object object, const QJsonObject &command);
    QJsonObject editThing(const QString &kind, const QJsonObject &command);
    QJsonObject addOther(const QString &entity, const QJsonObject &fields);
    static QJsonObject flat(const QString &kind, const Thing &thing);
    QJsonObject write(Object object, Record *record, const QJsonObject &fields);
    QJsonObject merge(const QJsonObject &command);
    bool applySwitch(const QString &name, const QJsonValue &value) override;

    CrmOptions m_options;
    SandboxClock &m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SignIn> m_signIn;
    Settings m_settings;
    RateLimit m_rateLimit;
    Outbox m_outbox;
};

void Mautic::reset()
{
    m_store = std::make_unique<Store>(m_clock);
    m_signIn = std::make_unique<SignIn>(m_clock, m_options.seed);
    m_settings = Settings();
    m_rateLimit = RateLimit();
    m_rateLimit.setLimit(rateOf(m_options.rateLimit));
    seedStore(*m_store, m_options);
    m_store->happenings.clear();
}

Response Mautic::handle(const Request &request)
{
    Response response = answered(request);
    sendHooks();
    return response;
}

void Mautic::sendHooks()
{
    for (Outbox::Letter &letter : lettersOf(*m_store))
        m_outbox.add(std::move(letter));
}

Response Mautic::answered(const Request &request)
{
    if (!m_settings.isApiEnabled) {
        return plainError(403,
                          u"API disabled. You need to enable the API in the API settings of Mautic's Configuration."_s,
                          u"api_disabled"_s);
    }
    if (request.path == "/oauth/v2/token")
        return m_signIn->token(request);
    if (request.path == "/oauth/v2/authorize")
        return m_signIn->authorize(request);
    if (request.path.size() > 1 && request.path.endsWith('/'))
        return redirectWithoutSlash(request);
    if (!request.path.startsWith("/api/"))
        return pathNotFound(request.path);
    return m_rateLimit.isOn() ? limited(request) : answer(request);
}

Response Mautic::limited(const Request &request)
{
    if (!m_rateLimit.take(m_clock.now()))
        return errorAnswer(429);
    Response response = answer(request);
    addLimitHeaders(response, m_rateLimit.limit(), m_rateLimit.remaining());
    return response;
}

void Mautic::addLimitHeaders(Response &response, int limit, int remaining) const
{
    response.headers.append({"X-RateLimit-Limit", QByteArray::number(limit)});
    response.headers.append({"X-RateLimit-Remaining", QByteArray::number(remaining)});
    response.headers.append({"X-RateLimit-Reset", QByteArray::number(qint64(m_clock.now()) + 1)});
}

Response Mautic::errorAnswer(int status)
{
    if (status != 429)
        return status == 500 ? brokenReply() : Crm::errorAnswer(status);
    const int limit = m_rateLimit.isOn() ? m_rateLimit.limit() : 5;
    const Refusal refusal{429, u"You exceeded the rate limit of %1 API calls per hour."_s.arg(limit), {}};
    Response response = plainReply(R"({"errors":[)" + refusalJson(refusal, false) + "]}", 429);
    addLimitHeaders(response, limit, 0);
    return response;
}

Response Mautic::answer(const Request &request)
{
    const auto actor = m_signIn->actor(request, *m_store);
    return actor ? route(request, *actor) : actor.error();
}

Response Mautic::route(const Request &request, const Actor &actor)
{
    const std::optional<QJsonValue> body = parsedBody(request);
    if (!body)
        return brokenReply(400);
    const Call call{
        request, effectiveMethod(request), decodedPath(request.path.mid(5)), phpParameters(request.query), *body,
        actor};
    const std::optional<Response> response = routed(call);
    return response ? *response : pathNotFound(request.path);
}

std::optional<Response> Mautic::routed(const Call &call)
{
    const QString area = call.part(0);
    if (area == "contacts"_L1)
        return contactAnswer(*m_store, m_settings, call);
    if (area == "companies"_L1)
        return companyLinkAnswer(*m_store, m_settings, call);
    if (area == "hooks"_L1)
        return hookAnswer(*m_store, m_settings, call);
    if (area == "fields"_L1)
        return fieldAnswer(*m_store, m_settings, call);
    if (area == "stats"_L1)
        return statisticsAnswer(*m_store, m_settings, call);
    if (call.is("GET", 2) && area == "users"_L1 && call.part(1) == "self"_L1)
        return selfReply(*m_store, call);
    return listedAnswer(*m_store, m_settings, call);
}

QJsonObject Mautic::flat(Object object, const Record &record) const
{
    QJsonObject result{{u"id"_s, record.id},
                       {u"dateAdded"_s, isoTime(record.added)},
                       {u"dateModified"_s, record.modified == 0 ? QJsonValue() : QJsonValue(isoTime(record.modified))}};
    for (const Field *field : m_store->fields.shown(object))
        result.insert(field->alias, record.value(*field));
    if (object == Object::Company)
        return result;
    QJsonArray tags, doNotContact, companies;
    for (const int tag : record.tags)
        tags.append(m_store->tagName(tag));
    for (const DoNotContact &entry : record.doNotContact) {
        doNotContact.append(
            QJsonObject{{u"channel"_s, entry.channel}, {u"reason"_s, entry.reason}, {u"comments"_s, entry.comments}});
    }
    for (const CompanyLink &link : record.links)
        companies.append(link.company);
    result.insert(u"tags"_s, tags);
    result.insert(u"doNotContact"_s, doNotContact);
    result.insert(u"companies"_s, companies);
    result.insert(u"owner"_s, record.owner == 0 ? QJsonValue() : QJsonValue(record.owner));
    result.insert(u"stage"_s, record.stage == 0 ? QJsonValue() : QJsonValue(record.stage));
    return result;
}

QJsonArray Mautic::records(const QString &entity) const
{
    QJsonArray list;
    if (const auto object = objectNamed(entity)) {
        for (const auto &[id, record] : m_store->table(*object))
            list.append(flat(*object, record));
    }
    const auto things = m_store->things.find(entity);
    if (things != m_store->things.end()) {
        for (const auto &[id, thing] : things->second)
            list.append(flat(entity, thing));
    }
    return list;
}

QJsonObject Mautic::edit(const QJsonObject &command)
{
    const QJsonObject result = edited(command);
    sendHooks();
    return result;
}

QJsonObject Mautic::edited(const QJsonObject &command)
{
    const QString entity = command["entity"_L1].toString();
    if (const auto object = objectNamed(entity))
        return editRecord(*object, command);
    static const QStringList kinds{u"segments"_s, u"campaigns"_s, u"stages"_s, u"emails"_s, u"forms"_s, u"notes"_s};
    if (kinds.contains(entity))
        return editThing(entity, command);
    if (entity == "users"_L1 || entity == "events"_L1)
        return addOther(entity, command["fields"_L1].toObject());
    return failed(u"Unknown entity."_s);
}

QJsonObject Mautic::editThing(const QString &kind, const QJsonObject &command)
{
    const QString action = command["action"_L1].toString();
    const int id = command["id"_L1].toVariant().toInt();
    Thing *thing = action == "create"_L1 ? &m_store->addThing(kind) : m_store->thing(kind, id);
    if (!thing)
        return failed(u"There is no such record."_s);
    if (action == "delete"_L1) {
        const QJsonObject last = flat(kind, *thing);
        m_store->things[kind].erase(id);
        return last;
    }
    const QJsonObject fields = command["fields"_L1].toObject();
    const auto take = [&](QString &text, QLatin1StringView name) { text = fields[name].toString(text); };
    take(thing->name, "name"_L1);
    take(thing->alias, "alias"_L1);
    take(thing->description, "description"_L1);
    take(thing->subject, "subject"_L1);
    take(thing->text, "text"_L1);
    thing->type = fields["type"_L1].toString(thing->type.isEmpty() ? u"general"_s : thing->type);
    thing->isPublished = fields["isPublished"_L1].toBool(thing->isPublished);
    thing->sent = fields["sentCount"_L1].toInt(thing->sent);
    thing->read = fields["readCount"_L1].toInt(thing->read);
    thing->contact = fields["lead"_L1].toVariant().isNull() ? thing->contact : fields["lead"_L1].toVariant().toInt();
    if (kind == "notes"_L1 && thing->at == 0)
        thing->at = m_clock.now();
    if (action == "update"_L1)
        thing->modified = m_clock.now();
    return flat(kind, *thing);
}

QJsonObject Mautic::addOther(const QString &entity, const QJsonObject &fields)
{
    if (entity == "users"_L1) {
        const int id = m_store->users.last().id + 1;
        m_store->users.append({id, fields["username"_L1].toString(), fields["firstName"_L1].toString(),
                               fields["lastName"_L1].toString()});
        return {{u"id"_s, id}};
    }
    const int id = int(m_store->events.size()) + 1;
    m_store->events.push_back({id, fields["contact"_L1].toVariant().toInt(), fields["event"_L1].toString(),
                               fields["label"_L1].toString(), m_clock.now()});
    return {{u"id"_s, id}};
}

QJsonObject Mautic::flat(const QString &kind, const Thing &thing)
{
    QJsonArray members;
    for (const Member &member : thing.members) {
        if (!member.isRemoved)
            members.append(member.contact);
    }
    QJsonObject result{{u"id"_s, thing.id},
                       {u"name"_s, thing.name},
                       {u"alias"_s, thing.alias},
                       {u"isPublished"_s, thing.isPublished},
                       {u"contacts"_s, members}};
    if (kind == "notes"_L1) {
        result.insert(u"text"_s, thing.text);
        result.insert(u"lead"_s, thing.contact);
        result.insert(u"dateTime"_s, isoTime(thing.at));
    }
    return result;
}

QJsonObject Mautic::editRecord(Object object, const QJsonObject &command)
{
    const QString action = command["action"_L1].toString();
    if (action == "create"_L1)
        return write(object, nullptr, command["fields"_L1].toObject());
    Record *record = m_store->find(object, command["id"_L1].toVariant().toInt());
    if (!record)
        return failed(u"There is no such record."_s);
    if (action == "update"_L1)
        return write(object, record, command["fields"_L1].toObject());
    if (action == "delete"_L1) {
        const QJsonObject last = flat(object, *record);
        m_store->remove(object, record->id, administrator);
        return last;
    }
    if (action == "merge"_L1 && object == Object::Contact)
        return merge(command);
    return failed(u"Mautic cannot do that."_s);
}

QJsonObject Mautic::write(Object object, Record *record, const QJsonObject &fields)
{
    Writer writer(*m_store);
    const WriteOutcome outcome = object == Object::Contact
        ? writer.writeContact(record, fields, WriteKind::ByHand, administrator)
        : writer.writeCompany(record, fields, WriteKind::ByHand, administrator);
    if (outcome.refusal)
        return failed(outcome.refusal->message);
    if (outcome.isBroken)
        return failed(u"The server cannot store this."_s);
    return flat(object, m_store->table(object).at(outcome.id));
}

QJsonObject Mautic::merge(const QJsonObject &command)
{
    const int loser = command["id"_L1].toVariant().toInt();
    Record *winner = m_store->find(Object::Contact, command["into"_L1].toVariant().toInt());
    if (!winner || winner->id == loser)
        return failed(u"There is no contact to merge into."_s);
    Writer(*m_store).mergeContacts(*winner, loser, {0, u"System"_s});
    return flat(Object::Contact, *winner);
}

bool Mautic::applySwitch(const QString &name, const QJsonValue &value)
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
    } else if (name == "api_enabled"_L1) {
        m_settings.isApiEnabled = value.toBool(true);
    } else if (name == "basic_auth"_L1) {
        m_signIn->setBasicEnabled(value.toBool(true));
    } else if (name == "only_own"_L1) {
        m_settings.onlyOwn = value.toBool();
    } else if (name == "merges_duplicates"_L1) {
        m_store->mergesDuplicates = value.toBool();
    } else if (name == "batch_limit"_L1) {
        m_settings.batchLimit = value.toInt(200);
    } else if (name == "rate_limit"_L1) {
        m_rateLimit.setLimit(rateOf(value.toVariant().toString()));
    } else {
        return false;
    }
    return true;
}

} // namespace

std::unique_ptr<Crm> makeMautic(const CrmOptions &options, SandboxClock &clock)
{
    return std::make_unique<Mautic>(options, clock);
}

} // namespace syncline::sandbox
