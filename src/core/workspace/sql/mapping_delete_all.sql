DELETE FROM integration_field_mappings WHERE integration = ?
