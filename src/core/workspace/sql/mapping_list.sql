SELECT remote_entity, hub_entity, document FROM integration_field_mappings WHERE integration = ? ORDER BY position, remote_entity
