#include "sandbox/mautic/calls.h"
#include "sandbox/mautic/phptext.h"

#include <QDateTime>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 30;

struct Kind
{
    const char *path;
    const char *list;   ///< key of the list in an answer
    const char *record; ///< key of one
    bool isKeyed;       ///< the list is an object keyed by id
};

constexpr Kind kinds[] = {
    {"segments", "lists", "list", true},  {"campaigns", "campaigns", "campaign", true},
    {"stages", "stages", "stage", false}, {"emails", "emails", "email", true},
    {"forms", "forms", "form", false},    {"notes", "notes", "note", false},
};

const Kind *kindOf(const QString &path)
{
    const auto found = std::ranges::find_if(kinds,
                                            [&](const Kind &kind) { return path == QLatin1StringView(kind.path); });
    return found == std::end(kinds) ? nullptr : found;
}

QByteArray textOrNull(const QString &text)
{
    return text.isEmpty() ? "null"_ba : jsonText(text);
}

QByteArray number(int value)
{
    return QByteArray::number(value);
}

QByteArray noteJson(const Thing &note)
{
    return R"({"id":)" + number(note.id) + R"(,"text":)" + jsonText(note.text) + R"(,"type":)" + jsonText(note.type)
        + R"(,"dateTime":)" + jsonTime(note.at) + R"(,"lead":{"id":)" + number(note.contact)
        + R"(,"points":0,"color":null,"fields":[]}})";
}

QByteArray thingJson(const Kind &kind, const Thing &thing)
{
    const QString path = QString::fromLatin1(kind.path);
    if (path == "notes"_L1)
        return noteJson(thing);
    QByteArray json = R"({"isPublished":)" + QByteArray(thing.isPublished ? "true" : "false") + R"(,"dateAdded":)"
        + jsonTime(thing.added) + R"(,"dateModified":)" + jsonTime(thing.modified)
        + R"(,"createdBy":null,"createdByUser":"Ada Admin","modifiedBy":null,"modifiedByUser":null,"id":)"
        + number(thing.id) + R"(,"name":)" + jsonText(thing.name);
    if (path == "segments"_L1) {
        return json + R"(,"publicName":)" + jsonText(thing.name) + R"(,"alias":)" + jsonText(thing.alias)
            + R"(,"description":)" + textOrNull(thing.description)
            + R"(,"category":null,"filters":[],"isGlobal":true,"isPreferenceCenter":false})";
    }
    if (path == "campaigns"_L1) {
        return json + R"(,"category":null,"description":)" + textOrNull(thing.description)
            + R"(,"allowRestart":false,"publishUp":)" + jsonTime(thing.at)
            + R"(,"publishDown":null,"events":[],"forms":[],"lists":[],"canvasSettings":[]})";
    }
    if (path == "stages"_L1) {
        return json + R"(,"category":null,"weight":)" + number(thing.weight) + R"(,"description":)"
            + textOrNull(thing.description) + R"(,"publishUp":null,"publishDown":null})";
    }
    if (path == "emails"_L1) {
        return json + R"(,"subject":)" + textOrNull(thing.subject)
            + R"(,"language":"en","category":null,"emailType":"template","publishUp":null,"publishDown":null,)"
              R"("readCount":)"
            + number(thing.read) + R"(,"sentCount":)" + number(thing.sent) + R"(,"revision":1})";
    }
    return json + R"(,"alias":)" + jsonText(thing.alias) + R"(,"category":null,"description":)"
        + textOrNull(thing.description) + R"(,"publishUp":null,"publishDown":null,"fields":[],"actions":[]})";
}

QByteArray userJson(const Store &store, const User &user)
{
    return R"({"isPublished":true,"dateAdded":null,"dateModified":null,"createdBy":null,"createdByUser":null,)"
           R"("modifiedBy":null,"modifiedByUser":null,"id":)"
        + number(user.id) + R"(,"username":)" + jsonText(user.username) + R"(,"firstName":)" + jsonText(user.firstName)
        + R"(,"lastName":)" + jsonText(user.lastName) + R"(,"email":)" + jsonText(user.email())
        + R"(,"position":null,"role":{"createdByUser":null,"modifiedByUser":null,"id":1,"name":"Administrator",)"
          R"("description":"Full system access","isAdmin":true,"rawPermissions":null},"timezone":"","locale":"",)"
          R"("lastLogin":)"
        + jsonTime(store.now()) + R"(,"lastActive":)" + jsonTime(store.now()) + R"(,"signature":null})";
}

