#include "sandbox/salesforce/values.h"

#include "sandbox/salesforce/ids.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

/// A value as it is stored, or why it is none.
using Stored = std::pair<QJsonValue, std::optional<Trouble>>;

Stored refused(const QString &code, const QString &message, const Field &field)
{
    return {{}, Trouble{400, code, message, {field.name}}};
}

Stored wrongType(const Field &field, const QJsonValue &value)
{
    return refused(u"JSON_PARSER_ERROR"_s,
                   u"Cannot deserialize instance of %1 from %2"_s.arg(field.type, value.toVariant().toString()), field);
}

Stored storedOptions(const Field &field, const QString &text)
{
    const QStringList members = field.type == "multipicklist"_L1 ? text.split(u';', Qt::SkipEmptyParts)
                                                                 : QStringList{text};
    for (const QString &member : members) {
        if (field.isRestricted && std::ranges::find(field.options, member, &Option::value) == field.options.end()) {
            return refused(u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s,
                           u"%1: bad value for restricted picklist field: %2"_s.arg(field.label, member), field);
        }
    }
    return {members.join(u';'), {}};
}

Stored storedText(const Field &field, const QJsonValue &value)
{
    static const QRegularExpression address(u"^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$"_s);
    if (!value.isString())
        return wrongType(field, value);
    const QString text = value.toString().trimmed();
    if (text.isEmpty())
        return {QJsonValue(QJsonValue::Null), {}};
    if (field.length > 0 && text.size() > field.length) {
        return refused(
            u"STRING_TOO_LONG"_s,
            u"%1: data value too large: %2 (max length=%3)"_s.arg(field.label, text.left(40)).arg(field.length), field);
    }
    if (field.type == "email"_L1 && !address.match(text).hasMatch())
        return refused(u"INVALID_EMAIL_ADDRESS"_s, u"%1: invalid email address: %2"_s.arg(field.label, text), field);
    return field.options.isEmpty() || field.type == "combobox"_L1 ? Stored{text, {}} : storedOptions(field, text);
}

Stored storedTime(const Field &field, const QJsonValue &value)
{
    if (field.type == "date"_L1) {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? Stored{date.toString(Qt::ISODate), {}} : wrongType(field, value);
    }
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return wrongType(field, value);
    return {timeText(time.toSecsSinceEpoch()), {}};
}

Stored storedReference(const Store &store, const Field &field, const QJsonValue &value)
{
    const QString id = idIn(value.toString());
    if (id.isEmpty())
        return refused(u"MALFORMED_ID"_s, u"%1: id value of incorrect type: %2"_s.arg(field.label, value.toString()),
                       field);
    const Table *table = store.tableOf(id);
    if (!table || !field.refersTo.contains(table->name) || !table->live(id))
        return refused(u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s, field);
    return {id, {}};
}

Stored storedValue(const Store &store, const Field &field, const QJsonValue &value)
{
    if (value.isNull())
        return field.type == "boolean"_L1 ? wrongType(field, value) : Stored{value, {}};
    if (field.type == "reference"_L1)
        return storedReference(store, field, value);
    if (field.type == "boolean"_L1)
        return value.isBool() ? Stored{value, {}} : wrongType(field, value);
    if (field.isNumber())
        return value.isDouble() ? Stored{value, {}} : wrongType(field, value);
    return field.isText() ? storedText(field, value) : storedTime(field, value);
}

std::optional<Trouble> missing(const Table &table, const Values &values, const Record *record)
{
    QStringList names;
    for (const Field &field : table.fields) {
        const bool isGiven = values.contains(field.name);
        if (field.isRequired() && values.value(field.name, QJsonValue(QJsonValue::Null)).isNull()
            && (isGiven || !record))
            names.append(field.name);
    }
    if (names.isEmpty())
        return std::nullopt;
    return Trouble{400, u"REQUIRED_FIELD_MISSING"_s, u"Required fields are missing: [%1]"_s.arg(names.join(u", "_s)),
                   names};
}

std::optional<Trouble> taken(const Table &table, const Values &values, const Record *record)
{
    for (const Field &field : table.fields) {
        const QString text = values.value(field.name).toString();
        if (!field.isUnique || text.isEmpty())
            continue;
        if (const Record *other = table.holder(field.name, text, record ? record->id : QString())) {
            return Trouble{400,
                           u"DUPLICATE_VALUE"_s,
                           u"duplicate value found: %1 duplicates value on record with id: %2"_s.arg(
                               field.name, other->id.left(15)),
                           {}};
        }
    }
    return std::nullopt;
}

QJsonObject findings(const Table &table, const Record &other)
{
    const QJsonObject record{{u"attributes"_s, QJsonObject{{u"type"_s, table.name}}}, {u"Id"_s, other.id}};
    const QJsonObject match{{u"additionalInformation"_s, QJsonArray()},
                            {u"fieldDiffs"_s, QJsonArray()},
                            {u"matchConfidence"_s, 100.0},
                            {u"record"_s, record}};
    const QJsonObject result{{u"entityType"_s, table.name},
                             {u"matchEngine"_s, u"FuzzyMatchEngine"_s},
                             {u"matchRecords"_s, QJsonArray{match}},
                             {u"rule"_s, u"Standard_Contact_Match_Rule_v1_1"_s},
                             {u"size"_s, 1},
                             {u"success"_s, true},
                             {u"errors"_s, QJsonArray()}};
    return {{u"allowSave"_s, true},
            {u"duplicateRule"_s, u"Standard_Contact_Duplicate_Rule"_s},
            {u"duplicateRuleEntityType"_s, table.name},
            {u"errorMessage"_s, u"Use one of these records?"_s},
            {u"matchResults"_s, QJsonArray{result}}};
}

} // namespace

Checked checkedValues(const Store &store, const Table &table, const QJsonObject &body, const Record *record)
{
    Checked checked;
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (it.key() == "attributes"_L1 || it.key().compare(u"id"_s, Qt::CaseInsensitive) == 0)
            continue;
        const Field *field = table.field(it.key());
        if (!field)
            return {{}, noSuchColumn(it.key(), table.name)};
        if (record ? !field->isUpdateable : !field->isCreateable) {
            return {
                {},
                Trouble{400,
                        u"INVALID_FIELD_FOR_INSERT_UPDATE"_s,
                        u"Unable to create/update fields: %1. Please check the security settings of this field."_s.arg(
                            field->name),
                        {field->name}}};
        }
        auto [value, trouble] = storedValue(store, *field, *it);
        if (trouble)
            return {{}, trouble};
        checked.values.insert(field->name, value);
    }
    if (auto trouble = missing(table, checked.values, record))
        return {{}, trouble};
    return {checked.values, taken(table, checked.values, record)};
}

std::optional<Trouble> duplicateTrouble(const Settings &settings, const Table &table, const Values &values,
                                        const Request &request)
{
    const QString email = values.value(u"Email"_s).toString();
    if (!settings.hasDuplicateRule || email.isEmpty()
        || request.header("Sforce-Duplicate-Rule-Header").contains("allowSave=true"))
        return std::nullopt;
    const Record *other = table.holder(u"Email"_s, email);
    if (!other)
        return std::nullopt;
    return Trouble{400,
                   u"DUPLICATES_DETECTED"_s,
                   u"Use one of these records?"_s,
                   {},
                   {{settings.isMisspelled ? u"duplicateResut"_s : u"duplicateResult"_s, findings(table, *other)}}};
}

} // namespace syncline::sandbox::salesforce
