#include "sandbox/hubspot/calls.h"
#include "sandbox/hubspot/view.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestBatch = 100;

QString traceOf(const QJsonValue &input)
{
    return input["objectWriteTraceId"_L1].toString();
}

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

/// Partial success is there only where every input can be named in an error.
bool haveOwnTraces(const QJsonArray &inputs)
{
    QSet<QString> traces;
    for (const QJsonValue &input : inputs)
        traces.insert(traceOf(input));
    return traces.size() == inputs.size() && !traces.contains(QString());
}

/// One answer about many records: results in another order than the inputs, and errors beside them.
class BatchReply
{
public:
    explicit BatchReply(const Store &store) : m_started(store.now()) {}

    void add(QJsonObject record, const QString &trace = {})
    {
        if (!trace.isEmpty())
            record.insert(u"objectWriteTraceId"_s, trace);
        m_results.prepend(record);
    }
    void add(const Trouble &trouble, const QString &id, const QString &trace = {})
    {
        QJsonObject context;
        if (!id.isEmpty())
            context.insert(u"ids"_s, QJsonArray{id});
        if (!trace.isEmpty())
            context.insert(u"objectWriteTraceId"_s, QJsonArray{trace});
        m_errors.append(troubleEntry(trouble, context));
    }
    Response reply(int goodStatus) const
    {
        QJsonObject body{{u"status"_s, u"COMPLETE"_s},
                         {u"results"_s, m_results},
                         {u"startedAt"_s, isoTime(m_started)},
                         {u"completedAt"_s, isoTime(m_started + 12)}};
        if (m_errors.isEmpty())
            return jsonReply(body, goodStatus);
        body.insert(u"numErrors"_s, m_errors.size());
        body.insert(u"errors"_s, m_errors);
        return jsonReply(body, 207);
    }

private:
    qint64 m_started;
    QJsonArray m_results, m_errors;
};

Response readBatch(const Store &store, const Table &table, const Call &call)
{
    const QString byProperty = call.body["idProperty"_L1].toString();
    const QStringList properties = textsOf(call.body["properties"_L1].toArray());
    BatchReply reply(store);
    for (const QJsonValue &input : call.body["inputs"_L1].toArray()) {
        const QString key = input["id"_L1].toString();
        const Record *record = byProperty.isEmpty() ? table.find(key.toLongLong()) : table.holder(byProperty, key);
        const bool isThere = record && record->archived == 0;
        if (isThere)
            reply.add(recordJson(table, *record, properties));
        else
            reply.add(notFound(u"Could not get some %1 objects, they may be deleted or not exist. Check that ids are "
                               "valid."_s.arg(table.name)),
                      key);
    }
    return reply.reply(200);
}

Response createBatch(Store &store, Table &table, const Call &call)
{
    const QJsonArray inputs = call.body["inputs"_L1].toArray();
    const bool isPartial = haveOwnTraces(inputs);
    const qint64 at = store.now();
    BatchReply reply(store);
    QList<Values> accepted;
    for (const QJsonValue &input : inputs) {
        const Checked checked = checkedValues(table, input["properties"_L1].toObject(), nullptr);
        const auto trouble = createTrouble(table, checked);
        if (trouble && !isPartial)
            return troubleReply(*trouble); // nothing of the batch is carried out
        if (trouble)
            reply.add(*trouble, {}, traceOf(input));
        else if (isPartial)
            reply.add(recordJson(table, store.create(table, checked.values, at),
                                 table.shownByDefault + checked.values.keys()),
                      traceOf(input));
        else
            accepted.append(checked.values);
    }
    for (const Values &values : accepted)
        reply.add(recordJson(table, store.create(table, values, at), table.shownByDefault + values.keys()));
    return reply.reply(201);
}

Response updateBatch(Store &store, Table &table, const Call &call)
{
    const qint64 at = store.now();
    BatchReply reply(store);
    for (const QJsonValue &input : call.body["inputs"_L1].toArray()) {
        const QString id = input["id"_L1].toString();
        const Record *record = table.find(id.toLongLong());
        if (!record || record->archived != 0) {
            reply.add(notFound(u"Could not get some %1 objects, they may be deleted or not exist."_s.arg(table.name)),
                      id, traceOf(input));
            continue;
        }
        const Checked checked = checkedValues(table, input["properties"_L1].toObject(), record);
        if (const auto trouble = updateTrouble(table, *record, checked)) {
            reply.add(*trouble, id, traceOf(input));
            continue;
        }
        store.update(table, record->id, checked.values, at);
        reply.add(recordJson(table, *record, table.shownByDefault + checked.values.keys()), traceOf(input));
    }
    return reply.reply(200);
}

Response archiveBatch(Store &store, Table &table, const Call &call)
{
    for (const QJsonValue &input : call.body["inputs"_L1].toArray()) {
        const Record *record = table.find(input["id"_L1].toString().toLongLong());
        if (record && record->archived == 0)
            store.archive(table, record->id, store.now());
    }
    return emptyReply();
}

/// The same id or address twice in one batch.
bool hasDuplicates(const Table &table, const QJsonArray &inputs)
{
    QSet<QString> ids, uniques;
    for (const QJsonValue &input : inputs) {
        const QString id = input["id"_L1].toString();
        const QString unique = input["properties"_L1][table.uniqueName].toString().toLower();
        if ((!id.isEmpty() && ids.contains(id)) || (!unique.isEmpty() && uniques.contains(unique)))
            return true;
        ids.insert(id);
        uniques.insert(unique);
    }
    return false;
}

} // namespace

std::optional<Response> batchAnswer(Store &store, Table &table, const Call &call)
{
    const QJsonArray inputs = call.body["inputs"_L1].toArray();
    if (inputs.size() > largestBatch)
        return troubleReply(invalidInput(u"The maximum number of inputs in one batch is %1."_s.arg(largestBatch)));
    if (hasDuplicates(table, inputs))
        return troubleReply(invalidInput(u"Duplicate IDs found in batch input"_s));
    const QString what = call.part(2);
    if (what == "read"_L1)
        return readBatch(store, table, call);
    if (what == "create"_L1)
        return createBatch(store, table, call);
    if (what == "update"_L1)
        return updateBatch(store, table, call);
    return what == "archive"_L1 ? std::optional(archiveBatch(store, table, call)) : std::nullopt;
}

} // namespace syncline::sandbox::hubspot
