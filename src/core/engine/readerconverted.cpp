#include "core/engine/reader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using syncline::connectors::RemoteRecord;

/// Records that another record stands for from now on (S-40).
namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Reader", text);
}

} // namespace

/// From now on another record is the person. A link moves there, and what was never linked stays out. False where
/// that other entity is not synced.
Result<bool> Reader::stageConverted(const Binding &binding, const EntityContext &context, const RemoteRecord &record,
                                    int walk, WalkResult *result)
{
    if (!context.binding(binding.integration, record.successor->entity))
        return false;
    const LinkKey from{binding.integration, binding.remote.name, record.id};
    const LinkKey to{binding.integration, record.successor->entity, record.successor->id};
    const auto link = m_stores.records.link(from);
    const auto stranger = m_stores.records.strangerGlance(from);
    if (!link || !stranger)
        return failure(link ? stranger.error() : link.error());
    if (result)
        ++result->read;
    if (*link) {
        if (result)
            ++result->linked;
        auto done = (*link)->state == LinkState::Live ? moveLink(**link, to) : m_stores.records.linkSeen(from, walk);
        return done ? Result<bool>(true) : failure(done.error());
    }
    StrangerRow row;
    row.integration = from.integration;
    row.remoteEntity = from.remoteEntity;
    row.remoteId = from.remoteId;
    row.entity = context.entity;
    row.leftOut = tr("It was converted: a record of %1 stands for it.").arg(to.remoteEntity);
    row.seen = walk;
    row.firstSeen = *stranger ? (*stranger)->firstSeen : m_clock.now().count();
    if (result)
        ++result->leftOut;
    auto done = m_stores.records.saveStranger(row);
    return done ? Result<bool>(true) : failure(done.error());
}

/// The record that takes over may have been read already, or is read later in this run.
Result<void> Reader::moveLink(const LinkRow &link, const LinkKey &to)
{
    const LinkKey from{link.integration, link.remoteEntity, link.remoteId};
    const auto taken = m_stores.records.glance(to);
    const auto read = m_stores.records.stranger(to);
    if (!taken || !read)
        return failure(taken ? read.error() : taken.error());
    LinkRow moved = link;
    if (*taken) {
        moved.state = LinkState::Merged;
        return m_stores.records.saveLink(moved)
            .and_then([&] { return m_stores.records.touch(link.hubId); })
            .and_then([&] { return m_stores.records.touch((*taken)->hubId); });
    }
    moved.remoteEntity = to.remoteEntity;
    moved.remoteId = to.remoteId;
    moved.evidence = {};
    moved.contentHash = 0;
    if (*read) {
        moved.shadow = (*read)->fields;
        moved.contentHash = (*read)->contentHash;
        moved.seen = (*read)->seen;
        moved.modifiedAt = (*read)->modifiedAt;
    }
    return m_stores.records.removeLink(from)
        .and_then([&] { return m_stores.records.bury(from, u"converted"_s, m_clock.now().count()); })
        .and_then([&] { return m_stores.records.removeStranger(to); })
        .and_then([&] { return m_stores.records.saveLink(moved); })
        .and_then([&] { return m_stores.records.wakeWaiting(to, link.hubId); })
        .and_then([&] { return m_stores.records.touch(link.hubId); });
}

} // namespace syncline::core
