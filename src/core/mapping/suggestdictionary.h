#pragma once

#include "connectors/api/connector.h"
#include "core/sync/types.h"

#include <QHash>
#include <QString>

namespace syncline::core {

/// A pair of fields that is known to belong together.
struct KnownPair
{
    QString hub;
    Direction direction = Direction::Both;
};

/// The standard fields of a provider's entity, by remote name. Several CRMs have "contacts": the names of the fields tell
/// whose they are. Empty for an entity that nobody has described yet.
QHash<QString, KnownPair> knownPairs(const connectors::RemoteEntity &remote);

/// Other names under which a hub field is known, as words: {"zip", "post code"} for postal_code.
QStringList otherNames(const QString &hubField);

} // namespace syncline::core
