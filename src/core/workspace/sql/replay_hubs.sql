SELECT id, entity, state, match_key, fields, delete_asked, released, revision, pending, created_at, updated_at
FROM replay_hubs WHERE part = ? ORDER BY nr
