INSERT INTO replay_parts (run, entity, at, records, setup) VALUES (?, ?, ?, ?, ?) RETURNING part
