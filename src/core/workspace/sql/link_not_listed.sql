SELECT remote_id, hub_id FROM integration_mappings
WHERE integration = ? AND remote_entity = ? AND state = 0 AND seen < ? ORDER BY remote_id
