#pragma once

#include "core/mirror/sqliteschema.h"

/// What changes rows that have landed already, as SQL. Each is run inside one transaction.
namespace syncline::core::mirror::sqlite {

/// Of records that came more than once, the arrays keep the one that the typed row is of.
QByteArray dropRepeated(const QString &prefix, const Table &table, qint64 generation);
/// Puts what an incremental generation landed into the current one: changed records in their places, new ones behind.
QByteArray mergeInto(const QString &prefix, const Table &table, qint64 changes, qint64 current, const QString &syncId);

} // namespace syncline::core::mirror::sqlite
