#include "sandbox/salesforce/calls.h"
#include "sandbox/salesforce/ids.h"

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

constexpr qsizetype mostRecords = 200, mostChunks = 10;

QString typeOf(const QJsonValue &record)
{
    return record[u"attributes"_s][u"type"_s].toString();
}

/// Runs of records of one type.
qsizetype chunksIn(const QJsonArray &records)
{
    qsizetype chunks = 0;
    QString last;
    for (const QJsonValue &record : records)
        chunks += typeOf(record) == std::exchange(last, typeOf(record)) ? 0 : 1;
    return chunks;
}

/// What makes the whole request worthless.
std::optional<Trouble> requestTrouble(const Org &org, const QJsonArray &records)
{
    if (records.isEmpty() || records.size() > mostRecords)
        return Trouble{400, u"EXCEEDED_ID_LIMIT"_s, u"record limit reached. cannot submit more than 200 records"_s, {}};
    if (chunksIn(records) > mostChunks)
        return Trouble{400, u"LIMIT_EXCEEDED"_s, u"Cannot have more than 10 chunks in a single operation"_s, {}};
    for (const QJsonValue &record : records) {
        const Table *table = org.store.table(typeOf(record));
        if (!table)
            return Trouble{400, u"INVALID_TYPE"_s, u"Each record must have a type"_s, {}};
        const QJsonObject fields = record.toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (it.key() != "attributes"_L1 && it.key().compare(u"id"_s, Qt::CaseInsensitive) != 0
                && !table->field(it.key()))
                return noSuchColumn(it.key(), table->name);
        }
    }
    return std::nullopt;
}

Response saveAll(Org org, const Call &call)
{
    const QJsonArray records = call.body[u"records"_s].toArray();
    if (const auto trouble = requestTrouble(org, records))
        return troubleReply(*trouble);
    QJsonArray outcomes;
    for (const QJsonValue &record : records) {
        const QString id = record[u"id"_s].toString();
        if (call.method == "PATCH" && id.isEmpty()) {
            outcomes.append(
                troubleOutcome({400, u"MISSING_ARGUMENT"_s, u"Id not specified in an update call"_s, {u"Id"_s}}));
            continue;
        }
        outcomes.append(savedRecord(org, *org.store.table(typeOf(record)), id, record.toObject(), call.request));
    }
    return jsonReply(outcomes);
}

Response removeAll(Org org, const Call &call)
{
    const QStringList ids = call.value(u"ids"_s).split(u',', Qt::SkipEmptyParts);
    if (ids.isEmpty() || ids.size() > mostRecords)
        return troubleReply({400, u"EXCEEDED_ID_LIMIT"_s, u"cannot delete more than 200 records"_s, {}});
    QJsonArray outcomes;
    for (const QString &id : ids) {
        if (const auto trouble = deleteTrouble(org, id)) {
            outcomes.append(troubleOutcome(*trouble));
            continue;
        }
        org.store.remove(*org.store.table(org.store.tableOf(id)->name), id);
        outcomes.append(savedOutcome(idIn(id)));
    }
    return jsonReply(outcomes);
}

std::optional<Trouble> lockTrouble(Settings &settings)
{
    if (settings.locked <= 0)
        return std::nullopt;
    --settings.locked;
    return Trouble{400, u"UNABLE_TO_LOCK_ROW"_s, u"unable to obtain exclusive access to this record"_s, {}};
}

std::optional<Trouble> existenceTrouble(const Table &table, const QString &id)
{
    if (idIn(id).isEmpty() || !id.startsWith(table.prefix)) {
        return Trouble{
            400, u"MALFORMED_ID"_s, u"%1 ID: id value of incorrect type: %2"_s.arg(table.name, id), {u"Id"_s}};
    }
    const Record *record = table.find(id);
    if (!record)
        return Trouble{400, u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s, {}};
    if (record->deleted != 0)
        return Trouble{400, u"ENTITY_IS_DELETED"_s, u"entity is deleted"_s, {}};
    return std::nullopt;
}

} // namespace

QJsonObject savedRecord(Org org, Table &table, const QString &id, const QJsonObject &body, const Request &request)
{
    if (auto trouble = lockTrouble(org.settings))
        return troubleOutcome(*trouble);
    if (auto trouble = id.isEmpty() ? std::nullopt : existenceTrouble(table, id))
        return troubleOutcome(*trouble);
    const Record *record = id.isEmpty() ? nullptr : table.find(id);
    if (record && record->values.value(u"IsConverted"_s).toBool()) {
        return troubleOutcome(
            {400, u"CANNOT_UPDATE_CONVERTED_LEAD"_s, u"cannot reference converted lead"_s, {u"Id"_s}});
    }
    const Checked checked = checkedValues(org.store, table, body, record);
    if (checked.trouble)
        return troubleOutcome(*checked.trouble);
    if (record) {
        org.store.update(table, id, checked.values);
        return savedOutcome(record->id);
    }
    if (const auto trouble = duplicateTrouble(org.settings, table, checked.values, request))
        return troubleOutcome(*trouble);
    return savedOutcome(org.store.create(table, checked.values, org.store.now()).id);
}

std::optional<Trouble> deleteTrouble(Org org, const QString &id)
{
    const Table *table = org.store.tableOf(id);
    return table ? existenceTrouble(*table, id)
                 : Trouble{400, u"MALFORMED_ID"_s, u"malformed id %1"_s.arg(id), {u"Id"_s}};
}

std::optional<Response> collectionAnswer(Org org, const Call &call)
{
    if (call.path.size() != 2 || call.part(1) != "sobjects"_L1)
        return std::nullopt;
    if (call.method == "POST" || call.method == "PATCH")
        return saveAll(org, call);
    return call.method == "DELETE" ? std::optional(removeAll(org, call)) : std::nullopt;
}

} // namespace syncline::sandbox::salesforce
