#include "connectors/suitecrm/suitecrm.h"

#include "connectors/suitecrm/suitecrmvalues.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

constexpr int createsAtOnce = 25; ///< looked up and then sent: the look must be fresh

Error cancelled()
{
    return Error{ErrorKind::Cancelled, tr("Cancelled before it was sent."), {}, {}, {}, false};
}

Result<void> okay(const Result<Reading> &reading)
{
    if (!reading)
        return failure(reading.error());
    if (reading->answer != Answer::Done)
        return failure(reading->error);
    return {};
}

/// Several requests must succeed one after another; a later failure leaves the outcome to be read again.
Error afterFirst(Error error)
{
    error.outcomeUnknown = true;
    return error;
}

} // namespace

struct SuiteCrm::Creating
{
    int index = 0;
    WriteOperation operation;
    bool stopped = false; ///< decided without sending
};

QList<WriteOutcome> SuiteCrm::write(const QString &entity, const QList<WriteOperation> &operations, std::stop_token stop)
{
    QList<WriteOutcome> outcomes(operations.size());
    for (WriteOutcome &outcome : outcomes)
        outcome.error = cancelled();
    if (auto known = needFields(entity, stop); !known) {
        for (WriteOutcome &outcome : outcomes)
            outcome.error = known.error();
        return outcomes;
    }
    QMap<WriteKind, QList<int>> byKind;
    for (int i = 0; i < operations.size(); ++i)
        byKind[operations[i].kind].append(i);
    createAll(entity, operations, byKind.value(WriteKind::Create), outcomes, stop);
    updateAll(entity, operations, byKind.value(WriteKind::Update), outcomes, stop);
    deleteAll(entity, operations, byKind.value(WriteKind::Delete), outcomes, stop);
    return outcomes;
}

QByteArray SuiteCrm::body(const QString &entity, const QString &id, const QMap<QString, Value> &fields) const
{
    QByteArray attributes;
    const RemoteEntity described = m_entities.value(entity);
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const RemoteField *field = described.field(it.key());
        if (!field)
            continue;
        if (!attributes.isEmpty())
            attributes += ',';
        attributes += jsonString(it.key()) + ':' + wireText(*field, *it);
    }
    QByteArray data = "{\"data\":{\"type\":" + jsonString(entity);
    if (!id.isEmpty())
        data += ",\"id\":" + jsonString(id);
    return data + ",\"attributes\":{" + attributes + "}}}";
}

WriteOutcome SuiteCrm::outcomeOf(const QString &entity, const Result<HttpResponse> &answer, const QString &id) const
{
    WriteOutcome outcome;
    outcome.remoteId = id;
    if (!answer) {
        outcome.error = answer.error();
        outcome.status = answer.error().outcomeUnknown ? WriteOutcome::Status::Unknown : WriteOutcome::Status::NotSent;
        return outcome;
    }
    const Reading reading = readAnswer(*answer, id.isEmpty() ? entity : id);
    outcome.error = reading.error;
    switch (reading.answer) {
    case Answer::Done:
        outcome.status = WriteOutcome::Status::Done;
        outcome.record = record(entity, reading.document.root()["data"]);
        if (!outcome.record.id.isEmpty())
            outcome.remoteId = outcome.record.id;
        break;
    case Answer::NotFound: outcome.status = WriteOutcome::Status::NotFound; break;
    case Answer::Forbidden: outcome.status = WriteOutcome::Status::Forbidden; break;
    case Answer::Exists:
    case Answer::Invalid: outcome.status = WriteOutcome::Status::Refused; break;
    case Answer::Server:
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error.outcomeUnknown = true;
        break;
    }
    return outcome;
}

void SuiteCrm::createAll(const QString &entity, const QList<WriteOperation> &operations, const QList<int> &indices,
                         QList<WriteOutcome> &outcomes, std::stop_token stop)
{
    for (qsizetype from = 0; from < indices.size(); from += createsAtOnce) {
        QList<Creating> creating;
        for (const int index : indices.mid(from, createsAtOnce))
            creating.append({index, operations[index], false});
        lookUpAddresses(entity, creating, outcomes, stop);
        if (entity == "Accounts"_L1)
            lookUpNames(entity, creating, outcomes, stop);
        postAll(entity, creating, outcomes, stop);
    }
}

