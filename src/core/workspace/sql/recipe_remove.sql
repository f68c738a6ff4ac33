DELETE FROM recipes WHERE name = ?
