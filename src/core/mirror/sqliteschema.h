#pragma once

#include "core/mirror/mirrortarget.h"
#include "core/mirror/sqliteconnection.h"

/// The tables and views of a mirror in a SQLite file. Each generation has tables of its own; views show the current one.
/// SQLite's snapshots hold the views as well, so that a reader sees one whole generation.
namespace syncline::core::mirror::sqlite {

/// Stands in the text of everything that is ours.
extern const QByteArray mark;

QString part(const QString &view, qint64 generation); ///< "ac_contacts_g12"
QStringList sharedNames(const QString &prefix);
QByteArray createShared(const QString &prefix);
QByteArray createRows(const Table &table, qint64 generation);
QByteArray addColumn(const Table &table, const Column &column, qint64 generation);
QByteArray createData(const QString &prefix, qint64 generation);
QByteArray createView(const QString &view, qint64 generation, const QStringList &columns);
QByteArray createIndexes(const Table &table, qint64 generation);
QByteArray insertRow(const Table &table, qint64 generation);
/// What insertRow() binds.
SqliteConnection::Cells cellsOf(const Table &table, const Row &row, qint64 chunk, qint64 position);

} // namespace syncline::core::mirror::sqlite