HttpRequest SuiteCrm::addressRequest(const QString &address) const
{
    // Both spellings: the upper-case column is empty in records that were made through the API without it.
    return getRequest(m_root, "/module/EmailAddress",
                      {{"fields[EmailAddress]", u"email_address,email_address_caps,opt_out"_s},
                       {"filter[operator]", u"or"_s},
                       {"filter[email_address_caps][eq]", address.toUpper()},
                       {"filter[email_address][eq]", address},
                       {"page[number]", u"1"_s},
                       {"page[size]", u"50"_s}});
}

QList<Address> SuiteCrm::addressesIn(const JsonView &data) const
{
    QList<Address> addresses;
    for (const JsonView row : data) {
        const JsonView attributes = row["attributes"];
        addresses.append({row["id"].text(), decodeEntities(attributes["email_address"].text()), attributes["opt_out"].toBool()});
    }
    return addresses;
}

/// S-33, and S-16 at once: an address that nobody has is free, and one that opted out stays so.
void SuiteCrm::lookUpAddresses(const QString &entity, QList<Creating> &creating, QList<WriteOutcome> &outcomes, std::stop_token stop)
{
    QList<Creating *> asked;
    for (Creating &item : creating) {
        if (!item.operation.fields.value(u"email1"_s).isBlank() && item.operation.fields.value(u"email1"_s).isReadable())
            asked.append(&item);
    }
    QList<Creating *> taken;
    qsizetype next = 0, answered = 0;
    m_client->sendAll(
        [&]() -> std::optional<HttpRequest> {
            if (next >= asked.size())
                return std::nullopt;
            return addressRequest(asked[next++]->operation.fields.value(u"email1"_s).text().trimmed());
        },
        [&](Result<HttpResponse> response) {
            Creating &item = *asked[answered++];
            Reading reading;
            if (response)
                reading = readAnswer(*response, tr("e-mail addresses"));
            if (!response || reading.answer != Answer::Done) {
                item.stopped = true; // what cannot be looked up is not created
                outcomes[item.index].error = response ? reading.error : response.error();
                return true;
            }
            const auto found = addressesIn(reading.document.root()["data"]);
            if (std::ranges::any_of(found, &Address::optedOut))
                item.operation.fields.insert(u"email_opt_out"_s, Value::text(u"refused"_s));
            if (!found.isEmpty())
                taken.append(&item);
            return true;
        },
        stop);
    for (qsizetype i = answered; i < asked.size(); ++i)
        asked[i]->stopped = true;
    for (Creating *item : taken) {
        const QString address = item->operation.fields.value(u"email1"_s).text().trimmed();
        const auto owners = readByKey(entity, u"email1"_s, {address}, {}, stop);
        if (!owners) {
            item->stopped = true;
            outcomes[item->index].error = owners.error();
        } else if (!owners->isEmpty()) {
            item->stopped = true;
            WriteOutcome &outcome = outcomes[item->index];
            outcome.status = WriteOutcome::Status::Refused;
            outcome.remoteId = owners->first().id;
            outcome.error = {ErrorKind::Conflict, tr("SuiteCRM has a record with the address %1 already.").arg(address), {}, {}, {}, false};
        }
    }
}

void SuiteCrm::lookUpNames(const QString &entity, QList<Creating> &creating, QList<WriteOutcome> &outcomes, std::stop_token stop)
{
    for (Creating &item : creating) {
        const QString name = item.operation.fields.value(u"name"_s).text();
        if (item.stopped || name.isEmpty())
            continue;
        const auto owners = readByKey(entity, u"name"_s, {name}, {u"name"_s}, stop);
        if (owners && owners->isEmpty())
            continue;
        item.stopped = true;
        WriteOutcome &outcome = outcomes[item.index];
        if (!owners) {
            outcome.error = owners.error();
            continue;
        }
        outcome.status = WriteOutcome::Status::Refused;
        outcome.remoteId = owners->first().id;
        outcome.error = {ErrorKind::Conflict, tr("SuiteCRM has an account named %1 already.").arg(name), {}, {}, {}, false};
    }
}

