DELETE FROM integration_mappings WHERE hub_id IN (SELECT value FROM json_each(?))
