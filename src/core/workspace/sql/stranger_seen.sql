UPDATE strangers SET seen = ? WHERE integration = ? AND remote_entity = ? AND remote_id = ?
