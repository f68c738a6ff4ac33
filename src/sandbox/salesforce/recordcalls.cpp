#include "sandbox/salesforce/calls.h"

#include <QDateTime>
#include <QLocale>

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

Response describe(const Table &table)
{
    QJsonArray fields;
    for (const Field &field : table.fields) {
        if (!field.isHidden)
            fields.append(fieldJson(field));
    }
    QJsonObject body = objectJson(table);
    body.insert(u"fields"_s, fields);
    return jsonReply(body);
}

/// If-Unmodified-Since: what was changed later is not written over. Whole seconds.
bool isModifiedSince(const Record &record, const QByteArray &date)
{
    const QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return time.isValid() && record.modified > QDateTime(time.date(), time.time(), Qt::UTC).toSecsSinceEpoch();
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

Response saved(const QJsonObject &outcome, bool isNew)
{
    if (!outcome[u"success"_s].toBool())
        return troubleReply(troubleIn(outcome));
    return isNew ? jsonReply(outcome, 201) : emptyReply();
}

Response ofOne(Org org, Table &table, const Call &call)
{
    const QString id = call.part(2);
    const Record *record = table.find(id);
    if (call.method == "GET")
        return record && record->deleted == 0 ? read(table, *record, call) : troubleReply(notFound());
    if (call.method == "DELETE") {
        if (const auto trouble = deleteTrouble(org, id))
            return troubleReply(*trouble);
        org.store.remove(table, id);
        return emptyReply();
    }
    if (record && isModifiedSince(*record, call.request.header("If-Unmodified-Since"))) {
        return troubleReply(
            {412, u"PRECONDITION_FAILED"_s, u"The request has been failed because the record was modified since."_s});
    }
    return saved(savedRecord(org, table, id, call.body, call.request), false);
}

} // namespace

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
    if (call.path.size() == 3 && call.method != "POST")
        return ofOne(org, *table, call);
    return std::nullopt;
}

} // namespace syncline::sandbox::salesforce