void SuiteCrm::postAll(const QString &entity, const QList<Creating> &creating, QList<WriteOutcome> &outcomes, std::stop_token stop)
{
    QList<const Creating *> going;
    for (const Creating &item : creating) {
        if (!item.stopped)
            going.append(&item);
    }
    qsizetype next = 0, answered = 0;
    m_client->sendAll(
        [&]() -> std::optional<HttpRequest> {
            if (next >= going.size())
                return std::nullopt;
            const WriteOperation &operation = going[next++]->operation;
            return writeRequest(m_root, "POST", "/module", body(entity, operation.remoteId, operation.fields));
        },
        [&](Result<HttpResponse> response) {
            const Creating &item = *going[answered++];
            WriteOutcome outcome = outcomeOf(entity, response, item.operation.remoteId);
            // Our own id is there already: an earlier try of the same create arrived.
            if (outcome.status == WriteOutcome::Status::Refused && outcome.error.kind == ErrorKind::Conflict)
                adoptExisting(entity, outcome, stop);
            outcomes[item.index] = outcome;
            return true;
        },
        stop);
}

void SuiteCrm::adoptExisting(const QString &entity, WriteOutcome &outcome, std::stop_token stop)
{
    const auto looks = readByIds(entity, {outcome.remoteId}, m_entities.value(entity).fields.isEmpty() ? QStringList() : [&] {
        QStringList names;
        for (const RemoteField &field : m_entities.value(entity).fields)
            names << field.name;
        return names;
    }(), stop);
    if (!looks || looks->first().presence != Presence::Found)
        return; // the id of a deleted record stays blocked
    outcome.status = WriteOutcome::Status::Done;
    outcome.record = looks->first().record;
    outcome.error = {};
}

void SuiteCrm::updateAll(const QString &entity, const QList<WriteOperation> &operations, const QList<int> &indices,
                         QList<WriteOutcome> &outcomes, std::stop_token stop)
{
    qsizetype next = 0, answered = 0;
    m_client->sendAll(
        [&]() -> std::optional<HttpRequest> {
            if (next >= indices.size())
                return std::nullopt;
            const WriteOperation &operation = operations[indices[next++]];
            QMap<QString, Value> fields = operation.fields;
            fields.remove(u"email_opt_out"_s); // ignored there: it belongs to the address
            return writeRequest(m_root, "PATCH", "/module", body(entity, operation.remoteId, fields));
        },
        [&](Result<HttpResponse> response) {
            const int index = indices[answered++];
            outcomes[index] = outcomeOf(entity, response, operations[index].remoteId);
            return true;
        },
        stop);
    for (const int index : indices) {
        if (outcomes[index].status == WriteOutcome::Status::Done)
            finishUpdate(entity, operations[index], outcomes[index], stop);
    }
}

/// What a PATCH does not take: the address (8) and its flag (8a). Afterwards the record is read again.
void SuiteCrm::finishUpdate(const QString &entity, const WriteOperation &operation, WriteOutcome &outcome, std::stop_token stop)
{
    Result<void> done;
    bool again = false;
    if (const auto address = operation.fields.constFind(u"email1"_s); address != operation.fields.cend()) {
        const QString shown = outcome.record.fields.value(u"email1"_s).text();
        if (shown.compare(address->text().trimmed(), Qt::CaseInsensitive) != 0) {
            done = changeAddress(entity, operation, address->text().trimmed(), stop);
            again = true;
        }
    }
    if (const auto consent = operation.fields.constFind(u"email_opt_out"_s); done && consent != operation.fields.cend()) {
        done = changeOptOut(entity, operation.remoteId, consent->text() == "refused"_L1, stop);
        again = true;
    }
    if (!done) {
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error = afterFirst(done.error());
        return;
    }
    if (!again)
        return;
    const auto looks = readByIds(entity, {operation.remoteId}, operation.fields.keys(), stop);
    if (!looks || looks->first().presence != Presence::Found) {
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error = afterFirst(looks ? looks->first().error : looks.error());
        return;
    }
    const auto fresh = looks->first().record.fields;
    for (auto it = fresh.begin(); it != fresh.end(); ++it)
        outcome.record.fields.insert(it.key(), *it);
}

