#include "core/engine/reader.h"

#include "core/sync/settle.h"
#include "core/workspace/documents.h"

#include <QCoreApplication>

#include <atomic>

using namespace Qt::StringLiterals;
using syncline::connectors::Presence;
using syncline::connectors::ReadEnd;
using syncline::connectors::RemoteRecord;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Reader", text);
}

constexpr std::chrono::hours fullEvery{24}; ///< what a CRM does not stamp waits for the daily full walk (S-28)

Seconds secondsOf(std::chrono::seconds time)
{
    return time.count();
}

} // namespace

struct Reader::Walk
{
    Account &account;
    const Binding &binding;
    const EntityContext &context;
    std::stop_token stop;
    CursorRow cursor;
    bool full = false;
    WalkResult result;
    QMap<QString, QString> mergedInto; ///< loser -> winner, as the delete feed tells
    std::optional<QString> nextDeleted;
    Result<ReadEnd> pages = ReadEnd{};  ///< the integration's thread sets it
    Result<void> staged;                ///< the first failure of the workspace
    std::atomic<bool> isBroken = false; ///< `staged` is a failure, for the integration's thread
    QStringList goneStrangers = {};     ///< that the delete feed names

    QString entity() const { return binding.remote.name; }
    LinkKey key(const QString &id) const { return {binding.integration, binding.remote.name, id}; }
};

/// A record as read, with what it takes to tell whether it is known.
struct Reader::Seen
{
    RemoteRecord record;
    QMap<QString, Value> fields; ///< the mapped ones
    qint64 hash = 0;
};

Result<std::shared_ptr<Reader::Walk>> Reader::begin(Account &account, const Binding &binding,
                                                    const EntityContext &context, bool full, std::stop_token stop)
{
    auto cursor = m_stores.records.cursor(binding.integration, binding.remote.name);
    if (!cursor)
        return failure(cursor.error());
    const std::shared_ptr<Walk> walk(
        new Walk{account, binding, context, stop, *cursor, full, {}, {}, {}, ReadEnd{}, {}, {}});
    const bool old = cursor->listedAt && m_clock.now() - std::chrono::milliseconds(*cursor->listedAt) >= fullEvery;
    walk->full = full || old || !cursor->changed || !cursor->listedAt || cursor->mapping != binding.fingerprint;
    // A walk that does not come to its end has marked what it saw: its number is never used again.
    walk->result.walk = ++walk->cursor.listing;
    auto numbered = m_stores.db.transaction(
        "walk", [&] { return m_stores.records.saveCursor(binding.integration, walk->entity(), walk->cursor); });
    if (!numbered)
        return failure(numbered.error());
    if (cursor->mapping != binding.fingerprint && !cursor->mapping.isEmpty()) {
        // Another mapping makes other plans of the same records.
        if (auto done = m_stores.records.setAllPending(context.entity); !done)
            return failure(done.error());
    }
    return walk;
}

void Reader::readPages(const std::vector<std::shared_ptr<Walk>> &walks, Workers &workers)
{
    for (const auto &walk : walks) {
        const std::string lane = walk->binding.integration.toStdString();
        const auto sink = [this, walk, lane, &workers](QList<RemoteRecord> page) -> Result<void> {
            auto records = std::make_shared<QList<Seen>>();
            for (RemoteRecord &record : page)
                records->append(seen(walk->binding, std::move(record)));
            workers.post(lane, [this, walk, records] {
                if (walk->staged)
                    walk->staged = stagePage(*walk, *records);
                walk->isBroken = !walk->staged;
            });
            return walk->isBroken ? Result<void>(failure(ErrorKind::Storage, {})) : Result<void>();
        };
        workers.hand(
            lane,
            [walk, sink] {
                const auto since = walk->full ? std::nullopt : walk->cursor.changed;
                walk->pages = walk->account.connector->read(
                    {walk->entity(), walk->binding.mapping.remoteFields(), since, {}}, sink, walk->stop);
            },
            [] {});
    }
    while (workers.inHand() > 0)
        workers.finishOne();
}

