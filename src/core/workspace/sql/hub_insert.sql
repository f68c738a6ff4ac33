INSERT INTO hub_records (id, entity, state, match_key, fields, delete_asked, released, revision, pending, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
