#include "connectors/mautic/mauticwriter.h"

#include "connectors/common/outcomes.h"
#include "connectors/mautic/mauticfields.h"
#include "connectors/mautic/mautictext.h"
#include "foundation/canonical.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

using Status = WriteOutcome::Status;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Writer", text);
}

bool shows(const RemoteEntity &entity, const RemoteRecord &record, const Item &item)
{
    for (auto it = item.predicted.begin(); it != item.predicted.end(); ++it) {
        const RemoteField *field = entity.field(it.key());
        const Value now = record.fields.value(it.key());
        if (!field || !now.isReadable() || !same(field->type, now, *it))
            return false;
    }
    return true;
}

} // namespace

Status statusOf(int status)
{
    switch (status) {
    case 401:
    case 429:
        return Status::NotSent;
    case 403:
        return Status::Forbidden;
    case 404:
        return Status::NotFound;
    default:
        return Status::Refused;
    }
}

struct Writer::Job
{
    const RemoteEntity &entity;
    const QList<WriteOperation> &operations;
    std::stop_token stop;
    QList<WriteOutcome> outcomes;
    QStringList allFields;

    bool isCompany() const { return entity.name == entityName(Object::Company); }
    WriteOutcome &outcome(const Item &item) { return outcomes[item.index]; }
    void set(const Item &item, Status status, const Error &error)
    {
        outcome(item).status = status;
        outcome(item).error = error;
    }
    void setAll(const QList<Item> &batch, Status status, const Error &error)
    {
        for (const Item &item : batch)
            set(item, status, error);
    }
    void setTaken(const Item &item, const QString &holder, const QString &field)
    {
        if (item.id.isEmpty())
            outcome(item).remoteId = holder;
        const QString message =
            tr("Record %1 of %2 in Mautic has this value of %3 already.").arg(holder, entity.name, field);
        set(item, Status::Refused,
            {ErrorKind::Conflict,
             message,
             tr("Link the two records, or change one of the values."),
             {},
             {field},
             false});
    }
    QByteArray path(const QByteArray &rest) const { return '/' + entity.name.toLatin1() + rest; }
    QString about(const QString &id) const
    {
        return id.isEmpty() ? tr("The new record of %1").arg(entity.name) : tr("Record %1 of %2").arg(id, entity.name);
    }
};

QList<WriteOutcome> Writer::write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                                  std::stop_token stop)
{
    Job job{entity, operations, stop, {}, {}};
    job.outcomes.resize(operations.size());
    for (WriteOutcome &outcome : job.outcomes)
        outcome.error = {ErrorKind::Cancelled, tr("Cancelled before it was sent."), {}, {}, {}, false};
    for (const RemoteField &field : entity.fields) {
        const bool isWritten = std::ranges::any_of(
            operations, [&](const WriteOperation &operation) { return operation.fields.contains(field.name); });
        if (isWritten || !isMembership(field)) // a table of its own is read where something was written to it
            job.allFields.append(field.name);
    }

    QList<Item> updates, creates;
    prepare(job, WriteKind::Update, updates);
    prepare(job, WriteKind::Create, creates);
    for (const QList<Item> &batch : batches(updates, m_batchSize)) {
        if (!stop.stop_requested())
            update(job, batch);
    }
    for (const QList<Item> &batch : batches(creates, m_batchSize)) {
        if (!stop.stop_requested())
            create(job, batch);
    }
    for (qsizetype i = 0; i < operations.size(); ++i) {
        if (operations[i].kind == WriteKind::Delete && !stop.stop_requested())
            remove(job, i);
    }
    return job.outcomes;
}

void Writer::prepare(Job &job, WriteKind kind, QList<Item> &items)
{
    for (qsizetype i = 0; i < job.operations.size(); ++i) {
        if (job.operations[i].kind != kind)
            continue;
        job.outcomes[i].remoteId = job.operations[i].remoteId;
        auto item = makeItem(job.entity, job.operations[i], i);
        if (item && kind == WriteKind::Create
            && (item->body.isEmpty() || (job.isCompany() && item->uniques.isEmpty()))) {
            const QString message =
                tr("The new record of %1 has no values that Mautic could keep.").arg(job.entity.name);
            item = failure(ErrorKind::Validation, message,
                           tr("Map at least one field that has a value; a company needs its name."));
        }
        if (item) {
            items.append(std::move(*item));
        } else {
            job.outcomes[i].status = Status::Refused;
            job.outcomes[i].error = item.error();
        }
    }
}