Result<WalkResult> Reader::finish(Walk &walk)
{
    if (!walk.staged)
        return failure(walk.staged.error());
    const Binding &binding = walk.binding;
    const auto &end = walk.pages;
    if (!end) {
        walk.result.error = end.error();
        return walk.result;
    }
    walk.result.ended = true;
    walk.result.complete = end->wasFull;

    const auto known = m_stores.records.liveLinks(binding.integration, walk.entity());
    if (!known)
        return failure(known.error());
    if (end->wasFull && walk.result.read == 0 && *known >= 3) { // S-29: not a listing
        walk.result.complete = false;
        walk.result.error = Error{
            ErrorKind::Guard,
            tr("%1 answered with an empty list of %2, although %3 of its records are linked.")
                .arg(binding.name, walk.entity())
                .arg(*known),
            tr("Check the permissions of the account in %1. Nothing was deleted.").arg(binding.name),
            {},
            {},
            false};
        return walk.result;
    }
    if (auto done = readDeletedFeed(walk); !done)
        return failure(done.error());
    if (walk.result.complete) {
        if (auto done = countMissing(walk); !done)
            return failure(done.error());
    }
    if (auto done = lookForGone(walk); !done)
        return failure(done.error());
    const auto sees = seesWitness(walk);
    if (!sees)
        return failure(sees.error());

    walk.cursor.mapping = binding.fingerprint;
    if (*sees)
        walk.cursor.changed = end->nextCursor;
    if (walk.nextDeleted)
        walk.cursor.deleted = walk.nextDeleted;
    if (walk.result.complete)
        walk.cursor.listedAt = m_clock.now().count();
    auto saved = m_stores.db.transaction(
        "cursor", [&] { return m_stores.records.saveCursor(binding.integration, walk.entity(), walk.cursor); });
    if (!saved)
        return failure(saved.error());
    return walk.result;
}

