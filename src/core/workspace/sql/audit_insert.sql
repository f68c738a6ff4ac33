INSERT INTO audit (at, actor, run, seq, action, entity, hub_id, field, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
