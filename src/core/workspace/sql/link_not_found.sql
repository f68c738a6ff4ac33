UPDATE integration_mappings SET not_found = 1 WHERE integration = ? AND remote_entity = ? AND remote_id = ?
