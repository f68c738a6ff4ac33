#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace syncline::sandbox::salesforce {

struct Option
{
    QString value, label;
};

/// One field of an object.
struct Field
{
    QString name, label;
    QString type;          ///< string, picklist, reference, ...
    int length = 0;        ///< characters; 0 where the type has none
    QList<Option> options; ///< of picklists
    QStringList refersTo;  ///< of references
    bool isCreateable = true;
    bool isUpdateable = true;
    bool isNillable = true;
    bool isDefaulted = false;
    bool isUnique = false;
    bool isExternalId = false;
    bool isRestricted = false; ///< a picklist that takes nothing else
    bool isCustom = false;
    bool isHidden = false; ///< from this user

    bool isText() const;
    bool isNumber() const;
    bool isRequired() const { return isCreateable && !isNillable && !isDefaulted; }
};

/// The fields that Salesforce brings along, by its own account of them; `object` is "Contact", "Opportunity", ...
QList<Field> standardFields(const QString &object);
/// Fields that an administrator made for people.
QList<Field> ownFields();

QJsonObject fieldJson(const Field &field);

} // namespace syncline::sandbox::salesforce