void Writer::update(Job &job, const QList<Item> &batch)
{
    QList<Item> toSend;
    for (const Item &item : batch) {
        if (item.body.isEmpty())
            job.set(item, Status::Done, {}); // only consents, which are requests of their own, or nothing at all
        else
            toSend.append(item);
    }
    send(job, withoutTaken(job, toSend));
    for (const Item &item : batch) {
        if (job.outcome(item).status == Status::Done)
            sendConsents(job, item);
        if (job.outcome(item).status == Status::Done)
            sendMemberships(job, item);
    }
    readBack(job, batch);
}

void Writer::create(Job &job, const QList<Item> &batch)
{
    const QList<Item> free = withoutTaken(job, batch);
    send(job, free);
    for (const Item &item : free) {
        if (job.outcome(item).status == Status::Done)
            sendMemberships(job, item);
    }
    readBack(job, free);
}

/// contacts/new is an upsert: a create whose unique value is taken would be an edit of somebody else's record (S-39).
/// Mautic 4 merges the two contacts when an update gives one of them the other's value; Mautic 5 refuses it.
QList<Item> Writer::withoutTaken(Job &job, const QList<Item> &batch)
{
    QMap<QString, QStringList> wanted;
    for (const Item &item : batch) {
        for (auto it = item.uniques.begin(); it != item.uniques.end(); ++it)
            wanted[it.key()].append(*it);
    }
    QMap<QString, QStringList> holders; // field and folded value -> ids
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto records = m_reader.byKey(job.entity, it.key(), *it, {it.key()}, job.stop);
        if (!records) {
            job.setAll(batch, Status::NotSent, records.error());
            return {};
        }
        for (const RemoteRecord &record : *records)
            holders[it.key() + u'\n' + collated(record.fields.value(it.key()).text())].append(record.id);
    }
    QList<Item> free;
    for (const Item &item : batch) {
        QString holder, guilty;
        for (auto it = item.uniques.begin(); it != item.uniques.end() && holder.isEmpty(); ++it) {
            guilty = it.key();
            QStringList others = holders.value(guilty + u'\n' + collated(*it));
            others.removeAll(item.id);
            holder = others.value(0);
        }
        if (holder.isEmpty()) {
            free.append(item);
            continue;
        }
        job.setTaken(item, holder, guilty);
    }
    return free;
}

void Writer::send(Job &job, const QList<Item> &batch)
{
    if (batch.isEmpty())
        return;
    if (batch.size() > m_batchSize)
        return sendParts(job, batch);
    const bool isCreate = batch.first().id.isEmpty();
    const auto answer = m_api.change(isCreate ? "POST" : "PATCH", job.path(isCreate ? "/batch/new" : "/batch/edit"),
                                     batchBody(batch), job.stop, batch.size());
    if (!answer)
        return job.setAll(batch, statusWithoutAnswer(answer.error()), answer.error());
    const int status = answer->response.status;
    const Error error = m_api.refusal(*answer, tr("A batch of %1 in %2").arg(job.entity.name, m_api.site()));
    if (answer->response.isSuccess())
        return readItems(job, batch, *answer);
    if (!answer->isRefusal())
        return job.setAll(batch, status >= 500 ? Status::Unknown : Status::NotSent, error);
    if (const int limit = batchLimit(answer->root()); limit > 0 && limit < batch.size()) {
        m_batchSize = limit; // nothing was carried out: the server counts first
        return sendParts(job, batch);
    }
    if (status >= 500)
        return afterBreakdown(job, batch, error);
    job.setAll(batch, status == 404 ? Status::Refused : statusOf(status), error);
}

