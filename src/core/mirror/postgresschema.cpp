#include "core/mirror/postgresschema.h"

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::postgres {

const QByteArray mark = "Syncline mirror";

namespace {

QByteArray comment(const char *what, const QByteArray &name, const QByteArray &more)
{
    return QByteArray("COMMENT ON ") + what + ' ' + name + " IS '" + mark + ": " + more + "';\n";
}

QByteArray stateTables(const Names &names)
{
    return "CREATE TABLE IF NOT EXISTS " + names.state()
        + " (one boolean PRIMARY KEY DEFAULT true CHECK (one), account text NOT NULL, generation bigint,"
          " entities jsonb NOT NULL DEFAULT '[]', cursors jsonb NOT NULL DEFAULT '{}', counts jsonb NOT NULL DEFAULT "
          "'{}',"
          " full_at timestamptz, data_at timestamptz);\n"
        + comment("TABLE", names.state(), "which generation is current") + "CREATE TABLE IF NOT EXISTS "
        + names.generations()
        + " (generation bigint PRIMARY KEY, kind text NOT NULL, sync_id text NOT NULL, started_at timestamptz NOT NULL,"
          " state text NOT NULL, entities jsonb NOT NULL);\n"
        + comment("TABLE", names.generations(), "mirrors that were begun") + "CREATE TABLE IF NOT EXISTS "
        + names.walks()
        + " (generation bigint NOT NULL, entity text NOT NULL, cursor text NOT NULL DEFAULT '',"
          " next_cursor text NOT NULL DEFAULT '', resume_after text NOT NULL DEFAULT '', delivered bigint NOT NULL "
          "DEFAULT 0,"
          " pages bigint NOT NULL DEFAULT 0, is_done boolean NOT NULL DEFAULT false, PRIMARY KEY (generation, "
          "entity));\n"
        + comment("TABLE", names.walks(), "how far each entity of a mirror is");
}

QByteArray logTables(const Names &names)
{
    const QByteArray latest = quoted(names.prefix + u"_latest_sync"_s);
    const QByteArray statistics = quoted(names.prefix + u"_sync_statistics"_s);
    return "CREATE TABLE IF NOT EXISTS " + names.logs()
        + " (sync_id text PRIMARY KEY, \"timestamp\" timestamptz NOT NULL, duration_ms bigint NOT NULL, kind text NOT "
          "NULL,"
          " overall_success boolean NOT NULL, contacts_count bigint, deals_count bigint, counts jsonb NOT NULL,"
          " requests bigint NOT NULL, throttled_ms bigint NOT NULL, error text);\n"
        + comment("TABLE", names.logs(), "every mirror and how it went") + "CREATE OR REPLACE VIEW " + latest
        + " AS SELECT sync_id, \"timestamp\", duration_ms, overall_success, contacts_count, deals_count, kind, counts,"
          " requests, throttled_ms, error FROM "
        + names.logs() + " ORDER BY \"timestamp\" DESC LIMIT 1;\n" + comment("VIEW", latest, "the latest mirror")
        + "CREATE OR REPLACE VIEW " + statistics
        + " AS SELECT count(*) AS total_syncs, count(*) FILTER (WHERE overall_success) AS successful_syncs,"
          " round(100.0 * count(*) FILTER (WHERE overall_success) / nullif(count(*), 0), 2) AS success_rate,"
          " round(avg(duration_ms) FILTER (WHERE overall_success) / 1000, 2) AS avg_duration_seconds,"
          " max(\"timestamp\") AS last_sync_time,"
          " (array_agg(contacts_count ORDER BY \"timestamp\" DESC) FILTER (WHERE overall_success))[1] AS "
          "contacts_count,"
          " (array_agg(deals_count ORDER BY \"timestamp\" DESC) FILTER (WHERE overall_success))[1] AS deals_count FROM "
        + names.logs() + ";\n" + comment("VIEW", statistics, "all mirrors in figures");
}

QByteArray dataTable(const Names &names)
{
    const QByteArray parent = Names::parent(names.data());
    return "CREATE TABLE IF NOT EXISTS " + parent
        + " (generation bigint NOT NULL, sync_id text NOT NULL, data_type text NOT NULL, chunk integer NOT NULL,"
          " record_count integer NOT NULL, synced_at timestamptz NOT NULL DEFAULT now(), json_data jsonb NOT NULL)"
          " PARTITION BY LIST (generation);\n"
        + comment("TABLE", parent, "records as they came, in arrays");
}

} // namespace

QStringList Names::shared() const
{
    QStringList names{data(), data() + u"_generations"_s};
    for (const auto *ending :
         {"_mirror", "_mirror_generations", "_mirror_walks", "_sync_logs", "_latest_sync", "_sync_statistics"})
        names << prefix + QLatin1StringView(ending);
    return names;
}

QByteArray columnType(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
        return "text";
    case ColumnKind::Integer:
        return "bigint";
    case ColumnKind::Decimal:
        return "numeric";
    case ColumnKind::Boolean:
        return "boolean";
    case ColumnKind::Date:
        return "date";
    case ColumnKind::Instant:
        return "timestamp with time zone";
    case ColumnKind::Texts:
        return "text[]";
    case ColumnKind::Json:
        return "jsonb";
    }
    return {};
}

