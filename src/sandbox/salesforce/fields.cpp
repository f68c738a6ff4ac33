#include "sandbox/salesforce/fields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

Field ownField(const QString &name, const QString &type, int length = 0, const QList<Option> &options = {})
{
    Field field;
    field.name = name + u"__c"_s;
    field.label = QString(name).replace(u'_', u' ');
    field.type = type;
    field.length = length;
    field.options = options;
    field.isCustom = true;
    return field;
}

QString soapType(const Field &field)
{
    if (field.type == "boolean"_L1 || field.type == "int"_L1 || field.type == "date"_L1)
        return u"xsd:"_s + field.type;
    if (field.type == "datetime"_L1)
        return u"xsd:dateTime"_s;
    if (field.isNumber())
        return u"xsd:double"_s;
    return field.type == "id"_L1 || field.type == "reference"_L1 ? u"tns:ID"_s : u"xsd:string"_s;
}

/// "Account" of AccountId; null where it leads nowhere.
QJsonValue relationshipName(const Field &field)
{
    return field.type == "reference"_L1 && field.name.endsWith("Id"_L1) ? QJsonValue(field.name.chopped(2))
                                                                        : QJsonValue();
}

} // namespace

bool Field::isText() const
{
    static const QStringList texts{u"string"_s, u"textarea"_s, u"phone"_s,    u"url"_s,
                                   u"email"_s,  u"picklist"_s, u"combobox"_s, u"multipicklist"_s};
    return texts.contains(type);
}

bool Field::isNumber() const
{
    return type == "double"_L1 || type == "currency"_L1 || type == "percent"_L1 || type == "int"_L1;
}

QList<Field> ownFields()
{
    QList<Field> fields{ownField(u"X_Text"_s, u"string"_s, 255),
                        ownField(u"X_Area"_s, u"textarea"_s, 32'768),
                        ownField(u"X_Number"_s, u"double"_s),
                        ownField(u"X_Bool"_s, u"boolean"_s),
                        ownField(u"X_Date"_s, u"date"_s),
                        ownField(u"X_Datetime"_s, u"datetime"_s),
                        ownField(u"X_Select"_s, u"picklist"_s, 255, {{u"red"_s, u"Rot"_s}, {u"green"_s, u"Grün"_s}}),
                        ownField(u"X_Multi"_s, u"multipicklist"_s, 4099,
                                 {{u"a"_s, u"Alpha"_s}, {u"b"_s, u"Beta"_s}, {u"c"_s, u"Gamma"_s}}),
                        ownField(u"X_Ext"_s, u"string"_s, 40),
                        ownField(u"X_Code"_s, u"string"_s, 40)};
    for (Field &field : fields) {
        field.isRestricted = field.type.endsWith("picklist"_L1);
        field.isUnique = field.name == "X_Ext__c"_L1;
        field.isExternalId = field.isUnique || field.name == "X_Code__c"_L1;
        field.isNillable = field.type != "boolean"_L1;
        field.isDefaulted = field.type == "boolean"_L1;
    }
    return fields;
}

QJsonObject fieldJson(const Field &field)
{
    QJsonArray options;
    for (const Option &option : field.options) {
        options.append(QJsonObject{{u"value"_s, option.value},
                                   {u"label"_s, option.label},
                                   {u"active"_s, true},
                                   {u"defaultValue"_s, false},
                                   {u"validFor"_s, QJsonValue()}});
    }
    return {{u"name"_s, field.name},
            {u"label"_s, field.label},
            {u"type"_s, field.type},
            {u"length"_s, field.length},
            {u"nillable"_s, field.isNillable},
            {u"createable"_s, field.isCreateable},
            {u"updateable"_s, field.isUpdateable},
            {u"defaultedOnCreate"_s, field.isDefaulted},
            {u"calculated"_s, false},
            {u"unique"_s, field.isUnique},
            {u"externalId"_s, field.isExternalId},
            {u"idLookup"_s, field.isExternalId || field.type == "email"_L1 || field.type == "id"_L1},
            {u"soapType"_s, soapType(field)},
            {u"byteLength"_s, field.length * 3},
            {u"digits"_s, field.type == "int"_L1 ? 9 : 0},
            {u"precision"_s, field.isNumber() && field.type != "int"_L1 ? 18 : 0},
            {u"scale"_s, field.isNumber() && field.type != "int"_L1 ? 2 : 0},
            {u"autoNumber"_s, false},
            {u"sortable"_s, field.type != "textarea"_L1},
            {u"groupable"_s, field.type != "textarea"_L1},
            {u"permissionable"_s, field.isNillable},
            {u"dependentPicklist"_s, false},
            {u"controllerName"_s, QJsonValue()},
            {u"relationshipName"_s, relationshipName(field)},
            {u"compoundFieldName"_s, QJsonValue()},
            {u"inlineHelpText"_s, QJsonValue()},
            {u"defaultValue"_s, field.type == "boolean"_L1 ? QJsonValue(false) : QJsonValue()},
            {u"deprecatedAndHidden"_s, false},
            {u"custom"_s, field.isCustom},
            {u"filterable"_s, field.type != "textarea"_L1},
            {u"restrictedPicklist"_s, field.isRestricted},
            {u"picklistValues"_s, options},
            {u"referenceTo"_s, QJsonArray::fromStringList(field.refersTo)}};
}

} // namespace syncline::sandbox::salesforce
