DELETE FROM barred_creates WHERE hub_id IN (SELECT value FROM json_each(?))
