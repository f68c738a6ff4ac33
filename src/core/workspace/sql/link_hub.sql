SELECT hub_id FROM integration_mappings WHERE integration = ? AND remote_entity = ? AND remote_id = ? AND state = 0
