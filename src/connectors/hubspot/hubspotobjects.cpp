#include "connectors/hubspot/hubspotobjects.h"

#include <algorithm>

namespace syncline::connectors::hubspot {

namespace {

constexpr AssociationField ofContacts[] = {{"associated_companies", "companies"}};
constexpr AssociationField ofDeals[] = {{"associated_contacts", "contacts"}, {"associated_company", "companies", true}};
constexpr AssociationField ofActivities[] = {
    {"associated_contacts", "contacts"}, {"associated_company", "companies", true}, {"associated_deal", "deals", true}};

constexpr char modified[] = "hs_lastmodifieddate";
constexpr char created[] = "hs_createdate";

// Companies first, then who and what refers to them.
constexpr ObjectKind kinds[] = {
    {"companies", "companies", "company", "", modified, "createdate", {"name", "domain", ""}, false, "", {}},
    {"contacts",
     "contacts",
     "contact",
     "",
     "lastmodifieddate",
     "createdate",
     {"email", "firstname", "lastname"},
     false,
     "email",
     ofContacts},
    {"deals", "0-3", "deal", "", modified, "createdate", {"dealname", "dealstage", ""}, true, "", ofDeals},
    {"tasks", "tasks", "activity", "task", modified, created, {"hs_timestamp", "", ""}, true, "", ofActivities},
    {"calls", "calls", "activity", "call", modified, created, {"hs_timestamp", "", ""}, true, "", ofActivities},
    {"notes", "notes", "activity", "note", modified, created, {"hs_timestamp", "", ""}, true, "", ofActivities},
};

} // namespace

QStringList ObjectKind::neededProperties() const
{
    QStringList names;
    for (const char *property : needed) {
        if (*property)
            names.append(QString::fromLatin1(property));
    }
    return names;
}

const AssociationField *ObjectKind::association(const QString &field) const
{
    const auto known = std::ranges::find_if(
        associations, [&](const AssociationField &one) { return field == QLatin1StringView(one.name); });
    return known == associations.end() ? nullptr : &*known;
}

std::span<const ObjectKind> objectKinds()
{
    return kinds;
}

const ObjectKind *objectKind(const QString &entity)
{
    const auto known = std::ranges::find_if(
        kinds, [&](const ObjectKind &kind) { return entity == QLatin1StringView(kind.name); });
    return known == std::end(kinds) ? nullptr : &*known;
}

} // namespace syncline::connectors::hubspot
