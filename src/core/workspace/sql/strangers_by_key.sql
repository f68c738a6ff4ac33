SELECT integration, remote_entity, remote_id FROM strangers
WHERE entity = ? AND match_key = ? AND match_key <> '' ORDER BY integration, remote_entity, remote_id
