#include "sandbox/salesforce/calls.h"
#include "sandbox/salesforce/ids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

constexpr qsizetype mostRecords = 200, mostChunks = 10, mostRead = 2000;

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

/// Where one may not go alone, all are as before when one fails.
class Rollback
{
public:
    Rollback(Org org, bool isAllOrNone) : m_org(org)
    {
        if (isAllOrNone)
            m_before = org.store.tables();
    }

    QJsonArray outcomes(QJsonArray list)
    {
        const bool isWhole = std::ranges::all_of(list,
                                                 [](const QJsonValue &one) { return one[u"success"_s].toBool(); });
        if (!m_before || isWhole)
            return list;
        m_org.store.tables() = *m_before;
        for (QJsonValueRef one : list) {
            if (one.toObject()[u"success"_s].toBool()) {
                one = troubleOutcome({400, u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s,
                                      u"Record rolled back because not all records were valid and the request was "
                                      "using AllOrNone header"_s});
            }
        }
        return list;
    }

private:
    Org m_org;
    std::optional<std::map<QString, Table>> m_before;
};

QJsonObject savedOne(Org org, const Call &call, const QJsonObject &record, const QString &key)
{
    Table &table = *org.store.table(typeOf(record));
    const QString id = record[u"id"_s].toString();
    if (const Field *field = key.isEmpty() ? nullptr : externalIdField(table, key))
        return upsertedRecord(org, table, *field, record, true, call.request);
    if (call.method == "PATCH" && id.isEmpty())
        return troubleOutcome({400, u"MISSING_ARGUMENT"_s, u"Id not specified in an update call"_s, {u"Id"_s}});
    return savedRecord(org, table, id, record, call.request);
}

/// With the field whose values are the keys, where it is an upsert.
Response saveAll(Org org, const Call &call, const QString &key = {})
{
    const QJsonArray records = call.body[u"records"_s].toArray();
    if (const auto trouble = requestTrouble(org, records))
        return troubleReply(*trouble);
    Rollback rollback(org, call.body[u"allOrNone"_s].toBool());
    QJsonArray outcomes;
    for (const QJsonValue &record : records)
        outcomes.append(savedOne(org, call, record.toObject(), key));
    return jsonReply(rollback.outcomes(outcomes));
}

Response upsertAll(Org org, const Call &call)
{
    const Table *table = org.store.table(call.part(2));
    if (!table)
        return troubleReply(notFound());
    if (!externalIdField(*table, call.part(3)))
        return troubleReply({404, u"NOT_FOUND"_s, u"Provided external ID field does not exist or is not accessible"_s});
    for (const QJsonValue &record : call.body[u"records"_s].toArray()) {
        if (typeOf(record) != table->name)
            return troubleReply({400, u"INVALID_TYPE"_s, u"All records must be of type %1"_s.arg(table->name)});
    }
    return saveAll(org, call, call.part(3));
}

/// Records by id; null for one that is not there.
Response readAll(Org org, const Call &call)
{
    const Table *table = org.settings.denied.contains(call.part(2)) ? nullptr : org.store.table(call.part(2));
    if (!table)
        return troubleReply(notFound());
    const QJsonArray ids = call.body[u"ids"_s].toArray(), fields = call.body[u"fields"_s].toArray();
    if (ids.isEmpty() || ids.size() > mostRead)
        return troubleReply({400, u"EXCEEDED_ID_LIMIT"_s, u"cannot read more than 2000 records"_s});
    QJsonArray rows;
    for (const QJsonValue &id : ids) {
        const Record *record = table->live(id.toString());
        QJsonObject row{{u"attributes"_s, QJsonObject{{u"type"_s, table->name}}}, {u"Id"_s, record ? record->id : id}};
        for (const QJsonValue &name : fields) {
            const Field *field = table->field(name.toString());
            if (!field)
                return troubleReply(noSuchColumn(name.toString(), table->name));
            row.insert(field->name, record ? table->shown(*record, field->name) : QJsonValue());
        }
        rows.append(record ? QJsonValue(row) : QJsonValue());
    }
    return jsonReply(rows);
}

Response removeAll(Org org, const Call &call)
{
    const QStringList ids = call.value(u"ids"_s).split(u',', Qt::SkipEmptyParts);
    if (ids.isEmpty() || ids.size() > mostRecords)
        return troubleReply({400, u"EXCEEDED_ID_LIMIT"_s, u"cannot delete more than 200 records"_s, {}});
    Rollback rollback(org, call.value(u"allOrNone"_s) == "true"_L1);
    QJsonArray outcomes;
    for (const QString &id : ids) {
        if (const auto trouble = deleteTrouble(org, id)) {
            outcomes.append(troubleOutcome(*trouble));
            continue;
        }
        org.store.remove(*org.store.table(org.store.tableOf(id)->name), id);
        outcomes.append(savedOutcome(idIn(id)));
    }
    return jsonReply(rollback.outcomes(outcomes));
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
    if (call.part(1) != "sobjects"_L1)
        return std::nullopt;
    if (call.is("POST", 3))
        return readAll(org, call);
    if (call.is("PATCH", 4))
        return upsertAll(org, call);
    if (call.path.size() != 2)
        return std::nullopt;
    if (call.method == "POST" || call.method == "PATCH")
        return saveAll(org, call);
    return call.method == "DELETE" ? std::optional(removeAll(org, call)) : std::nullopt;
}

} // namespace syncline::sandbox::salesforce
