#include "sandbox/mautic/calls.h"
#include "sandbox/mautic/phptext.h"

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

Response ownersReply(const Store &store)
{
    QByteArray json = "[";
    for (const User &user : store.users) {
        json += json.size() > 1 ? "," : "";
        json += R"({"id":)" + QByteArray::number(user.id) + R"(,"firstName":)" + jsonText(user.firstName)
            + R"(,"lastName":)" + jsonText(user.lastName) + '}';
    }
    return controllerReply(json + ']');
}

Response fieldListReply(const Store &store)
{
    PhpEntries entries;
    for (const Field &field : store.fields.all()) {
        if (field.isGone)
            continue;
        entries.append({QString::number(field.id),
                        phpObject({{u"id"_s, QByteArray::number(field.id)},
                                   {u"label"_s, jsonText(field.label)},
                                   {u"alias"_s, jsonText(field.alias)},
                                   {u"type"_s, jsonText(fieldTypeName(field.type))},
                                   {u"group"_s, jsonText(field.group)},
                                   {u"order"_s, QByteArray::number(field.order)},
                                   {u"object"_s, field.object == Object::Contact ? R"("lead")" : R"("company")"},
                                   {u"properties"_s, jsonValue(field.properties)}})});
    }
    return controllerReply(phpObject(entries));
}

/// Rows as the database has them: every value a text.
QByteArray companyRow(const Store &store, const CompanyLink &link)
{
    const Record &company = store.companies.at(link.company);
    const QByteArray id = '"' + QByteArray::number(link.company) + '"';
    PhpEntries row{{u"company_id"_s, id},
                   {u"date_associated"_s, jsonText(databaseTime(link.added))},
                   {u"is_primary"_s, link.isPrimary ? R"("1")" : R"("0")"},
                   {u"id"_s, id},
                   {u"is_published"_s, R"("1")"},
                   {u"date_added"_s, jsonText(databaseTime(company.added))},
                   {u"created_by_user"_s, jsonText(company.createdBy.name)},
                   {u"date_modified"_s, company.modified == 0 ? "null"_ba : jsonText(databaseTime(company.modified))},
                   {u"modified_by_user"_s, company.modified == 0 ? "null"_ba : jsonText(company.modifiedBy.name)},
                   {u"social_cache"_s, R"("a:0:{}")"},
                   {u"score"_s, R"("0")"}};
    for (const Field *field : store.fields.shown(Object::Company)) {
        const QJsonValue value = company.value(*field);
        row.append({field->alias, value.isNull() ? "null"_ba : jsonText(value.toVariant().toString())});
    }
    return phpObject(row);
}

Response companiesReply(const Store &store, const Record &contact)
{
    QByteArray json = R"({"total":)" + QByteArray::number(contact.links.size()) + R"(,"companies":[)";
    for (const CompanyLink &link : contact.links) {
        json += json.endsWith('[') ? "" : ",";
        json += companyRow(store, link);
    }
    return controllerReply(json + "]}");
}

Response pointsReply(Store &store, Record &contact, const Call &call)
{
    const QString action = call.part(3);
    if (action != "plus"_L1 && action != "minus"_L1)
        return controllerError(400, u"Invalid operator"_s);
    const int delta = call.id(4);
    const Field &field = *store.fields.find(Object::Contact, u"points"_s);
    const qint64 change = action == "plus"_L1 ? delta : -delta;
    store.setValue(contact, field, contact.value(field).toInteger() + change);
    store.pointsLog.push_back({int(store.pointsLog.size()) + 1, contact.id,
                               call.body["eventName"_L1].toString(u"API"_s), delta, store.now()});
    store.touch(contact, call.actor);
    return controllerReply(R"({"success":1})");
}

Response doNotContactReply(Store &store, Record &contact, const Call &call)
{
    const QString channel = call.part(3);
    const auto known = std::ranges::find(contact.doNotContact, channel, &DoNotContact::channel);
    const bool wasKnown = known != contact.doNotContact.end();
    if (wasKnown)
        contact.doNotContact.erase(known);
    const bool isAdded = call.part(4) == "add"_L1;
    if (isAdded) {
        const int reason = call.body["reason"_L1].toVariant().toInt();
        contact.doNotContact.append({store.nextDoNotContactId(), channel, reason == 0 ? 3 : reason,
                                     call.body["comments"_L1].toString(), store.now()});
    }
    if (isAdded || wasKnown)
        store.touch(contact, call.actor);
    const QByteArray head = isAdded ? "{"_ba : wasKnown ? R"({"recordFound":true,)"_ba : R"({"recordFound":false,)"_ba;
    return controllerReply(head + R"("contact":)" + flatContactJson(store, contact) + '}');
}

