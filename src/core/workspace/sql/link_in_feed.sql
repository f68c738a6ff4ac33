UPDATE integration_mappings SET in_feed = 1 WHERE integration = ? AND remote_entity = ? AND remote_id = ? AND state = 0
