#include "core/mirror/postgresmerge.h"

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::postgres {

namespace {

QByteArray columnList(const Table &table, const QByteArray &qualifier = {})
{
    QByteArray list;
    for (const Column &column : table.columns)
        list += ", " + qualifier + quoted(column.name);
    return list;
}

} // namespace

QByteArray dropRepeated(const Names &names, const Table &table, qint64 generation)
{
    // The arrays lose the same elements; what stands behind them moves up.
    const QByteArray sql = R"(
CREATE TEMP TABLE repeated ON COMMIT DROP AS SELECT DISTINCT a.id, a.chunk, a.position FROM %rows a JOIN %rows b
    ON b.id = a.id AND (b.chunk, b.position) > (a.chunk, a.position);
DELETE FROM %rows t USING repeated r WHERE t.chunk = r.chunk AND t.position = r.position;
UPDATE %data d SET json_data = kept.documents, record_count = kept.count FROM (
    SELECT d.chunk, coalesce(jsonb_agg(e.value ORDER BY e.ordinality) FILTER (WHERE r.id IS NULL), '[]') AS documents,
        count(*) FILTER (WHERE r.id IS NULL) AS count
    FROM %data d CROSS JOIN LATERAL jsonb_array_elements(d.json_data) WITH ORDINALITY e
    LEFT JOIN repeated r ON r.chunk = d.chunk AND r.position = e.ordinality - 1
    WHERE d.data_type = %entity AND d.chunk IN (SELECT chunk FROM repeated) GROUP BY d.chunk) kept
    WHERE d.data_type = %entity AND d.chunk = kept.chunk;
UPDATE %rows t SET position = moved.place FROM (
    SELECT id, row_number() OVER (PARTITION BY chunk ORDER BY position) - 1 AS place FROM %rows
    WHERE chunk IN (SELECT chunk FROM repeated)) moved WHERE t.id = moved.id AND t.position <> moved.place;
DROP TABLE repeated;
)";
    return filled(sql,
                  {{"rows", quoted(Names::part(table.name, generation))},
                   {"data", quoted(Names::part(names.data(), generation))},
                   {"entity", literal(table.entity.name)}});
}

QByteArray mergeInto(const Names &names, const Table &table, qint64 changes, qint64 current, const QString &syncId)
{
    const QByteArray sql = R"(
CREATE TEMP TABLE changed ON COMMIT DROP AS SELECT n.id, o.chunk, o.position, e.value AS document
    FROM %new_data d CROSS JOIN LATERAL jsonb_array_elements(d.json_data) WITH ORDINALITY e
    JOIN %new_rows n ON n.chunk = d.chunk AND n.position = e.ordinality - 1 LEFT JOIN %rows o ON o.id = n.id
    WHERE d.data_type = %entity;
UPDATE %data d SET json_data = (
    SELECT jsonb_agg(coalesce(c.document, e.value) ORDER BY e.ordinality)
    FROM jsonb_array_elements(d.json_data) WITH ORDINALITY e
    LEFT JOIN changed c ON c.chunk = d.chunk AND c.position = e.ordinality - 1), synced_at = now()
    WHERE d.data_type = %entity AND d.chunk IN (SELECT chunk FROM changed);
CREATE TEMP TABLE added ON COMMIT DROP AS SELECT id, document, (number - 1) / %page + 1
        + (SELECT coalesce(max(chunk), -1) FROM %data WHERE data_type = %entity) AS chunk, (number - 1) % %page AS position
    FROM (SELECT id, document, row_number() OVER (ORDER BY id) AS number FROM changed WHERE chunk IS NULL) numbered;
INSERT INTO %data (sync_id, data_type, chunk, record_count, json_data)
    SELECT %sync, %entity, chunk, count(*), jsonb_agg(document ORDER BY position) FROM added GROUP BY chunk;
DELETE FROM %rows t USING changed c WHERE t.id = c.id;
INSERT INTO %rows (id, chunk, position%columns)
    SELECT n.id, coalesce(a.chunk, c.chunk), coalesce(a.position, c.position)%new_columns
    FROM %new_rows n JOIN changed c ON c.id = n.id LEFT JOIN added a ON a.id = n.id;
DROP TABLE changed, added;
)";
    return filled(sql,
                  {{"new_rows", quoted(Names::part(table.name, changes))},
                   {"new_data", quoted(Names::part(names.data(), changes))},
                   {"new_columns", columnList(table, "n.")},
                   {"rows", quoted(Names::part(table.name, current))},
                   {"data", quoted(Names::part(names.data(), current))},
                   {"columns", columnList(table)},
                   {"entity", literal(table.entity.name)},
                   {"sync", literal(syncId)},
                   {"page", QByteArray::number(Target::largestPage)}});
}

} // namespace syncline::core::mirror::postgres
