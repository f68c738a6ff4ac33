#include "core/engine/catalog.h"
#include "core/services/dashboard.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

/// What is mapped, and gone in the CRM.
namespace syncline::core {

namespace {

QSet<QString> fieldNames(const connectors::RemoteEntity &entity)
{
    QSet<QString> names;
    for (const connectors::RemoteField &field : entity.fields)
        names.insert(field.name);
    return names;
}

} // namespace

Result<QList<Drift>> Dashboard::drift(const QList<SystemHealth> &systems)
{
    QList<Drift> drift;
    for (const SystemHealth &system : systems) {
        const auto mappings = m_session.stores().integrations.mappings(system.id);
        const auto described = m_session.stores().integrations.described(system.id);
        if (!mappings || !described)
            return failure(mappings ? described.error() : mappings.error());
        QMap<QString, QSet<QString>> fields;
        QSet<QString> goneEntities;
        for (const auto &entity : *described) {
            fields.insert(entity.name, fieldNames(remoteEntityFromJson(entity.document)));
            if (isGoneEntity(entity))
                goneEntities.insert(entity.name);
        }
        for (const auto &mapping : *mappings) {
            if (goneEntities.contains(mapping.remoteEntity) && mapping.document.value("enabled"_L1).toBool(true)) {
                drift.append({system.name, mapping.remoteEntity, {mapping.remoteEntity}});
                continue;
            }
            if (!fields.contains(mapping.remoteEntity))
                continue; // nobody has looked yet
            QStringList gone;
            for (const QJsonValue &line : mapping.document.value("fields"_L1).toArray()) {
                const QString remote = line["remote"_L1].toString();
                if (!fields.value(mapping.remoteEntity).contains(remote) && !gone.contains(remote))
                    gone << remote;
            }
            if (!gone.isEmpty())
                drift.append({system.name, mapping.remoteEntity, gone});
        }
    }
    return drift;
}

} // namespace syncline::core
