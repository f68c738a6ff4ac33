SELECT hub_id, state, content_hash, wrote_open, not_found + in_feed + missing, match_key, seen FROM integration_mappings
WHERE integration = ? AND remote_entity = ? AND remote_id = ?
