-- In the order of the key, so that a page costs a page: the index by entity would have all of them sorted each time.
SELECT integration, remote_entity, remote_id, entity, match_key, document, content_hash, modified_at, created_at, ours, left_out, seen, first_seen
FROM strangers WHERE entity || '' = ? AND (integration, remote_entity, remote_id) > (?, ?, ?)
ORDER BY integration, remote_entity, remote_id LIMIT ?
