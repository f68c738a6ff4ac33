SELECT content_hash, left_out, first_seen FROM strangers WHERE integration = ? AND remote_entity = ? AND remote_id = ?
