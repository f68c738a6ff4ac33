#include "sandbox/salesforce/calls.h"
#include "sandbox/salesforce/conditions.h"

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

QJsonObject objectJson(const Table &table)
{
    const bool isUser = table.name == "User"_L1;
    return {{u"name"_s, table.name},       {u"label"_s, table.name},      {u"keyPrefix"_s, table.prefix},
            {u"queryable"_s, true},        {u"createable"_s, !isUser},    {u"updateable"_s, !isUser},
            {u"deletable"_s, !isUser},     {u"replicateable"_s, !isUser}, {u"custom"_s, false},
            {u"labelPlural"_s, table.name}};
}

/// Every object has one, and these have no other.
QJsonObject masterRecordType()
{
    return {{u"active"_s, true},
            {u"available"_s, true},
            {u"defaultRecordTypeMapping"_s, true},
            {u"developerName"_s, u"Master"_s},
            {u"master"_s, true},
            {u"name"_s, u"Master"_s},
            {u"recordTypeId"_s, u"012000000000000AAA"_s}};
}

Response describe(const Table &table)
{
    QJsonArray fields;
    for (const Field &field : table.fields) {
        if (!field.isHidden)
            fields.append(fieldJson(field));
    }
    QJsonObject body = objectJson(table);
    body.insert(u"fields"_s, fields);
    body.insert(u"recordTypeInfos"_s, QJsonArray{masterRecordType()});
    body.insert(u"childRelationships"_s, QJsonArray());
    body.insert(u"urls"_s,
                QJsonObject{{u"describe"_s, QString(dataPath + u"sobjects/"_s + table.name + u"/describe"_s)}});
    return jsonReply(body);
}

Response read(const Table &table, const Record &record, const Call &call)
{
    QJsonObject body{{u"attributes"_s, QJsonObject{{u"type"_s, table.name}}}};
    const QStringList asked = call.value(u"fields"_s).split(u',', Qt::SkipEmptyParts);
    for (const Field &field : table.fields) {
        if (!field.isHidden && (asked.isEmpty() || asked.contains(field.name)))
            body.insert(field.name, table.shown(record, field.name));
    }
    return jsonReply(body);
}

Response saved(const QJsonObject &outcome, bool isNew)
{
    if (!outcome[u"success"_s].toBool())
        return troubleReply(troubleIn(outcome));
    return isNew ? jsonReply(outcome, 201) : emptyReply();
}

} // namespace

Trouble troubleIn(const QJsonObject &outcome)
{
    const QJsonObject error = outcome[u"errors"_s][0].toObject();
    Trouble trouble{400, error[u"statusCode"_s].toString(), error[u"message"_s].toString(), {}, error};
    for (const QJsonValue &name : error[u"fields"_s].toArray())
        trouble.fields.append(name.toString());
    if (trouble.code == "NOT_FOUND"_L1 || trouble.code == "ENTITY_IS_DELETED"_L1)
        trouble.status = 404;
    return trouble;
}

Response ofOne(Org org, Table &table, const QString &id, const Call &call)
{
    const Record *record = table.find(id);
    if (call.method == "DELETE") { // whatever the conditions say
        if (const auto trouble = deleteTrouble(org, id))
            return troubleReply(*trouble);
        org.store.remove(table, id);
        return emptyReply();
    }
    if (record) {
        if (auto answer = conditionAnswer(table, *record, call.request))
            return *answer;
    }
    if (call.method != "GET")
        return saved(savedRecord(org, table, id, call.body, call.request), false);
    if (!record || record->deleted != 0)
        return troubleReply(notFound());
    Response response = read(table, *record, call);
    addValidators(response, table, *record);
    return response;
}

std::optional<Response> recordAnswer(Org org, const Call &call)
{
    if (call.is("GET", 1)) {
        QJsonArray list;
        for (const auto &[name, table] : org.store.tables()) {
            if (!org.settings.denied.contains(name))
                list.append(objectJson(table));
        }
        return jsonReply(QJsonObject{{u"encoding"_s, u"UTF-8"_s}, {u"maxBatchSize"_s, 200}, {u"sobjects"_s, list}});
    }
    Table *table = org.settings.denied.contains(call.part(1)) ? nullptr : org.store.table(call.part(1));
    if (!table)
        return troubleReply(notFound());
    if (call.is("GET", 3) && call.part(2) == "describe"_L1)
        return describe(*table);
    if (call.is("GET", 3) && call.part(2) == "deleted"_L1)
        return deletedAnswer(org, *table, call);
    if (call.is("GET", 3) && call.part(2) == "updated"_L1)
        return updatedAnswer(org, *table, call);
    if (call.is("POST", 2))
        return saved(savedRecord(org, *table, {}, call.body, call.request), true);
    if (call.is("GET", 2))
        return jsonReply(QJsonObject{{u"objectDescribe"_s, objectJson(*table)}, {u"recentItems"_s, QJsonArray()}});
    if (call.path.size() == 3 && call.method != "POST")
        return ofOne(org, *table, call.part(2), call);
    if (call.path.size() == 4 && call.method != "POST")
        return externalIdAnswer(org, *table, call);
    return std::nullopt;
}

} // namespace syncline::sandbox::salesforce
