INSERT INTO integration_mappings (integration, remote_entity, remote_id, entity, hub_id, state, match_key, document, content_hash, wrote_open, modified_at, not_found, in_feed, missing, seen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (integration, remote_entity, remote_id) DO UPDATE SET entity = excluded.entity, hub_id = excluded.hub_id,
    state = excluded.state, match_key = excluded.match_key, document = excluded.document, content_hash = excluded.content_hash,
    wrote_open = excluded.wrote_open, modified_at = excluded.modified_at, not_found = excluded.not_found,
    in_feed = excluded.in_feed, missing = excluded.missing, seen = excluded.seen
