INSERT INTO tombstones (integration, remote_entity, remote_id, reason, at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (integration, remote_entity, remote_id) DO NOTHING
