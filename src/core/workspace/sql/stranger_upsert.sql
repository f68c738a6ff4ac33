INSERT INTO strangers (integration, remote_entity, remote_id, entity, match_key, document, content_hash, modified_at, created_at, ours, left_out, seen, first_seen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (integration, remote_entity, remote_id) DO UPDATE SET entity = excluded.entity, match_key = excluded.match_key,
    document = excluded.document, content_hash = excluded.content_hash, modified_at = excluded.modified_at,
    created_at = excluded.created_at, ours = excluded.ours, left_out = excluded.left_out, seen = excluded.seen
