#include "sandbox/hubspot/calls.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

Response list(const Table &table, const Call &call)
{
    const bool isArchive = call.value(u"archived"_s) == "true"_L1;
    QJsonArray results;
    for (const Property &property : table.properties) {
        if (property.isArchived == isArchive)
            results.append(propertyJson(property));
    }
    return jsonReply({{u"results"_s, results}});
}

Response create(Table &table, const Call &call)
{
    const Property property = propertyFrom(call.body);
    if (property.name.isEmpty())
        return troubleReply(
            invalidInput(u"Invalid input JSON: name, label, type, fieldType and groupName are needed."_s));
    if (std::ranges::find(table.properties, property.name, &Property::name) != table.properties.end()) {
        Trouble trouble{409, u"OBJECT_ALREADY_EXISTS"_s, u"A property named '%1' already exists."_s.arg(property.name)};
        trouble.subCategory = u"Properties.PROPERTY_WITH_NAME_EXISTS"_s;
        return troubleReply(trouble);
    }
    if (std::ranges::find(table.properties, property.group, &Property::group) == table.properties.end())
        return troubleReply(invalidInput(u"Property group '%1' does not exist."_s.arg(property.group)));
    table.properties.append(property);
    return jsonReply(propertyJson(property), 201);
}

} // namespace

std::optional<Response> propertyAnswer(Store &store, const Settings &settings, const Call &call)
{
    Table *table = store.table(call.part(0));
    if (!table)
        return troubleReply(notFound(u"Unable to infer object type from: "_s + call.part(0)));
    const QString action = call.method == "GET" ? u"read"_s : u"write"_s;
    if (settings.denied.contains(table->name + u":schema"_s)
        || (call.method != "GET" && settings.denied.contains(table->name + u":schema:write"_s)))
        return troubleReply(missingScopes(u"crm.schemas.%1.%2"_s.arg(table->name, action)));
    if (call.is("GET", 1))
        return list(*table, call);
    if (call.is("POST", 1))
        return create(*table, call);
    if (call.path.size() != 2)
        return std::nullopt;
    const auto property = std::ranges::find_if(
        table->properties, [&](const Property &known) { return known.name == call.part(1) && !known.isArchived; });
    if (property == table->properties.end())
        return troubleReply(notFound(u"Property %1 does not exist"_s.arg(call.part(1))));
    if (call.method == "DELETE") {
        property->isArchived = true;
        return emptyReply();
    }
    return call.method == "GET" ? std::optional(jsonReply(propertyJson(*property))) : std::nullopt;
}

} // namespace syncline::sandbox::hubspot
