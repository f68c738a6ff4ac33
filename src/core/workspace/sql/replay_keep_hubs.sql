-- The ids come as a JSON array: one statement for a part costs half of one for each record.
INSERT INTO replay_hubs (part, id, entity, state, match_key, delete_asked, released, revision, pending, created_at, updated_at, fields)
SELECT ?, h.id, h.entity, h.state, h.match_key, h.delete_asked, h.released, h.revision, h.pending, h.created_at, h.updated_at, h.fields
FROM json_each(?) AS k CROSS JOIN hub_records AS h WHERE h.id = k.value
