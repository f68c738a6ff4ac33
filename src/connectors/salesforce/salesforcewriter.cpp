#include "connectors/salesforce/salesforcewriter.h"

#include "connectors/common/outcomes.h"
#include "connectors/salesforce/salesforceids.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

using Status = WriteOutcome::Status;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Writer", text);
}

/// A refusal of the whole collection for what one record holds (a field that is gone): nothing was written.
bool mayConcernOne(const Answer &answer)
{
    return answer.isRefusal() && answer.response.status == 400;
}

} // namespace

QList<WriteOutcome> Writer::write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                                  std::stop_token stop)
{
    WriteJob job(entity, operations, stop);
    for (const WriteKind kind : {WriteKind::Update, WriteKind::Create, WriteKind::Delete}) {
        const QList<Item> items = prepare(job, kind);
        for (const QList<Item> &batch : batches(items, m_batchSize)) {
            if (stop.stop_requested())
                break;
            if (kind == WriteKind::Delete)
                remove(job, batch);
            else
                send(job, batch);
        }
        if (kind != WriteKind::Delete) {
            sendContacts(job, items);
            readBack(job, items);
        }
    }
    return job.outcomes;
}

QList<Item> Writer::prepare(WriteJob &job, WriteKind kind)
{
    QList<Item> items;
    for (qsizetype i = 0; i < job.operations.size(); ++i) {
        if (job.operations[i].kind != kind)
            continue;
        job.outcomes[i].remoteId = job.operations[i].remoteId;
        auto item = makeItem(job.entity, job.operations[i], i);
        if (item) {
            items.append(std::move(*item));
        } else {
            job.outcomes[i].status = statusOfRefusal(item.error().kind);
            job.outcomes[i].error = item.error();
        }
    }
    return items;
}

void Writer::send(WriteJob &job, const QList<Item> &batch)
{
    const bool isCreate = batch.first().id.isEmpty();
    QList<Item> withValues;
    for (const Item &item : batch) {
        if (isCreate || !item.values.isEmpty())
            withValues.append(item);
        else
            job.set(item, Status::Done, {}); // its contacts only
    }
    if (withValues.isEmpty())
        return;
    const auto answer = m_api.change(isCreate ? "POST" : "PATCH", collection(job.entity.name, withValues), job.stop);
    if (!answer)
        return job.setAll(withValues, statusWithoutAnswer(answer.error()), answer.error());
    if (answer->isSuccess()) {
        for (qsizetype i = 0; i < withValues.size(); ++i)
            readRow(job, withValues[i], answer->root.at(int(i)), answer->response.status);
        return;
    }
    if (mayConcernOne(*answer) && withValues.size() > 1)
        return sendHalves(job, withValues);
    const QString about = withValues.size() == 1 ? job.about(withValues.first().id)
                                                 : tr("A batch of %1").arg(job.entity.name);
    Error error = m_api.refusal(*answer, about);
    error.outcomeUnknown = answer->response.status >= 500;
    job.setAll(withValues, error.outcomeUnknown ? Status::Unknown : statusOfRefusal(error.kind), error);
}

void Writer::sendHalves(WriteJob &job, const QList<Item> &batch)
{
    const qsizetype half = batch.size() / 2;
    for (const QList<Item> &part : {batch.first(half), batch.sliced(half)}) {
        if (!job.stop.stop_requested())
            send(job, part);
    }
}

/// Rows come in the order of the records, and one for each even if all failed.
void Writer::readRow(WriteJob &job, const Item &item, JsonView row, int status)
{
    WriteOutcome &outcome = job.outcomes[item.index];
    if (row["success"].toBool()) {
        const QString id = longId(row["id"].text());
        outcome.remoteId = id.isEmpty() ? item.id : id;
        if (outcome.remoteId.isEmpty())
            return job.set(item, Status::Unknown, job.unmentioned(u"Salesforce"_s, item.id));
        return job.set(item, Status::Done, {});
    }
    const Refusal refusal = readRefusal(row["errors"]);
    if (refusal.isEmpty())
        return job.set(item, Status::Unknown, job.unmentioned(u"Salesforce"_s, item.id));
    const Error error = m_api.refusal(refusal, status, job.about(item.id));
    if (item.id.isEmpty() && error.kind == ErrorKind::Conflict)
        outcome.remoteId = refusal.existingId;
    job.set(item, statusOfRefusal(error.kind), error);
}

/// The record is written by now: only the field of its contacts has failed.
void Writer::sendContacts(WriteJob &job, const QList<Item> &items)
{
    QList<ContactRoles::Change> changes;
    QList<const Item *> owners;
    for (const Item &item : items) {
        const WriteOutcome &outcome = job.outcomes[item.index];
        const bool hasChange = !item.contactsAdded.isEmpty() || !item.contactsRemoved.isEmpty();
        if (outcome.status != Status::Done || !hasChange)
            continue;
        changes.append({outcome.remoteId, item.contactsAdded, item.contactsRemoved});
        owners.append(&item);
    }
    m_roles.apply(changes, job.stop);
    for (qsizetype i = 0; i < changes.size(); ++i) {
        if (const auto &error = changes[i].error)
            job.set(*owners[i], error->outcomeUnknown ? Status::Unknown : Status::Refused, *error);
    }
}

/// An answer shows the id alone, and triggers and flows of the org may have changed what was written.
void Writer::readBack(WriteJob &job, const QList<Item> &items)
{
    QStringList ids, names;
    for (const Item &item : items) {
        if (job.outcomes[item.index].status != Status::Done)
            continue;
        ids.append(job.outcomes[item.index].remoteId);
        names += item.predicted.keys();
    }
    names.removeDuplicates();
    QMap<QString, RemoteRecord> seen;
    if (!ids.isEmpty()) {
        const auto looks = m_reader.byIds(job.entity, ids, names, job.stop);
        for (const LookUp &look : looks ? *looks : QList<LookUp>()) {
            if (look.presence == Presence::Found)
                seen.insert(look.id, look.record);
        }
    }
    for (const Item &item : items) {
        WriteOutcome &outcome = job.outcomes[item.index];
        if (outcome.status != Status::Done || !seen.contains(outcome.remoteId))
            continue;
        outcome.record = seen.value(outcome.remoteId);
        outcome.ignoredFields = unchangedFields(job.entity, item.predicted, job.operations[item.index].before,
                                                outcome.record.fields);
    }
}

/// Into the recycle bin, and with a record what hangs on it.
void Writer::remove(WriteJob &job, const QList<Item> &batch)
{
    QStringList ids;
    for (const Item &item : batch)
        ids.append(item.id);
    const auto answer = m_api.remove(ids, job.stop);
    if (!answer)
        return job.setAll(batch, statusWithoutAnswer(answer.error()), answer.error());
    if (answer->isSuccess()) {
        for (qsizetype i = 0; i < batch.size(); ++i)
            readRow(job, batch[i], answer->root.at(int(i)), answer->response.status);
        return;
    }
    if (mayConcernOne(*answer) && batch.size() > 1) {
        remove(job, batch.first(batch.size() / 2));
        return remove(job, batch.sliced(batch.size() / 2));
    }
    Error error = m_api.refusal(*answer, tr("The removal of records of %1").arg(job.entity.name));
    error.outcomeUnknown = answer->response.status >= 500;
    job.setAll(batch, error.outcomeUnknown ? Status::Unknown : statusOfRefusal(error.kind), error);
}

} // namespace syncline::connectors::salesforce
