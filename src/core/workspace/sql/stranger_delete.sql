DELETE FROM strangers WHERE integration = ? AND remote_entity = ? AND remote_id = ?
