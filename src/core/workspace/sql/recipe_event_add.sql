INSERT INTO recipe_events (id, kind, body, at, hubs) VALUES (?, ?, ?, ?, ?)
