#include "connectors/hubspot/hubspotwriter.h"

#include "connectors/common/outcomes.h"
#include "connectors/hubspot/hubspotdecoding.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

using Status = WriteOutcome::Status;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Writer", text);
}

/// One bad record makes HubSpot refuse the whole batch without a word about the others: nothing was written.
bool mayConcernOne(const Answer &answer)
{
    const int status = answer.response.status;
    return answer.isRefusal() && (status == 400 || status == 404 || status == 409);
}

} // namespace

QList<WriteOutcome> Writer::write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                                  std::stop_token stop)
{
    WriteJob job(entity, operations, stop);
    for (const WriteKind kind : {WriteKind::Update, WriteKind::Create}) {
        QList<Item> items, withValues;
        prepare(job, kind, items);
        for (const Item &item : std::as_const(items)) {
            if (item.properties.isEmpty())
                job.set(item, Status::Done, {}); // links only
            else
                withValues.append(item);
        }
        for (const QList<Item> &batch : batches(withValues, m_batchSize)) {
            if (!stop.stop_requested())
                sendInSteps(job, batch);
        }
        for (const Item &item : std::as_const(items))
            sendLinks(job, item);
        sendLists(job, items);
        readBack(job, items);
    }
    QList<qsizetype> deletes;
    for (qsizetype i = 0; i < operations.size(); ++i) {
        if (operations[i].kind == WriteKind::Delete)
            deletes.append(i);
    }
    for (qsizetype from = 0; from < deletes.size() && !stop.stop_requested(); from += m_batchSize)
        archive(job, deletes.mid(from, m_batchSize));
    return job.outcomes;
}

void Writer::prepare(WriteJob &job, WriteKind kind, QList<Item> &items)
{
    for (qsizetype i = 0; i < job.operations.size(); ++i) {
        if (job.operations[i].kind != kind)
            continue;
        job.outcomes[i].remoteId = job.operations[i].remoteId;
        auto item = makeItem(job.entity, job.operations[i], i);
        if (item) {
            items.append(std::move(*item));
        } else {
            job.outcomes[i].status = Status::Refused;
            job.outcomes[i].error = item.error();
        }
    }
}

/// A stage that goes back is blanked first; what fails then is not sent on.
void Writer::sendInSteps(WriteJob &job, const QList<Item> &batch)
{
    const QList<Item> first = blankings(batch);
    if (first.isEmpty())
        return send(job, batch);
    send(job, first);
    QList<Item> rest;
    std::ranges::copy_if(batch, std::back_inserter(rest), [&](const Item &item) {
        return !item.isBackwards || job.outcomes[item.index].status == Status::Done;
    });
    if (!rest.isEmpty())
        send(job, rest);
}

void Writer::send(WriteJob &job, const QList<Item> &batch)
{
    const bool isCreate = batch.first().id.isEmpty();
    const QByteArray path = m_api.objects(job.entity.name, isCreate ? "/batch/create" : "/batch/update");
    const auto answer = m_api.change(path, batchBody(batch), job.stop);
    if (!answer)
        return job.setAll(batch, statusWithoutAnswer(answer.error()), answer.error());
    if (answer->isSuccess())
        return readItems(job, batch, *answer);
    if (mayConcernOne(*answer) && batch.size() > 1)
        return sendHalves(job, batch);
    const int status = answer->response.status;
    if (batch.size() == 1 && answer->isRefusal() && status < 500)
        return readItem(job, batch.first(), {JsonView(), readRefusal(answer->root())}, status);
    Error error = m_api.refusal(*answer, tr("A batch of %1").arg(job.entity.name));
    error.outcomeUnknown = status >= 500 || answer->response.isSuccess();
    job.setAll(batch, error.outcomeUnknown ? Status::Unknown : statusOfRefusal(error.kind), error);
}

void Writer::sendHalves(WriteJob &job, const QList<Item> &batch)
{
    const qsizetype half = batch.size() / 2;
    for (const QList<Item> &part : {batch.first(half), batch.sliced(half)}) {
        if (!job.stop.stop_requested())
            send(job, part);
    }
}

void Writer::readItems(WriteJob &job, const QList<Item> &batch, const Answer &answer)
{
    const QHash<QString, ItemAnswer> answers = itemAnswers(batch, answer.root());
    for (const Item &item : batch)
        readItem(job, item, answers.value(item.trace()), answer.response.status);
}

void Writer::readItem(WriteJob &job, const Item &item, const ItemAnswer &answer, int status)
{
    WriteOutcome &outcome = job.outcomes[item.index];
    if (!answer.record.isMissing()) {
        auto record = decodedRecord(job.entity, answer.record, item.properties.keys());
        if (!record)
            return job.set(item, Status::Unknown, job.unmentioned(u"HubSpot"_s, item.id));
        outcome.remoteId = record->id;
        outcome.record = std::move(*record);
        return job.set(item, Status::Done, {});
    }
    if (answer.refusal.isEmpty())
        return job.set(item, Status::Unknown, job.unmentioned(u"HubSpot"_s, item.id));
    const Error error = m_api.refusal(answer.refusal, status, job.about(item.id));
    if (item.id.isEmpty() && error.kind == ErrorKind::Conflict)
        outcome.remoteId = existingId(answer.refusal);
    job.set(item, statusOfRefusal(error.kind), error);
}

