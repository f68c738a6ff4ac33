#include "simulation/fakeserver.h"

#include "foundation/canonical.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::simulation {

using namespace connectors;

namespace {

constexpr seconds stalest{30}; ///< a page may be

RemoteRecord shownAs(const FakeRemote &remote, const QString &id, const QMap<QString, Value> &fields, seconds modified)
{
    const auto &record = remote.records.at(id);
    RemoteRecord shown;
    shown.id = id;
    shown.fields = fields;
    shown.modifiedAt = remote.quirks.stamp(modified);
    shown.createdAt = remote.quirks.stamp(record.created);
    for (Value &value : shown.fields) {
        if (remote.quirks.blankIsEmpty && value.isNull())
            value = Value::text({});
    }
    if (remote.quirks.tellsCreator)
        shown.ours = record.bySync;
    if (!record.convertedTo.isEmpty())
        shown.successor = RemoteRecord::Successor{peopleEntity, record.convertedTo};
    return shown;
}

QStringList refusedFields(const FakeRemote &remote, const WriteOperation &operation)
{
    QStringList refused;
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it) {
        if (remote.quirks.refusesMarks && it.key() != "email"_L1 && it->text().contains(u'!'))
            refused << it.key();
    }
    return refused;
}

WriteOutcome create(FakeRemote &remote, const QString &entity, const WriteOperation &operation)
{
    WriteOutcome outcome;
    const QString key = operation.fields.value(keyFieldOf(entity)).text();
    const QStringList taken = holders(remote, entity, key);
    const bool isIdTaken = remote.records.contains(operation.remoteId);
    if (!taken.isEmpty() || isIdTaken || remote.isKeyTaken(entity, key)) {
        outcome.status = WriteOutcome::Status::Refused;
        outcome.remoteId = isIdTaken ? operation.remoteId : taken.value(0);
        outcome.error = {ErrorKind::Conflict, u"It exists already."_s, {}, {}, {keyFieldOf(entity)}, false};
        return outcome;
    }
    outcome.status = WriteOutcome::Status::Done;
    outcome.remoteId = remote.add(entity, operation.fields, operation.remoteId);
    outcome.record = shown(remote, outcome.remoteId);
    return outcome;
}

} // namespace

RemoteRecord shown(FakeRemote &remote, const QString &id)
{
    const auto &record = remote.records.at(id);
    remote.ghost.looked(remote.place(id));
    return shownAs(remote, id, record.fields, record.modified);
}

QList<RemoteRecord> pageOf(FakeRemote &remote, const QString &entity, seconds since, const QString &after, bool isStale)
{
    const Quirks &quirks = remote.quirks;
    const seconds lag = isStale ? std::max(quirks.late, stalest) : quirks.late;
    QList<RemoteRecord> page;
    for (auto it = remote.records.upper_bound(after); it != remote.records.end(); ++it) {
        const auto &[id, record] = *it;
        if (record.deleted || record.entity != entity || remote.isBlind || remote.withdrawn.contains(entity))
            continue;
        const bool isFresh = remote.now() - record.modified >= lag;
        if (!isFresh && remote.now() - record.created < lag)
            continue;
        const bool showsEarlier = !isFresh && record.earlierModified > 0s;
        const seconds modified = showsEarlier ? record.earlierModified : record.modified;
        if (quirks.stamp(modified) < since)
            continue;
        page.append(shownAs(remote, id, showsEarlier ? record.earlier : record.fields, modified));
        if (page.size() == quirks.pageSize)
            break;
    }
    return page;
}

LookUp lookUp(FakeRemote &remote, const QString &entity, const QString &id)
{
    LookUp look{id, Presence::NotFound, {}, {}};
    if (remote.withdrawn.contains(entity))
        return look;
    if (remote.isBlind) {
        look.presence = remote.quirks.hidesAsMissing ? Presence::NotFound : Presence::Forbidden;
        return look;
    }
    QString there = id;
    auto record = remote.records.find(there);
    while (remote.quirks.redirects && record != remote.records.end() && !record->second.into.isEmpty()) {
        there = record->second.into;
        record = remote.records.find(there);
    }
    if (record != remote.records.end() && !record->second.deleted && record->second.entity == entity) {
        look.presence = Presence::Found;
        look.record = shown(remote, there);
    }
    return look;
}

QStringList holders(const FakeRemote &remote, const QString &entity, const QString &key)
{
    QStringList ids;
    const auto wanted = canonicalKey(entity, Value::text(key));
    for (const auto &[id, record] : remote.records) {
        const bool isIndexed = remote.quirks.uniqueKey || remote.now() - record.created >= remote.quirks.indexLag;
        if (wanted && !record.deleted && record.entity == entity && isIndexed && !remote.isBlind
            && canonicalKey(entity, record.fields.value(keyFieldOf(entity))) == wanted)
            ids << id;
    }
    return ids;
}

WriteOutcome carryOut(FakeRemote &remote, const QString &entity, const WriteOperation &operation)
{
    WriteOutcome outcome;
    outcome.remoteId = operation.remoteId;
    if (remote.isBlind && !remote.isLate()) {
        outcome.status = WriteOutcome::Status::Forbidden;
        outcome.error = {ErrorKind::Permission, u"Not allowed."_s, {}, {}, {}, false};
        return outcome;
    }
    if (const QStringList refused = refusedFields(remote, operation); !refused.isEmpty()) {
        outcome.status = WriteOutcome::Status::Refused;
        outcome.error = {ErrorKind::Validation, u"No exclamation marks."_s, {}, {}, {}, false};
        if (remote.quirks.namesField)
            outcome.error.fields = refused;
        remote.ghost.met(u"quirk: write refused"_s);
        return outcome;
    }
    if (operation.kind == WriteKind::Create)
        return create(remote, entity, operation);
    if (!remote.isAlive(operation.remoteId)) {
        outcome.status = WriteOutcome::Status::NotFound;
        return outcome;
    }
    outcome.status = WriteOutcome::Status::Done;
    if (operation.kind == WriteKind::Delete) {
        remote.remove(operation.remoteId);
        return outcome;
    }
    const QString key = operation.fields.value(keyFieldOf(entity)).text();
    if (remote.isKeyTaken(entity, key, operation.remoteId)) {
        outcome.status = WriteOutcome::Status::Refused;
        outcome.error = {ErrorKind::Conflict, u"The key is taken."_s, {}, {}, {keyFieldOf(entity)}, false};
        return outcome;
    }
    remote.change(operation.remoteId, operation.fields);
    outcome.record = shown(remote, operation.remoteId);
    return outcome;
}

} // namespace syncline::simulation
