DELETE FROM recipe_events WHERE body LIKE ? ESCAPE '\'
