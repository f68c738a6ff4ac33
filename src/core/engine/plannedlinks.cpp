#include "core/engine/plannedlinks.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Sixteen bytes, without an allocation of their own, for a key of some eighty characters.
QUuid digestOf(const LinkKey &remote)
{
    const QString key = remote.integration + u'/' + remote.remoteEntity + u'/' + remote.remoteId;
    return QUuid::fromRfc4122(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Md5));
}

QString keyOf(const QString &entity, const QString &id)
{
    return entity + u'/' + id;
}

} // namespace

void PlannedLinks::begin(const QString &run)
{
    m_run = run;
    m_hubs.clear();
}

void PlannedLinks::add(const OperationRow &operation)
{
    const bool links = operation.kind == "link"_L1 || operation.kind == "relink"_L1;
    if (links && operation.integration != hubSystem) {
        m_hubs.insert(digestOf({operation.integration, operation.remoteEntity, operation.remoteId}),
                      QUuid::fromString(operation.hubId));
    }
}

QString PlannedLinks::hubOf(const LinkKey &remote) const
{
    const QUuid hub = m_hubs.value(digestOf(remote));
    return hub.isNull() ? QString() : hub.toString(QUuid::WithoutBraces);
}

std::optional<QString> PlannedLinks::remoteOf(const QString &integration, const QString &remoteEntity,
                                              const QString &hub) const
{
    const auto planned = m_runs.plannedRemote(m_run, integration, remoteEntity, hub);
    return planned ? *planned : std::nullopt;
}

QString LinkedReferences::hubOf(const QString &remoteEntity, const QString &remoteId) const
{
    const LinkKey key{m_integration, remoteEntity, remoteId};
    const auto linked = m_records.hubOfLink(key);
    return linked && !linked->isEmpty() ? *linked : m_planned->hubOf(key);
}

QString LinkedReferences::remoteOf(const QString &remoteEntity, const QString &hubId) const
{
    return remote(remoteEntity, hubId).value_or(QString());
}

bool LinkedReferences::expects(const QString &remoteEntity, const QString &hubId) const
{
    return remote(remoteEntity, hubId).has_value();
}

std::optional<QString> LinkedReferences::remote(const QString &remoteEntity, const QString &hubId) const
{
    const auto linked = m_records.remoteOfHub(m_integration, remoteEntity, hubId);
    return linked && !linked->isEmpty() ? *linked : m_planned->remoteOf(m_integration, remoteEntity, hubId);
}

CarriedReferences::CarriedReferences(const QString &integration, const QList<LinkedPair> &pairs)
{
    for (const LinkedPair &pair : pairs) {
        if (pair.integration != integration)
            continue;
        if (!pair.remoteId.isEmpty())
            m_hubs.insert(keyOf(pair.remoteEntity, pair.remoteId), pair.hubId);
        m_remotes.insert(keyOf(pair.remoteEntity, pair.hubId), pair.remoteId);
    }
}

QString CarriedReferences::hubOf(const QString &remoteEntity, const QString &remoteId) const
{
    return m_hubs.value(keyOf(remoteEntity, remoteId));
}

QString CarriedReferences::remoteOf(const QString &remoteEntity, const QString &hubId) const
{
    return m_remotes.value(keyOf(remoteEntity, hubId));
}

bool CarriedReferences::expects(const QString &remoteEntity, const QString &hubId) const
{
    return m_remotes.contains(keyOf(remoteEntity, hubId));
}

} // namespace syncline::core
