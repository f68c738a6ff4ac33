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
                        ownField(u"X_Ext"_s, u"string"_s, 40)};
    for (Field &field : fields) {
        field.isRestricted = field.type.endsWith("picklist"_L1);
        field.isUnique = field.name == "X_Ext__c"_L1;
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
            {u"externalId"_s, field.isUnique},
            {u"custom"_s, field.isCustom},
            {u"filterable"_s, field.type != "textarea"_L1},
            {u"restrictedPicklist"_s, field.isRestricted},
            {u"picklistValues"_s, options},
            {u"referenceTo"_s, QJsonArray::fromStringList(field.refersTo)}};
}

} // namespace syncline::sandbox::salesforce
