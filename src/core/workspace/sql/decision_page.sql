SELECT id, at, actor, batch, action, item, entity, hub_id, field, answer, taken_back, document
FROM decisions WHERE id < ? ORDER BY id DESC LIMIT ?