/// The rows of a page, by id.
template<class Row, class Json>
QByteArray pageJson(const QList<Row> &rows, const Call &call, bool isKeyed, const Json &json)
{
    const QString limitText = call.query["limit"_L1].toString();
    const qsizetype limit = limitText.isEmpty() ? defaultLimit : limitText.toInt();
    const qsizetype start = call.query["start"_L1].toString().toInt();
    PhpEntries entries;
    for (qsizetype i = start; i < rows.size() && (limit == 0 || i < start + limit); ++i)
        entries.append({isKeyed ? QString::number(rows[i]->id) : QString::number(i - start), json(*rows[i])});
    return phpArray(entries);
}

Response listReply(Store &store, const Kind &kind, const Call &call)
{
    QList<const Thing *> rows;
    for (const auto &[id, thing] : store.things[QString::fromLatin1(kind.path)])
        rows.append(&thing);
    const QByteArray page = pageJson(rows, call, kind.isKeyed, [&](const Thing &one) { return thingJson(kind, one); });
    return controllerReply(R"({"total":)" + QByteArray::number(rows.size()) + R"(,")" + kind.list + R"(":)" + page
                           + '}');
}

Response usersReply(const Store &store, const Call &call)
{
    QList<const User *> rows;
    for (const User &user : store.users)
        rows.append(&user);
    const QByteArray page = pageJson(rows, call, false, [&](const User &user) { return userJson(store, user); });
    return controllerReply(R"({"total":)" + QByteArray::number(rows.size()) + R"(,"users":)" + page + '}');
}

Response oneReply(const Kind &kind, const Thing &thing, int status = 200)
{
    return controllerReply(R"({")" + QByteArray(kind.record) + R"(":)" + thingJson(kind, thing) + '}', status);
}

Response memberReply(Store &store, Thing &group, const Call &call)
{
    Record *contact = store.find(Object::Contact, call.id(3));
    if (!contact)
        return itemNotFound();
    const bool isAdded = call.part(4) == "add"_L1;
    if (call.part(0) == "stages"_L1) {
        const int before = contact->stage;
        contact->stage = isAdded ? group.id : contact->stage == group.id ? 0 : contact->stage;
        if (contact->stage != before)
            store.touch(*contact, call.actor);
        return controllerReply(R"({"success":1})");
    }
    group.members.removeIf([&](const Member &member) { return member.contact == contact->id; });
    group.members.append({contact->id, store.now(), !isAdded});
    return controllerReply(R"({"success":1})");
}

void fillNote(Store &store, Thing &note, const QJsonValue &body)
{
    if (!body["text"_L1].isUndefined())
        note.text = body["text"_L1].toString();
    if (!body["type"_L1].isUndefined())
        note.type = body["type"_L1].toString();
    if (!body["lead"_L1].isUndefined())
        note.contact = body["lead"_L1].toVariant().toInt();
    const QString at = body["dateTime"_L1].toString();
    if (!at.isEmpty())
        note.at = QDateTime::fromString(QString(at).replace(u' ', u'T') + u'Z', Qt::ISODate).toSecsSinceEpoch();
    if (note.type.isEmpty())
        note.type = u"general"_s;
    if (note.at == 0)
        note.at = store.now();
}

std::optional<Response> noteAnswer(Store &store, const Kind &kind, const Call &call)
{
    if (call.is("POST", 2) && call.part(1) == "new"_L1) {
        Thing &note = store.addThing(u"notes"_s);
        fillNote(store, note, call.body);
        return oneReply(kind, note, 201);
    }
    Thing *note = call.path.size() == 3 ? store.thing(u"notes"_s, call.id(1)) : nullptr;
    if (call.is("PATCH", 3) && call.part(2) == "edit"_L1) {
        if (!note)
            return itemNotFound();
        fillNote(store, *note, call.body);
        return oneReply(kind, *note);
    }
    if (call.is("DELETE", 3) && call.part(2) == "delete"_L1) {
        if (!note)
            return itemNotFound();
        const Response last = oneReply(kind, *note);
        store.things[u"notes"_s].erase(call.id(1));
        return last;
    }
    return std::nullopt;
}

} // namespace

