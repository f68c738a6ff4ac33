#include "core/services/review.h"

#include "core/workspace/documents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

} // namespace

Result<void> Review::releaseDelete(const QString &id)
{
    return m_session.stores().db.transaction("release", [&]() -> Result<void> {
        const auto found = decidable(id, u"delete"_s);
        if (!found)
            return failure(found.error());
        auto row = m_session.stores().records.hub(found->hubId);
        if (!row)
            return failure(row.error());
        if (!*row)
            return failure(ErrorKind::Usage, tr("The record is gone already."),
                           tr("See what waits with: syncline-cli deletes list"));
        (*row)->released = sightFromJson(found->document.value("sight"_L1).toArray());
        ++(*row)->revision;
        (*row)->pending = 1;
        ReviewItem released = *found;
        released.document.insert(u"released"_s, true);
        return decide(*found, {u"delete_released"_s, {}, {}, found->document, found->hubId, {}}, [&] {
            return m_session.stores().records.updateHub(**row).and_then(
                [&] { return m_session.stores().review.put(released); });
        });
    });
}

Result<void> Review::keepDeleted(const QString &id)
{
    return m_session.stores().db.transaction("keep", [&]() -> Result<void> {
        const auto found = decidable(id, u"delete"_s);
        if (!found)
            return failure(found.error());
        auto row = m_session.stores().records.hub(found->hubId);
        if (!row)
            return failure(row.error());
        return decide(*found, {u"delete_kept"_s, {}, {}, found->document, found->hubId, {}}, [&]() -> Result<void> {
            if (auto done = excludeLinks(*found); !done || !*row)
                return done ? m_session.stores().review.remove(id) : done;
            (*row)->deleteAsked.reset();
            (*row)->released.reset();
            ++(*row)->revision;
            (*row)->pending = 1;
            return m_session.stores().records.updateHub(**row).and_then(
                [&] { return m_session.stores().review.remove(id); });
        });
    });
}

/// The CRM where the record was deleted is let go of.
Result<void> Review::excludeLinks(const ReviewItem &held)
{
    const auto links = m_session.stores().records.linksOf(held.hubId);
    if (!links)
        return failure(links.error());
    for (LinkRow link : *links) {
        if (link.integration != held.integration || link.state != LinkState::Live)
            continue;
        link.state = LinkState::Excluded;
        auto done = m_session.stores().records.saveLink(link).and_then([&] {
            return m_session.stores().records.bury({link.integration, link.remoteEntity, link.remoteId}, u"excluded"_s,
                                                   m_session.clock().now().count());
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace syncline::core
