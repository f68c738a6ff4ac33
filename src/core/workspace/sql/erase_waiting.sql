DELETE FROM waiting_relations WHERE hub_id IN (SELECT value FROM json_each(?1)) OR target IN (SELECT value FROM json_each(?1))
