UPDATE integration_mappings SET not_found = 0, in_feed = 0, missing = 0, seen = 0 WHERE integration = ?
