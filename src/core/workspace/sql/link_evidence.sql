SELECT remote_id, hub_id FROM integration_mappings
WHERE integration = ? AND remote_entity = ? AND state = 0 AND (in_feed <> 0 OR missing <> 0) ORDER BY remote_id
