UPDATE audit SET document = '{}' WHERE hub_id IN (SELECT value FROM json_each(?))
