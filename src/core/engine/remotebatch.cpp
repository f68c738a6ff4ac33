#include "core/engine/remotebatch.h"

#include "foundation/canonical.h"

using namespace Qt::StringLiterals;
using syncline::connectors::LookUp;
using syncline::connectors::Presence;
using syncline::connectors::WriteKind;
using syncline::connectors::WriteOperation;
using syncline::connectors::WriteOutcome;

namespace syncline::core {

void RemoteBatch::work()
{
    const auto count = operations.size();
    for (const OperationRow &operation : std::as_const(operations))
        planned.append(RemoteWrite::fromJson(operation.document));
    writes = planned;
    fates.fill(Fate::Written, count);
    outcomes.resize(count);
    seen.resize(count);
    refusedFirst.resize(count);
    refusals.resize(count);
    lookAgain();
    send();
    sendWithoutRefused();
    readTaken();
    readShown();
}

/// S-6: the last thing before a write is sent: does the CRM still hold what the plan saw?
void RemoteBatch::lookAgain()
{
    QStringList ids;
    QList<int> places;
    for (int i = 0; i < operations.size(); ++i) {
        if (operations[i].kind == "create"_L1)
            continue;
        ids << operations[i].remoteId;
        places << i;
    }
    if (ids.isEmpty())
        return;
    const auto looks = connector->readByIds(binding->remote.name, ids, binding->mapping.remoteFields(), stop);
    for (int n = 0; n < places.size(); ++n) {
        if (!looks) {
            fates[places[n]] = Fate::Unsure;
            outcomes[places[n]].error = looks.error();
        } else {
            compare(places[n], looks->at(n));
        }
    }
}

void RemoteBatch::compare(int index, const LookUp &look)
{
    switch (look.presence) {
    case Presence::NotFound:
        fates[index] = Fate::Gone;
        return;
    case Presence::Forbidden:
        fates[index] = Fate::Forbidden;
        outcomes[index].error = look.error;
        return;
    case Presence::Unknown:
        fates[index] = Fate::Unsure;
        outcomes[index].error = look.error;
        return;
    case Presence::Found:
        break;
    }
    if (look.record.id != look.id) { // merged into another one
        fates[index] = Fate::Moved;
        return;
    }
    const auto befores = writes[index].befores();
    for (auto it = befores.begin(); it != befores.end(); ++it) {
        const auto *field = binding->remote.field(it.key());
        const Value now = look.record.fields.value(it.key());
        if (!field || !it->isReadable() || !now.isReadable() || same(field->type, now, *it))
            continue;
        fates[index] = Fate::Moved;
        seen[index] = look.record;
        return;
    }
}

QList<WriteOperation> RemoteBatch::toSend(const QList<int> &indices) const
{
    QList<WriteOperation> list;
    for (const int i : indices) {
        WriteOperation write;
        write.kind = operations[i].kind == "create"_L1 ? WriteKind::Create
            : operations[i].kind == "delete"_L1        ? WriteKind::Delete
                                                       : WriteKind::Update;
        write.remoteId = operations[i].remoteId;
        if (write.kind != WriteKind::Delete) {
            write.fields = writes[i].values();
            write.before = writes[i].befores();
        }
        if (!tokens[i].isEmpty())
            write.fields.insert(tokenField->name, Value::text(tokens[i]));
        list.append(write);
    }
    return list;
}

void RemoteBatch::send()
{
    QList<int> indices;
    for (int i = 0; i < operations.size(); ++i) {
        if (fates[i] == Fate::Written)
            indices << i;
    }
    if (indices.isEmpty())
        return;
    const auto answers = connector->write(binding->remote.name, toSend(indices), stop);
    for (int n = 0; n < indices.size(); ++n)
        outcomes[indices[n]] = answers.at(n);
}

/// S-23: a field that was refused by name does not hold up the rest of its record; the token is one of them.
void RemoteBatch::sendWithoutRefused()
{
    QList<int> again;
    for (int i = 0; i < operations.size(); ++i) {
        if (fates[i] != Fate::Written || outcomes[i].status != WriteOutcome::Status::Refused
            || outcomes[i].error.fields.isEmpty() || outcomes[i].error.kind == ErrorKind::Conflict
            || operations[i].kind == "delete"_L1)
            continue;
        QStringList refused = outcomes[i].error.fields;
        const bool refusesToken = !tokens[i].isEmpty() && refused.removeAll(tokenField->name) > 0;
        RemoteWrite rest = writes[i];
        rest.drop(refused, *binding);
        if (rest.wire.isEmpty() || (rest.wire.size() == writes[i].wire.size() && !refusesToken))
            continue;
        if (refusesToken)
            tokens[i].clear();
        if (!refused.isEmpty()) {
            refusedFirst[i] = refused;
            refusals[i] = outcomes[i].error;
        }
        writes[i] = rest;
        again << i;
    }
    if (again.isEmpty())
        return;
    const auto answers = connector->write(binding->remote.name, toSend(again), stop);
    for (int n = 0; n < again.size(); ++n)
        outcomes[again[n]] = answers.at(n);
}

/// A create whose key turned out to be taken: the record that has it is read, so that it can be linked.
void RemoteBatch::readTaken()
{
    for (int i = 0; i < operations.size(); ++i) {
        const WriteOutcome &outcome = outcomes[i];
        if (operations[i].kind != "create"_L1 || outcome.status != WriteOutcome::Status::Refused
            || outcome.error.kind != ErrorKind::Conflict || outcome.remoteId.isEmpty())
            continue;
        const auto looks = connector->readByIds(binding->remote.name, {outcome.remoteId},
                                                binding->mapping.remoteFields(), stop);
        if (looks && !looks->isEmpty() && looks->first().presence == Presence::Found) {
            fates[i] = Fate::Taken;
            seen[i] = looks->first().record;
        }
    }
}

/// Part of settling, done here since it needs nothing of the workspace.
void RemoteBatch::readShown()
{
    shown.resize(operations.size());
    for (int i = 0; i < operations.size(); ++i) {
        if (fates[i] == Fate::Written && outcomes[i].status == WriteOutcome::Status::Done)
            shown[i] = shownBy(outcomes[i].record, *binding);
    }
}

} // namespace syncline::core
