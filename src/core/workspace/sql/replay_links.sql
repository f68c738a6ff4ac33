SELECT integration, remote_entity, remote_id, entity, hub_id, state, match_key, document, content_hash, wrote_open, modified_at, not_found, in_feed, missing, seen
FROM replay_links WHERE part = ? ORDER BY nr
