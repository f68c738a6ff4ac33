SELECT id, entity, state, match_key, fields, delete_asked, released, revision, pending, created_at, updated_at
FROM hub_records WHERE entity = ? AND fields LIKE ? ESCAPE '\' ORDER BY id
