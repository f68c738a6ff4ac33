DELETE FROM recipe_records WHERE hub_id IN (SELECT value FROM json_each(?))
