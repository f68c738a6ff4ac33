-- Of each [integration, remote entity, remote id, whether it is buried].
INSERT INTO replay_strangers (part, buried, integration, remote_entity, remote_id, entity, match_key, content_hash, modified_at, created_at, ours, left_out, seen, first_seen, document)
SELECT ?, json_extract(k.value, '$[3]'), s.integration, s.remote_entity, s.remote_id, s.entity, s.match_key, s.content_hash, s.modified_at, s.created_at, s.ours, s.left_out, s.seen, s.first_seen, s.document
FROM json_each(?) AS k CROSS JOIN strangers AS s
WHERE s.integration = json_extract(k.value, '$[0]') AND s.remote_entity = json_extract(k.value, '$[1]')
    AND s.remote_id = json_extract(k.value, '$[2]')
