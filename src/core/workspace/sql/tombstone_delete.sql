DELETE FROM tombstones WHERE integration = ? AND remote_entity = ? AND remote_id = ?
