#include "core/engine/applier.h"

#include "core/engine/planning.h"
#include "core/mapping/referencevalues.h"
#include "core/sync/planner.h"
#include "core/workspace/documents.h"
#include "core/workspace/writeturn.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Applier", text);
}

constexpr int pageSize = 1000; ///< operations; bounds memory
constexpr int groupsPerCommit = 500;

} // namespace

/// The local operations of one hub record, carried out on values and saved once.
struct Applier::Group
{
    const QList<OperationRow> &operations;
    HubRow hub;
    bool isNew = false;
    QMap<QPair<QString, QString>, LinkRow> links; ///< by integration id and remote entity
    QList<LinkKey> removedLinks;
    QMap<int, StrangerRow> strangers; ///< by the number of the operation that links it
    QList<LinkKey> usedStrangers;
};

Result<void> Applier::applyLocal(const QString &entity, std::stop_token stop)
{
    const EntityContext &context = *m_contexts.constFind(entity);
    const auto moved = m_stores.runs.countMoved(m_run);
    if (!moved)
        return failure(moved.error());
    m_isSomethingVoid = *moved > 0;
    QList<OperationRow> waiting;
    int after = 0, applied = 0;
    bool more = true;
    while (more && !stop.stop_requested()) {
        const auto page = m_stores.runs.planned(m_run, Phase::Local, after, pageSize);
        if (!page)
            return failure(page.error());
        more = page->size() == pageSize;
        if (!page->isEmpty())
            after = page->last().seq;
        for (const OperationRow &row : *page) {
            if (row.entity == entity)
                waiting.append(row);
        }
        // The last record's operations may go on in the next page.
        QList<QList<OperationRow>> groups;
        while (!waiting.isEmpty()) {
            const QString hub = waiting.first().hubId;
            qsizetype end = 0;
            while (end < waiting.size() && waiting[end].hubId == hub)
                ++end;
            if (end == waiting.size() && more)
                break;
            groups.append(waiting.first(end));
            waiting.remove(0, end);
        }
        for (qsizetype next = 0; next < groups.size();) {
            const auto applySome = [&]() -> Result<void> {
                const qsizetype first = next, end = std::min(first + groupsPerCommit, groups.size());
                do {
                    if (auto step = applyGroup(context, groups[next]); !step)
                        return step;
                } while (++next < end && !WriteTurn::isAwaited(m_stores.db.file()));
                return m_stores.runs.markLocal(m_run, entity, groups[first].first().seq, groups[next - 1].last().seq);
            };
            auto done = m_stores.db.transaction("hub records", applySome, Durability::WithNext);
            if (!done)
                return done;
        }
        applied += int(groups.size());
        if (m_progress)
            m_progress({u"applying"_s, {}, entity, applied, 0});
    }
    return {};
}

Result<void> Applier::applyGroup(const EntityContext &context, const QList<OperationRow> &operations)
{
    Group group{operations, {}, false, {}, {}, {}, {}};
    const QString hubId = operations.first().hubId;
    const auto row = m_stores.records.hub(hubId);
    if (!row)
        return failure(row.error());
    group.isNew = !*row;
    if (*row)
        group.hub = **row;
    const auto valid = isStillValid(context, group);
    if (!valid)
        return failure(valid.error());
    if (!*valid) {
        m_isSomethingVoid = true;
        return m_stores.runs
            .voidRecord(m_run, hubId, tr("The record changed since the preview; the next run plans it again."))
            .and_then([&] { return *row ? m_stores.records.touch(hubId) : Result<void>(); });
    }
    if (group.isNew) {
        group.hub.id = hubId;
        group.hub.entity = context.entity;
        group.hub.revision = 0;
        group.hub.createdAt = m_clock.now().count();
        const auto reviews = m_stores.review.countOfHub(hubId);
        if (!reviews)
            return failure(reviews.error());
        group.hub.pending = *reviews > 0 || m_catalog.isSomebodyAway(context.entity) ? 1 : 2;
        // What it refers to may have been linked a moment ago, when this record was not there to be woken.
        const auto waits = context.hasReferences ? m_stores.records.isWaiting(hubId) : Result<bool>(false);
        if (!waits)
            return failure(waits.error());
        if (*waits)
            group.hub.pending = 3;
    }
    const auto links = m_stores.records.linksOf(hubId);
    if (!links)
        return failure(links.error());
    for (const LinkRow &link : *links)
        group.links.insert({link.integration, link.remoteEntity}, link);
    for (const OperationRow &operation : operations) {
        if (auto done = carryOut(context, group, operation); !done)
            return done;
    }
    return save(context, group);
}

