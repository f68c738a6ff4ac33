SELECT hubs FROM recipe_events WHERE id = ?
