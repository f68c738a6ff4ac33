INSERT INTO recipe_events (id, kind, at, hubs) VALUES (?, ?, ?, ?)
