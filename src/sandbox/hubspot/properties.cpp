#include "sandbox/hubspot/properties.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

bool Property::hasOption(const QString &value) const
{
    return std::ranges::find(options, value, &Option::value) != options.end();
}

QJsonObject propertyJson(const Property &property)
{
    QJsonArray options;
    for (const Option &option : property.options) {
        options.append(QJsonObject{{u"value"_s, option.value},
                                   {u"label"_s, option.label},
                                   {u"description"_s, QString()},
                                   {u"displayOrder"_s, int(options.size())},
                                   {u"hidden"_s, false}});
    }
    const bool isFixed = property.isStandard || property.isReadOnly;
    QJsonObject json{{u"name"_s, property.name},
                     {u"label"_s, property.label},
                     {u"type"_s, property.type},
                     {u"fieldType"_s, property.fieldType},
                     {u"groupName"_s, property.group},
                     {u"description"_s, QString()},
                     {u"options"_s, options},
                     {u"displayOrder"_s, -1},
                     {u"hasUniqueValue"_s, property.isUnique},
                     {u"hidden"_s, false},
                     {u"formField"_s, !property.isReadOnly},
                     {u"calculated"_s, property.isCalculated},
                     {u"externalOptions"_s, property.refersToOwner},
                     {u"hubspotDefined"_s, property.isStandard},
                     {u"archived"_s, property.isArchived},
                     {u"dataSensitivity"_s, u"non_sensitive"_s},
                     {u"modificationMetadata"_s,
                      QJsonObject{{u"archivable"_s, !isFixed},
                                  {u"readOnlyDefinition"_s, isFixed},
                                  {u"readOnlyOptions"_s, isFixed},
                                  {u"readOnlyValue"_s, property.isReadOnly}}}};
    if (property.refersToOwner)
        json.insert(u"referencedObjectType"_s, u"OWNER"_s);
    return json;
}

Property propertyFrom(const QJsonObject &json)
{
    Property property;
    property.name = json["name"_L1].toString().toLower();
    property.label = json["label"_L1].toString();
    property.type = json["type"_L1].toString();
    property.fieldType = json["fieldType"_L1].toString();
    property.group = json["groupName"_L1].toString();
    property.isStandard = false;
    property.isUnique = json["hasUniqueValue"_L1].toBool();
    for (const QJsonValue &option : json["options"_L1].toArray())
        property.options.append({option["value"_L1].toString(), option["label"_L1].toString()});
    const bool isComplete = !property.label.isEmpty() && !property.type.isEmpty() && !property.fieldType.isEmpty()
        && !property.group.isEmpty() && !property.name.isEmpty() && property.name[0].isLetter();
    return isComplete ? property : Property();
}

} // namespace syncline::sandbox::hubspot