/// The record is written by now: only the field of the links has failed.
void Writer::sendLinks(WriteJob &job, const Item &item)
{
    const ObjectKind &kind = *objectKind(job.entity.name);
    for (const LinkChange &change : item.links) {
        const WriteOutcome &outcome = job.outcomes[item.index];
        if (outcome.status != Status::Done)
            return;
        auto done = m_associations.change(kind, *kind.association(change.field), outcome.remoteId, change.added,
                                          change.removed, job.stop);
        if (done)
            continue;
        Error error = done.error();
        error.fields = {change.field};
        job.set(item, error.outcomeUnknown ? Status::Unknown : Status::Refused, error);
    }
}

/// One request for each list, whoever comes and goes.
void Writer::sendLists(WriteJob &job, const QList<Item> &items)
{
    QStringList lists;
    for (const Item &item : items) {
        if (item.lists)
            lists += item.lists->added + item.lists->removed;
    }
    lists.removeDuplicates();
    for (const QString &list : std::as_const(lists)) {
        if (!job.stop.stop_requested())
            sendList(job, list, items);
    }
}

void Writer::sendList(WriteJob &job, const QString &list, const QList<Item> &items)
{
    Lists::Change change;
    QList<const Item *> concerned;
    for (const Item &item : items) {
        const WriteOutcome &outcome = job.outcomes[item.index];
        if (!item.lists || outcome.status != Status::Done)
            continue;
        const bool isAdded = item.lists->added.contains(list);
        if (!isAdded && !item.lists->removed.contains(list))
            continue;
        (isAdded ? change.added : change.removed).append(outcome.remoteId);
        concerned.append(&item);
    }
    if (concerned.isEmpty())
        return;
    const auto missing = m_lists.change(list, change, job.stop);
    for (const Item *item : std::as_const(concerned)) {
        const QString id = job.outcomes[item->index].remoteId;
        if (missing && !missing->contains(id))
            continue;
        Error error = missing
            ? Error{ErrorKind::Validation,
                    tr("%1: HubSpot could not put it on the list %2, or take it off.").arg(job.about(id), list),
                    tr("Check whether the record still exists in HubSpot."),
                    {},
                    {},
                    false}
            : missing.error();
        error.fields = {listsField};
        job.set(*item, error.outcomeUnknown ? Status::Unknown : Status::Refused, error);
    }
}

/// An answer shows a few properties; those that were written and are not among them are read.
void Writer::readBack(WriteJob &job, const QList<Item> &items)
{
    QStringList ids, names;
    for (const Item &item : items) {
        const WriteOutcome &outcome = job.outcomes[item.index];
        const QStringList written = item.predicted.keys();
        const bool isShort = std::ranges::any_of(
            written, [&](const QString &name) { return !outcome.record.fields.contains(name); });
        if (outcome.status != Status::Done || !isShort)
            continue;
        ids.append(outcome.remoteId);
        names += written;
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
        if (outcome.status != Status::Done)
            continue;
        if (seen.contains(outcome.remoteId))
            outcome.record = seen.value(outcome.remoteId);
        outcome.ignoredFields = unchangedFields(job.entity, item.predicted, job.operations[item.index].before,
                                                outcome.record.fields);
    }
}

/// Into the recycle bin; HubSpot answers with nothing at all.
void Writer::archive(WriteJob &job, const QList<qsizetype> &indexes)
{
    QJsonArray inputs;
    for (const qsizetype index : indexes) {
        job.outcomes[index].remoteId = job.operations[index].remoteId;
        inputs.append(QJsonObject{{u"id"_s, job.operations[index].remoteId}});
    }
    const auto answer = m_api.change(m_api.objects(job.entity.name, "/batch/archive"), {{u"inputs"_s, inputs}},
                                     job.stop);
    if (answer && mayConcernOne(*answer) && indexes.size() > 1) {
        archive(job, indexes.first(indexes.size() / 2));
        return archive(job, indexes.sliced(indexes.size() / 2));
    }
    Error error;
    Status status = Status::Done;
    if (!answer) {
        error = answer.error();
        status = statusWithoutAnswer(error);
    } else if (!answer->isSuccess()) {
        error = m_api.refusal(*answer, tr("The removal of records of %1").arg(job.entity.name));
        error.outcomeUnknown = answer->response.status >= 500 || answer->response.isSuccess();
        status = error.outcomeUnknown ? Status::Unknown : statusOfRefusal(error.kind);
    }
    for (const qsizetype index : indexes) {
        job.outcomes[index].status = status;
        job.outcomes[index].error = error;
    }
}

} // namespace syncline::connectors::hubspot
