#pragma once

#include "core/mirror/mirrortarget.h"
#include "core/mirror/postgresconnection.h"
#include "core/mirror/sqltext.h"

/// The tables and views of a mirror in PostgreSQL, as SQL. Readers use the views:
/// - P_sync_data, P_<entity>: what is published now, read from tables that are partitioned by generation;
/// - P_latest_sync, P_sync_statistics over the table P_sync_logs.
/// A view asks P_mirror which generation is current and not the catalogue, so that every snapshot sees one whole
/// generation: views that are replaced would show an older snapshot tables that it finds empty.
namespace syncline::core::mirror::postgres {

/// Stands in the comment of everything that is ours.
extern const QByteArray mark;

struct Names
{
    QString prefix;

    QByteArray state() const { return quoted(prefix + QStringLiteral("_mirror")); }
    QByteArray generations() const { return quoted(prefix + QStringLiteral("_mirror_generations")); }
    QByteArray walks() const { return quoted(prefix + QStringLiteral("_mirror_walks")); }
    QByteArray logs() const { return quoted(prefix + QStringLiteral("_sync_logs")); }
    QString data() const { return prefix + QStringLiteral("_sync_data"); }

    /// Names of tables and views that are made for every mirror, unquoted.
    QStringList shared() const;
    /// The table that is partitioned by generation.
    static QByteArray parent(const QString &view) { return quoted(view + QStringLiteral("_generations")); }
    static QString part(const QString &view, qint64 generation)
    {
        return view + QStringLiteral("_g") + QString::number(generation);
    }
};

QByteArray columnType(ColumnKind kind);
std::optional<ColumnKind> kindOfType(const QString &type); ///< of format_type()

/// Everything but the tables of entities.
QByteArray createShared(const Names &names);
QByteArray createParent(const Table &table);
QByteArray addColumns(const QByteArray &relation, const QList<Column> &columns);
/// Shows the columns of the parent, in their order.
QByteArray createView(const Names &names, const QString &view, const QStringList &columns);
/// A table for one generation, like its parent, not seen by anybody yet.
QByteArray createPart(const QString &view, qint64 generation);
QByteArray attachPart(const QString &view, qint64 generation);
QByteArray uniqueIndex(const QString &part);
QByteArray otherIndexes(const QString &part, const QList<Column> &columns);

} // namespace syncline::core::mirror::postgres