std::optional<ColumnKind> kindOfType(const QString &type)
{
    for (const ColumnKind kind : {ColumnKind::Text, ColumnKind::Integer, ColumnKind::Decimal, ColumnKind::Boolean,
                                  ColumnKind::Date, ColumnKind::Instant, ColumnKind::Texts, ColumnKind::Json}) {
        if (type == QLatin1StringView(columnType(kind)))
            return kind;
    }
    return std::nullopt;
}

QByteArray createShared(const Names &names)
{
    return stateTables(names) + logTables(names) + dataTable(names);
}

QByteArray createParent(const Table &table)
{
    const QByteArray parent = Names::parent(table.name);
    QByteArray sql = "CREATE TABLE IF NOT EXISTS " + parent
        + " (generation bigint NOT NULL, id text NOT NULL, chunk integer NOT NULL, position integer NOT NULL";
    for (const Column &column : table.columns)
        sql += ", " + quoted(column.name) + ' ' + columnType(column.kind);
    return sql + ") PARTITION BY LIST (generation);\n" + comment("TABLE", parent, "all generations");
}

QByteArray addColumns(const QByteArray &relation, const QList<Column> &columns)
{
    QByteArray sql;
    for (const Column &column : columns)
        sql += "ALTER TABLE " + relation + " ADD COLUMN IF NOT EXISTS " + quoted(column.name) + ' '
            + columnType(column.kind) + ";\n";
    return sql;
}

QByteArray createView(const Names &names, const QString &view, const QStringList &columns)
{
    QByteArray list;
    for (const QString &column : columns)
        list += (list.isEmpty() ? "" : ", ") + quoted(column);
    return "CREATE OR REPLACE VIEW " + quoted(view) + " AS SELECT " + list + " FROM " + Names::parent(view)
        + " WHERE generation = (SELECT generation FROM " + names.state() + ");\n"
        + comment("VIEW", quoted(view), "the current generation");
}

QByteArray createPart(const QString &view, qint64 generation)
{
    const QByteArray number = QByteArray::number(generation);
    const QByteArray part = quoted(Names::part(view, generation));
    return "CREATE TABLE IF NOT EXISTS " + part + " (LIKE " + Names::parent(view)
        + " INCLUDING DEFAULTS, CHECK (generation = " + number + "));\nALTER TABLE " + part
        + " ALTER COLUMN generation SET DEFAULT " + number + ";\n" + comment("TABLE", part, "generation " + number);
}

QByteArray attachPart(const QString &view, qint64 generation)
{
    return "ALTER TABLE " + Names::parent(view) + " ATTACH PARTITION " + quoted(Names::part(view, generation))
        + " FOR VALUES IN (" + QByteArray::number(generation) + ");\n";
}

QByteArray uniqueIndex(const QString &part)
{
    return "CREATE UNIQUE INDEX IF NOT EXISTS " + quoted(part + u"_id"_s) + " ON " + quoted(part) + " (id)";
}

QByteArray otherIndexes(const QString &part, const QList<Column> &columns)
{
    QByteArray sql;
    int number = 0;
    for (const Column &column : columns) {
        if (!column.isIndexed)
            continue;
        // Addresses are asked for in any case.
        const QByteArray name = quoted(column.name);
        const QByteArray key = column.name.contains(u"email"_s) ? "lower(" + name + ')' : name;
        sql += "CREATE INDEX IF NOT EXISTS " + quoted(part + u"_i"_s + QString::number(++number)) + " ON "
            + quoted(part) + " (" + key + ");\n";
    }
    return sql + "ANALYZE " + quoted(part) + ";\n";
}

} // namespace syncline::core::mirror::postgres
