#include "sandbox/hubspot/calls.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualCount = 20, mostCount = 500;

QJsonObject listJson(const ContactList &list)
{
    return {{u"listId"_s, list.id},
            {u"name"_s, list.name},
            {u"objectTypeId"_s, u"0-1"_s},
            {u"processingType"_s, list.processingType},
            {u"processingStatus"_s, u"COMPLETE"_s},
            {u"listVersion"_s, 1},
            {u"additionalProperties"_s, QJsonObject{{u"hs_list_size"_s, QString::number(list.members.size())}}}};
}

Response search(const Store &store, const Call &call)
{
    const QJsonArray types = call.body["processingTypes"_L1].toArray();
    const QString words = call.body["query"_L1].toString();
    QJsonArray all;
    for (const ContactList &list : store.lists()) {
        if ((types.isEmpty() || types.contains(list.processingType)) && list.name.contains(words, Qt::CaseInsensitive))
            all.append(listJson(list));
    }
    const int offset = call.body["offset"_L1].toInt(), total = int(all.size());
    const int count = std::min(call.body["count"_L1].toInt(usualCount), mostCount);
    QJsonArray page;
    for (int i = offset; i < total && i < offset + count; ++i)
        page.append(all[i]);
    const int next = offset + int(page.size());
    return jsonReply({{u"lists"_s, page}, {u"hasMore"_s, next < total}, {u"offset"_s, next}, {u"total"_s, total}});
}

Response ofRecords(const Store &store, const Call &call)
{
    QJsonArray results;
    for (const QJsonValue &input : call.body["inputs"_L1].toArray()) {
        const qint64 id = input["recordId"_L1].toString().toLongLong();
        QJsonArray memberships;
        for (const ContactList &list : store.lists()) {
            if (list.members.contains(id))
                memberships.append(QJsonObject{{u"listId"_s, list.id}, {u"listVersion"_s, 1}});
        }
        results.append(QJsonObject{{u"objectTypeId"_s, u"0-1"_s},
                                   {u"recordId"_s, input["recordId"_L1]},
                                   {u"recordListMemberships"_s, memberships}});
    }
    const QString now = isoTime(store.now());
    return jsonReply(
        {{u"status"_s, u"COMPLETE"_s}, {u"results"_s, results}, {u"startedAt"_s, now}, {u"completedAt"_s, now}});
}

QJsonArray changed(const Store &store, ContactList &list, const QJsonArray &ids, bool isAdded, QJsonArray &missing)
{
    QJsonArray done;
    for (const QJsonValue &text : ids) {
        const qint64 id = text.toString().toLongLong();
        const Record *record = store.table(u"contacts"_s)->find(id);
        if (!record || record->archived != 0) {
            missing.append(text);
        } else if (isAdded != list.members.contains(id)) {
            if (isAdded)
                list.members.insert(id);
            else
                list.members.remove(id);
            done.append(text);
        }
    }
    return done;
}

Response change(const Store &store, ContactList &list, const Call &call)
{
    if (list.processingType == "DYNAMIC"_L1)
        return troubleReply(invalidInput(u"Membership of the list %1 cannot be changed: its processing type is "
                                         "DYNAMIC."_s.arg(list.id)));
    QJsonArray missing;
    const QJsonArray added = changed(store, list, call.body["recordIdsToAdd"_L1].toArray(), true, missing);
    const QJsonArray removed = changed(store, list, call.body["recordIdsToRemove"_L1].toArray(), false, missing);
    return jsonReply(
        {{u"recordsIdsAdded"_s, added}, {u"recordIdsRemoved"_s, removed}, {u"recordIdsMissing"_s, missing}});
}

} // namespace

/// .../lists/search, .../lists/records/memberships/batch/read, .../lists/ID/memberships/add-and-remove
std::optional<Response> listAnswer(Store &store, const Settings &settings, const Call &call)
{
    if (settings.denied.contains(u"lists"_s))
        return troubleReply(missingScopes(u"crm.lists.read"_s));
    if (call.is("POST", 1) && call.part(0) == "search"_L1)
        return search(store, call);
    if (call.method == "POST" && call.path.join(u'/') == "records/memberships/batch/read"_L1)
        return ofRecords(store, call);
    if (!call.is("PUT", 3) || call.path.mid(1).join(u'/') != "memberships/add-and-remove"_L1)
        return std::nullopt;
    ContactList *list = store.list(call.part(0));
    return list ? change(store, *list, call) : troubleReply(notFound(u"List %1 does not exist."_s.arg(call.part(0))));
}

} // namespace syncline::sandbox::hubspot
