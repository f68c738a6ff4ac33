UPDATE integration_mappings SET seen = ?, not_found = 0, in_feed = 0, missing = 0
WHERE integration = ? AND remote_entity = ? AND remote_id = ?
