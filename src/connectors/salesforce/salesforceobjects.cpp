#include "connectors/salesforce/salesforceobjects.h"

#include <algorithm>

namespace syncline::connectors::salesforce {

namespace {

// First who and what others refer to.
constexpr ObjectKind kinds[] = {
    {"User", "user", "005", false, true}, {"Account", "company", "001", true}, {"Contact", "contact", "003", true},
    {"Lead", "contact", "00Q", true},     {"Opportunity", "deal", "006"},      {"Task", "activity", "00T"},
    {"Event", "activity", "00U"},
};

} // namespace

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

const ObjectKind *objectKindOfId(const QString &id)
{
    const auto known = std::ranges::find_if(
        kinds, [&](const ObjectKind &kind) { return id.startsWith(QLatin1StringView(kind.keyPrefix)); });
    return known == std::end(kinds) ? nullptr : &*known;
}

} // namespace syncline::connectors::salesforce