std::optional<Response> belongingsReply(Store &store, const Record &contact, const Call &call)
{
    const QString name = call.part(2);
    if (name == "segments"_L1 || name == "campaigns"_L1 || name == "notes"_L1)
        return ofContactReply(store, contact, name);
    if (name == "activity"_L1)
        return activityReply(store, call, contact.id);
    if (name == "devices"_L1) // this sandbox has none
        return controllerReply(R"({"total":0,"devices":[]})");
    return std::nullopt;
}

Response segmentsReply(Store &store)
{
    PhpEntries entries;
    for (const auto &[id, segment] : store.things[u"segments"_s]) {
        entries.append({QString::number(id),
                        R"({"id":)" + QByteArray::number(id) + R"(,"name":)" + jsonText(segment.name) + R"(,"alias":)"
                            + jsonText(segment.alias) + '}'});
    }
    return controllerReply(phpArray(entries));
}

std::optional<Response> listAnswer(Store &store, const QString &name)
{
    if (name == "owners"_L1)
        return ownersReply(store);
    if (name == "fields"_L1)
        return fieldListReply(store);
    if (name == "segments"_L1)
        return segmentsReply(store);
    return std::nullopt;
}

std::optional<Response> oneContactAnswer(Store &store, const Settings &settings, Record &contact, const Call &call)
{
    if (call.is("GET", 3) && call.part(2) == "companies"_L1)
        return companiesReply(store, contact);
    if (call.is("GET", 3))
        return belongingsReply(store, contact, call);
    const bool isPoints = call.is("POST", 5) && call.part(2) == "points"_L1;
    const bool isDoNotContact = call.is("POST", 5) && call.part(2) == "dnc"_L1
        && (call.part(4) == "add"_L1 || call.part(4) == "remove"_L1);
    if (!isPoints && !isDoNotContact)
        return std::nullopt;
    if (!settings.allows(u"contacts"_s, u"edit"_s))
        return forbiddenReply();
    return isPoints ? pointsReply(store, contact, call) : doNotContactReply(store, contact, call);
}

} // namespace

std::optional<Response> contactAnswer(Store &store, const Settings &settings, const Call &call)
{
    if (call.is("GET", 3) && call.part(1) == "list"_L1)
        return listAnswer(store, call.part(2));
    if (call.is("GET", 2) && call.part(1) == "activity"_L1)
        return activityReply(store, call, 0);
    const bool isDeeper = call.path.size() >= 3 && call.id(1) > 0 && call.part(2) != "edit"_L1
        && call.part(2) != "delete"_L1;
    if (!isDeeper)
        return RecordCalls(store, settings, Object::Contact).answer(call);
    Record *contact = store.find(Object::Contact, call.id(1));
    return contact ? oneContactAnswer(store, settings, *contact, call) : itemNotFound();
}

std::optional<Response> companyLinkAnswer(Store &store, const Settings &settings, const Call &call)
{
    const bool isLink = call.is("POST", 5) && call.part(2) == "contact"_L1
        && (call.part(4) == "add"_L1 || call.part(4) == "remove"_L1);
    if (!isLink)
        return RecordCalls(store, settings, Object::Company).answer(call);
    const int company = call.id(1);
    if (!store.find(Object::Company, company))
        return itemNotFound();
    Record *contact = store.find(Object::Contact, call.id(3));
    if (!contact)
        return controllerError(404, u"Contact not found."_s);
    if (!settings.allows(u"companies"_s, u"edit"_s))
        return forbiddenReply();
    const QList<CompanyLink> before = contact->links;
    if (call.part(4) == "add"_L1)
        store.link(*contact, company);
    else
        store.unlink(*contact, company);
    const bool isChanged = !std::ranges::equal(before, contact->links, [](const auto &left, const auto &right) {
        return left.company == right.company && left.isPrimary == right.isPrimary;
    });
    if (isChanged)
        store.touch(*contact, call.actor);
    return controllerReply(R"({"success":1})");
}

} // namespace syncline::sandbox::mautic
