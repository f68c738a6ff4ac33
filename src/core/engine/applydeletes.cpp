#include "core/engine/applier.h"

#include "core/sync/planner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::Presence;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Applier", text);
}

} // namespace

Result<bool> Applier::evidenceStands(const EntityContext &context, const QString &hubId, std::stop_token stop)
{
    const auto links = m_stores.records.linksOf(hubId);
    if (!links)
        return failure(links.error());
    bool stands = true;
    for (const LinkRow &row : *links) {
        const Binding *binding = context.binding(row.integration, row.remoteEntity);
        if (!binding || row.state != LinkState::Live || permit(toLink(row, *binding)).isEmpty())
            continue;
        const Account *account = m_catalog.account(row.integration);
        if (account->down || binding->isGone)
            return false;
        const auto looks = account->connector->readByIds(row.remoteEntity, {row.remoteId},
                                                         binding->mapping.remoteFields(), stop);
        if (!looks || looks->isEmpty() || looks->first().presence != Presence::NotFound)
            stands = false;
        if (looks && !looks->isEmpty() && looks->first().presence == Presence::Found) {
            auto done = m_stores.db.transaction(
                "came back", [&] { return m_reader.stage(*binding, context, looks->first().record, 0, nullptr); });
            if (!done)
                return failure(done.error());
        }
    }
    return stands;
}

Result<void> Applier::applyDeletes(const QString &entity, std::stop_token stop)
{
    const EntityContext &context = *m_contexts.constFind(entity);
    int after = 0;
    QMap<QString, bool> stands;
    for (;;) {
        const auto page = m_stores.runs.planned(m_run, Phase::Delete, after, 200);
        if (!page)
            return failure(page.error());
        if (page->isEmpty())
            break;
        for (const OperationRow &operation : *page) {
            after = operation.seq;
            if (operation.entity != entity || stands.contains(operation.hubId))
                continue;
            const auto checked = evidenceStands(context, operation.hubId, stop);
            if (!checked)
                return failure(checked.error());
            stands.insert(operation.hubId, *checked);
            if (*checked)
                continue;
            auto done = m_stores.db.transaction("delete void", [&] {
                return m_stores.runs
                    .voidRecord(m_run, operation.hubId, tr("The evidence of the delete does not stand any more."))
                    .and_then([&] { return m_stores.records.touch(operation.hubId); });
            });
            if (!done)
                return done;
        }
    }
    if (auto done = applyRemote(Phase::Delete, entity, stop); !done)
        return done;
    after = 0;
    for (;;) {
        const auto page = m_stores.runs.planned(m_run, Phase::Delete, hubSystem, {}, after, 200);
        if (!page)
            return failure(page.error());
        if (page->isEmpty())
            return {};
        auto done = m_stores.db.transaction("hub deletes", [&]() -> Result<void> {
            for (const OperationRow &operation : *page) {
                after = operation.seq;
                if (operation.entity != entity)
                    continue;
                if (auto step = deleteHub(context, operation); !step)
                    return step;
            }
            return {};
        });
        if (!done)
            return done;
    }
}

/// S-18: does a record still stand that this run was to delete with it?
Result<bool> Applier::keepsRecord(const EntityContext &context, const QString &hubId)
{
    const auto operations = m_stores.runs.ofHub(hubId);
    const auto links = m_stores.records.linksOf(hubId);
    if (!operations || !links)
        return failure(operations ? links.error() : operations.error());
    const auto isHere = [&](const OperationRow &operation) {
        return operation.run == m_run && operation.phase == Phase::Delete
            && std::ranges::any_of(*links, [&](const LinkRow &link) {
                   const Binding *binding = context.binding(link.integration, link.remoteEntity);
                   return link.integration == operation.integration && link.remoteId == operation.remoteId
                       && link.state == LinkState::Live && binding && !isGone(toLink(link, *binding));
               });
    };
    return std::ranges::any_of(*operations, isHere);
}

Result<void> Applier::deleteHub(const EntityContext &context, const OperationRow &operation)
{
    const auto isFirst = keepsRecord(context, operation.hubId);
    if (!isFirst)
        return failure(isFirst.error());
    if (*isFirst) {
        return m_stores.runs.markOutcome(
            m_run, operation.seq, u"moved"_s,
            tr("A record of it in a CRM is not known to be deleted; it stays until then."));
    }
    const auto stored = m_stores.records.hub(operation.hubId);
    if (!stored)
        return failure(stored.error());
    if (!*stored || (*stored)->revision != operation.revision) {
        return m_stores.runs.markOutcome(m_run, operation.seq, u"moved"_s,
                                         tr("The record changed since the preview; the next run plans it again."));
    }
    HubRow hub = **stored;
    hub.state = HubState::Deleted;
    hub.released.reset();
    hub.deleteAsked.reset();
    hub.pending = 0;
    ++hub.revision;
    hub.updatedAt = m_clock.now().count();
    const auto links = m_stores.records.linksOf(hub.id);
    if (!links)
        return failure(links.error());
    for (LinkRow link : *links) {
        const Binding *binding = context.binding(link.integration, link.remoteEntity);
        if (link.state == LinkState::Live) {
            const bool gone = binding && isGone(toLink(link, *binding));
            link.state = gone ? LinkState::Deleted : LinkState::Excluded;
        }
        auto done = m_stores.records.saveLink(link).and_then([&] {
            return m_stores.records.bury({link.integration, link.remoteEntity, link.remoteId}, u"deleted"_s,
                                         hub.updatedAt);
        });
        if (!done)
            return done;
    }
    return m_stores.records.updateHub(hub).and_then([&] { return m_stores.review.clearHub(hub.id); }).and_then([&] {
        return m_stores.runs.markOutcome(m_run, operation.seq, u"done"_s, {});
    });
}

} // namespace syncline::core