/// Would it refer to a record that this run was to make and does not?
Result<bool> Applier::refersToNobody(const EntityContext &context, const Group &group)
{
    for (const OperationRow &operation : group.operations) {
        const auto changes = operation.kind == "create"_L1 || operation.kind == "update"_L1
            ? hubChanges(operation.document)
            : QMap<QString, HubChange>();
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            const FieldType kind = context.policies.kinds.value(it.key(), FieldType::Text);
            const QStringList known = referredIds(it->before.value);
            const QStringList ids = kind == FieldType::Ref || kind == FieldType::Refs ? referredIds(it->after.value)
                                                                                      : QStringList();
            for (const QString &id : ids) {
                const auto there = known.contains(id) ? Result<bool>(true) : isThereOrComing(id);
                if (!there || !*there)
                    return there ? Result<bool>(true) : there;
            }
        }
    }
    return false;
}

Result<bool> Applier::isThereOrComing(const QString &hubId)
{
    const auto standing = m_stores.records.standing(hubId);
    if (!standing)
        return failure(standing.error());
    if (*standing)
        return true;
    const auto operations = m_stores.runs.ofHub(hubId);
    if (!operations)
        return failure(operations.error());
    return std::ranges::any_of(*operations, [&](const OperationRow &operation) {
        return operation.run == m_run && operation.kind == "create"_L1 && operation.integration == hubSystem
            && operation.outcome == "planned"_L1;
    });
}

/// S-6: valid only while the hub record is as planned, its strangers are still there and its key is still free.
Result<bool> Applier::isStillValid(const EntityContext &context, Group &group)
{
    if (m_isSomethingVoid && context.hasReferences) {
        const auto nobody = refersToNobody(context, group);
        if (!nobody || *nobody)
            return nobody ? Result<bool>(false) : nobody;
    }
    for (const OperationRow &operation : group.operations) {
        if (operation.kind == "create"_L1 ? !group.isNew
                : group.isNew             ? operation.revision != 0
                                          : operation.revision != group.hub.revision)
            return false;
        if (operation.kind != "link"_L1 && operation.kind != "relink"_L1)
            continue;
        const auto stranger = m_stores.records.stranger(
            {operation.integration, operation.remoteEntity, operation.remoteId});
        if (!stranger)
            return failure(stranger.error());
        if (!*stranger)
            return false;
        group.strangers.insert(operation.seq, **stranger);
        const bool isKey = !(*stranger)->matchKey.isEmpty() && !context.policies.keyIsHint;
        const auto twins = isKey ? m_stores.records.hubsByKey(context.entity, (*stranger)->matchKey)
                                 : Result<QStringList>(QStringList());
        if (!twins)
            return failure(twins.error());
        for (const QString &twin : *twins) {
            const auto other = m_stores.records.standing(twin);
            if (!other)
                return failure(other.error());
            if (twin != operation.hubId && *other && (*other)->state == HubState::Live)
                return false;
        }
    }
    return true;
}

Result<void> Applier::linkStranger(const EntityContext &context, Group &group, const OperationRow &operation)
{
    Q_UNUSED(context)
    const LinkKey key{operation.integration, operation.remoteEntity, operation.remoteId};
    const StrangerRow &stranger = *group.strangers.constFind(operation.seq);
    if (const auto old = group.links.constFind({operation.integration, operation.remoteEntity});
        old != group.links.cend()) {
        const LinkKey gone{old->integration, old->remoteEntity, old->remoteId};
        group.removedLinks << gone;
        if (auto done = m_stores.records.bury(gone, u"replaced"_s, m_clock.now().count()); !done)
            return done;
    }
    LinkRow link;
    link.integration = key.integration;
    link.remoteEntity = key.remoteEntity;
    link.remoteId = key.remoteId;
    link.entity = operation.entity;
    link.hubId = operation.hubId;
    link.matchKey = stranger.matchKey;
    link.shadow = stranger.fields;
    link.contentHash = stranger.contentHash;
    link.modifiedAt = stranger.modifiedAt;
    link.seen = stranger.seen;
    group.links.insert({key.integration, key.remoteEntity}, link);
    group.usedStrangers << key;
    group.hub.released.reset();
    return {};
}

