DELETE FROM decisions WHERE hub_id IN (SELECT value FROM json_each(?))
