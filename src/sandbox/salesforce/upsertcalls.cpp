#include "sandbox/salesforce/calls.h"
#include "sandbox/salesforce/conditions.h"

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

Trouble noSuchExternalId()
{
    return {404, u"NOT_FOUND"_s, u"Provided external ID field does not exist or is not accessible"_s};
}

QString addressOf(const Table &table, const Record &record)
{
    return dataPath + u"sobjects/"_s + table.name + u'/' + record.id;
}

/// The records that this value leads to are named, and a person has to choose.
Response several(const Table &table, const QList<const Record *> &found)
{
    QJsonArray addresses;
    for (const Record *record : found)
        addresses.append(addressOf(table, *record));
    return jsonReply(addresses, 300);
}

/// Neither the id nor the key may stand in the body as well.
std::optional<Trouble> bodyTrouble(const Field &key, const QJsonObject &body)
{
    for (auto it = body.begin(); it != body.end(); ++it) {
        const bool isId = it.key().compare(u"id"_s, Qt::CaseInsensitive) == 0;
        if (isId || it.key().compare(key.name, Qt::CaseInsensitive) == 0) {
            return Trouble{400,
                           u"INVALID_FIELD"_s,
                           u"The %1 field should not be specified in the sobject data."_s.arg(it.key()),
                           {it.key()}};
        }
    }
    return std::nullopt;
}

} // namespace

const Field *externalIdField(const Table &table, const QString &name)
{
    const Field *field = table.field(name);
    return field && field->isExternalId ? field : nullptr;
}

QJsonObject upsertedRecord(Org org, Table &table, const Field &key, const QJsonObject &body, bool createsToo,
                           const Request &request)
{
    const QString value = body[key.name].toString();
    if (value.isEmpty())
        return troubleOutcome({400, u"MISSING_ARGUMENT"_s, key.name + u" not specified"_s, {key.name}});
    const QList<const Record *> found = table.holders(key.name, value);
    if (found.size() > 1) {
        return troubleOutcome({400,
                               u"DUPLICATE_EXTERNAL_ID"_s,
                               u"%1: more than one record found for external id field"_s.arg(key.name),
                               {key.name}});
    }
    if (found.isEmpty() && !createsToo)
        return troubleOutcome(notFound());
    QJsonObject values = body;
    if (!found.isEmpty())
        values.remove(key.name);
    QJsonObject outcome = savedRecord(org, table, found.isEmpty() ? QString() : found.first()->id, values, request);
    if (outcome[u"success"_s].toBool())
        outcome.insert(u"created"_s, found.isEmpty());
    return outcome;
}

Response externalIdAnswer(Org org, Table &table, const Call &call)
{
    const Field *key = externalIdField(table, call.part(2));
    if (!key)
        return troubleReply(noSuchExternalId());
    const QString value = call.part(3);
    const QList<const Record *> found = table.holders(key->name, value);
    if (found.size() > 1)
        return several(table, found);
    if (call.method != "PATCH") {
        if (found.isEmpty())
            return troubleReply(noSuchExternalId());
        return ofOne(org, table, found.first()->id, call);
    }
    if (auto trouble = bodyTrouble(*key, call.body))
        return troubleReply(*trouble);
    if (!found.isEmpty()) {
        if (auto answer = conditionAnswer(table, *found.first(), call.request))
            return *answer;
    }
    QJsonObject body = call.body;
    body.insert(key->name, value);
    const bool createsToo = call.value(u"updateOnly"_s) != "true"_L1;
    const QJsonObject outcome = upsertedRecord(org, table, *key, body, createsToo, call.request);
    if (!outcome[u"success"_s].toBool())
        return troubleReply(troubleIn(outcome));
    return jsonReply(outcome, outcome[u"created"_s].toBool() ? 201 : 200);
}

} // namespace syncline::sandbox::salesforce
