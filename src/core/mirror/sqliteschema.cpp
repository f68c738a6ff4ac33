#include "core/mirror/sqliteschema.h"

#include "core/mirror/mirrorstate.h"
#include "core/mirror/sqltext.h"
#include "foundation/jsontext.h"

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::sqlite {

const QByteArray mark = "/* Syncline mirror */";

namespace {

QByteArray columnType(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Integer:
    case ColumnKind::Boolean:
        return "INTEGER";
    case ColumnKind::Decimal:
        return "NUMERIC";
    case ColumnKind::Text:
    case ColumnKind::Date:
    case ColumnKind::Instant:
    case ColumnKind::Texts:
    case ColumnKind::Json:
        break;
    }
    return "TEXT";
}

SqliteConnection::Cell cellText(ColumnKind kind, const Value &value)
{
    if (value.isNull())
        return std::nullopt;
    if (kind == ColumnKind::Boolean)
        return QByteArray(value.text() == "true"_L1 ? "1" : "0");
    if (kind == ColumnKind::Json)
        return JsonText().value(value).take();
    if (kind == ColumnKind::Texts)
        return listText(value.members());
    return value.text().toUtf8();
}

} // namespace

QString part(const QString &view, qint64 generation)
{
    return view + u"_g"_s + QString::number(generation);
}

QStringList sharedNames(const QString &prefix)
{
    QStringList names;
    for (const auto *ending : {"_mirror", "_mirror_generations", "_mirror_walks", "_sync_logs", "_sync_data",
                               "_latest_sync", "_sync_statistics"})
        names << prefix + QLatin1StringView(ending);
    return names;
}

QByteArray createShared(const QString &prefix)
{
    const auto name = [&](const char *ending) { return quoted(prefix + QLatin1StringView(ending)); };
    return "CREATE TABLE IF NOT EXISTS " + name("_mirror") + " (" + mark
        + " one INTEGER PRIMARY KEY CHECK (one = 1), account TEXT NOT NULL, generation INTEGER,"
          " entities TEXT NOT NULL DEFAULT '[]', cursors TEXT NOT NULL DEFAULT '{}', counts TEXT NOT NULL DEFAULT '{}',"
          " full_at TEXT, data_at TEXT);\nCREATE TABLE IF NOT EXISTS "
        + name("_mirror_generations") + " (" + mark
        + " generation INTEGER PRIMARY KEY, kind TEXT NOT NULL, sync_id TEXT NOT NULL, started_at TEXT NOT NULL,"
          " state TEXT NOT NULL, entities TEXT NOT NULL);\nCREATE TABLE IF NOT EXISTS "
        + name("_mirror_walks") + " (" + mark
        + " generation INTEGER NOT NULL, entity TEXT NOT NULL, cursor TEXT NOT NULL, next_cursor TEXT NOT NULL,"
          " resume_after TEXT NOT NULL, delivered INTEGER NOT NULL, pages INTEGER NOT NULL, is_done INTEGER NOT NULL,"
          " PRIMARY KEY (generation, entity));\nCREATE TABLE IF NOT EXISTS "
        + name("_sync_logs") + " (" + mark
        + " sync_id TEXT PRIMARY KEY, timestamp TEXT NOT NULL, duration_ms INTEGER NOT NULL, kind TEXT NOT NULL,"
          " overall_success INTEGER NOT NULL, contacts_count INTEGER, deals_count INTEGER, counts TEXT NOT NULL,"
          " requests INTEGER NOT NULL, throttled_ms INTEGER NOT NULL, error TEXT);\nCREATE VIEW IF NOT EXISTS "
        + name("_latest_sync") + " AS " + mark + " SELECT * FROM " + name("_sync_logs")
        + " ORDER BY timestamp DESC LIMIT 1;\nCREATE VIEW IF NOT EXISTS " + name("_sync_statistics") + " AS " + mark
        + " SELECT count(*) AS total_syncs, sum(overall_success) AS successful_syncs,"
          " round(100.0 * sum(overall_success) / count(*), 2) AS success_rate,"
          " round(avg(duration_ms) FILTER (WHERE overall_success) / 1000, 2) AS avg_duration_seconds,"
          " max(timestamp) AS last_sync_time, (SELECT contacts_count FROM "
        + name("_sync_logs")
        + " WHERE overall_success ORDER BY timestamp DESC LIMIT 1) AS contacts_count,"
          " (SELECT deals_count FROM "
        + name("_sync_logs") + " WHERE overall_success ORDER BY timestamp DESC LIMIT 1) AS deals_count FROM "
        + name("_sync_logs") + ";\n";
}

