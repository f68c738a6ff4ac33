INSERT INTO recipe_records (entity, field, value, hub_id) VALUES (?, ?, ?, ?)
ON CONFLICT (entity, field, value) DO UPDATE SET hub_id = excluded.hub_id
