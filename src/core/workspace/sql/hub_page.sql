-- In the order of the key, as stranger_page.
SELECT id, entity, state, match_key, fields, delete_asked, released, revision, pending, created_at, updated_at
FROM hub_records WHERE entity || '' = ? AND state = 0 AND id > ? ORDER BY id LIMIT ?
