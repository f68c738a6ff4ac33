#pragma once

#include "core/mirror/postgresschema.h"

/// What changes rows that have landed already, as SQL. Each is run inside one transaction.
namespace syncline::core::mirror::postgres {

/// Of records that a walk delivered more than once, keeps the last.
QByteArray dropRepeated(const Names &names, const Table &table, qint64 generation);
/// Puts what an incremental generation landed into the current one: changed records in their places, new ones behind.
QByteArray mergeInto(const Names &names, const Table &table, qint64 changes, qint64 current, const QString &syncId);

} // namespace syncline::core::mirror::postgres
