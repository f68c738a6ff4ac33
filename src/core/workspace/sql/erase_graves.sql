INSERT INTO tombstones (integration, remote_entity, remote_id, reason, at)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), 'erased', ?2
FROM json_each(?1) WHERE true
ON CONFLICT (integration, remote_entity, remote_id) DO UPDATE SET reason = excluded.reason, at = excluded.at
