INSERT INTO integration_field_mappings (integration, remote_entity, hub_entity, position, document) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (integration, remote_entity) DO UPDATE SET hub_entity = excluded.hub_entity, position = excluded.position, document = excluded.document
