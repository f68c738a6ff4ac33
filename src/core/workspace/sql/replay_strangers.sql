SELECT integration, remote_entity, remote_id, entity, match_key, document, content_hash, modified_at, created_at, ours, left_out, seen, first_seen, buried
FROM replay_strangers WHERE part = ? ORDER BY nr
