SELECT target FROM waiting_relations WHERE hub_id = ? LIMIT 1