Result<void> Applier::carryOut(const EntityContext &context, Group &group, const OperationRow &operation)
{
    if (operation.kind == "link"_L1 || operation.kind == "relink"_L1)
        return linkStranger(context, group, operation);
    if (operation.kind == "create"_L1 || operation.kind == "update"_L1) {
        const auto changes = hubChanges(operation.document);
        for (auto it = changes.begin(); it != changes.end(); ++it)
            group.hub.fields.insert(it.key(), it->after);
        return auditLosers(operation, losersOf(operation.document));
    }
    if (operation.kind == "agree"_L1) {
        const auto link = group.links.find({operation.integration, operation.remoteEntity});
        if (link == group.links.end())
            return {};
        const auto bases = agreedBases(operation.document);
        for (auto it = bases.begin(); it != bases.end(); ++it) {
            link->base.insert(it.key(), RawBase{it->hub, it->remoteNever, it->remote});
            link->refused.remove(it.key());
            link->wrote.remove(it.key());
        }
        link->wroteOpen = !link->wrote.isEmpty();
        return {};
    }
    if (operation.kind == "unlink"_L1) {
        const auto link = group.links.find({operation.integration, operation.remoteEntity});
        if (link == group.links.end())
            return {};
        link->state = LinkState(parseObject(operation.document).value("state"_L1).toInt());
        if (link->state != LinkState::Excluded)
            return {};
        return m_stores.records.bury({link->integration, link->remoteEntity, link->remoteId}, u"excluded"_s,
                                     m_clock.now().count());
    }
    if (operation.kind == "archive"_L1) {
        group.hub.state = HubState::Archived;
        group.hub.released.reset();
        for (const LinkRow &link : std::as_const(group.links)) {
            auto done = m_stores.records.bury({link.integration, link.remoteEntity, link.remoteId}, u"archived"_s,
                                              m_clock.now().count());
            if (!done)
                return done;
        }
    }
    return {};
}

Result<void> Applier::save(const EntityContext &context, Group &group)
{
    group.hub.matchKey = context.keyOfHub(group.hub.fields);
    group.hub.updatedAt = m_clock.now().count();
    ++group.hub.revision;
    auto done = group.isNew ? m_stores.records.insertHub(group.hub) : m_stores.records.updateHub(group.hub);
    if (!done)
        return done;
    for (const LinkKey &key : std::as_const(group.removedLinks)) {
        if (done = m_stores.records.removeLink(key); !done)
            return done;
    }
    for (const LinkKey &key : std::as_const(group.usedStrangers)) {
        if (done = m_stores.records.removeStranger(key); !done)
            return done;
    }
    for (const LinkRow &link : std::as_const(group.links)) {
        if (done = m_stores.records.saveLink(link); !done)
            return done;
    }
    for (const LinkKey &key : std::as_const(group.usedStrangers)) {
        if (done = m_stores.records.wakeWaiting(key, group.hub.id); !done)
            return done;
    }
    return m_stores.runs.carryRevision(m_run, group.hub.id, group.hub.revision);
}

Result<void> Applier::auditLosers(const OperationRow &operation, const QList<Loser> &losers)
{
    for (const Loser &loser : losers) {
        const AuditEntry entry{m_clock.now().count(),
                               u"syncline"_s,
                               m_run,
                               operation.seq,
                               u"overwritten"_s,
                               operation.entity,
                               operation.hubId,
                               loser.field,
                               {{u"author"_s, loser.author},
                                {u"value"_s, loser.value.toJson()},
                                {u"system"_s, m_catalog.nameOf(operation.integration)}}};
        if (auto done = m_stores.review.audit(entry); !done)
            return done;
    }
    return {};
}

} // namespace syncline::core
