SELECT remote_id FROM integration_mappings
WHERE integration = ? AND remote_entity = ? AND state = 0 AND not_found = 0 AND in_feed = 0 AND missing = 0 ORDER BY remote_id LIMIT 3
