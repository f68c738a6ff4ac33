SELECT count(*) FROM integration_mappings WHERE state = 0 AND integration = ? AND remote_entity = ?
