DELETE FROM waiting_relations WHERE hub_id = ?
