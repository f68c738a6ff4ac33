#include "core/engine/readerwalk.h"
#include "core/sync/planner.h"
#include "core/sync/settle.h"
#include "core/workspace/documents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using syncline::connectors::LookUp;
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

/// How many linked records a complete listing has to show. One that is known to be gone is none of them.
Result<int> linksToList(Stores &stores, const Binding &binding)
{
    const QString &entity = binding.remote.name;
    const auto live = stores.records.liveLinks(binding.integration, entity);
    const auto suspects = stores.records.linksWithEvidence(binding.integration, entity);
    if (!live || !suspects)
        return failure(live ? suspects.error() : live.error());
    int gone = 0;
    for (const auto &[id, hub] : *suspects) {
        const auto row = stores.records.link({binding.integration, entity, id});
        if (!row)
            return failure(row.error());
        gone += *row && isGone(toLink(**row, binding)) ? 1 : 0;
    }
    return *live - gone;
}

} // namespace

/// A record as read, with what it takes to tell whether it is known.
struct Reader::Seen
{
    RemoteRecord record;
    QMap<QString, Value> fields; ///< the mapped ones
    qint64 hash = 0;
    Source source = Source::LookUp;
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
    // clang-tidy sees no value behind tl::expected's union.
    walk->result.walk = ++walk->cursor.listing; // NOLINT(clang-analyzer-core.uninitialized.Assign)
    walk->result.remapped = cursor->mapping != binding.fingerprint;
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
                records->append(seen(walk->binding, std::move(record), Source::Listing));
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

    const bool isEmpty = end->wasFull && walk.result.read == 0;
    const auto known = isEmpty ? linksToList(m_stores, binding) : Result<int>(0);
    if (!known)
        return failure(known.error());
    if (*known >= 3) { // S-29: not a listing
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
    if (auto done = lookAtDoubtful(walk).and_then([&] { return readDeletedFeed(walk); }); !done)
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
    if (*sees && walk.knowsChanges)
        walk.cursor.changed = end->nextCursor;
    if (walk.nextDeleted && walk.knowsDeleted)
        walk.cursor.deleted = walk.nextDeleted;
    if (walk.result.complete && walk.knowsChanges)
        walk.cursor.listedAt = m_clock.now().count();
    auto saved = m_stores.db.transaction(
        "cursor", [&] { return m_stores.records.saveCursor(binding.integration, walk.entity(), walk.cursor); });
    if (!saved)
        return failure(saved.error());
    return walk.result;
}

Reader::Seen Reader::seen(const Binding &binding, RemoteRecord record, Source source)
{
    Seen seen{std::move(record), {}, 0, source};
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
    return stageSeen(binding, context, seen(binding, record, Source::LookUp), walk, result);
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
    return stageLinked(binding, context, key, **glance, seen, walk, result);
}

/// A late listing or a replica shows what we know to be past: the values that a write of ours replaced, a record that was
/// deleted. Where the row is not newer than what is known and says something else, only a look-up tells. What is only read
/// from a CRM cannot undo anything, and counters change without a stamp.
bool Reader::isDoubtful(const LinkRow &link, const Seen &seen, const Binding &binding)
{
    if (link.state == LinkState::Gone || link.state == LinkState::Deleted)
        return true;
    const auto &stamp = seen.record.modifiedAt;
    if (!stamp || !link.modifiedAt || secondsOf(*stamp) > *link.modifiedAt)
        return false;
    return std::ranges::any_of(binding.system.fields, [&](const FieldMap &map) {
        const QStringList names = map.direction == Direction::Pull ? QStringList()
                                                                   : binding.mapping.remoteFieldsOf(map.id);
        return std::ranges::any_of(names, [&](const QString &name) {
            const Value now = seen.fields.value(name), known = link.shadow.value(name);
            return now.isReadable() && known.isReadable() && now != known;
        });
    });
}

Result<void> Reader::stageLinked(const Binding &binding, const EntityContext &context, const LinkKey &key,
                                 const RecordStore::Glance &glance, const Seen &seen, int walk, WalkResult *result)
{
    const auto &[record, fields, hash, source] = seen;
    const bool isSame = glance.contentHash == hash && glance.state == LinkState::Live && !glance.evidence;
    if (isSame && !glance.wroteOpen)
        return m_stores.records.linkSeen(key, walk);
    auto row = m_stores.records.link(key);
    if (!row)
        return failure(row.error());
    LinkRow link = **row;
    if (source == Source::Listing && !isSame && isDoubtful(link, seen, binding)) {
        result->doubtful << key.remoteId;
        return m_stores.records.linkSeen(key, walk);
    }
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
    if (auto done = m_stores.records.saveLink(link); !done || isSame)
        return done;
    return m_stores.records.touch(link.hubId);
}

Result<void> Reader::stageStranger(const Binding &binding, const EntityContext &context, const LinkKey &key,
                                   const Seen &seen, int walk, WalkResult *result)
{
    const auto &[record, fields, hash, source] = seen;
    const auto glance = m_stores.records.strangerGlance(key);
    if (!glance)
        return failure(glance.error());
    if (*glance && (*glance)->contentHash == hash && !(result && result->remapped)) {
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

/// A batch and a transaction at a time. False where the CRM stopped answering: what came before counts.
Result<bool> Reader::lookUp(Walk &walk, const QStringList &ids, const char *what,
                            const std::function<Result<void>(const LookUp &look)> &take)
{
    const int batch = std::max(1, walk.account.connector->capabilities().readBatch);
    for (int from = 0; from < ids.size(); from += batch) {
        const auto looks = walk.account.connector->readByIds(walk.entity(), ids.mid(from, batch),
                                                             walk.binding.mapping.remoteFields(), walk.stop);
        if (!looks)
            return false;
        auto done = m_stores.db.transaction(what, [&]() -> Result<void> {
            for (const LookUp &look : *looks) {
                if (auto taken = take(look); !taken)
                    return taken;
            }
            return {};
        });
        if (!done)
            return failure(done.error());
    }
    return true;
}

/// Until all of them were looked at, the next walk begins where this one did.
Result<void> Reader::lookAtDoubtful(Walk &walk)
{
    const auto answered = lookUp(walk, walk.result.doubtful, "doubtful", [&](const LookUp &look) -> Result<void> {
        walk.knowsChanges = walk.knowsChanges && look.presence != Presence::Unknown;
        if (look.presence != Presence::Found || look.record.id != look.id)
            return {};
        return stage(walk.binding, walk.context, look.record, walk.result.walk, nullptr);
    });
    if (!answered)
        return failure(answered.error());
    walk.knowsChanges = walk.knowsChanges && *answered;
    return {};
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

} // namespace syncline::core
