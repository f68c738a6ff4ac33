SELECT remote_id FROM strangers WHERE integration = ? AND remote_entity = ? AND seen < ? ORDER BY remote_id
