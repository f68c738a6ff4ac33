UPDATE operations SET run = ? WHERE run = ? AND hub_id = ?
