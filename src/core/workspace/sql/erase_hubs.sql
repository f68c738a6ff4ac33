DELETE FROM hub_records WHERE id IN (SELECT value FROM json_each(?))
