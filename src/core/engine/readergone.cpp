#include "core/engine/readerwalk.h"

using namespace Qt::StringLiterals;
using syncline::connectors::LookUp;
using syncline::connectors::Presence;
using syncline::connectors::RemoteRecord;

/// What a walk does not show: records that are gone, or that became others.
namespace syncline::core {

/// A record that the CRM merged into another one.
struct Reader::Merged
{
    LinkKey from;
    RemoteRecord winner;
};

Result<void> Reader::readDeletedFeed(Walk &walk)
{
    if (!walk.account.connector->capabilities().deleteFeed)
        return {};
    const auto feed = walk.account.connector->deletedSince(walk.entity(), walk.cursor.deleted, walk.stop);
    if (!feed)
        return {}; // not available here: two complete listings have to do
    walk.nextDeleted = feed->nextCursor;
    return m_stores.db.transaction("delete feed", [&]() -> Result<void> {
        for (const auto &record : feed->records) {
            if (record.mergedInto)
                walk.mergedInto.insert(record.id, *record.mergedInto);
            else if (auto done = m_stores.records.setInFeed(walk.key(record.id)); !done)
                return done;
            const auto stranger = m_stores.records.stranger(walk.key(record.id));
            if (!stranger)
                return failure(stranger.error());
            if (*stranger)
                walk.goneStrangers << record.id;
        }
        return {};
    });
}

Result<void> Reader::countMissing(Walk &walk)
{
    const auto missing = m_stores.records.linksNotListed(walk.binding.integration, walk.entity(), walk.result.walk);
    if (!missing)
        return failure(missing.error());
    return m_stores.db.transaction("missing", [&]() -> Result<void> {
        for (const auto &[id, hub] : *missing) {
            if (auto done = m_stores.records.addMissing(walk.key(id)); !done)
                return done;
        }
        return {};
    });
}

/// What the feed names as merged is no evidence of a delete as long as the winner may be there (S-14). Only the feed tells
/// of it: where a winner was not seen, the feed is read again from where it was.
Result<void> Reader::lookForMerged(Walk &walk, QList<Merged> &merged)
{
    const QStringList losers = walk.mergedInto.keys();
    for (const QString &loser : losers) {
        const auto link = m_stores.records.glance(walk.key(loser));
        if (!link)
            return failure(link.error());
        if (!*link || (*link)->state != LinkState::Live) {
            walk.mergedInto.remove(loser);
            continue;
        }
        QString winner = walk.mergedInto.value(loser);
        for (qsizetype step = 0; step < losers.size() && walk.mergedInto.contains(winner); ++step)
            winner = walk.mergedInto.value(winner); // it was merged itself since
        const auto look = walk.account.connector->readByIds(walk.entity(), {winner},
                                                            walk.binding.mapping.remoteFields(), walk.stop);
        const auto presence = look && !look->isEmpty() ? look->first().presence : Presence::Unknown;
        if (presence == Presence::Found) {
            merged.append({walk.key(loser), look->first().record});
        } else if (presence == Presence::NotFound) {
            walk.mergedInto.remove(loser);
            auto done = m_stores.db.transaction("delete feed",
                                                [&] { return m_stores.records.setInFeed(walk.key(loser)); });
            if (!done)
                return done;
        } else {
            walk.knowsDeleted = false;
        }
    }
    return {};
}

/// Asks by id for everything that the feed named or a listing lacked. "Forbidden" is never "not found" (S-17).
Result<void> Reader::lookForGone(Walk &walk)
{
    QList<Merged> merged;
    if (auto done = lookForMerged(walk, merged); !done)
        return done;
    const auto suspects = m_stores.records.linksWithEvidence(walk.binding.integration, walk.entity());
    if (!suspects)
        return failure(suspects.error());
    QStringList ids;
    QHash<QString, QString> hubs;
    for (const auto &[id, hub] : *suspects) {
        ids << id;
        hubs.insert(id, hub);
    }
    // No answer is no evidence.
    const auto answered = lookUp(walk, ids, "evidence", [&](const LookUp &look) -> Result<void> {
        const LinkKey key = walk.key(look.id);
        if (look.presence == Presence::Found && look.record.id != look.id)
            merged.append({key, look.record});
        else if (look.presence == Presence::Found)
            return stage(walk.binding, walk.context, look.record, walk.result.walk, &walk.result);
        else if (look.presence == Presence::NotFound && !walk.mergedInto.contains(look.id))
            return m_stores.records.setNotFound(key).and_then(
                [&] { return m_stores.records.touch(hubs.value(look.id)); });
        return {};
    });
    if (!answered)
        return failure(answered.error());
    return dropGoneStrangers(walk).and_then([&] { return followAll(walk, merged); });
}

/// Where several became one that has an id of its own, the one whose key it shows keeps its link.
Result<void> Reader::followAll(Walk &walk, const QList<Merged> &merged)
{
    QList<Merged> first, others;
    for (const Merged &one : merged) {
        const auto link = m_stores.records.link(one.from);
        if (!link)
            return failure(link.error());
        const auto shown = walk.binding.mapping.toHub(
            mappedOnly(one.winner.fields, walk.binding.mapping.remoteFields()));
        const bool hasKey = *link && (*link)->matchKey == walk.context.keyOfRemote(walk.binding, shown);
        (hasKey ? first : others).append(one);
    }
    for (const Merged &one : first + others) {
        auto done = m_stores.db.transaction("merge", [&] { return follow(walk, one.from, one.winner); });
        if (!done)
            return done;
    }
    return {};
}

/// S-14: the CRM merged this record into another one. A free winner takes the link with its base; a winner that has
/// a link of its own leaves two hub records for one remote record, for a person.
Result<void> Reader::follow(Walk &walk, const LinkKey &from, const RemoteRecord &winner)
{
    const auto row = m_stores.records.link(from);
    if (!row)
        return failure(row.error());
    if (!*row || (*row)->state != LinkState::Live)
        return {};
    LinkRow link = **row;
    const LinkKey to = walk.key(winner.id);
    const auto taken = m_stores.records.glance(to);
    if (!taken)
        return failure(taken.error());
    const Millis now = m_clock.now().count();
    if (auto done = m_stores.records.bury(from, u"merged"_s, now); !done)
        return done;
    if (*taken) {
        link.state = LinkState::Merged;
        return m_stores.records.saveLink(link)
            .and_then([&] { return m_stores.records.touch(link.hubId); })
            .and_then([&] { return m_stores.records.touch((*taken)->hubId); });
    }
    const QString hub = link.hubId;
    link.remoteId = winner.id;
    link.evidence = {};
    link.contentHash = 0;
    return m_stores.records.removeLink(from)
        .and_then([&] { return m_stores.records.removeStranger(to); })
        .and_then([&] { return m_stores.records.saveLink(link); })
        .and_then([&] { return stage(walk.binding, walk.context, winner, walk.result.walk, &walk.result); })
        .and_then([&] { return m_stores.records.wakeWaiting(to, hub); })
        .and_then([&] { return m_stores.records.touch(hub); });
}

Result<void> Reader::dropGoneStrangers(Walk &walk)
{
    auto missing = Result<QStringList>(walk.goneStrangers);
    if (walk.result.complete)
        missing = m_stores.records.strangersNotListed(walk.binding.integration, walk.entity(), walk.result.walk);
    if (!missing)
        return failure(missing.error());
    const auto answered = lookUp(walk, *missing, "strangers", [&](const LookUp &look) -> Result<void> {
        const bool isMerged = look.presence == Presence::Found && look.record.id != look.id;
        if (look.presence != Presence::NotFound && !isMerged)
            return {};
        return m_stores.records.removeStranger(walk.key(look.id));
    });
    if (!answered)
        return failure(answered.error());
    walk.knowsDeleted = walk.knowsDeleted && *answered;
    return {};
}

} // namespace syncline::core
