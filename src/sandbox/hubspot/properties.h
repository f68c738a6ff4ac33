#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace syncline::sandbox::hubspot {

struct Option
{
    QString value, label;
};

/// One property of a kind of record.
struct Property
{
    QString name, label;
    QString type;      ///< string, number, bool, enumeration, date, datetime, ...
    QString fieldType; ///< text, textarea, select, checkbox, ...
    QString group;
    QList<Option> options;
    bool isStandard = true;
    bool isReadOnly = false;
    bool isCalculated = false;
    bool isUnique = false;
    bool refersToOwner = false;
    bool isArchived = false;

    bool isMultiple() const { return fieldType == QLatin1StringView("checkbox"); }
    bool hasOption(const QString &value) const;
};

/// The properties that HubSpot brings along, by its own account of them; `entity` is "contacts", "deals", "notes", ...
QList<Property> standardProperties(const QString &entity);

QJsonObject propertyJson(const Property &property);
/// What POST properties gives; an empty name: it lacks something.
Property propertyFrom(const QJsonObject &json);

} // namespace syncline::sandbox::hubspot
