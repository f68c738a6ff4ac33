UPDATE integration_mappings SET seen = ?, wrote_open = 0, not_found = 0, in_feed = 0, missing = 0
WHERE integration = ? AND remote_entity = ? AND remote_id = ?
