#pragma once

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

/// The standard fields of a provider's entity, by remote name: "contacts" and "companies" of Mautic, "Contacts",
/// "Leads" and "Accounts" of SuiteCRM, "contacts" and "accounts" of ActiveCampaign. Empty for others.
QHash<QString, KnownPair> knownPairs(const QString &remoteEntity);

/// Other names under which a hub field is known, as words: {"zip", "post code"} for postal_code.
QStringList otherNames(const QString &hubField);

} // namespace syncline::core