std::optional<Response> listedAnswer(Store &store, const Settings &settings, const Call &call)
{
    const QString area = call.part(0);
    if (area == "users"_L1 && call.is("GET", 1))
        return settings.allows(area, u"view"_s) ? usersReply(store, call) : forbiddenReply();
    if (area == "users"_L1 && call.is("GET", 2)) {
        const User *user = store.user(call.id(1));
        return user ? controllerReply(R"({"user":)" + userJson(store, *user) + '}') : itemNotFound();
    }
    const Kind *kind = kindOf(area);
    if (!kind)
        return std::nullopt;
    if (!settings.allows(area, call.method == "GET" ? u"view"_s : u"edit"_s))
        return forbiddenReply();
    if (call.is("GET", 1))
        return listReply(store, *kind, call);
    if (area == "notes"_L1 && call.method != "GET")
        return noteAnswer(store, *kind, call);
    Thing *thing = store.thing(area, call.id(1));
    if (!thing)
        return itemNotFound();
    if (call.is("GET", 2))
        return oneReply(*kind, *thing);
    const bool isMember = call.is("POST", 5) && call.part(2) == "contact"_L1
        && (call.part(4) == "add"_L1 || call.part(4) == "remove"_L1);
    return isMember ? std::optional(memberReply(store, *thing, call)) : std::nullopt;
}

Response activityReply(const Store &store, const Call &call, int contact)
{
    const QString limitText = call.query["limit"_L1].toString();
    const qsizetype limit = limitText.isEmpty() ? 25 : limitText.toInt();
    const qsizetype page = std::max(1, call.query["page"_L1].toString().toInt());
    const QString from = call.query["filters"_L1]["dateFrom"_L1].toString();
    QList<const Event *> rows;
    for (const Event &event : store.events) {
        const bool isWanted = (contact == 0 || event.contact == contact) && databaseTime(event.at) >= from;
        if (isWanted)
            rows.prepend(&event);
    }
    QByteArray json = R"({"events":[)";
    for (qsizetype i = (page - 1) * limit; i < rows.size() && i < page * limit; ++i) {
        const Event &event = *rows[i];
        json += (json.endsWith('[') ? "" : ",") + QByteArray(R"({"event":)") + jsonText(event.event) + R"(,"eventId":)"
            + jsonText(event.event + QString::number(event.id)) + R"(,"eventLabel":)" + jsonText(event.label)
            + R"(,"eventType":)" + jsonText(event.event) + R"(,"timestamp":)" + jsonTime(event.at) + R"(,"contactId":")"
            + number(event.contact) + R"(","details":[]})";
    }
    const qsizetype pages = std::max<qsizetype>(1, (rows.size() + limit - 1) / limit);
    return controllerReply(
        json
        + R"(],"filters":{"search":"","includeEvents":[],"excludeEvents":[]},"order":["timestamp","DESC"],"types":[],"total":)"
        + QByteArray::number(rows.size()) + R"(,"page":)" + QByteArray::number(page) + R"(,"limit":)"
        + QByteArray::number(limit) + R"(,"maxPages":)" + QByteArray::number(pages) + '}');
}

/// Segments, campaigns or notes of one contact.
Response ofContactReply(Store &store, const Record &contact, const QString &name)
{
    const Kind &kind = *kindOf(name);
    PhpEntries entries;
    for (const auto &[id, thing] : store.things[name]) {
        if (name == "notes"_L1 && thing.contact == contact.id)
            entries.append({QString::number(entries.size()), noteJson(thing)});
        if (name == "notes"_L1 || !thing.has(contact.id))
            continue;
        const auto member = std::ranges::find(thing.members, contact.id, &Member::contact);
        QByteArray json = R"({"id":)" + number(id) + R"(,"name":)" + jsonText(thing.name);
        if (name == "segments"_L1)
            json += R"(,"alias":)" + jsonText(thing.alias);
        entries.append({QString::number(id),
                        json + R"(,"dateAdded":)" + jsonTime(member->added)
                            + R"(,"manuallyRemoved":false,"manuallyAdded":true})"});
    }
    return controllerReply(R"({"total":)" + QByteArray::number(entries.size()) + R"(,")" + kind.list + R"(":)"
                           + phpArray(entries) + '}');
}

} // namespace syncline::sandbox::mautic
