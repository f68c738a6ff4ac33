DELETE FROM integration_mappings WHERE integration = ? AND remote_entity = ? AND remote_id = ?
