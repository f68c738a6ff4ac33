SELECT integration, remote_entity, remote_id, entity, match_key, document, content_hash, modified_at, created_at, ours, left_out, seen, first_seen
FROM strangers WHERE entity = ? AND (integration, remote_entity, remote_id) > (?, ?, ?)
ORDER BY integration, remote_entity, remote_id LIMIT ?
