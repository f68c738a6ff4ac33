INSERT INTO replay_barred (part, integration, hub_id, match_key)
SELECT ?, b.integration, b.hub_id, b.match_key
FROM json_each(?) AS k CROSS JOIN barred_creates AS b WHERE b.hub_id = k.value
