SELECT hub_id FROM recipe_records WHERE entity = ? AND field = ? AND value = ?
