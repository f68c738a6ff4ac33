#include "core/services/unmerge.h"

#include "core/engine/context.h"
#include "core/workspace/documents.h"
#include "foundation/ids.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Unmerge", text);
}

/// What is taken apart, and into what.
struct Unmerging
{
    Session &session;
    HubRow record;
    EntityContext context;
    QList<LinkRow> parting;  ///< live links that become records of their own
    QList<LinkRow> released; ///< merged in their CRM
    QStringList made;

    Result<void> carryOut();

private:
    Result<void> part(LinkRow link);
    Result<void> release(const LinkRow &link);
    Result<void> audit(const QString &action, const QString &hubId, const LinkRow &link, const QString &other);
    Millis now() const { return session.clock().now().count(); }
};

Result<void> Unmerging::audit(const QString &action, const QString &hubId, const LinkRow &link, const QString &other)
{
    return session.stores().review.audit(
        {now(),
         session.actor.name,
         {},
         0,
         action,
         record.entity,
         hubId,
         {},
         {{u"integration"_s, link.integration}, {u"remote_id"_s, link.remoteId}, {u"record"_s, other}}});
}

/// A hub record that agrees with all that its only side shows.
HubRow recordOf(LinkRow &row, const Binding &binding, const EntityContext &context, Millis now)
{
    HubRow hub;
    hub.id = newUuid7(std::chrono::milliseconds(now), randomBytes(10));
    hub.entity = row.entity;
    hub.createdAt = now;
    hub.updatedAt = now;
    const Link before = toLink(row, binding);
    Link after = before;
    after.refused.clear();
    after.wrote.clear();
    for (const FieldMap &map : binding.system.fields) {
        const Value there = before.shadow.value(map.id);
        const bool taken = map.direction != Direction::Push && there.isReadable() && !there.isBlank();
        if (taken)
            hub.fields.insert(map.hub, HubField{there, binding.name, before.mtime, {}, {}});
        if (!there.isAbsent())
            after.base.insert(map.id, {Half::of(taken ? there : Value::null()), Half::of(there), map.id});
    }
    writeBack(row, before, after, binding, row.shadow, {});
    hub.matchKey = context.keyOfHub(hub.fields);
    row.hubId = hub.id;
    return hub;
}

Result<void> Unmerging::part(LinkRow link)
{
    const HubRow hub = recordOf(link, *context.binding(link.integration, link.remoteEntity), context, now());
    made << hub.id;
    auto &records = session.stores().records;
    return records.insertHub(hub)
        .and_then([&] { return records.saveLink(link); })
        .and_then([&] { return audit(u"unmerged"_s, record.id, link, hub.id); })
        .and_then([&] { return audit(u"unmerged"_s, hub.id, link, record.id); });
}

/// Its own id is gone for good; the record may get a new one there.
Result<void> Unmerging::release(const LinkRow &link)
{
    auto &records = session.stores().records;
    const LinkKey key{link.integration, link.remoteEntity, link.remoteId};
    return records.removeLink(key).and_then([&] { return records.bury(key, u"merged"_s, now()); }).and_then([&] {
        return audit(u"merge_released"_s, record.id, link, {});
    });
}

Result<void> Unmerging::carryOut()
{
    for (const LinkRow &link : std::as_const(parting)) {
        if (auto done = part(link); !done)
            return done;
    }
    for (const LinkRow &link : std::as_const(released)) {
        if (auto done = release(link); !done)
            return done;
    }
    record.released.reset(); // what the person saw who released a delete is not there any more
    record.deleteAsked.reset();
    ++record.revision;
    record.pending = 1;
    record.updatedAt = now();
    return session.stores().review.clearHub(record.id).and_then(
        [&] { return session.stores().records.updateHub(record); });
}

/// The side that stays: the one that the record was made from, else the first in workspace order.
QString homeOf(const HubRow &record, const QList<LinkRow> &live, const Catalog &catalog)
{
    for (const LinkRow &link : live) {
        if (derivedHubId(link.integration, link.remoteEntity, link.remoteId) == record.id)
            return link.integration;
    }
    for (const auto &account : catalog.accounts()) {
        if (std::ranges::any_of(live, [&](const LinkRow &link) { return link.integration == account->row.id; }))
            return account->row.id;
    }
    return {};
}

Result<void> refuseUnanswered(Session &session, const QString &record)
{
    const auto intents = session.stores().runs.intents();
    if (!intents)
        return failure(intents.error());
    if (std::ranges::none_of(*intents, [&](const IntentRow &intent) { return intent.hubId == record; }))
        return {};
    return failure(ErrorKind::Conflict, tr("Nobody knows yet whether a write to this record arrived."),
                   tr("Run a sync, which finds out; then take the record apart."));
}

} // namespace

Result<QStringList> unmerge(Session &session, const QString &record)
{
    if (auto allowed = session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    const auto row = session.stores().records.hub(record);
    if (!row)
        return failure(row.error());
    if (!*row || (*row)->state != HubState::Live)
        return failure(ErrorKind::Usage, tr("There is no record %1.").arg(record),
                       tr("See records with: syncline-cli records list contact"));
    if (auto known = refuseUnanswered(session, record); !known)
        return failure(known.error());
    auto catalog = session.catalog(false);
    const auto links = session.stores().records.linksOf(record);
    if (!catalog || !links)
        return failure(catalog ? links.error() : catalog.error());
    Unmerging unmerging{session, **row, EntityContext(*catalog, (*row)->entity), {}, {}, {}};
    QList<LinkRow> live;
    for (const LinkRow &link : *links) {
        if (link.state == LinkState::Live && unmerging.context.binding(link.integration, link.remoteEntity))
            live << link;
        else if (link.state == LinkState::Merged)
            unmerging.released << link;
    }
    const QString home = homeOf(**row, live, *catalog);
    for (const LinkRow &link : std::as_const(live)) {
        if (link.integration != home)
            unmerging.parting << link;
    }
    if (unmerging.parting.isEmpty() && unmerging.released.isEmpty())
        return failure(
            ErrorKind::Usage, tr("The record %1 stands for one record of one CRM only.").arg(record),
            tr("There is nothing to take apart. See its links with: syncline-cli records show %1").arg(record));
    auto done = session.stores().db.transaction("unmerge", [&] { return unmerging.carryOut(); });
    if (!done)
        return failure(done.error());
    return unmerging.made;
}

} // namespace syncline::core
