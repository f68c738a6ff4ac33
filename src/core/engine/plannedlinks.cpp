#include "core/engine/plannedlinks.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString keyOf(const QString &integration, const QString &entity, const QString &id)
{
    return integration + u'/' + entity + u'/' + id;
}

} // namespace

void PlannedLinks::clear()
{
    m_hubs.clear();
    m_remotes.clear();
}

void PlannedLinks::add(const OperationRow &operation)
{
    const bool links = operation.kind == "link"_L1 || operation.kind == "relink"_L1 || operation.kind == "create"_L1;
    if (!links || operation.integration == hubSystem)
        return;
    add({operation.integration, operation.remoteEntity, operation.remoteId}, operation.hubId);
}

void PlannedLinks::add(const LinkKey &remote, const QString &hub)
{
    if (!remote.remoteId.isEmpty())
        m_hubs.insert(keyOf(remote.integration, remote.remoteEntity, remote.remoteId), hub);
    m_remotes.insert(keyOf(remote.integration, remote.remoteEntity, hub), remote.remoteId);
}

QString PlannedLinks::hubOf(const LinkKey &remote) const
{
    return m_hubs.value(keyOf(remote.integration, remote.remoteEntity, remote.remoteId));
}

QString PlannedLinks::remoteOf(const QString &integration, const QString &remoteEntity, const QString &hub) const
{
    return m_remotes.value(keyOf(integration, remoteEntity, hub));
}

bool PlannedLinks::expects(const QString &integration, const QString &remoteEntity, const QString &hub) const
{
    return m_remotes.contains(keyOf(integration, remoteEntity, hub));
}

QString LinkedReferences::hubOf(const QString &remoteEntity, const QString &remoteId) const
{
    const LinkKey key{m_integration, remoteEntity, remoteId};
    const auto linked = m_records.hubOfLink(key);
    return linked && !linked->isEmpty() ? *linked : m_planned->hubOf(key);
}

QString LinkedReferences::remoteOf(const QString &remoteEntity, const QString &hubId) const
{
    const auto linked = m_records.remoteOfHub(m_integration, remoteEntity, hubId);
    return linked && !linked->isEmpty() ? *linked : m_planned->remoteOf(m_integration, remoteEntity, hubId);
}

bool LinkedReferences::expects(const QString &remoteEntity, const QString &hubId) const
{
    return !remoteOf(remoteEntity, hubId).isEmpty() || m_planned->expects(m_integration, remoteEntity, hubId);
}

CarriedReferences::CarriedReferences(const QString &integration, const QList<LinkedPair> &pairs)
    : m_integration(integration)
{
    for (const LinkedPair &pair : pairs) {
        if (pair.integration == integration)
            m_links.add({integration, pair.remoteEntity, pair.remoteId}, pair.hubId);
    }
}

QString CarriedReferences::hubOf(const QString &remoteEntity, const QString &remoteId) const
{
    return m_links.hubOf({m_integration, remoteEntity, remoteId});
}

QString CarriedReferences::remoteOf(const QString &remoteEntity, const QString &hubId) const
{
    return m_links.remoteOf(m_integration, remoteEntity, hubId);
}

bool CarriedReferences::expects(const QString &remoteEntity, const QString &hubId) const
{
    return m_links.expects(m_integration, remoteEntity, hubId);
}

} // namespace syncline::core
