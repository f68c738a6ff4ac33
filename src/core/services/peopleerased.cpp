#include "core/services/people.h"

#include "core/engine/context.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::Presence;
using syncline::connectors::WriteKind;
using syncline::connectors::WriteOperation;
using syncline::connectors::WriteOutcome;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::People", text);
}

/// Deletes one record and asks whether it is gone. "" if it is, else why not.
QString deleteThere(const PersonRecord &record, const Account *account, std::stop_token stop)
{
    if (!account || account->down)
        return account ? account->down->message : tr("The integration takes no part any more.");
    if (!account->mayWrite)
        return tr("Nothing is written to %1, by its settings.").arg(account->row.name);
    WriteOperation operation;
    operation.kind = WriteKind::Delete;
    operation.remoteId = record.key.remoteId;
    const auto outcomes = account->connector->write(record.key.remoteEntity, {operation}, stop);
    const auto &outcome = outcomes.first();
    const auto looks = account->connector->readByIds(record.key.remoteEntity, {record.key.remoteId}, {}, stop);
    if (looks && looks->first().presence == Presence::NotFound)
        return {};
    if (outcome.status != WriteOutcome::Status::Done)
        return outcome.error.message;
    return looks ? tr("%1 shows it still.").arg(account->row.name) : looks.error().message;
}

/// What became of the records, without a value of the person.
QJsonObject proofOf(const Erasure &erasure)
{
    QJsonArray places;
    for (const Erasure::Place &place : erasure.places) {
        places.append(QJsonObject{{u"integration"_s, place.record.system},
                                  {u"entity"_s, place.record.key.remoteEntity},
                                  {u"remote_id"_s, place.record.key.remoteId},
                                  {u"gone"_s, place.isGone}});
    }
    return {{u"records"_s, places}, {u"people"_s, erasure.people}, {u"activities"_s, erasure.activities}};
}

} // namespace

bool Erasure::isComplete() const
{
    return unasked.isEmpty() && std::ranges::all_of(places, &Place::isGone);
}

Result<void> People::mayErase(const PersonFile &file)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    if (file.people.size() > 1) {
        QStringList ids;
        for (const HubRow &hub : file.people)
            ids << hub.id;
        return failure(ErrorKind::Conflict, tr("%1 people have the address %2.").arg(ids.size()).arg(file.email),
                       tr("Name one of their records instead: %1").arg(ids.join(u", "_s)));
    }
    const auto open = m_session.stores().runs.open();
    if (!open)
        return failure(open.error());
    const bool isBusy = std::ranges::any_of(*open, [](const RunRow &run) { return isClaimAlive(run.claimedBy); });
    if (isBusy)
        return failure(ErrorKind::Usage, tr("A run of this workspace is going on."),
                       tr("Wait until it has finished, then try again."));
    return {};
}

/// The address, or the match key of a record that was named, unless somebody else has the same.
Result<QStringList> People::keysOf(const PersonFile &file)
{
    if (!file.email.isEmpty())
        return QStringList{file.email};
    QStringList keys;
    for (const HubRow &hub : file.people) {
        const auto sharers = m_session.stores().records.hubsByKey(hub.entity, hub.matchKey);
        if (!sharers)
            return failure(sharers.error());
        const bool isShared = std::ranges::any_of(*sharers, [&](const QString &id) { return id != hub.id; });
        if (!hub.matchKey.isEmpty() && !isShared)
            keys << hub.matchKey;
    }
    return keys;
}

/// The keys go in before anything is deleted: a sync after a crash half-way does not bring the person back.
Result<void> People::remember(const QStringList &keys, const Erasure &erasure)
{
    const Millis now = m_session.clock().now().count();
    for (const QString &key : keys) {
        auto done = m_session.stores().erasures.remember(u"contact"_s, key, now, m_session.actor.name,
                                                         proofOf(erasure));
        if (!done)
            return done;
    }
    return {};
}

Result<Erasure> People::erase(const PersonFile &file, std::stop_token stop)
{
    if (auto allowed = mayErase(file); !allowed)
        return failure(allowed.error());
    auto catalog = m_session.catalog(true, {}, stop);
    if (!catalog)
        return failure(catalog.error());
    auto &stores = m_session.stores();
    Erasure erasure;
    erasure.unasked = file.unasked;
    const auto barred = keysOf(file);
    if (!barred)
        return failure(barred.error());
    auto done = stores.db.transaction("erase begins", [&] { return remember(*barred, erasure); });
    if (!done)
        return failure(done.error());
    QStringList hubs;
    QList<LinkKey> keys;
    for (const PersonRecord &record : file.records) {
        keys << record.key;
        if (!record.isOwn)
            continue; // it goes with the person's record
        const QString problem = deleteThere(record, catalog->account(record.key.integration), stop);
        erasure.places.append({record, problem.isEmpty(), problem});
    }
    for (const HubRow &hub : file.people + file.activities)
        hubs << hub.id;
    erasure.people = int(file.people.size());
    erasure.activities = int(file.activities.size());
    // Log lines are told by the address; of a record that was named, nobody knows whose else the address is.
    const QString text = file.email.isEmpty() ? file.sought : file.email;
    const Millis now = m_session.clock().now().count();
    done = stores.db.transaction("erase", [&] {
        return stores.erasures.purge(hubs, keys, text, now)
            .and_then([&] { return remember(*barred, erasure); })
            .and_then([&] {
                return stores.review.audit(
                    {now, m_session.actor.name, {}, 0, u"person_erased"_s, u"contact"_s, {}, {}, proofOf(erasure)});
            });
    });
    done = done.and_then([&] { return stores.erasures.rewriteFile(); });
    if (!done)
        return failure(done.error());
    return erasure;
}

} // namespace syncline::core
