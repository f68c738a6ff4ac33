SELECT remote_id FROM integration_mappings WHERE hub_id = ? AND integration = ? AND remote_entity = ? AND state = 0