Result<QList<Address>> SuiteCrm::addressesOf(const QString &entity, const QString &id, std::stop_token stop)
{
    const auto reading = ask(getRequest(m_root, "/module/" + entity.toLatin1() + '/' + encodeComponent(id) + "/relationships/email_addresses",
                                        {{"page[number]", u"1"_s}, {"page[size]", u"50"_s}}),
                             tr("e-mail addresses of %1").arg(id), stop);
    if (auto fine = okay(reading); !fine)
        return failure(fine.error());
    return addressesIn(reading->document.root()["data"]);
}

Result<QList<Address>> SuiteCrm::findAddresses(const QString &address, std::stop_token stop)
{
    const auto reading = ask(addressRequest(address), tr("e-mail addresses"), stop);
    if (auto fine = okay(reading); !fine)
        return failure(fine.error());
    return addressesIn(reading->document.root()["data"]);
}

/// The way that works on 7.14.6: unlink the old address, find or make the new one, link it, touch the record.
Result<void> SuiteCrm::changeAddress(const QString &entity, const WriteOperation &operation, const QString &wanted, std::stop_token stop)
{
    const QByteArray links = "/module/" + entity.toLatin1() + '/' + encodeComponent(operation.remoteId) + "/relationships/email_addresses";
    const auto linked = addressesOf(entity, operation.remoteId, stop);
    if (!linked)
        return failure(linked.error());
    const QString old = operation.before.value(u"email1"_s).text();
    bool wasOptedOut = false;
    for (const Address &address : *linked) {
        if (address.address.compare(old, Qt::CaseInsensitive) != 0)
            continue;
        wasOptedOut = wasOptedOut || address.optedOut;
        const auto removed = okay(ask(writeRequest(m_root, "DELETE", links + '/' + encodeComponent(address.id), {}), address.id, stop));
        if (!removed)
            return removed;
    }
    if (wanted.isEmpty())
        return {};
    const auto found = findAddresses(wanted, stop);
    if (!found)
        return failure(found.error());
    QString id = found->isEmpty() ? QString() : found->first().id;
    if (id.isEmpty()) {
        const bool optOut = operation.fields.value(u"email_opt_out"_s).text() == "refused"_L1 || wasOptedOut;
        const QByteArray made = "{\"data\":{\"type\":\"EmailAddress\",\"attributes\":{\"email_address\":" + jsonString(wanted)
            + ",\"email_address_caps\":" + jsonString(wanted.toUpper()) + ",\"opt_out\":\"" + (optOut ? "1" : "0") + "\"}}}";
        const auto created = ask(writeRequest(m_root, "POST", "/module", made), wanted, stop);
        if (auto fine = okay(created); !fine)
            return fine;
        id = created->document.root()["data"]["id"].text();
    }
    const QByteArray link = "{\"data\":{\"type\":\"EmailAddress\",\"id\":" + jsonString(id) + "}}";
    if (auto fine = okay(ask(writeRequest(m_root, "POST", links, link), wanted, stop)); !fine)
        return fine;
    return okay(ask(writeRequest(m_root, "PATCH", "/module", body(entity, operation.remoteId, {})), operation.remoteId, stop));
}

Result<void> SuiteCrm::changeOptOut(const QString &entity, const QString &id, bool optedOut, std::stop_token stop)
{
    const auto linked = addressesOf(entity, id, stop);
    if (!linked)
        return failure(linked.error());
    for (const Address &address : *linked) {
        if (address.optedOut == optedOut)
            continue;
        const QByteArray patch = "{\"data\":{\"type\":\"EmailAddress\",\"id\":" + jsonString(address.id)
            + ",\"attributes\":{\"opt_out\":\"" + (optedOut ? "1" : "0") + "\"}}}";
        if (auto fine = okay(ask(writeRequest(m_root, "PATCH", "/module", patch), address.address, stop)); !fine)
            return fine;
    }
    return {};
}

void SuiteCrm::deleteAll(const QString &entity, const QList<WriteOperation> &operations, const QList<int> &indices,
                         QList<WriteOutcome> &outcomes, std::stop_token stop)
{
    for (const int index : indices) {
        const QString id = operations[index].remoteId;
        const auto response = m_client->send(writeRequest(m_root, "DELETE", "/module/" + entity.toLatin1() + '/' + encodeComponent(id), {}), stop);
        outcomes[index] = outcomeOf(entity, response, id);
        outcomes[index].remoteId = id;
    }
}

} // namespace syncline::connectors::suitecrm
