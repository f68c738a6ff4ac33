DELETE FROM intents WHERE hub_id IN (SELECT value FROM json_each(?))
