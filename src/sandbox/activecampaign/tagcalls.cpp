#include "sandbox/activecampaign/calls.h"

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

std::optional<Response> tagsAnswer(Store &store, const Call &call)
{
    if (call.is("GET", 1)) {
        const QString words = call.parameter(u"search"_s);
        QList<const Row *> rows;
        for (const auto &[id, row] : store.tags.rows()) {
            if (words.isEmpty() || row["tag"_L1].toString().contains(words, Qt::CaseInsensitive))
                rows.append(&row);
        }
        return jsonReply(collection(u"tags"_s, paged(rows, call)));
    }
    if (!call.is("POST", 1))
        return std::nullopt;
    const QJsonObject body = call.body["tag"_L1].toObject();
    const QString name = textOf(body["tag"_L1]);
    if (store.tagByName(name) != 0) {
        return jsonReply({{u"message"_s, u"Could not process request"_s},
                          {u"error"_s, u"Duplicate entry 'contact-%1' for key 'typetag'"_s.arg(name)}},
                         400);
    }
    const int id = store.tags.insert({{u"tag"_s, name},
                                      {u"tagType"_s, u"contact"_s},
                                      {u"description"_s, textOf(body["description"_L1])},
                                      {u"cdate"_s, qint64(store.now())}});
    return jsonReply({{u"tag"_s, shown(*store.tags.find(id))}}, 201);
}

void touch(Store &store, const Settings &settings, int contact)
{
    if (settings.tagsTouch)
        store.touchContact(contact);
}

std::optional<Response> contactTagsAnswer(Store &store, const Settings &settings, const Call &call)
{
    if (call.is("GET", 1))
        return jsonReply(collection(u"contactTags"_s, paged(allRows(store.contactTags), call)));
    if (call.is("DELETE", 2)) {
        const Row *row = store.contactTags.find(call.id(1)); // the id of the link, not of the tag
        if (!row)
            return noResult(u"ContactTag"_s, call.part(1));
        const int contact = row->value("contact"_L1).toInt();
        store.contactTags.erase(call.id(1));
        touch(store, settings, contact);
        return jsonReply({});
    }
    if (!call.is("POST", 1))
        return std::nullopt;
    const QJsonObject body = call.body["contactTag"_L1].toObject();
    const int contact = intOf(body["contact"_L1]), tag = intOf(body["tag"_L1]);
    if (!store.contacts.find(contact))
        return noResult(u"Subscriber"_s, textOf(body["contact"_L1]));
    if (!store.tags.find(tag))
        return noResult(u"Tag"_s, textOf(body["tag"_L1]));
    for (const Row *row : ownedRows(store.contactTags, contact)) {
        if (row->value("tag"_L1).toInt() == tag)
            return jsonReply({{u"contactTag"_s, shown(*row)}}, 201);
    }
    const int id = store.contactTags.insert(
        {{u"contact"_s, contact}, {u"tag"_s, tag}, {u"cdate"_s, qint64(store.now())}});
    touch(store, settings, contact);
    return jsonReply({{u"contactTag"_s, shown(*store.contactTags.find(id), Scalars::Mixed)}}, 201);
}

/// Its filters are ignored, whatever they are.
std::optional<Response> contactListsAnswer(Store &store, const Settings &settings, const Call &call)
{
    if (call.is("GET", 1))
        return jsonReply(collection(u"contactLists"_s, paged(allRows(store.contactLists), call)));
    if (!call.is("POST", 1))
        return std::nullopt;
    const QJsonObject body = call.body["contactList"_L1].toObject();
    const int contact = intOf(body["contact"_L1]), list = intOf(body["list"_L1]);
    if (!store.contacts.find(contact) || !store.lists.find(list))
        return refusal(u"The contact or the list is not valid."_s, u"field_invalid"_s, u"list"_s);
    Row row{{u"contact"_s, contact}, {u"list"_s, list}, {u"status"_s, QString::number(intOf(body["status"_L1]))}};
    for (const Row *known : ownedRows(store.contactLists, contact)) {
        if (known->value("list"_L1).toInt() != list)
            continue;
        const bool hasLeft = known->value("status"_L1).toString() == "2"_L1;
        if (hasLeft && intOf(body["status"_L1]) == 1 && intOf(body["sourceid"_L1]) != 4)
            return refusal(u"The contact has opted out of this list."_s, u"field_invalid"_s, u"status"_s);
        row.insert(u"id"_s, known->value("id"_L1));
        store.contactLists.replace(known->value("id"_L1).toInt(), row);
        touch(store, settings, contact);
        return jsonReply({{u"contactList"_s, shown(row)}}, 200);
    }
    const int id = store.contactLists.insert(row);
    touch(store, settings, contact);
    return jsonReply({{u"contactList"_s, shown(*store.contactLists.find(id))}}, 201);
}

std::optional<Response> usersAnswer(const Store &store, const Call &call)
{
    if (call.is("GET", 1))
        return jsonReply(collection(u"users"_s, paged(allRows(store.users), call)));
    if (!call.is("GET", 2))
        return std::nullopt;
    const int id = call.part(1) == "me"_L1 ? 1 : call.id(1);
    const Row *user = store.users.find(id);
    return user ? jsonReply({{u"user"_s, shown(*user)}}) : noResult(u"User"_s, call.part(1));
}

} // namespace

std::optional<Response> tagAnswer(Store &store, const Settings &settings, const Call &call)
{
    const QString area = call.part(0);
    if (area == "tags"_L1)
        return tagsAnswer(store, call);
    if (area == "contactTags"_L1)
        return contactTagsAnswer(store, settings, call);
    if (area == "contactLists"_L1)
        return contactListsAnswer(store, settings, call);
    if (area == "lists"_L1 && call.is("GET", 1))
        return jsonReply(collection(u"lists"_s, paged(allRows(store.lists), call)));
    return area == "users"_L1 ? usersAnswer(store, call) : std::nullopt;
}

} // namespace syncline::sandbox::activecampaign
