SELECT part, entity, at, records, setup FROM replay_parts WHERE run = ? ORDER BY part