void Writer::sendParts(Job &job, const QList<Item> &batch)
{
    for (const QList<Item> &part : batches(batch, m_batchSize))
        send(job, part);
}

void Writer::readItems(Job &job, const QList<Item> &batch, const Answer &answer)
{
    for (qsizetype i = 0; i < batch.size(); ++i)
        readItem(job, batch[i], itemAnswer(answer.root(), job.entity.name, i));
}

/// The outer status of a batch is a success even when every item failed.
void Writer::readItem(Job &job, const Item &item, const ItemAnswer &answer)
{
    WriteOutcome &outcome = job.outcome(item);
    const QString id = answer.record["id"].text();
    if (answer.status != 200 && answer.status != 201) {
        if (answer.status >= 400) {
            const Error error = m_api.refusal(answer.status, answer.error, job.about(item.id));
            return job.set(item, statusOf(answer.status), error);
        }
        return job.set(item, Status::Unknown,
                       {ErrorKind::Server,
                        tr("%1: Mautic's answer says nothing about it.").arg(job.about(item.id)),
                        tr("The next run looks at what was stored."),
                        {},
                        {},
                        true});
    }
    if (idNumber(id) <= 0 || (!item.id.isEmpty() && idNumber(id) != idNumber(item.id))) {
        return job.set(item, Status::Unknown,
                       {ErrorKind::Server,
                        tr("%1: Mautic answered about record \"%2\".").arg(job.about(item.id), id),
                        tr("The next run looks at what was stored."),
                        {},
                        {},
                        true});
    }
    outcome.remoteId = id;
    outcome.existedBefore = item.id.isEmpty() && answer.status == 200;
    job.set(item, Status::Done, {});
}

/// "Error #500": items in front of the guilty one are stored, the guilty one and those behind it are not. Each is looked
/// at; those that certainly were not carried out are sent once more, alone, so that one bad record holds up no other.
void Writer::afterBreakdown(Job &job, const QList<Item> &batch, const Error &error)
{
    for (const Item &item : batch) {
        const auto look = sightOf(job, item);
        const bool isStored = look && look->presence == Presence::Found && shows(job.entity, look->record, item);
        Error unknown = error;
        unknown.outcomeUnknown = true;
        if (isStored) {
            job.outcome(item).remoteId = look->record.id;
            job.set(item, Status::Done, {});
        } else if (item.id.isEmpty() && look && look->presence == Presence::Found) {
            job.setTaken(item, look->record.id, item.uniques.firstKey()); // perhaps ours, perhaps made by somebody else
        } else if (batch.size() == 1) {
            job.set(item, Status::Refused, error);
        } else if (!look || look->presence == Presence::Unknown) {
            job.set(item, Status::Unknown, unknown);
        } else if (!job.stop.stop_requested()) {
            send(job, {item});
        }
    }
}

/// What Mautic holds for an item now; nullopt where it cannot be found out.
std::optional<LookUp> Writer::sightOf(Job &job, const Item &item)
{
    if (!item.id.isEmpty()) {
        const auto looks = m_reader.byIds(job.entity, {item.id}, job.allFields, job.stop);
        return looks && !looks->isEmpty() ? std::optional(looks->first()) : std::nullopt;
    }
    if (item.uniques.isEmpty())
        return std::nullopt;
    const QString field = item.uniques.firstKey();
    const auto records = m_reader.byKey(job.entity, field, {item.uniques.first()}, job.allFields, job.stop);
    if (!records)
        return std::nullopt;
    if (records->isEmpty())
        return LookUp{{}, Presence::NotFound, {}, {}};
    return LookUp{records->first().id, Presence::Found, records->first(), {}};
}

