UPDATE operations SET outcome = ?, detail = ? WHERE run = ? AND hub_id = ? AND phase = 1 AND outcome = 'planned'