QByteArray createRows(const Table &table, qint64 generation)
{
    QByteArray sql = "CREATE TABLE IF NOT EXISTS " + quoted(part(table.name, generation)) + " (" + mark
        + " id TEXT PRIMARY KEY, chunk INTEGER NOT NULL, position INTEGER NOT NULL";
    for (const Column &column : table.columns)
        sql += ", " + quoted(column.name) + ' ' + columnType(column.kind);
    return sql + ") WITHOUT ROWID;\n";
}

QByteArray addColumn(const Table &table, const Column &column, qint64 generation)
{
    return "ALTER TABLE " + quoted(part(table.name, generation)) + " ADD COLUMN " + quoted(column.name) + ' '
        + columnType(column.kind) + ";\n";
}

QByteArray createData(const QString &prefix, qint64 generation)
{
    return "CREATE TABLE IF NOT EXISTS " + quoted(part(prefix + u"_sync_data"_s, generation)) + " (" + mark
        + " sync_id TEXT NOT NULL, data_type TEXT NOT NULL, chunk INTEGER NOT NULL, record_count INTEGER NOT NULL,"
          " synced_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ')), json_data TEXT NOT NULL,"
          " PRIMARY KEY (data_type, chunk));\n";
}

QByteArray createView(const QString &view, qint64 generation, const QStringList &columns)
{
    QByteArray list;
    for (const QString &column : columns)
        list += (list.isEmpty() ? "" : ", ") + quoted(column);
    return "DROP VIEW IF EXISTS " + quoted(view) + ";\nCREATE VIEW " + quoted(view) + " AS " + mark + " SELECT " + list
        + " FROM " + quoted(part(view, generation)) + ";\n";
}

QByteArray createIndexes(const Table &table, qint64 generation)
{
    const QString name = part(table.name, generation);
    QByteArray sql = "CREATE INDEX IF NOT EXISTS " + quoted(name + u"_place"_s) + " ON " + quoted(name)
        + " (chunk, position);\n";
    int number = 0;
    for (const Column &column : table.columns) {
        if (!column.isIndexed)
            continue;
        const QByteArray key = column.name.contains(u"email"_s) ? "lower(" + quoted(column.name) + ')'
                                                                : quoted(column.name);
        sql += "CREATE INDEX IF NOT EXISTS " + quoted(name + u"_i"_s + QString::number(++number)) + " ON "
            + quoted(name) + " (" + key + ");\n";
    }
    return sql;
}

/// A record that came before is taken as it is now.
QByteArray insertRow(const Table &table, qint64 generation)
{
    QByteArray columns = "id, chunk, position", values = "?, ?, ?";
    QByteArray changes = "chunk = excluded.chunk, position = excluded.position";
    for (const Column &column : table.columns) {
        columns += ", " + quoted(column.name);
        values += ", ?";
        changes += ", " + quoted(column.name) + " = excluded." + quoted(column.name);
    }
    return "INSERT INTO " + quoted(part(table.name, generation)) + " (" + columns + ") VALUES (" + values
        + ") ON CONFLICT (id) DO UPDATE SET " + changes;
}

SqliteConnection::Cells cellsOf(const Table &table, const Row &row, qint64 chunk, qint64 position)
{
    SqliteConnection::Cells cells{row.id.toUtf8(), QByteArray::number(chunk), QByteArray::number(position)};
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        cells.push_back(cellText(table.columns[i].kind, row.cells[i]));
    return cells;
}

} // namespace syncline::core::mirror::sqlite
