#include "core/mirror/sqlitemerge.h"

#include "core/mirror/sqltext.h"

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::sqlite {

// json_each() goes through an array in its order, and CROSS JOIN keeps it the outer loop.

QByteArray dropRepeated(const QString &prefix, const Table &table, qint64 generation)
{
    const QByteArray sql = R"(
CREATE TEMP TABLE uneven AS SELECT d.chunk FROM %data d WHERE d.data_type = %entity
    AND d.record_count <> (SELECT count(*) FROM %rows r WHERE r.chunk = d.chunk);
UPDATE %data SET json_data = (SELECT json_group_array(json(e.value)) FROM json_each(%data.json_data) e
        CROSS JOIN %rows r WHERE r.chunk = %data.chunk AND r.position = e.key),
    record_count = (SELECT count(*) FROM %rows r WHERE r.chunk = %data.chunk)
    WHERE data_type = %entity AND chunk IN (SELECT chunk FROM uneven);
CREATE TEMP TABLE moved AS SELECT id, row_number() OVER (PARTITION BY chunk ORDER BY position) - 1 AS place FROM %rows
    WHERE chunk IN (SELECT chunk FROM uneven);
UPDATE %rows SET position = (SELECT place FROM moved m WHERE m.id = %rows.id) WHERE chunk IN (SELECT chunk FROM uneven);
DROP TABLE uneven;
DROP TABLE moved;
)";
    return filled(sql,
                  {{"rows", quoted(part(table.name, generation))},
                   {"data", quoted(part(prefix + u"_sync_data"_s, generation))},
                   {"entity", literal(table.entity.name)}});
}

QByteArray mergeInto(const QString &prefix, const Table &table, qint64 changes, qint64 current, const QString &syncId)
{
    QByteArray columns, newColumns;
    for (const Column &column : table.columns) {
        columns += ", " + quoted(column.name);
        newColumns += ", n." + quoted(column.name);
    }
    const QByteArray sql = R"(
CREATE TEMP TABLE changed AS SELECT n.id, o.chunk, o.position, e.value AS document
    FROM %new_data d CROSS JOIN json_each(d.json_data) e JOIN %new_rows n ON n.chunk = d.chunk AND n.position = e.key
    LEFT JOIN %rows o ON o.id = n.id WHERE d.data_type = %entity;
CREATE INDEX temp.changed_place ON changed (chunk, position);
CREATE INDEX temp.changed_id ON changed (id);
UPDATE %data SET json_data = (SELECT json_group_array(json(coalesce(c.document, e.value)))
        FROM json_each(%data.json_data) e LEFT JOIN changed c ON c.chunk = %data.chunk AND c.position = e.key),
    synced_at = strftime('%Y-%m-%dT%H:%M:%fZ')
    WHERE data_type = %entity AND chunk IN (SELECT chunk FROM changed);
CREATE TEMP TABLE added AS SELECT id, document, (number - 1) / %page + 1
        + (SELECT coalesce(max(chunk), -1) FROM %data WHERE data_type = %entity) AS chunk, (number - 1) % %page AS position
    FROM (SELECT id, document, row_number() OVER (ORDER BY id) AS number FROM changed WHERE chunk IS NULL);
CREATE INDEX temp.added_id ON added (id);
INSERT INTO %data (sync_id, data_type, chunk, record_count, json_data)
    SELECT %sync, %entity, chunk, count(*), json_group_array(json(document))
    FROM (SELECT chunk, document FROM added ORDER BY chunk, position) GROUP BY chunk;
DELETE FROM %rows WHERE id IN (SELECT id FROM changed);
INSERT INTO %rows (id, chunk, position%columns)
    SELECT n.id, coalesce(a.chunk, c.chunk), coalesce(a.position, c.position)%new_columns
    FROM %new_rows n JOIN changed c ON c.id = n.id LEFT JOIN added a ON a.id = n.id;
DROP TABLE changed;
DROP TABLE added;
)";
    return filled(sql,
                  {{"new_rows", quoted(part(table.name, changes))},
                   {"new_data", quoted(part(prefix + u"_sync_data"_s, changes))},
                   {"new_columns", newColumns},
                   {"rows", quoted(part(table.name, current))},
                   {"data", quoted(part(prefix + u"_sync_data"_s, current))},
                   {"columns", columns},
                   {"entity", literal(table.entity.name)},
                   {"sync", literal(syncId)},
                   {"page", QByteArray::number(Target::largestPage)}});
}

} // namespace syncline::core::mirror::sqlite
