#include "core/services/review.h"

#include "core/engine/context.h"
#include "core/services/recordtypes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

} // namespace

Result<LinkKey> Review::newcomer(const ReviewItem &item)
{
    const auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    // Several of the CRM's entities may stand for the hub's (S-40): the record is in the one where it was read.
    const Account *account = catalog->account(item.integration);
    std::optional<LinkKey> key;
    for (const Binding &binding : account ? account->bindings : std::vector<Binding>()) {
        if (binding.mapping.hubEntity() != item.entity)
            continue;
        const LinkKey there{item.integration, binding.remote.name, item.remoteId};
        const auto stranger = m_session.stores().records.strangerGlance(there);
        if (!stranger)
            return failure(stranger.error());
        if (!key || *stranger)
            key = there;
    }
    if (!key)
        return failure(ErrorKind::Usage, tr("Its entity is not mapped any more."),
                       tr("Map it again with: syncline-cli map import FILE"));
    return *key;
}

Result<void> Review::retry(const QString &id)
{
    const auto found = decidable(id, u"held"_s);
    if (!found)
        return failure(found.error());
    if (found->hubId.isEmpty())
        return {}; // records without a link are looked at in every run
    return m_session.stores().db.transaction("retry", [&] { return m_session.stores().records.touch(found->hubId); });
}

Result<void> Review::link(const QString &duplicate, const QString &hubId)
{
    return m_session.stores().db.transaction("link", [&] { return linkNow(duplicate, hubId); });
}

Result<void> Review::linkNow(const QString &duplicate, const QString &hubId)
{
    const auto found = decidable(duplicate, u"held"_s);
    if (!found)
        return failure(found.error());
    auto hub = m_session.stores().records.hub(hubId);
    if (!hub)
        return failure(hub.error());
    if (!*hub)
        return failure(ErrorKind::Usage, tr("There is no record %1.").arg(hubId),
                       tr("See records with: syncline-cli records list %1").arg(found->entity));
    const auto links = m_session.stores().records.linksOf(hubId);
    if (!links)
        return failure(links.error());
    for (const LinkRow &link : *links) {
        if (link.integration == found->integration && link.state == LinkState::Live)
            return failure(ErrorKind::Usage, tr("The record is linked to another record of this CRM already."),
                           tr("Merge the two in the CRM, or keep them apart with: syncline-cli duplicates apart %1")
                               .arg(duplicate));
    }
    const auto key = newcomer(*found);
    if (!key)
        return failure(key.error());
    const auto stranger = m_session.stores().records.stranger(*key);
    if (!stranger)
        return failure(stranger.error());
    if (!*stranger)
        return failure(ErrorKind::Usage, tr("The record is linked by now, or gone."), tr("Run a sync and look again."));
    LinkRow row;
    row.integration = key->integration;
    row.remoteEntity = key->remoteEntity;
    row.remoteId = key->remoteId;
    row.entity = found->entity;
    row.hubId = hubId;
    row.matchKey = (*stranger)->matchKey;
    row.shadow = (*stranger)->fields;
    row.contentHash = (*stranger)->contentHash;
    row.modifiedAt = (*stranger)->modifiedAt;
    const QString name = displayName(openGroups(valuesOf((*hub)->fields)));
    return decide(*found, {u"linked"_s, {}, name, {{u"record"_s, hubId}}, hubId, *key}, [&] {
        return m_session.stores()
            .records.removeStranger(*key)
            .and_then([&] { return m_session.stores().records.saveLink(row); })
            .and_then([&] { return m_session.stores().records.touch(hubId); })
            .and_then([&] { return m_session.stores().review.remove(duplicate); });
    });
}

Result<void> Review::apart(const QString &duplicate)
{
    const auto found = decidable(duplicate, u"held"_s);
    if (!found)
        return failure(found.error());
    const auto key = newcomer(*found);
    if (!key)
        return failure(key.error());
    return decide(*found, {u"kept_apart"_s, {}, {}, {{u"remote_id"_s, found->remoteId}}, found->hubId, *key}, [&] {
        return m_session.stores().records.bury(*key, u"apart"_s, m_session.clock().now().count()).and_then([&] {
            return m_session.stores().review.remove(duplicate);
        });
    });
}

} // namespace syncline::core
