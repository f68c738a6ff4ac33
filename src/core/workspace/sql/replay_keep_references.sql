-- Of each [integration, remote entity, remote id, hub id].
INSERT INTO replay_references (part, integration, remote_entity, remote_id, hub_id)
SELECT ?, json_extract(k.value, '$[0]'), json_extract(k.value, '$[1]'), json_extract(k.value, '$[2]'), json_extract(k.value, '$[3]')
FROM json_each(?) AS k
