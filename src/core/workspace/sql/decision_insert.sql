INSERT INTO decisions (at, actor, batch, action, item, entity, hub_id, field, answer, taken_back, document)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