Result<void> Reader::look(Account &account, const Binding &binding, const EntityContext &context,
                          const QStringList &ids, std::stop_token stop)
{
    const auto cursor = m_stores.records.cursor(binding.integration, binding.remote.name);
    if (!cursor)
        return failure(cursor.error());
    const int batch = std::max(1, account.connector->capabilities().readBatch);
    for (int from = 0; from < ids.size(); from += batch) {
        const auto looks = account.connector->readByIds(binding.remote.name, ids.mid(from, batch),
                                                        binding.mapping.remoteFields(), stop);
        if (!looks) {
            account.down = looks.error();
            return {};
        }
        auto done = m_stores.db.transaction("look", [&]() -> Result<void> {
            for (const auto &look : *looks) {
                if (look.presence != Presence::Found || look.record.id != look.id)
                    continue;
                if (auto staged = stage(binding, context, look.record, cursor->listing, nullptr); !staged)
                    return staged;
            }
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

Reader::Seen Reader::seen(const Binding &binding, RemoteRecord record)
{
    Seen seen{std::move(record), {}, 0};
    seen.fields = mappedOnly(seen.record.fields, binding.mapping.remoteFields());
    seen.hash = contentHash(seen.fields);
    return seen;
}

Result<void> Reader::stagePage(Walk &walk, const QList<Seen> &page)
{
    const auto stageAll = [&]() -> Result<void> {
        for (const Seen &seen : page) {
            if (auto staged = stageSeen(walk.binding, walk.context, seen, walk.result.walk, &walk.result); !staged)
                return staged;
        }
        return {};
    };
    auto done = m_stores.db.transaction("page", stageAll, Durability::WithNext);
    if (m_progress)
        m_progress({u"reading"_s, walk.binding.name, walk.context.entity, walk.result.read, 0});
    return done;
}

Result<void> Reader::stage(const Binding &binding, const EntityContext &context, const RemoteRecord &record, int walk,
                           WalkResult *result)
{
    return stageSeen(binding, context, seen(binding, record), walk, result);
}

Result<void> Reader::stageSeen(const Binding &binding, const EntityContext &context, const Seen &seen, int walk,
                               WalkResult *result)
{
    const LinkKey key{binding.integration, binding.remote.name, seen.record.id};
    if (seen.record.successor) {
        const auto converted = stageConverted(binding, context, seen.record, walk, result);
        if (!converted || *converted)
            return converted ? Result<void>() : failure(converted.error());
    }
    const auto glance = m_stores.records.glance(key);
    if (!glance)
        return failure(glance.error());
    if (result)
        ++result->read;
    if (!*glance)
        return stageStranger(binding, context, key, seen, walk, result);
    if (result && (*glance)->seen != walk)
        ++result->linked; // once, however often it is delivered
    return stageLinked(binding, context, key, **glance, seen, walk);
}

Result<void> Reader::stageLinked(const Binding &binding, const EntityContext &context, const LinkKey &key,
                                 const RecordStore::Glance &glance, const Seen &seen, int walk)
{
    const auto &[record, fields, hash] = seen;
    if (glance.contentHash == hash && glance.state == LinkState::Live && !glance.evidence)
        return m_stores.records.linkSeen(key, walk);
    auto row = m_stores.records.link(key);
    if (!row)
        return failure(row.error());
    LinkRow link = **row;
    const Link before = toLink(link, binding);
    Link after = before;
    const System &system = *context.systems.constFind(binding.system.name);
    const auto mtime = record.modifiedAt ? std::optional(secondsOf(*record.modifiedAt)) : link.modifiedAt;
    observe(after, system, context.policies, binding.mapping.toHub(fields), mtime, {});
    for (auto it = fields.begin(); it != fields.end(); ++it)
        link.shadow.insert(it.key(), *it);
    writeBack(link, before, after, binding, fields, {});
    link.contentHash = contentHash(link.shadow);
    link.matchKey = context.keyOfRemote(binding, after.shadow);
    link.seen = walk;
    if (auto done = m_stores.records.saveLink(link); !done)
        return done;
    return m_stores.records.touch(link.hubId);
}

Result<void> Reader::stageStranger(const Binding &binding, const EntityContext &context, const LinkKey &key,
                                   const Seen &seen, int walk, WalkResult *result)
{
    const auto &[record, fields, hash] = seen;
    const auto glance = m_stores.records.strangerGlance(key);
    if (!glance)
        return failure(glance.error());
    if (*glance && (*glance)->contentHash == hash) {
        if (result && !(*glance)->leftOut.isEmpty())
            ++result->leftOut;
        return m_stores.records.strangerSeen(key, walk);
    }
    StrangerRow row;
    row.integration = key.integration;
    row.remoteEntity = key.remoteEntity;
    row.remoteId = key.remoteId;
    row.entity = context.entity;
    row.contentHash = hash;
    row.seen = walk;
    row.firstSeen = *glance ? (*glance)->firstSeen : m_clock.now().count();
    const auto hubTerms = binding.mapping.toHub(fields);
    if (!binding.mapping.filter().isEmpty()) {
        QMap<QString, Value> byHub;
        for (const FieldMap &map : context.systems.value(binding.system.name).fields)
            byHub.insert(map.hub, hubTerms.value(map.id));
        if (!binding.mapping.filter().accepts(openGroups(byHub))) {
            row.leftOut = tr("It is outside the filter of %1.").arg(binding.name);
            if (result)
                ++result->leftOut;
        }
    }
    const QString matchKey = context.keyOfRemote(binding, hubTerms);
    const auto erased = isErased(context.entity, matchKey);
    if (!erased)
        return failure(erased.error());
    if (*erased) {
        row.leftOut = tr("It belongs to a person who was erased.");
        if (result)
            ++result->leftOut;
    }
    if (row.leftOut.isEmpty()) {
        row.fields = fields;
        row.matchKey = matchKey;
        row.modifiedAt = record.modifiedAt ? std::optional(secondsOf(*record.modifiedAt)) : std::nullopt;
        row.createdAt = record.createdAt ? std::optional(secondsOf(*record.createdAt)) : std::nullopt;
        row.ours = record.ours;
    }
    return m_stores.records.saveStranger(row);
}

Result<bool> Reader::isErased(const QString &entity, const QString &matchKey)
{
    if (!m_isAnybodyErased) {
        const auto anybody = m_stores.erasures.isAnybodyErased();
        if (!anybody)
            return failure(anybody.error());
        m_isAnybodyErased = *anybody;
    }
    if (matchKey.isEmpty() || !*m_isAnybodyErased)
        return false;
    const auto at = m_stores.erasures.erasedAt(entity, matchKey);
    if (!at)
        return failure(at.error());
    return at->has_value();
}

Result<bool> Reader::seesWitness(Walk &walk)
{
    const auto ids = m_stores.records.witnesses(walk.binding.integration, walk.entity());
    if (!ids)
        return failure(ids.error());
    if (ids->isEmpty())
        return true;
    const auto looks = walk.account.connector->readByIds(walk.entity(), *ids, walk.binding.mapping.remoteFields(),
                                                         walk.stop);
    if (!looks)
        return false; // nobody saw it: the cursor stays
    return std::ranges::any_of(*looks, [](const auto &look) { return look.presence == Presence::Found; });
}

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
            if (auto done = m_stores.records.setInFeed(walk.key(record.id)); !done)
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

/// Asks by id for everything that the feed named or a listing lacked. "Forbidden" is never "not found" (S-17).
Result<void> Reader::lookForGone(Walk &walk)
{
    const auto suspects = m_stores.records.linksWithEvidence(walk.binding.integration, walk.entity());
    if (!suspects)
        return failure(suspects.error());
    const int batch = std::max(1, walk.account.connector->capabilities().readBatch);
    for (int from = 0; from < suspects->size(); from += batch) {
        const auto part = suspects->mid(from, batch);
        QStringList ids;
        for (const auto &[id, hub] : part)
            ids << id;
        const auto looks = walk.account.connector->readByIds(walk.entity(), ids, walk.binding.mapping.remoteFields(),
                                                             walk.stop);
        if (!looks)
            return {}; // no answer is no evidence
        auto done = m_stores.db.transaction("evidence", [&]() -> Result<void> {
            for (int i = 0; i < looks->size(); ++i) {
                const auto &look = looks->at(i);
                const LinkKey key = walk.key(look.id);
                Result<void> step;
                if (look.presence == Presence::Found && look.record.id != look.id)
                    step = follow(walk, key, look.record);
                else if (look.presence == Presence::Found)
                    step = stage(walk.binding, walk.context, look.record, walk.result.walk, &walk.result);
                else if (look.presence == Presence::NotFound)
                    step = m_stores.records.setNotFound(key).and_then(
                        [&] { return m_stores.records.touch(part[i].second); });
                if (!step)
                    return step;
            }
            return {};
        });
        if (!done)
            return done;
    }
    return dropGoneStrangers(walk).and_then([&]() -> Result<void> {
        for (auto it = walk.mergedInto.begin(); it != walk.mergedInto.end(); ++it) {
            const auto winner = walk.account.connector->readByIds(walk.entity(), {it.value()},
                                                                  walk.binding.mapping.remoteFields(), walk.stop);
            if (!winner || winner->isEmpty() || winner->first().presence != Presence::Found)
                continue;
            auto done = m_stores.db.transaction(
                "merge", [&] { return follow(walk, walk.key(it.key()), winner->first().record); });
            if (!done)
                return done;
        }
        return {};
    });
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
    const int batch = std::max(1, walk.account.connector->capabilities().readBatch);
    for (int from = 0; from < missing->size(); from += batch) {
        const auto looks = walk.account.connector->readByIds(walk.entity(), missing->mid(from, batch),
                                                             walk.binding.mapping.remoteFields(), walk.stop);
        if (!looks)
            return {};
        auto done = m_stores.db.transaction("strangers", [&]() -> Result<void> {
            for (const auto &look : *looks) {
                const bool isMerged = look.presence == Presence::Found && look.record.id != look.id;
                if (look.presence != Presence::NotFound && !isMerged)
                    continue;
                if (auto removed = m_stores.records.removeStranger(walk.key(look.id)); !removed)
                    return removed;
            }
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace syncline::core
