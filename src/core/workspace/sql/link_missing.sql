UPDATE integration_mappings SET missing = missing + 1 WHERE integration = ? AND remote_entity = ? AND remote_id = ?
