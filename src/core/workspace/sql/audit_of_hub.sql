SELECT at, actor, run, seq, action, entity, hub_id, field, document FROM audit WHERE hub_id = ? ORDER BY id
