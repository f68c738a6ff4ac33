UPDATE operations SET revision = ? WHERE run = ? AND hub_id = ? AND outcome = 'planned'
