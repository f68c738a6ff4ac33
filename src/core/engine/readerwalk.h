#pragma once

#include "core/engine/reader.h"

#include <atomic>

namespace syncline::core {

/// A walk through one entity of one integration, from its first page to its cursor. Private to the reader.
struct Reader::Walk
{
    Account &account;
    const Binding &binding;
    const EntityContext &context;
    std::stop_token stop;
    CursorRow cursor;
    bool full = false;
    WalkResult result;
    QMap<QString, QString> mergedInto; ///< loser -> winner, as the delete feed tells; those that are not followed yet
    std::optional<QString> nextDeleted;
    Result<connectors::ReadEnd> pages = connectors::ReadEnd{}; ///< the integration's thread sets it
    Result<void> staged;                                       ///< the first failure of the workspace
    std::atomic<bool> isBroken = false;                        ///< `staged` is a failure, for the integration's thread
    QStringList goneStrangers = {};                            ///< that the delete feed names
    bool knowsChanges = true; ///< nothing that the pages showed is left to be looked at
    bool knowsDeleted = true; ///< nor anything that only the delete feed tells

    QString entity() const { return binding.remote.name; }
    LinkKey key(const QString &id) const { return {binding.integration, binding.remote.name, id}; }
};

} // namespace syncline::core
