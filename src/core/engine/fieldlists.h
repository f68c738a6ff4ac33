#pragma once

#include "connectors/api/connector.h"
#include "core/workspace/store.h"

namespace syncline::core {

/// What an integration's CRM said of its entities, as the workspace remembers it.
struct FieldLists
{
    using Entities = QMap<QString, connectors::RemoteEntity>; ///< by name
    Entities here;
    Entities gone;     ///< told of once, and not the last time: removed, or no longer open to the account
    Millis oldest = 0; ///< when the oldest part was read; 0: nothing was
};

Result<FieldLists> fieldListsOf(IntegrationStore &store, const QString &integration);
/// Keeps what a CRM told just now. Entities that it does not tell of any more stay known as gone.
Result<void> keepFieldLists(IntegrationStore &store, const QString &integration,
                            const QList<connectors::RemoteEntity> &entities, Millis now);
bool isGoneEntity(const IntegrationStore::Described &described);
/// The same entity as one that is gone.
QJsonObject goneEntityToJson(const connectors::RemoteEntity &entity);

/// A field list as it is cached in the workspace, and back.
QJsonObject remoteEntityToJson(const connectors::RemoteEntity &entity);
connectors::RemoteEntity remoteEntityFromJson(const QJsonObject &json);

} // namespace syncline::core