void Writer::sendConsents(Job &job, const Item &item)
{
    for (const ConsentChange &change : item.consents) {
        const QByteArray path = job.path('/' + item.id.toLatin1() + "/dnc/" + change.channel.toLatin1()
                                         + (change.isRefusal ? "/add" : "/remove"));
        const QJsonObject body{{u"reason"_s, 3}, {u"comments"_s, u"Syncline"_s}};
        const auto answer = m_api.change("POST", path, change.isRefusal ? QJsonValue(body) : QJsonValue(QJsonObject()),
                                         job.stop);
        if (answer && answer->response.isSuccess() && answer->isJson)
            continue;
        Error error = answer ? m_api.refusal(*answer, job.about(item.id)) : answer.error();
        error.fields = {change.field};
        Status status = answer ? statusOf(answer->response.status) : statusWithoutAnswer(error);
        if (answer && !answer->isRefusal() && (answer->response.isSuccess() || answer->response.status >= 500))
            status = Status::Unknown;
        // The rest of the record was written: only this field failed.
        const bool isPartly = !item.body.isEmpty() && (status == Status::Forbidden || status == Status::NotSent);
        return job.set(item, isPartly ? Status::Refused : status, error);
    }
}

void Writer::sendMemberships(Job &job, const Item &item)
{
    const QByteArray contact = job.outcome(item).remoteId.toLatin1();
    for (const MembershipChange &change : item.memberships) {
        const QByteArray path = change.group + "/contact/" + contact + (change.isJoining ? "/add" : "/remove");
        const auto answer = m_api.change("POST", path, QJsonObject(), job.stop);
        if (answer && answer->response.isSuccess() && answer->isJson)
            continue;
        Error error = answer ? m_api.refusal(*answer, job.about(item.id)) : answer.error();
        error.fields = {change.field};
        if (answer && answer->isRefusal() && answer->response.status < 500)
            continue; // reading it back shows that it was not taken
        // The rest was written: what became of this is found out by looking.
        error.outcomeUnknown = true;
        return job.set(item, Status::Unknown, error);
    }
}

/// The answer to a write is the object in memory: cleared numbers as 0, cut seconds, ignored dates. A read tells.
void Writer::readBack(Job &job, const QList<Item> &batch)
{
    QStringList ids;
    for (const Item &item : batch) {
        if (job.outcome(item).status == Status::Done && !ids.contains(job.outcome(item).remoteId))
            ids.append(job.outcome(item).remoteId);
    }
    if (ids.isEmpty())
        return;
    const auto looks = m_reader.byIds(job.entity, ids, job.allFields, job.stop);
    QMap<QString, RemoteRecord> seen;
    if (looks) {
        for (const LookUp &look : *looks) {
            if (look.presence == Presence::Found)
                seen.insert(look.id, look.record);
        }
    }
    for (const Item &item : batch) {
        WriteOutcome &outcome = job.outcome(item);
        if (outcome.status != Status::Done)
            continue;
        outcome.record = seen.value(outcome.remoteId);
        outcome.record.id = outcome.remoteId;
        outcome.ignoredFields = unchangedFields(job.entity, item.predicted, job.operations[item.index].before,
                                                outcome.record.fields);
    }
}

void Writer::remove(Job &job, qsizetype index)
{
    WriteOutcome &outcome = job.outcomes[index];
    outcome.remoteId = job.operations[index].remoteId;
    const QString about = job.about(outcome.remoteId);
    if (idNumber(outcome.remoteId) <= 0) {
        outcome.status = Status::NotFound;
        outcome.error = {ErrorKind::NotFound, tr("%1 does not exist in Mautic.").arg(about), {}, {}, {}, false};
        return;
    }
    const auto answer = m_api.change("DELETE", job.path('/' + outcome.remoteId.toLatin1() + "/delete"), {}, job.stop);
    if (!answer) {
        outcome.status = statusWithoutAnswer(answer.error());
        outcome.error = answer.error();
        return;
    }
    const bool isGone = answer->response.isSuccess()
        && answer->root()[recordKey(*objectOf(job.entity.name)).toStdString()].isObject();
    outcome.status = isGone ? Status::Done : statusOf(answer->response.status);
    outcome.error = isGone ? Error() : m_api.refusal(*answer, about);
    if (!isGone && !answer->isRefusal())
        outcome.status = answer->response.status >= 500 || answer->response.isSuccess() ? Status::Unknown
                                                                                        : Status::NotSent;
}

} // namespace syncline::connectors::mautic
