SELECT id, at, actor, batch, action, item, entity, hub_id, field, answer, taken_back, document
FROM decisions WHERE batch = ? AND taken_back = 0 ORDER BY id DESC
